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

  it('throws at a second row of one week and lab, and at a negative value', () => {
    const twice = read([...labs, { week: '2026-05-11', lab: 'A', origin: 'y', tokens: 9 }]);
    expect(() => recut(cutBy(twice, 'origin'), {}, '')).to.throw(DataError, /a second row for 2026-05-11 and A/);
    expect(() => recut(cutBy(read([{ ...labs[0], tokens: -1 }]), ''), {}, '')).to.throw(DataError, /not negative/);
  });
});

describe('cutBy(dataset, by)', () => {
  it('names the columns there are where there is none of that name', () => {
    expect(() => cutBy(read(labs), 'country')).to.throw(DataError, /by="country": expected the name of a field, found only lab, origin/);
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
  });
});

describe('groupsOf(cut, group)', () => {
  it('gives the value that always goes with a name, "" where it changes', () => {
    const dataset = read([...labs, { week: '2026-05-11', lab: 'B', origin: 'y', tokens: 1 }]);
    expect([...groupsOf(cutBy(dataset, 'lab'), 'origin')]).to.deep.equal([['A', 'x'], ['B', '']]);
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

describe('cutTable(cut, data, names)', () => {
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
