import { available, isDate, isNumber, isText, namesIn } from './channels.js';
import { timeOf } from './dates.js';
import { columnOf, isNumeric, type Table } from './table.js';

/**
 * Which fields of a table a chart shows: `x` along (dates, or the names of bars), `by` the names across, `y` the measure
 * (several, space separated, are a name each). '' takes the first date, text and number field. `from` and `to` bound
 * dates, both included.
 */
export interface Fields {
  readonly x?: string;
  readonly y?: string;
  readonly by?: string;
  readonly from?: string;
  readonly to?: string;
  /** Whether rows of one x and name are parts of one value, as labs are of an origin's tokens; else they are two answers. */
  readonly total?: boolean;
}

/** What is asked of them; '' where it is not said. */
export interface Question {
  /** One of FACTS. */
  readonly fact: string;
  /** A date of the data such as 2026-02-02, or the name of a bar. Default: the last. */
  readonly at?: string;
  /** Where `change` and `ratio` start from; default: the first. `sum`, `highest` and `lowest` look no further back. */
  readonly since?: string;
  /** A name across; `sum` takes several, comma separated. */
  readonly series?: string;
  /** The name that `ratio` divides by, and that `crossing` compares with. */
  readonly over?: string;
  /** Which crossing, from 1; -1 is the last. */
  readonly n?: number;
}

/** Why the data cannot say: a key of the sentences in text/messages/en-claim. `what` fills the slot. */
export interface Gap {
  readonly kind: 'gap';
  readonly why: 'fact' | 'field' | 'at' | 'series' | 'choose' | 'duplicate' | 'missing' | 'zero' | 'crossing' | 'dates';
  readonly what: string;
}

/** A value with the row it is drawn from. Where only bounds are known, `value` is NaN. */
export interface NumberFact {
  readonly kind: 'number';
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** As in the data; `%` for a share, `times` for a ratio, `rank` for a rank. */
  readonly unit: string;
  /** A change as percent of what it started from; NaN where it is none. */
  readonly percent: number;
  readonly row: number;
}

export type Fact = Gap | NumberFact | { readonly kind: 'name'; readonly name: string; readonly row: number } | { readonly kind: 'date'; readonly time: number; readonly row: number };

interface Point {
  readonly x: number | string;
  readonly name: string;
  readonly row: number;
  readonly value: number;
  /** Bounds, NaN where none is known; both are the value where that is. */
  readonly low: number;
  readonly high: number;
}

interface Points {
  readonly all: readonly Point[];
  /** Along: increasing dates, or names in the file's order. */
  readonly xs: readonly (number | string)[];
  readonly names: readonly string[];
  readonly dated: boolean;
  readonly unit: string;
}

const gap = (why: Gap['why'], what = ''): Gap => ({ kind: 'gap', why, what });
const isGap = (found: object): found is Gap => 'why' in found;

function points(table: Table, fields: Fields): Points | Gap {
  const given = [fields.x, fields.by, ...(fields.y ? namesIn(fields.y, table) : [])].find((name) => name && !columnOf(table, name));
  if (given) return gap('field', given);
  const x = fields.x ? columnOf(table, fields.x) : available(table).find(isDate);
  const named = (fields.y ? namesIn(fields.y, table).map((name) => columnOf(table, name)) : [available(table).find(isNumber)]).filter((column) => column !== undefined);
  const measures = named.filter(isNumber);
  const [measure] = measures;
  if (!measure || measures.length < named.length) return gap('field', fields.y ?? '');
  const by = fields.by ? columnOf(table, fields.by) : measures.length > 1 ? undefined : available(table).find((column) => isText(column) && column !== x);
  const bound = (name: string, row: number): number => {
    const column = measures.length > 1 ? undefined : columnOf(table, name);
    return column && isNumeric(column) ? (column.values[row] ?? NaN) : NaN;
  };
  const dated = x !== undefined && isDate(x);
  const from = dated && fields.from ? timeOf(fields.from) : -Infinity;
  const to = dated && fields.to ? timeOf(fields.to) : Infinity;
  const all: Point[] = [];
  const index = new Map<string, number>();
  for (let row = 0; row < table.length; row++) {
    const place = x?.values[row] ?? '';
    if (typeof place === 'number' && !(place >= from && place <= to)) continue;
    for (const each of by ? [measure] : measures) {
      const value = each.values[row] ?? NaN;
      const known = !Number.isNaN(value);
      const point = { x: place, name: by ? String(by.values[row]) : each.title, row, value, low: known ? value : bound('min', row), high: known ? value : bound('max', row) };
      const key = fields.total ? `${place}\n${point.name}` : '';
      const at = index.get(key);
      const other = at === undefined ? undefined : all[at];
      if (at !== undefined && other) all[at] = { ...other, value: other.value + value, low: other.low + point.low, high: other.high + point.high };
      else {
        if (key) index.set(key, all.length);
        all.push(point);
      }
    }
  }
  const xs = [...new Set(all.map((point) => point.x))];
  if (dated) {
    xs.sort((a, b) => Number(a) - Number(b));
    all.sort((a, b) => Number(a.x) - Number(b.x));
  }
  return { all, xs, names: [...new Set(all.map(({ name }) => name))], dated, unit: measure.unit };
}

