// The script forms from another site, as from a host of npm packages, each with its published digest; and the one file that
// needs nothing beside it. Needs a build: npm run build.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, repository, settled } from '../helpers/browser.js';
import { element, tags } from '../prerender/page.js';
import { serve } from '../tools/static-server.js';

const { files } = JSON.parse(readFileSync(`${repository}dist/integrity.json`, 'utf8'));
const own = {};
before(async () => {
  own.folder = mkdtempSync(path.join(tmpdir(), 'elsewhere-'));
  cpSync(`${repository}data`, path.join(own.folder, 'data'), { recursive: true });
  cpSync(`${repository}dist/open-token-charts.alone.js`, path.join(own.folder, 'charts.js'));
  own.scripts = await serve({ root: `${repository}dist`, headers: { 'access-control-allow-origin': '*' } });
  own.session = await openBrowser({ root: own.folder });
});
after(async () => {
  await own.session?.close();
  await own.scripts?.close();
  rmSync(own.folder, { recursive: true, force: true });
});

/** Opens a page of these charts with that script tag: what was asked for, what went wrong, and each chart's state. */
async function open(script, names, look = settled) {
  const policy = `default-src 'none'; script-src 'self' ${own.scripts.origin}; connect-src 'self'; img-src data:`;
  writeFileSync(path.join(own.folder, 'page.html'), `<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Page</title><link rel="icon" href="data:,">${script}<body>${names.map((tag) => element(tag, '/data/', 'loading="eager"')).join('\n')}</body></html>`);
  const { page, faults } = await own.session.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${own.session.origin}/page.html`, { waitUntil: 'load' });
  await look(page, names);
  const states = await page.evaluate((selector) => [...document.querySelectorAll(selector)].map((chart) => chart.state), names.join());
  const violations = await page.evaluate('violations');
  return { page, states, asked, faults: [...faults.filter((fault) => !fault.startsWith(`request elsewhere: ${own.scripts.origin}/`)), ...violations] };
}

const showTables = async (page) => {
  await page.evaluate((selector) => document.querySelectorAll(selector).forEach((chart) => (chart.view = 'table')), tags.join());
  await page.waitForFunction((selector) => [...document.querySelectorAll(selector)].every(({ shadowRoot }) => shadowRoot.querySelector('[part=table]')), {}, tags.join());
};

for (const [file, names] of [['open-token-charts.js', tags], ['open-token-charts.alone.js', tags], ...tags.map((tag) => [`${tag}.js`, [tag]])]) {
  test(`${file} from another site, with its digest, draws its charts, and their tables when asked`, async () => {
    const { page, states, asked, faults } = await open(`<script type="module" src="${own.scripts.origin}/${file}" integrity="${files[file]}" crossorigin="anonymous"></script>`, names);
    assert.deepEqual(states, names.map(() => 'ready'));
    await showTables(page);
    await page.close();
    assert.deepEqual(faults, []);
    const chunks = asked.filter((url) => url.includes('/chunks/'));
    assert.equal(chunks.every((url) => url.startsWith(`${own.scripts.origin}/chunks/`)), true, chunks.join());
    assert.equal(chunks.length > 0, !file.includes('alone'));
  });
}

test('a script that is not what its digest says does not run', async () => {
  const { page, states } = await open(`<script type="module" src="${own.scripts.origin}/open-token-charts.js" integrity="${files['open-token-charts.alone.js']}" crossorigin="anonymous"></script>`, tags, async (opened) => opened.waitForSelector(tags[0]));
  assert.deepEqual(states, tags.map(() => null), 'no chart is defined');
  await page.close();
});

test('open-token-charts.alone.js, copied under another name with nothing beside it, draws all charts, tables, languages and files by itself', async () => {
  const { page, states, asked, faults } = await open('<script type="module" src="charts.js"></script>', tags);
  assert.deepEqual(states, tags.map(() => 'ready'));
  await showTables(page);
  const { csv, svg } = await page.evaluate(async (tag) => {
    const chart = document.querySelector(tag);
    chart.locale = 'de';
    return { csv: await chart.toCSV(), svg: await chart.toSVG() };
  }, tags[0]);
  await page.waitForFunction((tag) => document.querySelector(tag).shadowRoot.querySelector('figure').lang === 'de', {}, tags[0]);
  await page.close();
  assert.match(csv, /2026-05-25,/);
  assert.match(svg, /^<svg/);
  assert.deepEqual(faults, []);
  assert.deepEqual([...new Set(asked.map((url) => new URL(url)).filter(({ pathname }) => pathname.endsWith('.js')).map(({ pathname }) => pathname))], ['/charts.js']);
});
