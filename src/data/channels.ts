import { DataError } from './errors.js';
import { RESERVED, columnOf, type Column, type NumberColumn, type Table, type TextColumn } from './table.js';

/** What an author may say of a table's channels: field names, '' for the default by type and order. */
export interface Channels {
  readonly x?: string;
  /** One or several field names, space separated. */
  readonly y?: string;
  readonly series?: string;
}

/** A table without rows: the chart's "empty" outcome, not an error. */
export class EmptyTable extends Error {}

/** Columns a channel may take by default: all but the reserved ones. */
export const available = (table: Table): readonly Column[] => table.columns.filter((column) => !RESERVED.has(column.name));

/** The named column, or the first that `fits`; a DataError that names the attribute where there is neither. */
export function channel<C extends Column>(table: Table, attribute: string, name: string, fits: (column: Column) => column is C, expected: string): C {
  const column = name ? columnOf(table, name) : available(table).find(fits);
  if (!column || !fits(column)) {
    throw new DataError(`${attribute}${name ? `="${name}"` : ''}`, column || !name ? expected : 'the name of a field', `only ${table.columns.map((each) => `${each.name} (${each.type})`).join(', ') || 'no fields'}`);
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
