import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { digitsOf } from '../../../src/text/voice.js';
import { Words, periodOf, unitOf } from '../../../src/text/words.js';

const DAY = 86_400_000;
const languages = ['en', 'de', 'fr', 'ar', 'zh', 'pt-BR', 'hi'];

describe('unitOf', () => {
  for (const [unit, expected] of [
    ['trillion tokens', { factor: 1e12, noun: 'tokens', kind: 'plain' }],
    ['Billion tokens a week', { factor: 1e9, noun: 'tokens a week', kind: 'plain' }],
    ['million', { factor: 1e6, noun: '', kind: 'plain' }],
    ['thousand', { factor: 1e3, noun: '', kind: 'plain' }],
    ['quadrillion tokens', { factor: 1e15, noun: 'tokens', kind: 'plain' }],
    ['tokens', { factor: 1, noun: 'tokens', kind: 'plain' }],
    ['', { factor: 1, noun: '', kind: 'plain' }],
    ['constructor', { factor: 1, noun: 'constructor', kind: 'plain' }],
    ['toString x', { factor: 1, noun: 'toString x', kind: 'plain' }],
    ['%', { factor: 1, noun: '', kind: 'percent' }],
    ['% of tokens', { factor: 1, noun: 'of tokens', kind: 'percent' }],
    ['US dollars per million tokens', { factor: 1, noun: 'per million tokens', kind: 'money' }],
    ['USD per month', { factor: 1, noun: 'per month', kind: 'money' }],
    ['$ per million tokens', { factor: 1, noun: 'per million tokens', kind: 'money' }],
    ['US dollar', { factor: 1, noun: '', kind: 'money' }],
  ] as const) {
    it(`reads ${JSON.stringify(unit)}`, () => expect(unitOf(unit)).to.deep.equal(expected));
  }
});

describe('periodOf', () => {
  const at = (...dates: string[]): Float64Array => Float64Array.from(dates, (date) => Date.parse(date));
  for (const [name, dates, period] of [
    ['days', ['2026-05-25', '2026-05-26', '2026-05-27'], 'day'],
    ['weeks with a gap', ['2026-05-04', '2026-05-18', '2026-05-25'], 'week'],
    ['months over February', ['2026-01-01', '2026-02-01', '2026-03-01'], 'month'],
    ['years', ['2023-01-01', '2024-01-01', '2025-01-01'], 'year'],
    ['hours', ['2026-05-25T00:00', '2026-05-25T01:00'], ''],
    ['quarters', ['2026-01-01', '2026-04-01'], ''],
    ['one date', ['2026-01-01'], ''],
    ['none', [], ''],
  ] as const) {
    it(`finds ${period || 'none'} in ${name}`, () => expect(periodOf(at(...dates.map((date) => (date.length > 10 ? `${date}Z` : date))))).to.equal(period));
  }
});

