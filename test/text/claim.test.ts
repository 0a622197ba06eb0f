import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { read } from '../../src/data/read.js';
import { check, type Claim } from '../../src/text/claim.js';
import { Words } from '../../src/text/words.js';

const words = new Words('en', 'UTC');
const german = new Words('de', 'UTC');

/** One value in that unit, as a table of one date. */
const only = (value: number | null, unit = 'trillion tokens', more = {}) => read({ resources: [{ name: 'r', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'n', type: 'number', unit }, { name: 'min', type: 'number' }, { name: 'max', type: 'number' }] }, data: [{ week: '2026-05-25', n: value, ...more }] }] }).table;
const trend = read({ resources: [{ name: 'r', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'origin', type: 'string' }, { name: 'share', type: 'number', unit: '%' }] }, data: [{ week: '2026-04-20', origin: 'China', share: 40 }, { week: '2026-04-20', origin: 'US', share: 45 }, { week: '2026-04-27', origin: 'China', share: 47 }, { week: '2026-04-27', origin: 'US', share: 43 }] }] }).table;
const prices = read({ resources: [{ name: 'r', schema: { fields: [{ name: 'model', type: 'string' }, { name: 'output', type: 'number', unit: 'US dollars per million tokens' }] }, data: [{ model: 'Claude Haiku 4.5', output: 5 }, { model: 'DeepSeek V4 Flash', output: 0.28 }] }] }).table;

const told = (claim: Claim, table = only(31.81), speak = words): string => {
  const { outcome, text } = check(claim, table, {}, speak);
  return text ? `${outcome}: ${text}` : outcome;
};

describe('check of a number in words', () => {
  const cases: readonly (readonly [string, string, ReturnType<typeof only>?])[] = [
    ['more than 30 trillion', 'holds'],
    ['more than 31.81 trillion', 'fails: The data says 31.81 trillion.'],
    ['over 30 trillion tokens', 'holds'],
    ['over 32 trillion', 'fails: The data says 31.81 trillion.'],
    ['no more than 30 trillion', 'fails: The data says 31.81 trillion.'],
    ['at least 31.81 trillion', 'holds'],
    ['less than 32 trillion', 'holds'],
    ['under 30 trillion', 'fails: The data says 31.81 trillion.'],
    ['nearly 32 trillion', 'holds'],
    ['almost 30 trillion', 'fails: The data says 31.81 trillion.'],
    ['roughly 30 trillion', 'holds'],
    ['about 28 trillion', 'fails: The data says 31.81 trillion.'],
    ['31.8 trillion', 'holds'],
    ['exactly 31.8 trillion', 'holds'],
    ['31.9 trillion', 'fails: The data says 31.81 trillion.'],
    ['32 trillion', 'holds'],
    ['31.8', 'holds'],
    ['31,810 billion', 'holds'],
    ['31.8T', 'holds'],
    ['30 trillion or more', 'holds'],
    ['up to 31 trillion', 'fails: The data says 31.81 trillion.'],
    ['in the week of 25 May 2026 it was 31.8 trillion', 'holds'],
    ['in 2026 more than 30 trillion', 'holds'],
    ['it grew more than anyone thought, to 31.8 trillion', 'holds'],
    ['with GPT-5.5 and V4 it was 31.8', 'holds'],
    ['a great many', 'undecided: Not checked: the text has no number.'],
    ['', 'undecided: Not checked: the text has no number.'],
    ['58 %', 'undecided: Not checked: the text does not count in the data’s unit, trillion tokens.'],
    ['from 2 trillion to 30 trillion', 'undecided: Not checked: the text has several numbers.'],
    ['58 %', 'holds', only(58.5, '%')],
    ['58 percent', 'holds', only(57.5, '%')],
    ['58%', 'fails: The data says 58.6%.', only(58.6, '%')],
    ['$0.14', 'holds', only(0.14, 'US dollars per million tokens')],
    ['$0.15', 'fails: The data says $0.14.', only(0.14, 'US dollars per million tokens')],
    ['27,600 views', 'holds', only(27600, 'views')],
    ['27.6 thousand views', 'holds', only(27600, 'views')],
    ['−3 %', 'holds', only(-3, '%')],
    ['more than 30 trillion', 'holds', only(null, undefined, { min: 30 })],
    ['34 trillion', 'undecided: Not checked: the data gives only more than 30 trillion.', only(null, undefined, { min: 30 })],
    ['20 trillion', 'fails: The data says more than 30 trillion.', only(null, undefined, { min: 30 })],
    ['about 33 trillion', 'holds', only(null, undefined, { min: 31, max: 35 })],
    ['33 trillion', 'undecided: Not checked: the data gives only 31 trillion to 35 trillion.', only(null, undefined, { min: 31, max: 35 })],
  ];
  for (const [text, expected, table] of cases) it(`“${text}” ${expected}`, () => expect(told({ fact: 'value', text }, table)).to.equal(expected));

  it('takes the tolerance that the author states', () => {
    expect(told({ fact: 'value', text: '30 trillion', tolerance: 10 })).to.equal('holds');
    expect(told({ fact: 'value', text: 'about 30 trillion', tolerance: 1 })).to.equal('fails: The data says 31.81 trillion.');
  });
  it('checks what the author expects in place of the words', () => {
    expect(told({ fact: 'value', text: 'mehr als dreißig Billionen', expects: 'more than 30 trillion' }, undefined, german)).to.equal('holds');
    expect(told({ fact: 'value', text: 'thirty trillion', expects: '30 trillion' })).to.match(/^fails/);
  });
  it('reads the numbers of the text’s language, and says that it does not read its words', () => {
    expect(told({ fact: 'value', text: '31,8 Billionen' }, undefined, german)).to.equal('holds');
    expect(told({ fact: 'value', text: '31.810 Milliarden' }, undefined, german)).to.equal('holds');
    expect(told({ fact: 'value', text: 'rund 30 Billionen' }, undefined, german)).to.match(/^undecided: .*English only/);
    expect(told({ fact: 'value', text: '30 Billionen' }, undefined, german)).to.match(/^fails: .*31,81 Billionen/);
  });
});

