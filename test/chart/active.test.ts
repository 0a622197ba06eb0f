import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { ActiveController, type Field } from '../../src/controllers/active.js';

/** A host that counts what it is asked. */
function hosted(): { active: ActiveController; asked: () => number } {
  let asked = 0;
  const host = Object.assign(document.createElement('div'), { addController: () => undefined, removeController: () => undefined, requestUpdate: () => void asked++, updateComplete: Promise.resolve(true), activeChanged: () => void asked++ });
  return { active: new ActiveController(host), asked: () => asked };
}
const field = (values: readonly number[]): Field => ({ length: values.length, series: 1, mirrored: false, rows: false, value: ({ index }) => values[index] ?? NaN });

describe('ActiveController', () => {
  it('does nothing while the pointer stays nearest to the same point', () => {
    const { active, asked } = hosted();
    active.pointer({ index: 3, series: 0 }, false);
    const before = asked();
    let listened = 0;
    const { addEventListener: add } = document;
    document.addEventListener = () => void listened++;
    for (let i = 0; i < 50; i++) active.pointer({ index: 3, series: 0 }, false);
    document.addEventListener = add;
    expect([asked() - before, listened]).to.deep.equal([0, 0]);
    active.pointer({ index: 4, series: 0 }, false);
    expect(asked()).to.be.greaterThan(before);
    active.hostDisconnected();
  });

  it('finds the highest and the lowest point, the first of equal ones, past what is missing', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: fc.integer({ min: -9, max: 9 }) }, { weight: 1, arbitrary: fc.constant(NaN) }), { minLength: 2, maxLength: 30 }), (values) => {
        fc.pre(values.some((value) => !Number.isNaN(value)));
        const { active } = hosted();
        const present = values.filter((value) => !Number.isNaN(value));
        for (const [key, extreme] of [[']', Math.max(...present)], ['[', Math.min(...present)]] as const) {
          active.key(new KeyboardEvent('keydown', { key }), field(values));
          expect(values[active.place.index]).to.equal(extreme);
        }
      }),
    );
  });
});
