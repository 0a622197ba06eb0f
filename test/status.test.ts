import { expect, fixture, html } from '@open-wc/testing';
import '../src/define/token-volume-chart.js';
import type { TokenVolumeChart } from '../src/elements/token-volume-chart.js';
import type { Mark } from '../src/geometry/marks.js';
import { settled } from './helpers/chart.js';

const size = { width: 680, height: 340, em: 16 };
const fields = [{ name: 'month', type: 'yearmonth' }, { name: 'tokens', type: 'number', unit: 'trillion tokens' }, { name: 'min', type: 'number' }, { name: 'max', type: 'number' }, { name: 'status', type: 'string' }, { name: 'complete', type: 'boolean' }];
const row = (month: string, more: Readonly<Record<string, unknown>>): unknown => ({ month, tokens: null, min: null, max: null, status: 'reported', complete: true, ...more });

async function chart(data: readonly unknown[], attributes: Readonly<Record<string, string>> = {}): Promise<TokenVolumeChart> {
  const element = await fixture<TokenVolumeChart>(html`<token-volume-chart loading="eager"></token-volume-chart>`);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.data = { resources: [{ name: 'months', schema: { fields }, data }] };
  return settled(element);
}
const marks = (element: TokenVolumeChart, part: string): readonly Mark[] => element.shown?.figure.picture(size).marks.filter((mark) => mark.part === part) ?? [];

describe('<token-volume-chart> status of a point', () => {
  const statuses = [row('2026-01', { tokens: 1 }), row('2026-02', { tokens: 2 }), row('2026-03', { tokens: 3, status: 'derived' }), row('2026-04', { tokens: 4, status: 'representative' }), row('2026-05', { tokens: 2, complete: false })];

  it('draws a stretch as sure as its less sure end: whole, dashed, dotted, sparse', async () => {
    const element = await chart(statuses);
    expect(marks(element, 'line').map(({ dash }) => dash)).to.deep.equal([undefined, '6 4', '1.5 4', '2 6']);
  });

  it('says it beside the point and aloud, with that its period is not over', async () => {
    const element = await chart(statuses);
    const points = [0, 1, 2, 3, 4].map((index) => element.shown?.figure.point({ index, series: 0 }));
    expect(points.map((point) => point?.note)).to.deep.equal(['Reported', 'Reported', 'Derived', 'Representative', 'Reported, period not finished']);
    for (const point of points) expect(point?.spoken).to.contain(point?.note);
  });

  it('draws a bound as an arrow at the bound, reads it as one, and stops there', async () => {
    const element = await chart([row('2026-01', { tokens: 1 }), row('2026-02', { min: 30 }), row('2026-03', { max: 40 }), row('2026-04', {})]);
    const figure = element.shown?.figure;
    const arrows = marks(element, 'dot').filter((mark) => mark.shape === 'path');
    expect(arrows.length).to.equal(2);
    expect([1, 2, 3].map((index) => figure?.point({ index, series: 0 }).rows[0]?.value)).to.deep.equal(['more than 30 trillion', 'less than 40 trillion', 'no value']);
    expect([1, 2, 3].map((index) => figure?.value({ index, series: 0 }))).to.deep.equal([30, 40, NaN]);
  });
});

describe('<token-volume-chart annotations>', () => {
  const months = ['2026-01', '2026-02', '2026-03', '2026-04'].map((month, i) => row(month, { tokens: i + 1 }));
  const words = (element: TokenVolumeChart): readonly string[] => marks(element, 'annotation').flatMap((mark) => (mark.shape === 'text' ? mark.text : []));

  it('draws a moment, a span and a level, and says them', async () => {
    const element = await chart(months, { annotations: '2026-02-01: first; 2026-03-01..2026-03-20: second; y=6: six' });
    expect(words(element)).to.have.members(['first', 'second', 'six']);
    expect(element.summary).to.contain('Marked: first (Feb 1, 2026); second (Mar 1, 2026–Mar 20, 2026); six (6 trillion).');
  });

  it('makes room for a level above the data', async () => {
    const picture = (await chart(months, { annotations: 'y=6: six' })).shown?.figure.picture(size);
    const line = picture?.marks.find((mark) => mark.part === 'annotation' && mark.shape === 'line');
    expect(line?.shape === 'line' ? line.y1 : 0).to.be.at.least(picture?.plot.top ?? Infinity);
  });

  it('neither draws nor says a note outside the window', async () => {
    const element = await chart(months, { annotations: '2025-02-01: before', from: '2026-02-01' });
    expect(words(element)).to.deep.equal([]);
    expect(element.summary).not.to.contain('before');
  });
});

describe('<token-volume-chart scale="log">', () => {
  for (const [what, tokens] of [['a zero among others', [2, 0, 8]], ['nothing but zeros', [0, 0]], ['one zero', [0]]] as const) {
    it(`leaves a gap for ${what}, which the keys and the table still reach`, async () => {
      const element = await chart(tokens.map((each, i) => row(`2026-0${i + 1}`, { tokens: each })), { scale: 'log' });
      const { figure } = element.shown ?? {};
      expect(JSON.stringify(figure?.picture(size).marks)).to.not.match(/NaN|Infinity|null/);
      expect(tokens.map((_, index) => figure?.value({ index, series: 0 }))).to.deep.equal([...tokens]);
      expect(figure?.point({ index: tokens.findIndex((each) => each === 0), series: 0 }).rows[0]?.value).to.match(/^0/);
    });
  }
});
