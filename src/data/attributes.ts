import { parseDate, parseMonth } from './dates.js';
import { DataError } from './errors.js';

/** The numbers in an attribute, separated by spaces; a DataError that names the attribute where one is none. */
export const numbersIn = (attribute: string, value: string): readonly number[] => parts(attribute, value, Number, 'numbers separated by spaces');

/** The same of dates such as `2026-05-25`, or months such as `2026-05`: milliseconds since 1970-01-01T00:00Z. */
export const datesIn = (attribute: string, value: string): readonly number[] =>
  parts(attribute, value, (part) => (part.length === 7 ? parseMonth(part) : parseDate(part)), 'dates separated by spaces');

/** The names in a list separated by commas. */
export const listed = (value: string | null): readonly string[] => (value ?? '').split(',').map((name) => name.trim()).filter(Boolean);

function parts(attribute: string, value: string, parse: (part: string) => number, expected: string): readonly number[] {
  return value.split(/\s+/).filter(Boolean).map((part) => {
    const found = parse(part);
    if (Number.isFinite(found)) return found;
    throw new DataError(attribute, expected, JSON.stringify(part));
  });
}
