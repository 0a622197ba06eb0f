import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { modelsOfTheWeek } from '../../data/build/shared/models.js';
import { readInputs } from '../../data/build/shared/inputs.js';
import { DATA, isNear } from './helpers/datasets.js';

const inputs = readInputs(new URL('inputs/', DATA));
const sum = (values) => values.reduce((total, value) => total + value, 0);
const tables = Object.entries(inputs).filter(([, table]) => Array.isArray(table) && ('fact' in table[0] || 'facts' in table[0]));
const idsIn = (rows) => rows.flatMap((row) => (row.fact ?? row.facts).split(' '));

test('every fact id in the input tables is well formed and stands in one row only', () => {
  const ids = tables.flatMap(([, rows]) => idsIn(rows));
  assert.deepEqual(ids.filter((id) => !/^F\d{4}$/.test(id)), []);
  assert.equal(new Set(ids).size, ids.length);
});

test('every fact id that the build asks for stands in an input table', () => {
  const known = new Set(tables.flatMap(([, rows]) => idsIn(rows)));
  const modules = readdirSync(new URL('build/', DATA)).filter((file) => file.endsWith('.js'));
  const asked = modules.flatMap((file) => readFileSync(new URL(`build/${file}`, DATA), 'utf8').match(/\bF\d{4}\b/g) ?? []);
  assert.ok(asked.length > 0);
  assert.deepEqual(asked.filter((id) => !known.has(id)), []);
});

test('every row of the quoted facts names its source with title and address', () => {
  for (const [name, rows] of tables.filter(([, [row]]) => 'source_url' in row)) {
    for (const row of rows) {
      assert.ok(row.source_title.length > 0 && /^https?:\/\//.test(row.source_url) && row.published.length > 0, `${name} ${row.fact ?? row.facts}`);
    }
  }
});

test('the weekly archive holds 86 Mondays and columns of that length', () => {
  const { weekly, weeklyExtra } = inputs;
  const columns = [
    weekly.weekly_total_T,
    ...Object.values(weekly.vendor_abs_T),
    ...Object.values(weekly.vendor_share_pct),
    ...Object.values(weekly.origin_share_pct),
    ...Object.values(weekly.weights_share_pct),
    weeklyExtra.open_weights_share_v2_pct,
    weeklyExtra.proprietary_share_v2_pct,
    weeklyExtra.tail_other_share_pct,
  ];
  assert.deepEqual(columns.filter((column) => column.length !== 86), []);
  assert.deepEqual(weekly.weeks.filter((week) => new Date(`${week}T00:00:00Z`).getUTCDay() !== 1), []);
});

test('the weekly archive adds up: shares to 100 within 0.06, labs to the total within 0.012', () => {
  const { weekly, weeklyExtra } = inputs;
  weekly.weeks.forEach((week, at) => {
    const origins = sum(Object.values(weekly.origin_share_pct).map((column) => column[at]));
    const weights =
      weeklyExtra.open_weights_share_v2_pct[at] + weeklyExtra.proprietary_share_v2_pct[at] + weekly.weights_share_pct['Nao identificado'][at];
    const labs = sum(Object.values(weekly.vendor_abs_T).map((column) => column[at]));
    assert.ok(isNear(origins, 100, 0.06) && isNear(weights, 100, 0.06), week);
    assert.ok(isNear(labs, weekly.weekly_total_T[at], 0.012), week);
  });
});

test('the monthly archive prints the shares that follow from its tokens', () => {
  for (const row of inputs.monthly) {
    const [open, closed, unknown, tail] = ['open_tokens', 'frontier_tokens', 'unknown_tokens', 'other_tokens'].map((key) => Number(row[key]));
    assert.ok(isNear(open / (open + closed + unknown + tail), Number(row.open_share_low), 2e-6), row.date);
    assert.ok(isNear(open / (open + closed), Number(row.open_share_high), 2e-6), row.date);
  }
});

test('the daily file adds up to the weekly figures of the labs it holds in full', () => {
  const at = inputs.weekly.weeks.indexOf('2026-05-25');
  const models = modelsOfTheWeek(inputs);
  for (const [lab, name] of [['DeepSeek', 'deepseek'], ['Tencent', 'tencent'], ['Xiaomi', 'xiaomi']]) {
    const tokens = sum(models.filter((model) => model.lab === lab).map((model) => model.tokens));
    assert.ok(isNear(tokens, inputs.weekly.vendor_abs_T[name][at], 0.0006), lab);
  }
});

test('modelsOfTheWeek(inputs) finds for each model the sum noted with its fact', () => {
  const found = new Map(modelsOfTheWeek(inputs).map(({ model, tokens }) => [model, tokens]));
  for (const { fact, model, tokens_check } of inputs.models) assert.ok(isNear(found.get(model), Number(tokens_check), 6e-5), fact);
});

test('models.csv names every model of the daily file', () => {
  const slugs = Object.keys(inputs.daily.M).filter((slug) => slug !== 'other');
  assert.deepEqual(inputs.models.map(({ slug }) => slug).sort(), slugs.sort());
});
