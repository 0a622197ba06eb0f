import { readFileSync } from 'node:fs';
import { DataError, describe } from '../data/errors.js';
import { read } from '../data/read.js';
import { RESERVED } from '../data/table.js';
import { schemaFaults } from './schema.js';

type Fields = Record<string, unknown>;
type Holder = Record<string | number, unknown>;

const MOST = 200;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * Every fault of a dataset (parsed), at most 200. The charts' own reader stops at the first one, as a page needs; here its
 * fault is mended in a copy and the copy read again, so that both always agree on what a fault is. What the format's
 * schema.json and the dataset's own schema (`constraints`, `primaryKey`) ask beyond that comes after.
 */
export function faultsOf(value: unknown): readonly DataError[] {
  const faults: DataError[] = [];
  const copy = { data: structuredClone(value) };
  const isPackage = looksLikePackage(value);
  const seen = new Set<string>();
  // without resources the reader would take a package's words for columns
  while (faults.length < MOST && (!isPackage || 'resources' in value)) {
    try {
      read(copy.data);
      break;
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      const fault = preciser(error, copy.data);
      const known = `${fault.place} ${fault.expected}`;
      if (seen.has(known)) break; // it could not be mended
      seen.add(known);
      faults.push(fault);
      if (!mend(isPackage ? (copy.data as Holder) : copy, fault)) break;
    }
  }
  // the reader's own words come first, and one fault is said once
  const more = isPackage ? [...schemaFaults(JSON.parse(readFileSync(SCHEMA, 'utf8')) as Parameters<typeof schemaFaults>[0], value), ...broken(value)] : [];
  for (const fault of more) if (!faults.some(({ place }) => place === fault.place || place.startsWith(`${fault.place}[`) || place.startsWith(`${fault.place}.`))) faults.push(fault);
  return faults.slice(0, MOST);
}

/** From dist/npm/cli/, as the package has it. */
const SCHEMA = new URL('../../../data/schema.json', import.meta.url);

/** A Data Package, or what is meant as one: columns are lists and nothing else. */
export const looksLikePackage = (value: unknown): value is Fields => isFields(value) && ('resources' in value || Object.values(value).some((each) => !Array.isArray(each)));

/** A double field name is said of the table; what an author must change is the schema. */
function preciser(error: DataError, value: unknown): DataError {
  const resource = /^resources\[(\d+)\]\.data$/.exec(error.place)?.[1];
  if (error.expected !== 'a field name used once' || resource === undefined || !isFields(value)) return error;
  const fields = fieldsIn(listIn(value.resources)[Number(resource)]);
  const at = fields.findIndex(({ name }, i) => fields.findIndex((field) => field.name === name) < i);
  return at < 0 ? error : new DataError(`resources[${resource}].schema.fields[${at}].name`, error.expected, error.found);
}

const fieldsIn = (resource: unknown): readonly Fields[] => (isFields(resource) && isFields(resource.schema) ? listIn(resource.schema.fields).filter(isFields) : []);

/** The object or list that holds a place, and the key in it. Keys may hold dots and brackets, so that they are tried as a whole first. */
function holderOf(root: Holder, place: string): { readonly holder: Holder; readonly key: string | number } | null {
  let holder: Holder = root;
  for (let rest = place; ; ) {
    const own = Object.keys(holder).filter((key) => rest === key || rest.startsWith(`${key}.`) || rest.startsWith(`${key}[`)).sort((a, b) => b.length - a.length)[0];
    const [, index] = /^\[(\d+)\]/.exec(rest) ?? [];
    const key = index === undefined ? (own ?? rest) : Number(index);
    rest = rest.slice(index === undefined ? String(key).length : index.length + 2).replace(/^\./, '');
    if (!rest) return { holder, key };
    const inside = holder[key];
    if (typeof inside !== 'object' || inside === null) return null;
    holder = inside as Holder;
  }
}

