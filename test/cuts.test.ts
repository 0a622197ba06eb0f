import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { cutBy, cutTable, cutsOf, groupsOf, recut, sharesOf, unequal } from '../src/data/cuts.js';
import { DataError } from '../src/data/errors.js';
import { codeAt } from '../src/data/series.js';
import { read } from '../src/data/read.js';

interface Row {
  readonly week: string;
  readonly lab: string;
  readonly origin: string | null;
  readonly tokens: number;
}
const weeks = ['2026-05-04', '2026-05-11', '2026-05-18'];
const rows = fc.uniqueArray(fc.record({ week: fc.constantFrom(...weeks), lab: fc.constantFrom('a', 'b', 'c', 'd'), origin: fc.constantFrom('x', 'y', null), tokens: fc.integer({ min: 0, max: 1000 }) }), { minLength: 1, selector: ({ week, lab }) => week + lab });
const total = (data: ReturnType<typeof recut>, i: number): number => data.series.reduce((sum, { values }) => sum + (values[i] || 0), 0);
const labs: readonly Row[] = [
  { week: '2026-05-04', lab: 'A', origin: 'x', tokens: 1 },
  { week: '2026-05-04', lab: 'B', origin: 'x', tokens: 2 },
  { week: '2026-05-11', lab: 'A', origin: 'x', tokens: 3 },
];

describe('recut(cut, channels, unplacedName)', () => {
  it('gives every cut of a date the same total, and keeps rows without a value in the column', () => {
    fc.assert(fc.property(rows, (records) => {
      const dataset = read({ resources: [{ name: 'labs', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'lab', type: 'string' }, { name: 'origin', type: 'string' }, { name: 'tokens', type: 'number' }] }, data: records }] });
      const { table } = dataset;
      const cuts = table.columns.flatMap((column) => (column.kind === 'text' ? [recut({ table, column }, {}, 'none')] : []));
      const dates = [...new Set(records.map(({ week }) => week))].sort();
      for (const cut of cuts) {
        for (const [i, date] of dates.entries()) expect(total(cut, i)).to.equal(records.filter(({ week }) => week === date).reduce((sum, { tokens }) => sum + tokens, 0));
        expect(unequal(cut, cuts[0] as typeof cut)).to.deep.equal([]);
      }
      expect(cuts[1]?.unplaced).to.equal(records.filter(({ origin }) => origin === null).length);
      expect(cuts[1]?.series.some(({ name }) => name === 'none')).to.equal(records.some(({ origin }) => origin === null));
    }));
  });

  it('calls a sum of reported rows derived, and a lone one reported', () => {
    const dataset = read({ provenance: { status: 'reported' }, resources: [{ name: 'labs', data: labs }] });
    const data = recut(cutBy(dataset, 'origin'), {}, '');
    const [x] = data.series;
    if (!x) throw new Error('no series');
    expect([codeAt(data, x, 0), codeAt(data, x, 1)]).to.deep.equal([2, 1]);
    expect([...(x.rows ?? [])]).to.deep.equal([-1, 2]);
  });

  const parts = (rows: readonly object[]) => recut(cutBy(read({ resources: [{ name: 'labs', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'lab' }, { name: 'origin' }, { name: 'tokens', type: 'number' }] }, data: rows.map((row, i) => ({ week: '2026-05-04', lab: `L${i}`, origin: 'x', ...row })) }] }), 'origin'), {}, 'none');
  const sums = ({ series }: ReturnType<typeof recut>): unknown => series.map(({ name, values, rows: from, codes }) => [name, values[0], from?.[0], codes?.[0]]);

  it('adds what is there: a missing value beside another changes nothing, alone it stays missing', () => {
    expect(sums(parts([{ tokens: 3, status: 'reported' }, { tokens: null, status: 'representative' }]))).to.deep.equal([['x', 3, 0, 1]]);
    expect(sums(parts([{ tokens: null, status: 'representative' }, { tokens: 3, status: 'reported' }]))).to.deep.equal([['x', 3, 1, 1]]);
    expect(sums(parts([{ tokens: null }, { tokens: null, origin: 'y' }]))).to.deep.equal([['x', NaN, 0, 0], ['y', NaN, 1, 0]]);
  });

  it('makes a sum as unsure as its least sure part, and unfinished as any part is', () => {
    expect(sums(parts([{ tokens: 1, status: 'reported' }, { tokens: 2, status: 'representative' }]))).to.deep.equal([['x', 3, -1, 3]]);
    expect(sums(parts([{ tokens: 1, status: 'representative' }, { tokens: 2, complete: false }]))).to.deep.equal([['x', 3, -1, 11]]);
    expect(sums(parts([{ tokens: 1, complete: false }, { tokens: 2 }, { tokens: 3, complete: false }]))).to.deep.equal([['x', 6, -1, 10]]);
    expect(sums(parts([{ tokens: 1, status: 'derived', complete: false }]))).to.deep.equal([['x', 1, 0, 10]]);
  });

  it('counts the rows without a value in the column, and calls their series as told', () => {
    const data = parts([{ tokens: 1 }, { tokens: 2, origin: null }, { tokens: 3, origin: '' }]);
    expect(data.unplaced).to.equal(2);
    expect(sums(data)).to.deep.equal([['x', 1, 0, 0], ['none', 5, -1, 2]]);
  });

  it('takes date and measure that are named, and several measures for none', () => {
    const { table } = read([{ made: '2026-01-01', week: '2026-05-04', lab: 'A', n: 1, m: 2 }]);
    const cut = { table, column: table.columns[2] as never };
    const data = recut(cut, { x: 'week', y: 'm', series: 'n' }, '');
    expect([data.x[0], data.series[0]?.values[0], data.yColumn.name]).to.deep.equal([Date.UTC(2026, 4, 4), 2, 'm']);
    expect(() => recut(cut, { y: 'n m' }, '')).to.throw(DataError, 'y="n m": expected the name of a field, found only made (date)');
  });

  it('throws at a second row of one week and lab, and at a negative value', () => {
    const twice = read([...labs, { week: '2026-05-11', lab: 'A', origin: 'y', tokens: 9 }]);
    expect(() => recut(cutBy(twice, 'origin'), {}, '')).to.throw(DataError, /a second row for 2026-05-11 and A/);
    expect(() => recut(cutBy(read([{ ...labs[0], tokens: -1 }]), ''), {}, '')).to.throw(DataError, 'data[0].tokens: expected a number that is not negative, found -1');
  });
});

