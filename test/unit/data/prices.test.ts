import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { blend, priceTable, sortPrices, standing, type Price } from '../../../src/data/prices.js';
import { read } from '../../../src/data/read.js';

const table = (rows: readonly object[]): ReturnType<typeof read>['table'] => read(rows).table;
const price = (model: string, input: number | null, output: number | null, more: object = {}): object => ({ model, input, output, ...more });
const amount = fc.oneof(fc.double({ min: 0.001, max: 1e4, noNaN: true }), fc.constant(0), fc.constant(NaN));

describe('blend', () => {
  const cases: readonly (readonly [number, number, number, number])[] = [
    [1, 5, 75, 2],
    [1, 5, 0, 5],
    [1, 5, 100, 1],
    [NaN, 5, 0, 5],
    [1, NaN, 100, 1],
    [1, NaN, 75, NaN],
  ];
  for (const [input, output, share, result] of cases) it(`${share} in 100 tokens at ${input}, the rest at ${output}, gives ${result}`, () => expect(blend(input, output, share)).to.deep.equal(result));

  it('lies between the two prices', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e4, noNaN: true }), fc.double({ min: 0, max: 1e4, noNaN: true }), fc.integer({ min: 0, max: 100 }), (input, output, share) => {
        const mixed = blend(input, output, share);
        expect(mixed).to.be.within(Math.min(input, output) * (1 - 1e-12), Math.max(input, output) * (1 + 1e-12));
      }),
    );
  });
});

describe('priceTable', () => {
  it('tells several rows of a model apart by date, else by kind, else by both', () => {
    const which = (...rows: readonly object[]): readonly string[] => priceTable(table(rows), {}).prices.map((each) => each.which);
    expect(which(price('A', 1, 2, { date: 'May', kind: 'list' }), price('A', 1, 3, { date: 'June', kind: 'list' }))).to.deep.equal(['May', 'June']);
    expect(which(price('A', 1, 2, { date: 'May', kind: 'list' }), price('A', 1, 3, { date: 'May', kind: 'host' }))).to.deep.equal(['list', 'host']);
    expect(which(price('A', 1, 2, { date: 'May', kind: 'list' }), price('A', 1, 3, { date: 'May', kind: 'host' }), price('A', 1, 4, { date: 'June', kind: 'host' }))).to.deep.equal(['May, list', 'May, host', 'June, host']);
    expect(which(price('A', 1, 2), price('B', 1, 3))).to.deep.equal(['', '']);
  });
  it('two rows that nothing tells apart throw', () => {
    expect(() => priceTable(table([price('A', 1, 2), price('A', 1, 3)]), {})).to.throw(/\[0\]\.model.*second row for A/);
  });
  it('a negative price throws, naming its cell', () => {
    expect(() => priceTable(table([price('A', 1, -2)]), {})).to.throw(/\[0\]\.output.*not negative.*-2/);
  });
});

describe('sortPrices', () => {
  const prices = fc.array(fc.tuple(amount, amount)).map((all) => all.map(([input, output], row): Price => ({ row, name: String(row), lab: '', origin: '', input, output, date: '', kind: '', which: '' })));

  it('is a permutation: priced, free, then without price, each dearest first', () => {
    fc.assert(
      fc.property(prices, fc.constantFrom('input' as const, 'output' as const, 'blended' as const), fc.integer({ min: 0, max: 100 }), (all, sort, share) => {
        const sorted = sortPrices(all, sort, share);
        expect(sorted.map(({ row }) => row).sort((a, b) => a - b)).to.deep.equal(all.map(({ row }) => row));
        const standings = sorted.map(standing);
        expect(standings).to.deep.equal([...standings].sort());
        const amounts = sorted.filter((each) => standing(each) === 0).map((each) => (sort === 'blended' ? blend(each.input, each.output, share) : each[sort]));
        const known = amounts.filter((each) => !Number.isNaN(each));
        expect(amounts.slice(0, known.length)).to.deep.equal([...known].sort((a, b) => b - a));
      }),
    );
  });
});
