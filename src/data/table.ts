import type { Layout, Place } from './place.js';

/** How a figure came about. A point without one has its dataset's; a dataset without one says so. */
export type Status = 'reported' | 'derived' | 'representative';

/** In the order of their codes in `Table.statuses`; code 0 is "not stated". */
export const STATUSES: readonly (Status | null)[] = [null, 'reported', 'derived', 'representative'];

export type FieldType = 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'datetime' | 'yearmonth' | 'year';

/** A column's values: dates as milliseconds since 1970-01-01T00:00Z, missing numbers and dates as NaN, missing text as ''. */
export type Column = {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly type: FieldType;
} & (
  | { readonly kind: 'date' | 'number'; readonly values: Float64Array }
  | { readonly kind: 'text'; readonly values: readonly string[] }
);

export type NumberColumn = Extract<Column, { values: Float64Array }>;
export type TextColumn = Extract<Column, { kind: 'text' }>;

/** One resource's rows, by column. The reserved columns `status` and `complete` are apart, as codes. */
export interface Table {
  readonly name: string;
  readonly title: string;
  readonly length: number;
  readonly columns: readonly Column[];
  /** Index into STATUSES, a row. */
  readonly statuses: Uint8Array;
  /** 1 where the row's period is unfinished. Null where the data does not say. */
  readonly unfinished: Uint8Array | null;
  readonly layout: Layout;
  readonly place: Place;
}

export interface Source {
  readonly title: string;
  /** An http(s) or mailto address, or ''. */
  readonly path: string;
}

export interface Provenance {
  readonly asOf: string;
  readonly status: Status | null;
  readonly base: string;
  readonly method: string;
  readonly citation: string;
  readonly caveats: readonly string[];
}

export interface Revision {
  readonly date: string;
  readonly note: string;
}

/** A note on the plot: at a point of x, over a span, or at a level of y. */
export interface Annotation {
  readonly label: string;
  readonly x?: number;
  readonly from?: number;
  readonly to?: number;
  readonly y?: number;
}

/** A dataset as the charts use it: checked, typed, cleaned. */
export interface Dataset {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly created: string;
  readonly sources: readonly Source[];
  readonly licenses: readonly Source[];
  readonly provenance: Provenance;
  readonly revisions: readonly Revision[];
  readonly annotations: readonly Annotation[];
  /** Every resource with rows, by name, in the file's order. */
  readonly tables: ReadonlyMap<string, Table>;
  /** The one that is drawn. */
  readonly table: Table;
}

export const isNumeric = (column: Column): column is NumberColumn => column.kind !== 'text';

/** The column of that name, or undefined. */
export function columnOf(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

/** Fields whose names are taken: they qualify a row and are never drawn as a channel by default. */
export const RESERVED: ReadonlySet<string> = new Set(['status', 'complete', 'min', 'max']);

/** The dataset with the rows that a chart shows in the place of its table, where its figure has some. */
export const asShown = ({ table }: { readonly table?: Table }, dataset: Dataset): Dataset => (table ? { ...dataset, table } : dataset);
