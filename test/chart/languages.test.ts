import { expect } from '@open-wc/testing';
import { boxOf } from '../../src/geometry/annotation-layout.js';
import type { TextMark } from '../../src/geometry/marks.js';
import { addMessages } from '../../src/text/messages.js';
import ar from '../../src/text/messages/ar.js';
import de from '../../src/text/messages/de.js';
import es from '../../src/text/messages/es.js';
import fr from '../../src/text/messages/fr.js';
import zh from '../../src/text/messages/zh.js';
import type { ChartElement } from '../../src/view/chart.js';
import { still } from '../../src/prerender/still.js';
import { OriginSplitBar, TokenVolumeChart } from '../../src/elements/index.js';
import { cases } from '../cases/index.js';
import { PACKAGE, SPLIT, chart, enter, find, painted, press, root, spoken, until } from '../helpers/chart.js';

const LANGUAGES = { ar, de, es, fr, zh };
const textOf = (element: ChartElement, selector: string): string => find(element, selector).textContent?.replace(/\s+/g, ' ').trim() ?? '';
/** Made with the language's own sentence in it, up to the first slot. */
const before = (sentence: string): string => sentence.split('{')[0] ?? '';
const buttons = (element: ChartElement): readonly string[] => [...root(element).querySelectorAll('.controls button')].map((button) => button.textContent?.trim() ?? '');

for (const [lang, messages] of Object.entries(LANGUAGES)) {
  describe(`a chart with lang="${lang}"`, () => {
    it('says controls, description, status and source in that language', async () => {
      const element = await painted(await chart('token-volume-chart', { data: PACKAGE, loading: 'eager' }, { lang }));
      await until(() => buttons(element)[0] === messages.chart, 'the language');
      expect(buttons(element)).to.deep.equal([messages.chart, messages.table, messages.download, messages.about, messages.playSound]);
      expect(element.summary).to.contain(messages['summary.highestLast']);
      expect(textOf(element, '[part=status]')).to.contain(messages.reported);
      expect(textOf(element, '[part=source]')).to.contain(messages.source);
      expect(find(element, 'figure').lang).to.equal(lang);
      expect(`${element.summary} ${spoken(element)}`).to.not.match(/\b(Chart of|From|week of|reported|derived|up|of 4)\b/i);
    });

    it('says that there are no rows, and that data is broken, in that language', async () => {
      const empty = await chart('token-volume-chart', { data: [], loading: 'eager' }, { lang });
      await until(() => textOf(empty, '.state') === messages.empty, 'the sentence');
      const broken = await chart('token-volume-chart', { data: [{ week: '2026-03-02', tokens: 1 }, { week: '2026-03-09', tokens: -1 }], scale: 'log', loading: 'eager', yTicks: 'ten' }, { lang });
      await until(() => textOf(broken, '.state').startsWith(messages.failed), 'the failure');
      expect(textOf(broken, '.state')).to.contain(messages['expected numbers separated by spaces']);
    });

    it('is drawn without a browser in that language', async () => {
      const { figure } = await still(TokenVolumeChart, {}, PACKAGE, lang);
      expect(figure.summary).to.contain(messages['summary.highestLast']);
      const parts = await still(OriginSplitBar, {}, SPLIT, `${lang}-001`);
      expect(parts.figure.kind).to.contain(before(messages['summary.parts']));
    });
  });
}

describe('a chart in a language that nobody shipped', () => {
  it('says that its words are English, and that its heading is the page’s', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE, loading: 'eager' }, { lang: 'it' }));
    expect(buttons(element).slice(0, 2)).to.deep.equal(['Chart', 'Table']);
    expect(find(element, 'figure').lang).to.equal('en');
    expect(find(element, '[part=heading]').lang).to.equal('it');
    addMessages('it', { chart: 'Grafico' });
    await element.updateComplete;
    expect(find(element, 'figure').lang).to.equal('it');
  });

  it('keeps its numbers and dates', async () => {
    const { figure } = await still(TokenVolumeChart, {}, PACKAGE, 'pt');
    expect(figure.summary).to.contain('6,42');
  });
});

