import { expect } from '@open-wc/testing';
import { datesIn, listed, numbersIn } from '../../../src/data/attributes.js';
import { DataError } from '../../../src/data/errors.js';

describe('numbersIn(attribute, value)', () => {
  for (const [value, numbers] of [['', []], ['  ', []], ['5', [5]], [' -1.5\n 2e3  0 ', [-1.5, 2000, 0]]] as const) {
    it(`finds ${JSON.stringify(numbers)} in ${JSON.stringify(value)}`, () => expect(numbersIn('lines', value)).to.deep.equal(numbers));
  }
  for (const [value, part] of [['1 two', 'two'], ['1,2', '1,2'], ['Infinity', 'Infinity'], ['1 NaN 3', 'NaN']] as const) {
    it(`says what is no number in ${JSON.stringify(value)}`, () => expect(() => numbersIn('lines', value)).to.throw(DataError, `lines: expected numbers separated by spaces, found ${JSON.stringify(part)}`));
  }
});

describe('datesIn(attribute, value)', () => {
  for (const [value, dates] of [['', []], ['2026-05-25', [Date.UTC(2026, 4, 25)]], [' 2026-05 \t2026-06-01 ', [Date.UTC(2026, 4, 1), Date.UTC(2026, 5, 1)]]] as const) {
    it(`finds ${dates.length} in ${JSON.stringify(value)}`, () => expect(datesIn('marks', value)).to.deep.equal(dates));
  }
  for (const [value, part] of [['2026-05-25 soon', 'soon'], ['2026-13', '2026-13'], ['2026', '2026'], ['2026-02-30', '2026-02-30']] as const) {
    it(`says what is no date in ${JSON.stringify(value)}`, () => expect(() => datesIn('marks', value)).to.throw(DataError, `marks: expected dates separated by spaces, found ${JSON.stringify(part)}`));
  }
});

describe('listed(value)', () => {
  for (const [value, names] of [[null, []], ['', []], [' , ', []], ['US and Canada', ['US and Canada']], [' A ,, B b,C', ['A', 'B b', 'C']]] as const) {
    it(`finds ${JSON.stringify(names)} in ${JSON.stringify(value)}`, () => expect(listed(value)).to.deep.equal(names));
  }
});
