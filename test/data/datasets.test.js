import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ORIGINS } from '../../data/build/shared/labels.js';
import { datasets, groupBy, isNear, rowsOf, sumOf } from './helpers/datasets.js';

const NAMES = [
  'caveats', 'engagement', 'lab-bands', 'model-ranks', 'open-closed-monthly', 'origin-bases', 'origin-press',
  'origin-split', 'origin-trend', 'prices', 'sentiment', 'token-volume', 'token-volume-full', 'tokens-and-money',
];
const FROM_OPENROUTER = NAMES.filter((name) => !['caveats', 'engagement', 'origin-split', 'prices', 'sentiment'].includes(name));
const PROVENANCE = ['asOf', 'status', 'base', 'method', 'citation', 'caveats'];
const KEYS = new Set([
  '$schema', 'name', 'title', 'description', 'version', 'created', 'licenses', 'sources', 'contributors',
  'provenance', 'revisions', 'annotations', 'resources',
]);
const tables = [...datasets].flatMap(([name, { resources }]) => resources.map((resource) => [`${name}/${resource.name}`, resource]));

test('data/ holds the fourteen datasets, each under its own name', () => {
  assert.deepEqual([...datasets.keys()].sort(), NAMES);
  for (const [name, dataset] of datasets) assert.equal(dataset.name, name);
});

for (const [name, dataset] of datasets) {
  test(`${name} has the keys of the standard and ours, and no other`, () => {
    assert.deepEqual(Object.keys(dataset).filter((key) => !KEYS.has(key)), []);
    assert.deepEqual(Object.keys(dataset.provenance), PROVENANCE);
    assert.ok(dataset.title && dataset.description && dataset.sources.length > 0);
    assert.equal(dataset.version, '1.0.0');
    assert.equal(dataset.created, '2026-11-24T00:00:00Z');
  });
}

for (const name of FROM_OPENROUTER) {
  test(`${name} carries the attribution that OpenRouter's licence asks for`, () => {
    const { licenses, provenance, sources } = datasets.get(name);
    assert.equal(licenses[0].name, 'CC-BY-4.0');
    assert.equal(
      provenance.citation,
      `Source: OpenRouter (openrouter.ai/rankings), as of ${provenance.asOf}. Licensed under CC BY 4.0.`,
    );
    assert.ok(sources.some(({ path }) => path === 'https://openrouter.ai/rankings'));
  });
}

for (const [name, { schema, data }] of tables) {
  const names = schema.fields.map((field) => field.name);

  test(`${name} has a title for every field, a unit for every figure and a status in every row`, () => {
    for (const field of schema.fields) {
      assert.ok(field.title, field.name);
      if (field.type === 'number') assert.ok(field.unit, field.name);
    }
    assert.deepEqual(data.filter(({ status }) => !['reported', 'derived', 'representative'].includes(status)), []);
  });

  test(`${name} has the fields of its schema in every row, in order, with cells of their type`, () => {
    for (const row of data) {
      assert.deepEqual(Object.keys(row), names);
      for (const field of schema.fields) assert.ok(fits(row[field.name], field), `${field.name} in ${JSON.stringify(row)}`);
    }
  });

  test(`${name} has no two rows with the same primary key`, () => {
    const keys = data.map((row) => schema.primaryKey.map((key) => row[key]).join(' | '));
    assert.equal(new Set(keys).size, keys.length);
  });
}

/** Whether a cell is null or a value of the field's type, within its bounds and categories. */
function fits(cell, { type, categories, constraints = {} }) {
  if (cell === null) return !constraints.required;
  if (categories && !categories.includes(cell)) return false;
  if (type === 'string') return typeof cell === 'string' && cell.length > 0;
  if (type === 'boolean') return typeof cell === 'boolean';
  if (type === 'date') return new Date(`${cell}T00:00:00Z`).toISOString().slice(0, 10) === cell;
  if (type === 'yearmonth') return new Date(`${cell}-01T00:00:00Z`).toISOString().slice(0, 7) === cell;
  const { minimum = -Infinity, maximum = Infinity } = constraints;
  return Number.isFinite(cell) && cell >= minimum && cell <= maximum && (type === 'number' || Number.isInteger(cell));
}

