import { expect } from '@open-wc/testing';
import { asShown } from '../../src/data/table.js';
import type { Stop } from '../../src/geometry/marks.js';
import { rowOf } from '../../src/data/row.js';
import { press, root, slider, spoken, until } from '../helpers/chart.js';
import { clear, showCases, type Shown } from '../helpers/cases.js';

/** A key as the plot hears it; true where the plot took it. Not sent through the engine: there are thousands. */
const key = ({ element }: Shown, name: string): boolean => !slider(element).dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }));

const tooltip = ({ element }: Shown): string => root(element).querySelector('.tooltip')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Stops that have a value. */
function stops({ element }: Shown): readonly Stop[] {
  const { figure } = element.shown!;
  return Array.from({ length: figure.length * figure.series }, (_, i) => ({ index: i % figure.length, series: Math.floor(i / figure.length) })).filter((stop) => !Number.isNaN(figure.value(stop)));
}

async function enter(shown: Shown): Promise<void> {
  slider(shown.element).focus();
  await until(() => root(shown.element).querySelector('#help'), `the reader's tools of ${shown.name}`);
  key(shown, 'Home');
  for (let i = 0; i < shown.element.shown!.figure.series; i++) key(shown, 'ArrowUp');
  key(shown, 'Home');
  await shown.element.updateComplete;
}

