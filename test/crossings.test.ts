import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { crossings, rivals } from '../src/data/crossings.js';

const value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(NaN));
const pair = fc.array(fc.tuple(value, value), { maxLength: 40 });

/** Who led last before a date, looked up anew for every date. */
function slowly(values: readonly (readonly [number, number])[]): unknown {
  const leads = values.map(([a, b]) => (a > b ? 0 : b > a ? 1 : null));
  return leads.flatMap((lead, index) => {
    const before = leads.slice(0, index).filter((each) => each !== null).at(-1);
    return lead !== null && before !== undefined && before !== lead ? [{ index, ahead: lead }] : [];
  });
}

describe('crossings(a, b)', () => {
  it('finds what a search of every date before finds, ties and gaps included', () => {
    fc.assert(fc.property(pair, (values) => {
      expect(crossings(Float64Array.from(values, ([a]) => a), Float64Array.from(values, ([, b]) => b))).to.deep.equal(slowly(values));
    }), { numRuns: 500 });
  });

  it('is empty where one leads throughout, and where two only touch', () => {
    expect(crossings(Float64Array.of(3, 2, 3), Float64Array.of(1, 2, 1))).to.deep.equal([]);
  });
});

describe('rivals(series)', () => {
  const series = (name: string, last: number): { name: string; values: Float64Array; rows: null } => ({ name, values: Float64Array.of(1, last, NaN), rows: null });

  it('is the two with the largest last values in the order given, not what is left over', () => {
    const found = rivals([series('Other', 9), series('Europe', 1), series('US', 4), series('Unidentified', 8), series('China', 5)]);
    expect(found?.map(({ name }) => name)).to.deep.equal(['US', 'China']);
  });

  it('takes one that never has a value for last', () => {
    expect(rivals([series('Nothing', NaN), series('Zero', 0), series('Half', 0.5)].map((each, i) => (i ? each : { ...each, values: Float64Array.of(NaN) })))?.map(({ name }) => name)).to.deep.equal(['Zero', 'Half']);
  });

  it('is null where there are not two', () => {
    expect(rivals([series('China', 5), series('Other', 3)])).to.equal(null);
  });
});