describe('cutBy(dataset, by)', () => {
  it('names the columns there are where there is none of that name', () => {
    expect(() => cutBy(read(labs), 'country')).to.throw(DataError, /by="country": expected the name of a field, found only lab, origin/);
  });

  it('says so where no field is text', () => {
    expect(() => cutBy(read([{ week: '2026-05-04', tokens: 1 }]), '')).to.throw(DataError, 'by="": expected a text field, found only no text fields');
    expect(() => cutBy(read([{ week: '2026-05-04', tokens: 1 }]), 'lab')).to.throw(DataError, 'by="lab": expected the name of a field, found only no text fields');
  });

  it('offers the first text, and others whose values come back; one that only names its row where it is asked for', () => {
    const dataset = read([{ lab: 'A', note: 'p. 1', origin: 'x', n: 1 }, { lab: 'B', note: 'p. 2', origin: 'x', n: 2 }]);
    const names = (by?: string): readonly string[] => cutsOf(dataset, by).map(({ column }) => column.name);
    expect(names()).to.deep.equal(['lab', 'origin']);
    expect(names('note')).to.deep.equal(['lab', 'note', 'origin']);
    expect(cutBy(dataset, '').column.name).to.equal('lab');
    expect(cutBy(dataset, 'note').column.name).to.equal('note');
  });

  it('takes a field that two resources have from the one drawn, and bounds for none', () => {
    const rows = (origin: string): object => ({ schema: { fields: [{ name: 'min' }, { name: 'origin' }, { name: 'n', type: 'number' }] }, data: [{ min: '1', origin, n: 1 }, { min: '1', origin, n: 2 }] });
    const dataset = read({ resources: [{ name: 'a', ...rows('x') }, { name: 'b', ...rows('y') }] }, 'b');
    expect(cutsOf(dataset).map(({ table, column }) => [table.name, column.name])).to.deep.equal([['b', 'origin']]);
  });

  it('finds a column in another resource', () => {
    const dataset = read({ resources: [{ name: 'labs', data: labs }, { name: 'weights', data: [{ week: '2026-05-04', weights: 'Open', tokens: 3 }, { week: '2026-05-11', weights: 'Open', tokens: 3 }] }] });
    expect(cutsOf(dataset).map(({ column }) => column.name)).to.deep.equal(['lab', 'origin', 'weights']);
    expect(unequal(recut(cutBy(dataset, 'weights'), {}, ''), recut(cutBy(dataset, ''), {}, ''))).to.deep.equal([]);
  });
});

