import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/define/token-price-chart.js';
import type { TokenPriceChart } from '../../src/elements/token-price-chart.js';
import { settled } from '../helpers/chart.js';

const price = (model: string, input: number | null, output: number | null): object => ({ model, lab: 'Acme', origin: 'China', input, output, date: '2026-05-10' });
const three = [price('Aster', 0.5, 1), price('Birch', 0.1, 4), price('Cedar', 2, 2.5)];
const shipped: unknown = await (await fetch('/data/prices.json')).json();

async function chart(data: unknown, attributes: Readonly<Record<string, string>> = {}): Promise<TokenPriceChart> {
  const element = await fixture<TokenPriceChart>(html`<token-price-chart loading="eager" style="inline-size: 680px"></token-price-chart>`);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.data = data;
  return settled(element);
}
const points = (element: TokenPriceChart): string[] => Array.from({ length: element.shown!.figure.length ?? 0 }, (_, index) => element.shown!.figure.point({ index, series: 0 }).title);
const spoken = (element: TokenPriceChart, index: number): string => element.shown!.figure.point({ index, series: 0 }).spoken ?? '';
const said = (element: TokenPriceChart): string => element.renderRoot.querySelector('[role=alert]')?.textContent?.trim() ?? '';

describe('token-price-chart', () => {
  it('rows stand by output price, dearest first', async () => expect(points(await chart(three))).to.deep.equal(['Birch', 'Cedar', 'Aster']));
  it('sort="input" orders by input price', async () => expect(points(await chart(three, { sort: 'input' }))).to.deep.equal(['Cedar', 'Aster', 'Birch']));
  it('sort="blended" orders by three parts input and one part output', async () => expect(points(await chart(three, { sort: 'blended' }))).to.deep.equal(['Cedar', 'Birch', 'Aster']));

  it('the reader’s slider sorts by the blended price and fires chart-change where it is let go', async () => {
    const element = await chart(three);
    const slider = element.renderRoot.querySelector<HTMLInputElement>('input.range')!;
    expect(slider.labels?.[0]?.textContent?.trim()).to.equal('Input tokens per 100');
    expect(slider.getBoundingClientRect().height).to.be.at.least(24);
    slider.value = '99';
    slider.dispatchEvent(new Event('input'));
    await element.updateComplete;
    expect(points(element)).to.deep.equal(['Cedar', 'Aster', 'Birch']);
    expect(element.renderRoot.querySelector('.amount')?.textContent).to.equal('99');
    setTimeout(() => slider.dispatchEvent(new Event('change')));
    const event = await oneEvent<CustomEvent<unknown>>(element, 'chart-change');
    expect(event.detail).to.deep.equal({ name: 'input-share', value: '99' });
  });

  it('the seed: Haiku 4.5 output costs 17.9 times DeepSeek V4 Flash’s', async () => {
    const element = await chart(shipped, { resource: 'spring-2026', reference: 'DeepSeek V4 Flash', models: 'Claude Haiku 4.5, DeepSeek V4 Flash' });
    expect(element.summary).to.contain('Claude Haiku 4.5 output costs 17.9 times DeepSeek V4 Flash’s.');
    expect(spoken(element, 0)).to.equal('Input $1, Output $5, Claude Haiku 4.5, 17.9 times DeepSeek V4 Flash’s, 2026-04-30, Reported, 1 of 2');
    expect(element.shown!.figure.point({ index: 0, series: 0 }).rows).to.deep.include.members([{ name: 'Output against DeepSeek V4 Flash', value: '17.9 times' }, { name: 'Date', value: '2026-04-30' }, { name: 'Blended, 75 to 25', value: '$2' }]);
  });
  it('several rows of a model are told apart on the plot', async () => {
    const element = await chart(shipped, { models: 'Claude Opus 4.7' });
    const texts = [...element.renderRoot.querySelectorAll('svg text')].map(({ textContent }) => textContent);
    expect(texts).to.include.members(['Claude Opus 4.7, 2026-04-30', 'Claude Opus 4.7, 2026-05-11']);
  });
  it('free and missing prices are listed after the others and counted', async () => {
    const element = await chart([price('None', null, null), price('Free', 0, 0), ...three]);
    expect(points(element).slice(3)).to.deep.equal(['Free', 'None']);
    expect(element.summary).to.contain('1 is free. 1 has no price.');
    expect(spoken(element, 4)).to.contain('Input no price, Output no price, None');
  });
  it('all free is drawn, without an axis', async () => {
    const element = await chart([price('Aster', 0, 0), price('Birch', 0, 0)]);
    expect(element.state).to.equal('ready');
    expect(element.renderRoot.querySelector('[part=axis-x]')).to.equal(null);
  });
  it('keys and brackets walk the rows by price', async () => {
    const element = await chart(three);
    expect([0, 1, 2].map((index) => element.shown!.figure.value({ index, series: 0 }))).to.deep.equal([4, 2.5, 1]);
  });

  const bad: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ reference: 'Dune' }, /reference="Dune": expected the name of a model in the data, found only Aster, Birch, Cedar/],
    [{ models: 'Aster, Dune' }, /models="Dune": expected the name of a model/],
    [{ sort: 'price' }, /sort="price": expected "output", "input" or "blended"/],
    [{ 'input-share': '120' }, /input-share="120": expected a number from 0 to 100/],
    [{ 'input-share': 'most' }, /input-share="most": expected a number from 0 to 100/],
  ];
  for (const [attributes, message] of bad) it(`${JSON.stringify(attributes)} is said`, async () => expect(said(await chart(three, attributes))).to.match(message));
  it('a reference without an output price is said', async () => expect(said(await chart([...three, price('Dune', 1, null)], { reference: 'Dune' }))).to.contain('reference="Dune"'));
  it('a negative price is said, with its cell', async () => expect(said(await chart([price('Aster', 1, -5)]))).to.match(/\[0\]\.output.*not negative.*-5/));
  it('spoken text keeps to 140 characters on the shipped data', async () => {
    const element = await chart(shipped, { reference: 'Gemini 3.1 Flash-Lite Preview' });
    for (let index = 0; index < element.shown!.figure.length; index++) expect(spoken(element, index).length, spoken(element, index)).to.be.at.most(140);
  });
});
