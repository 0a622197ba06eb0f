import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { countsOf } from '../../../src/data/counts.js';

const decimals = (value: number): number => (/\.(\d+)$/.exec(String(value))?.[1] ?? '').length;

/** Every set of whole numbers that adds up to n and gives the shares when rounded, by trying all. */
function every(shares: readonly number[], n: number): number[][] {
  const half = 0.5 / 10 ** Math.max(0, ...shares.map(decimals));
  const fits = (count: number, i: number): boolean => Math.abs((100 * count) / n - shares[i]!) <= half + 1e-9 * (100 / n);
  const go = (i: number, left: number): number[][] => (i === shares.length ? (left === 0 ? [[]] : []) : Array.from({ length: left + 1 }, (_, count) => count).filter((count) => fits(count, i)).flatMap((count) => go(i + 1, left - count).map((rest) => [count, ...rest])));
  return go(0, n);
}

describe('countsOf', () => {
  const cases: readonly (readonly [readonly number[], number, readonly number[] | null])[] = [
    [[22.7, 77.3], 22, [5, 17]],
    [[50, 50], 22, [11, 11]],
    [[23, 77], 5000, null],
    [[22.7, 77.3], 23, null],
    [[100], 7, [7]],
    [[0, 100], 9, [0, 9]],
    [[33, 33, 33], 3, [1, 1, 1]],
    [[40, 40], 10, null],
    [[0.5, 99.5], 200, [1, 199]],
    [[1, 99], 50, null],
    [[2, 98], 40, [1, 39]],
    [[50, 51], 200, [99, 101]],
    [[50, 49], 200, [101, 99]],
    [[22.7, 73.9], 23, null],
    [[22.7, 78.3], 23, null],
    [[12, 88], 8, [1, 7]],
    [[13, 88], 8, [1, 7]],
    [[12, 12], 8, null],
    [[0, 0], 8, null],
    [[50, 49, 1], 100, [50, 49, 1]],
    [[10.25, 89.75], 4000, [410, 3590]],
    [[33.3, 66.7], 100_000, null],
  ];
  for (const [shares, n, counts] of cases) it(`${shares.join(' and ')} % of ${n} ${counts ? `are ${counts.join(' and ')}` : 'cannot be told'}`, () => expect(countsOf(shares, n)).to.deep.equal(counts));

  it('finds the counts exactly where trying all numbers finds one set', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 2 }), fc.array(fc.nat(60), { minLength: 1, maxLength: 2 }), (n, digits, cuts) => {
        const edges = [0, ...cuts.map((cut) => cut % (n + 1)).sort((a, b) => a - b), n];
        const shares = edges.slice(1).map((edge, i) => Number(((100 * (edge - edges[i]!)) / n).toFixed(digits)));
        const found = every(shares, n);
        expect(countsOf(shares, n)).to.deep.equal(found.length === 1 ? found[0] : null);
      }),
      { numRuns: 400 },
    );
  });

  it('finds them for shares that no counts may have given, and where a share lies halfway between two', () => {
    const part = fc.oneof(fc.nat(1000).map((tenths) => tenths / 10), fc.nat(100), fc.constantFrom(0, 0.5, 12.5, 99.5, 100));
    const total = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constantFrom(8, 40, 200, 250, 400));
    fc.assert(
      fc.property(total, fc.array(part, { minLength: 1, maxLength: 3 }), fc.boolean(), (n, parts, whole) => {
        const shares = whole ? [...parts.slice(1), Math.round(10 * Math.max(0, 100 - parts.slice(1).reduce((sum, share) => sum + share, 0))) / 10] : parts;
        const found = every(shares, n);
        expect(countsOf(shares, n)).to.deep.equal(found.length === 1 ? found[0] : null);
      }),
      { numRuns: 400 },
    );
  });
});
