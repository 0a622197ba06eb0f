import fc from 'fast-check';
import { NO_VALUE } from './oracle.js';

/** A dataset as an author may have written it, and the form it comes in. */
export interface Given {
  readonly tag: string;
  readonly form: 'records' | 'package' | 'columns' | 'csv' | 'text';
  readonly data: unknown;
  readonly attributes: Readonly<Record<string, string>>;
}

export const TAGS = ['token-volume-chart', 'origin-split-bar', 'origin-trend-chart', 'lab-bands-chart', 'model-rank-chart', 'token-price-chart', 'sentiment-split-bar'] as const;

type Row = readonly (readonly [name: string, cell: unknown])[];

const HOSTILE = ['<img src=x onerror="canary()">', '"><svg onload=canary()>', 'javascript:canary()', '\u202egnp.exe', 'a\u0000b\u0085c', '=HYPERLINK("http://evil.invalid")', '__proto__', 'constructor', 'toString', '٣ شركة', '👩‍👩‍👧‍👦', 'x'.repeat(400), 'a b '.repeat(90), '', ' ', '-1', '{n}'];
// words that say that a value went missing could not be told from a chart's fault
const name = fc.oneof({ weight: 6, arbitrary: fc.constantFrom('China', 'US', 'Europe', 'Other', 'Qwen', 'Claude Opus 4.5', 'A', 'B') }, { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) }, fc.string({ unit: 'binary', maxLength: 30 }).filter((text) => !NO_VALUE.test(text)));
const day = fc.integer({ min: -40_000, max: 60_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const date = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 0, max: 120 }).map((n) => new Date(Date.UTC(2024, 0, 1) + n * 604_800_000).toISOString().slice(0, 10)) },
  { weight: 2, arbitrary: day },
  fc.constantFrom('2026-02-30', '0001-01-01', '-000043-03-15', '+275760-09-13', '9999-12-31', '2026-01-01T12:00:00+14:00', '2026-01-01T00:00:00.123Z', '2026-05', '2026', '', 'yesterday', null, undefined, 0, NaN, 1.7e12, 8.64e15, 1e300),
);
const number = fc.oneof(
  { weight: 12, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }).map((value) => Math.round(value * 100) / 100) },
  { weight: 2, arbitrary: fc.integer({ min: -50, max: 1_000_000 }) },
  { weight: 2, arbitrary: fc.double({ min: 1e-18, max: 1e18, noNaN: true }) },
  fc.constantFrom(0, -0, null, undefined, NaN, Infinity, -Infinity, 1e308, 5e-324, 1e18, 1e-18, -1e18, Number.EPSILON, 2 ** 53, '5', 'n/a', '', true, [], {}),
);

/** Names that most charts find, some that none does. */
const shapes: Readonly<Record<(typeof TAGS)[number], fc.Arbitrary<Row>>> = {
  'token-volume-chart': rows([['week', date], ['tokens', number]], [['lab', name]]),
  'origin-split-bar': rows([['part', name], ['share', number]], [['base', name]]),
  'origin-trend-chart': rows([['week', date], ['origin', name], ['tokens', number]], []),
  'lab-bands-chart': rows([['week', date], ['lab', name], ['tokens', number]], [['origin', name]]),
  'model-rank-chart': rows([['period', fc.constantFrom('First', 'Second', '<b>')], ['model', name], ['tokens', number]], [['lab', name], ['origin', name]]),
  'token-price-chart': rows([['model', name], ['input', number], ['output', number]], [['lab', name], ['date', date], ['kind', name]]),
  'sentiment-split-bar': rows([['label', name], ['share', number]], [['n', number]]),
};

function rows(all: readonly (readonly [string, fc.Arbitrary<unknown>])[], some: readonly (readonly [string, fc.Arbitrary<unknown>])[]): fc.Arbitrary<Row> {
  const rare = fc.tuple(fc.option(fc.constantFrom('reported', 'derived', 'representative', '', 'guessed', null), { freq: 4 }), fc.option(number, { freq: 6 }), fc.option(fc.constantFrom(true, false, null, 'no'), { freq: 6 }), fc.option(fc.tuple(name, number), { freq: 12 }));
  return fc.tuple(fc.tuple(...all.map(([, cell]) => cell)), fc.tuple(...some.map(([, cell]) => fc.option(cell, { freq: 2 }))), rare).map(([cells, optional, [status, min, complete, stranger]]) => [
    ...all.map(([key], i) => [key, cells[i]] as const),
    ...some.flatMap(([key], i) => (optional[i] === null ? [] : [[key, optional[i]] as const])),
    ...(status === null ? [] : [['status', status] as const]),
    ...(min === null ? [] : [['min', min] as const]),
    ...(complete === null ? [] : [['complete', complete] as const]),
    ...(stranger === null ? [] : [stranger]),
  ]);
}

