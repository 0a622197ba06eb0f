import { factOf, namesOf, type Fact, type Fields, type NumberFact, type Question } from '../data/facts.js';
import type { Table } from '../data/table.js';
import { numerals, writtenDates, type Numeral, type WrittenDate } from './numerals.js';
import english from './messages/en-claim.js';
import { addLate, type MessageKey } from './messages.js';
import { unitOf, type Unit, type Words } from './words.js';

export { rowOf } from '../data/row.js';
export { Words } from './words.js';

addLate(english);

/** What a sentence claims of a chart's data. */
export interface Claim extends Question {
  /** The sentence's own words. */
  readonly text: string;
  /** What to check instead of the words, in English: `more than 30 trillion`, `58 %`, `2026-04-27`, a name. '' for the words. */
  readonly expects?: string;
  /** How far off a number may be, in percent of it; NaN for what its words allow. */
  readonly tolerance?: number;
}

export interface Verdict {
  readonly outcome: 'holds' | 'fails' | 'undecided';
  /** What the data says instead, or why it cannot say; '' where the claim holds. */
  readonly text: string;
  /** Whether it is undecided only because the data is not here yet. */
  readonly waiting: boolean;
  /** The table's row that the claim is about, or -1. */
  readonly row: number;
}

/** What words before a number make of it. */
type Comparison = 'exact' | 'about' | 'nearly' | 'more' | 'least' | 'less' | 'most';

// in this order: "no more than" is not "more than"
const COMPARISONS: readonly (readonly [Comparison, string])[] = [
  ['most', 'no more than|not more than|at most|up to|≤'],
  ['least', 'no less than|no fewer than|not less than|at least|≥'],
  ['nearly', 'nearly|almost|close to|just under|just below'],
  ['about', 'roughly|about|around|approximately|circa|some|~|≈'],
  ['more', 'more than|greater than|higher than|larger than|over|above|past|beyond|exceeds?|exceeded|exceeding|upwards of|>'],
  ['less', 'less than|fewer than|lower than|smaller than|under|below|<'],
];
const BEFORE = COMPARISONS.map(([name, words]): [Comparison, RegExp] => [name, new RegExp(`(?:^|[^\\p{L}])(?:${words})\\s*(?:(?:the|an?|only|just|some)\\s+)*$`, 'iu')]);
const AFTER: readonly (readonly [Comparison, RegExp])[] = [['least', /^\s*(?:\p{L}+\s+){0,2}or more\b/iu], ['most', /^\s*(?:\p{L}+\s+){0,2}or (?:less|fewer)\b/iu]];
const FALL = /\b(?:fell|falls?|fallen|falling|down|drop\p{L}*|declin\p{L}*|decreas\p{L}*|lost|loses|shrank|shrunk|sank|lower)\b/iu;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** Part of a number by which "about" may miss it either way, and "nearly" from below. */
const ROUGHLY = 0.1;

function comparisonOf(text: string, { start, end }: Numeral): Comparison {
  return (BEFORE.find(([, words]) => words.test(text.slice(0, start))) ?? AFTER.find(([, words]) => words.test(text.slice(end))))?.[0] ?? 'exact';
}

/**
 * Whether `low`…`high`, what the data allows, lies within what the words allow of `claimed`: true, false, or undefined where
 * only part does. Exactly: half a step of the last printed digit either way, so that 58 is 57.5 to 58.5. About: a tenth
 * either way. Nearly: up to a tenth below. Numbers a billionth apart are the same.
 */
