import { expect } from '@open-wc/testing';
import { PACKAGE, chart, painted, root, settled, until } from '../helpers/chart.js';
import { watch } from '../helpers/oracle.js';
import type { ChartElement } from '../../src/view/chart.js';

/** Words a chart must not say where it is to speak another language. */
const ENGLISH = /\b(Chart|Table|Download|Loading|This|Could|not|cannot|chart)\b/;

// each test takes a language that no other has fetched before it
describe('while its language is fetched, a chart', () => {
  before(async () => void (await painted(await chart('token-volume-chart', { data: PACKAGE }, { lang: 'en' })))); // what draws is here

  /** Every text that stood in the chart after one of its changes, in order. */
  const heard = async (properties: Readonly<Record<string, unknown>>, attributes: Readonly<Record<string, string>>): Promise<{ readonly element: ChartElement; readonly texts: readonly string[]; readonly shifts: readonly string[] }> => {
    const page = watch({ shifts: true });
    const texts: string[] = [];
    const element = document.createElement('token-volume-chart') as ChartElement;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const look = (): void => void texts.push([...root(element).querySelectorAll('.state p, .controls button, .quiet[role=status], .summary')].map(({ textContent }) => textContent).join(' '));
    document.body.append(element);
    await element.updateComplete;
    const looking = new MutationObserver(look);
    looking.observe(root(element), { subtree: true, childList: true, characterData: true });
    Object.assign(element, properties);
    try {
      await settled(element);
      look();
      await page.settle();
      return { element, texts, shifts: page.faults };
    } finally {
      looking.disconnect();
      page.stop();
      element.remove();
    }
  };

  it('says nothing in English, neither controls nor summary, and moves nothing when the words come', async () => {
    const { element, texts, shifts } = await heard({ data: PACKAGE }, { locale: 'ar' });
    expect(element.state).to.equal('ready');
    expect(texts.filter((text) => ENGLISH.test(text))).to.deep.equal([]);
    expect(texts.at(-1)).to.match(/[\u0600-\u06ff]/);
    expect(shifts).to.deep.equal([]);
  });

  it('says no failure in English', async () => {
    const { element, texts, shifts } = await heard({ data: [{ week: 'x', tokens: 'y' }] }, { locale: 'zh' });
    expect(element.state).to.equal('error');
    expect(texts.filter((text) => ENGLISH.test(text))).to.deep.equal([]);
    expect(texts.at(-1)).to.match(/[\u4e00-\u9fff]/);
    expect(shifts).to.deep.equal([]);
  });

  it('says no emptiness in English', async () => {
    const { element, texts, shifts } = await heard({ data: [] }, { locale: 'fr' });
    expect(element.state).to.equal('empty');
    expect(texts.filter((text) => ENGLISH.test(text))).to.deep.equal([]);
    expect(shifts).to.deep.equal([]);
  });

  it('keeps its words, if it has some, until the others are here', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }, { locale: 'en' }));
    const states: string[] = [];
    const looking = new MutationObserver(() => void states.push(`${element.state} ${root(element).querySelector('figure')!.lang}`));
    looking.observe(root(element), { subtree: true, childList: true, characterData: true, attributes: true });
    element.locale = 'de';
    await until(() => root(element).querySelector('figure')!.lang === 'de', 'the language');
    looking.disconnect();
    expect(states.length).to.be.greaterThan(0);
    expect(states.filter((state) => state !== 'ready de')).to.deep.equal([]);
  });
});
