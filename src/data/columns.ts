import { DataError, clean, describe } from './errors.js';
import { parseDate, parseMonth, parseYear } from './dates.js';
import type { Column, FieldType } from './table.js';

/** A field as the file declares it, or as it was inferred. */
export interface Field {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly minimum: number;
  readonly maximum: number;
  /** The texts allowed. Null: any. */
  readonly categories: ReadonlySet<unknown> | null;
}

/** A cell of the field, by row: undefined or null where it is missing. */
export type Cells = ((row: number) => unknown) & {
  /** All of them, where the data is a typed array that may be shared. */
  readonly numbers?: Float64Array;
};

const DATES: Partial<Record<FieldType, { parse: (text: string) => number; expected: string }>> = {
  date: { parse: parseDate, expected: 'a calendar date such as 2026-05-25' },
  datetime: { parse: parseDate, expected: 'a calendar date such as 2026-05-25' },
  yearmonth: { parse: parseMonth, expected: 'a month such as 2026-05' },
  year: { parse: parseYear, expected: 'a year such as 2026' },
};

/** The field's typed values over `length` rows; a cell that does not fit throws, `place(row)` says where it stands. */
export function columnOfCells(field: Field, cells: Cells, length: number, place: (row: number) => string): Column {
  const { name, title, unit, type } = field;
  const missing = (row: number): void => {
    if (field.required) throw new DataError(place(row), 'a value', 'nothing');
  };
  const date = DATES[type];
  if (date || type === 'number' || type === 'integer') {
    const kind = date ? 'date' : 'number';
    if (cells.numbers && type !== 'year' && type !== 'integer' && fits(cells.numbers, field, date ? 8.64e15 : 1e18, date ? 0 : 1e-18)) return { name, title, unit, type, kind, values: cells.numbers };
    const values = new Float64Array(length);
    for (let row = 0; row < length; row++) {
      const cell = cells(row);
      if (cell === undefined || cell === null) {
        missing(row);
        values[row] = NaN;
      } else {
        values[row] = date ? dateCell(cell, date.parse) : typeof cell === 'number' ? cell + 0 : NaN; // -0 is 0
        const value = values[row] ?? NaN;
        if (!Number.isFinite(value) || (type === 'integer' && !Number.isInteger(value))) {
          throw new DataError(place(row), date?.expected ?? (type === 'integer' ? 'a whole number' : 'a finite number'), describe(cell));
        }
        if (!date && value !== 0 && !(Math.abs(value) >= 1e-18 && Math.abs(value) <= 1e18)) throw new DataError(place(row), 'zero or a number from 1e-18 to 1e18', String(value)); // sums and ratios of others overflow
        if (value < field.minimum) throw new DataError(place(row), field.minimum === 0 ? 'a number that is not negative' : `a number from ${field.minimum}`, String(value));
        if (value > field.maximum) throw new DataError(place(row), `a number up to ${field.maximum}`, String(value));
      }
    }
    return { name, title, unit, type, kind, values };
  }
  const values = new Array<string>(length);
  // most text columns hold a few names many times: each is cleaned once
  const cleaned = new Map<string, string>();
  for (let row = 0; row < length; row++) {
    const cell = cells(row);
    if (cell === undefined || cell === null) {
      missing(row);
      values[row] = '';
    } else if (typeof cell === 'string' || typeof cell === 'boolean') {
      const text = String(cell);
      let plain = cleaned.get(text);
      if (plain === undefined) {
        if (field.categories && !field.categories.has(cell)) throw new DataError(place(row), 'one of the categories of its field', describe(cell));
        cleaned.set(text, (plain = clean(text)));
      }
      values[row] = plain;
    } else throw new DataError(place(row), type === 'boolean' ? 'true or false' : 'text', describe(cell));
  }
  return { name, title, unit, type, kind: 'text', values };
}

/**
 * Whether a page's typed array can be drawn from as it is: a copy of a million numbers costs more than drawing them. What
 * does not fit, a -0 among it, is looked at cell by cell.
 */
function fits(numbers: Float64Array, { minimum, maximum }: Field, most: number, least: number): boolean {
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i] ?? NaN;
    const size = Math.abs(value);
    if (!(size <= most && (size >= least || Object.is(value, 0)) && value >= minimum && value <= maximum)) return false;
  }
  return true;
}

const uniforms: Uint8Array[] = [];

/** `length` times one code, for all tables alike: not to be written to. */
export function uniform(code: number, length: number): Uint8Array {
  let kept = uniforms[code];
  if (!kept || kept.length < length) kept = uniforms[code] = new Uint8Array(length).fill(code);
  return kept.subarray(0, length);
}

// ±8.64e15 is the range of ECMAScript's dates: past it Intl throws
const dateCell = (cell: unknown, parse: (text: string) => number): number => {
  const value = typeof cell === 'number' ? (parse === parseYear ? parse(String(cell)) : cell) : typeof cell === 'string' ? parse(cell) : NaN;
  return Math.abs(value) <= 8.64e15 ? value : NaN;
};

const TIME_NAME = /^(date|time|timestamp|day|week|month|year)/i;

/** The field that fits the first value present: the short forms carry no schema. */
export function inferField(name: string, cells: Cells, length: number): Field {
  let type: FieldType = 'string';
  for (let row = 0; row < length; row++) {
    const cell = cells(row);
    if (cell === undefined || cell === null) continue;
    if (typeof cell === 'number') type = TIME_NAME.test(name) && Math.abs(cell) > 1e8 ? 'datetime' : TIME_NAME.test(name) && Number.isInteger(cell) && cell >= 1000 && cell < 3000 ? 'year' : 'number';
    else if (typeof cell === 'boolean') type = 'boolean';
    else if (typeof cell === 'string' && !Number.isNaN(parseDate(cell))) type = cell.length > 10 ? 'datetime' : 'date';
    else if (typeof cell === 'string' && !Number.isNaN(parseMonth(cell))) type = 'yearmonth';
    break;
  }
  const label = clean(name).replace(/_/g, ' ');
  return { name, title: label.charAt(0).toUpperCase() + label.slice(1), unit: '', type, required: false, minimum: -Infinity, maximum: Infinity, categories: null };
}
