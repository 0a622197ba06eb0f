import { expect } from '@open-wc/testing';
import type { ChartElement } from '../../src/view/chart.js';
import { cases } from '../cases/index.js';
import { clear, settle, showCases } from '../helpers/cases.js';
import { PACKAGE, SPLIT, chart, painted, press, root, until } from '../helpers/chart.js';

const button = (element: ChartElement): HTMLButtonElement | null => [...root(element).querySelectorAll<HTMLButtonElement>('.controls button')].find(({ textContent }) => textContent === 'Patterns') ?? null;
const pressed = (element: ChartElement): string | null => button(element)?.getAttribute('aria-pressed') ?? null;
/** Every mark with its attributes, whatever order they were set in. */
const drawing = (element: ChartElement): string => [...root(element).querySelectorAll('svg[part=svg] *')].map((node) => [node.localName, ...[...node.attributes].map(({ name, value }) => `${name}=${value}`).sort(), node.textContent].join(' ')).join('\n');
const keys = (element: ChartElement): string => [...root(element).querySelectorAll('.legend .swatch')].map((node) => node.outerHTML.replace(/<!--.*?-->/g, '')).join('');
async function toggle(element: ChartElement): Promise<void> {
  const before = pressed(element);
  button(element)?.click();
  await until(() => pressed(element) !== before, 'the other state');
  await painted(element);
}
/** The lines of a texture over the mark before them, as one text; '' for none. */
function textureOf(fill: Element): string {
  const found: string[] = [];
  for (let next = fill.nextElementSibling; next?.localName === 'path' && /^M[\d.-]+,[\d.-]+[HV]/.test(next.getAttribute('d') ?? ''); next = next.nextElementSibling) found.push(['stroke-width', 'stroke-dasharray'].map((name) => next?.getAttribute(name)).join(' ') + /[HV]/.exec(next.getAttribute('d') ?? '')?.[0]);
  return found.join();
}

describe('patterns, when a reader asks for them', () => {
  after(clear);

  it('are offered where two or more colours fill something, after the choice of view', async () => {
    const split = await painted(await chart('origin-split-bar', { data: SPLIT }));
    expect([...root(split).querySelectorAll('.controls button')].slice(0, 4).map(({ textContent }) => textContent)).to.deep.equal(['Chart', 'Table', 'Patterns', 'Download']);
    expect(pressed(split)).to.equal('false');
    for (const [tag, data] of [['token-volume-chart', PACKAGE], ['origin-split-bar', [{ part: 'China', share: 100 }]], ['token-price-chart', [{ model: 'A', origin: 'China', input: 1, output: 2 }, { model: 'B', origin: 'US', input: 1, output: 2 }]]] as const) expect(button(await painted(await chart(tag, { data }))), tag).to.equal(null);
  });

  it('come and go by a press of the button, in this chart alone, and its file carries them', async () => {
    const [one, other] = [await painted(await chart('origin-split-bar', { data: SPLIT }, { layout: 'split' })), await painted(await chart('origin-split-bar', { data: SPLIT }))];
    const [plain, beside] = [drawing(one), drawing(other)];
    const file = await one.toSVG();
    await toggle(one);
    expect(pressed(one)).to.equal('true');
    expect(drawing(one)).not.to.equal(plain);
    expect(drawing(other)).to.equal(beside);
    expect(pressed(other)).to.equal('false');
    const carried = await one.toSVG();
    expect(carried.match(/<path[^>]*d="M[\d.-]+,[\d.-]+[HV]/g)?.length).to.equal([...root(one).querySelectorAll('[part=segment]')].filter((node) => /^M[\d.-]+,[\d.-]+[HV]/.test(node.getAttribute('d') ?? '')).length);
    expect(carried).not.to.match(/<pattern|style=|url\(/);
    // other data keeps the choice
    one.data = { ...SPLIT };
    await until(() => drawing(one) !== plain && one.state === 'ready', 'the other data');
    await toggle(one);
    expect(drawing(one)).to.equal(plain);
    expect(await one.toSVG()).to.equal(file);
  });

  it('come and go by keys, and the focus stays', async () => {
    const element = await painted(await chart('origin-split-bar', { data: SPLIT }));
    for (const [key, state] of [['Enter', 'true'], ['Space', 'false']] as const) {
      button(element)?.focus();
      await press(key);
      await until(() => pressed(element) === state, state);
      expect(root(element).activeElement).to.equal(button(element));
    }
  });

  it('are named in every language', async () => {
    for (const [locale, name] of [['de', 'Muster'], ['fr', 'Motifs'], ['es', 'Tramas'], ['zh', '图案'], ['ar', 'أنماط']] as const) {
      const element = await painted(await chart('origin-split-bar', { data: SPLIT }, { locale }));
      await until(() => [...root(element).querySelectorAll('.controls button')].some(({ textContent }) => textContent === name), name);
    }
  });

  it('are different for every two colours of a picture, in drawing and keys, and no stroke lies under a word', async () => {
    const tags = new Set(['origin-split-bar', 'origin-trend-chart', 'lab-bands-chart', 'model-rank-chart', 'sentiment-split-bar']);
    for (const tag of tags) {
      const shown = (await showCases({}, (entry) => entry.tag === tag && cases.includes(entry))).filter(({ element }) => button(element));
      expect(shown.length, tag).to.be.above(2);
      for (const { element } of shown) button(element)?.click();
      await until(() => shown.every(({ element }) => pressed(element) === 'true'), 'all pressed');
      await settle(shown);
      for (const { element, name } of shown) {
        const filled = [...root(element).querySelectorAll('svg[part=svg] :is([part=band], [part=segment])')].filter((node) => node.getAttribute('fill') !== 'none');
        const textures = new Map<string, string>();
        for (const node of filled) {
          const [fill, texture] = [node.getAttribute('fill') ?? '', textureOf(node)];
          // what is too thin has no room for one
          if (texture) expect(textures.get(fill) ?? texture, `${name}: ${fill}`).to.equal(texture);
          if (texture) textures.set(fill, texture);
        }
        expect(new Set(textures.values()).size, `${name}: ${[...textures].join(' | ')}`).to.equal(textures.size);
        const inKeys = [...root(element).querySelectorAll('.legend .wide')].map((node) => [node.querySelector('path')?.getAttribute('fill'), [...node.querySelectorAll('path')].slice(1).map((line) => `${line.getAttribute('d')} ${line.getAttribute('stroke-dasharray')}`).join()]);
        expect(new Set(inKeys.map(([, texture]) => texture)).size, `${name}: keys`).to.equal(new Set(inKeys.map(([fill]) => fill)).size);
        const svg = root(element).querySelector<SVGSVGElement>('svg[part=svg]') as SVGSVGElement; // there, for it was pressed
        const lines = [...svg.querySelectorAll<SVGPathElement>('path')].filter((node) => /^M[\d.-]+,[\d.-]+[HV]/.test(node.getAttribute('d') ?? '') && ['band', 'segment'].includes(node.getAttribute('part') ?? ''));
        for (const text of svg.querySelectorAll('text')) {
          const { x, y, width, height } = text.getBBox();
          for (let i = 0; i <= 12; i++) {
            const point = new DOMPoint(x + (width * i) / 12, y + height / 2);
            expect(lines.filter((line) => line.isPointInStroke(point)).length, `${name}: under ${text.textContent}`).to.equal(0);
          }
        }
        expect(keys(element)).not.to.contain('style=');
      }
    }
  });
});
