import { expect } from '@open-wc/testing';
import type { ChartElement } from '../../src/view/chart.js';
import { PACKAGE, chart, enter, find, painted, press, root, until } from '../helpers/chart.js';

const page = location.href.split('#')[0] ?? '';
const go = (hash: string): void => history.replaceState(null, '', page + hash);
const button = (element: ChartElement, text: string): HTMLButtonElement | undefined => [...root(element).querySelectorAll('button')].find((each) => each.textContent === text);
const tooltip = (element: ChartElement): string => root(element).querySelector('.tooltip')?.textContent ?? '';
/** Waits until the address says this. */
const addressed = (hash: string): Promise<void> => until(() => location.hash === hash, `the address ${hash}`);
/** Longer than a chart waits with a point that it writes: what is not in the address by now never is. */
const settle = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 300));
/** Waits until a chart has followed the address. */
async function followed(element: ChartElement): Promise<void> {
  if (element.deepLink) await import('../../src/view/deep-link.js');
  await until(() => root(element).querySelector('#help, .table'), 'the tools');
  for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  await element.updateComplete;
}

const LABS = { resources: [{ name: 'labs', data: [
  { week: '2026-05-04', lab: 'A', origin: 'x', tokens: 1 },
  { week: '2026-05-04', lab: 'B', origin: 'x', tokens: 2 },
  { week: '2026-05-11', lab: 'A', origin: 'x', tokens: 3 },
  { week: '2026-05-11', lab: 'C', origin: 'y', tokens: 5 },
] }] };
const RANKS = [{ period: 'May', model: 'A', tokens: 1 }, { period: 'June', model: 'B', tokens: 2 }];

async function volume(id: string, attributes: Readonly<Record<string, string>> = { 'deep-link': '' }): Promise<ChartElement> {
  const element = await painted(await chart('token-volume-chart', { data: PACKAGE }, { id, ...attributes }));
  await followed(element);
  return element;
}

describe('a chart without deep-link', () => {
  it('leaves the address alone, follows nothing in it, and loads nothing for it', async () => {
    go('#v.view=table');
    const element = await volume('v', {});
    expect(element.view).to.equal('chart');
    button(element, 'Table')?.click();
    await settle();
    expect(location.hash).to.equal('#v.view=table');
    expect(performance.getEntriesByType('resource').filter(({ name }) => name.includes('deep-link')).map(({ name }) => name).filter((name) => !name.includes('.test.'))).to.deep.equal([]);
  });
});

