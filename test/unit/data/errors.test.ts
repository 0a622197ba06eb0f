import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { read } from '../../../src/data/read.js';
import { DataError, clean, describe as describeValue } from '../../../src/data/errors.js';

describe('DataError', () => {
  it('reads as a sentence: place, what was expected, what was found', () => {
    const call = (): unknown => read([{ tokens: 1 }, { tokens: 'n/a' }]);
    expect(call).to.throw(DataError, 'data[1].tokens: expected a finite number, found "n/a"');
  });
});

describe('describe', () => {
  for (const [value, text] of [[undefined, 'nothing'], [null, 'null'], ['n/a', '"n/a"'], [[], 'an empty array'], [[1], 'an array'], [{}, 'an object'], [NaN, 'NaN'], [3, '3'], [true, 'true'], [() => 1, 'a function'], [Symbol('s'), 'a symbol']] as const) {
    it(`says ${text}`, () => expect(describeValue(value)).to.equal(text));
  }
  it('calls nothing of the object it describes', () => {
    expect(describeValue({ toString() { throw new Error('trap'); } })).to.equal('an object');
  });
});

describe('clean', () => {
  it('keeps at most the limit of code points and halves no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 2, max: 30 }), (text, limit) => {
        const short = clean(text, limit);
        expect(Array.from(short).length).to.be.at.most(limit);
        expect(short).to.not.match(/[\ud800-\udfff]/u);
        if (short.endsWith('…') && !text.endsWith('…')) expect(text.replace(/[\t\n]/g, ' ').startsWith(short.slice(0, -1))).to.be.true;
      }),
    );
  });
});
