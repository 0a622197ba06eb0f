import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { englishDate, englishNumber, isEnglish } from '../../../src/text/english.js';
import { Words, unitOf } from '../../../src/text/words.js';

// Intl itself is the oracle: whatever is written must be what it writes
const STYLES: readonly Intl.NumberFormatOptions[] = [
  {},
  { useGrouping: false },
  ...[0, 1, 2, 4, 6, 9, 12].map((maximumFractionDigits) => ({ maximumFractionDigits })),
  { maximumSignificantDigits: 3 },
  { style: 'percent' },
  { style: 'percent', maximumFractionDigits: 1 },
  { style: 'currency', currency: 'USD', minimumFractionDigits: 0, maximumFractionDigits: 3 },
  { style: 'currency', currency: 'USD', minimumFractionDigits: 2, maximumFractionDigits: 3 },
  { notation: 'compact', maximumSignificantDigits: 3 },
  { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 },
];
const formats = STYLES.map((options) => [options, new Intl.NumberFormat('en', options)] as const);
const edges = [0, 1, 5, 9.995, 0.5, 1.005, 2.675, 0.045, 0.0049, 0.05, 99.95, 999, 999.5, 999.995, 1000, 1234.5, 9999.5, 12345, 99_950, 999_499, 999_500, 999_999, 999_995_000, 1e6, 1.5e9, 999.5e9, 31.81e12, 1e15, 1.2345e16, 9.995e20, 1e-7, 5e-324, 0.1 + 0.2];

function expectIntl(value: number): void {
  for (const [options, format] of formats) expect(englishNumber(value, options), `${value} ${JSON.stringify(options)}`).to.equal(format.format(value));
}

describe('English without Intl', () => {
  for (const value of edges) {
    it(`writes ${value} and ${-value} as Intl does`, () => {
      expectIntl(value);
      if (value) expectIntl(-value);
    });
  }

  it('writes any number as Intl does', () => {
    const number = fc.oneof(
      fc.double({ min: -1e20, max: 1e20, noNaN: true }),
      fc.double({ min: -1000, max: 1000, noNaN: true }),
      fc.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: -12, max: 14 })).map(([digits, power]) => digits * 10 ** power),
    );
    fc.assert(fc.property(number.filter((value) => !Object.is(value, -0)), expectIntl), { numRuns: 1000 });
  });

  for (const value of [NaN, Infinity, -Infinity, -0, 1e21, -1e300]) it(`leaves ${Object.is(value, -0) ? '-0' : value} to Intl`, () => expect(englishNumber(value, {})).to.equal(undefined));
  for (const options of [{ signDisplay: 'exceptZero' }, { style: 'unit', unit: 'day' }, { style: 'currency', currency: 'EUR' }, { notation: 'scientific' }, { notation: 'compact' }, { notation: 'compact', style: 'percent', maximumFractionDigits: 1 }] as const) {
    it(`leaves ${JSON.stringify(options)} to Intl`, () => expect(englishNumber(12.5, options)).to.equal(undefined));
  }

  const dates: readonly Intl.DateTimeFormatOptions[] = [
    { year: 'numeric', month: 'short', day: 'numeric' },
    { year: 'numeric', month: 'long', day: 'numeric' },
    { year: 'numeric', month: 'long' },
    { month: 'short' },
    { year: 'numeric' },
    { month: 'short', year: '2-digit' },
    { month: 'short', day: 'numeric' },
  ];
  it('writes any date as Intl does', () => {
    const intl = dates.map((options) => [options, new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' })] as const);
    const time = fc.oneof(fc.integer({ min: Date.UTC(1000, 0), max: Date.UTC(9999, 11, 31) }), fc.constantFrom(Date.UTC(2024, 1, 29), Date.UTC(2026, 11, 31, 23, 59, 59, 999), -1, 0));
    fc.assert(fc.property(time, (at) => {
      for (const [options, format] of intl) expect(englishDate(at, options), `${at} ${JSON.stringify(options)}`).to.equal(format.format(at));
    }), { numRuns: 500 });
  });
  for (const at of [NaN, Date.UTC(10_000, 0), Date.UTC(-5, 0), Infinity]) it(`leaves the date ${at} to Intl`, () => expect(englishDate(at, { year: 'numeric' })).to.equal(undefined));
  it('leaves a time of day to Intl', () => expect(englishDate(0, { hour: '2-digit', minute: '2-digit' })).to.equal(undefined));

  for (const [locale, expected] of [['en', true], ['en-US', true], ['en-GB', false], ['en-IN', false], ['de', false], ['en-u-nu-arab', false]] as const) {
    it(`${locale} ${expected ? 'is' : 'is not'} written here`, () => expect(isEnglish(locale)).to.equal(expected));
  }

  it('words in English of UTC ask Intl for no format, others do', () => {
    const kept = { NumberFormat: Intl.NumberFormat, DateTimeFormat: Intl.DateTimeFormat, ListFormat: Intl.ListFormat };
    const asked: string[] = [];
    const watch = <Format extends object>(name: string, format: Format): Format => new Proxy(format, { construct: (target, args: unknown[]) => (asked.push(name), Reflect.construct(target as new (...given: unknown[]) => object, args)) });
    const all = (words: Words): string[] => [words.value(31.81, unitOf('trillion tokens')), words.short(0.14, unitOf('US dollars')), words.percent(44.85), words.date(0, 'full'), words.moment(0, 'week'), words.list(['a', 'b', 'c']), words.say('someRows', { n: 3, total: 4 })];
    Object.assign(Intl, { NumberFormat: watch('number', kept.NumberFormat), DateTimeFormat: watch('date', kept.DateTimeFormat), ListFormat: watch('list', kept.ListFormat) });
    try {
      const english = all(new Words('en', 'UTC'));
      expect(asked).to.deep.equal([]);
      all(new Words('en', 'Asia/Tokyo'));
      expect([...new Set(asked)]).to.deep.equal(['date']);
      all(new Words('fr', 'UTC'));
      expect([...new Set(asked)]).to.have.members(['date', 'number', 'list']);
      expect(english).to.deep.equal(['31.81 trillion', '$0.14', '44.9%', 'Jan 1, 1970', 'Week of Jan 1, 1970', 'a, b, c', english.at(-1)]);
    } finally {
      Object.assign(Intl, kept);
    }
  });
});
