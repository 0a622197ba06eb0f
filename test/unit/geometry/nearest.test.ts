import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { nearestIndex } from '../../../src/geometry/nearest.js';

describe('nearestIndex', () => {
  it('gives -1 where there is nothing, and the ends beyond them', () => {
    expect(nearestIndex(new Float64Array(), 5)).to.equal(-1);
    const values = Float64Array.of(1, 2, 4);
    expect([-Infinity, 1, 1.5, 3, 3.01, Infinity].map((target) => nearestIndex(values, target))).to.deep.equal([0, 0, 0, 1, 2, 2]);
  });

  it('agrees with brute force, the earlier of a tie first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 20 }), fc.integer({ min: -120, max: 120 }), (numbers, twice) => {
        const values = Float64Array.from(numbers).sort();
        const target = twice / 2;
        let best = 0;
        values.forEach((value, i) => {
          if (Math.abs(value - target) < Math.abs(values[best]! - target)) best = i;
        });
        expect(nearestIndex(values, target)).to.equal(best);
      }),
      { numRuns: 2000 },
    );
  });
});
