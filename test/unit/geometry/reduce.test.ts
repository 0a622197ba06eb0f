import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { columnEnds, firstFrom, indices, reduce } from '../../../src/geometry/reduce.js';

/** The lowest and highest y that a polyline covers in each pixel column, its connecting segments included; gaps at NaN. */
function raster(picks: Iterable<number>, x: (i: number) => number, values: Float64Array, columns: number): readonly string[] {
  const low = new Array<number>(columns).fill(Infinity);
  const high = new Array<number>(columns).fill(-Infinity);
  const cover = (column: number, y: number): void => {
    if (column < 0 || column >= columns) return;
    low[column] = Math.min(low[column]!, y);
    high[column] = Math.max(high[column]!, y);
  };
  let before = -1;
  for (const i of picks) {
    const y = values[i]!;
    if (!Number.isNaN(y)) {
      cover(Math.floor(x(i)), y);
      if (before >= 0) {
        const [x0, y0] = [x(before), values[before]!];
        for (let edge = Math.floor(x0) + 1; edge <= Math.floor(x(i)); edge++) {
          const crossing = y0 + ((y - y0) * (edge - x0)) / (x(i) - x0);
          cover(edge - 1, crossing);
          cover(edge, crossing);
        }
      }
    }
    before = Number.isNaN(y) ? -1 : i;
  }
  return low.map((each, column) => `${each} ${high[column]!}`);
}

/** Where each column ends, of points whose columns never fall. */
const endsOf = (length: number, columns: number, column: (i: number) => number): Uint32Array => Uint32Array.from({ length: columns }, (_, k) => Array.from({ length }, (__, i) => i).filter((i) => column(i) <= k).length);

const points = fc.array(fc.oneof({ weight: 6, arbitrary: fc.integer({ min: -40, max: 40 }) }, { weight: 1, arbitrary: fc.constant(NaN) }), { maxLength: 120 });

describe('reduce', () => {
  it('covers the same pixels in every column as drawing all points', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 12 }), (numbers, columns) => {
        const values = Float64Array.from(numbers);
        const x = (i: number): number => (i / values.length) * columns;
        const kept = reduce(values, endsOf(values.length, columns, (i) => Math.floor(x(i))), 0, values.length);
        expect(raster(kept, x, values, columns)).to.deep.equal(raster(values.keys(), x, values, columns));
      }),
      { numRuns: 3000 },
    );
  });

  it('covers the same pixels where points stand at uneven distances and columns are empty', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constant(NaN))), { maxLength: 80 }), (steps) => {
        let at = 0;
        const xs = steps.map(([step]) => (at += step / 10));
        const values = Float64Array.from(steps, ([, value]) => value);
        const x = (i: number): number => xs[i]!;
        const columns = Math.floor(at) + 1;
        expect(raster(reduce(values, endsOf(values.length, columns, (i) => Math.floor(x(i))), 0, values.length), x, values, columns)).to.deep.equal(raster(values.keys(), x, values, columns));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps at most five indices a column, increasing, the first and the last among them', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 12 }), fc.nat(20), (numbers, columns, start) => {
        const values = Float64Array.from(numbers);
        const column = (i: number): number => Math.floor((i / values.length) * columns);
        const kept = [...reduce(values, endsOf(values.length, columns, column), Math.min(start, values.length), values.length)];
        expect(kept).to.deep.equal([...new Set(kept)].sort((a, b) => a - b));
        fc.pre(start < values.length);
        expect([kept[0], kept.at(-1)]).to.deep.equal([start, values.length - 1]);
        for (let each = 0; each < columns; each++) expect(kept.filter((i) => column(i) === each).length).to.be.at.most(5);
      }),
    );
  });

  it('keeps few of a million points', () => {
    const values = Float64Array.from({ length: 1_000_000 }, (_, i) => Math.sin(i / 1000));
    expect(reduce(values, Uint32Array.from({ length: 500 }, (_, k) => (k + 1) * 2000), 0, values.length).length).to.be.at.most(2000);
  });
});

describe('columnEnds', () => {
  it('puts each point into the column it lies in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 3, max: 50 }), (steps, left, width) => {
        let at = 0;
        const times = Float64Array.from(steps, (step) => (at += step));
        const [from, to] = [times[0]!, Math.max(times.at(-1)!, times[0]! + 1)];
        const x = (i: number): number => left + 0.3 + ((times[i]! - from) / (to - from)) * width;
        const ends = columnEnds(times, (position) => from + ((position - left - 0.3) / width) * (to - from), left + 0.3, left + 0.3 + width);
        expect(ends.at(-1)).to.equal(times.length);
        times.forEach((_, i) => {
          if (Math.abs(x(i) - Math.round(x(i))) > 1e-6) expect(ends.findIndex((end) => end > i)).to.equal(Math.floor(x(i)) - left);
        });
      }),
    );
  });
});

describe('firstFrom', () => {
  it('gives the first index of at least the value, the length where there is none', () => {
    const values = Float64Array.of(1, 2, 2, 4);
    expect([0, 1, 1.5, 2, 3, 4, 5].map((target) => firstFrom(values, target))).to.deep.equal([0, 0, 1, 1, 3, 3, 4]);
    expect(firstFrom(new Float64Array(), 1)).to.equal(0);
  });
});

describe('indices', () => {
  it('counts from start up to end', () => {
    expect([...indices(2, 5)]).to.deep.equal([2, 3, 4]);
    expect([...indices(5, 2)]).to.deep.equal([]);
  });
});