describe('with the keyboard, in every case', () => {
  let all: readonly Shown[];
  let plotted: readonly Shown[];
  before(async () => {
    all = await showCases();
    // something to reach before and after the charts: in some engines the last Tab takes the focus from the page, for good
    for (const place of ['beforebegin', 'afterend'] as const) document.querySelector('#stage')?.insertAdjacentHTML(place, '<button class="shore">The page</button>');
    plotted = all.filter(({ element }) => element.state === 'ready' && element.view !== 'table' && element.shown && root(element).querySelector('input.walk'));
  });
  after(() => {
    clear();
    for (const button of document.querySelectorAll('.shore')) button.remove();
  });

  it('the plot is one stop of the Tab key, and everything else that can be reached is a control or a link', () => {
    expect(plotted.length).to.be.greaterThan(80);
    for (const { element, name } of all.filter((one) => one.element.view !== 'table')) {
      const reachable = [...root(element).querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')].filter((node) => node.tabIndex >= 0);
      const inPlot = reachable.filter((node) => node.closest('.plot') && !node.closest('.state'));
      expect(inPlot.length, name).to.equal(element.state === 'ready' ? 1 : 0);
      for (const node of reachable) expect(node.tabIndex, name).to.equal(0);
    }
  });

  it('every datum with a value is reached by arrows', async () => {
    for (const shown of plotted) {
      const { element, name } = shown;
      const { figure, dataset } = element.shown!;
      const reached = { there: new Set<string>(), back: new Set<string>() };
      let way: keyof typeof reached = 'there';
      const note = (): void => void reached[way].add(JSON.stringify(element.active));
      await enter(shown);
      note();
      if (figure.length > 1) {
        for (let series = 0; series < figure.series; series++) {
          way = 'there';
          key(shown, 'Home');
          note();
          for (let i = 1; i < figure.length; i++) {
            key(shown, 'ArrowRight');
            note();
          }
          way = 'back';
          note();
          for (let i = 1; i < figure.length; i++) {
            key(shown, 'ArrowLeft');
            note();
          }
          key(shown, 'ArrowDown');
          note();
        }
      } else {
        for (let i = 0; i < figure.series; i++) {
          key(shown, 'ArrowRight');
          note();
        }
        for (let i = 0; i < figure.series; i++) {
          key(shown, 'ArrowLeft');
          note();
        }
      }
      const rows = stops(shown).filter((stop) => figure.row(stop) >= 0).map((stop) => JSON.stringify(rowOf(asShown(figure, dataset).table, figure.row(stop))));
      // over time each way reaches all; bars that run from the right have nothing at the right of the first
      const ways = figure.length > 1 && !figure.mirrored ? [reached.there, reached.back] : [new Set([...reached.there, ...reached.back])];
      for (const walked of ways) expect(rows.filter((row) => !walked.has(row)).slice(0, 3), name).to.deep.equal([]);
    }
  });

  it('every point with a value has a row, which is the active one while it is shown', () => {
    for (const shown of plotted) {
      const { figure, dataset } = shown.element.shown!;
      const { table } = asShown(figure, dataset);
      expect(stops(shown).filter((stop) => !rowOf(table, figure.row(stop))), shown.name).to.deep.equal([]);
    }
  });

  it('every datum is spoken in at most 140 characters, with the value and status its tooltip shows', () => {
    for (const shown of plotted) {
      const { figure } = shown.element.shown!;
      for (const stop of stops(shown)) {
        const { spoken: words, rows, note } = figure.point(stop);
        expect(words.length, `${shown.name}: ${words}`).to.be.at.most(140);
        const marked = rows.find(({ active }) => active) ?? rows[0];
        expect(words, shown.name).to.contain(marked?.value ?? 'a value');
        if (note) expect(words.toLowerCase(), shown.name).to.contain(note.split(/[,;.:(]/)[0]!.trim().toLowerCase());
      }
    }
  });

  it('Home, End, Page Up, Page Down, brackets, Up and Down each speak a point and show it; Escape closes, and the focus stays', async () => {
    for (const shown of plotted) {
      const { element, name } = shown;
      await enter(shown);
      const { figure } = element.shown!;
      const values = stops(shown).map((stop) => figure.value(stop));
      if (values.length === 0) continue;
      const texts = new Map(stops(shown).map((stop) => [figure.point(stop).spoken, stop]));
      for (const each of ['End', 'PageDown', 'PageUp', 'Home', ']', '[', 'ArrowDown', 'ArrowUp']) {
        expect(key(shown, each), `${name}: ${each} is taken`).to.equal(true);
        await element.updateComplete;
        const stop = texts.get(spoken(element));
        expect(stop, `${name}: ${each} says ${spoken(element)}`).to.not.equal(undefined);
        const { rows } = figure.point(stop!);
        const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
        expect([...root(element).querySelectorAll('.tooltip dd')].map(({ textContent }) => plain(textContent)), `${name}: ${each}`).to.deep.equal(rows.map(({ value }) => plain(value)));
        const along = figure.length > 1 ? stop!.index : stop!.series;
        const inRow = stops(shown).filter(({ series }) => figure.length === 1 || series === stop!.series);
        const places = inRow.map(({ index, series }) => (figure.length > 1 ? index : series));
        if (each === 'End') expect(along, `${name}: ${each}`).to.equal(Math.max(...places));
        if (each === 'Home') expect(along, `${name}: ${each}`).to.equal(Math.min(...places));
        const own = inRow.map((one) => figure.value(one));
        if (each === ']') expect(figure.value(stop!), `${name}: ${each}`).to.equal(Math.max(...own));
        if (each === '[') expect(figure.value(stop!), `${name}: ${each}`).to.equal(Math.min(...own));
      }
      key(shown, 'Escape');
      await element.updateComplete;
      expect(tooltip(shown), name).to.equal('');
      expect(root(element).activeElement, name).to.equal(slider(element));
      for (const modifier of ['ctrlKey', 'altKey', 'metaKey'] as const) {
        const event = new KeyboardEvent('keydown', { key: 'ArrowRight', [modifier]: true, bubbles: true, cancelable: true });
        expect(slider(element).dispatchEvent(event), `${name}: ${modifier}`).to.equal(true);
      }
    }
  });

  it('Tab goes through the whole page, is held nowhere, and shows where it is', async () => {
    const few = [...new Map(all.map((shown) => [shown.entry.tag, shown])).values()];
    for (const { element, name } of few) {
      const start = root(element).querySelector<HTMLElement>('input.walk, .table, button, a');
      start?.focus();
      const seen = new Set<Element>();
      for (let i = 0; i < 30; i++) {
        const at = root(element).activeElement;
        if (!at) break;
        expect(seen.has(at), `${name} holds the focus on ${at.outerHTML.slice(0, 80)}`).to.equal(false);
        seen.add(at);
        await press('Tab');
        const now = root(element).activeElement;
        if (!now) break;
        const ringed = now.matches('input.walk') ? root(element).querySelector('.ring')! : now;
        const { outlineStyle, outlineWidth } = getComputedStyle(ringed);
        expect(outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2, `${name}: no ring around ${now.outerHTML.slice(0, 80)}`).to.equal(true);
      }
      expect(root(element).activeElement, `${name} lets the focus go`).to.equal(null);
    }
  });

  it('the focused plot has a ring around it', async () => {
    const { element } = plotted[0]!;
    root(element).querySelector<HTMLElement>('button')?.focus();
    await press('Shift+Tab');
    while (root(element).activeElement && root(element).activeElement !== slider(element)) await press('Shift+Tab');
    expect(root(element).activeElement).to.equal(slider(element));
    const { outlineStyle, outlineWidth } = getComputedStyle(root(element).querySelector('.ring')!);
    expect([outlineStyle, outlineWidth]).to.deep.equal(['solid', '2px']);
  });
});
