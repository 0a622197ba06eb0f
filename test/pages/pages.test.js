// Whole pages with the script build, as a site would have them.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { openBrowser, repository, settled } from '../helpers/browser.js';

let session;
before(async () => {
  session = await openBrowser();
});
after(() => session?.close());

describe('one script tag and two tags', () => {
  for (const file of ['strict.html', 'strict-foundation.html']) {
    it(`draw both charts from data/*.json under ${file}'s policy, with no report, error or request elsewhere`, async () => {
      const { page, faults } = await session.newPage();
      await page.goto(`${session.origin}/test/pages/${file}`);
      await settled(page);
      const drawn = await page.$$eval('token-volume-chart, origin-split-bar', (charts) => charts.map((chart) => [chart.state, chart.shadowRoot.querySelectorAll('svg[part=svg] [part~=line], svg[part=svg] [part~=segment]').length > 0]));
      assert.deepEqual(drawn, [['ready', true], ['ready', true]]);
      // what comes late must obey the policy too: table, description, downloads, tooltip, error
      await page.evaluate(async () => {
        const [volume, split] = document.querySelectorAll('token-volume-chart, origin-split-bar');
        volume.open = 'about';
        split.view = 'table';
        await volume.show({ index: 3, series: 0 });
        await volume.toSVG();
        await volume.toCSV();
        const broken = document.createElement('token-volume-chart');
        broken.data = [{ week: 'x', tokens: 'y' }];
        document.body.append(broken);
        await broken.updateComplete;
      });
      await page.waitForFunction(() => document.querySelector('origin-split-bar').shadowRoot.querySelector('table') && document.querySelector('token-volume-chart').shadowRoot.querySelector('.tooltip'));
      const place = await page.$eval('token-volume-chart', (chart) => chart.shadowRoot.querySelector('.tooltip').style.left);
      assert.match(place, /px$/);
      // sound, whose library has dialogs, words and styles of its own, leaves the page as it is
      const nodes = () => page.evaluate(() => [document.querySelectorAll('*').length, document.querySelectorAll('[style]').length]);
      const before = await nodes();
      await page.evaluate(() => [...document.querySelector('token-volume-chart').shadowRoot.querySelectorAll('.controls button')].at(-1).click());
      await page.waitForFunction(() => document.querySelector('token-volume-chart').playing);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !document.querySelector('token-volume-chart').playing);
      assert.deepEqual(await nodes(), before);
      assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
      assert.deepEqual(faults, []);
      await page.close();
    });
  }
});

describe('layout', () => {
  for (const width of [240, 340, 680, 1200]) {
    it(`does not shift when data comes late, at ${width} px`, async () => {
      const { page } = await session.newPage({ width, delays: { 'token-volume.json': 400, 'origin-split.json': 600 } });
      await page.goto(`${session.origin}/test/pages/strict.html`);
      await page.waitForFunction(() => document.querySelector('token-volume-chart').state === 'loading');
      const heights = () => page.$$eval('token-volume-chart, origin-split-bar', (charts) => charts.map((chart) => chart.getBoundingClientRect().height));
      await page.evaluate(() => Promise.all([...document.querySelectorAll('token-volume-chart, origin-split-bar')].map((chart) => chart.updateComplete)));
      const before = await heights();
      await settled(page);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      assert.deepEqual(await heights(), before);
      const shift = (await page.evaluate(() => globalThis.shifts)).reduce((sum, value) => sum + value, 0);
      assert.equal(shift, 0);
      await page.close();
    });
  }
});

describe('a language', () => {
  for (const [name, delay, least] of [['that is refused', NaN, 0], ['that keeps the reader waiting', Infinity, 2900]]) {
    it(`${name} leaves the chart in English`, async () => {
      const { page, faults } = await session.newPage({ delays: { 'ar-': delay } });
      await page.goto(`${session.origin}/test/pages/blank.html`);
      const [took, words, lang] = await page.evaluate(async () => {
        await import('/dist/open-token-charts.js');
        const chart = document.createElement('token-volume-chart');
        Object.assign(chart, { locale: 'ar', data: [{ week: '2026-01-05', tokens: 4 }, { week: '2026-01-12', tokens: 5 }] });
        const began = performance.now();
        document.body.append(chart);
        await chart.updateComplete;
        return [performance.now() - began, chart.shadowRoot.querySelector('.controls').textContent, chart.shadowRoot.querySelector('figure').lang];
      });
      assert.match(words, /Table/);
      assert.equal(lang, 'en');
      assert.ok(took >= least && took < 10_000, `${took} ms`);
      assert.deepEqual(faults, []);
      await page.close();
    });
  }

  it('that comes late is not preceded by another', async () => {
    const { page } = await session.newPage({ delays: { 'ar-': 600 } });
    await page.goto(`${session.origin}/test/pages/blank.html`);
    await page.evaluate(async () => {
      await import('/dist/open-token-charts.js');
      const chart = document.createElement('token-volume-chart');
      Object.assign(chart, { locale: 'ar', src: '/data/token-volume.json', loading: 'eager' });
      document.body.append(chart);
    });
    const words = () => page.$eval('token-volume-chart', (chart) => [chart.state, ...[...chart.shadowRoot.querySelectorAll('.state p, [role=status], .controls button')].map(({ textContent }) => textContent)].join(' '));
    assert.equal((await words()).trim(), 'loading');
    await settled(page);
    assert.match(await words(), /^ready .*[\u0600-\u06ff]/);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
    await page.close();
  });
});

describe('dist/preload.json', () => {
  const { files } = JSON.parse(readFileSync(`${repository}dist/preload.json`, 'utf8'));
  const datasets = { 'token-volume-chart': 'token-volume', 'origin-split-bar': 'origin-split', 'origin-trend-chart': 'origin-trend', 'lab-bands-chart': 'lab-bands', 'model-rank-chart': 'model-ranks', 'token-price-chart': 'prices', 'sentiment-split-bar': 'sentiment' };
  for (const [script, byTag] of Object.entries(files)) {
    for (const [tag, listed] of Object.entries(byTag)) {
      it(`names what ${script} draws ${tag} with, all of it and no more`, async () => {
        const others = readdirSync(`${repository}dist/chunks`).filter((file) => file.endsWith('.js') && !listed.includes(`chunks/${file}`));
        const { page } = await session.newPage({ delays: Object.fromEntries(others.map((file) => [file, NaN])) });
        const asked = new Set();
        page.on('requestfinished', (request) => asked.add(new URL(request.url()).pathname.slice('/dist/'.length)));
        await page.goto(`${session.origin}/test/pages/blank.html`);
        await page.evaluate(async (file, name, data) => {
          await import(`/dist/${file}`);
          const chart = document.createElement(name);
          Object.assign(chart, { src: `/data/${data}.json`, loading: 'eager' });
          document.body.append(chart);
        }, script, tag, datasets[tag]);
        await settled(page, [tag]);
        assert.equal(await page.$eval(tag, (chart) => chart.state), 'ready');
        assert.deepEqual(listed.filter((file) => !asked.has(file)), []);
        await page.close();
      });
    }
  }
  it('has every chart, alone and in the script of all', () => {
    assert.deepEqual(Object.keys(files['open-token-charts.js']).sort(), Object.keys(datasets).sort());
    assert.deepEqual(Object.keys(files).sort(), ['open-token-charts.js', ...Object.keys(datasets).map((tag) => `${tag}.js`)].sort());
  });
});
