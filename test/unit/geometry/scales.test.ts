import { expect } from '@open-wc/testing';
import { scaleLog } from 'd3-scale';
import fc from 'fast-check';
import { logScale } from '../../../src/geometry/scales.js';

const positive = fc.double({ min: 1e-9, max: 1e15, noNaN: true });

describe('logScale', () => {
  it('places positive values where scaleLog of d3 does, to the bit, and finds them again', () => {
    fc.assert(
      fc.property(positive, positive, positive, (low, high, value) => {
        const [ours, theirs] = [logScale([low, high], [340, 12]), scaleLog([low, high], [340, 12])];
        expect(ours(value)).to.equal(theirs(value));
        expect(ours.invert(100)).to.equal(theirs.invert(100));
        expect(ours.domain()).to.deep.equal(theirs.domain());
      }),
    );
  });

  it('has no place for zero, values below it and for missing ones', () => {
    const scale = logScale([1, 10], [0, 100]);
    expect(scale(-1)).to.be.NaN;
    expect(scale(NaN)).to.be.NaN;
    expect(scale(0)).to.be.NaN;
  });
});
