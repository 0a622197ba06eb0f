import { expect } from '@open-wc/testing';
import { addMessages, fill, messagesFor } from '../../../src/text/messages.js';
import english from '../../../src/text/messages/en.js';

const select = (locale: string) => (n: number): Intl.LDMLPluralRule => new Intl.PluralRules(locale).select(n);

describe('fill', () => {
  it('fills slots, each as often as it stands', () => {
    expect(fill('{a} and {b} and {a}', { a: 1, b: 'x' }, select('en'))).to.equal('1 and x and 1');
  });

  it('leaves a slot without a value as it is, inherited ones included', () => {
    expect(fill('{constructor} {__proto__} {toString} {none}', {}, select('en'))).to.equal('{constructor} {__proto__} {toString} {none}');
  });

  it('fills nothing inside what it filled in', () => {
    expect(fill('{a} {b}', { a: '{b}', b: '$& $1' }, select('en'))).to.equal('{b} $& $1');
  });

  it('chooses the plural by n', () => {
    const bars = { one: '{n} bar', other: '{n} bars' };
    expect([0, 1, 2].map((n) => fill(bars, { n }, select('en')))).to.deep.equal(['0 bars', '1 bar', '2 bars']);
    const arabic = { zero: 'z', one: 'o', two: 't', few: 'f', many: 'm', other: 'x' };
    expect([0, 1, 2, 3, 11, 100].map((n) => fill(arabic, { n }, select('ar')))).to.deep.equal(['z', 'o', 't', 'f', 'm', 'x']);
    expect(fill({ other: '{n} bars' }, { n: 1 }, select('en'))).to.equal('1 bars');
  });

  it('says nothing for a message that is not there', () => {
    expect(fill(undefined, {}, select('en'))).to.equal('');
    expect(fill({}, { n: 1 }, select('en'))).to.equal('');
  });
});

describe('messagesFor and addMessages', () => {
  it('give English where a language is unknown', () => {
    expect(messagesFor('xx').chart).to.equal(english.chart);
    expect(messagesFor('').chart).to.equal(english.chart);
  });

  it('prefer the exact tag to its language to English, whatever the case', () => {
    addMessages('qaa', { chart: 'Language', table: 'Language' });
    addMessages('QAA-XX', { chart: 'Exact' });
    const found = messagesFor('qaa-xx');
    expect([found.chart, found.table, found.download]).to.deep.equal(['Exact', 'Language', english.download]);
  });

  it('keep what was added before', () => {
    addMessages('qab', { chart: 'one' });
    addMessages('qab', { table: 'two' });
    expect([messagesFor('qab').chart, messagesFor('qab').table]).to.deep.equal(['one', 'two']);
  });
});
