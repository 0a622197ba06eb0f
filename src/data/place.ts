import { clean } from './errors.js';

/** Where the rows of a table stand in its file: as data, since a function does not cross from a worker. */
export interface Layout {
  /** Path of the rows, such as `resources[0].data`. */
  readonly at: string;
  /** Whether the file lists columns, not records. */
  readonly columnar: boolean;
}

/** Where a cell stands, or a row, for messages: `resources[0].data[12].tokens`. */
export type Place = (row: number, field?: string) => string;

export const placeIn = ({ at, columnar }: Layout): Place => (row, field) => {
  const name = field === undefined ? '' : `.${clean(field, 60)}`;
  return columnar && name ? `${at}${name}[${row}]` : `${at}[${row}]${name}`;
};
