import { STATUSES, type Table } from './table.js';

/** A row as an object: values by field name, dates as ISO text, what is missing as null, and the row's status. */
export type Row = Readonly<Record<string, string | number | null>>;

export function rowOf(table: Table, row: number): Row | null {
  if (row < 0) return null;
  const cells = table.columns.map(({ name, values, kind }): [string, string | number | null] => {
    const value = values[row] ?? null;
    if (typeof value !== 'number') return [name, value];
    return [name, Number.isNaN(value) ? null : kind === 'date' ? new Date(value).toISOString().slice(0, 10) : value];
  });
  // by entries and not by assignment: a field may be called __proto__
  return Object.fromEntries([...cells, ['status', STATUSES[table.statuses[row] ?? 0] ?? null]]);
}
