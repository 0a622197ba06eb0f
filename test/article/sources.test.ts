import { expect, fixture, html } from '@open-wc/testing';
import { PACKAGE, until } from '../helpers/chart.js';
import '../../src/define/index.js';

const MARK = (id: string): string => `<sup><a href="#source-${id}">?</a></sup>`;
const ITEM = (id: string, address: string): string => `<li id="source-${id}"><a href="${address}">${id}</a></li>`;

async function page(content: string): Promise<HTMLElement> {
  const article = await fixture<HTMLElement>(html`<article></article>`);
  article.innerHTML = content;
  await until(() => article.querySelector('.source-uses') ?? article.querySelector('chart-sources')?.hasUpdated, 'the list');
  await new Promise((resolve) => setTimeout(resolve, 20));
  return article;
}
const items = (article: HTMLElement): string[] => [...article.querySelectorAll('chart-sources > ol > li')].map((item) => item.textContent.replace(/\s+/g, ' ').trim());
const marks = (article: HTMLElement): string[] => [...article.querySelectorAll('p')].map((p) => p.textContent);

describe('chart-sources', () => {
  it('numbers marks and list in the order of first use, the unused last', async () => {
    const article = await page(`<p>One${MARK('b')} and ${MARK('a')}</p><p>Again${MARK('b')}</p><chart-sources><ol>${ITEM('a', 'https://a.example/')}${ITEM('c', 'https://c.example/')}${ITEM('b', 'https://b.example/')}</ol></chart-sources>`);
    expect(marks(article)).to.deep.equal(['One1 and 2', 'Again1']);
    expect(items(article)).to.deep.equal(['b ↩ 1, 2', 'a ↩ 1', 'c']);
    expect(article.querySelector('p a')!.getAttribute('aria-label')).to.equal('Source 1');
  });

  it('keeps the author’s order with order="listed"', async () => {
    const article = await page(`<p>One${MARK('b')} and ${MARK('a')}</p><chart-sources order="listed"><ol>${ITEM('a', 'https://a.example/')}${ITEM('b', 'https://b.example/')}</ol></chart-sources>`);
    expect(marks(article)).to.deep.equal(['One2 and 1']);
    expect(items(article)).to.deep.equal(['a ↩ 1', 'b ↩ 1']);
  });

  it('parts marks that nothing parts, once', async () => {
    const article = await page(`<p>Prices.${MARK('a')}${MARK('b')}<a href="#source-c"><sup>?</sup></a></p><chart-sources><ol>${ITEM('a', 'https://a.example/')}${ITEM('b', 'https://b.example/')}${ITEM('c', 'https://c.example/')}</ol></chart-sources>`);
    expect(marks(article)).to.deep.equal(['Prices.1, 2, 3']);
    article.querySelector('chart-sources')!.requestUpdate();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(marks(article)).to.deep.equal(['Prices.1, 2, 3']);
  });

  it('adds what charts name, one source an address, at the end', async () => {
    const article = await page(`<p>Text${MARK('b')}</p><token-volume-chart></token-volume-chart><chart-sources><ol>${ITEM('a', 'https://example.org/source/')}${ITEM('b', 'https://b.example/')}</ol></chart-sources>`);
    article.querySelector('token-volume-chart')!.data = { ...PACKAGE, sources: [...PACKAGE.sources, { title: 'Another', path: 'https://c.example/' }, { title: '<b>No address</b>' }] };
    await until(() => items(article).length === 4, 'the chart’s sources');
    expect(items(article)).to.deep.equal(['b ↩ 1', 'a ↩ 1', 'Another ↩ 1', '<b>No address</b> ↩ 1']);
    article.querySelector('token-volume-chart')!.remove();
    await until(() => items(article).length === 2, 'gone with the chart');
  });

  it('leads back: every link finds its place, one a paragraph, claims of the chart included', async () => {
    const article = await page(`<p>Twice${MARK('a')} in one${MARK('a')}</p><p><chart-claim for="v">6 trillion</chart-claim></p><token-volume-chart id="v"></token-volume-chart><chart-sources><ol>${ITEM('a', 'https://example.org/source')}</ol></chart-sources>`);
    article.querySelector('token-volume-chart')!.data = PACKAGE;
    await until(() => items(article)[0] === 'a ↩ 1, 2, 3', 'three places');
    const places = [...article.querySelectorAll('.source-uses a')].map((link) => document.querySelector(link.getAttribute('href')!)!.localName);
    expect(places).to.deep.equal(['a', 'chart-claim', 'token-volume-chart']);
  });

  it('takes bare links and items as its children, and makes the list', async () => {
    const article = await page('<chart-sources><a href="https://a.example/">A</a><li><a href="https://b.example/">B</a></li></chart-sources>');
    expect(items(article)).to.deep.equal(['A', 'B']);
  });

  it('renumbers when a mark comes', async () => {
    const article = await page(`<p>One${MARK('b')}</p><chart-sources><ol>${ITEM('a', 'https://a.example/')}${ITEM('b', 'https://b.example/')}</ol></chart-sources>`);
    article.insertAdjacentHTML('afterbegin', `<p>Zero${MARK('a')}</p>`);
    await until(() => marks(article).join() === 'Zero1,One2', 'new numbers');
  });
});
