// A chart over years of a page's life, in little: left and come back to, updated 10,000 times, refreshed for an hour of
// the page's own clock. Chromium counts what is left, after a collection of garbage.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { openBrowser, repository, settled } from '../helpers/browser.js';
import { CHROMIUM_ARGS, findChromium } from '../tools/chromium.js';
import { serve } from '../tools/static-server.js';

let session;
before(async () => {
  session = await openBrowser();
});
after(() => session?.close());

const PAGE = '/test/pages/blank.html';

/** A page of one chart, with what Chromium counts of it: bytes of heap, nodes, listeners. */
async function openChart(attributes, prepare = () => {}) {
  const { page, faults } = await session.newPage();
  await page.evaluateOnNewDocument(prepare);
  await page.goto(session.origin + PAGE);
  await page.evaluate(async (given) => {
    await import('/dist/open-token-charts.js');
    const chart = document.createElement('token-volume-chart');
    Object.assign(chart, given);
    document.body.append(chart);
  }, attributes);
  const client = await page.createCDPSession();
  const count = async () => {
    for (let i = 0; i < 3; i++) await client.send('HeapProfiler.collectGarbage');
    return { ...(await client.send('Memory.getDOMCounters')), ...(await client.send('Runtime.getHeapUsage')) };
  };
  return { page, faults, count };
}

function assertFlat(start, end) {
  assert.ok(end.usedSize - start.usedSize < 1_000_000, `the heap grew by ${end.usedSize - start.usedSize} bytes`);
  assert.ok(end.nodes - start.nodes < 100, `${end.nodes - start.nodes} nodes are left`);
  assert.ok(end.jsEventListeners - start.jsEventListeners < 10, `${end.jsEventListeners - start.jsEventListeners} listeners are left`);
}

it('10,000 updates leave the heap, its nodes and listeners as they were', { timeout: 240_000 }, async () => {
  const { page, faults, count } = await openChart({ data: [{ week: '2026-01-05', tokens: 1 }, { week: '2026-01-12', tokens: 2 }] });
  await settled(page, ['token-volume-chart']);
  const update = (times) => page.$eval('token-volume-chart', async (chart, n) => {
    for (let i = 0; i < n; i++) {
      chart.data = [{ week: '2026-01-05', tokens: i + 1 }, { week: '2026-01-12', tokens: (i % 7) + 2 }];
      await chart.updateComplete;
    }
  }, times);
  await update(500); // what is made once is made by then
  const start = await count();
  await update(10_000);
  assertFlat(start, await count());
  assert.deepEqual(faults, []);
  await page.close();
});

it('an hour of refresh, of the page’s own clock, leaves no timer, worker, object URL, observer or byte', { timeout: 240_000 }, async () => {
  const { page, faults, count } = await openChart({ src: '/data/token-volume.json', loading: 'eager', refresh: 5 }, () => {
    // long waits pass at once: the clock goes on by as much
    const { setTimeout: set, clearTimeout: clear } = globalThis;
    const now = Date.now.bind(Date);
    const waiting = new Map();
    const made = (globalThis.made = { passed: 0, requests: 0, urls: 0, workers: 0, waiting });
    Date.now = () => now() + made.passed;
    globalThis.setTimeout = (call, ms, ...rest) => {
      const long = ms >= 4000;
      const id = set(() => {
        waiting.delete(id);
        if (long) made.passed += ms;
        call(...rest);
      }, long ? 5 : ms);
      if (long) waiting.set(id, ms);
      return id;
    };
    globalThis.clearTimeout = (id) => {
      waiting.delete(id);
      clear(id);
    };
    const { fetch } = globalThis;
    globalThis.fetch = (...args) => {
      made.requests++;
      return fetch(...args);
    };
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (blob) => (made.urls++, createObjectURL.call(URL, blob));
    URL.revokeObjectURL = (url) => (made.urls--, revokeObjectURL.call(URL, url));
    globalThis.Worker = class extends Worker {
      constructor(...args) {
        super(...args);
        made.workers++;
      }
      terminate() {
        made.workers--;
        super.terminate();
      }
    };
  });
  await page.waitForFunction(() => globalThis.made.passed > 120_000, { timeout: 60_000 });
  const start = await count();
  await page.waitForFunction(() => globalThis.made.passed > 3_720_000, { timeout: 200_000 });
  assertFlat(start, await count());
  assert.ok((await page.evaluate(() => globalThis.made.requests)) > 700);
  assert.equal(await page.$eval('token-volume-chart', (chart) => chart.state), 'ready');
  await page.$eval('token-volume-chart', (chart) => chart.remove());
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const { waiting, urls, workers } = await page.evaluate(() => ({ waiting: [...globalThis.made.waiting.values()], urls: globalThis.made.urls, workers: globalThis.made.workers }));
  assert.deepEqual({ waiting, urls, workers }, { waiting: [], urls: 0, workers: 0 });
  assert.deepEqual(faults, []);
  await page.close();
});

it('a page left and come back to has its chart as it was, and the chart answers', { timeout: 60_000 }, async () => {
  // files that may be kept, and no interception: with either the page would be loaded anew
  const site = await serve({ root: repository, headers: { 'cache-control': 'no-cache' } });
  const { executablePath, env } = await findChromium();
  const browser = await puppeteer.launch({ executablePath, env: { ...env, TZ: 'UTC' }, args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(() => {
      globalThis.shown = [];
      addEventListener('pageshow', ({ persisted }) => globalThis.shown.push(persisted));
    });
    await page.goto(`${site.origin}/test/pages/strict.html`);
    await settled(page);
    await page.evaluate(() => (document.querySelector('token-volume-chart').mark = 'the same'));
    await page.goto(site.origin + PAGE);
    await page.evaluate(() => history.back()).catch(() => undefined); // its context ends with it
    await page.waitForFunction(() => globalThis.shown?.length > 1);
    assert.deepEqual(await page.evaluate(() => [globalThis.shown.at(-1), document.querySelector('token-volume-chart').mark]), [true, 'the same'], 'it came from the cache');
    await settled(page);
    await page.evaluate(() => document.querySelector('token-volume-chart').show({ index: 0, series: 0 }));
    await page.waitForFunction(() => document.querySelector('token-volume-chart').shadowRoot.querySelector('.tooltip'));
    await page.evaluate(() => document.querySelector('token-volume-chart').reload());
    assert.deepEqual(await page.$$eval('token-volume-chart, origin-split-bar', (charts) => charts.map((chart) => chart.state)), ['ready', 'ready']);
    assert.deepEqual(await page.evaluate(() => globalThis.violations ?? []), []);
  } finally {
    await browser.close();
    await site.close();
  }
});
