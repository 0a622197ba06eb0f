import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { read } from '../../../src/data/read.js';
import { DataError, FAULTS, LoadError, clean, describe as describeValue, type LoadFault } from '../../../src/data/errors.js';

describe('DataError', () => {
  it('reads as a sentence: place, what was expected, what was found', () => {
    const call = (): unknown => read([{ tokens: 1 }, { tokens: 'n/a' }]);
    expect(call).to.throw(DataError, 'data[1].tokens: expected a finite number, found "n/a"');
  });
});

describe('DataError', () => {
  it('keeps its parts and its name, without the characters that could hide what it says', () => {
    const error = new DataError('a\u202eb', 'c\td', 'e\u0000f');
    expect({ ...error, message: error.message }).to.deep.equal({ name: 'DataError', place: 'ab', expected: 'c d', found: 'ef', message: 'ab: expected c d, found ef' });
    expect(new DataError('x'.repeat(3000), '', '').place).to.have.length(2000);
  });
});

describe('LoadError', () => {
  const said: readonly (readonly [LoadFault, number | undefined, string])[] = [
    ['network', undefined, 'The data did not arrive: the address does not answer, this device is offline, or the site does not let this page read it.'],
    ['timeout', 20, 'The data did not arrive within 20 seconds.'],
    ['status', 404, 'The data did not arrive: the site answered 404.'],
    ['size', 5000, 'The data is larger than the limit of 5000 bytes.'],
    ['integrity', undefined, 'The data is not what this page expects: its digest differs.'],
    ['address', undefined, 'The address of the data must begin with http or https.'],
    ['encoding', undefined, 'The data is not text in UTF-8 or UTF-16.'],
    ['code', undefined, 'A part of the chart\'s own code did not arrive.'],
  ];
  for (const [fault, detail, message] of said) {
    it(`says of ${fault}: ${message}`, () => {
      const error = new LoadError(fault, detail);
      expect({ ...error, message: error.message }).to.deep.equal({ name: 'LoadError', fault, detail: detail ?? 0, message });
    });
  }
  it('has a sentence for every fault here', () => expect(said.map(([fault]) => fault)).to.deep.equal(Object.keys(FAULTS)));
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
  const cases: readonly (readonly [string, number, string])[] = [
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['a\tb\nc', 9, 'a b c'],
    ['a\u0000\u0007b\u007f\u009fc', 9, 'abc'],
    ['\ufeffa\u200eb\u200fc\u202ad\u2066e\u2069', 9, 'abcde'],
    ['a\ud800b\udfffc', 9, 'abc'],
    ['😀😀😀', 3, '😀😀😀'],
    ['😀😀😀😀', 3, '😀😀…'],
    ['a😀😀', 3, 'a😀😀'],
    ['a\u200db', 9, 'a\u200db'],
  ];
  for (const [text, limit, plain] of cases) it(`makes ${JSON.stringify(plain)} of ${JSON.stringify(text)}`, () => expect(clean(text, limit)).to.equal(plain));
  it('keeps 300 characters where nothing is said', () => expect([clean('x'.repeat(300)), clean('x'.repeat(301))]).to.deep.equal(['x'.repeat(300), `${'x'.repeat(299)}…`]));

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
