import { dsvFormat } from 'd3-dsv';
import { DataError } from './errors.js';
import { keepLines } from './place.js';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A CSV's columns, for `read`: a header row, then a row a record; lines that start with # are notes.
 * A cell that is a number becomes one, an empty cell is missing. A DataError names the line, the first being 1, and so
 * does what `read` finds wrong in a cell.
 */
export function parseCSV(text: string): Record<string, unknown[]> {
  const fail = (place: string, expected: string, found: string): never => {
    throw new DataError(place, expected, found);
  };
  if (/^\ufeff?\s*[<{[]/.test(text)) fail('data', 'CSV text with a header row', JSON.stringify(text.trim().slice(0, 40)));
  // notes before the header are taken off first: a quote in one would open a cell
  const notes = /^\ufeff?(?:[ \t]*(?:#.*)?\r?\n)*/.exec(text)?.[0] ?? '';
  const body = text.slice(notes.length);
  // parseRows and not parse: the latter builds a function from text, which strict pages refuse
  const rows = dsvFormat(body.split('\n', 1)[0]?.includes('\t') ? '\t' : ',').parseRows(body.replace(/^\ufeff/, ''));
  let names: string[] | undefined;
  // no prototype: a column may be called __proto__
  const columns = Object.create(null) as Record<string, unknown[]>;
  const lines: number[] = [];
  let line = notes.split('\n').length;
  for (const row of rows) {
    const begins = line;
    const place = `line ${begins}`;
    line += row.join('').split('\n').length; // a quoted cell may span lines
    if ((row[0] ?? '').startsWith('#') || row.every((each) => each === '')) continue;
    while (row.length > (names?.length ?? 0) && row.at(-1) === '') row.pop(); // as spreadsheets fill up
    if (names) {
      if (row.length !== names.length) fail(place, `${names.length} cells, as many as the header row has`, String(row.length));
      lines.push(begins);
      names.forEach((name, i) => columns[name]?.push(cell(row[i] ?? '')));
    } else {
      names = row.map((name) => name.trim());
      for (const name of names) {
        if (name in columns) fail(place, 'a field name used once', JSON.stringify(name));
        columns[name] = [];
      }
    }
  }
  keepLines(columns, lines);
  return names ? columns : fail('data', 'CSV text with a header row', JSON.stringify(text.trim().slice(0, 40)));
}

function cell(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (NUMBER.test(trimmed)) return Number(trimmed);
  if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true';
  return trimmed;
}
