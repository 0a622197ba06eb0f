import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import '../../../src/define/token-volume-chart.js';
import { parseCSV } from '../../../src/data/csv.js';
import { DataError } from '../../../src/data/errors.js';
import { parseJSON } from '../../../src/data/text.js';
import { read } from '../../../src/data/read.js';
import { EmptyTable } from '../../../src/data/channels.js';
import { until } from '../../helpers/chart.js';
import { timeSeries } from '../../../src/data/series.js';
import { STATUSES } from '../../../src/data/table.js';

interface Bad {
  readonly place: string;
  readonly about: string;
  /** What a chart does where it does not stop at `place` as the validator does: `drawn`, `empty` or another place. */
  readonly chart?: string;
}
interface Good {
  readonly rows: number;
  readonly about: string;
}

const folder = '/test/data/';
const textOf = async (path: string): Promise<string> => (await fetch(folder + path)).text();
const [bad, good] = await Promise.all([textOf('bad/index.json'), textOf('good/index.json')]).then((texts) => texts.map((text) => JSON.parse(text) as unknown) as [Record<string, Bad>, Record<string, Good>]);
const valueOf = async (path: string): Promise<unknown> => (path.endsWith('.csv') ? parseCSV(await textOf(path)) : parseJSON(await textOf(path)));

/** Where a chart of the file stops: a place, `empty` or `drawn`. */
async function outcome(path: string): Promise<string> {
  try {
    timeSeries(read(await valueOf(path)).table, {});
    return 'drawn';
  } catch (error) {
    if (error instanceof EmptyTable) return 'empty';
    if (error instanceof DataError) return error.place;
    throw error;
  }
}