describe('deep-link', () => {
  beforeEach(() => go(''));
  after(() => go(''));

  it('puts a choice into the address as a step of the history: back undoes it, forward does it again', async () => {
    const element = await volume('v');
    button(element, 'Table')?.click();
    expect(location.hash).to.equal('#v.view=table');
    history.back(); // leaves the page where no step was made; a long history grows no more, so its length says nothing
    await until(() => element.view === 'chart', 'the chart again');
    expect(location.hash).to.equal('');
    history.forward();
    await until(() => element.view === 'table', 'the table again');
    button(element, 'Chart')?.click();
    expect(location.hash).to.equal('');
  });

  it('leaves two charts to their own pairs, and keeps what is neither’s but a mere anchor', async () => {
    go('#sources&tab=2');
    const [one, two] = [await volume('one'), await volume('two')];
    button(one, 'Table')?.click();
    button(two, 'Table')?.click();
    expect(location.hash).to.equal('#tab=2&one.view=table&two.view=table');
    history.back();
    await until(() => two.view === 'chart', 'the second chart again');
    await followed(one);
    expect(one.view).to.equal('table');
    button(one, 'Chart')?.click();
    expect(location.hash).to.equal('#tab=2');
  });

  it('shows what the address says when the chart comes, without an event', async () => {
    go('#v.view=table&w.at=2026-01-19');
    const events: string[] = [];
    const note = (event: Event): void => void events.push(event.type);
    for (const type of ['chart-change', 'chart-active']) addEventListener(type, note);
    const [element, other] = [await chart('token-volume-chart', { data: PACKAGE }, { id: 'v', 'deep-link': '' }), await volume('w')];
    await until(() => element.view === 'table', 'the table');
    await until(() => tooltip(other).includes('7.49'), 'the point');
    expect(other.view).to.equal('chart');
    expect(events).to.deep.equal([]);
    for (const type of ['chart-change', 'chart-active']) removeEventListener(type, note);
  });

  it('names the point that keys walked to, in place, and forgets it on Escape', async () => {
    go('#before');
    history.pushState(null, '', page);
    const element = await volume('v');
    await enter(element);
    await press('ArrowRight');
    await addressed('#v.at=2026-01-12');
    await press('End');
    await addressed('#v.at=2026-01-26');
    element.blur();
    await settle();
    expect(location.hash).to.equal('#v.at=2026-01-26');
    await enter(element);
    await press('Escape');
    await addressed('');
    history.back(); // to where the reader was before the walk: no point on the way became a step
    await addressed('#before');
  });

  it('keeps cut and point of a re-cut, whose points are no rows of the data', async () => {
    go('#bands.by=origin&bands.at=2026-05-11+y');
    const element = await painted(await chart('lab-bands-chart', { data: LABS }, { id: 'bands', 'deep-link': '' }));
    await until(() => element.getAttribute('by') === 'origin', 'the cut');
    await until(() => element.active, 'the point');
    expect(element.active).to.include({ week: '2026-05-11', origin: 'y', tokens: 5 });
    button(element, 'Lab')?.click();
    expect(location.hash).to.equal('#bands.by=lab');
    await enter(element);
    await press('Home');
    await until(() => /^2026-05-\d\d [ABC]$/.test(new URLSearchParams(location.hash.slice(1)).get('bands.at') ?? ''), 'the point in the address');
  });

  it('keeps a period and a mix of prices', async () => {
    go('#r.period=May&p.input-share=20');
    const ranks = await painted(await chart('model-rank-chart', { data: RANKS }, { id: 'r', 'deep-link': '' }));
    await until(() => 'period' in ranks && ranks.period === 'May', 'the period');
    const prices = await painted(await chart('token-price-chart', { data: [{ model: 'A', input: 1, output: 5 }, { model: 'B', input: 2, output: 3 }] }, { id: 'p', 'deep-link': '' }));
    await until(() => 'sort' in prices && prices.sort === 'blended', 'the mix');
    expect(find<HTMLInputElement>(prices, '.range').value).to.equal('20');
    history.pushState(null, '', page);
    dispatchEvent(new PopStateEvent('popstate'));
    await until(() => 'sort' in prices && prices.sort === '' && 'period' in ranks && ranks.period === '', 'what the author chose');
  });

  for (const hash of ['#v.view=%3Cscript%3E&v.by=lab', '#v.constructor=1&v.__proto__=x&__proto__.view=table', '#v.at=%E0%A4%A&v.view=%', '#v.at=2099-01-01', '#v.view=table%20', `#v.view=${'x'.repeat(100_000)}`, '#=&==&v.=1&.view=table', '#v.src=https://evil.example/&v.heading=Mine'])
    it(`ignores ${hash.slice(0, 60)}`, async () => {
      go(hash);
      const element = await volume('v');
      expect([element.view, element.state, element.active, element.src, element.heading]).to.deep.equal(['chart', 'ready', null, '', '']);
      expect(Object.prototype).to.not.have.property('view');
    });

  it('ignores a cut and a period that the data does not have', async () => {
    go('#bands.by=nothing&r.period=%22%3E');
    const bands = await painted(await chart('lab-bands-chart', { data: LABS }, { id: 'bands', 'deep-link': '' }));
    const ranks = await painted(await chart('model-rank-chart', { data: RANKS }, { id: 'r', 'deep-link': '' }));
    for (const each of [bands, ranks]) await followed(each);
    expect([bands.state, bands.getAttribute('by'), ranks.state, 'period' in ranks && ranks.period]).to.deep.equal(['ready', '', 'ready', '']);
  });

  it('does nothing for a chart without an id, nor once the attribute is gone', async () => {
    const nameless = await painted(await chart('token-volume-chart', { data: PACKAGE }, { 'deep-link': '' }));
    const element = await volume('v');
    element.deepLink = false;
    await followed(element);
    for (const each of [nameless, element]) button(each, 'Table')?.click();
    expect(location.hash).to.equal('');
  });
});
