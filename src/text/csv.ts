import { csvFormatRows } from 'd3-dsv';
import { clean } from '../data/errors.js';
import { STATUSES, type Column, type Dataset } from '../data/table.js';

/** A cell that a spreadsheet would run is quoted by an apostrophe, also behind spaces and in full width (OWASP, "CSV Injection"). Numbers are not touched. */
const guard = (text: string): string => (/^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text);

function cell(column: Column, row: number): string {
  const value = column.values[row];
  if (typeof value === 'string') return guard(value);
  if (value === undefined || Number.isNaN(value)) return '';
  if (column.kind !== 'date') return String(value);
  const text = new Date(value).toISOString();
  const [day = ''] = text.split('T');
  return column.type === 'yearmonth' ? day.slice(0, -3) : column.type === 'year' ? day.slice(0, -6) : text.endsWith('T00:00:00.000Z') ? day : text;
}

/** The drawn table as CSV. Title, source, date, base and caveats stand first, in lines that start with #. */
export function toCSV(dataset: Dataset, heading: string): string {
  const { table, provenance, sources } = dataset;
  const notes = [
    heading,
    ...sources.map(({ title, path }) => `Source: ${title}${path ? ` ${path}` : ''}`),
    provenance.citation,
    provenance.asOf && `As of: ${provenance.asOf}`,
    provenance.base && `Base: ${provenance.base}`,
    ...provenance.caveats.map((caveat) => `Caveat: ${caveat}`),
  ].filter(Boolean);
  const { unfinished } = table;
  const header = [...table.columns.map((column) => guard(clean(column.name))), 'status', ...(unfinished ? ['complete'] : [])];
  const rows = [...Array(table.length).keys()].map((row) => [...table.columns.map((column) => cell(column, row)), STATUSES[table.statuses[row] ?? 0] ?? '', ...(unfinished ? [unfinished[row] ? 'false' : 'true'] : [])]);
  return `${notes.map((note) => `# ${note.replace(/\s+/g, ' ')}\n`).join('')}${csvFormatRows([header, ...rows])}\n`;
}
