// Every number of the article stands on the shipped data: all claims hold, and one changed figure fails exactly its own.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import { openBrowser, repository } from '../helpers/browser.js';

let session;
before(async () => {
  session = await openBrowser();
});
after(() => session?.close());

/** The article's verdicts, with `edit` applied to one dataset on its way to the page. */
async function verdicts(file, edit) {
  const page = await session.browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (file && request.url().endsWith(`/data/${file}`)) {
      const dataset = JSON.parse(readFileSync(`${repository}data/${file}`, 'utf8'));
      edit(dataset);
      void request.respond({ contentType: 'application/json', body: JSON.stringify(dataset) });
    } else void request.continue();
  });
  await page.goto(`${session.origin}/demo/index.html`);
  await page.evaluate(() => {
    for (const chart of document.querySelectorAll('[src$=".json"]')) chart.loading = 'eager';
  });
  await page.waitForFunction(() => [...document.querySelectorAll('chart-claim')].every((claim) => claim.verdict && !claim.verdict.waiting), { timeout: 20_000 });
  const found = await page.$$eval('chart-claim', (claims) => claims.map((claim) => ({ chart: claim.getAttribute('for'), text: claim.textContent.trim(), outcome: claim.verdict.outcome })));
  await page.close();
  return found;
}

/** Sets the field of the one row that matches. */
const set = (resource, match, field, value) => (dataset) => {
  const rows = dataset.resources[resource].data.filter((row) => Object.entries(match).every(([key, cell]) => row[key] === cell));
  assert.equal(rows.length, 1);
  rows[0][field] = value;
};

const article = readFileSync(`${repository}demo/index.html`, 'utf8');
const dataset = (name) => JSON.parse(readFileSync(`${repository}data/${name}.json`, 'utf8')).resources.flatMap(({ data }) => data);

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
/** Names with a digit, and as sentences shorten them: without their first words and without what stands in brackets. */
const NAMES = [...new Set([...dataset('model-ranks'), ...dataset('prices')].flatMap(({ model }) => {
  const words = model.replace(/ \(.*\)$/, '').split(' ');
  return words.map((_, i) => words.slice(i).join(' '));
}))].filter((name) => /\p{L}.*\d|\d.*\p{L}/u.test(name)).sort((a, b) => b.length - a.length);
/** What has digits and is no figure: a title in quotes, a date or year, the name of a model. */
const NO_FIGURE = [/“[^”]*”/g, new RegExp(`\\d{1,2}(?:–\\d{1,2})?\\s${MONTH}(?:\\s\\d{4})?`, 'g'), new RegExp(`${MONTH}\\s\\d{4}`, 'g'), /\b(?:19|20)\d\d\b/g];
const WORD = '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred)';
/** A figure: digits, or a number in words where it measures (thirty trillion, eight times, fifteenfold). Words that count things told of are none: two charts, nine labs. */
const FIGURE = new RegExp(`\\d|\\b${WORD}[\\s-](?:trillion|billion|million|times|points?|per\\s?cent)\\b|\\b${WORD}fold\\b`, 'i');

/** The sentences of a page's text that say a figure outside a claim. Headings, the byline, note marks, the source list and a chart's own fallback are no text of the article. */
function bare(html) {
  const { window } = new JSDOM(html);
  const { document } = window;
  for (const part of document.querySelectorAll('h1, h2, h3, .byline, .cite, chart-sources, [src$=".json"], details')) part.remove();
  for (const claim of document.querySelectorAll('chart-claim')) claim.textContent = 'so much';
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
  return [...document.querySelectorAll('article :is(p, li)')].flatMap((block) => [...sentences.segment(block.textContent.replace(/\s+/g, ' '))].map(({ segment }) => segment.trim())).filter((sentence) => {
    const plain = NAMES.reduce((text, name) => text.replaceAll(name, 'name'), NO_FIGURE.reduce((text, pattern) => text.replace(pattern, ''), sentence));
    return FIGURE.test(plain);
  });
}

describe('the sentences of the article', () => {
  it('say no figure without a claim', () => assert.deepEqual(bare(article), []));

  it('would be found if one did: digits, words that measure, beside other claims, in notes', () => {
    const among = (sentence) => bare(`<article><p>Nothing here. ${sentence} Nor here.</p></article>`);
    for (const sentence of ['It was 12 trillion.', 'That is more than thirty trillion tokens.', 'A share of 3.4% is small.', 'It grew fifteenfold.', 'Prices fell by some twenty points.', 'From 1.68 to <chart-claim>13.06</chart-claim> trillion.', 'There were 22 of them.']) assert.equal(among(sentence).length, 1, sentence);
    for (const sentence of ['In the week of 25–31 May 2026 two charts of nine labs were drawn.', 'Since 2025 Claude Haiku 4.5 and Kimi K2.6 lead.', 'The title is “12 reasons”.', 'It is <chart-claim>12</chart-claim>.', 'By 9 February it rose.']) assert.deepEqual(among(sentence), [], sentence);
    assert.equal(bare(article.replace('The newspaper’s rise', 'All 14 labs rose. The newspaper’s rise')).length, 1);
  });

  it('all hold by the command check too, which runs without a browser', () => {
    const out = execFileSync(process.execPath, [`${repository}dist/npm/cli/main.js`, 'check', `${repository}demo/index.html`, '--root', repository], { encoding: 'utf8' });
    assert.match(out, /^\d+ claims, 0 wrong\.\n$/);
  });
});

describe('the claims of the article', () => {
  it('hold against the shipped data', async () => {
    const found = await verdicts();
    assert.ok(found.length > 55);
    assert.deepEqual(found.filter(({ outcome }) => outcome !== 'holds'), []);
  });

  for (const [file, edit, chart, ...texts] of [
    ['token-volume.json', set(0, { week_start: '2026-03-30' }, 'tokens', 28.01), 'volume', '27.01\u00a0trillion'],
    ['origin-split.json', set(0, { part: 'US frontier' }, 'share', 27), 'split', '28%', '28'], // the second is in the editor's notes
    ['lab-bands.json', set(0, { week_start: '2026-05-18', lab: 'DeepSeek' }, 'tokens', 5.63), 'labs', '5.53\u00a0trillion'],
  ]) {
    it(`fail where ${file} has another number, and only there`, async () => {
      const failed = (await verdicts(file, edit)).filter(({ outcome }) => outcome === 'fails');
      assert.deepEqual(failed, texts.map((text) => ({ chart, text, outcome: 'fails' })));
    });
  }
});
