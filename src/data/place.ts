import { clean } from './errors.js';

/** Where the rows of a table stand in its file: as data, since a function does not cross from a worker. */
export interface Layout {
  /** Path of the rows, such as `resources[0].data`. */
  readonly at: string;
  /** Whether the file lists columns, not records. */
  readonly columnar: boolean;
  /** Of a CSV: the line that each row begins on, the first being 1, and the columns' names. */
  readonly csv?: { readonly lines: Uint32Array; readonly names: readonly string[] };
}

const linesOf = new WeakMap<object, Uint32Array>();

/** Keeps the lines on which the rows of a CSV begin beside its columns, which else look as those of any other data. */
export const keepLines = (columns: object, lines: readonly number[]): unknown => linesOf.set(columns, Uint32Array.from(lines));
export function columnLayout(at: string, columns: object, names: readonly string[]): Layout {
  const lines = linesOf.get(columns);
  return { at, columnar: true, ...(lines && { csv: { lines, names } }) };
}

/** Where a cell stands, or a row, for messages: `resources[0].data[12].tokens`, or `line 14, column 2 (tokens)`. */
export type Place = (row: number, field?: string) => string;

export const placeIn = ({ at, columnar, csv }: Layout): Place => (row, field) => {
  if (csv) return `line ${csv.lines[row] ?? 1}${field === undefined ? '' : `, column ${csv.names.indexOf(field) + 1} (${clean(field, 60)})`}`;
  const name = field === undefined ? '' : `.${clean(field, 60)}`;
  return columnar && name ? `${at}${name}[${row}]` : `${at}[${row}]${name}`;
};
