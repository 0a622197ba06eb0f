// What prerender writes for each case of test/cases/, held against what the live chart of that case says in a browser: same
// words, same numbers, cell by cell; and the same reason where neither can draw.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { cases } from '../../dist/demo/cases.js';
import { prerender } from '../../dist/npm/prerender/index.js';
import { CHROMIUM_ARGS, findChromium } from '../tools/chromium.js';
import { serve } from '../tools/static-server.js';
import { root, tags } from './page.js';

const escape = (text) => String(text).replace(/[&"<]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A case as the markup of a page. */
function markup({ tag, attributes = {}, src, data, dir }) {
  const pairs = Object.entries({ ...attributes, loading: 'eager', ...(src ? { src: `/data/${src}` } : {}), ...(dir ? { dir } : {}) });
  const inside = data === undefined ? '' : `<script type="application/json">${JSON.stringify(data).replaceAll('</', '<\\/')}</script>`;
  return `<${tag} ${pairs.map(([name, value]) => `${name}="${escape(value)}"`).join(' ')}>${inside}</${tag}>`;
}

const own = {};
before(async () => {
  const { executablePath, env } = await findChromium();
  own.browser = await puppeteer.launch({ executablePath, env: { ...env, TZ: 'UTC' }, args: CHROMIUM_ARGS });
  own.server = await serve({ root });
});
after(async () => {
  await own.browser?.close();
  await own.server?.close();
});

/** Runs in the page: what each chart says as a chart and as a table, and what its figure says. */
async function compare(tag) {
  const words = (element) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const rowsOf = (table) => [...(table?.querySelectorAll('tr:not(.pad)') ?? [])].map((row) => [...row.cells].map(words));
  /** All rows of a live table: a long one holds those near the view only. */
  const allRows = async (table) => {
    if (!table?.ariaRowCount) return rowsOf(table);
    const [head] = rowsOf(table);
    const found = new Map([[1, head]]);
    const count = Number(table.getAttribute('aria-rowcount'));
    for (let tries = 0; found.size < count && tries < 2000; tries++) {
      for (const row of table.querySelectorAll('tr[aria-rowindex]')) found.set(Number(row.getAttribute('aria-rowindex')), [...row.cells].map(words));
      table.parentNode.scrollTop = found.size * 29;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return [...found].sort(([a], [b]) => a - b).map(([, cells]) => cells);
  };
  const charts = [...document.querySelectorAll(tag)];
  const settled = async (test) => {
    for (let i = 0; i < 600 && !charts.every(test); i++) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  await settled(({ state }) => ['ready', 'empty', 'error'].includes(state));
  // words of another language come a little after the data
  await settled((chart) => chart.state !== 'ready' || words(chart.querySelector(':scope > figure')).includes(words(chart.shadowRoot.querySelector('#summary'))));
  const spoken = charts.map(({ shadowRoot, state, summary }, i) => ({
    state,
    summary,
    reason: globalThis.reasons[i] ?? '',
    heading: words(shadowRoot.querySelector('[part=heading]')),
    subheading: words(shadowRoot.querySelector('[part=subheading]')),
    shown: words(shadowRoot.querySelector('#summary')),
    caption: ['status', 'note', 'source', 'citation'].map((part) => words(shadowRoot.querySelector(`figcaption [part=${part}]`))).filter(Boolean),
    sentence: words(shadowRoot.querySelector('.state p')),
  }));
  for (const chart of charts) chart.view = 'table';
  await settled(({ state, shadowRoot }) => state !== 'ready' || shadowRoot.querySelector('[part=table] tbody tr'));
  const said = [];
  for (const [i, chart] of charts.entries()) {
    const figure = chart.querySelector(':scope > figure');
    const paragraphs = [...figure.querySelectorAll(':scope > p')];
    const head = paragraphs.find((each) => each.querySelector('strong')) ?? (paragraphs.length > 1 || spoken[i].state !== 'ready' ? paragraphs[0] : undefined);
    said.push({
      live: { ...spoken[i], rows: await allRows(chart.shadowRoot.querySelector('[part=table]')) },
      figure: {
        state: figure.dataset.prerendered,
        reason: words(head).replace(words(head?.querySelector('strong')), '').trim(),
        heading: words(head?.querySelector('strong')),
        head: words(head),
        shown: words(paragraphs.find((each) => each !== head)),
        picture: figure.querySelector('svg')?.getAttribute('aria-label') ?? '',
        caption: words(figure.querySelector('figcaption')),
        rows: rowsOf(figure.querySelector('table')),
      },
    });
  }
  return said;
}

for (const tag of tags) {
  const its = cases.filter((each) => each.tag === tag);
  describe(`${tag}, prerendered`, () => {
    let found;
    let problems;
    before(async () => {
      const html = `<!doctype html><html lang="en"><head><title>Cases</title></head><body>${its.map(markup).join('\n')}<script type="module" src="/dist/${tag}.js"></script></body></html>`;
      const written = await prerender(html, { root });
      problems = written.problems;
      const page = await own.browser.newPage();
      await page.setViewport({ width: 712, height: 900 });
      await page.setRequestInterception(true);
      page.on('request', (request) => (new URL(request.url()).pathname === '/cases' ? request.respond({ contentType: 'text/html; charset=utf-8', body: written.html }) : request.continue()));
      await page.evaluateOnNewDocument((name) => {
        globalThis.reasons = {};
        document.addEventListener('chart-error', ({ target, detail }) => (globalThis.reasons[[...document.querySelectorAll(name)].indexOf(target)] = detail.error.message));
      }, tag);
      await page.goto(`${own.server.origin}/cases`, { waitUntil: 'load' });
      found = await page.evaluate(compare, tag);
      await page.close();
    });

    it('has a figure for each case, drawn where the live chart is, and a problem where that has an error, with the same reason', () => {
      assert.ok(its.length >= 9, `${its.length} cases`);
      assert.equal(found.length, its.length);
      assert.deepEqual(found.map(({ figure }, i) => [its[i].name, figure.state]), found.map(({ live }, i) => [its[i].name, live.state === 'ready' ? '' : 'failed']));
      assert.deepEqual(problems.map(({ message }) => message), found.filter(({ live }) => live.state === 'error').map(({ live }) => live.reason));
    });

    for (const [i, { name }] of its.entries()) {
      it(`says what the live chart says: ${name}`, () => {
        const { live, figure } = found[i];
        const { heading, subheading, shown, summary } = live;
        if (live.state !== 'ready') {
          // the live chart's sentence goes on with the reason, the figure's with the source
          const [sentence] = /^.+?[.。]/.exec(figure.reason) ?? [''];
          assert.ok(sentence && live.sentence.startsWith(sentence), `“${figure.reason}”, live “${live.sentence}”`);
          if (heading) assert.equal(figure.heading, `${heading.replace(/[.!?…。]$/, '')}.`);
          return;
        }
        assert.deepEqual({ heading: figure.heading, head: figure.head, shown: figure.shown, picture: figure.picture }, { heading, head: [heading, subheading].filter(Boolean).join(' '), shown, picture: summary });
        for (const part of live.caption) assert.ok(figure.caption.includes(part.replace(/[.。]$/, '')), `the caption lacks “${part}”: ${figure.caption}`);
        assert.ok(live.rows.length > 1, 'the live table has rows');
        assert.deepEqual(figure.rows[0], live.rows[0]);
        // a long table is shown in part: its rows are rows of the live one, in its order
        let from = 1;
        for (const row of figure.rows.slice(1)) {
          const at = live.rows.findIndex((each, place) => place >= from && each.join('|') === row.join('|'));
          assert.ok(at >= from, `the live table has no row “${row.join(' ')}” after row ${from}`);
          from = at + 1;
        }
        assert.ok(figure.rows.length >= Math.min(live.rows.length, 50), `${figure.rows.length} of ${live.rows.length} rows`);
        if (live.rows.length <= 121) assert.equal(figure.rows.length, live.rows.length);
      });
    }
  });
}
