import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { DataError } from '../../../src/data/errors.js';
import { read } from '../../../src/data/read.js';
import { EmptyTable, namesIn } from '../../../src/data/channels.js';
import { groups, isShare } from '../../../src/data/groups.js';
import { cutBy, recut } from '../../../src/data/cuts.js';
import { MOST_SERIES, certaintyOf, codeAt, rowAt, timeSeries, windowed, type TimeSeries } from '../../../src/data/series.js';

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

  it('throws on a row without a date, the first or the only one too', () => {
    const missing = (...dates: readonly (string | null)[]): string => faultOf(() => timeSeries(tableOf({ resources: [{ name: 'r', schema: { fields: [{ name: 'd', type: 'date' }, { name: 'v', type: 'number' }] }, data: dates.map((d, v) => ({ d, v })) }] }), {})).message;
    expect(missing(day(0), null)).to.equal('resources[0].data[1].d: expected a date, found nothing');
    expect(missing(null, day(0))).to.equal('resources[0].data[0].d: expected a date, found nothing');
    expect(missing(null)).to.equal('resources[0].data[0].d: expected a date, found nothing');
  });

  it('says of a second row which date and series it repeats, the series only where there are several', () => {
    const message = (...rows: readonly object[]): string => faultOf(() => timeSeries(tableOf(rows), {})).message;
    expect(message({ d: day(0), s: 'A', v: 3 }, { d: day(0), s: 'B', v: 1 }, { d: day(0), s: 'B', v: 2 })).to.equal('data[2].d: expected one row for each date and series, found a second row for 2026-01-01 and B; the first is data[1]');
    expect(message({ d: day(0), s: 'A', v: 3 }, { d: day(0), s: 'A', v: 1 })).to.equal('data[1].d: expected one row for each date and series, found a second row for 2026-01-01; the first is data[0]');
  });

  it('takes no text field for series where several measures are named', () => {
    const { series } = timeSeries(tableOf([{ d: day(0), s: 'A', a: 1, b: 2 }, { d: day(1), s: 'B', a: 3, b: 4 }]), { y: 'a b' });
    expect(series.map(({ name, values }) => [name, ...values])).to.deep.equal([['A', 1, 3], ['B', 2, 4]]);
  });

  it(`draws ${MOST_SERIES} series and refuses one more, naming the field`, () => {
    const of = (count: number): TimeSeries => timeSeries(tableOf(Array.from({ length: count }, (_, i) => ({ d: day(0), lab: `L${i}`, v: i }))), {});
    expect(of(MOST_SERIES).series).to.have.length(MOST_SERIES);
    expect(() => of(MOST_SERIES + 1)).to.throw(DataError, `lab: expected at most ${MOST_SERIES} series, found ${MOST_SERIES + 1}`);
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

describe('codeAt(data, series, index), certaintyOf(data, series)', () => {
  const of = (rows: readonly object[]): TimeSeries => timeSeries(tableOf({ resources: [{ name: 'r', schema: { fields: [{ name: 'd', type: 'date' }, { name: 's' }, { name: 'v', type: 'number' }] }, data: rows }] }), {});
  const days = (...more: readonly object[]): readonly object[] => more.map((each, i) => ({ d: day(i), s: 'A', v: 1, ...each }));
  const certainties = (...more: readonly object[]): unknown => {
    const data = of(days(...more));
    return Array.from(certaintyOf(data, data.series[0]!) ?? []);
  };

  it('tell a value that is derived, representative or of an unfinished period; the last goes before', () => {
    expect(certainties({ status: 'reported' }, { status: 'derived' }, {}, { status: 'representative' }, { status: 'representative', complete: false }, { complete: false })).to.deep.equal([0, 1, 0, 2, 3, 3]);
    const data = of(days({ status: 'representative' }, { status: 'derived', complete: false }));
    expect([0, 1].map((i) => codeAt(data, data.series[0]!, i))).to.deep.equal([3, 10]);
  });

  it('need no list where every value is reported or not stated', () => {
    const data = of(days({ status: 'reported' }, {}));
    expect(certaintyOf(data, data.series[0]!)).to.equal(null);
  });

  for (const [only, expected] of [[{ status: 'derived' }, [0, 1]], [{ status: 'representative' }, [0, 2]], [{ complete: false }, [0, 3]]] as const) {
    it(`see the one value with ${JSON.stringify(only)}`, () => expect(certainties({}, only)).to.deep.equal(expected));
  }

  it('see what is made from several rows, none of which says anything', () => {
    const data = recut(cutBy(read([{ d: day(0), lab: 'A', origin: 'x', v: 1 }, { d: day(0), lab: 'B', origin: 'x', v: 2 }, { d: day(1), lab: 'A', origin: 'x', v: 4 }]), 'origin'), {}, '');
    expect(Array.from(certaintyOf(data, data.series[0]!) ?? [])).to.deep.equal([1, 0]);
  });

  it('say nothing of a hole', () => {
    const data = of([{ d: day(0), s: 'A', v: 1, status: 'representative', complete: false }, { d: day(1), s: 'B', v: 1, status: 'derived' }]);
    expect(data.series.map((each) => [0, 1].map((i) => codeAt(data, each, i)))).to.deep.equal([[11, 0], [0, 2]]);
  });
});

describe('windowed(data, from, to)', () => {
  const time = (i: number): number => Date.parse(day(i));
  const cells = fc.uniqueArray(fc.record({ at: fc.integer({ min: 0, max: 9 }), s: fc.constantFrom('A', 'B'), v: fc.integer({ min: -5, max: 5 }) }), { selector: ({ at, s }) => `${at} ${s}`, minLength: 1, maxLength: 20 });

  it('is the series over the rows of those dates alone, both ends included, each value with the row it had', () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: -1, max: 10 }), fc.integer({ min: -1, max: 10 }), (given, from, to) => {
        const inside = given.filter(({ at }) => at >= from && at <= to);
        const all = timeSeries(tableOf(given.map(({ at, s, v }) => ({ d: day(at), s, v }))), {});
        if (inside.length === 0) {
          expect(() => windowed(all, time(from), time(to))).to.throw(EmptyTable);
          return;
        }
        const found = windowed(all, time(from), time(to));
        const dates = [...new Set(inside.map(({ at }) => at))].sort((a, b) => a - b);
        expect([...found.x]).to.deep.equal(dates.map(time));
        expect(found.series.map(({ name }) => name)).to.deep.equal(all.series.map(({ name }) => name));
        for (const each of found.series) {
          expect([...each.values]).to.deep.equal(dates.map((at) => inside.find((cell) => cell.at === at && cell.s === each.name)?.v ?? NaN));
          expect(dates.map((_, i) => rowAt(each, i))).to.deep.equal(dates.map((at) => given.findIndex((cell) => cell.at === at && cell.s === each.name)));
        }
      }),
    );
  });

  it('keeps the rows of columns that are shared with the table', () => {
    const data = windowed(timeSeries(tableOf([0, 1, 2, 3].map((i) => ({ d: day(i), v: 10 * i }))), {}), time(1), time(2));
    expect([[...data.x], [...data.series[0]!.values], [0, 1].map((i) => rowAt(data.series[0]!, i))]).to.deep.equal([[time(1), time(2)], [10, 20], [1, 2]]);
    expect(data.series[0]).to.not.have.property('codes');
  });

  it('keeps the codes of values made from several rows', () => {
    const rows = [0, 1, 2].flatMap((i) => [{ d: day(i), lab: 'A', origin: 'x', v: 1 }, ...(i === 1 ? [{ d: day(i), lab: 'B', origin: 'x', v: 2 }] : [])]);
    const data = windowed(recut(cutBy(read(rows), 'origin'), {}, ''), time(1));
    expect([...(data.series[0]?.codes ?? [])]).to.deep.equal([2, 0]);
  });

  it('is the data itself where nothing lies outside', () => {
    const data = timeSeries(tableOf([{ d: day(0), v: 1 }, { d: day(1), v: 2 }]), {});
    for (const window of [[], [time(0)], [time(0), time(1)], [time(-5), time(5)]] as const) expect(windowed(data, ...window)).to.equal(data);
    expect([...windowed(data, -Infinity, time(0)).x]).to.deep.equal([time(0)]);
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
      [[{ part: 'x', v: 1 }, { part: 'y', v: null }], 'resources[0].data[1].v: expected a number that is not negative, found nothing'],
      [[{ part: 'x', v: 1 }, { part: 'y', v: -1 }], 'resources[0].data[1].v: expected a number that is not negative, found -1'],
      [[{ part: 'x', v: 1 }, { part: 'x', v: 1 }], 'resources[0].data[1].part: expected a part named once in its bar, found "x"'],
    ] as const) {
      expect(faultOf(() => groups(tableOf(declared(rows)), {})).message).to.equal(place);
    }
  });

  it('takes zero for a part, and a name once in each bar', () => {
    const { groups: bars } = groups(tableOf([{ base: 'all', part: 'x', v: 0 }, { base: 'top', part: 'x', v: 0 }]), { facet: 'base' });
    expect(bars.map(({ name, total }) => [name, total])).to.deep.equal([['all', 0], ['top', 0]]);
  });

  it('takes the fields named, else the first number and the first text that is not the bars’', () => {
    const table = tableOf([{ base: 'all', part: 'x', other: 'o', v: 1, w: 2 }]);
    const found = (channels: Parameters<typeof groups>[1]): unknown => {
      const { groups: bars, measure } = groups(table, channels);
      return [measure.name, bars.map(({ name, parts }) => [name, ...parts.map((part) => [part.name, part.value])])];
    };
    expect(found({})).to.deep.equal(['v', [['', ['all', 1]]]]);
    expect(found({ facet: 'base' })).to.deep.equal(['v', [['all', ['x', 1]]]]);
    expect(found({ facet: 'part' })).to.deep.equal(['v', [['x', ['all', 1]]]]);
    expect(found({ facet: 'base', series: 'base' })).to.deep.equal(['v', [['all', ['all', 1]]]]);
    expect(found({ facet: 'base', series: 'other', y: 'w' })).to.deep.equal(['w', [['all', ['o', 2]]]]);
  });

  it('names attribute, kind and fields where a field is missing or of another kind', () => {
    const table = tableOf([{ base: 'all', v: 1 }]);
    expect(() => groups(tableOf([{ v: 1 }]), {})).to.throw(DataError, 'series: expected a text field, found only v (number)');
    for (const [channels, message] of [
      [{ facet: 'v' }, 'facet="v": expected a text field, found only base (string), v (number)'],
      [{ series: 'v' }, 'series="v": expected a text field, found only base (string), v (number)'],
      [{ y: 'base' }, 'y="base": expected a number field, found only base (string), v (number)'],
    ] as const) expect(() => groups(table, channels)).to.throw(DataError, message);
  });

  it(`draws ${MOST_SERIES} parts of a bar and refuses one more, naming the field`, () => {
    const of = (count: number): number => groups(tableOf(Array.from({ length: count }, (_, i) => ({ part: `P${i}`, v: 1 }))), {}).groups[0]?.parts.length ?? 0;
    expect(of(MOST_SERIES)).to.equal(MOST_SERIES);
    expect(() => of(MOST_SERIES + 1)).to.throw(DataError, `part: expected at most ${MOST_SERIES} parts, found more`);
  });
});

describe('isShare(column)', () => {
  for (const [unit, share] of [['%', true], [' % of tokens', true], ['tokens', false], ['of 100 %', false]] as const) {
    it(`says ${share} of ${JSON.stringify(unit)}`, () => expect(isShare(tableOf({ resources: [{ name: 'r', schema: { fields: [{ name: 'v', type: 'number', unit }] }, data: [{ v: 1 }] }] }).columns[0]!)).to.equal(share));
  }
  it('says false of text, whatever its unit', () => {
    expect(isShare(tableOf({ resources: [{ name: 'r', schema: { fields: [{ name: 'v', unit: '%' }] }, data: [{ v: '1' }] }] }).columns[0]!)).to.equal(false);
  });
});

describe('namesIn', () => {
  const table = tableOf([{ 'two words': 1, a: 2, b: 3 }]);
  for (const [text, names] of [['', []], ['  ', []], ['a', ['a']], [' a  b ', ['a', 'b']], ['two words', ['two words']]] as const) {
    it(`finds ${names.length} names in ${JSON.stringify(text)}`, () => expect(namesIn(text, table)).to.deep.equal(names));
  }
});
