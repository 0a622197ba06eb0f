import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { competitionRanks, rankPeriods } from '../../../src/data/ranks.js';
import { read } from '../../../src/data/read.js';

const table = (rows: readonly object[]): ReturnType<typeof read>['table'] => read(rows).table;
const row = (period: string, period_end: string, model: string, tokens: number | null, more: object = {}): object => ({ period, period_end, model, tokens, ...more });
const first = [row('First', '2026-05-10', 'Aster', 4), row('First', '2026-05-10', 'Birch', 3), row('First', '2026-05-10', 'Cedar', 2)];

describe('competitionRanks', () => {
  const cases: readonly (readonly [readonly number[], readonly number[]])[] = [
    [[], []],
    [[5], [1]],
    [[1, 3, 2], [3, 1, 2]],
    [[2, 3, 2, 1], [2, 1, 2, 4]],
    [[0, 0], [1, 1]],
    [[NaN, 1, NaN], [NaN, 1, NaN]],
  ];
  for (const [values, ranks] of cases) it(`[${values.join(', ')}] gives [${ranks.join(', ')}]`, () => expect(competitionRanks(values)).to.deep.equal(ranks));

  it('distinct values get the permutation 1 to n that sorts them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.double({ min: 0, max: 1e9, noNaN: true })), (values) => {
        const ranks = competitionRanks(values);
        expect([...ranks].sort((a, b) => a - b)).to.deep.equal(values.map((_, i) => i + 1));
        const sorted = [...values].sort((a, b) => b - a);
        for (const [i, value] of values.entries()) expect(sorted[ranks[i]! - 1]).to.equal(value);
      }),
    );
  });

  it('equal values share the rank that counts the higher ones', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 })), (values) => {
        expect(competitionRanks(values)).to.deep.equal(values.map((value) => 1 + values.filter((other) => other > value).length));
      }),
    );
  });
});

describe('rankPeriods', () => {
  it('orders periods by their end, whatever the order of the file', () => {
    const { periods } = rankPeriods(table([row('B', '2026-05-17', 'Aster', 1), row('A', '2026-05-10', 'Aster', 1)]), {});
    expect(periods.map(({ name }) => name)).to.deep.equal(['A', 'B']);
  });

  it('says what a model won or lost against the period before, or that it is new', () => {
    const { periods } = rankPeriods(table([...first, row('Second', '2026-05-17', 'Cedar', 9), row('Second', '2026-05-17', 'Aster', 5), row('Second', '2026-05-17', 'Dune', 1)]), {});
    expect(periods[1]?.rows.map(({ name, rank, change }) => [name, rank, change])).to.deep.equal([['Cedar', 1, 2], ['Aster', 2, -1], ['Dune', 3, 'new']]);
    expect(periods[0]?.rows.map(({ change }) => change)).to.deep.equal([null, null, null]);
  });

  it('lists a model without a value last, without rank or change', () => {
    const { periods } = rankPeriods(table([...first, row('Second', '2026-05-17', 'Aster', null), row('Second', '2026-05-17', 'Birch', 0)]), {});
    const [birch, aster] = periods[1]!.rows;
    expect([birch?.name, birch?.rank]).to.deep.equal(['Birch', 1]);
    expect([aster?.name, aster?.rank, aster?.change]).to.deep.equal(['Aster', NaN, null]);
  });

  it('keeps a printed rank, and leaves open what is not printed', () => {
    const { periods } = rankPeriods(table([row('A', '2026-05-10', 'Aster', 4, { rank: 11 }), row('A', '2026-05-10', 'Birch', 3, { rank: null })]), {});
    expect(periods[0]?.rows.map(({ rank }) => rank)).to.deep.equal([11, NaN]);
  });

  it('takes a date as the period where there is no period field', () => {
    const { periods } = rankPeriods(table([{ week: '2026-05-11', name: 'Aster', tokens: 1 }, { week: '2026-05-04', name: 'Aster', tokens: 2 }]), {});
    expect(periods.map(({ name }) => name)).to.deep.equal(['2026-05-04', '2026-05-11']);
  });

  it('a second row for a model and period throws, naming both rows', () => {
    expect(() => rankPeriods(table([...first, row('First', '2026-05-10', 'Birch', 1)]), {})).to.throw(/\[3\]\.model.*First and Birch.*\[1\]/);
  });
  it('a negative value throws, naming its cell', () => {
    expect(() => rankPeriods(table([row('A', '2026-05-10', 'Aster', -1)]), {})).to.throw(/\[0\]\.tokens.*not negative.*-1/);
  });
});