const records = (rows: unknown): unknown => rows;
const packaged = (fields: unknown, data: unknown, more: object = {}): unknown => ({ resources: [{ name: 'r', schema: { fields }, data }], ...more });
const faultOf = (value: unknown): DataError => {
  try {
    read(value);
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
  throw new Error('it was read');
};
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

describe('read on the files that a chart must refuse', () => {
  for (const [file, { place, chart, about }] of Object.entries(bad)) {
    // the index says '' for the whole file, a message says "dataset"
    const expected = chart ?? (place || 'dataset');
    it(`bad/${file} ends at ${expected}: ${about}`, async () => expect(await outcome(`bad/${file}`)).to.equal(expected));
  }
});

describe('read on good files', () => {
  for (const [file, { rows, about }] of Object.entries(good)) {
    it(`good/${file} has ${rows} rows: ${about}`, async () => expect(read(await valueOf(`good/${file}`)).table.length).to.equal(rows));
  }
});

describe('read', () => {
  it('takes __proto__, constructor and toString as field names, and nothing inherited', () => {
    const rows = JSON.parse('[{"__proto__": 1, "constructor": "a", "toString": 2, "hasOwnProperty": 3}, {"constructor": "b"}]') as unknown;
    const { table } = read(rows);
    expect(table.columns.map(({ name, kind }) => [name, kind])).to.deep.equal([['__proto__', 'number'], ['constructor', 'text'], ['toString', 'number'], ['hasOwnProperty', 'number']]);
    expect([...(table.columns[0]?.values ?? [])]).to.deep.equal([1, NaN]);
    expect([...(table.columns[2]?.values ?? [])]).to.deep.equal([2, NaN]);
    expect(read(JSON.parse('{"__proto__": [1, 2]}')).table.columns.map(({ name }) => name)).to.deep.equal(['__proto__']);
    expect(Object.hasOwn(Object.prototype, '0')).to.be.false;
  });

  it('does not take inherited keys for the package\'s own', () => {
    const inherited = Object.create({ title: 'inherited', provenance: { status: 'nonsense' } }) as Record<string, unknown>;
    inherited.resources = [{ name: 'r', data: [{ a: 1 }] }];
    expect(read(inherited).title).to.equal('');
  });

  it('reads a status, bounds and an unfinished period that the schema does not list', () => {
    const { table } = read(packaged([{ name: 'd', type: 'date' }, { name: 'v', type: 'number' }], [
      { d: '2026-01-01', v: 1, status: 'derived', complete: false },
      { d: '2026-01-02', v: null, min: 3 },
    ], { provenance: { status: 'reported' } }));
    expect([...table.statuses].map((code) => STATUSES[code])).to.deep.equal(['derived', 'reported']);
    expect([...(table.unfinished ?? [])]).to.deep.equal([1, 0]);
    expect([...(table.columns.find(({ name }) => name === 'min')?.values ?? [])]).to.deep.equal([NaN, 3]);
    expect(faultOf(packaged([{ name: 'v', type: 'number' }], [{ v: 1, status: 'guessed' }])).place).to.equal('resources[0].data[0].status');
  });

  it('reads the x of an annotation as the field it stands for: a day, a month or a year', () => {
    const xOf = (x: unknown): number | undefined => read(packaged([{ name: 'v', type: 'number' }], [{ v: 1 }], { annotations: [{ label: 'a', x }] })).annotations[0]?.x;
    expect(['2026-05-25', '2026-05', '2026', 2026].map(xOf)).to.deep.equal([Date.UTC(2026, 4, 25), Date.UTC(2026, 4), Date.UTC(2026), Date.UTC(2026)]);
    expect(faultOf(packaged([{ name: 'v', type: 'number' }], [{ v: 1 }], { annotations: [{ label: 'a', x: 'May' }] })).place).to.equal('annotations[0].x');
  });

  it('holds a field\'s own bounds and categories', () => {
    const share = { name: 'v', type: 'number', constraints: { minimum: 10, maximum: 100 } };
    expect(faultOf(packaged([share], [{ v: 10 }, { v: 100 }, { v: 9 }])).place).to.equal('resources[0].data[2].v');
    expect(faultOf(packaged([share], [{ v: 101 }])).place).to.equal('resources[0].data[0].v');
    const part = { name: 'p', categories: ['x', { value: 'y', label: 'Y' }] };
    expect(read(packaged([part], [{ p: 'x' }, { p: 'y' }, { p: null }])).table.length).to.equal(3);
    expect(faultOf(packaged([part], [{ p: 'x' }, { p: 'z' }])).place).to.equal('resources[0].data[1].p');
  });

  it('reads every word of a package to its place', () => {
    const dataset = read({
      name: 'n',
      title: 't',
      description: 'd',
      version: 'v',
      created: 'c',
      sources: ['said', { title: 'S', path: 'https://example.org/s' }, { name: 'short', path: 'https://example.org/n' }, { path: 'https://example.org/p' }, { title: 'bad', path: 'javascript:alert(1)' }],
      licenses: [{ name: 'CC-BY-4.0', path: 'https://example.org/l', title: 'Attribution' }],
      provenance: { asOf: '2026-05-25', status: 'derived', base: 'b', method: 'm', citation: 'q', caveats: ['one', 'two'] },
      revisions: [{ date: '2026-06-01', note: 'more' }, { date: 'June' }],
      annotations: [{ label: 'a', from: '2026-05', to: '2026-06' }, { label: 'l', y: 0 }, { label: 'x', x: '2026-05-25' }],
      resources: [{ name: 'first', title: 'First', data: [{ v: 1 }] }, { data: { w: ['x'] } }],
    });
    const { tables, table, ...words } = dataset;
    expect(words).to.deep.equal({
      name: 'n',
      title: 't',
      description: 'd',
      version: 'v',
      created: 'c',
      sources: [{ title: 'said', path: '' }, { title: 'S', path: 'https://example.org/s' }, { title: 'short', path: 'https://example.org/n' }, { title: 'https://example.org/p', path: 'https://example.org/p' }, { title: 'bad', path: '' }],
      licenses: [{ title: 'Attribution', path: 'https://example.org/l' }],
      provenance: { asOf: '2026-05-25', status: 'derived', base: 'b', method: 'm', citation: 'q', caveats: ['one', 'two'] },
      revisions: [{ date: '2026-06-01', note: 'more' }, { date: 'June', note: '' }],
      annotations: [{ label: 'a', x: undefined, from: Date.UTC(2026, 4), to: Date.UTC(2026, 5), y: undefined }, { label: 'l', x: undefined, from: undefined, to: undefined, y: 0 }, { label: 'x', x: Date.UTC(2026, 4, 25), from: undefined, to: undefined, y: undefined }],
    });
    expect([...tables].map(([key, each]) => [key, each.name, each.title, each.length, [...each.statuses]])).to.deep.equal([['first', 'first', 'First', 1, [2]], ['resource-2', 'resource-2', '', 1, [2]]]);
    expect(table).to.equal(tables.get('first'));
  });

  it('leaves empty what is not said', () => {
    const { tables, table, ...words } = read([{ v: 1 }]);
    expect(words).to.deep.equal({ name: '', title: '', description: '', version: '', created: '', sources: [], licenses: [], provenance: { asOf: '', status: null, base: '', method: '', citation: '', caveats: [] }, revisions: [], annotations: [] });
    expect([[...tables.keys()], table.name, table.title, [...table.statuses], table.unfinished]).to.deep.equal([['data'], 'data', '', [0], null]);
    expect(read({ title: null, sources: [{}], resources: [{ data: [{ v: 1 }] }] }).sources).to.deep.equal([{ title: '', path: '' }]);
    // a package without rows yet is one by its schema
    expect(faultOf({ $schema: 'https://example.org/s' }).message).to.equal('resources: expected at least one resource with rows, found nothing');
  });

  it('reads a field as declared', () => {
    const { columns } = read(packaged([{ name: 'a', title: 'A title', unit: 'tokens', type: 'integer' }, { name: 'b_c' }, { name: 'd', type: 'boolean' }, { name: 'e', type: 'datetime' }], [{ a: 1, b_c: 'x', d: false, e: '2026-05-25T10:30' }])).table;
    expect(columns.map(({ name, title, unit, type, kind, values }) => [name, title, unit, type, kind, ...values])).to.deep.equal([
      ['a', 'A title', 'tokens', 'integer', 'number', 1],
      ['b_c', 'b_c', '', 'string', 'text', 'x'],
      ['d', 'd', '', 'boolean', 'text', 'false'],
      ['e', 'e', '', 'datetime', 'date', Date.UTC(2026, 4, 25, 10, 30)],
    ]);
    const [inferred] = read([{ total_tokens_used: 1 }]).table.columns;
    expect(inferred).to.include({ name: 'total_tokens_used', title: 'Total tokens used', unit: '', type: 'number', kind: 'number' });
  });

  const v = { name: 'v', type: 'number' };
  const faults: readonly (readonly [what: string, value: unknown, message: string])[] = [
    ['text', 'week,tokens', 'dataset: expected a Data Package, an array of records, columns of equal length, or CSV, found "week,tokens"'],
    ['a number', 5, 'dataset: expected a Data Package, an array of records, columns of equal length, or CSV, found 5'],
    ['null', null, 'data: expected rows, found nothing'],
    ['nothing', undefined, 'dataset: expected a Data Package, an array of records, columns of equal length, or CSV, found nothing'],
    ['no resource', { resources: [] }, 'resources: expected at least one resource with rows, found nothing'],
    ['a resource that is none', { resources: ['r'] }, 'resources[0]: expected an object, found "r"'],
    ['resources that are none', { resources: {} }, 'resources: expected an array, found an object'],
    ['a resource without rows', { resources: [{ name: 'r' }] }, 'resources[0].data: expected rows, found nothing'],
    ['rows that are text', { resources: [{ name: 'r', data: 'x' }] }, 'resources[0].data: expected an object, found "x"'],
    ['a record that is none', [{ v: 1 }, 2], 'data[1]: expected an object, found 2'],
    ['a record that is an array', [[1]], 'data[0]: expected an object, found an array'],
    ['a column that is none', { v: 1 }, 'data.v: expected an array, found 1'],
    ['columns of two lengths', { v: [1, 2], w: [1] }, 'data.w: expected 2 values, as many as the first column has, found 1'],
    ['a column after an empty one', { v: [], w: [1] }, 'data.w: expected 0 values, as many as the first column has, found 1'],
    ['a title that is no text', packaged([v], [{ v: 1 }], { title: 5 }), 'title: expected text, found 5'],
    ['a provenance that is none', packaged([v], [{ v: 1 }], { provenance: [] }), 'provenance: expected an object, found an empty array'],
    ['a status that is none', packaged([v], [{ v: 1 }], { provenance: { status: 'sure' } }), 'provenance.status: expected "reported", "derived" or "representative", found "sure"'],
    ['a misspelt key', packaged([v], [{ v: 1 }], { provenance: { asof: '2026' } }), 'provenance.asof: expected one of the documented keys, found "asof"'],
    ['a misspelt key of a revision', packaged([v], [{ v: 1 }], { revisions: [{ date: 'May', notes: 'x' }] }), 'revisions[0].notes: expected one of the documented keys, found "notes"'],
    ['a misspelt key of an annotation', packaged([v], [{ v: 1 }], { annotations: [{ label: 'a', at: 'x' }] }), 'annotations[0].at: expected one of the documented keys, found "at"'],
    ['a revision without a date', packaged([v], [{ v: 1 }], { revisions: [{ note: 'x' }] }), 'revisions[0].date: expected text, found nothing'],
    ['an annotation without a label', packaged([v], [{ v: 1 }], { annotations: [{ x: '2026-05-25' }] }), 'annotations[0].label: expected text, found nothing'],
    ['an annotation at no date', packaged([v], [{ v: 1 }], { annotations: [{ label: 'a', from: 'May' }] }), 'annotations[0].from: expected a calendar date such as 2026-05-25, found "May"'],
    ['an annotation at an object', packaged([v], [{ v: 1 }], { annotations: [{ label: 'a', to: {} }] }), 'annotations[0].to: expected a calendar date such as 2026-05-25, found an object'],
    ['a level that is no number', packaged([v], [{ v: 1 }], { annotations: [{ label: 'a', y: '30' }] }), 'annotations[0].y: expected a finite number, found "30"'],
    ['a caveat that is no text', packaged([v], [{ v: 1 }], { provenance: { caveats: ['a', 5] } }), 'provenance.caveats[1]: expected text, found 5'],
    ['a source that is none', packaged([v], [{ v: 1 }], { sources: [5] }), 'sources[0]: expected an object, found 5'],
    ['a field without a name', packaged([{ type: 'number' }], [{ v: 1 }]), 'resources[0].schema.fields[0].name: expected a field name, found nothing'],
    ['a field with an empty name', packaged([{ name: '' }], [{ v: 1 }]), 'resources[0].schema.fields[0].name: expected a field name, found ""'],
    ['a field of no type', packaged([{ name: 'v', type: 'float' }], [{ v: 1 }]), 'resources[0].schema.fields[0].type: expected one of string, number, integer, boolean, date, datetime, yearmonth, year, found "float"'],
    ['a field used twice', packaged([v, { name: 'w' }, v], [{ v: 1, w: 'x' }]), 'resources[0].schema.fields[2].name: expected a field name used once, found "v"'],
    ['a field that no row has', packaged([v, { name: 'w' }], [{ v: 1 }]), 'resources[0].data[0].w: expected a value, found nothing'],
    ['a required cell that is missing', packaged([{ ...v, constraints: { required: true } }], [{ v: 1 }, { v: null }]), 'resources[0].data[1].v: expected a value, found nothing'],
    ['a required text that is missing', packaged([{ name: 's', constraints: { required: true } }], [{ s: 'a' }, {}]), 'resources[0].data[1].s: expected a value, found nothing'],
    ['a number below its minimum', packaged([{ ...v, constraints: { minimum: 0 } }], [{ v: -1 }]), 'resources[0].data[0].v: expected a number that is not negative, found -1'],
    ['a number below another minimum', packaged([{ ...v, constraints: { minimum: 10 } }], [{ v: 9 }]), 'resources[0].data[0].v: expected a number from 10, found 9'],
    ['a number above its maximum', packaged([{ ...v, constraints: { maximum: 100 } }], [{ v: 101 }]), 'resources[0].data[0].v: expected a number up to 100, found 101'],
    ['a text for a number', [{ v: 1 }, { v: '2' }], 'data[1].v: expected a finite number, found "2"'],
    ['a fraction for a whole number', packaged([{ name: 'v', type: 'integer' }], [{ v: 1.5 }]), 'resources[0].data[0].v: expected a whole number, found 1.5'],
    ['a number too large to add up', [{ v: 1e19 }], 'data[0].v: expected zero or a number from 1e-18 to 1e18, found 10000000000000000000'],
    ['a number too small to divide by', [{ v: -1e-19 }], 'data[0].v: expected zero or a number from 1e-18 to 1e18, found -1e-19'],
    ['a day that is none', packaged([{ name: 'd', type: 'date' }], [{ d: '2026-02-30' }]), 'resources[0].data[0].d: expected a calendar date such as 2026-05-25, found "2026-02-30"'],
    ['a time that is none', packaged([{ name: 'd', type: 'datetime' }], [{ d: true }]), 'resources[0].data[0].d: expected a calendar date such as 2026-05-25, found true'],
    ['a month that is none', packaged([{ name: 'd', type: 'yearmonth' }], [{ d: '2026-13' }]), 'resources[0].data[0].d: expected a month such as 2026-05, found "2026-13"'],
    ['a year that is none', packaged([{ name: 'd', type: 'year' }], [{ d: 'MMXXVI' }]), 'resources[0].data[0].d: expected a year such as 2026, found "MMXXVI"'],
    ['a time past all dates', packaged([{ name: 'd', type: 'datetime' }], [{ d: 8.65e15 }]), 'resources[0].data[0].d: expected a calendar date such as 2026-05-25, found 8650000000000000'],
    ['a number for a text', [{ s: 'a' }, { s: 1 }], 'data[1].s: expected text, found 1'],
    ['a number for yes or no', [{ b: true }, { b: 1 }], 'data[1].b: expected true or false, found 1'],
    ['a text that is no category', packaged([{ name: 'p', categories: ['x'] }], [{ p: 'x' }, { p: 'z' }]), 'resources[0].data[1].p: expected one of the categories of its field, found "z"'],
    ['a row’s status that is none', [{ v: 1, status: 'guessed' }], 'data[0].status: expected "reported", "derived" or "representative", found "guessed"'],
    ['a row that is half complete', [{ v: 1, complete: 'no' }], 'data[0].complete: expected true or false, found "no"'],
    ['a bound that is no number', [{ v: 1, min: 'low' }], 'data[0].min: expected a finite number, found "low"'],
  ];
  for (const [what, value, message] of faults) it(`says what is wrong with ${what}`, () => expect(faultOf(value).message).to.equal(message));

  it('names the resources there are, where the one asked for is not', () => {
    expect(() => read({ resources: [{ name: 'a', data: [{ v: 1 }] }, { name: 'b', data: [{ v: 1 }] }] }, 'c')).to.throw(DataError, 'resources: expected one of a, b, found "c"');
  });

  it('takes the extremes that it allows', () => {
    const cells = (type: string, ...given: readonly unknown[]): unknown => [...read(packaged([{ name: 'v', type }], given.map((cell) => ({ v: cell })))).table.columns[0]!.values];
    expect(cells('number', 1e18, -1e18, 1e-18, -1e-18, 0)).to.deep.equal([1e18, -1e18, 1e-18, -1e-18, 0]);
    expect(cells('datetime', 8.64e15, -8.64e15)).to.deep.equal([8.64e15, -8.64e15]);
    expect(cells('integer', 3, -0, null)).to.deep.equal([3, 0, NaN]);
    expect(cells('year', 2026, '0001')).to.deep.equal([Date.UTC(2026), -62_135_596_800_000]);
    expect(cells('yearmonth', '2026-05', null)).to.deep.equal([Date.UTC(2026, 4), NaN]);
    expect(Object.is(read([{ v: -0 }]).table.columns[0]?.values[0], 0)).to.equal(true);
  });

  it('shares a typed array that lies within the bounds of its field, ends included, and copies one of a year or whole numbers', () => {
    const columnOf = (field: object, values: Float64Array): unknown => read({ resources: [{ schema: { fields: [{ name: 'v', ...field }] }, data: { v: values } }] }, '', true).table.columns[0]?.values;
    const ends = Float64Array.of(1, 100);
    expect(columnOf({ type: 'number', constraints: { minimum: 1, maximum: 100 } }, ends)).to.equal(ends);
    for (const extreme of [1e18, -1e18, 1e-18, 0]) {
      const values = Float64Array.of(extreme);
      expect(columnOf({ type: 'number' }, values)).to.equal(values);
    }
    const dates = Float64Array.of(-8.64e15, 0, 0.5, 8.64e15);
    expect(columnOf({ type: 'datetime' }, dates)).to.equal(dates);
    const years = Float64Array.of(2026);
    expect(columnOf({ type: 'year' }, years)).to.deep.equal(Float64Array.of(Date.UTC(2026)));
    const counts = Float64Array.of(3);
    expect(columnOf({ type: 'integer' }, counts)).to.not.equal(counts);
    expect(() => columnOf({ type: 'number', constraints: { minimum: 2 } }, ends)).to.throw(DataError, 'resources[0].data.v[0]: expected a number from 2, found 1');
    expect(() => columnOf({ type: 'datetime' }, Float64Array.of(8.65e15))).to.throw(DataError, 'a calendar date');
  });

  it('reads status, bounds and completeness from columns too, and lets the schema list them', () => {
    const { table } = read({ v: [1, 2, 3], status: ['derived', null, 'representative'], complete: [true, false, null], max: [null, null, 4] });
    expect([[...table.statuses], [...(table.unfinished ?? [])], table.columns.map(({ name }) => name)]).to.deep.equal([[2, 0, 3], [0, 1, 0], ['v', 'max']]);
    const listed = read(packaged([v, { name: 'status' }, { name: 'min', type: 'number', title: 'At least' }, { name: 'complete', type: 'boolean' }], [{ v: 1, status: '', min: 2 }], { provenance: { status: 'reported' } })).table;
    expect([[...listed.statuses], listed.columns.map(({ title }) => title)]).to.deep.equal([[1], ['v', 'At least']]);
    // a bound that no row has is no fault, and other fields than the schema's are not read
    expect(read(packaged([v, { name: 'max', type: 'number' }], [{ v: 1, w: 2 }])).table.columns.map(({ name }) => name)).to.deep.equal(['v', 'max']);
    expect(read([{ v: 1, min: null }]).table.columns[1]).to.include({ type: 'number', kind: 'number' });
  });

  it('keeps the statuses of one table from another', () => {
    const rows = [{ v: 1 }, { v: 2 }];
    const first = read({ provenance: { status: 'reported' }, resources: [{ data: rows }] }).table;
    const second = read({ provenance: { status: 'reported' }, resources: [{ data: [{ v: 1, status: 'derived' }, { v: 2 }, { v: 3 }] }] }).table;
    const third = read({ provenance: { status: 'reported' }, resources: [{ data: [...rows, ...rows] }] }).table;
    expect([first, second, third].map(({ statuses }) => [...statuses])).to.deep.equal([[1, 1], [2, 1, 1], [1, 1, 1, 1]]);
  });

  it('finds fields in the first and the last hundred rows of a long file', () => {
    const rows = Array.from({ length: 300 }, (_, i) => ({ v: i, ...(i === 99 && { early: 1 }), ...(i === 100 && { between: 1 }), ...(i === 199 && { hidden: 1 }), ...(i === 200 && { late: 1 }) }));
    expect(read(rows).table.columns.map(({ name }) => name)).to.deep.equal(['v', 'early', 'late']);
  });

  it('infers a year and a time of a number only where the field is named for one', () => {
    const typeOf = (name: string, cell: number): string | undefined => read([{ [name]: cell }]).table.columns[0]?.type;
    expect(['date', 'Time', 'timestamp', 'day', 'week', 'month', 'year'].map((name) => typeOf(name, 2026))).to.deep.equal(Array(7).fill('year'));
    expect([['update', 2026], ['year', 2026.5], ['year', 0], ['year', -5], ['year', 3000], ['year', 2999], ['year', 1000], ['week', 22], ['day', 1e8], ['day', 1e8 + 1], ['day', -2e8], ['tokens', 2e8]].map(([name, cell]) => typeOf(name as string, cell as number))).to.deep.equal(['number', 'number', 'number', 'number', 'number', 'year', 'year', 'number', 'number', 'datetime', 'datetime', 'number']);
    expect(read({ d: ['2026-05-25', null] }).table.columns[0]?.type).to.equal('date');
  });

  it('infers types from the first cell that is there', () => {
    const typeOf = (name: string, ...cells: unknown[]): string | undefined => read({ [name]: cells }).table.columns[0]?.type;
    expect(typeOf('a', null, '2026-05-25')).to.equal('date');
    expect(typeOf('a', '2026-05-25T10:00Z')).to.equal('datetime');
    expect(typeOf('a', '2026-05')).to.equal('yearmonth');
    expect(typeOf('year', 2026)).to.equal('year');
    expect(typeOf('a', 2026)).to.equal('number');
    expect(typeOf('timestamp', 1_780_000_000_000)).to.equal('datetime');
    expect(typeOf('a', true)).to.equal('boolean');
    expect(typeOf('a', 'May')).to.equal('string');
    expect(typeOf('a', null)).to.equal('string');
  });

  it('strips control and bidi-override characters and cuts long text', () => {
    const { title, table } = read(packaged([{ name: 'p' }], [{ p: 'a\u202eb\u0000c' }], { title: `x\u2066${'é'.repeat(2000)}` }));
    expect(table.columns[0]?.values[0]).to.equal('abc');
    expect(Array.from(title).length).to.equal(1000);
    expect(title.endsWith('…')).to.be.true;
  });

  it('draws the resource that is named, and says which there is not', () => {
    const value = { resources: [{ name: 'a', data: [{ v: 1 }] }, { name: 'b', data: [{ v: 1 }, { v: 2 }] }] };
    expect(read(value).table.name).to.equal('a');
    expect(read(value, 'b').table.length).to.equal(2);
    expect(() => read(value, 'constructor')).to.throw(DataError, '"constructor"');
  });

  it('reads frozen input and leaves any input as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ d: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString()), v: fc.option(fc.integer()), s: fc.string() }), { maxLength: 8 }), (rows) => {
        const before = JSON.stringify(rows);
        read(rows);
        expect(JSON.stringify(rows)).to.equal(before);
        read(frozen(rows));
      }),
    );
    const columns = { d: Object.freeze(['2026-01-01']), v: new Float64Array([1]) };
    const { table } = read(columns);
    expect(table.columns[1]?.values).to.not.equal(columns.v);
  });

  it('draws from shared typed arrays as they are, and checks them like any cells', () => {
    const columns = (...v: number[]): { date: Float64Array; v: Float64Array } => ({ date: Float64Array.from(v, (_, i) => 1.7e12 + i), v: Float64Array.from(v) });
    const given = columns(1, 2.5, 0);
    expect(read(given, '', true).table.columns.map(({ values }) => values)).to.deep.equal([given.date, given.v]);
    expect(read(given, '', true).table.columns[1]?.values).to.equal(given.v);
    expect(Object.is(read(columns(1, -0), '', true).table.columns[1]?.values[1], 0), 'no negative zero').to.be.true;
    for (const [fault, value] of [['a finite number', NaN], ['a finite number', Infinity], ['zero or a number from 1e-18 to 1e18', 1e19], ['zero or a number from 1e-18 to 1e18', 1e-19]] as const) {
      for (const shared of [true, false]) expect(() => read(columns(1, value), '', shared), `${value}`).to.throw(DataError, `data.v[1]: expected ${fault}`);
    }
    const declared = (field: object): unknown => ({ resources: [{ schema: { fields: [{ name: 'v', ...field }] }, data: { v: Float64Array.of(1, 2.5) } }] });
    expect(() => read(declared({ type: 'integer' }), '', true)).to.throw(DataError, 'data.v[1]: expected a whole number');
    expect(() => read(declared({ type: 'number', constraints: { maximum: 2 } }), '', true)).to.throw(DataError, 'data.v[1]: expected a number up to 2');
  });

  it('throws nothing but a DataError on arbitrary JSON', () => {
    const key = fc.constantFrom('resources', 'schema', 'fields', 'name', 'type', 'data', 'provenance', 'status', 'annotations', 'label', 'x', 'y', 'sources', 'path', 'revisions', 'date', '__proto__', 'constructor', 'min', 'complete', 'constraints', 'categories', 'enum', '$schema');
    const leaf = fc.oneof(fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom('date', 'number', 'year', '2026-05-25', 'reported', 'https://example.org'));
    const json = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 6, withCrossShrink: true }, leaf, fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(key, tie('value'), { maxKeys: 6 })),
    })).value;
    const shaped = fc.record({ resources: fc.array(fc.record({ name: json, schema: fc.record({ fields: fc.array(fc.dictionary(key, json)) }, { requiredKeys: [] }), data: json }, { requiredKeys: [] }), { maxLength: 2 }), provenance: json, annotations: json, sources: json }, { requiredKeys: ['resources'] });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), json, shaped), (value) => {
        try {
          const dataset = read(value);
          for (const { columns, length } of dataset.tables.values()) for (const { values } of columns) expect(values.length).to.equal(length);
        } catch (error) {
          if (!(error instanceof DataError)) throw error;
          expect(error.place).to.not.equal('');
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('refuses a cell nested a hundred thousand deep without overflowing', () => {
    let nested: unknown = 1;
    for (let i = 0; i < 100_000; i++) nested = [nested];
    expect(faultOf(records([{ v: nested }])).place).to.equal('data[0].v');
  });

  it('becomes the chart\'s error, not an exception, where a getter or a proxy throws', async () => {
    const thrower = { get v(): number { throw new Error('trap'); }, d: '2026-01-01' };
    const proxy = new Proxy([], { get: () => { throw new RangeError('trap'); } });
    for (const data of [[thrower], proxy, { get resources(): unknown { throw new TypeError('trap'); } }]) {
      const element = await fixture<HTMLElement & { data: unknown; state: string }>(html`<token-volume-chart></token-volume-chart>`);
      element.data = data;
      await until(() => element.state === 'error', 'the state becomes error');
    }
  });
});
