// The page for frames: what its address may ask for, and how its parent learns its height. Needs a build: npm run build.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { after, before, test } from 'node:test';
import { openBrowser, repository } from '../helpers/browser.js';

let session;
before(async () => {
  session = await openBrowser();
});
after(() => session.close());

async function open(query) {
  const { page, faults } = await session.newPage();
  await page.goto(`${session.origin}/dist/embed.html?${query}`, { waitUntil: 'load' });
  await page.waitForFunction(() => document.querySelector('[role=alert]') || ['ready', 'error', 'empty'].includes(document.body.querySelector(':defined[src], :defined[loading]')?.state));
  const found = await page.evaluate(() => {
    const chart = [...document.body.children].find((element) => element.localName.includes('-'));
    return {
      tag: chart?.localName,
      state: chart?.state,
      attributes: Object.fromEntries([...(chart?.attributes ?? [])].map(({ name, value }) => [name, value])),
      alert: document.querySelector('[role=alert]')?.textContent,
      others: [...document.body.children].map(({ localName }) => localName).filter((name) => !['noscript', 'p'].includes(name) && !name.includes('-')),
      violations: globalThis.violations,
      ran: globalThis.ran,
    };
  });
  await page.close();
  return { ...found, faults };
}
const address = (given) => new URLSearchParams(given).toString();

test('embed.html draws the chart of its address, under its own strict policy', async () => {
  const { tag, state, attributes, faults, violations } = await open(address({ chart: 'origin-split-bar', src: '../data/origin-split.json', layout: 'bars', heading: 'Shares' }));
  assert.deepEqual({ tag, state, faults, violations }, { tag: 'origin-split-bar', state: 'ready', faults: [], violations: [] });
  assert.equal(attributes.layout, 'bars');
  assert.equal(attributes.heading, 'Shares');
});

test('embed.html refuses tags that are no chart and says which there are', async () => {
  for (const chart of ['script', 'img', 'iframe', 'x-evil', 'chart-claim', '', 'token-volume-chart onclick=alert(1)']) {
    const { tag, alert, others, ran } = await open(address({ chart, src: '../data/origin-split.json', onerror: 'ran = 1' }));
    assert.deepEqual({ tag, others, ran }, { tag: undefined, others: [], ran: undefined }, chart);
    assert.match(alert, /expected one of token-volume-chart/, chart);
  }
});

test('embed.html refuses a src that is no plain http address', async () => {
  for (const src of ['javascript:ran=1', ' java\nscript:ran=1', 'data:application/json,[]', 'blob:null/1', 'file:///etc/passwd', 'ftp://example.com/a', 'https://user:word@example.com/a.json', 'http://']) {
    const { tag, alert, ran, faults } = await open(address({ chart: 'token-volume-chart', src }));
    assert.deepEqual({ tag, ran, faults }, { tag: undefined, ran: undefined, faults: [] }, src);
    assert.match(alert, /^This chart cannot be shown\. src: expected the address/, src);
  }
});

test('embed.html passes known attributes only, and their text stays text', async () => {
  const markup = '"><img src=x onerror=ran=1><script>ran=1</script>';
  const { tag, attributes, others, ran, violations } = await open(
    address({ chart: 'origin-split-bar', src: '../data/origin-split.json', heading: markup, note: markup, onclick: 'ran=1', onload: 'ran=1', style: 'position:fixed', slot: 'x', id: 'x', class: 'x', is: 'x', data: '[]', open: 'about', __proto__: 'x', constructor: 'x' }),
  );
  assert.equal(tag, 'origin-split-bar');
  assert.equal(attributes.heading, markup);
  assert.deepEqual(Object.keys(attributes).sort(), ['heading', 'loading', 'note', 'src', 'style', 'view']);
  assert.equal(attributes.style, 'margin: 0px;');
  assert.deepEqual({ others, ran, violations }, { others: [], ran: undefined, violations: [] });
});

test('embed-parent.js gives the frame that sent a height that height, within bounds, and no other frame', async () => {
  const folder = `${repository}dist/test-frame`;
  const frame = (id, src) => `<iframe id="${id}" title="${id}" src="${src}" style="width:600px;height:100px;border:0"></iframe>`;
  const src = `../embed.html?${address({ chart: 'origin-split-bar', src: '../data/origin-split.json' })}`.replaceAll('&', '&amp;');
  const claims = (height) => `<script>addEventListener('message', () => parent.postMessage({ type: 'open-token-charts:height', height: ${height} }, '*'))</script>`;
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of [
    ['index.html', `<!doctype html><link rel="icon" href="data:,"><body>${frame('chart', src)}${frame('high', 'high/embed.html')}${frame('odd', 'odd/embed.html')}${frame('other', 'other.html')}`],
    ['high/embed.html', claims('1e9')],
    ['odd/embed.html', claims('"9; position: fixed"')],
    ['other.html', claims('900')],
  ]) {
    mkdirSync(path.dirname(`${folder}/${name}`), { recursive: true });
    writeFileSync(`${folder}/${name}`, text);
  }
  try {
    const { page, faults } = await session.newPage();
    await page.goto(`${session.origin}/dist/test-frame/`, { waitUntil: 'load' });
    const heights = () => page.evaluate(() => Object.fromEntries([...document.querySelectorAll('iframe')].map(({ id, offsetHeight }) => [id, offsetHeight])));
    // the script comes last, as on a slow network: the chart has told its height to nobody by then
    await page.waitForFunction(() => document.getElementById('chart').contentDocument?.body?.querySelector(':defined[src]')?.state === 'ready');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
    assert.deepEqual(await heights(), { chart: 100, high: 100, odd: 100, other: 100 });
    await page.addScriptTag({ type: 'module', url: '../embed-parent.js' });
    await page.waitForFunction(() => document.getElementById('chart').offsetHeight > 200 && document.getElementById('high').offsetHeight > 200);
    await page.evaluate(() => {
      for (const id of ['odd', 'other']) document.getElementById(id).contentWindow.postMessage('speak', '*');
    });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    const content = await page.evaluate(() => Math.ceil(document.getElementById('chart').contentDocument.body.getBoundingClientRect().height));
    const found = await heights();
    assert.equal(found.chart, content);
    assert.deepEqual({ ...found, chart: 0 }, { chart: 0, high: 4000, odd: 100, other: 100 });
    await page.evaluate(() => window.postMessage({ type: 'open-token-charts:height', height: 700 }, '*'));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    assert.equal((await heights()).chart, content, 'a message of the page itself sizes nothing');
    // wider text, other height: the parent follows
    await page.evaluate(() => (document.getElementById('chart').style.width = '300px'));
    await page.waitForFunction((before) => document.getElementById('chart').offsetHeight !== before, {}, content);
    assert.deepEqual(faults, []);
    await page.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('embed-parent.js weighs no more than 1 kB', () => {
  const code = readFileSync(`${repository}dist/embed-parent.js`);
  assert.ok(code.length <= 1000 && gzipSync(code).length < 500, String(code.length));
});