const record = (row: Row): unknown => Object.fromEntries(row);
const quoted = (cell: unknown): string => (cell === undefined || cell === null ? '' : /[",\n\r]/.test(text(cell)) ? `"${text(cell).replace(/"/g, '""')}"` : text(cell));
const text = (cell: unknown): string => (typeof cell === 'string' ? cell : typeof cell === 'number' ? (Number.isFinite(cell) ? String(cell) : 'n/a') : JSON.stringify(cell));
const keysOf = (list: readonly Row[]): readonly string[] => [...new Set(list.flatMap((row) => row.map(([key]) => key)))];
const cellOf = (row: Row, key: string): unknown => row.find(([other]) => other === key)?.[1];

/** The same rows without what charts must refuse: dates and names once, numbers in bounds, known statuses. */
const tidied = (list: readonly Row[]): readonly Row[] =>
  list.map((row, i) => row.filter(([key]) => TIDY.has(key)).map(([key, cell]) => {
    const wanted = key === 'week' ? new Date(Date.UTC(2024, 0, 1) + i * 604_800_000).toISOString().slice(0, 10)
      : key === 'date' ? '2026-05-01'
      : ['part', 'label', 'model'].includes(key) ? `${String(cell)} ${i}`
      : key === 'status' ? (['reported', 'derived', 'representative'].includes(cell as string) ? cell : 'reported')
      : key === 'complete' ? cell !== false
      : NUMBERS.has(key) ? (typeof cell === 'number' && cell >= 1e-18 && cell <= 1e18 ? cell : i) : cell;
    return [key, wanted] as const;
  }));
const NUMBERS = new Set(['tokens', 'share', 'input', 'output', 'min']);
const TIDY = new Set([...NUMBERS, 'week', 'part', 'label', 'model', 'lab', 'origin', 'base', 'period', 'date', 'kind', 'status', 'complete']);

/** Attributes that choose, cut and name: often right, sometimes not. */
const attributes = fc.dictionary(fc.constantFrom('x', 'y', 'series', 'from', 'to', 'highlight', 'scale', 'heading', 'y-ticks', 'x-ticks', 'y-domain', 'annotations', 'locale', 'facet', 'by', 'measure', 'layout', 'period', 'sort', 'reference', 'n', 'time-zone'), fc.oneof(fc.constantFrom('week', 'tokens', 'lab', 'log', 'China', '2024-06-03', '2025-05', '0 10 20', '0 50', '2024-05-06: A note; y=5: a level', 'ar', 'de', 'zh', 'bars', 'lines', 'absolute', 'First', 'input', 'blended', '22', 'Europe/Paris', 'share', 'tokens share'), name), { maxKeys: 2 });

const type = fc.constantFrom('string', 'number', 'integer', 'boolean', 'date', 'datetime', 'yearmonth', 'year', 'any', 7);
const TYPES: Readonly<Record<string, string>> = { week: 'date', tokens: 'number', share: 'number', input: 'number', output: 'number', n: 'number' };

/** Datasets of every form, of which about half can be drawn. */
export const givens: fc.Arbitrary<Given> = fc.constantFrom(...TAGS).chain((tag) =>
  fc.record({
    tidy: fc.constantFrom(true, true, true, false),
    list: fc.array(shapes[tag], { maxLength: 12 }),
    form: fc.constantFrom<Given['form'][]>('records', 'package', 'package', 'columns', 'csv', 'text'),
    attributes,
    unit: fc.oneof(fc.constantFrom('trillion tokens', '%', 'US dollars per million tokens'), name),
    wrong: fc.option(type, { freq: 8 }),
    words: name,
    more: fc.option(fc.dictionary(fc.constantFrom('provenance', 'annotations', 'sources', 'revisions', 'licenses', 'title', 'description', 'schema', 'resources'), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 2 }), { freq: 5 }),
  }).map(({ tidy, list: some, form, attributes: chosen, unit, wrong: other, words, more: extra }): Given => {
    const [list, wrong, more, given] = tidy ? [tidied(some), null, null, words.length % 3 ? {} : chosen] : [some, other, extra, chosen];
    const keys = keysOf(list);
    const fields = keys.map((key, i) => ({ name: key, type: wrong !== null && i === 0 ? wrong : (TYPES[key] ?? (key === 'date' ? 'string' : 'string')), title: words, unit }));
    const packaged = { name: words, title: words, description: words, sources: [{ title: words, path: words }], provenance: { status: 'reported', asOf: words, base: words, citation: words, caveats: [words] }, resources: [{ name: 'r', schema: { fields }, data: list.map(record) }], ...more };
    const data = {
      records: () => list.map(record),
      package: () => packaged,
      columns: () => Object.fromEntries(keys.map((key) => [key, list.map((row) => cellOf(row, key) ?? null)])),
      csv: () => [keys.map(quoted).join(), ...list.map((row) => keys.map((key) => quoted(cellOf(row, key))).join())].join('\n'),
      text: () => JSON.stringify(packaged),
    }[form]();
    return { tag, form, data, attributes: given };
  }),
);
