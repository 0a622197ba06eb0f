import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../src/define/origin-trend-chart.js';
import type { OriginTrendChart } from '../src/elements/origin-trend-chart.js';
import type { Mark } from '../src/geometry/marks.js';
import { settled, until } from './helpers/chart.js';

type Fields = Readonly<Record<string, unknown>>;
const size = { width: 680, height: 340, em: 16 };

async function chart(properties: Fields): Promise<OriginTrendChart> {
  const element = await fixture<OriginTrendChart>(html`<origin-trend-chart loading="eager"></origin-trend-chart>`);
  Object.assign(element, properties);
  return settled(element);
}
const marks = (element: OriginTrendChart, part: string): readonly Mark[] => element.shown?.figure.picture(size).marks.filter((mark) => mark.part === part) ?? [];
const words = (element: OriginTrendChart, part: string): readonly string[] => marks(element, part).flatMap((mark) => (mark.shape === 'text' ? mark.text : []));
const errorOf = (element: OriginTrendChart): string => element.shadowRoot?.querySelector('[part=error]')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

const rows = (values: readonly (readonly [number, number, number])[], more: Fields = {}): unknown =>
  values.flatMap((row, i) => ['China', 'US', 'Other'].map((origin, k) => ({ month: `2026-0${i + 1}`, origin, tokens: row[k], ...more })));