describe('Words', () => {
  for (const locale of languages) {
    const words = new Words(locale, 'UTC');
    const intl = (options: Intl.NumberFormatOptions, value: number): string => new Intl.NumberFormat(digitsOf(locale), options).format(value);
    const tokens = unitOf('trillion tokens');

    it(`value(), short() and percent() in ${locale} are Intl's`, () => {
      expect(words.value(31.81, tokens)).to.equal(intl({ notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 }, 31.81e12));
      expect(words.short(31.81, tokens)).to.equal(intl({ notation: 'compact', maximumSignificantDigits: 3 }, 31.81e12));
      expect(words.value(44.85, unitOf('%'))).to.equal(intl({ style: 'percent', maximumFractionDigits: 1 }, 0.4485));
      expect(words.short(44.85, unitOf('%'))).to.equal(intl({ style: 'percent' }, 0.4485));
      expect(words.value(0.14, unitOf('US dollars'))).to.equal(intl({ style: 'currency', currency: 'USD' }, 0.14));
      expect(words.value(1234.5, unitOf('tokens'))).to.equal(intl({ maximumFractionDigits: 2 }, 1234.5));
    });

    it(`date() and moment() in ${locale} are Intl's`, () => {
      const time = Date.UTC(2026, 4, 25);
      const date = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(digitsOf(locale), { ...options, timeZone: 'UTC' }).format(time);
      expect(words.date(time, 'full')).to.equal(date({ year: 'numeric', month: 'short', day: 'numeric' }));
      expect(words.moment(time, 'month')).to.equal(date({ year: 'numeric', month: 'long' }));
      expect(words.moment(time, 'year')).to.equal(date({ year: 'numeric' }));
      expect(words.moment(time, 'week')).to.contain(words.date(time, 'full'));
      expect(words.moment(time + DAY / 2, '')).to.equal(words.date(time + DAY / 2, 'time'));
    });

    it(`change() in ${locale} carries Intl's percentage`, () => {
      expect(words.change(133, 100)).to.contain(intl({ style: 'percent' }, 0.33));
      expect(words.change(95.5, 100)).to.contain(intl({ style: 'percent', maximumFractionDigits: 1 }, 0.045));
    });

    it(`value() in ${locale} is text without NaN for any finite number`, () => {
      fc.assert(
        fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), fc.constantFrom('trillion tokens', '%', 'USD', 'tokens', ''), (value, unit) => {
          for (const text of [words.value(value, unitOf(unit)), words.short(value, unitOf(unit))]) expect(text).to.match(/\p{Nd}/u).and.not.match(/NaN|undefined/);
        }),
        { numRuns: 200 },
      );
    });
  }

  const words = new Words('en', 'UTC');

  it('says the values of the article as it writes them', () => {
    expect(words.value(31.81, unitOf('trillion tokens'))).to.equal('31.81 trillion');
    expect(words.short(31.81, unitOf('trillion tokens'))).to.equal('31.8T');
    expect(words.value(58, unitOf('%'))).to.equal('58%');
    expect(words.value(5, unitOf('USD'))).to.equal('$5');
    expect(words.value(0.14, unitOf('USD'))).to.equal('$0.14');
    expect(words.moment(Date.UTC(2026, 4, 25), 'week')).to.equal('Week of May 25, 2026');
  });

  for (const [value, before, text] of [[133, 100, 'up 33%'], [95.5, 100, 'down 4.5%'], [100, 100, 'unchanged'], [100.01, 100, 'unchanged'], [1, 0, ''], [0, 0, ''], [NaN, 1, ''], [1, NaN, ''], [0, 5, 'down 100%']] as const) {
    it(`change(${value}, ${before}) says ${JSON.stringify(text)}`, () => expect(words.change(value, before)).to.equal(text));
  }

  it('falls back to English and UTC where the engine knows neither tag nor zone', () => {
    for (const locale of ['', 'not a tag', 'xx-klingon-overlong-subtag', '-']) expect(new Words(locale, 'UTC').number(1234.5)).to.equal('1,234.5');
    expect(new Words('en', 'Moon/Base').date(Date.UTC(2026, 4, 25), 'full')).to.equal('May 25, 2026');
  });

  it('writes dates in the zone that is asked for', () => {
    expect(new Words('en', 'America/Los_Angeles').date(Date.UTC(2026, 4, 25), 'full')).to.equal('May 24, 2026');
  });

  it('lists names and values', () => {
    expect(words.list(['China 58%', 'Other 14%'])).to.contain('China 58%').and.contain('Other 14%');
    expect(words.list([])).to.equal('');
  });

  it('lists at most nine, and counts the rest', () => {
    const names = Array.from({ length: 12 }, (_, i) => `N${i}`);
    expect(words.list(names.slice(0, 9))).to.equal('N0, N1, N2, N3, N4, N5, N6, N7, N8');
    expect(words.list(names)).to.equal('N0, N1, N2, N3, N4, N5, N6, N7, and 4 more in the table');
  });
});
