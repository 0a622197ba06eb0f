import { DataError } from './errors.js';
import { EmptyTable, available, channel, isDate, isNumber, isText, type Channels } from './channels.js';
import { isShare } from './groups.js';
import { columnOf, type Column, type NumberColumn, type Table, type TextColumn } from './table.js';

/** A model in one period. */
export interface RankedRow {
  readonly row: number;
  readonly name: string;
  readonly lab: string;
  readonly origin: string;
  /** NaN where there is none. */
  readonly value: number;
  /** From 1; equal values share one; NaN where the data leaves it open or there is no value. */
  readonly rank: number;
  /** Ranks won against the period before; `new` where that did not list the model; null where there is nothing to compare. */
  readonly change: number | 'new' | null;
}

export interface RankPeriod {
  readonly name: string;
  /** Best first; those without a value last. */
  readonly rows: readonly RankedRow[];
}

export interface RankTable {
  readonly measure: NumberColumn;
  /** Share of the whole, where the data has one beside the measure. */
  readonly share: NumberColumn | undefined;
  /** Names of the fields that hold periods ('' for none) and models. */
  readonly fields: { readonly x: string; readonly by: string };
  readonly periodTitle: string;
  /** In order of time. */
  readonly periods: readonly RankPeriod[];
  /** Every model, in the order of the file. */
  readonly names: readonly string[];
}

/** Standard competition ranks, `1 2 2 4`: one more than how many values are higher. NaN has none. */
export function competitionRanks(values: readonly number[]): readonly number[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => b - a);
  const first = new Map<number, number>();
  sorted.forEach((value, i) => first.has(value) || first.set(value, i + 1));
  return values.map((value) => first.get(value) ?? NaN);
}

const isPeriod = (column: Column): column is TextColumn | NumberColumn => isText(column) || isDate(column);

/** The text column of that name, or undefined. */
export const textOf = (table: Table, name: string): TextColumn | undefined => table.columns.find((column): column is TextColumn => column.name === name && isText(column));

/**
 * The table's rows by period. Fields: x names the period (default `period`, else the first date, else all is one period),
 * series the model (default `model`, else the first other text), y the measure (default the first number); `lab`,
 * `origin` and `rank` are taken where they are there. A printed rank stands for the computed one, an empty one leaves it open.
 * Periods follow `period_end`, or their own date, or the file. Throws where a period has a model twice.
 */
export function rankPeriods(table: Table, channels: Channels): RankTable {
  if (table.length === 0) throw new EmptyTable(); // first: without rows nothing tells the types of a short form's fields
  const periodName = channels.x || ['period', table.columns.find(isDate)?.name ?? ''].find((name) => name && columnOf(table, name)) || '';
  const period = periodName ? channel(table, 'x', periodName, isPeriod, 'a text field') : undefined;
  const other = channels.series || (textOf(table, 'model') ?? available(table).find((column) => isText(column) && column !== period))?.name;
  const model = channel(table, 'series', other ?? '', isText, 'a text field');
  const measure = channel(table, 'y', channels.y ?? '', isNumber, 'a number field');
  const ranks = table.columns.find((column): column is NumberColumn => column.name === 'rank' && isNumber(column) && column !== measure);
  const ends = table.columns.find((column): column is NumberColumn => column.name === 'period_end' && isDate(column)) ?? (period && isDate(period) ? period : undefined);
  const found = new Map<string, { time: number; rows: Map<string, number> }>();
  for (let row = 0; row < table.length; row++) {
    const value = measure.values[row] ?? NaN;
    if (value < 0) throw new DataError(table.place(row, measure.name), 'a number that is not negative', String(value));
    const time = ends ? (ends.values[row] ?? NaN) : 0;
    if (Number.isNaN(time)) throw new DataError(table.place(row, ends?.name), 'a date', 'nothing');
    const cell = period?.values[row] ?? '';
    const key = typeof cell === 'number' ? new Date(cell).toISOString().slice(0, period?.type === 'yearmonth' ? 7 : period?.type === 'year' ? 4 : 10) : cell;
    const each = found.get(key) ?? { time, rows: new Map<string, number>() };
    found.set(key, each);
    each.time = Math.max(each.time, time);
    const name = model.values[row] ?? '';
    const first = each.rows.get(name);
    if (first !== undefined) throw new DataError(table.place(row, model.name), 'one row for each date and series', `a second row for ${[key, name].filter(Boolean).join(' and ')}; the first is ${table.place(first)}`);
    each.rows.set(name, row);
  }
  const labs = textOf(table, 'lab');
  const origins = textOf(table, 'origin');
  let before: ReadonlyMap<string, number> | null = null;
  const periods = [...found].sort(([, a], [, b]) => a.time - b.time).map(([name, { rows }]): RankPeriod => {
    const entries = [...rows];
    const values = entries.map(([, row]) => measure.values[row] ?? NaN);
    const computed = competitionRanks(values);
    const earlier = before;
    const ranked = entries.map(([each, row], i): RankedRow => {
      const value = values[i] ?? NaN;
      const rank = Number.isNaN(value) ? NaN : ranks ? (ranks.values[row] ?? NaN) : (computed[i] ?? NaN);
      const last = earlier?.get(each);
      const change = !earlier || Number.isNaN(value) ? null : last === undefined ? 'new' : Number.isNaN(last - rank) ? null : last - rank;
      return { row, name: each, lab: labs?.values[row] ?? '', origin: origins?.values[row] ?? '', value, rank, change };
    });
    // a model listed without a value was not ranked, yet is not new afterwards
    before = new Map(ranked.map((each) => [each.name, each.rank]));
    return { name, rows: ranked.sort((a, b) => Number(Number.isNaN(a.value)) - Number(Number.isNaN(b.value)) || b.value - a.value || (a.rank || Infinity) - (b.rank || Infinity)) };
  });
  return {
    measure,
    share: table.columns.find((column): column is NumberColumn => isNumber(column) && isShare(column) && column !== measure),
    fields: { x: periodName, by: model.name },
    periodTitle: period?.title ?? '',
    periods,
    names: [...new Set(model.values)],
  };
}