/** Puts what fits in a fault's place, so that reading goes on past it. */
function mend(root: Holder, { place, expected, found }: DataError): boolean {
  const at = holderOf(root, place);
  if (!at) return false;
  const { holder, key } = at;
  if (expected === 'one of the documented keys') return delete holder[key];
  if (expected === 'a field name used once') {
    // its field is done with: later ones keep their numbers for as long as anything is said of them
    holder[key] = `${String(holder[key])} (second ${place})`;
    const rows = holderOf(root, place.replace(/\.schema\..*/, '.data'));
    for (const row of listIn(rows?.holder[rows.key])) if (isFields(row)) row[String(holder[key])] = null;
    return typeof holder[key] === 'string' && place.includes('.schema.');
  }
  const size = /^(\d+) values/.exec(expected)?.[1];
  const value = size === undefined ? fitting(expected, found, root, place) : Array.from({ length: Number(size) }, (_, i) => listIn(holder[key])[i] ?? null);
  if (value === undefined) return false;
  holder[key] = value;
  return true;
}

/** A value that the expectation is content with. */
function fitting(expected: string, found: string, root: Holder, place: string): unknown {
  const example = /such as (\d{4}(?:-\d\d)*)$/.exec(expected)?.[1];
  if (example) return example;
  if (expected === 'a value' && found === 'nothing') return valueFor(root, place);
  const quoted = /^"(\w+)", /.exec(expected)?.[1];
  if (quoted) return quoted;
  if (expected.startsWith('one of string')) return kindFor(root, place);
  if (expected === 'a field name') return strangerFor(root, place);
  const byWord: Readonly<Record<string, unknown>> = { 'a finite number': 0, 'a whole number': 0, 'a number that is not negative': 0, text: 'text', 'true or false': false, 'an array': [], 'an object': {}, rows: [] };
  return byWord[expected];
}

/** A field's place as its resource's first row and the fields its schema has. */
function fieldAt(root: Holder, place: string): { readonly row: Fields; readonly fields: readonly Fields[]; readonly name: unknown } {
  const [, resource, index] = /^resources\[(\d+)\]\.schema\.fields\[(\d+)\]/.exec(place) ?? [];
  const found = listIn(root.resources)[Number(resource)];
  const fields = fieldsIn(found);
  const first = isFields(found) ? listIn(found.data)[0] : undefined;
  return { row: isFields(first) ? first : {}, fields, name: fields[Number(index)]?.name };
}

/** The type that the first row's cell has. */
function kindFor(root: Holder, place: string): string {
  const { row, name } = fieldAt(root, place);
  const kind = typeof row[String(name)];
  return kind === 'number' || kind === 'boolean' ? kind : 'string';
}

/** A key of the first row that no field names yet. */
function strangerFor(root: Holder, place: string): string | undefined {
  const { row, fields } = fieldAt(root, place);
  return Object.keys(row).find((key) => fields.every(({ name }) => name !== key));
}

/** A value of the type that a resource's schema gives the field at this place. */
function valueFor(root: Holder, place: string): unknown {
  const [, resource, inRow, column] = /^resources\[(\d+)\]\.data(?:\[\d+\]\.(.+)|\.(.+)\[\d+\])$/.exec(place) ?? [];
  const field = fieldsIn(listIn(root.resources)[Number(resource)]).find(({ name }) => name === (inRow ?? column));
  const values: Readonly<Record<string, unknown>> = { number: 0, integer: 0, boolean: false, date: '2026-05-25', datetime: '2026-05-25', yearmonth: '2026-05', year: 2026, string: 'text' };
  return values[typeof field?.type === 'string' ? field.type : 'string'];
}

