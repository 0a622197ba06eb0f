import { DataError } from './errors.js';
import { codeAt, rowAt, timeSeries, type Series, type TimeSeries } from './series.js';
import { channel, isNumber, isText, type Channels } from './channels.js';
import { RESERVED, STATUSES, columnOf, type Column, type Dataset, type Table, type TextColumn } from './table.js';

const DERIVED = STATUSES.indexOf('derived');

/** Two cuts of a date are equal within this part of its total: what rounding of the rows may do. */
export const CUT_TOLERANCE = 0.001;

/** A column a dataset's rows can be cut by, and the table that has it. */
export interface Cut {
  readonly table: Table;
  readonly column: TextColumn;
}

/** A table cut by a column: a series for each of its values, and how many rows had none. */
export interface CutSeries extends TimeSeries {
  readonly unplaced: number;
}

/** Every cut the dataset allows: text columns whose values come back, and `by`; first of the table drawn, then of the others. */
export function cutsOf({ table, tables }: Dataset, by = ''): readonly Cut[] {
  const cuts: Cut[] = [];
  for (const each of new Set([table, ...tables.values()])) {
    for (const column of each.columns) {
      const repeats = isText(column) && !RESERVED.has(column.name) && (cuts.length === 0 || column.name === by || new Set(column.values).size < each.length);
      if (repeats && !cuts.some((cut) => cut.column.name === column.name)) cuts.push({ table: each, column });
    }
  }
  return cuts;
}

/** The cut by the column named, '' for the first. A DataError names the columns there are. */
export function cutBy(dataset: Dataset, by: string): Cut {
  const cuts = cutsOf(dataset, by);
  const found = cuts.find(({ column }) => !by || column.name === by);
  if (!found) throw new DataError(`by="${by}"`, by ? 'the name of a field' : 'a text field', `only ${cuts.map(({ column }) => column.name).join(', ') || 'no text fields'}`);
  return found;
}

/**
 * The rows of a table over time, added up by a column; a row with nothing in it goes to the series `unplacedName`.
 * A sum of several rows is derived at best. Throws a DataError for a negative value and for a second row of one date and
 * first text field.
 */
export function recut({ table, column }: Cut, channels: Channels, unplacedName: string): CutSeries {
  const data = timeSeries(table, { ...channels, series: '' }); // also finds the second row for one date and name
  const measure = channel(table, 'y', channels.y ?? '', isNumber, 'a number field');
  const places = new Map<string, { values: Float64Array; rows: Int32Array; codes: Uint8Array }>();
  const length = data.x.length;
  let unplaced = 0;
  for (const each of data.series) {
    for (let i = 0; i < length; i++) {
      const row = each.rows ? (each.rows[i] ?? -1) : i;
      if (row < 0) continue;
      const value = measure.values[row] ?? NaN;
      if (value < 0) throw new DataError(table.place(row, measure.name), 'a number that is not negative', String(value));
      const name = column.values[row] ?? '';
      if (name === '') unplaced++;
      let sum = places.get(name);
      if (!sum) places.set(name, (sum = { values: new Float64Array(length).fill(NaN), rows: new Int32Array(length).fill(-1), codes: new Uint8Array(length) }));
      const code = codeAt(data, each, i);
      const before = sum.codes[i] ?? 0;
      const alone = Number.isNaN(sum.values[i]);
      if (Number.isNaN(value) && !alone) continue;
      sum.codes[i] = alone ? code : Math.max(before & 7, code & 7, DERIVED) + ((before | code) & 8);
      sum.rows[i] = alone ? row : -1;
      sum.values[i] = alone ? value : (sum.values[i] ?? 0) + value;
    }
  }
  return { ...data, unplaced, series: [...places].map(([name, sum]): Series => ({ name: name || unplacedName, ...sum })) };
}

/**
 * A cut whose values are sums of several rows, as a table of its own: a row for each date and each of these names that has
 * a value there, in this order, and which row a stop of `data` has. Null where every value is one row of the cut's table.
 */
export function cutTable({ table, column }: Cut, data: TimeSeries, names: readonly string[]): { readonly table: Table; row(stop: { readonly index: number; readonly series: number }): number } | null {
  const { x, xColumn, yColumn, series } = data;
  if (series.every((each) => each.values.every((value, i) => Number.isNaN(value) || rowAt(each, i) >= 0))) return null;
  const order = names.flatMap((name) => series.filter((each) => each.name === name));
  const cells = Array.from(x.keys()).flatMap((i) => order.filter(({ values }) => !Number.isNaN(values[i])).map((each) => ({ i, each, code: codeAt(data, each, i) })));
  const rows = new Map(cells.map(({ i, each }, row) => [i * series.length + series.indexOf(each), row]));
  const columns: readonly Column[] = [
    { ...xColumn, kind: 'date', values: Float64Array.from(cells, ({ i }) => x[i] ?? NaN) },
    { ...column, values: cells.map(({ each }) => each.name) },
    { ...yColumn, kind: 'number', values: Float64Array.from(cells, ({ i, each }) => each.values[i] ?? NaN) },
  ];
  return {
    table: {
      ...table,
      name: `${table.name} by ${column.name}`,
      length: cells.length,
      columns,
      statuses: Uint8Array.from(cells, ({ code }) => code & 7),
      unfinished: table.unfinished && Uint8Array.from(cells, ({ code }) => code >> 3),
      place: (row, field = yColumn.name) => `${table.name} by ${column.name}, row ${row}, ${field}`,
    },
    row: ({ index, series: at }) => rows.get(index * series.length + at) ?? -1,
  };
}

/** Dates (as indices of `a`) whose totals differ between two cuts by more than the tolerance. */
export function unequal(a: TimeSeries, b: TimeSeries): readonly number[] {
  const at = new Map([...b.x].map((time, i) => [time, i] as const));
  const total = ({ series }: TimeSeries, i: number): number => series.reduce((sum, { values }) => sum + (values[i] || 0), 0);
  return [...a.x.keys()].filter((i) => {
    const j = at.get(a.x[i] ?? NaN);
    const left = total(a, i);
    const right = j === undefined ? NaN : total(b, j);
    return !(Math.abs(left - right) <= CUT_TOLERANCE * Math.max(left, right));
  });
}

/** The value of `group` that goes with each value of `column`: where it is always the same one; else ''. */
export function groupsOf({ table, column }: Cut, group: string): ReadonlyMap<string, string> {
  const values = columnOf(table, group);
  const found = new Map<string, string>();
  if (values?.kind !== 'text' || values === column) return found;
  column.values.forEach((name, row) => {
    const other = values.values[row] ?? '';
    found.set(name, (found.get(name) ?? other) === other ? other : '');
  });
  return found;
}

/** Each value as a percentage of its date's total: derived at best; NaN where the total is nothing. */
export function sharesOf(data: TimeSeries, title: string): TimeSeries {
  const totals = data.x.map((_, i) => data.series.reduce((sum, { values }) => sum + (values[i] || 0), 0));
  return {
    ...data,
    yColumn: { ...data.yColumn, unit: '%', title },
    series: data.series.map((series) => ({ ...series, values: series.values.map((value, i) => ((totals[i] ?? 0) > 0 ? (value / (totals[i] ?? 1)) * 100 : NaN)), codes: atLeastDerived(data, series) })),
  };
}

export const atLeastDerived = (data: TimeSeries, series: Series): Uint8Array =>
  Uint8Array.from(series.values, (_, i) => {
    const code = codeAt(data, series, i);
    return Math.max(code & 7, DERIVED) + (code & 8);
  });
