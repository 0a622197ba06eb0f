import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { DataError } from '../../../src/data/errors.js';
import { read } from '../../../src/data/read.js';
import { EmptyTable, namesIn } from '../../../src/data/channels.js';
import { groups } from '../../../src/data/groups.js';
import { rowAt, timeSeries, type TimeSeries } from '../../../src/data/series.js';

const DAY = 86_400_000;
const tableOf = (data: unknown): ReturnType<typeof read>['table'] => read(data).table;
const day = (i: number): string => new Date(Date.UTC(2026, 0, 1) + i * DAY).toISOString().slice(0, 10);
const plain = ({ x, series }: TimeSeries): unknown => ({ x: [...x], series: series.map(({ name, values }) => ({ name, values: [...values] })) });
const faultOf = (call: () => unknown): DataError => {
  try {
    call();
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('timeSeries', () => {
  it('takes the first date, the first number and the first text field', () => {
    const { xColumn, yColumn, series } = timeSeries(tableOf([{ lab: 'A', n: 1, week: '2026-05-25', m: 2 }]), {});
    expect([xColumn.name, yColumn.name, series[0]?.name]).to.deep.equal(['week', 'n', 'A']);
  });

  it('sorts rows by date and remembers where each stood', () => {
    const data = timeSeries(tableOf([{ d: day(2), v: 3 }, { d: day(0), v: 1 }, { d: day(1), v: null }]), {});
    expect(plain(data)).to.deep.equal({ x: [0, 1, 2].map((i) => Date.parse(day(i))), series: [{ name: 'V', values: [1, NaN, 3] }] });
    expect([0, 1, 2].map((i) => rowAt(data.series[0]!, i))).to.deep.equal([1, 2, 0]);
  });

  it('shares the column where the rows are sorted already', () => {
    const table = tableOf([{ d: day(0), v: 1 }, { d: day(1), v: 2 }]);
    expect(timeSeries(table, {}).series[0]?.values).to.equal(table.columns[1]?.values);
  });

  it('throws on a second row for a date, and says where the first is', () => {
    const fault = faultOf(() => timeSeries(tableOf([{ d: day(1), v: 3 }, { d: day(0), v: 1 }, { d: day(1), v: 2 }]), {}));
    expect(fault.place).to.equal('data[2].d');
    expect(fault.found).to.contain('2026-01-02').and.contain('data[0]');
  });

  it('throws on a second row for a date and series', () => {
    const fault = faultOf(() => timeSeries(tableOf([{ d: day(0), s: 'A', v: 3 }, { d: day(0), s: 'B', v: 1 }, { d: day(0), s: 'B', v: 2 }]), {}));
    expect(fault.place).to.equal('data[2].d');
    expect(fault.found).to.contain('B');
  });

  it('throws on a row without a date', () => {
    expect(faultOf(() => timeSeries(tableOf([{ d: day(0), v: 3 }, { d: null, v: 1 }]), {})).place).to.equal('data[1].d');
  });

  it('throws an EmptyTable where there are no rows, whatever the fields', () => {
    for (const data of [[], { d: [], v: [] }, {}]) {
      expect(() => timeSeries(tableOf(data), {})).to.throw(EmptyTable);
      expect(() => groups(tableOf(data), {})).to.throw(EmptyTable);
    }
  });

  it('names the attribute and the fields there are, where a field is missing or does not fit', () => {
    const table = tableOf([{ d: day(0), v: 1, s: 'A' }]);
    for (const [channels, place, expected] of [
      [{ x: 'v' }, 'x="v"', 'date field'],
      [{ y: 's' }, 'y="s"', 'number field'],
      [{ y: 'nothing' }, 'y="nothing"', 'the name of a field'],
      [{ series: 'v' }, 'series="v"', 'text field'],
      [{ y: 'constructor' }, 'y="constructor"', 'the name of a field'],
    ] as const) {
      const fault = faultOf(() => timeSeries(table, channels));
      expect(fault.place).to.equal(place);
      expect(fault.message).to.contain(expected);
      expect(fault.found).to.contain('d (date), v (number), s (string)');
    }
  });

  it('agrees on the wide and the long form of the same numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.option(fc.integer({ min: -9, max: 9 }))), { minLength: 1, maxLength: 12 }), fc.boolean(), (rows, backwards) => {
        const wide = rows.map(([a, b], i) => ({ d: day(i), a, b }));
        const long = rows.flatMap(([a, b], i) => [{ d: day(i), s: 'A', v: a }, { d: day(i), s: 'B', v: b }]);
        if (backwards) long.reverse();
        const fromWide = timeSeries(tableOf({ d: wide.map((row) => row.d), a: wide.map((row) => row.a), b: Float64Array.from(wide, (row) => row.b ?? 0) }), { y: 'a b' });
        const fromLong = timeSeries(tableOf(long.map((row) => ({ ...row, v: row.s === 'B' ? (row.v ?? 0) : row.v }))), {});
        const byName = (data: TimeSeries): unknown => ({ x: [...data.x], series: data.series.map(({ name, values }) => ({ name, values: [...values] })).sort((one, other) => (one.name < other.name ? -1 : 1)) });
        expect(byName(fromWide)).to.deep.equal(byName(fromLong));
      }),
    );
  });

  it('pivots long rows as brute force does, in any order and with holes', () => {
    const rows = fc.uniqueArray(fc.record({ at: fc.integer({ min: 0, max: 9 }), s: fc.constantFrom('A', 'B', 'C', '__proto__'), v: fc.option(fc.integer({ min: -5, max: 5 })) }), { selector: ({ at, s }) => `${at} ${s}`, minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(rows, (given) => {
        if (given.every(({ v }) => v === null)) return;
        const fields = [{ name: 'd', type: 'date' }, { name: 's' }, { name: 'v', type: 'number' }];
        const data = timeSeries(tableOf({ resources: [{ name: 'r', schema: { fields }, data: given.map(({ at, s, v }) => ({ d: day(at), s, v })) }] }), {});
        const dates = [...new Set(given.map(({ at }) => at))].sort((a, b) => a - b);
        const names = [...new Set(given.map(({ s }) => s))];
        expect([...data.x]).to.deep.equal(dates.map((at) => Date.parse(day(at))));
        expect(data.series.map(({ name }) => name)).to.deep.equal(names);
        for (const [k, series] of data.series.entries()) {
          for (const [i, at] of dates.entries()) {
            const row = given.findIndex((each) => each.at === at && each.s === names[k]);
            expect(rowAt(series, i)).to.equal(row);
            expect(series.values[i]).to.deep.equal(given[row]?.v ?? NaN);
          }
        }
      }),
    );
  });
});