describe('unequal(a, b)', () => {
  it('finds a date whose total differs by more than a thousandth, and not one that differs by less', () => {
    const cut = (tokens: number): ReturnType<typeof recut> => recut(cutBy(read([{ week: '2026-05-04', lab: 'A', tokens: 100 }, { week: '2026-05-11', lab: 'A', tokens }]), ''), {}, '');
    expect(unequal(cut(100.2), cut(100))).to.deep.equal([1]);
    expect(unequal(cut(100.05), cut(100))).to.deep.equal([]);
    // a thousandth of the larger
    expect(unequal(cut(2000), cut(1998))).to.deep.equal([]);
    expect(unequal(cut(1998), cut(2000))).to.deep.equal([]);
    expect(unequal(cut(0), cut(0))).to.deep.equal([]);
  });

  it('finds a date that the other does not have', () => {
    const cut = (...dates: readonly string[]): ReturnType<typeof recut> => recut(cutBy(read(dates.map((week) => ({ week, lab: 'A', tokens: 1 }))), ''), {}, '');
    expect(unequal(cut('2026-05-04', '2026-05-11'), cut('2026-05-04'))).to.deep.equal([1]);
    expect(unequal(cut('2026-05-11'), cut('2026-05-04', '2026-05-11'))).to.deep.equal([]);
  });
});

describe('groupsOf(cut, group)', () => {
  it('gives the value that always goes with a name, "" where it changes', () => {
    const dataset = read([...labs, { week: '2026-05-11', lab: 'B', origin: 'y', tokens: 1 }]);
    expect([...groupsOf(cutBy(dataset, 'lab'), 'origin')]).to.deep.equal([['A', 'x'], ['B', '']]);
  });

  it('does not come back to a value that has changed once', () => {
    const dataset = read([...labs, { week: '2026-05-18', lab: 'A', origin: 'y', tokens: 1 }, { week: '2026-05-25', lab: 'A', origin: 'x', tokens: 1 }]);
    expect(groupsOf(cutBy(dataset, 'lab'), 'origin').get('A')).to.equal('');
  });

  it('knows none for a field that is not there, is no text or is the cut itself', () => {
    for (const group of ['country', 'tokens', 'week', 'lab']) expect(groupsOf(cutBy(read(labs), 'lab'), group).size).to.equal(0);
  });
});

describe('sharesOf(data, title)', () => {
  it('adds up to 100 at every date that has something', () => {
    fc.assert(fc.property(rows, (records) => {
      const data = sharesOf(recut(cutBy(read(records), ''), {}, ''), 'Share');
      for (let i = 0; i < data.x.length; i++) {
        const sum = data.series.reduce((all, { values }) => all + (values[i] || 0), 0);
        if (sum !== 0) expect(sum).to.be.closeTo(100, 1e-9);
      }
    }));
  });
});