const hasValue = ({ value }: Point): boolean => !Number.isNaN(value);
const isKnown = ({ low, high }: Point): boolean => !(Number.isNaN(low) && Number.isNaN(high));
const sameText = (a: string, b: string): boolean => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();
/** Falling, those without a value left out. */
const ranked = (all: readonly Point[]): readonly Point[] => all.filter(hasValue).sort((a, b) => b.value - a.value);
const number = (point: Point, unit: string, value = point.value, percent = NaN): Fact => ({ kind: 'number', value, low: value, high: value, unit, percent, row: point.row });
const isShare = (unit: string): boolean => unit.trim().startsWith('%');

/** A question over points: its places and names looked up. */
interface Asked extends Points {
  readonly question: Question;
  /** Where it asks, Gap where that is not in the data. */
  at(): number | string | Gap;
  since(): number | string | Gap;
  name(text: string | undefined): string | Gap;
  /** The one point of a name at a place. */
  point(x: number | string, name: string): Point | Gap;
  /** Points of one name, along. */
  along(name: string): readonly Point[];
}

function ask(found: Points, question: Question): Asked {
  const { all, xs, names, dated } = found;
  const place = (text: string | undefined, otherwise: number): number | string | Gap => {
    if (!text) return xs.at(otherwise) ?? gap('missing');
    const time = timeOf(text);
    return xs.find((x) => (dated ? x === time : sameText(String(x), text))) ?? gap('at', text);
  };
  return {
    ...found,
    question,
    at: () => place(question.at, -1),
    since: () => place(question.since, 0),
    name: (text) => (text ? (names.find((name) => sameText(name, text)) ?? gap('series', text)) : names.length === 1 ? (names[0] ?? '') : gap('choose')),
    point(x, name) {
      const [point, other] = all.filter((each) => each.x === x && each.name === name);
      return other ? gap('duplicate') : point && isKnown(point) ? point : gap('missing');
    },
    along: (name) => all.filter((point) => point.name === name && isKnown(point)),
  };
}

/** The point that a question names, for the facts that are about one. */
function one(asked: Asked, name = asked.name(asked.question.series), x = asked.at()): Point | Gap {
  if (typeof name === 'object') return name;
  return typeof x === 'object' ? x : asked.point(x, name);
}

/** The end of a change: the point asked for, or the last of its name that has a value. */
function end(asked: Asked): Point | Gap {
  const { at, series } = asked.question;
  return at ? one(asked) : edge(asked, asked.name(series), -1);
}
function start(asked: Asked): Point | Gap {
  const { since, series } = asked.question;
  return since ? one(asked, asked.name(series), asked.since()) : edge(asked, asked.name(series), 0);
}
const edge = (asked: Asked, name: string | Gap, index: number): Point | Gap => (typeof name === 'object' ? name : (asked.along(name).at(index) ?? gap('missing')));

const whole = (point: Point | Gap, unit: string): Fact => (isGap(point) ? point : { kind: 'number', value: point.value, low: point.low, high: point.high, unit, percent: NaN, row: point.row });

function between(asked: Asked, make: (last: Point, first: Point) => Fact): Fact {
  const last = end(asked);
  const { over } = asked.question;
  const first = isGap(last) ? last : over ? one(asked, asked.name(over), last.x) : start(asked);
  if (isGap(last) || isGap(first)) return isGap(last) ? last : (first as Gap);
  return hasValue(last) && hasValue(first) ? make(last, first) : gap('missing');
}

/** Everything at the place asked for. */
function across(asked: Asked, make: (all: readonly Point[]) => Fact): Fact {
  const at = asked.at();
  if (typeof at === 'object') return at;
  const there = asked.all.filter(({ x }) => x === at);
  return there.some(hasValue) ? make(there) : gap('missing');
}

function extreme(asked: Asked, sign: number): Fact {
  const name = asked.name(asked.question.series);
  const since = asked.since();
  if (typeof name === 'object' || typeof since === 'object') return (typeof name === 'object' ? name : since) as Gap;
  const order = ranked(asked.along(name).filter(({ x }) => notBefore(asked, x, since)));
  const point = order.at(sign > 0 ? 0 : -1);
  return point ? number(point, asked.unit) : gap('missing');
}