/** The rows of a resource, whichever way round they stand, with the place of a cell. */
function rowsIn(data: unknown, place: string): { readonly length: number; /** Whether the row is one, with room for every field. */ whole(row: number): boolean; cell(row: number, name: string): unknown; at(row: number, name: string): string } {
  if (isFields(data)) {
    const columns = Object.values(data).map(listIn);
    return { length: Math.max(0, ...columns.map(({ length }) => length)), whole: (row) => columns.every(({ length }) => row < length), cell: (row, name) => (Object.hasOwn(data, name) ? listIn(data[name])[row] : undefined), at: (row, name) => `${place}.${name}[${row}]` };
  }
  const rows = listIn(data);
  return { length: rows.length, whole: (row) => isFields(rows[row]), cell: (row, name) => (isFields(rows[row]) && Object.hasOwn(rows[row], name) ? rows[row][name] : undefined), at: (row, name) => `${place}[${row}].${name}` };
}

const isMissing = (cell: unknown): boolean => cell === undefined || cell === null || cell === '';

/** What the schemas of a package ask of their rows (Table Schema: enum, minimum, maximum, pattern, unique, primaryKey). */
function broken(value: unknown): readonly DataError[] {
  if (!isFields(value)) return [];
  const faults: DataError[] = [];
  for (const [i, resource] of listIn(value.resources).entries()) {
    if (!isFields(resource)) continue;
    const rows = rowsIn(resource.data, `resources[${i}].data`);
    const fields = fieldsIn(resource);
    for (const { name, categories, constraints: given } of fields) {
      if (typeof name !== 'string') continue;
      const constraints = isFields(given) ? given : {};
      const { minimum, maximum, pattern, unique } = constraints;
      const allowed = listIn(constraints.enum ?? categories);
      const whole = typeof pattern === 'string' && isPattern(pattern) ? new RegExp(`^(?:${pattern})$`, 'u') : null;
      for (let row = 0; row < rows.length; row++) {
        const cell = rows.cell(row, name);
        if (cell === undefined && !RESERVED.has(name) && rows.whole(row)) faults.push(new DataError(rows.at(row, name), 'a value, or null where there is none', 'nothing'));
        if (isMissing(cell)) continue;
        const fault = (expected: string): void => void faults.push(new DataError(rows.at(row, name), expected, describe(cell)));
        if (allowed.length && !allowed.includes(cell)) fault(`one of ${allowed.map((word) => describe(word)).join(', ')}, as its field says`);
        if (typeof maximum === typeof cell && (cell as number) > (maximum as number)) fault(`at most ${String(maximum)}, as its field says`);
        if (typeof minimum === typeof cell && minimum !== 0 && (cell as number) < (minimum as number)) fault(`at least ${String(minimum)}, as its field says`);
        if (whole && !whole.test(String(cell))) fault(`text like ${String(pattern)}, as its field says`);
      }
      if (unique === true) faults.push(...repeated(rows, [name], 'a value used once, as its field says'));
    }
    const schema = isFields(resource.schema) ? resource.schema : {};
    const key = (typeof schema.primaryKey === 'string' ? [schema.primaryKey] : listIn(schema.primaryKey)).filter((name) => typeof name === 'string');
    const telling = fields.filter(({ name, type }) => typeof name === 'string' && !RESERVED.has(name) && !['number', 'integer'].includes(String(type)));
    const dated = telling.some(({ type }) => ['date', 'datetime', 'yearmonth', 'year'].includes(String(type)));
    if (key.length) faults.push(...repeated(rows, key, 'a row of its own: the primary key is'));
    else if (dated) faults.push(...repeated(rows, telling.map(({ name }) => String(name)), 'one row for each date and name'));
  }
  return faults;
}

/** A second row with the same cells in these fields; the fault stands at the last of them. */
function repeated(rows: ReturnType<typeof rowsIn>, names: readonly string[], expected: string): readonly DataError[] {
  const first = new Map<string, number>();
  const faults: DataError[] = [];
  for (let row = 0; row < rows.length; row++) {
    const cells = names.map((name) => rows.cell(row, name));
    if (cells.every(isMissing)) continue;
    const key = JSON.stringify(cells);
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    else faults.push(new DataError(rows.at(row, names.at(-1) ?? ''), expected.endsWith(' is') ? `${expected} ${names.join(' and ')}` : expected, `${cells.map(describe).join(', ')} again, as in row ${before}`));
  }
  return faults;
}

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
}
