import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../src/define/lab-bands-chart.js';
import type { LabBandsChart } from '../src/elements/lab-bands-chart.js';
import { settled, until } from './helpers/chart.js';

type Fields = Readonly<Record<string, unknown>>;
const src = '/data/lab-bands.json';
const size = { width: 900, height: 420, em: 16 };

async function chart(properties: Fields): Promise<LabBandsChart> {
  const element = await fixture<LabBandsChart>(html`<lab-bands-chart loading="eager"></lab-bands-chart>`);
  Object.assign(element, properties);
  return settled(element);
}
const note = (element: LabBandsChart): string => element.shadowRoot?.querySelector('[part=note]')?.textContent ?? '';
const errorOf = (element: LabBandsChart): string => element.shadowRoot?.querySelector('[part=error]')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const names = (element: LabBandsChart): readonly string[] => Array.from({ length: element.shown?.figure.series ?? 0 }, (_, series) => element.shown?.figure.point({ index: 87, series }).spoken.split(', ')[0] ?? '');
const total = (element: LabBandsChart, index: number): number => Array.from({ length: element.shown?.figure.series ?? 0 }, (_, series) => element.shown?.figure.value({ index, series }) || 0).reduce((sum, value) => sum + value, 0);
const colors = (element: LabBandsChart): ReadonlyMap<string, unknown> => new Map(element.shown?.figure.picture(size).marks.flatMap(({ key, fill }) => (key ? [[key, fill] as const] : [])));