const notBefore = ({ dated, xs }: Points, x: number | string, since: number | string): boolean => (dated ? x >= since : xs.indexOf(x) >= xs.indexOf(since));

function leader(asked: Asked, sign: number): Fact {
  return across(asked, (all) => {
    const order = ranked(all);
    const first = order.at(sign > 0 ? 0 : -1);
    const next = order.at(sign > 0 ? 1 : -2);
    if (!first) return gap('missing');
    return next?.value === first.value ? gap('duplicate') : { kind: 'name', name: first.name, row: first.row };
  });
}

function sum(asked: Asked): Fact {
  const { question, names } = asked;
  const wanted = !question.series ? [] : names.includes(question.series) ? [question.series] : question.series.split(',').map((name) => asked.name(name.trim()));
  const at = question.at ? asked.at() : '';
  const since = asked.since();
  const wrong = [...wanted, at, since].find((each) => typeof each === 'object');
  if (wrong) return wrong;
  const all = asked.all.filter(({ x, name }) => (question.at ? x === at : notBefore(asked, x, since as string)) && (!question.series || wanted.includes(name)));
  const [first] = all;
  return first && all.every(hasValue) ? number(first, asked.unit, all.reduce((total, { value }) => total + value, 0)) : gap('missing');
}

/** Places where the lead changes: between two names, or among all. A tie leaves the lead where it was. */
function crossings(asked: Asked): readonly Point[] {
  const { question, all, xs } = asked;
  const pair = question.over ? [question.series ?? '', question.over] : [];
  const places = new Map<number | string, Point[]>(xs.map((x) => [x, []]));
  for (const point of all) if (pair.length === 0 || pair.some((name) => sameText(name, point.name))) places.get(point.x)?.push(point);
  const found: Point[] = [];
  let lead = '';
  for (const there of places.values()) {
    const [first, next] = ranked(there);
    if (!first || !next || first.value === next.value) continue;
    if (lead && first.name !== lead) found.push(first);
    lead = first.name;
  }
  return found;
}

function crossing(asked: Asked): Fact {
  const { dated, question } = asked;
  if (!dated) return gap('dates');
  const strange = question.over ? [asked.name(question.series), asked.name(question.over)].find((name) => typeof name === 'object') : undefined;
  if (strange) return strange;
  const n = question.n ?? 1;
  const point = crossings(asked).at(n > 0 ? n - 1 : n);
  return point ? { kind: 'date', time: Number(point.x), row: point.row } : gap('crossing', String(n));
}

/** What can be asked, by name. */
const ANSWERS: Readonly<Record<string, (asked: Asked) => Fact>> = {
  value: (asked) => whole(one(asked), asked.unit),
  first: (asked) => whole(start(asked), asked.unit),
  last: (asked) => whole(end(asked), asked.unit),
  highest: (asked) => extreme(asked, 1),
  lowest: (asked) => extreme(asked, -1),
  change: (asked) => between(asked, (last, first) => number(last, asked.unit, last.value - first.value, (last.value / first.value - 1) * 100)),
  ratio: (asked) => between(asked, (last, first) => (first.value === 0 ? gap('zero') : number(last, 'times', last.value / first.value))),
  share: (asked) => {
    const point = one(asked);
    return isGap(point) || isShare(asked.unit) ? whole(point, asked.unit) : across(asked, (all) => {
      const total = all.reduce((total, { value }) => total + value, 0);
      return Number.isNaN(total) ? gap('missing') : total === 0 ? gap('zero') : number(point, '%', (point.value / total) * 100);
    });
  },
  rank: (asked) => {
    const point = one(asked);
    return isGap(point) ? point : hasValue(point) ? across(asked, (all) => number(point, 'rank', 1 + all.filter(({ value }) => value > point.value).length)) : gap('missing');
  },
  largest: (asked) => leader(asked, 1),
  smallest: (asked) => leader(asked, -1),
  crossing,
  sum,
};

export const FACTS: readonly string[] = Object.keys(ANSWERS);

/** The names across, to find them in a claim's words. */
export function namesOf(table: Table, fields: Fields): readonly string[] {
  const found = points(table, fields);
  return isGap(found) ? [] : found.names;
}

/** What the table says to a question; a Gap with the reason where it says nothing. Nothing is thrown. */
export function factOf(table: Table, fields: Fields, question: Question): Fact {
  const answer = Object.hasOwn(ANSWERS, question.fact) ? ANSWERS[question.fact] : undefined;
  if (!answer) return gap('fact', question.fact);
  const found = points(table, fields);
  return isGap(found) ? found : answer(ask(found, question));
}
