import { asShown, type Column, type Dataset, type Table } from './table.js';

/** Rows of another resource that a chart draws over its own. */
export interface Overlaid {
  readonly table: Table;
  readonly rows: readonly number[];
  /** What the rows are: the resource's title. */
  readonly title: string;
  /** Which of its fields are drawn as which field of the chart's own table, by name. */
  readonly as: Readonly<Record<string, string>>;
}

const joined = new WeakMap<Overlaid, Table>();

/**
 * Everything a chart shows as one table: its own rows, then those laid over them, told apart by a last column `base` of
 * this title. A field that only one of the two has is empty in the other.
 */
export function shownTable(figure: { readonly table?: Table; readonly over?: Overlaid | null }, dataset: Dataset, title: string): Table {
  const { over } = figure;
  const { table } = asShown(figure, dataset);
  if (!over?.rows.length) return table;
  let both = joined.get(over);
  if (!both) joined.set(over, (both = join(table, over, dataset.provenance.base || table.title || table.name, title)));
  return both;
}

function join(table: Table, { table: other, rows, title, as }: Overlaid, baseName: string, baseTitle: string): Table {
  const length = table.length + rows.length;
  /** The cells of both; `missing` where the first has no such column, or the second none of the kind. */
  const cells = <T>(own: ArrayLike<T> | undefined, theirs: ArrayLike<T> | undefined, missing: T): T[] =>
    Array.from({ length }, (_, i) => (i < table.length ? own?.[i] : theirs?.[rows[i - table.length] ?? -1]) ?? missing);
  const values = (own: Column | undefined, theirs: Column | undefined, like: Column): Column =>
    like.kind === 'text'
      ? { ...like, values: cells(own?.kind === 'text' ? own.values : undefined, theirs?.kind === 'text' ? theirs.values : undefined, '') }
      : { ...like, values: Float64Array.from(cells(own?.kind === like.kind ? own.values : undefined, theirs?.kind === like.kind ? theirs.values : undefined, NaN)) };
  const named = other.columns.map((column): Column => ({ ...column, name: as[column.name] ?? column.name }));
  const find = (columns: readonly Column[], { name }: Column): Column | undefined => columns.find((column) => column.name === name);
  const base: Column = { name: 'base', title: baseTitle, unit: '', type: 'string', kind: 'text', values: Array.from({ length }, (_, i) => (i < table.length ? baseName : title)) };
  return {
    ...table,
    length,
    columns: [...table.columns.map((own) => values(own, find(named, own), own)), ...named.filter((theirs) => !find(table.columns, theirs)).map((theirs) => values(undefined, theirs, theirs)), base],
    statuses: Uint8Array.from(cells(table.statuses, other.statuses, 0)),
    unfinished: table.unfinished || other.unfinished ? Uint8Array.from(cells(table.unfinished ?? undefined, other.unfinished ?? undefined, 0)) : null,
    place: (row, field) => (row < table.length ? table.place(row, field) : other.place(rows[row - table.length] ?? -1, field)),
  };
}