function agrees(comparison: Comparison, claimed: number, step: number, tolerance: number, low: number, high: number): boolean | undefined {
  const same = Math.max(Math.abs(claimed), step) * 1e-9;
  const part = Math.abs(claimed) * (Number.isNaN(tolerance) ? ROUGHLY : tolerance / 100);
  const slack = Number.isNaN(tolerance) ? step / 2 : part;
  const ranges: Readonly<Record<Comparison, readonly [number, number]>> = {
    exact: [claimed - slack - same, claimed + slack + same],
    about: [claimed - Math.max(part, step / 2) - same, claimed + Math.max(part, step / 2) + same],
    nearly: [claimed - part - same, claimed + same],
    more: [claimed + same, Infinity],
    least: [claimed - same, Infinity],
    less: [-Infinity, claimed - same],
    most: [-Infinity, claimed + same],
  };
  const [from, to] = ranges[comparison];
  // a lone bound is not reached: "more than 30" in the data is more than 30
  const lowest = Number.isNaN(low) ? -Infinity : high !== high ? low + 2 * same : low;
  const highest = Number.isNaN(high) ? Infinity : low !== low ? high - 2 * same : high;
  return lowest >= from && highest <= to ? true : highest < from || lowest > to ? false : undefined;
}

const verdict = (outcome: Verdict['outcome'], text: string, row = -1): Verdict => ({ outcome, text, row, waiting: false });

/** A claim that the data cannot decide, with the reason. */
export function undecided(words: Words, why: MessageKey, what = '', row = -1): Verdict {
  return verdict('undecided', words.say('claimUndecided', { why: words.say(why, { what, value: what }) }), row);
}

const instead = (words: Words, value: string, row: number): Verdict => verdict('fails', words.say('claimData', { value }), row);

/** Checks a claim against the table that its chart shows by `fields`. Nothing is thrown. */
export function check(claim: Claim, table: Table, fields: Fields, words: Words): Verdict {
  const fact = factOf(table, fields, claim);
  if (fact.kind === 'gap') return undecided(words, `claimGap_${fact.why}`, fact.what);
  const locale = claim.expects ? 'en' : words.locale;
  const text = (claim.expects || claim.text).normalize().replace(/\s+/g, ' ');
  const names = namesOf(table, fields);
  if (fact.kind === 'name') return checkName(fact, text, names, claim.series ?? '', words);
  const dates = writtenDates(text, locale);
  if (fact.kind === 'date') return checkDate(fact, dates, words);
  const plain = [...dates.map(({ start, end }) => text.slice(start, end)), ...(text.match(/\b(?:in|of|since|by|year) (?:19|20)\d\d\b/gi) ?? []), ...[...names].sort((a, b) => b.length - a.length).flatMap(tails)].reduce(blank, text);
  return checkNumber(fact, plain, locale, claim, words);
}

/** Blanks out a part that is not the claim's number, and keeps the places of the rest. */
const blank = (text: string, part: string): string => (/\d/.test(part) ? text.split(part).join(' '.repeat(part.length)) : text);

/** A name as sentences shorten it: without its first words. Only what has a digit, which could be taken for a number. */
const tails = (name: string): readonly string[] => name.split(' ').map((_, i, all) => all.slice(i).join(' ')).filter((tail) => /\p{L}.*\d|\d.*\p{L}/u.test(tail));

function checkName(fact: Extract<Fact, { kind: 'name' }>, text: string, names: readonly string[], claimed: string, words: Words): Verdict {
  const said = text.toLocaleLowerCase();
  // the longest of those said first: "Other US labs" is not "Other"
  const named = claimed || names.filter((name) => name && said.includes(name.toLocaleLowerCase())).sort((a, b) => said.indexOf(a.toLocaleLowerCase()) - said.indexOf(b.toLocaleLowerCase()) || b.length - a.length)[0];
  if (!named) return undecided(words, 'claimNoName', words.list(names), fact.row);
  return named.trim().toLocaleLowerCase() === fact.name.toLocaleLowerCase() ? verdict('holds', '', fact.row) : instead(words, fact.name, fact.row);
}