describe('groups', () => {
  it('adds the parts of each bar up, in the order of the file', () => {
    const { groups: bars } = groups(tableOf([{ base: 'all', part: 'x', v: 58 }, { base: 'top', part: 'x', v: 1 }, { base: 'all', part: 'y', v: 42 }]), { facet: 'base' });
    expect(bars).to.deep.equal([
      { name: 'all', total: 100, parts: [{ name: 'x', value: 58, row: 0 }, { name: 'y', value: 42, row: 2 }] },
      { name: 'top', total: 1, parts: [{ name: 'x', value: 1, row: 1 }] },
    ]);
  });

  it('throws on a part that is missing, negative or named twice', () => {
    const declared = (data: unknown): unknown => ({ resources: [{ name: 'r', schema: { fields: [{ name: 'part' }, { name: 'v', type: 'number' }] }, data }] });
    for (const [rows, place] of [
      [[{ part: 'x', v: 1 }, { part: 'y', v: null }], 'resources[0].data[1].v'],
      [[{ part: 'x', v: 1 }, { part: 'y', v: -1 }], 'resources[0].data[1].v'],
      [[{ part: 'x', v: 1 }, { part: 'x', v: 1 }], 'resources[0].data[1].part'],
    ] as const) {
      expect(faultOf(() => groups(tableOf(declared(rows)), {})).place).to.equal(place);
    }
  });
});

describe('namesIn', () => {
  const table = tableOf([{ 'two words': 1, a: 2, b: 3 }]);
  for (const [text, names] of [['', []], ['  ', []], ['a', ['a']], [' a  b ', ['a', 'b']], ['two words', ['two words']]] as const) {
    it(`finds ${names.length} names in ${JSON.stringify(text)}`, () => expect(namesIn(text, table)).to.deep.equal(names));
  }
});