test('no dataset mentions the same origin in two spellings', () => {
  const origins = tables.filter(([, { schema }]) => schema.fields.some(({ name }) => name === 'origin'));
  for (const [name, { data }] of origins) {
    assert.deepEqual(data.filter(({ origin }) => !ORIGINS.includes(origin)), [], name);
  }
});

test("token-volume has the article's words, 56 weeks, and grows from 2.13 to 31.81", () => {
  const { title, description, sources } = datasets.get('token-volume');
  assert.equal(title, 'OpenRouter weekly token volume, representative trend');
  assert.equal(description, 'trillions of tokens');
  assert.deepEqual(sources[0], { title: 'OpenRouter public rankings, late May 2026', path: 'https://openrouter.ai/rankings' });
  const rows = rowsOf('token-volume');
  assert.equal(rows.length, 56);
  assert.deepEqual(rows[0], { week_start: '2025-05-05', week_end: '2025-05-11', tokens: 2.13, status: 'reported' });
  assert.deepEqual(rows.at(-1), { week_start: '2026-05-25', week_end: '2026-05-31', tokens: 31.81, status: 'reported' });
});

test('token-volume passes 30 in its last week only, as its caveat says', () => {
  assert.deepEqual(rowsOf('token-volume').filter(({ tokens }) => tokens > 30).map(({ week_start }) => week_start), ['2026-05-25']);
  const mean = (sumOf(rowsOf('open-closed-monthly').filter(({ month }) => month === '2026-05'), 'tokens') * 7) / 31;
  assert.ok(datasets.get('token-volume').provenance.caveats.some((caveat) => caveat.includes(`${mean.toFixed(1)} trillion a week`)));
});

test('token-volume-full has 88 weeks without a gap, two of them derived', () => {
  const rows = rowsOf('token-volume-full');
  assert.equal(rows.length, 88);
  assert.equal(rows[0].week_start, '2025-01-06');
  assert.equal(rows.at(-1).week_start, '2026-09-07');
  for (const [at, { week_start, week_end }] of rows.entries()) {
    assert.equal(Date.parse(week_start), Date.parse('2025-01-06') + at * 7 * 86_400_000);
    assert.equal(Date.parse(week_end) - Date.parse(week_start), 6 * 86_400_000);
  }
  const derived = rows.filter(({ status }) => status === 'derived').map(({ week_start }) => week_start);
  assert.deepEqual(derived, ['2025-06-09', '2025-07-14']);
});

test('token-volume is a part of token-volume-full', () => {
  const full = new Map(rowsOf('token-volume-full').map((row) => [row.week_start, row]));
  for (const row of rowsOf('token-volume')) assert.deepEqual(row, full.get(row.week_start));
});

test("origin-split has the article's words and 58, 28 and 14", () => {
  const { title, description, sources } = datasets.get('origin-split');
  assert.equal(title, 'Representative open-router model-origin split');
  assert.equal(description, '% of usage signal');
  assert.deepEqual(sources[0], { title: 'xecon reconstruction from OpenRouter leaderboard', path: 'https://xecon.dev' });
  assert.deepEqual(rowsOf('origin-split'), [
    { part: 'China open', share: 58, status: 'representative' },
    { part: 'US frontier', share: 28, status: 'representative' },
    { part: 'Other', share: 14, status: 'representative' },
  ]);
});

test('origin-bases has five bases with short names, each adding up to 100 within 0.06', () => {
  const bases = groupBy(rowsOf('origin-bases'), 'base');
  assert.equal(bases.size, 5);
  for (const [base, parts] of bases) {
    assert.ok(base.length <= 34, base);
    assert.ok(isNear(sumOf(parts, 'share'), 100, 0.06), base);
  }
});

test('origin-bases gives China 44.85, 65.32 and 61.87 on all, the top 9 and the top 10 models', () => {
  const china = rowsOf('origin-bases').filter(({ part }) => part === 'China').map(({ share }) => share);
  assert.deepEqual(china, [44.85, 65.32, 61.87]);
});

