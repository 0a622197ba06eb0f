/** What a dataset should have held; the key is also the message key for other languages. */
export const EXPECTATIONS = {
  json: 'JSON text',
  csv: 'CSV text with a header row',
  dataset: 'a Data Package, an array of records, columns of equal length, or CSV',
  object: 'an object',
  array: 'an array',
  string: 'text',
  number: 'a finite number',
  integer: 'a whole number',
  boolean: 'true or false',
  date: 'a calendar date such as 2026-05-25',
  yearmonth: 'a month such as 2026-05',
  year: 'a year such as 2026',
  status: '"reported", "derived" or "representative"',
  fieldType: '"string", "number", "integer", "boolean", "date", "datetime", "yearmonth" or "year"',
  uniqueField: 'a field name used once',
  knownKey: 'one of the documented keys',
  field: 'the name of a field',
  dateField: 'a date field',
  numberField: 'a number field',
  textField: 'a text field',
  resource: 'the name of a resource with rows',
  rows: 'at least one resource with rows',
  equalLength: 'as many values as the first column has',
  required: 'a value',
  unique: 'one row for each date and series',
  notNegative: 'a number that is not negative',
  notAllZero: 'at least one number above zero',
  attributeNumber: 'numbers separated by spaces',
  attributeDate: 'dates separated by spaces',
  period: 'a period of the data',
  modelName: 'the name of a model in the data',
  sortOrder: '"output", "input" or "blended"',
  percentage: 'a number from 0 to 100',
  countSum: 'the sum of the counts in the data',
  cellLimit: 'fewer rows',
  depth: 'a flat table',
} as const;

export type Expectation = keyof typeof EXPECTATIONS;

/**
 * A dataset, or a chart's use of one, that cannot be drawn.
 * `place` says where (`resources[0].data[12].tokens`), `found` what stands there, `expected` what should.
 */
export class DataError extends Error {
  readonly place: string;
  readonly expected: Expectation;
  readonly found: string;

  constructor(place: string, expected: Expectation, found: string) {
    super(`${place}: expected ${EXPECTATIONS[expected]}, found ${found}`);
    this.name = 'DataError';
    this.place = place;
    this.expected = expected;
    this.found = found;
  }
}

/** Why a dataset could not be fetched. */
export type LoadFault = 'network' | 'timeout' | 'status' | 'size' | 'integrity' | 'address' | 'encoding';

/** A dataset that did not arrive. `detail` is the HTTP status, the limit in bytes or the seconds waited. */
export class LoadError extends Error {
  readonly fault: LoadFault;
  readonly url: string;
  readonly detail: number;

  constructor(fault: LoadFault, url: string, detail = 0) {
    super(`${url}: ${fault}${detail ? ` (${detail})` : ''}`);
    this.name = 'LoadError';
    this.fault = fault;
    this.url = url;
    this.detail = detail;
  }
}

/** A value as an author would recognise it: `"n/a"`, `null`, `an array`, `NaN`; at most 60 characters. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(clean(value, 60));
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  return String(value);
}

// C0, C1 except tab and line feed (which become spaces), bidi embeddings, overrides and isolates, zero-width no-break space
// eslint-disable-next-line no-control-regex -- these are the characters to remove
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text without control and bidi-override characters, cut to `limit` code points with an ellipsis. */
export function clean(text: string, limit = 300): string {
  // a code point is at most two units: what is cut here would be cut below too
  const short = text.length > limit * 2 + 2 ? text.slice(0, limit * 2 + 2) : text;
  const plain = short.replace(UNSAFE, '').replace(/[\t\n]/g, ' ');
  if (plain.length <= limit) return plain;
  const points = Array.from(plain);
  return points.length <= limit ? plain : points.slice(0, limit - 1).join('') + '…';
}
