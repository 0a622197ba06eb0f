// The demo as a reader meets it: every page in Chromium, under the policy that it carries.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, findChromium } from '../tools/chromium.js';
import { framed, pages } from '../tools/frame-demo.js';
import { serve } from '../tools/static-server.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "frame-src 'self'",
  "require-trusted-types-for 'script'",
];

let server;
let browser;

before(async () => {
  assert.ok(existsSync(path.join(root, 'dist/demo/cases.js')), 'the demo is built: npm run build');
  server = await serve({ root });
  const { executablePath, env } = await findChromium();
  browser = await puppeteer.launch({ executablePath, env: { ...env, TZ: 'UTC' }, args: CHROMIUM_ARGS });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a demo page; `complaints` collects all that the console, the policy and the network say against it. */
async function open(file, { width = 680, height = 900, scheme = 'light', prepare } = {}) {
  const page = await browser.newPage();
  const complaints = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`thrown: ${error}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  await page.evaluateOnNewDocument(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => globalThis.violations.push(`${violatedDirective} ${blockedURI}`));
  });
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
  await prepare?.(page);
  await page.goto(`${server.origin}/demo/${file}`, { waitUntil: 'load' });
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  return { page, complaints };
}

/** Brings each chart near, so that lazy ones have loaded, and waits until none is under way. */
const drawAll = (page) =>
  page.evaluate(async () => {
    const charts = [...document.querySelectorAll('*')].filter((element) => typeof element.state === 'string' && 'dataset' in element && element.localName.includes('-'));
    for (const chart of charts) {
      chart.scrollIntoView({ block: 'center', behavior: 'instant' });
      for (let i = 0; i < 200 && !['ready', 'empty', 'error'].includes(chart.state); i++) await new Promise((done) => setTimeout(done, 25));
      await chart.updateComplete;
    }
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return charts.map(({ localName, state }) => ({ localName, state }));
  });

/** Values of an attribute in the page's markup, code samples left out. */
const attributesOf = (text, name) => [...text.replace(/<pre[^]*?<\/pre>/g, '').matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value]) => value);

describe('demo', () => {
  for (const file of pages) {
    describe(file, () => {
      const text = readFileSync(path.join(root, 'demo', file), 'utf8');

      it('has the head, the navigation and the foot of every page, as npm run frame writes them', () => {
        assert.equal(text, framed(text, file));
      });

      it('carries the strict policy and no script or style of its own', () => {
        const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? '';
        for (const directive of POLICY) assert.ok(policy.split('; ').includes(directive), `${directive} is in the policy`);
        const scripts = [...text.matchAll(/<script([^>]*)>/g)].map(([, rest]) => rest);
        for (const script of scripts) assert.match(script, /type="module" src="[^"]+"/);
        assert.doesNotMatch(text, /<style|\sstyle="|\son\w+="/);
      });

      it('opened and scrolled through, it draws every chart and nothing complains', async () => {
        const { page, complaints } = await open(file);
        const charts = await drawAll(page);
        if (file !== 'gallery.html') assert.deepEqual(charts.filter(({ state }) => state !== 'ready'), []);
        assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
        assert.deepEqual(complaints, []);
        await page.close();
      });

      it('at 320, 340, 680 and 1200 px it does not scroll sideways', async () => {
        const { page } = await open(file);
        await drawAll(page);
        for (const width of [320, 340, 680, 1200]) {
          await page.setViewport({ width, height: 900 });
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
          const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.equal(over, 0, `at ${width} px the page is ${over} px too wide`);
        }
        await page.close();
      });

      it('its links and files lead somewhere', async () => {
        const { page } = await open(file);
        const found = await page.evaluate(() => [...document.querySelectorAll('a[href], link[href], script[src]')].map((element) => element.href || element.src));
        await page.close();
        const local = [...new Set(found)].map((href) => new URL(href)).filter(({ origin }) => origin === server.origin);
        for (const { pathname } of local) {
          const response = await fetch(server.origin + pathname, { method: 'HEAD' });
          assert.equal(response.status, 200, pathname);
        }
        for (const address of attributesOf(text, 'src').filter((each) => each.endsWith('.json'))) {
          assert.ok(existsSync(path.join(root, 'demo', path.dirname(file), address)), address);
        }
        for (const href of attributesOf(text, 'href')) assert.doesNotMatch(href, /^\//, 'relative, so that the site works from any sub-path');
      });

      it('its inner links lead to an id of the page, and no id stands twice', async () => {
        const { page } = await open(file);
        const { missing, twice } = await page.evaluate(() => {
          const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
          return {
            missing: [...document.querySelectorAll('a[href^="#"]')].map((link) => link.hash.slice(1)).filter((id) => !ids.includes(decodeURIComponent(id))),
            twice: ids.filter((id, i) => ids.indexOf(id) !== i),
          };
        });
        await page.close();
        assert.deepEqual(missing, []);
        assert.deepEqual(twice, []);
      });

      for (const scheme of ['light', 'dark']) {
        it(`axe finds no violation of WCAG A or AA, ${scheme}`, async () => {
          const { page } = await open(file, { scheme, width: 1200, prepare: (each) => each.setBypassCSP(true) });
          await drawAll(page);
          await page.evaluate(axe);
          const faults = await page.evaluate(async () => {
            const { violations } = await globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
            return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join(' | ')}`);
          });
          await page.close();
          assert.deepEqual(faults, []);
        });
      }
    });
  }

  for (const width of [340, 680, 1200]) {
    it(`the article at ${width} px does not shift while scripts and data come half a second late`, async () => {
      const prepare = async (page) => {
        await page.setRequestInterception(true);
        page.on('request', (request) => {
          const late = /\/(data|dist)\//.test(request.url()) ? 500 : 0;
          setTimeout(() => void request.continue().catch(() => {}), late);
        });
        await page.evaluateOnNewDocument(() => {
          globalThis.shifts = [];
          new PerformanceObserver((list) => {
            for (const { value, sources } of list.getEntries()) {
              // a node inside a chart is hidden from here: what moves within its box is for the chart's own tests
              const moved = sources.map(({ node }) => node && (node.id || node.localName || node.nodeName)).filter(Boolean);
              if (moved.length > 0) globalThis.shifts.push(`${value.toFixed(4)}: ${moved.join(', ')}`);
            }
          }).observe({ type: 'layout-shift', buffered: true });
        });
      };
      const { page } = await open('index.html', { width, prepare });
      const charts = await drawAll(page);
      assert.ok(charts.length >= 4);
      assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
      await page.close();
    });
  }

  it('the gallery shows every case under its tag, with its snippet', async () => {
    const { page } = await open('gallery.html');
    const { cases, shown } = await page.evaluate(async () => {
      const module = await import('../dist/demo/cases.js');
      return {
        cases: module.cases.map(({ tag, name }) => `${tag}: ${name}`),
        shown: [...document.querySelectorAll('.case')].map((section) => {
          const chart = section.querySelector('.paper > *');
          const snippet = section.querySelector('pre').textContent;
          return snippet.startsWith(`<${chart.localName}`) ? `${chart.localName}: ${section.querySelector('h3').firstChild.data}` : snippet;
        }),
      };
    });
    await page.close();
    assert.deepEqual(shown, cases);
  });

  it('the Embed page’s snippet, put into a page, draws the chart that was chosen', async () => {
    const { page, complaints } = await open('embed.html');
    await page.select('[name=tag]', 'origin-split-bar');
    await page.select('[name=dataset]', 'origin-bases');
    await page.type('[name=heading]', 'Five "bases" & one week');
    await page.waitForFunction(() => document.getElementById('snippet').textContent.includes('&quot;bases&quot; &amp; one week'));
    const snippet = await page.$eval('#snippet', (element) => element.textContent);
    await page.waitForFunction(() => document.querySelector('#preview origin-split-bar')?.state === 'ready');

    const other = await browser.newPage();
    await other.setRequestInterception(true);
    other.on('request', (request) => {
      if (request.url() === `${server.origin}/pasted`) void request.respond({ contentType: 'text/html', body: `<!doctype html><title>Pasted</title>${snippet}` });
      else void request.continue();
    });
    await other.goto(`${server.origin}/pasted`);
    await other.waitForFunction(() => document.querySelector('origin-split-bar')?.state === 'ready');
    const { heading, facet } = await other.$eval('origin-split-bar', (chart) => ({ heading: chart.heading, facet: chart.facet }));
    assert.deepEqual({ heading, facet }, { heading: 'Five "bases" & one week', facet: 'base' });
    assert.deepEqual(complaints, []);
    await other.close();
    await page.close();
  });

  it('the Embed page’s frame, put into a page, draws the chart and takes its height; the pinned script has its hash', async () => {
    const { page, complaints } = await open('embed.html');
    await page.select('[name=tag]', 'origin-split-bar');
    await page.type('[name=heading]', 'Shares & "more"');
    await page.click('#forms [value=pinned]');
    await page.waitForFunction(() => /@\d+\.\d+\.\d+\/dist\/origin-split-bar\.js"\s+integrity="sha384-[^"]{64}"/.test(document.getElementById('snippet').textContent));
    await page.click('#forms [value=frame]');
    await page.waitForFunction(() => /<iframe[^]+title="Shares &amp; &quot;more&quot;"/.test(document.getElementById('snippet').textContent));
    const snippet = await page.$eval('#snippet', (element) => element.textContent);

    const other = await browser.newPage();
    await other.setRequestInterception(true);
    other.on('request', (request) => {
      if (request.url() === `${server.origin}/framed`) void request.respond({ contentType: 'text/html', body: `<!doctype html><title>Framed</title>${snippet}` });
      else void request.continue();
    });
    await other.goto(`${server.origin}/framed`);
    await other.waitForFunction(() => {
      const frame = document.querySelector('iframe');
      const chart = frame.contentDocument?.querySelector('origin-split-bar');
      return chart?.state === 'ready' && chart.heading === 'Shares & "more"' && frame.style.height !== '';
    });
    assert.deepEqual(complaints, []);
    await other.close();
    await page.close();
  });

  it('the API page has for each element of the manifest a live example and its tables, of charts every part and custom property', async () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'custom-elements.json'), 'utf8'));
    const tags = manifest.modules.flatMap(({ declarations = [] }) => declarations).map(({ tagName }) => tagName).filter(Boolean);
    const { page, complaints } = await open('docs/api.html');
    await drawAll(page);
    await page.waitForFunction(() => document.querySelector('chart-claim')?.matches(':state(holds)') && document.querySelectorAll('chart-sources li').length > 5 && document.querySelector('editors-notes li'));
    const found = await page.evaluate((names) => names.map((tag) => ({ tag, example: document.querySelector(`#api .paper > ${tag}`)?.state ?? Boolean(document.querySelector(`#api .paper > ${tag}`)), tables: [...document.getElementById(tag).parentElement.querySelectorAll('caption')].map((caption) => caption.textContent.replace(` of ${tag}`, '')), rows: document.getElementById(tag).parentElement.querySelectorAll('tbody tr').length })), tags);
    await page.close();
    assert.deepEqual(complaints, []);
    assert.equal(found.length, 10);
    for (const { tag, example, tables, rows } of found) {
      assert.ok(example === 'ready' || example === true, `${tag}: ${example}`);
      assert.ok(tables.includes('Attributes'), tag);
      if (/-(chart|bar)$/.test(tag)) for (const name of ['Properties', 'Methods', 'Events', 'Slots', 'Parts', 'Custom properties']) assert.ok(tables.some((table) => table.startsWith(name)), `${tag}: ${name}`);
      if (/-(chart|bar)$/.test(tag)) assert.ok(rows > 75, `${tag}: ${rows} rows`);
    }
  });

  it('the Embed page offers each chart, in tag, frame and plain-HTML forms', async () => {
    const { page, complaints } = await open('embed.html');
    const tags = await page.$$eval('[name=tag] option', (options) => options.map(({ value }) => value));
    assert.deepEqual(tags.sort(), ['lab-bands-chart', 'model-rank-chart', 'origin-split-bar', 'origin-trend-chart', 'sentiment-split-bar', 'token-price-chart', 'token-volume-chart']);
    for (const tag of tags) {
      await page.select('[name=tag]', tag);
      await page.waitForFunction((name) => document.querySelector(`#preview ${name}`)?.state === 'ready', {}, tag);
      const forms = await page.evaluate(() => [...document.querySelectorAll('#forms input')].map((form) => (form.click(), document.getElementById('snippet').textContent)));
      for (const part of [`<${tag}`, `embed.html?chart=${tag}`, 'integrity="sha384-', 'prerender']) assert.ok(forms.some((text) => text.includes(part)), `${tag}: ${part}`);
    }
    await page.close();
    assert.deepEqual(complaints, []);
  });

  it('copying the snippet is said aloud', async () => {
    const { page } = await open('embed.html');
    await page.click('#copy');
    await page.waitForFunction(() => document.getElementById('said').textContent !== '');
    assert.match(await page.$eval('#said', (element) => element.textContent), /^(Copied|Selected)/);
    await page.close();
  });

  it('an address that is no web address is refused in a sentence', async () => {
    const { page } = await open('embed.html');
    await page.select('[name=dataset]', 'own');
    await page.type('[name=address]', 'javascript:alert(1)');
    await new Promise((done) => setTimeout(done, 600)); // the page waits until one has stopped typing
    const { fault, snippet } = await page.evaluate(() => ({ fault: document.querySelector('#preview .fault')?.textContent, snippet: document.getElementById('snippet').textContent }));
    await page.close();
    assert.match(fault ?? '', /https:/);
    assert.doesNotMatch(snippet, /javascript:/);
  });

  it('the article’s note marks never run together, and each source leads back to each of its places', async () => {
    const text = readFileSync(path.join(root, 'demo/index.html'), 'utf8');
    const groups = [...text.matchAll(/<sup class="cite">(.*?)<\/sup>/g)].map(([, inner]) => inner);
    assert.ok(groups.length > 10);
    for (const inner of groups) {
      const sources = [...inner.matchAll(/href="#source-(\d+)"/g)].map(([, n]) => n);
      assert.equal(inner.replace(/<[^>]*>/g, ''), `[${sources.join(', ')}]`);
    }
    const firstUses = [...new Set([...text.matchAll(/href="#source-(\d+)" id/g)].map(([, n]) => Number(n)))];
    assert.deepEqual(firstUses, firstUses.map((_, i) => i + 1), 'sources are numbered in the order of first use');

    const { page } = await open('index.html');
    await drawAll(page);
    await page.waitForFunction(() => document.querySelectorAll('chart-sources li').length > 20);
    const { marks, items, notes } = await page.evaluate(() => ({
      marks: [...document.querySelectorAll('.cite')].map((group) => group.textContent),
      items: [...document.querySelectorAll('chart-sources li')].map((item) => ({ text: item.firstChild.textContent, backs: [...item.querySelectorAll('.source-uses a')].map((link) => document.querySelector(link.hash)?.localName ?? 'nowhere') })),
      notes: [...document.querySelectorAll('editors-notes li')].map((item) => item.querySelector('time')?.dateTime),
    }));
    await page.close();
    for (const group of marks) assert.match(group, /^\[\d+(, \d+)*\]$/);
    assert.deepEqual(marks, groups.map((inner) => inner.replace(/<[^>]*>/g, '')), 'the script numbers as the page does');
    for (const { text: name, backs } of items) assert.ok(backs.length > 0 && !backs.includes('nowhere'), `${name}: ${backs.join()}`);
    assert.deepEqual(notes, [...notes].sort().reverse());
  });
});
