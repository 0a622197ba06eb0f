import { MOST_SERIES } from './series.js';
import { DataError } from './errors.js';
import { EmptyTable, available, channel, isNumber, isText, type Channels } from './channels.js';
import { isNumeric, type Column, type NumberColumn, type Table } from './table.js';

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
  if (table.length === 0) throw new EmptyTable(); // first: without rows nothing tells the types of a short form's fields
  const measure = channel(table, 'y', channels.y ?? '', isNumber, 'a number field');
  const facet = channels.facet ? channel(table, 'facet', channels.facet, isText, 'a text field') : undefined;
  const part = channels.series ? channel(table, 'series', channels.series, isText, 'a text field') : (available(table).filter(isText).find((column) => column !== facet) ?? channel(table, 'series', '', isText, 'a text field'));
  const found = new Map<string, Part[]>();
  for (let row = 0; row < table.length; row++) {
    const key = facet?.values[row] ?? '';
    const name = part.values[row] ?? '';
    const value = measure.values[row] ?? NaN;
    if (!(value >= 0)) throw new DataError(table.place(row, measure.name), 'a number that is not negative', Number.isNaN(value) ? 'nothing' : String(value));
    const parts = found.get(key) ?? [];
    if (parts.length === 0) found.set(key, parts);
    if (parts.some((each) => each.name === name)) throw new DataError(table.place(row, part.name), 'a part named once in its bar', JSON.stringify(name));
    if (parts.length === MOST_SERIES) throw new DataError(part.name, `at most ${MOST_SERIES} parts`, 'more');
    parts.push({ name, value, row });
  }
  return { measure, groups: [...found].map(([name, parts]) => ({ name, parts, total: parts.reduce((sum, each) => sum + each.value, 0) })) };
}

/** Whether the column's unit is a percentage. */
export const isShare = (column: Column): boolean => isNumeric(column) && column.unit.trim().startsWith('%');
