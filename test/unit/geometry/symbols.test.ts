import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { mirror } from '../../../src/geometry/boxes.js';
import type { Color } from '../../../src/geometry/paint.js';
import { signsFor, symbolMark, symbolPath, symbolsFor, type SymbolName } from '../../../src/geometry/symbols.js';

const ALL: readonly SymbolName[] = ['circle', 'square', 'triangle', 'diamond', 'plus', 'wedge', 'bowtie', 'cross', 'star'];

/** Corners of an outline, x and y. */
const corners = (d: string): readonly (readonly [number, number])[] => d.slice(1, -1).split('L').map((pair) => pair.split(',').map(Number) as [number, number]);
const areaOf = (d: string): number => Math.abs(corners(d).reduce((sum, [x, y], i, all) => sum + (x * all[(i + 1) % all.length]![1] - y * all[(i + 1) % all.length]![0]) / 2, 0));

describe('symbolsFor', () => {
  it('origins have their own, whatever else is there', () => {
    const colors: readonly Color[] = ['color-1', 'other', 'us', 'china', 'unknown', 'europe'];
    expect(symbolsFor(colors)).to.deep.equal(['wedge', 'diamond', 'square', 'circle', 'plus', 'triangle']);
    expect(symbolsFor([...colors].reverse())).to.deep.equal(['triangle', 'plus', 'circle', 'square', 'diamond', 'wedge']);
  });
  it('names without a symbol of their own begin with the plainest', () => {
    expect(symbolsFor(['color-1', 'color-2', 'color-3'])).to.deep.equal(['circle', 'square', 'triangle']);
    expect(symbolsFor(['accent'])).to.deep.equal(['circle']);
  });
  it('no two of nine share one, whichever they are', () => {
    const colors: readonly Color[] = ['china', 'us', 'europe', 'other', 'unknown', 'color-1', 'color-2', 'color-3', 'color-4', 'color-5'];
    fc.assert(fc.property(fc.shuffledSubarray([...colors, 'other'] as Color[], { minLength: 1, maxLength: 9 }), (some) => {
      expect(new Set(symbolsFor(some)).size).to.equal(some.length);
    }));
  });
});

describe('signsFor', () => {
  it('what is not lit turns grey and keeps its shape', () => {
    const sign = signsFor(['United States', 'China']);
    expect(sign('United States')).to.deep.equal({ color: 'us', symbol: 'square' });
    expect(sign('United States', false)).to.deep.equal({ color: 'other', symbol: 'square' });
  });
});

describe('symbolMark', () => {
  const style = { part: 'dot' };

  it('every symbol is about as large as the circle, and around its place', () => {
    for (const symbol of ALL.slice(1)) {
      const mark = symbolMark(symbol, 100, 50, 16, style);
      if (mark.shape !== 'path') throw new Error(`${symbol} is a ${mark.shape}`);
      const [x, y] = [0, 1].map((of) => corners(mark.d).map((corner) => corner[of]!)) as [number[], number[]];
      expect((Math.min(...x) + Math.max(...x)) / 2, symbol).to.equal(100);
      expect(Math.max(...[...x.map((at) => at - 100), ...y.map((at) => at - 50)].map(Math.abs)), symbol).to.be.at.most(22);
      expect(areaOf(mark.d) / (Math.PI * 16 * 16), symbol).to.be.within(0.7, 1.1);
    }
    expect(symbolMark('circle', 100, 50, 16, style)).to.deep.equal({ ...style, shape: 'circle', cx: 100, cy: 50, r: 16 });
  });
  it('stands at the mirrored place for a right-to-left reader', () => {
    for (const symbol of ALL.slice(1)) {
      const mark = mirror(symbolMark(symbol, 30, 50, 5, style), 200);
      const x = mark.shape === 'path' ? corners(mark.d).map(([at]) => at) : [];
      expect((Math.min(...x) + Math.max(...x)) / 2, symbol).to.be.closeTo(170, 0.02);
    }
  });
});

describe('symbolPath', () => {
  it('is another for each symbol, and a full square for none', () => {
    expect(new Set([undefined, ...ALL].map(symbolPath)).size).to.equal(10);
    expect(symbolPath(undefined)).to.equal('M-18,-18L18,-18L18,18L-18,18Z');
  });
});
