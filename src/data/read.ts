import { safeAddress } from './address.js';
import { columnOfCells, inferField, uniform, type Cells, type Field } from './columns.js';
import { parseDate, parseMonth, parseYear } from './dates.js';
import { DataError, clean, describe } from './errors.js';
import { columnLayout, placeIn, type Layout, type Place } from './place.js';
import { RESERVED, STATUSES, type Annotation, type Column, type Dataset, type FieldType, type Provenance, type Revision, type Source, type Status, type Table } from './table.js';

export { decode, parse, parseJSON } from './text.js';

type Fields = Record<string, unknown>;

/** A value of the file and where it stands. Every step down checks the kind it needs and keeps the place for messages. */
interface At {
  readonly value: unknown;
  readonly place: string;
}

export function fail({ value, place }: At, expected: string): never {
  throw new DataError(place, expected, describe(value));
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (at: At): Fields => (isFields(at.value) ? at.value : at.value === undefined ? {} : fail(at, 'an object'));

/** Own properties only: a dataset's `constructor` is a field like any other, an object's inherited one is not. */
const own = (object: Fields, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);

function down(at: At, key: string): At {
  return { value: own(fieldsOf(at), key), place: at.place ? `${at.place}.${key}` : key };
}

function text(at: At, limit = 1000): string {
  const { value } = at;
  return value === undefined || value === null ? '' : typeof value === 'string' ? clean(value, limit) : fail(at, 'text');
}

function list<T>(at: At, item: (at: At) => T): readonly T[] {
  const { value, place } = at;
  return value === undefined ? [] : Array.isArray(value) ? value.map((each: unknown, i) => item({ value: each, place: `${place}[${i}]` })) : fail(at, 'an array');
}

function status(at: At): Status | null {
  const { value } = at;
  return value === undefined || value === null || value === '' ? null : (STATUSES.find((known) => known === value) ?? fail(at, '"reported", "derived" or "representative"'));
}

/** Text that must be there. */
const required = (at: At): string => text(at) || fail(at, 'text');

/** Only keys we know: a misspelt one would be lost without a word. */
function known(at: At, keys: string): At {
  const stranger = Object.keys(fieldsOf(at)).find((key) => !keys.split(' ').includes(key));
  return stranger === undefined ? at : fail({ value: stranger, place: `${at.place}.${clean(stranger, 60)}` }, 'one of the documented keys');
}

/** Title and address of a source or a licence, also from the short form where it is only text. */
function source(at: At): Source {
  if (typeof at.value === 'string') return { title: clean(at.value), path: '' };
  const path = text(down(at, 'path'), 2000);
  return { title: text(down(at, 'title')) || text(down(at, 'name')) || path, path: safeAddress(path) };
}

function provenance(at: At): Provenance {
  known(at, 'asOf status base method citation caveats');
  const word = (key: string): string => text(down(at, key), 3000);
  return { asOf: word('asOf'), status: status(down(at, 'status')), base: word('base'), method: word('method'), citation: word('citation'), caveats: list(down(at, 'caveats'), text) };
}

function revision(at: At): Revision {
  known(at, 'date note');
  return { date: required(down(at, 'date')), note: text(down(at, 'note'), 3000) };
}

function annotation(at: At): Annotation {
  known(at, 'label x from to y');
  const date = (key: string): number | undefined => {
    const given = down(at, key);
    const { value } = given;
    if (value === undefined) return undefined;
    const times = typeof value === 'string' || typeof value === 'number' ? [parseDate, parseMonth, parseYear].map((parse) => parse(String(value))) : [];
    return times.find((time) => !Number.isNaN(time)) ?? fail(given, 'a calendar date such as 2026-05-25');
  };
  const y = down(at, 'y');
  if (y.value !== undefined && !Number.isFinite(y.value)) fail(y, 'a finite number');
  return { label: required(down(at, 'label')), x: date('x'), from: date('from'), to: date('to'), y: y.value as number | undefined };
}

const TYPES: readonly unknown[] = ['string', 'number', 'integer', 'boolean', 'date', 'datetime', 'yearmonth', 'year'] satisfies FieldType[];

function field(at: At): Field {
  const name = down(at, 'name');
  const type = down(at, 'type');
  const constraints = down(at, 'constraints');
  const bound = (key: string, none: number): number => {
    const { value } = down(constraints, key);
    return typeof value === 'number' ? value : none;
  };
  const categories = down(at, 'categories');
  return {
    name: typeof name.value === 'string' && name.value ? name.value : fail(name, 'a field name'),
    type: TYPES.includes(type.value ?? 'string') ? ((type.value ?? 'string') as FieldType) : fail(type, `one of ${TYPES.join(', ')}`),
    title: text(down(at, 'title')) || clean(String(name.value)),
    unit: text(down(at, 'unit')),
    required: down(constraints, 'required').value === true,
    minimum: bound('minimum', -Infinity),
    maximum: bound('maximum', Infinity),
    categories: categories.value === undefined ? null : new Set(list(categories, ({ value }) => (isFields(value) ? own(value, 'value') : value))),
  };
}

/** The rows of `data`, whichever way round they stand. */
interface Rows {
  readonly length: number;
  readonly names: readonly string[];
  readonly layout: Layout;
  readonly place: Place;
  cells(name: string): Cells;
}

type List = readonly unknown[] | Float64Array;
const isList = (value: unknown): value is List => Array.isArray(value) || value instanceof Float64Array;

function rowsOf(at: At, shared: boolean): Rows {
  const { value, place } = at;
  if (Array.isArray(value)) {
    const records: readonly unknown[] = value;
    const names = new Set<string>();
    records.forEach((record, row) => {
      if (!isFields(record)) fail({ value: record, place: `${place}[${row}]` }, 'an object');
      // the first and last rows name the fields that no schema does; looking at every one of a million costs more than it finds
      if (row < 100 || row >= records.length - 100) for (const name of Object.keys(record)) names.add(name);
    });
    const layout = { at: place, columnar: false };
    return { length: records.length, names: [...names], layout, place: placeIn(layout), cells: (name) => (row) => own(records[row] as Fields, name) };
  }
  const columns = value === undefined ? fail(at, 'rows') : fieldsOf(at);
  const names = Object.keys(columns);
  let length = -1;
  for (const name of names) {
    const values = down(at, name);
    if (!isList(values.value)) fail(values, 'an array');
    if (length >= 0 && values.value.length !== length) throw new DataError(values.place, `${length} values, as many as the first column has`, String(values.value.length));
    length = values.value.length;
  }
  const layout = columnLayout(place, columns, names);
  return {
    length: Math.max(0, length),
    names,
    layout,
    place: placeIn(layout),
    cells: (name) => {
      const values = own(columns, name) as List | undefined;
      return Object.assign((row: number) => values?.[row], shared && values instanceof Float64Array && { numbers: values });
    },
  };
}

function table(name: string, title: string, data: At, declared: readonly Field[], packageStatus: Status | null, shared: boolean): Table {
  const rows = rowsOf(data, shared);
  const { length } = rows;
  // a row may carry a status, bounds or an unfinished period that the schema does not list
  const inferred = rows.names.filter((key) => !declared.length || (RESERVED.has(key) && !declared.some(({ name: other }) => other === key))).map((key): Field => {
    const field = inferField(key, rows.cells(key), length);
    return key === 'min' || key === 'max' ? { ...field, type: 'number' } : field;
  });
  const fields = [...declared, ...inferred];
  const columns: Column[] = [];
  let statuses = uniform(STATUSES.indexOf(packageStatus), length);
  let unfinished: Uint8Array | null = null;
  for (const each of fields) {
    const { name: key } = each;
    // a field that no record has is a misspelt schema, not a column of gaps
    if (length > 0 && !rows.names.includes(key) && !RESERVED.has(key)) fail({ value: undefined, place: rows.place(0, key) }, 'a value');
    const cells = rows.cells(key);
    if (key === 'status') {
      statuses = statuses.slice();
      for (let row = 0; row < length; row++) {
        const given = status({ value: cells(row), place: rows.place(row, key) });
        if (given) statuses[row] = STATUSES.indexOf(given);
      }
    } else if (key === 'complete') {
      unfinished = Uint8Array.from({ length }, (_, row) => {
        const given = cells(row);
        return typeof given === 'boolean' || given === undefined || given === null ? Number(given === false) : fail({ value: given, place: rows.place(row, key) }, 'true or false');
      });
    } else columns.push(columnOfCells(each, cells, length, (row) => rows.place(row, key)));
  }
  return { name, title, length, columns, statuses, unfinished, layout: rows.layout, place: rows.place };
}

/**
 * The dataset in `value`: a Data Package with inline rows, an array of records, or an object of columns of equal length.
 * `resource` names the resource to draw (default: the first with rows). Throws a DataError with the first fault's place.
 * `shared`: typed arrays are drawn from as they are, and not to be written to any more. Default: they are copied.
 */
export function read(value: unknown, resource = '', shared = false): Dataset {
  const isPackage = isFields(value) && (Object.hasOwn(value, 'resources') || Object.hasOwn(value, '$schema'));
  if (!isPackage && typeof value !== 'object') fail({ value, place: 'dataset' }, 'a Data Package, an array of records, columns of equal length, or CSV');
  const root: At = { value: isPackage ? value : {}, place: '' };
  const word = (key: string): string => text(down(root, key));
  const origin = provenance(down(root, 'provenance'));
  const tables = new Map<string, Table>();
  if (!isPackage) tables.set('data', table('data', '', { value: value ?? undefined, place: 'data' }, [], null, shared));
  list(down(root, 'resources'), (at) => {
    const name = text(down(at, 'name')) || `resource-${tables.size + 1}`;
    const fields = list(down(down(at, 'schema'), 'fields'), field);
    const twice = fields.findIndex(({ name: key }, i) => fields.findIndex((other) => other.name === key) < i);
    if (twice >= 0) fail({ value: fields[twice]?.name, place: `${at.place}.schema.fields[${twice}].name` }, 'a field name used once');
    tables.set(name, table(name, text(down(at, 'title')), down(at, 'data'), fields, origin.status, shared));
  });
  const drawn = resource ? tables.get(resource) : tables.values().next().value;
  return {
    name: word('name'),
    title: word('title'),
    description: word('description'),
    version: word('version'),
    created: word('created'),
    sources: list(down(root, 'sources'), source),
    licenses: list(down(root, 'licenses'), source),
    provenance: origin,
    revisions: list(down(root, 'revisions'), revision),
    annotations: list(down(root, 'annotations'), annotation),
    tables,
    table: drawn ?? fail({ value: resource || undefined, place: 'resources' }, resource ? `one of ${[...tables.keys()].join(', ')}` : 'at least one resource with rows'),
  };
}
