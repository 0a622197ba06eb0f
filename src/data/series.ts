import { DataError } from './errors.js';
import { EmptyTable, available, channel, isDate, isNumber, isText, namesIn, type Channels } from './channels.js';
import type { Column, NumberColumn, Table } from './table.js';

/** One line, band or layer: a value for each x, NaN where there is none. */
export interface Series {
  readonly name: string;
  readonly values: Float64Array;
  /** The table's row of each value, -1 where there is none. Null: row i, so that a million rows need no second column. */
  readonly rows: Int32Array | null;
  /** Where a value is made from others than its row's own: its status as a code of STATUSES, plus 8 in an unfinished period. */
  readonly codes?: Uint8Array;
}

/** Rows arranged over time: increasing dates, and each series' values at them. */
export interface TimeSeries {
  readonly table: Table;
  /** Milliseconds since 1970-01-01T00:00Z, increasing. */
  readonly x: Float64Array;
  readonly xColumn: Column;
  readonly yColumn: Column;
  readonly series: readonly Series[];
}

/**
 * The table's rows over time, sorted by date. Several y fields make a series each; else the series field's names do.
 * A second row for one date and series throws: which is right, only the editor knows.
 */
export function timeSeries(table: Table, channels: Channels): TimeSeries {
  if (table.length === 0) throw new EmptyTable(); // first: without rows nothing tells the types of a short form's fields
  const dates = channel(table, 'x', channels.x ?? '', isDate, 'a date field');
  const names = namesIn(channels.y ?? '', table);
  const measures = (names.length ? names : ['']).map((name) => channel(table, 'y', name, isNumber, 'a number field'));
  const yColumn = measures[0] as NumberColumn; // there is one at least, by the line above
  const split = measures.length > 1 ? undefined : channels.series ? channel(table, 'series', channels.series, isText, 'a text field') : available(table).find(isText);
  const rising = increasing(dates.values);
  const undated = rising ? -1 : dates.values.findIndex(Number.isNaN);
  if (undated >= 0) throw new DataError(table.place(undated, dates.name), 'a date', 'nothing');
  if (!split && rising) {
    const series = measures.map((measure) => ({ name: measure.title, values: measure.values, rows: null }));
    return { table, x: dates.values, xColumn: dates, yColumn, series };
  }
  const order = sortedRows(dates.values);
  const x = distinct(dates.values, order);
  const keys = split ? [...new Set(split.values)] : [];
  if (keys.length > MOST_SERIES) throw new DataError(split?.name ?? '', `at most ${MOST_SERIES} series`, String(keys.length));
  const index = new Map(keys.map((key, i) => [key, i]));
  const series = split
    ? arrange(table, dates, x, order, yColumn, keys, (row) => keys.length > 1 ? (index.get(split.values[row] ?? '') ?? 0) : 0)
    : measures.flatMap((measure) => arrange(table, dates, x, order, measure, [measure.title], () => 0));
  return { table, x, xColumn: dates, yColumn, series };
}

/** More could neither be told apart nor placed while a page waits. */
export const MOST_SERIES = 200;

/** Whether each is more than the one before; a missing one is not. */
function increasing(values: Float64Array): boolean {
  if (Number.isNaN(values[0])) return false;
  for (let i = 1; i < values.length; i++) if (!((values[i - 1] ?? NaN) < (values[i] ?? NaN))) return false;
  return true;
}

function sortedRows(dates: Float64Array): Uint32Array {
  const rows = new Uint32Array(dates.length);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  return rows.sort((a, b) => (dates[a] ?? 0) - (dates[b] ?? 0) || a - b);
}

function distinct(dates: Float64Array, order: Uint32Array): Float64Array {
  const found: number[] = [];
  for (const row of order) {
    const date = dates[row] ?? NaN;
    if (found.at(-1) !== date) found.push(date);
  }
  return Float64Array.from(found);
}

function arrange(table: Table, dates: NumberColumn, x: Float64Array, order: Uint32Array, measure: NumberColumn, names: readonly string[], seriesOf: (row: number) => number): readonly Series[] {
  const all = names.map((name) => ({ name, values: new Float64Array(x.length).fill(NaN), rows: new Int32Array(x.length).fill(-1) }));
  let i = 0;
  for (const row of order) {
    while (x[i] !== dates.values[row]) i++;
    const series = all[seriesOf(row)];
    if (!series) continue; // cannot be: names are the distinct values seriesOf looks up
    const other = series.rows[i] ?? -1;
    if (other >= 0) throw new DataError(table.place(row, dates.name), 'one row for each date and series', `a second row for ${new Date(x[i] ?? 0).toISOString().slice(0, 10)}${names.length > 1 ? ` and ${series.name}` : ''}; the first is ${table.place(other)}`);
    series.rows[i] = row;
    series.values[i] = measure.values[row] ?? NaN;
  }
  return all;
}

/** The table's row of a series' value at `index`, -1 where there is none. */
export const rowAt = (series: Series, index: number): number => (series.rows ? (series.rows[index] ?? -1) : index);

/** Status of a series' value as a code of STATUSES, plus 8 where its period is unfinished. */
export function codeAt({ table }: TimeSeries, series: Series, index: number): number {
  const row = rowAt(series, index);
  return series.codes?.[index] ?? (table.statuses[row] ?? 0) + (table.unfinished?.[row] ? 8 : 0);
}

/** How sure each value is, as drawn: 0 reported or not stated, 1 derived, 2 representative, 3 unfinished. Null: all are 0. */
export function certaintyOf(data: TimeSeries, series: Series): Uint8Array | null {
  const { statuses, unfinished } = data.table;
  if (!series.codes && !unfinished && !statuses.includes(2) && !statuses.includes(3)) return null;
  const found = new Uint8Array(series.values.length);
  for (let i = 0; i < found.length; i++) {
    const code = codeAt(data, series, i);
    found[i] = code >= 8 ? 3 : Math.max(0, code - 1);
  }
  return found;
}

/** The part of the series between two times, both included. */
export function windowed(data: TimeSeries, from = -Infinity, to = Infinity): TimeSeries {
  const start = data.x.findIndex((time) => time >= from);
  const end = data.x.findLastIndex((time) => time <= to) + 1;
  if (start === 0 && end === data.x.length) return data;
  if (start < 0 || end <= start) throw new EmptyTable();
  return {
    ...data,
    x: data.x.subarray(start, end),
    series: data.series.map(({ name, values, rows, codes }) => ({ name, values: values.subarray(start, end), rows: rows ? rows.subarray(start, end) : Int32Array.from({ length: end - start }, (_, i) => start + i), ...(codes && { codes: codes.subarray(start, end) }) })),
  };
}