describe('check of other facts', () => {
  const cases: readonly (readonly [Claim, string, typeof trend])[] = [
    [{ fact: 'largest', text: 'China is the largest' }, 'holds', trend],
    [{ fact: 'largest', text: 'the largest band is the US’s' }, 'fails: The data says China.', trend],
    [{ fact: 'largest', text: 'The largest', series: 'China' }, 'holds', trend],
    [{ fact: 'largest', text: 'the largest band is whose?' }, 'undecided: Not checked: the text names none of China, US.', trend],
    [{ fact: 'crossing', text: 'on 27 April 2026' }, 'holds', trend],
    [{ fact: 'crossing', text: 'in late April 2026' }, 'holds', trend],
    [{ fact: 'crossing', text: 'April 27' }, 'holds', trend],
    [{ fact: 'crossing', text: '2026-04-20' }, 'fails: The data says April 27, 2026.', trend],
    [{ fact: 'crossing', text: 'it may cross' }, 'undecided: Not checked: the text has no date.', trend],
    [{ fact: 'crossing', text: 'on 4 May', n: 2 }, 'undecided: Not checked: the data has no crossing number 2.', trend],
    [{ fact: 'change', series: 'China', text: 'rose 7 percentage points' }, 'holds', trend],
    [{ fact: 'change', series: 'US', text: 'fell by 2 points' }, 'holds', trend],
    [{ fact: 'change', series: 'China', text: 'fell by 7 points' }, 'fails: The data says 7%.', trend],
    [{ fact: 'change', series: 'US', text: 'fell by more than 3 points' }, 'fails: The data says -2%.', trend],
    [{ fact: 'rank', series: 'US', text: 'second' }, 'holds', trend],
    [{ fact: 'rank', series: 'US', text: '1st' }, 'fails: The data says 2.', trend],
    [{ fact: 'value', series: 'US', text: '43 %', at: '2026-05-04' }, 'undecided: Not checked: the data has nothing at “2026-05-04”.', trend],
    [{ fact: 'ratio', series: 'Claude Haiku 4.5', over: 'DeepSeek V4 Flash', text: 'Haiku 4.5 output costs 17.9 times DeepSeek V4 Flash’s' }, 'holds', prices],
    [{ fact: 'ratio', series: 'Claude Haiku 4.5', over: 'DeepSeek V4 Flash', text: '18.9 times' }, 'fails: The data says 17.9 times.', prices],
    [{ fact: 'ratio', series: 'Claude Haiku 4.5', over: 'DeepSeek V4 Flash', text: 'nearly 18×' }, 'holds', prices],
    [{ fact: 'value', series: 'DeepSeek V4 Flash', text: 'DeepSeek V4 Flash at $0.28 per million' }, 'holds', prices],
  ];
  for (const [claim, expected, table] of cases) it(`${claim.fact} “${claim.text}” ${expected}`, () => expect(told(claim, table)).to.equal(expected));

  it('reads a change as percent where the data is no percentage', () => {
    const { table } = read([{ week: '2025-05-05', n: 2 }, { week: '2026-05-25', n: 32 }]);
    expect(told({ fact: 'change', text: 'up 1,500 %' }, table)).to.equal('holds');
    expect(told({ fact: 'change', text: 'up 1,400 %' }, table)).to.equal('fails: The data says 1,500%.');
  });
});

describe('a verdict', () => {
  const number = fc.integer({ min: 10, max: 100_000 }).map((n) => n / 10);
  const text = (value: number): string => value.toLocaleString('en', { minimumFractionDigits: 1 });
  it('of a number as printed holds within half a step and flips past it', () => {
    fc.assert(fc.property(number, fc.double({ min: -0.0499, max: 0.0499, noNaN: true }), fc.constantFrom(-1, 1), fc.double({ min: 0.0501, max: 1e6, noNaN: true }), (value, off, way, far) => {
      expect(told({ fact: 'value', text: text(value) }, only(value + off))).to.equal('holds');
      expect(told({ fact: 'value', text: text(value) }, only(value + way * far))).to.match(/^fails: The data says/);
    }));
  });
  it('of a comparison is what the comparison says of the two numbers', () => {
    const comparisons: Readonly<Record<string, (claimed: number, value: number) => boolean>> = {
      'more than': (claimed, value) => value > claimed,
      'at least': (claimed, value) => value >= claimed,
      'less than': (claimed, value) => value < claimed,
      'at most': (claimed, value) => value <= claimed,
      about: (claimed, value) => Math.abs(value - claimed) <= claimed / 10 + 1e-9 * claimed || Math.abs(value - claimed) <= 0.05,
      nearly: (claimed, value) => value <= claimed && value >= claimed * 0.9 - 1e-9 * claimed,
    };
    fc.assert(fc.property(fc.constantFrom(...Object.keys(comparisons)), number, fc.oneof(number, fc.constant(0)), (words, claimed, other) => {
      const value = other || claimed;
      const holds = told({ fact: 'value', text: `${words} ${text(claimed)}` }, only(value)) === 'holds';
      expect(holds).to.equal(comparisons[words]!(claimed, value));
    }));
  });
  it('comes of any words without throwing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('value', 'largest', 'crossing', 'rank', ''), (any, fact) => {
      expect(['holds', 'fails', 'undecided']).to.include(check({ fact, text: any, series: 'China' }, trend, {}, words).outcome);
    }));
  });
});