describe('<origin-trend-chart>', () => {
  describe('over data/origin-trend.json', () => {
    const src = '/data/origin-trend.json';

    it('draws five bands that fill the plot, China on zero and the US against the top', async () => {
      const element = await chart({ src });
      const figure = element.shown?.figure;
      const picture = figure?.picture(size);
      expect(figure?.series).to.equal(5);
      expect(picture?.marks.filter(({ key }) => key).length).to.equal(5);
      expect(picture?.nearest(300, 336)).to.include({ series: 4 });
      expect(figure?.point({ index: 87, series: 4 }).spoken).to.match(/^China, 59\.6%/);
      expect(figure?.point({ index: 87, series: 0 }).spoken).to.match(/^US and Canada, 32\.9%/);
    });

    it('marks and says the three weeks in which the lead changes', async () => {
      const element = await chart({ src });
      const labels = ['Mar 23, 2026: China ahead', 'Apr 6, 2026: US and Canada ahead', 'Apr 27, 2026: China ahead'];
      expect(element.summary).to.contain(`The lead changes 3 times: ${labels.join('; ')}.`);
      expect(words(element, 'annotation')).to.have.members(labels);
    });

    it('says only the crossings in the window drawn', async () => {
      const element = await chart({ src, from: '2026-04-01', to: '2026-04-20' });
      expect(element.summary).to.contain('The lead changes once: Apr 6, 2026: US and Canada ahead.');
    });

    it('lists in table and CSV the press figures that are laid over, with their base', async () => {
      const element = await chart({ src, overlay: 'press', measure: 'absolute' });
      const lines = (await element.toCSV()).split('\n').filter((line) => line && !line.startsWith('#'));
      expect(lines[0]).to.equal('week_start,origin,share,tokens,min,max,printed,base,status');
      const press = lines.filter((line) => line.includes('press'));
      expect(press.find((line) => line.startsWith('2026-02-09,China,'))).to.match(/,4\.12,.*derived|,4\.12,.*reported/);
      expect(lines).to.have.length(1 + (element.dataset.table.length + press.length));
      element.view = 'table';
      await until(() => element.shadowRoot?.querySelectorAll('tbody tr').length === lines.length - 1);
      expect([...(element.shadowRoot?.querySelectorAll('thead th') ?? [])].map((cell) => cell.textContent.trim())).to.include('Base');
    });

    it('goes from share to absolute by the reader’s button, reports it, and calls computed amounts derived', async () => {
      const element = await chart({ src });
      const group = element.shadowRoot?.querySelector('[role=group]');
      const buttons = [...(group?.querySelectorAll('button') ?? [])];
      expect(group?.getAttribute('aria-label')).to.equal('Measure');
      expect(buttons.map((button) => [button.textContent, button.ariaPressed])).to.deep.equal([['Share of tokens', 'true'], ['Tokens', 'false']]);
      setTimeout(() => buttons[1]?.click());
      const { detail } = await oneEvent<CustomEvent<unknown>>(element, 'chart-change');
      expect(detail).to.deep.equal({ name: 'measure', value: 'absolute' });
      await element.updateComplete;
      expect(element.measure).to.equal('absolute');
      expect(buttons[1]?.ariaPressed).to.equal('true');
      expect(element.summary).to.contain('China 75.59 trillion');
      expect(element.shown?.figure.point({ index: 87, series: 4 }).note).to.equal('Derived');
    });

    it('keeps a band’s element and gives it another shape where the measure changes', async () => {
      const element = await chart({ src });
      const bands = (): readonly Element[] => [...(element.shadowRoot?.querySelectorAll('path[part=band]') ?? [])].slice(0, 5);
      const before = bands();
      const shapes = before.map((band) => band.getAttribute('d'));
      element.measure = 'absolute';
      await element.updateComplete;
      expect(bands()).to.deep.equal(before);
      expect(bands().some((band, i) => band.getAttribute('d') === shapes[i])).to.equal(false);
      const commands = (d: string | null | undefined): string => (d ?? '').replace(/[^MLZ]/g, '');
      expect(bands().map((band) => commands(band.getAttribute('d')))).to.deep.equal(shapes.map(commands));
    });

    it('lays printed pairs over as circles and says that their base is another', async () => {
      const element = await chart({ src, overlay: 'press' });
      expect(marks(element, 'dot').length).to.equal(3); // China's, on the band that stands on zero; a pair with a bound has no share
      expect(element.shadowRoot?.querySelector('[part=note]')?.textContent).to.contain('Circles (China): Printed in the press, over the nine models');
      element.mark = 'line';
      await element.updateComplete;
      expect(marks(element, 'dot').filter((mark) => mark.strokeWidth === 2).length).to.equal(6);
      element.measure = 'absolute';
      await element.updateComplete;
      expect(marks(element, 'dot').filter((mark) => mark.strokeWidth === 2 && mark.shape === 'circle').length).to.equal(8);
      expect(marks(element, 'dot').filter((mark) => mark.strokeWidth === 2 && mark.shape === 'path').length).to.equal(2);
    });

    it('names the resources there are where overlay names another', async () => {
      expect(errorOf(await chart({ src, overlay: 'papers' }))).to.contain('overlay="papers": expected the name of a resource with rows, found only press');
    });

    it('draws a line each by mark="line"', async () => {
      const element = await chart({ src, mark: 'line' });
      expect(marks(element, 'band').length).to.equal(0);
      expect(new Set(marks(element, 'line').map(({ stroke }) => stroke)).size).to.equal(5);
      expect(words(element, 'label')).to.include('China 60%');
    });
  });

  it('computes shares where the data has amounts alone, and calls them derived', async () => {
    const element = await chart({ data: rows([[1, 2, 1], [3, 2, 1]], { status: 'reported' }) });
    expect(element.summary).to.contain('At the end: China 50%');
    expect(element.summary).to.contain('The lead changes once: Feb 1, 2026: China ahead.');
    expect(element.shown?.figure.point({ index: 1, series: 2 }).note).to.equal('Derived');
  });

  it('speaks a point in at most 140 characters, the value first, with its change in points', async () => {
    const element = await chart({ data: rows([[1, 2, 1], [3, 2, 1]]) });
    const { spoken } = element.shown?.figure.point({ index: 1, series: 2 }) ?? { spoken: '' };
    expect(spoken).to.equal('China, 50%, February 2026, +25 points, Derived, 2 of 2');
    expect(spoken.length).to.be.at.most(140);
  });

  it('hatches derived and representative stretches differently, and fades an unfinished last period', async () => {
    const statuses = ['reported', 'derived', 'representative', 'reported'];
    const data = (rows([[1, 2, 1], [1, 2, 1], [1, 2, 1], [1, 1, 0]]) as Fields[]).map((row, i) => ({ ...row, status: statuses[Math.floor(i / 3)], complete: i < 9 }));
    const element = await chart({ data, measure: 'absolute' });
    const bands = marks(element, 'band');
    expect(bands.filter(({ fillOpacity }) => fillOpacity === 0.4).length).to.equal(3);
    expect(bands.filter(({ dash }) => dash).length).to.equal(3);
    expect(new Set(bands.filter(({ strokeOpacity }) => strokeOpacity).map(({ strokeOpacity }) => strokeOpacity)).size).to.equal(2);
    const notes = [0, 1, 2, 3].map((index) => element.shown?.figure.point({ index, series: 2 }).note);
    expect(notes).to.deep.equal(['Reported', 'Derived', 'Representative', 'Reported, period not finished']);
  });

  it('keeps the hatch inside its band', async () => {
    const element = await chart({ data: rows([[1, 2, 1], [4, 2, 1], [1, 5, 1]], { status: 'representative' }), measure: 'absolute', highlight: 'China' });
    const picture = element.shown?.figure.picture(size);
    const hatches = picture?.marks.filter(({ strokeOpacity, part }) => strokeOpacity && part === 'band') ?? [];
    expect(hatches.length).to.equal(3);
    hatches.forEach((mark, series) => {
      for (const [, x, y] of (mark.shape === 'path' ? mark.d : '').matchAll(/[ML]([\d.]+),([\d.]+)/g)) {
        const stop = picture?.nearest(Number(x), Number(y));
        if (stop && Math.abs(Number(x) - (picture?.spot(stop)?.x ?? 0)) < 1) expect(stop.series).to.equal(series);
      }
    });
  });

  it('greys the bands that highlight does not name', async () => {
    const element = await chart({ data: rows([[1, 2, 1], [3, 2, 1]]), highlight: 'China' });
    expect(marks(element, 'band').flatMap(({ key, fill }) => (key ? [fill] : []))).to.deep.equal(['other', 'other', 'china']);
  });

  it('says that shares do not add up, and draws them as they are', async () => {
    const data = { resources: [{ name: 'a', schema: { fields: [{ name: 'month', type: 'yearmonth' }, { name: 'part', type: 'string' }, { name: 'share', type: 'number', unit: '%' }] }, data: [{ month: '2026-01', part: 'A', share: 50 }, { month: '2026-01', part: 'B', share: 30 }] }] };
    const element = await chart({ data });
    expect(element.shadowRoot?.querySelector('[part=note]')?.textContent).to.contain('At one date, Jan 1, 2026, the shares do not add up to 100%.');
  });

  it('says in the figure what is wrong: a negative amount, shares of nothing, a note it cannot read', async () => {
    expect(errorOf(await chart({ data: rows([[1, -2, 1]]), measure: 'absolute' }))).to.contain('expected a number that is not negative, found -2');
    expect(errorOf(await chart({ data: rows([[0, 0, 0]]) }))).to.contain('expected at least one number above zero');
    expect(errorOf(await chart({ data: rows([[1, 2, 3]]), annotations: 'Opus' }))).to.contain('annotations: expected notes such as');
  });

  it('is empty, not wrong, without rows', async () => {
    const element = await chart({ data: { resources: [{ name: 'a', schema: { fields: [{ name: 'month', type: 'yearmonth' }, { name: 'part', type: 'string' }, { name: 'tokens', type: 'number' }] }, data: [] }] } });
    expect(element.state).to.equal('empty');
  });
});
