import { available } from './channels.js';
import { columnOf, type Column, type Table } from './table.js';

export type Cell = number | string;

/** What became of a row between two versions of a table. */
export interface Change {
  readonly kind: 'changed' | 'added' | 'removed';
  /** The fields that name the row, and their cells. */
  readonly key: readonly { readonly column: Column; readonly cell: Cell }[];
  /** Which cells differ; all that both versions have, for a changed row. */
  readonly cells: readonly { readonly column: Column; readonly before: Cell; readonly after: Cell }[];
}

/**
 * The rows of `after` against those of `before`, matched by key: the first of the dates, then the text fields, that name
 * every row of both once; where none do, by all of them in the file's order. Order: as in `after`, then what was removed.
 */
export function diff(before: Table, after: Table): readonly Change[] {
  const shared = available(after).filter(({ name, kind }) => columnOf(before, name)?.kind === kind);
  const candidates = (['date', 'text'] as const).flatMap((kind) => shared.filter((column) => column.kind === kind));
  let length = 1;
  while (length < candidates.length && ![before, after].every((table) => isUnique(table, candidates.slice(0, length)))) length++;
  const keys = candidates.slice(0, length);
  const rest = shared.filter((column) => !keys.includes(column));
  const old = rowsByKey(before, keys);
  const changes: Change[] = [];
  const name = (table: Table, row: number): Change['key'] => keys.map((column) => ({ column, cell: cell(table, column, row) }));
  for (const [key, row] of rowsByKey(after, keys)) {
    const was = old.get(key);
    old.delete(key);
    if (was === undefined) changes.push({ kind: 'added', key: name(after, row), cells: [] });
    else {
      const cells = rest.map((column) => ({ column, before: cell(before, column, was), after: cell(after, column, row) })).filter((each) => !Object.is(each.before, each.after));
      if (cells.length) changes.push({ kind: 'changed', key: name(after, row), cells });
    }
  }
  for (const row of old.values()) changes.push({ kind: 'removed', key: name(before, row), cells: [] });
  return changes;
}

/** The cell of the column that has this one's name. */
const cell = (table: Table, { name }: Column, row: number): Cell => columnOf(table, name)?.values[row] ?? NaN;

const keyOf = (table: Table, keys: readonly Column[], row: number): string => JSON.stringify(keys.map((column) => cell(table, column, row)));

const isUnique = (table: Table, keys: readonly Column[]): boolean => new Set([...Array(table.length).keys()].map((row) => keyOf(table, keys, row))).size === table.length;

/** Rows by key; of rows with one key the second has ` 2` after it, and so on. */
function rowsByKey(table: Table, keys: readonly Column[]): Map<string, number> {
  const counts = new Map<string, number>();
  const rows = new Map<string, number>();
  for (let row = 0; row < table.length; row++) {
    const key = keyOf(table, keys, row);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    rows.set(count > 1 ? `${key} ${count}` : key, row);
  }
  return rows;
}
