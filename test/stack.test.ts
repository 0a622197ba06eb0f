import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { stack } from '../src/geometry/stack.js';

const rows = fc.integer({ min: 1, max: 30 }).chain((length) => fc.array(fc.array(fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constant(NaN), fc.constant(0)), { minLength: length, maxLength: length }).map((values) => Float64Array.from(values)), { minLength: 1, maxLength: 14 }));

describe('stack(rows, whole)', () => {
  it('puts each layer on the one below it exactly', () => {
    fc.assert(fc.property(rows, fc.constantFrom(0, 100), (values, whole) => {
      const layers = stack(values, whole);
      layers.forEach((layer, k) => layer.lower.forEach((edge, i) => {
        if (Number.isNaN(edge)) return;
        expect(edge).to.equal(k === 0 ? 0 : layers[k - 1]?.upper[i]);
        expect(layer.upper[i]).to.be.at.least(edge);
      }));
    }));
  });

  it('fills a whole of 100 exactly at every date with a value above zero, and leaves the others empty', () => {
    fc.assert(fc.property(rows, (values) => {
      const layers = stack(values, 100);
      for (let i = 0; i < (values[0]?.length ?? 0); i++) {
        const some = values.some((row) => (row[i] ?? 0) > 0);
        expect(layers.at(-1)?.upper[i]).to.deep.equal(some ? 100 : NaN);
      }
    }));
  });

  it('keeps the amounts where there is no whole to fill', () => {
    const [a, b] = stack([Float64Array.of(1, NaN, NaN), Float64Array.of(2, 3, NaN)], 0);
    expect([...(a?.upper ?? [])]).to.deep.equal([1, 0, NaN]);
    expect([...(b?.upper ?? [])]).to.deep.equal([3, 3, NaN]);
  });
});
