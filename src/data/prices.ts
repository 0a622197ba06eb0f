import { DataError } from './errors.js';
import { EmptyTable, channel, isNumber, isText, namesIn, type Channels } from './channels.js';
import { textOf } from './ranks.js';
import { columnOf, type NumberColumn, type Table } from './table.js';

/** What one model costs. A missing price is NaN; 0 is free. */
export interface Price {
  readonly row: number;
  readonly name: string;
  readonly lab: string;
  readonly origin: string;
  readonly input: number;
  readonly output: number;
  /** As printed: not always a full date. */
  readonly date: string;
  readonly kind: string;
  /** What tells the row from others of the model: its date, kind or both; '' where it is the only one. */
  readonly which: string;
}

export interface PriceTable {
  readonly input: NumberColumn;
  readonly output: NumberColumn;
  readonly prices: readonly Price[];
  /** Name of the field that holds models. */
  readonly by: string;
}

export const SORTS = ['output', 'input', 'blended'] as const;
export type PriceSort = (typeof SORTS)[number];

/** Price of a token in a mix of `share` input tokens in 100 and the rest output; NaN where it needs a price that is missing. */
export function blend(input: number, output: number, share: number): number {
  const part = share / 100;
  return (part === 0 ? 0 : part * input) + (part === 1 ? 0 : (1 - part) * output);
}

/** 0 where a price stands on the axis, 1 where it is free, 2 where there is none. */
export const standing = ({ input, output }: Price): 0 | 1 | 2 => (input > 0 || output > 0 ? 0 : input === 0 || output === 0 ? 1 : 2);

/**
 * The table's prices in its order. Fields: y may name input and output (default `input` and `output`), series the model
 * (default `model`, else the first text); `lab`, `origin`, `date` and `kind` are taken where they are there. A negative
 * price throws, and so do two rows that nothing tells apart.
 */
export function priceTable(table: Table, channels: Channels): PriceTable {
  if (table.length === 0) throw new EmptyTable(); // first: without rows nothing tells the types of a short form's fields
  const [first = 'input', second = 'output'] = namesIn(channels.y ?? '', table);
  const input = channel(table, 'y', first, isNumber, 'a number field');
  const output = channel(table, 'y', second, isNumber, 'a number field');
  const model = channel(table, 'series', channels.series || textOf(table, 'model')?.name || '', isText, 'a text field');
  const labs = textOf(table, 'lab');
  const origins = textOf(table, 'origin');
  const kinds = textOf(table, 'kind');
  const dates = columnOf(table, 'date');
  const rows = [...Array(table.length).keys()].map((row): Price => {
    for (const column of [input, output]) {
      const value = column.values[row] ?? NaN;
      if (value < 0) throw new DataError(table.place(row, column.name), 'a number that is not negative', String(value));
    }
    const date = dates?.values[row] ?? '';
    return {
      row,
      name: model.values[row] ?? '',
      lab: labs?.values[row] ?? '',
      origin: origins?.values[row] ?? '',
      input: input.values[row] ?? NaN,
      output: output.values[row] ?? NaN,
      date: typeof date === 'string' ? date : Number.isNaN(date) ? '' : new Date(date).toISOString().slice(0, 10),
      kind: kinds?.values[row] ?? '',
      which: '',
    };
  });
  const groups = new Map<string, Price[]>();
  for (const row of rows) groups.set(row.name, [...(groups.get(row.name) ?? []), row]);
  const both = ({ date, kind }: Price): string => [date, kind].filter(Boolean).join(', ');
  const ways: readonly ((price: Price) => string)[] = [({ date }) => date, ({ kind }) => kind, both];
  const prices = rows.map((row): Price => {
    const group = groups.get(row.name) ?? [];
    if (group.length < 2) return row;
    const way = ways.find((each) => new Set(group.map(each)).size === group.length);
    if (way) return { ...row, which: way(row) };
    const twin = group.find((each) => both(each) === both(row));
    if (twin && twin !== row) throw new DataError(table.place(row.row, model.name), 'one row for each date and series', `a second row for ${row.name} of the same date and kind; the first is ${table.place(twin.row)}`);
    return row; // another of the group throws
  });
  return { input, output, prices, by: model.name };
}

/** Dearest first, equal ones as given; then those without the price that is sorted by, then the free, then those without any. */
export function sortPrices(prices: readonly Price[], sort: PriceSort, share: number): readonly Price[] {
  const amount = (price: Price): number => (sort === 'blended' ? blend(price.input, price.output, share) : price[sort]);
  const rank = (price: Price): number => (standing(price) || (Number.isNaN(amount(price)) ? 0.5 : 0));
  return [...prices].sort((a, b) => rank(a) - rank(b) || (amount(b) || 0) - (amount(a) || 0));
}
