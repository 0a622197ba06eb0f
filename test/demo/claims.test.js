// Every number of the article stands on the shipped data: all claims hold, and one changed figure fails exactly its own.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
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

describe('the claims of the article', () => {
  it('hold against the shipped data', async () => {
    const found = await verdicts();
    assert.ok(found.length > 30);
    assert.deepEqual(found.filter(({ outcome }) => outcome !== 'holds'), []);
  });

  for (const [file, edit, chart, text] of [
    ['token-volume.json', set(0, { week_start: '2026-03-30' }, 'tokens', 28.01), 'volume', '27.01\u00a0trillion'],
    ['origin-split.json', set(0, { part: 'US frontier' }, 'share', 27), 'split', '28%'],
    ['lab-bands.json', set(0, { week_start: '2026-05-18', lab: 'DeepSeek' }, 'tokens', 5.63), 'labs', '5.53\u00a0trillion'],
  ]) {
    it(`fail where ${file} has another number, and only there`, async () => {
      const failed = (await verdicts(file, edit)).filter(({ outcome }) => outcome === 'fails');
      assert.deepEqual(failed, [{ chart, text, outcome: 'fails' }]);
    });
  }
});
