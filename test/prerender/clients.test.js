// What readers without script keep of a prerendered page. Each client is the real one, with its default settings.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Readability } from '@mozilla/readability';
import createDOMPurify from 'dompurify';
import { convert } from 'html-to-text';
import { JSDOM } from 'jsdom';
import puppeteer from 'puppeteer-core';
import sanitize from 'sanitize-html';
import Turndown from 'turndown';
import { CHROMIUM_ARGS, findChromium } from '../tools/chromium.js';
import { article, element, pages, root, scratch, tags } from './page.js';
import { prerender } from '../../dist/npm/prerender/index.js';

const folder = scratch();
const dom = new JSDOM('', { url: 'https://example.org/' });
const textOf = (html) => new JSDOM(html).window.document.body.textContent;

/** Whether a program answers on this computer. */
function installed(name, ...args) {
  try {
    execFileSync(name, args, { stdio: 'ignore' });
    return true;
  } catch (error) {
    return error.code !== 'ENOENT';
  }
}
const dump = (program, ...args) => (html) => {
  const file = path.join(folder, 'page.html');
  writeFileSync(file, html);
  return execFileSync(program, [...args, file], { encoding: 'utf8' });
};

const CLIENTS = [
  ['Readability', (html) => new Readability(new JSDOM(html, { url: 'https://example.org/a' }).window.document).parse().textContent],
  ['sanitize-html', (html) => textOf(sanitize(html))],
  ['DOMPurify', (html) => textOf(createDOMPurify(dom.window).sanitize(html))],
  ['html-to-text', (html) => convert(html)],
  ['turndown', (html) => new Turndown().turndown(html)],
  ['w3m', installed('w3m', '-version') && dump('w3m', '-dump', '-cols', '200', '-T', 'text/html')],
  ['lynx', installed('lynx', '-version') && dump('lynx', '-dump', '-width=200')],
];

/** What must be there of each chart: of the seeds title, unit, values, status and source. */
const KEPT = {
  'token-volume-chart': ['OpenRouter weekly token volume, representative trend', 'trillion tokens', '2.13', '31.81', 'Reported', 'OpenRouter public rankings, late May 2026'],
  'origin-trend-chart': ['Tokens through OpenRouter by where the model was made', '59.63', 'US and Canada'],
  'lab-bands-chart': ['Tokens through OpenRouter by lab, origin and weights', 'Xiaomi', 'rows, evenly chosen'],
  'model-rank-chart': ['DeepSeek V4 Flash', '3.108', 'aadhavr/open-router'],
  'token-price-chart': ['Claude Haiku 4.5', 'US dollars per million tokens', 'TokenMix, AI API pricing'],
  'sentiment-split-bar': ['Digg AI cluster, 7 June 2026', '77.3', '22.7'],
  'origin-split-bar': ['Representative open-router model-origin split', '% of usage signal', 'China open', '58', '28', '14', 'Representative', 'xecon reconstruction from OpenRouter leaderboard'],
};

function check(text) {
  const plain = text.replace(/[\s*\\|]+/g, ' ');
  for (const part of Object.values(KEPT).flat()) assert.ok(plain.includes(part), `"${part}" is lost`);
  for (const [row, value] of [['China open', '58'], ['US frontier', '28'], ['Other', '14']]) assert.match(plain, new RegExp(`${row} ${value} Representative`), `${row} stands apart from its value`);
}

for (const reader of ['page', 'feed', 'mail']) {
  const found = await pages(reader === 'page' ? {} : { for: reader, base: 'https://example.org/a/', images: 'img' });
  for (const { name, html, problems } of found) {
    test(`${name}, for a ${reader}, is prerendered without a problem`, () => assert.deepEqual(problems, []));
    for (const [client, read] of CLIENTS) test(`${client} keeps title, unit, values, status and source of ${name}, for a ${reader}`, { skip: !read && `${client} is not installed` }, () => check(read(html)));
    test(`sanitize-html keeps the links to the sources of ${name}, for a ${reader}`, () => {
      assert.match(sanitize(html), /<a href="https:\/\/xecon\.dev\/">xecon reconstruction/);
      assert.match(sanitize(html), /<table/);
    });
  }
}

test('Defuddle keeps the figure of a page that begins with one', async (t) => {
  let Defuddle;
  try {
    ({ Defuddle } = await import('defuddle/node'));
  } catch {
    t.skip('defuddle is not installed');
    return;
  }
  const { html: written } = await prerender(article({ head: '<meta property="article:published_time" content="2026-05-29">', top: `${element('token-volume-chart')}\n` }).replace(/<h2>[^<]*<\/h2>\n<p>[^<]*<\/p>\n<token-volume-chart[^>]*><\/token-volume-chart>/, ''), { root });
  const { content } = await Defuddle(new JSDOM(written, { url: 'https://example.org/a' }).window.document, 'https://example.org/a');
  check(textOf(content));
});

test('Chromium without script shows and prints it all', async (t) => {
  const { executablePath, env } = await findChromium();
  const browser = await puppeteer.launch({ executablePath, env, args: CHROMIUM_ARGS });
  t.after(() => browser.close());
  for (const { html } of await pages()) {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setContent(html);
    for (const media of ['screen', 'print']) {
      await page.emulateMediaType(media);
      check(await page.evaluate('document.body.innerText'));
    }
    for (const width of [340, 680, 1200]) {
      await page.setViewport({ width, height: 800 });
      assert.deepEqual(await page.evaluate(`[...document.querySelectorAll('${tags.join(',')}')].flatMap(({ tagName, children }) => [...children].filter((child) => child.querySelector('svg')?.getBoundingClientRect().right > innerWidth).map(() => tagName))`), [], `pictures past ${width} px`);
    }
    const file = path.join(folder, 'page.pdf');
    writeFileSync(file, await page.pdf());
    if (installed('pdftotext', '-v')) check(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }));
    else t.diagnostic('pdftotext is not installed: the text was read from the page as printed, not from the PDF');
    await page.close();
  }
});