test('origin-trend has five origins in each of 88 weeks, adding up to 100 within 0.06', () => {
  const weeks = groupBy(rowsOf('origin-trend'), 'week_start');
  assert.equal(weeks.size, 88);
  for (const [week, parts] of weeks) {
    assert.deepEqual(parts.map(({ origin }) => origin), ORIGINS, week);
    assert.ok(isNear(sumOf(parts, 'share'), 100, 0.06), week);
  }
});

test('origin-trend has tokens = share × total of the week', () => {
  const totals = new Map(rowsOf('token-volume-full').map(({ week_start, tokens }) => [week_start, tokens]));
  for (const { week_start, origin, share, tokens } of rowsOf('origin-trend')) {
    assert.ok(isNear(tokens, (share * totals.get(week_start)) / 100, 0.0005001), `${week_start} ${origin}`);
  }
});

test('origin-trend: the lead of China and of the US changes in the weeks of 23 March, 6 April and 27 April 2026', () => {
  const leads = [...groupBy(rowsOf('origin-trend'), 'week_start')].map(([week, [china, us]]) => [week, china.share > us.share]);
  const changes = leads.filter(([, lead], at) => at > 0 && lead !== leads[at - 1][1]);
  assert.deepEqual(changes, [['2026-03-23', true], ['2026-04-06', false], ['2026-04-27', true]]);
});

test('origin-press keeps open-ended figures open', () => {
  for (const { tokens, min, max, printed } of rowsOf('origin-press', 'press')) {
    assert.equal([tokens, min, max].filter((value) => value !== null).length, 1, printed);
  }
  const [china, us] = rowsOf('origin-press', 'press').filter(({ week_start }) => week_start === '2026-03-30');
  assert.deepEqual([china.max, us.min], [13, 3]);
});

test('origin-press sets the all-models figures of origin-trend beside those of the press', () => {
  const trend = new Map(rowsOf('origin-trend').map((row) => [`${row.week_start} ${row.origin}`, row]));
  const all = rowsOf('origin-press', 'all-models');
  assert.equal(all.length, rowsOf('origin-press', 'press').length);
  for (const { week_start, origin, tokens } of all) assert.equal(tokens, trend.get(`${week_start} ${origin}`).tokens);
});

test('lab-bands: both cuts of every week add up to its total, within 0.000001 trillion', () => {
  const labs = groupBy(rowsOf('lab-bands', 'labs'), 'week_start');
  const weights = groupBy(rowsOf('lab-bands', 'weights'), 'week_start');
  for (const { week_start, tokens } of rowsOf('token-volume-full')) {
    assert.ok(isNear(sumOf(labs.get(week_start), 'tokens'), tokens, 1e-6), `labs, ${week_start}`);
    assert.ok(isNear(sumOf(weights.get(week_start), 'tokens'), tokens, 1e-6), `weights, ${week_start}`);
  }
});

test('lab-bands by origin is origin-trend, within 0.01% of the total and the rounding of its rows', () => {
  const totals = new Map(rowsOf('token-volume-full').map(({ week_start, tokens }) => [week_start, tokens]));
  const trend = groupBy(rowsOf('origin-trend'), 'week_start');
  for (const [week, rows] of groupBy(rowsOf('lab-bands', 'labs'), 'week_start')) {
    const byOrigin = groupBy(rows, 'origin');
    for (const { origin, tokens } of trend.get(week)) {
      assert.ok(isNear(sumOf(byOrigin.get(origin), 'tokens'), tokens, 0.0001 * totals.get(week) + 0.005), `${week} ${origin}`);
    }
  }
});

test('lab-bands: the largest lab is DeepSeek in the weeks of 11 and 18 May 2026 and Anthropic in that of 25 May', () => {
  const largest = (week) =>
    rowsOf('lab-bands', 'labs').filter(({ week_start }) => week_start === week).reduce((a, b) => (b.tokens > a.tokens ? b : a)).lab;
  assert.deepEqual(['2026-05-11', '2026-05-18', '2026-05-25'].map(largest), ['DeepSeek', 'DeepSeek', 'Anthropic']);
});

test('lab-bands: tokens by weights follow the shares beside them', () => {
  for (const rows of groupBy(rowsOf('lab-bands', 'weights'), 'week_start').values()) {
    const total = sumOf(rows, 'tokens');
    for (const { week_start, share, tokens } of rows) assert.ok(isNear(tokens, (share * total) / 100, 0.0001 * total + 0.001), week_start);
  }
});