describe('sharesOf(data, title) of single values', () => {
  const rows = [{ week: '2026-05-04', lab: 'A', tokens: 1, status: 'reported' }, { week: '2026-05-04', lab: 'B', tokens: 3, status: 'representative' }, { week: '2026-05-11', lab: 'A', tokens: 0, complete: false }, { week: '2026-05-18', lab: 'B', tokens: 5, complete: false }];
  const sharesHere = (): ReturnType<typeof sharesOf> => sharesOf(recut(cutBy(read(rows), ''), {}, ''), 'Share of tokens');

  it('is a percentage of each date’s total, and none where that is nothing', () => {
    const shares = sharesHere();
    expect(shares.series.map(({ name, values }) => [name, ...values])).to.deep.equal([['A', 25, NaN, NaN], ['B', 75, NaN, 100]]);
    expect(shares.yColumn).to.include({ name: 'tokens', unit: '%', title: 'Share of tokens' });
  });

  it('is derived at best, and as unfinished as it was', () => {
    expect(sharesHere().series.map(({ codes }) => [...(codes ?? [])])).to.deep.equal([[2, 10, 2], [3, 2, 10]]);
  });
});

describe('cutTable(cut, data, names)', () => {
  const cut = (rows: readonly object[]) => cutBy(read({ resources: [{ name: 'labs', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'lab' }, { name: 'origin' }, { name: 'tokens', type: 'number' }] }, data: rows }] }), 'origin');

  it('is none where every value is one row of the cut’s own table', () => {
    const of = cut([{ week: '2026-05-04', lab: 'A', origin: 'x', tokens: 1 }, { week: '2026-05-11', lab: 'B', origin: 'y', tokens: 2 }, { week: '2026-05-11', lab: 'C', origin: 'x', tokens: null }]);
    const data = recut(of, {}, '');
    expect(cutTable(of, data, ['x', 'y'])).to.equal(null);
  });

  it('says where its rows stand, and which of them are of an unfinished period', () => {
    const of = cut([...labs, { week: '2026-05-11', lab: 'B', origin: 'y', tokens: 3, complete: false }]);
    const data = recut(of, {}, '');
    const { table } = cutTable(of, data, ['y', 'x'])!;
    expect(table.columns.map(({ name, kind, values }) => [name, kind, ...values])).to.deep.equal([['week', 'date', data.x[0], data.x[1], data.x[1]], ['origin', 'text', 'x', 'y', 'x'], ['tokens', 'number', 3, 3, 3]]);
    expect([table.name, table.length, table.place(1, 'origin'), table.place(2)]).to.deep.equal(['labs by origin', 3, 'labs by origin, row 1, origin', 'labs by origin, row 2, tokens']);
    expect(Array.from(table.unfinished ?? [])).to.deep.equal([0, 1, 0]);
    const plain = cut(labs);
    expect(cutTable(plain, recut(plain, {}, ''), ['x'])?.table.unfinished).to.equal(null);
  });
  it('has a row for each value drawn, with its date, name, amount and status, and finds it by its stop', () => {
    fc.assert(fc.property(rows, (records) => {
      const { table } = read({ resources: [{ name: 'labs', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'lab', type: 'string' }, { name: 'origin', type: 'string' }, { name: 'tokens', type: 'number' }] }, data: records }] });
      const cut = cutBy({ table, tables: new Map([['labs', table]]) } as never, 'origin');
      const data = recut(cut, {}, 'none');
      const found = cutTable(cut, data, data.series.map(({ name }) => name));
      if (!found) {
        expect(data.series.every((each) => each.values.every((value, i) => Number.isNaN(value) || (each.rows?.[i] ?? -1) >= 0))).to.equal(true);
        return;
      }
      const [x, names, values] = found.table.columns;
      const seen = new Set<number>();
      data.series.forEach((each, series) => each.values.forEach((value, index) => {
        const row = found.row({ index, series });
        if (row >= 0) seen.add(row);
        if (Number.isNaN(value)) expect(row).to.equal(-1);
        else expect([x?.values[row], names?.values[row], values?.values[row], found.table.statuses[row]]).to.deep.equal([data.x[index], each.name, value, codeAt(data, each, index)]);
      }));
      expect(seen.size).to.equal(found.table.length);
    }));
  });
});
