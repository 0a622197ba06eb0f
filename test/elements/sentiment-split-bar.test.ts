import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/sentiment-split-bar.js';
import type { SentimentSplitBar } from '../../src/elements/sentiment-split-bar.js';
import { settled } from '../helpers/chart.js';

const shares = (yes: number, no: number): object => ({ resources: [{ name: 'rows', data: [{ label: 'Positive', share: yes }, { label: 'Negative', share: no }], schema: { fields: [{ name: 'label', type: 'string' }, { name: 'share', type: 'number', unit: '%' }] } }] });
const shipped: unknown = await (await fetch('/data/sentiment.json')).json();

async function chart(data: unknown, attributes: Readonly<Record<string, string>> = {}): Promise<SentimentSplitBar> {
  const element = await fixture<SentimentSplitBar>(html`<sentiment-split-bar loading="eager" style="inline-size: 680px"></sentiment-split-bar>`);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.data = data;
  return settled(element);
}
const spoken = (element: SentimentSplitBar, series: number): string => element.shown?.figure.point({ index: 0, series }).spoken ?? '';
const said = (element: SentimentSplitBar): string => element.renderRoot.querySelector('[role=alert]')?.textContent?.trim() ?? '';

describe('sentiment-split-bar', () => {
  it('the seed: 22.7 and 77.3 % of 22 comments are 5 and 17, derived', async () => {
    const element = await chart(shipped);
    expect(element.summary).to.equal('Share bar of Positive, Negative, from 22 comments. Positive 22.7%, Negative 77.3%. Of 22 comments, that is Positive 5, Negative 17. Negative has more than half.');
    expect(spoken(element, 1)).to.equal('Negative 77.3%, reported, 17 of 22 comments, derived, 2 of 2');
    expect(element.renderRoot.querySelector('[part=note]')?.textContent).to.contain('The counts are derived from the shares.');
    expect([...element.renderRoot.querySelectorAll('svg text')].map(({ textContent }) => textContent)).to.include.members(['Positive, 5 of 22', '22.7%', '77.3%']);
  });
  it('counts that follow from the shares are derived, the shares are not, in words and in the drawing', async () => {
    const element = await chart(shipped);
    const point = element.shown?.figure.point({ index: 0, series: 0 });
    expect(point?.rows).to.deep.equal([{ name: 'Share', value: '22.7%, reported' }, { name: 'Count', value: '5 of 22 comments, derived' }]);
    expect(point?.note).to.equal('');
    expect(element.shown?.picture.marks.filter(({ part, dash }) => part === 'segment' && dash)).to.deep.equal([]);
    expect(element.renderRoot.querySelector('[part=status]')?.textContent).to.equal('Reported');
  });
  it('n="22" gives the counts that the shares leave', async () => {
    const element = await chart(shares(22.7, 77.3), { n: '22' });
    expect(spoken(element, 0)).to.contain('5 of 22, derived');
  });
  it('n="5000" says that the counts cannot be told', async () => {
    const element = await chart(shares(23, 77), { n: '5000' });
    expect(element.shown?.figure.notices).to.deep.equal(['The counts cannot be told from shares of 5,000 that are printed so coarsely.']);
    expect(spoken(element, 0)).to.equal('Positive 23%, Status not stated, 1 of 2');
  });
  it('without n says that the number is not stated', async () => expect((await chart(shares(23, 77))).shown?.figure.notices).to.deep.equal(['The number behind the shares is not stated.']));
  it('counts alone give the shares', async () => {
    const element = await chart([{ label: 'Positive', count: 5 }, { label: 'Negative', count: 17 }]);
    expect(spoken(element, 0)).to.contain('Positive 22.7%, 5 of 22');
  });
  it('shares that add up to 90 are drawn to scale and said', async () => expect((await chart(shares(40, 50))).shown?.figure.notices[0]).to.contain('add up to 90%'));

  const bad: readonly (readonly [object, string, RegExp])[] = [
    [shares(50, 50), 'many', /n="many": expected a whole number/],
    [shares(50, 50), '0', /n="0": expected a whole number/],
    [shipped as object, '23', /n="23": expected the sum of the counts in the data, found 22/],
    [shares(0, 0), '', /at least one number above zero/],
    [shares(-1, 101), '', /share: expected a number that is not negative, found -1/],
  ];
  for (const [data, n, message] of bad) it(`n="${n}" or its data is said: ${message.source}`, async () => expect(said(await chart(data, n ? { n } : {}))).to.match(message));
});
