// A prerendered page in a browser with script: one chart and never two, no jump, the same words, and the figure again
// beside an error.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { prerender } from '../../dist/npm/prerender/index.js';
import { CHROMIUM_ARGS, findChromium } from '../tools/chromium.js';
import { serve } from '../tools/static-server.js';
import { article, root, tags } from './page.js';

const own = {};
before(async () => {
  const { executablePath, env } = await findChromium();
  own.browser = await puppeteer.launch({ executablePath, env, args: CHROMIUM_ARGS });
  own.server = await serve({ root });
  own.html = (await prerender(article({ script: '<script type="module" src="/dist/open-token-charts.js"></script>' }), { root })).html;
});
after(async () => {
  await own.browser?.close();
  await own.server?.close();
});

/** Counts, in every frame, the charts that show their figure and the live chart at once. */
const WATCH = `
  window.both = [];
  const shows = (element) => element != null && element.getClientRects().length > 0;
  const look = () => {
    for (const chart of document.querySelectorAll(${JSON.stringify(tags.join(','))})) {
      const figure = chart.shadowRoot?.querySelector('figure:not(.gone)');
      if (chart.state !== 'error' && shows(figure) && shows(chart.querySelector(':scope > figure'))) window.both.push(chart.localName + ' ' + chart.state);
    }
    requestAnimationFrame(look);
  };
  look();
`;

/** The page opened, its script and data held back until \`go\` is called. */
async function open(width, { fail = false } = {}) {
  const page = await own.browser.newPage();
  await page.setViewport({ width, height: 800 });
  await page.evaluateOnNewDocument(WATCH);
  await page.setRequestInterception(true);
  const held = [];
  let free = false;
  const answer = (request) => {
    if (fail && request.url().includes('/data/')) return request.respond({ status: 404, body: '' });
    return request.continue();
  };
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname === '/article') void request.respond({ contentType: 'text/html; charset=utf-8', body: own.html });
    else if (pathname.startsWith('/dist/') && !free) held.push(request);
    else void answer(request);
  });
  void page.goto(`${own.server.origin}/article`, { waitUntil: 'load' }).catch(() => undefined);
  await page.waitForSelector('article > p:last-of-type');
  return {
    page,
    go: async (state) => {
      free = true;
      for (const request of held) await answer(request);
      await page.waitForFunction(`[...document.querySelectorAll(${JSON.stringify(tags.join(','))})].every((chart) => chart.state === ${JSON.stringify(state)})`, { timeout: 20_000 });
      await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
    },
  };
}

const places = (page) => page.evaluate(`[...document.querySelectorAll('h2, article > p')].map((heading) => heading.getBoundingClientRect().top + scrollY)`);

for (const width of [340, 680, 1200]) {
  test(`at ${width} px the chart takes its figure's place: never both, and what follows moves by less than a line`, async () => {
    const { page, go } = await open(width);
    const start = await places(page);
    await go('ready');
    const end = await places(page);
    assert.deepEqual(await page.evaluate('window.both'), []);
    const moved = end.map((top, i) => Math.round(top - start[i] - (i ? end[i - 1] - start[i - 1] : 0)));
    assert.ok(moved.every((by) => Math.abs(by) < 24), `moved by ${moved.join(', ')} px`);
    assert.equal(await page.evaluate(`document.querySelectorAll('[data-prerendered] svg').length`), tags.length);
    assert.equal(await page.evaluate(`[...document.querySelectorAll('figure[data-prerendered]')].filter((figure) => figure.getClientRects().length > 0).length`), 0);
    await page.close();
  });
}

test('the figure says what the live chart says: heading, subheading, summary, status, source, and its values', async () => {
  const { page, go } = await open(680);
  await go('ready');
  const said = await page.evaluate(`[...document.querySelectorAll(${JSON.stringify(tags.join(','))})].map((chart) => {
    const words = (element) => (element?.textContent ?? '').replace(/\\s+/g, ' ').trim();
    const slot = (name) => words(chart.shadowRoot.querySelector('[part=' + name + ']'));
    return {
      tag: chart.localName,
      figure: words(chart.querySelector(':scope > figure')),
      parts: [slot('heading'), slot('subheading'), words(chart.shadowRoot.querySelector('#summary')), slot('status'), slot('source').replace(/\\.$/, ''), ...chart.summary.match(/[^.]+\\.(?= |$)/g).map((sentence) => sentence.trim())],
    };
  })`);
  assert.equal(said.length, tags.length);
  for (const { tag, figure, parts } of said) for (const part of parts) assert.ok(figure.includes(part), `${tag} says "${part}", its figure does not`);
  await page.close();
});

test('where data fails the figure is there beside the error', async () => {
  const { page, go } = await open(680, { fail: true });
  await go('error');
  const shown = await page.evaluate(`[...document.querySelectorAll(${JSON.stringify(tags.join(','))})].map((chart) => [chart.querySelector(':scope > figure').getClientRects().length, chart.shadowRoot.querySelector('[part=error]').getClientRects().length, chart.querySelector(':scope > figure').scrollHeight - chart.querySelector(':scope > figure').clientHeight])`);
  assert.deepEqual(shown, tags.map(() => [1, 1, 0]));
  await page.close();
});
