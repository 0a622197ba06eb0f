import { dsvFormat } from 'd3-dsv';
import { DataError } from './errors.js';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A CSV's columns, for `read`: a header row, then a row a record; lines that start with # are notes.
 * A cell that is a number becomes one, an empty cell is missing; the first file line is 1 in messages.
 */
export function parseCSV(text: string): Record<string, unknown[]> {
  // parseRows and not parse: the latter builds a function from text, which strict pages refuse
  const rows = dsvFormat(text.split('\n', 1)[0]?.includes('\t') ? '\t' : ',')
    .parseRows(text.replace(/^\ufeff/, ''))
    .filter((row) => !(row[0] ?? '').startsWith('#') && row.some((cell) => cell !== ''));
  const header = rows[0];
  if (!header || header.length < 1 || /^\s*[<{[]/.test(text)) throw new DataError('data', 'CSV text with a header row', JSON.stringify(text.trim().slice(0, 40)));
  const names = header.map((name) => name.trim());
  // no prototype: a column may be called __proto__
  const columns = Object.create(null) as Record<string, unknown[]>;
  names.forEach((name, i) => {
    if (name in columns) throw new DataError('data', 'a field name used once', JSON.stringify(name));
    columns[name] = rows.slice(1).map((row) => cell(row[i] ?? ''));
  });
  return columns;
}

function cell(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (NUMBER.test(trimmed)) return Number(trimmed);
  if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true';
  return trimmed;
}
