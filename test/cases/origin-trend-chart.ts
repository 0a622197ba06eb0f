import type { Case } from './case.js';

const tag = 'origin-trend-chart';
const src = 'origin-trend.json';
const fields = [
  { name: 'month', type: 'yearmonth', title: 'Month' },
  { name: 'origin', type: 'string', title: 'Origin' },
  { name: 'tokens', type: 'number', title: 'Tokens', unit: 'trillion tokens' },
];

/** A package of amounts by month; a column of `values` for each name. */
const amounts = (names: readonly string[], values: readonly (readonly (number | null)[])[], more: Readonly<Record<string, readonly unknown[]>> = {}): unknown => ({
  title: 'Tokens by origin',
  resources: [{
    name: 'origins',
    schema: { fields: [...fields, ...Object.keys(more).map((name) => ({ name, type: name === 'complete' ? 'boolean' : 'string' }))] },
    data: values.flatMap((row, i) => row.map((tokens, k) => ({ month: `2026-${String(i + 1).padStart(2, '0')}`, origin: names[k], tokens, ...Object.fromEntries(Object.entries(more).map(([name, cells]) => [name, cells[i]])) }))),
  }],
});
const three = ['China', 'US', 'Other'];

export const cases: readonly Case[] = [
  { name: 'usual', tag, src },
  { name: 'press', tag, src, attributes: { overlay: 'press' }, note: 'Printed pairs, of another base, laid over.' },
  { name: 'absolute', tag, src, attributes: { measure: 'absolute' } },
  { name: 'lines', tag, src, attributes: { mark: 'line', overlay: 'press' } },
  { name: 'notes', tag, src, attributes: { annotations: '2025-11-24: Opus 4.5; 2026-02-09..2026-02-15: press says China is ahead; y=50: half' } },
  { name: 'window', tag, src, attributes: { from: '2025-06-01', to: '2026-05-31' } },
  { name: 'highlight', tag, src, attributes: { highlight: 'China' } },
  { name: 'shares computed, statuses, last month unfinished', tag, data: amounts(three, [[1, 4, 1], [2, 4, 1], [3, 3, 1], [4, 3, 1], [2, 1, 0.5]], { status: ['reported', 'representative', 'representative', 'derived', 'reported'], complete: [true, true, true, true, false] }), attributes: { measure: 'absolute' } },
  { name: 'one row', tag, data: amounts(['China'], [[4]]) },
  { name: 'one date', tag, data: amounts(three, [[3, 2, 1]]) },
  { name: 'a gap', tag, data: amounts(three, [[3, 2, 1], [3, 2, 1], [null, null, null], [2, 3, 1], [3, null, 2]]) },
  { name: 'none', tag, data: amounts(three, []) },
  { name: 'all zero', tag, data: amounts(three, [[0, 0, 0], [0, 0, 0]]) },
  { name: 'all zero, absolute', tag, data: amounts(three, [[0, 0, 0], [0, 0, 0]]), attributes: { measure: 'absolute' } },
  { name: 'one huge', tag, data: amounts(three, [[1, 2, 1], [1e9, 2, 1], [3, 2, 1]]), attributes: { measure: 'absolute' } },
  { name: 'long names', tag, data: amounts(['People’s Republic of China, all of its provinces and regions', 'United States of America and Canada, frontier laboratories', 'Unidentified'], [[1, 2, 1], [2, 2, 1], [3, 2, 1]]) },
  { name: '320 px', tag, src, width: 320 },
  { name: '320 px, notes', tag, src, width: 320, attributes: { annotations: '2025-11-24: Opus 4.5; y=50: half' } },
  { name: 'right to left', tag, src, dir: 'rtl' },
  { name: 'dark', tag, src, scheme: 'dark' },
];