function checkDate({ time, row }: Extract<Fact, { kind: 'date' }>, dates: readonly WrittenDate[], words: Words): Verdict {
  const [written] = dates;
  if (!written) return undecided(words, 'claimNoDate', '', row);
  const date = new Date(time);
  const holds = [[written.year, date.getUTCFullYear()], [written.month, date.getUTCMonth() + 1], [written.day, date.getUTCDate()]].every(([said = NaN, is]) => Number.isNaN(said) || said === is);
  return holds ? verdict('holds', '', row) : instead(words, words.date(time, 'long'), row);
}

/** What may be printed behind a number of which unit. */
const UNITS: Readonly<Record<Unit['kind'] | 'times' | 'rank', readonly Numeral['unit'][]>> = { percent: ['percent', 'points', ''], money: ['money', ''], plain: [''], times: ['times', ''], rank: ['ordinal', ''] };

function checkNumber(fact: NumberFact, text: string, locale: string, claim: Claim, words: Words): Verdict {
  const { row } = fact;
  const kind = fact.unit === 'times' || fact.unit === 'rank' ? fact.unit : unitOf(fact.unit).kind;
  const unit = unitOf(kind === fact.unit ? '' : fact.unit);
  const ordinal = kind === 'rank' ? ORDINALS.findIndex((word) => new RegExp(`\\b${word}\\b`, 'i').test(text)) : -1;
  const written = ordinal < 0 ? numerals(text, locale) : [{ value: ordinal + 1, step: 1, factor: 0, unit: 'ordinal' as const, start: 0, end: 0 }];
  // a number with the right word wins over one without any
  const fits = written.filter((each) => fitsUnit(each, kind, unit, fact));
  const signed = fits.filter((each) => each.unit || each.factor);
  const [numeral, other] = signed.length ? signed : fits;
  if (!numeral) return written.length ? undecided(words, 'claimUnit', fact.unit || '–', row) : undecided(words, 'claimNoNumber', '', row);
  if (other) return undecided(words, 'claimNumbers', '', row);
  const relative = numeral.unit === 'percent' && kind !== 'percent';
  const scale = numeral.factor ? numeral.factor / unit.factor : 1;
  const comparison = comparisonOf(text, numeral);
  // "fell by more than 3 points" is a change of less than -3
  const sign = claim.fact === 'change' && FALL.test(text) ? -1 : 1;
  const [low, high] = (relative ? [fact.percent, fact.percent] : [fact.low, fact.high]).map((value) => value * sign) as [number, number];
  const holds = agrees(comparison, numeral.value * scale, numeral.step * scale, claim.tolerance ?? NaN, low, high);
  if (holds) return verdict('holds', '', row);
  const value = relative ? words.percent(fact.percent) : said(fact, kind, unit, words);
  if (holds === undefined) return undecided(words, 'claimBound', value, row);
  if (comparison === 'exact' && !locale.startsWith('en') && numeral.start > 0) return undecided(words, 'claimLanguage', '', row);
  return instead(words, value, row);
}

function fitsUnit(numeral: Numeral, kind: keyof typeof UNITS, unit: Unit, fact: NumberFact): boolean {
  if (numeral.unit === 'percent' && !Number.isNaN(fact.percent)) return true;
  return UNITS[kind].includes(numeral.unit) && (numeral.factor === 0 || unit.factor > 1 || kind === 'plain' || kind === 'money');
}

/** The data's value in words: `31.81 trillion`, `more than 30 trillion`, `17.9 times`. */
function said(fact: NumberFact, kind: keyof typeof UNITS, unit: Unit, words: Words): string {
  const say = (value: number): string => (kind === 'times' ? words.say('claimTimes', { number: words.number(value, { maximumSignificantDigits: 3 }) }) : kind === 'rank' ? words.number(value) : words.value(value, unit));
  const { value, low, high } = fact;
  if (!Number.isNaN(value)) return say(value);
  if (!Number.isNaN(low) && !Number.isNaN(high)) return words.say('between', { low: say(low), high: say(high) });
  return Number.isNaN(high) ? words.say('moreThan', { value: say(low) }) : words.say('lessThan', { value: say(high) });
}

