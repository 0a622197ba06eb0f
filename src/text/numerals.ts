import { digitsOf } from './voice.js';

/** A number as an author wrote it. */
export interface Numeral {
  readonly value: number;
  /** One unit of the last digit printed: 0.1 for `31.8`. */
  readonly step: number;
  /** The power its word stands for, `trillion` 10¹²; 0 where there is no such word. */
  readonly factor: number;
  readonly unit: 'percent' | 'points' | 'times' | 'money' | 'ordinal' | '';
  /** Where it begins and ends in the text, its word and sign included. */
  readonly start: number;
  readonly end: number;
}

/** A date as an author wrote it; what is not said is NaN. Months from 1. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How a language writes numbers and months, read off its own Intl formats. */
interface Script {
  readonly number: RegExp;
  readonly group: RegExp;
  readonly decimal: string;
  readonly factors: ReadonlyMap<string, number>;
  readonly date: RegExp;
  readonly months: readonly string[];
}

const scripts = new Map<string, Script>();

function scriptOf(spoken: string): Script {
  const locale = digitsOf(spoken);
  const known = scripts.get(locale);
  if (known) return known;
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(12345.6);
  const part = (type: string, otherwise: string): string => parts.find((each) => each.type === type)?.value ?? otherwise;
  const group = part('group', ',');
  const decimal = part('decimal', '.');
  const factors = new Map<string, number>();
  for (const factor of [1e3, 1e6, 1e9, 1e12]) {
    for (const compactDisplay of ['long', 'short'] as const) {
      // one and many differ in some languages: Billion, Billionen
      for (const count of [1, 2, 5]) {
        const word = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay }).formatToParts(count * factor).filter(({ type }) => type === 'compact');
        if (word[0]) factors.set(word.map(({ value }) => value).join(' ').toLocaleLowerCase(locale), factor);
      }
    }
  }
  const words = [...factors.keys()].sort((a, b) => b.length - a.length).map((word) => escape(word).replace(/\s/g, '\\s'));
  const space = /\s/.test(group) ? '[\\s]' : group === '’' ? "[’']" : escape(group);
  const months = (['long', 'short'] as const).flatMap((month) => [...Array(12).keys()].map((i) => monthName(locale, month, i)));
  const month = [...new Set(months)].sort((a, b) => b.length - a.length).map(escape).join('|');
  const script: Script = {
    decimal,
    group: new RegExp(space, 'g'),
    factors,
    months,
    number: new RegExp(`(?<![\\p{L}\\p{N}][.,-]?)(?<money>[$€£]\\s?)?(?<sign>[-−+])?(?<digits>\\d{1,3}(?:${space}\\d{3})+(?!\\d)(?:${escape(decimal)}\\d+)?|\\d+(?:${escape(decimal)}\\d+)?)(?:[\\s-]?(?<word>${words.join('|') || '(?!)'})(?!\\p{L}))?(?:\\s?(?<points>percentage points?|points?)|\\s?(?<percent>%|per ?cent)|\\s?(?<times>times|×|x|fold|-fold)|(?<ordinal>st|nd|rd|th))?(?![\\p{L}\\d])`, 'giu'),
    date: new RegExp(`(\\d{4})-(\\d\\d)(?:-(\\d\\d))?|(?:(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+|de\\s+)?)?(?<!\\p{L})(${month})(?!\\p{L})\\.?(?:\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?(?:,?\\s+(?:de\\s+)?(\\d{4}))?`, 'giu'),
  };
  scripts.set(locale, script);
  return script;
}

function monthName(locale: string, month: 'long' | 'short', index: number): string {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month, timeZone: 'UTC' }).formatToParts(Date.UTC(2026, index, 15));
  return (parts.find(({ type }) => type === 'month')?.value ?? '').replace(/\.$/, '').toLocaleLowerCase(locale);
}

/** The numbers in a text; digits that belong to a word, as in V4, are none. */
export function numerals(text: string, locale: string): readonly Numeral[] {
  const { number, group, decimal, factors } = scriptOf(locale);
  return [...text.matchAll(number)].map((match) => {
    const { money, sign, digits = '', word, points, percent, times, ordinal } = match.groups ?? {};
    const plain = digits.replace(group, '').replace(decimal, '.');
    const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
    return {
      value: Number(plain) * (sign && sign !== '+' ? -1 : 1),
      step: 10 ** -decimals,
      factor: word ? (factors.get(word.replace(/\s/g, ' ').toLocaleLowerCase(locale)) ?? 0) : 0,
      unit: points ? 'points' : percent ? 'percent' : times ? 'times' : ordinal ? 'ordinal' : money ? 'money' : '',
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}

/** The dates in a text: 2026-04-27, 27 April 2026, April 27, 23 March, April 2026. */
export function writtenDates(text: string, locale: string): readonly WrittenDate[] {
  const { date, months } = scriptOf(locale);
  const found: WrittenDate[] = [];
  for (const match of text.matchAll(date)) {
    const [all, year, month, day, dayBefore, name, dayAfter, yearAfter] = match;
    if (name && !dayBefore && !dayAfter && !yearAfter) continue; // "may" is a verb too
    found.push({ year: Number(year ?? yearAfter ?? NaN), month: name ? (months.indexOf(name.toLocaleLowerCase(locale)) % 12) + 1 : Number(month), day: Number(day ?? dayBefore ?? dayAfter ?? NaN), start: match.index, end: match.index + all.length });
  }
  return found;
}
