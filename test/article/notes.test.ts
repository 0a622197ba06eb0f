import { expect, fixture, html } from '@open-wc/testing';
import { PACKAGE, WEEKS, address, until } from '../helpers/chart.js';
import '../../src/define/index.js';

async function page(content: string): Promise<HTMLElement> {
  const article = await fixture<HTMLElement>(html`<article></article>`);
  article.innerHTML = content;
  await article.querySelector('editors-notes')!.updateComplete;
  return article;
}
const notes = (article: HTMLElement): string[] => [...article.querySelectorAll('editors-notes > :is(ul, ol) > li')].map((item) => item.textContent.replace(/\s+/g, ' ').trim());
const OLD = { ...PACKAGE, resources: [{ ...PACKAGE.resources[0], data: WEEKS.slice(1).map((row, i) => (i === 0 ? { ...row, tokens: 7.6 } : row)) }] };
const CHANGES = ['Jan 5, 2026: added.', 'Jan 12, 2026, Tokens: 7.6 trillion changed to 7.64 trillion.'];

describe('editors-notes', () => {
  it('lists notes newest first, with their dates, those without one last', async () => {
    const article = await page('<editors-notes><p>Undated</p><li>No date</li><p data-date="2026-05-29">Backported.</p><li><time datetime="2026-06-02">2 June</time> Corrected.</li></editors-notes>');
    expect(notes(article)).to.deep.equal(['2 June Corrected.', 'May 29, 2026: Backported.', 'No date']);
    expect(article.querySelectorAll('time')[1]!.dateTime).to.equal('2026-05-29');
  });

  it('adds the revisions of the chart’s dataset, unless the author lists them', async () => {
    const article = await page('<token-volume-chart id="v"></token-volume-chart><editors-notes for="v"><ul><li data-date="2026-01-01">Begun.</li></ul></editors-notes>');
    article.querySelector('token-volume-chart')!.data = { ...PACKAGE, revisions: [{ date: '2026-02-02', note: 'First <b>.' }, { date: '2026-01-01', note: 'Begun.' }] };
    await until(() => notes(article).length === 2, 'the revision');
    expect(notes(article)).to.deep.equal(['February 2, 2026: First <b>.', 'January 1, 2026: Begun.']);
  });

  it('lists what changed against a version in memory', async () => {
    const article = await page('<token-volume-chart id="v"></token-volume-chart><editors-notes for="v"></editors-notes>');
    article.querySelector('token-volume-chart')!.data = PACKAGE;
    article.querySelector('editors-notes')!.previous = OLD;
    await until(() => article.querySelector('.changes'), 'the changes');
    expect([...article.querySelectorAll('.changes li')].map((item) => item.textContent)).to.deep.equal(CHANGES);
    expect(article.querySelector('.changes')!.parentElement!.textContent).to.contain('First.');
  });

  it('lists what changed against a version at an address', async () => {
    const article = await page(`<token-volume-chart id="v"></token-volume-chart><editors-notes for="v" previous-src="/old.json"></editors-notes>`);
    const { fetch } = globalThis;
    globalThis.fetch = () => Promise.resolve(new Response(JSON.stringify(OLD)));
    article.querySelector('token-volume-chart')!.data = PACKAGE;
    await until(() => article.querySelector('.changes'), 'the changes');
    globalThis.fetch = fetch;
    expect([...article.querySelectorAll('.changes li')].map((item) => item.textContent)).to.deep.equal(CHANGES);
  });

  it('says that the version before could not be read', async () => {
    const article = await page(`<token-volume-chart id="v"></token-volume-chart><editors-notes for="v" previous-src="${address('{}')}"></editors-notes>`);
    article.querySelector('token-volume-chart')!.data = PACKAGE;
    await until(() => article.querySelector('.changes'), 'the sentence');
    expect(article.querySelector('.changes')!.textContent).to.contain('must begin with http');
  });
});
