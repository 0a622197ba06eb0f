import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/define/model-rank-chart.js';
import type { ModelRankChart } from '../../src/elements/model-rank-chart.js';
import { settled } from '../helpers/chart.js';

const row = (period: string, period_end: string, model: string, tokens: number | null): object => ({ period, period_end, model, lab: 'Acme', origin: 'China', tokens });
const two = [row('First', '2026-05-10', 'Aster', 4), row('First', '2026-05-10', 'Birch', 3), row('First', '2026-05-10', 'Cedar', 2), row('Second', '2026-05-17', 'Cedar', 9), row('Second', '2026-05-17', 'Aster', 5), row('Second', '2026-05-17', 'Birch', 5), row('Second', '2026-05-17', 'Dune', null)];

async function chart(data: unknown, attributes: Readonly<Record<string, string>> = {}): Promise<ModelRankChart> {
  const element = await fixture<ModelRankChart>(html`<model-rank-chart loading="eager" style="inline-size: 680px"></model-rank-chart>`);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.data = data;
  return settled(element);
}
const spoken = (element: ModelRankChart, index: number): string => element.shown!.figure.point({ index, series: 0 }).spoken ?? '';
const said = (element: ModelRankChart): string => element.renderRoot.querySelector('[role=alert]')?.textContent?.trim() ?? '';

describe('model-rank-chart', () => {
  it('without a period draws the latest one', async () => {
    const element = await chart(two);
    expect(element.shown!.figure.length).to.equal(4);
    expect(element.summary).to.contain('4 models, Second').and.to.contain('Cedar is first with 9.');
  });
  it('period="First" draws that one', async () => {
    const element = await chart(two, { period: 'First' });
    expect(element.summary).to.contain('Aster is first with 4. Birch follows with 3.');
  });
  it('the reader’s choice draws the period and fires chart-change', async () => {
    const element = await chart(two);
    const select = element.renderRoot.querySelector('select')!;
    expect([...select.options].map(({ text }) => text)).to.deep.equal(['First', 'Second']);
    expect(select.value).to.equal('Second');
    select.value = 'First';
    setTimeout(() => select.dispatchEvent(new Event('change')));
    const event = await oneEvent<CustomEvent<unknown>>(element, 'chart-change');
    expect(event.detail).to.deep.equal({ name: 'period', value: 'First' });
    await element.updateComplete;
    expect(element.period).to.equal('First');
    expect(element.summary).to.contain('Aster is first');
  });
  it('the picker has a label and 24 px', async () => {
    const select = (await chart(two)).renderRoot.querySelector('select')!;
    expect(select.labels[0]?.textContent).to.contain('Period');
    expect(select.getBoundingClientRect().height).to.be.at.least(24);
  });
  it('a point says value, lab, origin, rank and the change against the period before', async () => {
    const element = await chart(two);
    expect(spoken(element, 0)).to.equal('9, Cedar, Acme, China, rank 1, up 2, Status not stated, 1 of 4');
    expect(element.shown!.figure.point({ index: 0, series: 0 }).rows).to.deep.include({ name: 'vs First', value: 'up 2' });
  });
  it('ties share a rank', async () => {
    const element = await chart(two);
    expect(spoken(element, 1)).to.contain('rank 2, shared, down 1');
    expect(spoken(element, 2)).to.contain('rank 2, shared, same rank');
  });
  it('a model without tokens is listed as "no value"', async () => {
    const element = await chart(two);
    expect(spoken(element, 3)).to.equal('no value, Dune, Acme, China, Status not stated, 4 of 4');
    expect([...element.renderRoot.querySelectorAll('svg text')].map(({ textContent }) => textContent)).to.include('no value');
  });
  it('a model the period before did not list is new in the list', async () => {
    const element = await chart([...two, row('Second', '2026-05-17', 'Elm', 1)]);
    expect(spoken(element, 3)).to.contain('Elm').and.to.contain('new in the list');
  });
  it('a period with one model is drawn', async () => {
    const element = await chart([row('Only', '2026-05-10', 'Aster', 4)]);
    expect(element.state).to.equal('ready');
    expect(element.summary).to.contain('1 model');
  });
  it('an unknown period is said, with those there are', async () => {
    const element = await chart(two, { period: 'Third' });
    expect(said(element)).to.contain('period="Third": expected a period of the data, found only "First", "Second"');
  });
  it('two rows for a model and period are said, with their places', async () => {
    expect(said(await chart([...two, row('First', '2026-05-10', 'Aster', 1)]))).to.match(/\[7\]\.model.*First and Aster.*\[0\]/);
  });
  it('no rows are an empty chart', async () => {
    const schema = { fields: [{ name: 'period', type: 'string' }, { name: 'model', type: 'string' }, { name: 'tokens', type: 'number' }] };
    expect((await chart({ resources: [{ name: 'rows', data: [], schema }] })).state).to.equal('empty');
  });
  it('spoken text keeps to 140 characters on the shipped data', async () => {
    const data: unknown = await (await fetch('/data/model-ranks.json')).json();
    for (const period of ['4–11 May 2026', '25–31 May 2026', '']) {
      const element = await chart(data, { period });
      for (let index = 0; index < element.shown!.figure.length; index++) expect(spoken(element, index).length).to.be.at.most(140);
    }
  });
});
