import { STATUSES, type Column, type Table } from '../data/table.js';
import { statusName } from './status.js';
import { unitOf, type Words } from './words.js';

/** A table as it is shown: columns with headings, and a cell's text by row. Rows are numbered as in the dataset. */
export interface TableModel {
  readonly length: number;
  readonly columns: readonly { readonly title: string; readonly numeric: boolean; readonly text: (row: number) => string; readonly compare: (a: number, b: number) => number }[];
}

function titleOf(column: Column): string {
  const unit = column.kind === 'number' && column.unit ? ` (${column.unit})` : '';
  return `${column.title}${unit}`;
}

/** A number in the data's own unit and precision: what a table owes the reader. */
function cellText(column: Column, row: number, words: Words): string {
  const value = column.values[row];
  if (typeof value === 'string') return value;
  if (value === undefined || Number.isNaN(value)) return '';
  if (column.kind === 'date') return words.date(value, column.type === 'yearmonth' ? 'month' : column.type === 'year' ? 'year' : value % 86_400_000 === 0 ? 'full' : 'time');
  return words.number(value, { maximumFractionDigits: unitOf(column.unit).kind === 'money' ? 4 : 12 });
}

export function tableModel(table: Table, words: Words): TableModel {
  const order = (a: number, b: number): number => (Number.isNaN(a) ? 1 : 0) - (Number.isNaN(b) ? 1 : 0) || a - b || 0;
  const columns: TableModel['columns'][number][] = table.columns.map((column) => ({
    title: titleOf(column),
    numeric: column.kind === 'number',
    text: (row) => cellText(column, row, words),
    compare: (a, b) => {
      const left = column.values[a] ?? NaN;
      const right = column.values[b] ?? NaN;
      return typeof left === 'string' || typeof right === 'string' ? String(left).localeCompare(String(right), words.locale) : order(left, right);
    },
  }));
  const code = (row: number): number => table.statuses[row] ?? 0;
  columns.push({
    title: words.say('status'),
    numeric: false,
    text: (row) => words.line([statusName(STATUSES[code(row)] ?? null, words), table.unfinished?.[row] ? words.say('unfinished') : '']),
    compare: (a, b) => code(a) - code(b),
  });
  return { length: table.length, columns };
}