test('model-ranks orders the models of each week by tokens and ranks them without a gap', () => {
  const periods = groupBy(rowsOf('model-ranks'), 'period');
  assert.deepEqual([...periods].map(([period, rows]) => [period, rows.length]), [
    ['13–20 April 2026', 7],
    ['4–11 May 2026', 10],
    ['25–31 May 2026', 28],
    ['31 October – 6 November 2026', 7],
  ]);
  for (const [period, rows] of periods) {
    const ranks = rows.map(({ rank }) => rank).filter((rank) => rank !== null);
    assert.deepEqual(ranks, ranks.map((_, at) => at + 1), period);
    assert.ok(rows.every(({ tokens }, at) => at === 0 || tokens <= rows[at - 1].tokens), period);
  }
});

test('prices keeps a missing price null and a free one 0, and leaves contradicted ones out', () => {
  const rows = rowsOf('prices');
  assert.equal(rows.length, 59);
  const hy3 = rows.filter(({ model }) => model === 'Hy3 preview').map(({ input, output }) => [input, output]);
  assert.ok(hy3.some(([input, output]) => input === 0 && output === 0));
  assert.ok(hy3.some(([input, output]) => input === 0.063 && output === null));
  assert.ok(!hy3.some(([input]) => input === 0.14));
  assert.deepEqual([...new Set(rows.filter(({ model }) => model === 'Claude Opus 4.7').map(({ input }) => input))], [5]);
  assert.deepEqual([...new Set(rows.filter(({ model }) => model === 'Claude Haiku 4.5').map(({ input }) => input))], [1]);
});

test('prices/spring-2026 has one price a model, with the two that the thread of 7 June quotes', () => {
  const price = (model) => rowsOf('prices', 'spring-2026').find((row) => row.model === model);
  assert.deepEqual([price('Claude Haiku 4.5').input, price('Claude Haiku 4.5').output], [1, 5]);
  assert.deepEqual([price('DeepSeek V4 Flash').input, price('DeepSeek V4 Flash').output], [0.14, 0.28]);
});

test('sentiment has 22.7 and 77.3% of 22 comments', () => {
  assert.deepEqual(rowsOf('sentiment').map(({ label, share, count }) => [label, share, count]), [
    ['Positive', 22.7, 5],
    ['Negative', 77.3, 17],
  ]);
});

test('engagement keeps a counter that is not printed null', () => {
  const post = rowsOf('engagement').find(({ author }) => author.startsWith('Frank Rundatz'));
  assert.deepEqual([post.views, post.likes, post.bookmarks], [68, null, 1]);
});

test('open-closed-monthly has 22 months whose shares add up to 100, and says that October 2026 is not over', () => {
  const months = groupBy(rowsOf('open-closed-monthly', 'months'), 'month');
  assert.equal(months.size, 22);
  for (const [month, rows] of months) {
    assert.ok(isNear(sumOf(rows, 'share'), 100, 0.03), month);
    assert.ok(rows.every(({ complete }) => complete === (month !== '2026-10')), month);
  }
});

test('open-closed-monthly/open-share has the share of open weights as the lower end of its range', () => {
  const shares = new Map(
    rowsOf('open-closed-monthly', 'months').filter(({ weights }) => weights === 'Open weights').map(({ month, share }) => [month, share]),
  );
  for (const { month, share, min, max } of rowsOf('open-closed-monthly', 'open-share')) {
    assert.ok(share === min && min < max, month);
    assert.ok(isNear(share, shares.get(month), 0.01), month);
  }
});

test('tokens-and-money/both-shares has two wholes of 100 and Anthropic with 17.09 and 68.07', () => {
  const measures = groupBy(rowsOf('tokens-and-money', 'both-shares'), 'measure');
  for (const [measure, parts] of measures) assert.ok(isNear(sumOf(parts, 'share'), 100, 1e-9), measure);
  assert.deepEqual([...measures.values()].map(([first]) => [first.lab, first.share]), [['Anthropic', 17.09], ['Anthropic', 68.07]]);
});
