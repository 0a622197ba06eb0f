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
