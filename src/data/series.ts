import { DataError } from './errors.js';
import { RESERVED, columnOf, isNumeric, type Column, type NumberColumn, type Table, type TextColumn } from './table.js';

/** What an author may say of a table's channels: field names, '' for the default by type and order. */
export interface Channels {
  readonly x?: string;
  /** One or several field names, space separated. */
  readonly y?: string;
  readonly series?: string;
}

/** One line, band or layer: a value for each x, NaN where there is none. */
export interface Series {
  readonly name: string;
  readonly values: Float64Array;
  /** The table's row of each value, -1 where there is none. Null: row i, so that a million rows need no second column. */
  readonly rows: Int32Array | null;
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

const available = (table: Table): readonly Column[] => table.columns.filter((column) => !RESERVED.has(column.name));

/** The named column, or the first that `fits`; a DataError that names the attribute where there is neither. */
export function channel<C extends Column>(table: Table, attribute: string, name: string, fits: (column: Column) => column is C, expected: 'dateField' | 'numberField' | 'textField'): C {
  const column = name ? columnOf(table, name) : available(table).find(fits);
  if (!column || !fits(column)) {
    throw new DataError(`${attribute}${name ? `="${name}"` : ''}`, column || !name ? expected : 'field', `only ${table.columns.map((each) => `${each.name} (${each.type})`).join(', ') || 'no fields'}`);
  }
  return column;
}

export const isDate = (column: Column): column is NumberColumn => column.kind === 'date';
export const isNumber = (column: Column): column is NumberColumn => column.kind === 'number';
export const isText = (column: Column): column is TextColumn => column.kind === 'text';

/** Names in an attribute: separated by spaces; a field whose name has one is matched whole first. */
export function namesIn(text: string, table: Table): readonly string[] {
  const trimmed = text.trim();
  return trimmed === '' ? [] : columnOf(table, trimmed) ? [trimmed] : trimmed.split(/\s+/);
}

/**
 * The table's rows over time, sorted by date. Several y fields make a series each; else the series field's names do.
 * A second row for one date and series throws: which is right, only the editor knows.
 */
export function timeSeries(table: Table, channels: Channels): TimeSeries {
  if (table.length === 0) throw new EmptyTable(); // first: without rows nothing tells the types of a short form's fields
  const dates = channel(table, 'x', channels.x ?? '', isDate, 'dateField');
  const names = namesIn(channels.y ?? '', table);
  const measures = (names.length ? names : ['']).map((name) => channel(table, 'y', name, isNumber, 'numberField'));
  const yColumn = measures[0] as NumberColumn; // there is one at least, by the line above
  const split = measures.length > 1 ? undefined : channels.series ? channel(table, 'series', channels.series, isText, 'textField') : available(table).find(isText);
  for (let row = 0; row < table.length; row++) {
    if (Number.isNaN(dates.values[row])) throw new DataError(table.place(row, dates.name), 'date', 'nothing');
  }
  if (!split && increasing(dates.values)) {
    const series = measures.map((measure) => ({ name: measure.title, values: measure.values, rows: null }));
    return { table, x: dates.values, xColumn: dates, yColumn, series };
  }
  const order = sortedRows(dates.values);
  const x = distinct(dates.values, order);
  const keys = split ? [...new Set(split.values)] : [];
  const index = new Map(keys.map((key, i) => [key, i]));
  const series = split
    ? arrange(table, dates, x, order, yColumn, keys, (row) => keys.length > 1 ? (index.get(split.values[row] ?? '') ?? 0) : 0)
    : measures.flatMap((measure) => arrange(table, dates, x, order, measure, [measure.title], () => 0));
  return { table, x, xColumn: dates, yColumn, series };
}

/** A table without rows: the chart's "empty" outcome, not an error. */
export class EmptyTable extends Error {}

function increasing(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) if (!((values[i - 1] ?? NaN) < (values[i] ?? NaN))) return false;
  return true;
}

function sortedRows(dates: Float64Array): Uint32Array {
  return Uint32Array.from(dates, (_, row) => row).sort((a, b) => (dates[a] ?? 0) - (dates[b] ?? 0) || a - b);
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
    if (other >= 0) throw new DataError(table.place(row, dates.name), 'unique', `a second row for ${new Date(x[i] ?? 0).toISOString().slice(0, 10)}${names.length > 1 ? ` and ${series.name}` : ''}; the first is ${table.place(other)}`);
    series.rows[i] = row;
    series.values[i] = measure.values[row] ?? NaN;
  }
  return all;
}

/** The table's row of a series' value at `index`, -1 where there is none. */
export const rowAt = (series: Series, index: number): number => (series.rows ? (series.rows[index] ?? -1) : index);

/** A part of a whole, or a bar: its name, value and row. */
export interface Part {
  readonly name: string;
  readonly value: number;
  readonly row: number;
}

/** Parts that belong together: one bar. */
export interface Group {
  readonly name: string;
  readonly parts: readonly Part[];
  readonly total: number;
}

/** Bars by the facet field, each with its parts in the file's order. A missing value is an error: a whole with a hole isn't one. */
export function groups(table: Table, channels: Channels & { readonly facet?: string }): { readonly groups: readonly Group[]; readonly measure: NumberColumn } {
  if (table.length === 0) throw new EmptyTable();
  const measure = channel(table, 'y', channels.y ?? '', isNumber, 'numberField');
  const facet = channels.facet ? channel(table, 'facet', channels.facet, isText, 'textField') : undefined;
  const part = channels.series ? channel(table, 'series', channels.series, isText, 'textField') : (available(table).filter(isText).find((column) => column !== facet) ?? channel(table, 'series', '', isText, 'textField'));
  const found = new Map<string, Part[]>();
  for (let row = 0; row < table.length; row++) {
    const key = facet?.values[row] ?? '';
    const name = part.values[row] ?? '';
    const value = measure.values[row] ?? NaN;
    if (!(value >= 0)) throw new DataError(table.place(row, measure.name), 'notNegative', Number.isNaN(value) ? 'nothing' : String(value));
    const parts = found.get(key) ?? [];
    if (parts.length === 0) found.set(key, parts);
    if (parts.some((each) => each.name === name)) throw new DataError(table.place(row, part.name), 'unique', JSON.stringify(name));
    parts.push({ name, value, row });
  }
  return { measure, groups: [...found].map(([name, parts]) => ({ name, parts, total: parts.reduce((sum, each) => sum + each.value, 0) })) };
}

/** The first number column whose unit is a percentage, or undefined. */
export const isShare = (column: Column): boolean => isNumeric(column) && column.unit.trim().startsWith('%');