describe('addMessages', () => {
  it('before a chart is drawn speaks in it', async () => {
    addMessages('nl', { chart: 'Grafiek', 'summary.highestLast': 'De laatste waarde is de hoogste.' });
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE, loading: 'eager' }, { lang: 'nl' }));
    expect(buttons(element).slice(0, 2)).to.deep.equal(['Grafiek', 'Table']);
    expect(element.summary).to.contain('De laatste waarde is de hoogste.');
  });

  it('after a chart is drawn updates it, and leaves charts of other languages alone', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE, loading: 'eager' }, { lang: 'nl-BE' }));
    const other = await painted(await chart('token-volume-chart', { data: PACKAGE, loading: 'eager' }, { lang: 'en' }));
    const { figure } = other.shown ?? {};
    addMessages('nl', { table: 'Tabel', 'summary.highestLast': 'Het laatste is het hoogste.' });
    await Promise.all([element.updateComplete, other.updateComplete]);
    expect(buttons(element)[1]).to.equal('Tabel');
    expect(element.summary).to.contain('Het laatste is het hoogste.');
    expect(other.shown?.figure).to.equal(figure);
  });

  it('of a shipped language overrides one sentence and keeps the others', async () => {
    addMessages('fr', { table: 'Chiffres' });
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE, loading: 'eager' }, { lang: 'fr' }));
    await until(() => buttons(element)[0] === fr.chart, 'the language');
    expect(buttons(element)[1]).to.equal('Chiffres');
    addMessages('fr', { table: fr.table });
  });

  it('of English updates every chart', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE, loading: 'eager' }, { lang: 'en' }));
    addMessages('en', { table: 'Figures' });
    await element.updateComplete;
    expect(buttons(element)[1]).to.equal('Figures');
    addMessages('en', { table: 'Table' });
  });
});

describe('a chart read from the right', () => {
  it('has its value axis at the right, and time from left to right', async () => {
    const { picture } = await still(TokenVolumeChart, { 'x-ticks': '2026-01-05 2026-01-26' }, PACKAGE, 'ar');
    const { marks } = picture({ width: 680, height: 300, rtl: true });
    const texts = marks.filter((mark): mark is TextMark => mark.shape === 'text');
    for (const { x } of texts.filter(({ part }) => part === 'axis-y')) expect(x).to.be.greaterThan(500);
    const time = texts.filter(({ part }) => part === 'axis-x').map(({ x }) => x);
    expect(time.length).to.be.greaterThan(1);
    expect(time).to.deep.equal([...time].sort((a, b) => a - b));
  });

  it('has its first part at the right', async () => {
    const { picture } = await still(OriginSplitBar, {}, SPLIT, 'ar');
    const boxes = (rtl: boolean): readonly number[] => picture({ width: 600, height: 118, rtl }).marks.flatMap((mark) => (mark.shape === 'rect' && mark.part === 'segment' ? [mark.x] : []));
    const [left, right] = [boxes(false), boxes(true)];
    expect(left.length).to.be.greaterThan(1);
    expect(left[0]).to.equal(Math.min(...left));
    expect(right[0]).to.equal(Math.max(...right));
  });

  it('moves its tooltip’s words and its keys: right is the later point', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE, loading: 'eager' }, { lang: 'ar', dir: 'rtl' }));
    await enter(element);
    expect(getComputedStyle(find(element, '.tooltip')).direction).to.equal('rtl');
    expect(getComputedStyle(find(element, 'svg[part=svg]')).direction).to.equal('ltr');
    const week = (): unknown => element.active?.week;
    expect(week()).to.equal('2026-01-05');
    await press('ArrowRight');
    expect(week()).to.equal('2026-01-12');
    await press('ArrowLeft');
    expect(week()).to.equal('2026-01-05');
  });
});

describe('pictures in other languages', () => {
  for (const { tag, name, src, data, attributes = {} } of cases.filter(({ name }) => name === 'usual')) {
    it(`${tag}, ${name}: every text is whole, apart and inside from 240 to 1200 px in all languages`, async () => {
      const Chart = customElements.get(tag) as typeof TokenVolumeChart;
      const given = data ?? (await (await fetch(`/data/${src ?? ''}`)).text());
      for (const lang of Object.keys(LANGUAGES)) {
        const { picture } = await still(Chart, attributes, given, lang);
        for (const width of [240, 320, 400, 479, 480, 680, 900, 1200]) {
          const { marks } = picture({ width, height: 546, rtl: lang === 'ar' });
          const boxes = marks.filter((mark): mark is TextMark => mark.shape === 'text').map((mark) => ({ text: mark.text, ...boxOf(mark) }));
          for (const [i, a] of boxes.entries()) {
            const where = `"${a.text}" in ${lang} at ${width} px`;
            expect(a.left, `${where}, left`).to.be.at.least(-0.5);
            expect(a.right, `${where}, right`).to.be.at.most(width + 0.5);
            for (const b of boxes.slice(i + 1)) expect(a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 1.5 && b.top < a.bottom - 1.5, `${where} over "${b.text}"`).to.equal(false);
          }
        }
      }
    });
  }
});
