import { codeAt, rowAt, type Series, type TimeSeries } from '../data/series.js';
import { STATUSES, type Annotation } from '../data/table.js';
import { statusName } from './status.js';
import { periodOf, type Period, type Unit, type Words } from './words.js';
import type { TimeUnit } from '../geometry/ticks.js';
import { addLate } from './messages.js';
import timeEnglish from './messages/en-time.js';

addLate(timeEnglish);

/** The words of a chart over time. */
export interface TimeText {
  readonly unit: Unit;
  readonly period: Period;
  readonly tickLabel: (value: number, top: boolean) => string;
  readonly timeLabel: (time: number, unit: TimeUnit, year: boolean) => string;
  /** A value as read: `31.81 trillion`, `more than 30 trillion`, `no value`. */
  value(series: Series, index: number): string;
}

/** 1 where the row gives only a lower bound, -1 an upper one, 0 else. */
export function boundOf(data: TimeSeries, series: Series, index: number): number {
  const { table, yColumn } = data;
  const row = rowAt(series, index);
  if (row < 0 || !Number.isNaN(cell(table, yColumn.name, row))) return 0;
  return !Number.isNaN(cell(table, 'min', row)) ? 1 : !Number.isNaN(cell(table, 'max', row)) ? -1 : 0;
}

/** The values as drawn: where a row gives only a bound, the bound. */
export function drawnValues(data: TimeSeries, series: Series): Float64Array {
  const bounded = data.table.columns.some(({ name }) => name === 'min' || name === 'max');
  if (!bounded || !series.values.some(Number.isNaN)) return series.values;
  return series.values.map((value, i) => {
    const bound = boundOf(data, series, i);
    return bound === 0 ? value : cell(data.table, bound > 0 ? 'min' : 'max', rowAt(series, i));
  });
}

function cell(table: TimeSeries['table'], name: string, row: number): number {
  const column = table.columns.find((each) => each.name === name);
  return column && column.kind !== 'text' ? (column.values[row] ?? NaN) : NaN;
}

export function timeText(data: TimeSeries, words: Words): TimeText {
  const unit = words.unit(data.yColumn.unit);
  const period = periodOf(data.x);
  const column = (name: string): boolean => data.table.columns.some((each) => each.name === name);
  const bounded = column('min') || column('max');
  return {
    unit,
    period,
    tickLabel(value, top) {
      if (unit.kind !== 'plain') return words.value(value, unit);
      if (!top) return words.number(value, { maximumFractionDigits: 6 });
      const text = unit.factor === 1 ? words.number(value, { maximumFractionDigits: 6 }) : words.number(value * unit.factor, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 });
      return unit.noun ? `${text} ${unit.noun}` : text;
    },
    timeLabel(time, span, year) {
      if (span === 'year') return words.date(time, 'year');
      if (data.x.length === 1) return words.moment(time, ''); // a lone date says its year
      if (span === 'hour') return words.date(time, 'time');
      const text = words.date(time, span === 'day' ? 'dayShort' : year ? 'monthYear' : 'monthShort');
      return year && span === 'month' ? text.replace(/^([A-Za-zÀ-ÿ.]+) (?=\d\d$)/, '$1 ’') : text; // or May 26 is a day
    },
    value(series, index) {
      const value = series.values[index] ?? NaN;
      if (!bounded || !Number.isNaN(value)) return Number.isNaN(value) ? words.say('noValue') : words.value(value, unit);
      const row = rowAt(series, index);
      const low = cell(data.table, 'min', row);
      const high = cell(data.table, 'max', row);
      if (!Number.isNaN(low) && !Number.isNaN(high)) return words.say('between', { low: words.value(low, unit), high: words.value(high, unit) });
      if (!Number.isNaN(low)) return words.say('moreThan', { value: words.value(low, unit) });
      return Number.isNaN(high) ? words.say('noValue') : words.say('lessThan', { value: words.value(high, unit) });
    },
  };
}

/** Status of a point and, where it is so, that its period is not over. */
export function pointNote(data: TimeSeries, series: Series, index: number, words: Words): string {
  const code = codeAt(data, series, index);
  if (rowAt(series, index) < 0 && !code) return '';
  const status = statusName(STATUSES[code & 7] ?? null, words);
  return code >= 8 ? words.line([status, words.say('unfinished')]) : status;
}

/** What the notes on the plot say, as a sentence; '' where there are none. */
export function notesSentence(notes: readonly Annotation[], text: TimeText, words: Words): string {
  const say = ({ x, from, to, y, label }: Annotation): string => {
    const place = y !== undefined ? words.value(y, text.unit) : [x ?? from ?? 0, ...(to === undefined ? [] : [to])].map((time) => words.date(time, 'full')).join('–');
    return label === place ? label : words.say('noteAt', { place, label });
  };
  return notes.length ? words.say('summary.notes', { list: notes.map(say).join(words.say('semicolon')) }) : '';
}

const CHANGES = { day: 'changeDay', week: 'changeWeek', month: 'changeMonth', year: 'changeYear', '': 'changePoint' } as const;
export const changeName = (period: Period, words: Words): string => words.say(CHANGES[period]);

/** That the chart has no values yet, where none of its series has one; '' else. */
export const noValues = (data: TimeSeries, words: Words): string => (data.series.every((each) => drawnValues(data, each).every(Number.isNaN)) ? words.say('summary.noValues', { measure: data.yColumn.title }) : '');

/** What one series does from its first to its last value: start and end, change, extremes. */
export function trendSentences(data: TimeSeries, series: Series, text: TimeText, words: Words): readonly string[] {
  const { values } = series;
  const first = values.findIndex((value) => !Number.isNaN(value));
  const last = values.findLastIndex((value) => !Number.isNaN(value));
  if (first < 0) return [];
  const say = (index: number): string => text.value(series, index);
  const when = (index: number): string => words.moment(data.x[index] ?? 0, text.period);
  const dated = (index: number): string => `${say(index)} (${when(index)})`;
  if (first === last) return [words.say('summary.one', { value: say(first), date: when(first) })];
  let low = first;
  let high = first;
  for (let i = first; i <= last; i++) {
    const value = values[i] as number; // between first and last
    if (value < (values[low] as number)) low = i;
    if (value >= (values[high] as number)) high = i;
  }
  const start = values[first] as number;
  const end = values[last] as number;
  const sentences = [words.say('summary.startEnd', { first: dated(first), last: dated(last) })];
  const ratio = end / start;
  if (Number.isFinite(ratio) && start > 0 && end > 0) {
    if (ratio >= 2) sentences.push(words.say('summary.rise', { times: words.number(ratio, { maximumSignificantDigits: 3 }) }));
    else if (Math.abs(ratio - 1) < 0.01) sentences.push(words.say('summary.flat'));
    else sentences.push(words.say(ratio > 1 ? 'summary.riseBy' : 'summary.fallBy', { percent: words.number(Math.abs(ratio - 1), { style: 'percent' }) }));
  }
  if (high === last) sentences.push(words.say('summary.highestLast'));
  else sentences.push(words.say('summary.highest', { value: say(high), date: when(high) }));
  if (low !== first && low !== last) sentences.push(words.say('summary.lowest', { value: say(low), date: when(low) }));
  return sentences;
}
