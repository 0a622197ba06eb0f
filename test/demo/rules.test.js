// The table of rules in the docs is true: each row's example is read and drawn, and what comes of it is what the row says.
// Where the format's schema can see a fault of a row's, it does. Needs a build: npm run build.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import { repository } from '../helpers/browser.js';
import { placesOfFaults } from '../data/helpers/validator.js';

const { parse } = await import(`${repository}dist/npm/data/text.js`);
const { read } = await import('open-token-charts');
const { still } = await import('open-token-charts/prerender');
const { OriginSplitBar, TokenVolumeChart } = await import('open-token-charts');
const { document } = new JSDOM(readFileSync(`${repository}demo/docs/dataset.html`, 'utf8')).window;

const rows = [...document.querySelectorAll('#rules ~ .scroller tr[data-outcome]')].map((row) => {
  const [what, example] = row.children;
  example.querySelectorAll('br').forEach((br) => br.replaceWith('\n'));
  return { what: what.textContent, text: example.textContent, ...row.dataset };
});

/** What a chart makes of a text: its outcome, and what it says. */
async function outcomeOf(text) {
  try {
    const { figure } = await still(text.includes('"part"') ? OriginSplitBar : TokenVolumeChart, {}, await parse(text, 'data'), 'en');
    return ['drawn', [figure.kind, figure.summary, ...figure.notices].join(' ')];
  } catch (error) {
    return [error.name === 'DataError' ? 'error' : error.constructor.name === 'EmptyTable' ? 'empty' : String(error), error.message];
  }
}

describe('the rules of the docs', () => {
  it('are a row each, none twice', () => {
    assert.ok(rows.length >= 24);
    assert.equal(new Set(rows.map(({ what }) => what)).size, rows.length);
  });

  for (const { what, text, outcome, says = '' } of rows) {
    it(`${what}: ${outcome}${says && `, "${says}"`}`, async () => {
      const [found, words] = await outcomeOf(text);
      assert.equal(found, outcome, words);
      assert.ok(words.includes(says), words);
    });
  }

  it('of cells are seen by schema.json as far as it can, and by the reader in a package too', () => {
    const packaged = (tokens) => ({ name: 'a', title: 'A', resources: [{ name: 'r', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'tokens', type: 'number' }] }, data: [{ week: '2026-01-05', tokens }] }] });
    for (const cell of ['5', 1e308, 5e-324, [], {}, true]) assert.throws(() => read(packaged(cell)), /resources\[0\]\.data\[0\]\.tokens: expected/, String(cell));
    for (const cell of [[], {}]) assert.ok(placesOfFaults(packaged(cell)).some((place) => place.startsWith('resources[0].data')), JSON.stringify(cell));
  });
});