describe('<lab-bands-chart>', () => {
  it('draws fourteen labs, those of one origin beside each other, and says which is largest in the last week', async () => {
    const element = await chart({ src, to: '2026-05-31' });
    expect(element.summary).to.contain('The largest band at the end is Anthropic: 5.44 trillion (Week of May 25, 2026).');
    element.to = '';
    await element.updateComplete;
    expect(names(element).length).to.equal(14);
    expect(names(element).slice(-6)).to.have.members(['DeepSeek', 'Tencent', 'Xiaomi', 'Z.ai', 'MiniMax', 'Other Chinese labs']);
    expect(names(element).slice(-11, -6)).to.have.members(['Anthropic', 'Google', 'OpenAI', 'xAI', 'Other US and Canadian labs']);
  });

  it('has the same total every week by lab, by origin and by weights', async () => {
    const [lab, origin, weights] = [await chart({ src }), await chart({ src, by: 'origin' }), await chart({ src, by: 'weights' })];
    for (let index = 0; index < 88; index++) {
      expect(total(origin, index)).to.be.closeTo(total(lab, index), 1e-9);
      expect(total(weights, index)).to.be.closeTo(total(lab, index), 1e-3 * total(lab, index));
    }
  });

  it('says that weights are a second partition with the same totals, and nothing of the kind by origin', async () => {
    expect(note(await chart({ src, by: 'weights' }))).to.match(/Weights comes from another table .* Lab.\s+Both cuts have the same total at each date, within 0\.1%/);
    expect(note(await chart({ src, by: 'origin' }))).not.to.contain('table');
  });

  it('lists in table and CSV what each cut draws, the rows of weights with their own fields', async () => {
    const dataset = { provenance: { base: 'all' }, resources: [
      { name: 'labs', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'lab', type: 'string' }, { name: 'origin', type: 'string' }, { name: 'tokens', type: 'number' }] }, data: [
        { week: '2026-05-04', lab: 'A', origin: 'x', tokens: 1, status: 'reported' },
        { week: '2026-05-04', lab: 'B', origin: 'x', tokens: 2, status: 'reported' },
        { week: '2026-05-04', lab: 'C', origin: 'y', tokens: 4, status: 'representative' },
        { week: '2026-05-11', lab: 'A', origin: 'x', tokens: 5, status: 'reported' },
      ] },
      { name: 'weights', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'weights', type: 'string' }, { name: 'tokens', type: 'number' }, { name: 'share', type: 'number' }] }, data: [{ week: '2026-05-04', weights: 'open', tokens: 7, share: 100 }, { week: '2026-05-11', weights: 'open', tokens: 5, share: 100 }] },
    ] };
    const element = await chart({ data: dataset, by: 'origin', view: 'table' });
    await until(() => element.shadowRoot?.querySelector('table'));
    const cells = (): string[] => [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.children].map((cell) => cell.textContent).join('|'));
    expect(cells()).to.deep.equal(['May 4, 2026|x|3|Derived', 'May 4, 2026|y|4|Representative', 'May 11, 2026|x|5|Reported']);
    expect((await element.toCSV()).split('\n').filter((line) => !line.startsWith('#'))).to.deep.equal(['week,origin,tokens,status', '2026-05-04,x,3,derived', '2026-05-04,y,4,representative', '2026-05-11,x,5,reported', '']);
    expect(element.shadowRoot?.querySelector('[part=status]')?.textContent).to.equal('Reported, 1 of 3 derived, 1 of 3 representative');
    await element.show({ index: 0, series: 1 });
    expect(element.active).to.deep.equal({ week: '2026-05-04', origin: 'x', tokens: 3, status: 'derived' });
    element.by = 'weights';
    await element.updateComplete;
    expect(cells()).to.deep.equal(['May 4, 2026|open|7|100|Status not stated', 'May 11, 2026|open|5|100|Status not stated']);
    expect(element.active).to.equal(null);
    await element.show({ index: 1, series: 0 });
    expect(element.active).to.deep.equal({ week: '2026-05-11', weights: 'open', tokens: 5, share: 100, status: null });
    element.by = 'lab';
    await element.updateComplete;
    expect(cells()).to.have.length(4);
  });

  it('is cut anew by the reader’s button, which reports it', async () => {
    const element = await chart({ src });
    const buttons = [...(element.shadowRoot?.querySelectorAll<HTMLButtonElement>('[role=group] button') ?? [])];
    expect(buttons.map((button) => [button.textContent, button.ariaPressed])).to.deep.equal([['Lab', 'true'], ['Model origin', 'false'], ['Weights', 'false']]);
    expect(buttons.every((button) => button.getBoundingClientRect().height >= 24)).to.equal(true);
    setTimeout(() => buttons[2]?.click());
    const { detail } = await oneEvent<CustomEvent<unknown>>(element, 'chart-change');
    expect(detail).to.deep.equal({ name: 'by', value: 'weights' });
    await element.updateComplete;
    expect(names(element)).to.deep.equal(['Unidentified', 'Proprietary', 'Open weights']);
    expect(buttons[2]?.ariaPressed).to.equal('true');
  });

  it('keeps the colour of a band that is in two cuts, and of each lab in any window', async () => {
    const [lab, origin, window] = [await chart({ src }), await chart({ src, by: 'origin' }), await chart({ src, from: '2026-06-01' })];
    for (const name of ['Europe 0', 'Unidentified 0']) expect(colors(lab).get(name), name).to.equal(colors(origin).get(name));
    expect([...colors(window)].sort()).to.deep.equal([...colors(lab)].sort());
    const named = [...colors(lab)].filter(([name]) => !/other|unidentified/i.test(name)).map(([, color]) => color);
    expect(new Set(named).size).to.equal(named.length);
  });

  it('greys all but the highlighted lab', async () => {
    const found = [...colors(await chart({ src, highlight: 'Anthropic' }))];
    expect(found.filter(([, color]) => color !== 'other')).to.deep.equal([['Anthropic 0', 'us']]);
  });

  it('names a row without a value in the column and keeps it', async () => {
    const data = [{ week: '2026-05-04', lab: 'A', origin: 'x', tokens: 3 }, { week: '2026-05-04', lab: 'B', origin: null, tokens: 2 }];
    const element = await chart({ data, by: 'origin' });
    expect(note(element)).to.contain('1 row has nothing in the column Origin and is drawn as “not stated”.');
    expect(total(element, 0)).to.equal(5);
    expect(element.shown?.figure.point({ index: 0, series: 0 }).spoken).to.match(/^not stated, 2,/);
  });

  it('says where a second cut has other totals', async () => {
    const data = { resources: [{ name: 'labs', data: [{ week: '2026-05-04', lab: 'A', tokens: 3 }, { week: '2026-05-11', lab: 'A', tokens: 3 }] }, { name: 'weights', data: [{ week: '2026-05-04', weights: 'Open', tokens: 3 }, { week: '2026-05-11', weights: 'Open', tokens: 4 }] }] };
    expect(note(await chart({ data, by: 'weights' }))).to.contain('At one date, May 11, 2026, the two cuts differ by more than 0.1%.');
  });

  it('says in the figure that a column is not there, and that a week and lab come twice', async () => {
    expect(errorOf(await chart({ src, by: 'country' }))).to.contain('by="country": expected the name of a field, found only lab, origin, weights');
    const twice = [{ week: '2026-05-04', lab: 'A', tokens: 3 }, { week: '2026-05-04', lab: 'A', tokens: 2 }, { week: '2026-05-04', lab: 'B', tokens: 2 }];
    expect(errorOf(await chart({ data: twice }))).to.contain('a second row for 2026-05-04 and A');
  });

  it('moves bands only where the reader has nothing against motion', async () => {
    const element = await chart({ src });
    await until(() => element.shadowRoot?.querySelector('path[part=band]'), 'a band');
    const band = element.shadowRoot?.querySelector('path[part=band]') ?? element;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    // what has just come is there at once; it may move from the next update on, which a reader's choice brings
    element.highlight = 'DeepSeek';
    await element.updateComplete;
    expect(getComputedStyle(band).transitionDuration).to.equal(still ? '0s' : '0.24s');
  });

  it('shows other data at once, and moves what a reader chose', async () => {
    const rows = (seed: number): object[] => ['2026-05-04', '2026-05-11', '2026-05-18'].flatMap((week, i) => [{ week, lab: 'A', origin: 'X', tokens: 3 + i * seed }, { week, lab: 'B', origin: 'Y', tokens: 2 + seed }]);
    const element = await chart({ data: rows(1) });
    await until(() => element.shadowRoot?.querySelector('path[part=band]'));
    const duration = (): string => getComputedStyle(element.shadowRoot?.querySelector('path[part=band]') ?? element).transitionDuration;
    element.data = rows(2);
    await element.updateComplete;
    expect(duration(), 'with other data').to.equal('0s');
    element.highlight = 'A';
    await element.updateComplete;
    expect(duration(), 'after a choice').to.equal(matchMedia('(prefers-reduced-motion: reduce)').matches ? '0s' : '0.24s');
  });

  it('speaks a point in at most 140 characters', async () => {
    const element = await chart({ src });
    for (let series = 0; series < 14; series++) {
      const { spoken } = element.shown?.figure.point({ index: 60, series }) ?? { spoken: '' };
      expect(spoken.length, spoken).to.be.within(1, 140);
    }
  });
});
