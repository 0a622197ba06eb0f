import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { spread, type Wish } from '../../../src/geometry/labels.js';

const total = (wishes: readonly Wish[]): number => wishes.reduce((sum, { height }) => sum + height, 0);

/** Wishes by place, then by order, as `spread` ranks them. */
const ranked = (wishes: readonly Wish[]): number[] => wishes.map((_, i) => i).sort((a, b) => wishes[a]!.y - wishes[b]!.y || a - b);

/**
 * The least squares places by the min-max formula of isotonic regression, which shares no step with pooling: with the
 * heights before it taken off, label i starts at max over a ≤ i of min over b ≥ i of the mean wish of a…b, within bounds.
 */
function oracle(wishes: readonly Wish[], top: number, bottom: number): number[] {
  const order = ranked(wishes);
  let before = 0;
  const heights: number[] = [];
  const starts = order.map((i) => {
    heights.push(before);
    before += wishes[i]!.height;
    return wishes[i]!.y - wishes[i]!.height / 2 - heights.at(-1)!;
  });
  const mean = (a: number, b: number): number => starts.slice(a, b + 1).reduce((sum, each) => sum + each, 0) / (b - a + 1);
  const places = starts.map((_, i) => {
    const highest = Array.from({ length: i + 1 }, (_each, a) => Math.min(...Array.from({ length: starts.length - i }, (_other, k) => mean(a, i + k))));
    return Math.max(top, Math.min(bottom - before, Math.max(...highest))) + heights[i]!;
  });
  const middles = new Array<number>(wishes.length);
  order.forEach((i, rank) => (middles[i] = places[rank]! + wishes[i]!.height / 2));
  return middles;
}

const wish = fc.record({ y: fc.integer({ min: -20, max: 220 }), height: fc.integer({ min: 5, max: 30 }) });
const wishes = fc.array(wish, { maxLength: 9 });

describe('spread', () => {
  it('leaves labels that do not collide where they want to be', () => {
    expect(spread([{ y: 50, height: 10 }, { y: 20, height: 10 }], 0, 100)).to.deep.equal([50, 20]);
    expect(spread([], 0, 100)).to.deep.equal([]);
  });

  it('moves two that collide apart by the same way', () => {
    expect(spread([{ y: 50, height: 10 }, { y: 52, height: 10 }], 0, 100)).to.deep.equal([46, 56]);
  });

  it('keeps labels inside the bounds', () => {
    expect(spread([{ y: 99, height: 10 }, { y: 98, height: 10 }], 0, 100)).to.deep.equal([95, 85]);
    expect(spread([{ y: -9, height: 10 }], 0, 100)).to.deep.equal([5]);
  });

  it('never overlaps, keeps the order, and keeps inside where all fit', () => {
    fc.assert(
      fc.property(wishes, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 100, max: 300 }), (given, top, bottom) => {
        const middles = spread(given, top, bottom);
        const order = ranked(given);
        order.forEach((i, rank) => {
          const [middle, half] = [middles[i]!, given[i]!.height / 2];
          if (rank > 0) expect(middle - half).to.be.at.least(middles[order[rank - 1]!]! + given[order[rank - 1]!]!.height / 2 - 1e-6);
          if (total(given) > bottom - top) return;
          expect(middle - half).to.be.at.least(top - 1e-6);
          expect(middle + half).to.be.at.most(bottom + 1e-6);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('moves them as little as can be, in least squares', () => {
    fc.assert(
      fc.property(wishes, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 100, max: 300 }), (given, top, bottom) => {
        fc.pre(total(given) <= bottom - top);
        const expected = oracle(given, top, bottom);
        spread(given, top, bottom).forEach((middle, i) => expect(middle).to.be.closeTo(expected[i]!, 1e-6));
      }),
      { numRuns: 2000 },
    );
  });
});
