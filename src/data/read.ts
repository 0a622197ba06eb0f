import { safeAddress } from './address.js';
import { columnOfCells, inferField, type Cells, type Field } from './columns.js';
import { parseDate, parseMonth, parseYear } from './dates.js';
import { DataError, clean, describe, type Expectation } from './errors.js';
import { RESERVED, STATUSES, type Annotation, type Column, type Dataset, type FieldType, type Provenance, type Revision, type Source, type Status, type Table } from './table.js';

type Fields = Record<string, unknown>;

const TYPES: ReadonlySet<unknown> = new Set<FieldType>(['string', 'number', 'integer', 'boolean', 'date', 'datetime', 'yearmonth', 'year']);
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Own properties only: a dataset's `constructor` is a field like any other, an object's inherited one is not. */
const own = (object: Fields, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);

function fail(place: string, expected: Expectation, found: unknown): never {
  throw new DataError(place, expected, describe(found));
}
function fields(value: unknown, place: string): Fields {
  return isFields(value) ? value : fail(place, 'object', value);
}
function list(value: unknown, place: string): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : fail(place, 'array', value);
}
function text(value: unknown, place: string, limit = 1000): string {
  return value === undefined || value === null ? '' : typeof value === 'string' ? clean(value, limit) : fail(place, 'string', value);
}
function required(value: unknown, place: string, limit?: number): string {
  return text(value, place, limit) || fail(place, 'string', value);
}
function status(value: unknown, place: string): Status | null {
  if (value === undefined || value === null || value === '') return null;
  return STATUSES.find((known) => known !== null && known === value) ?? fail(place, 'status', value);
}
function onlyKeys(object: Fields, keys: readonly string[], place: string): void {
  const stranger = Object.keys(object).find((key) => !keys.includes(key));
  if (stranger !== undefined) fail(`${place}.${clean(stranger, 60)}`, 'knownKey', stranger);
}

/** Title and address of a source or a licence, also from the short form where it is only text. */
function source(value: unknown, place: string): Source {
  if (typeof value === 'string') return { title: clean(value), path: '' };
  const object = fields(value, place);
  return {
    title: text(own(object, 'title') ?? own(object, 'name') ?? own(object, 'path'), `${place}.title`),
    path: safeAddress(text(own(object, 'path'), `${place}.path`, 2000)),
  };
}

function provenance(value: unknown, place: string): Provenance {
  const object = value === undefined ? {} : fields(value, place);
  onlyKeys(object, ['asOf', 'status', 'base', 'method', 'citation', 'caveats'], place);
  return {
    asOf: text(own(object, 'asOf'), `${place}.asOf`),
    status: status(own(object, 'status'), `${place}.status`),
    base: text(own(object, 'base'), `${place}.base`),
    method: text(own(object, 'method'), `${place}.method`, 3000),
    citation: text(own(object, 'citation'), `${place}.citation`),
    caveats: list(own(object, 'caveats'), `${place}.caveats`).map((caveat, i) => text(caveat, `${place}.caveats[${i}]`)),
  };
}

function revision(value: unknown, place: string): Revision {
  const object = fields(value, place);
  onlyKeys(object, ['date', 'note'], place);
  return { date: required(own(object, 'date'), `${place}.date`), note: text(own(object, 'note'), `${place}.note`, 2000) };
}

function annotation(value: unknown, place: string): Annotation {
  const object = fields(value, place);
  onlyKeys(object, ['label', 'x', 'from', 'to', 'y'], place);
  const date = (key: string): number | undefined => {
    const given = own(object, key);
    if (given === undefined) return undefined;
    const time = typeof given === 'string' || typeof given === 'number' ? [parseDate, parseMonth, parseYear].map((parse) => parse(String(given))).find((each) => !Number.isNaN(each)) : undefined;
    return time ?? fail(`${place}.${key}`, 'date', given);
  };
  const y = own(object, 'y');
  if (y !== undefined && !Number.isFinite(y)) fail(`${place}.y`, 'number', y);
  return { label: required(own(object, 'label'), `${place}.label`), x: date('x'), from: date('from'), to: date('to'), y: y as number | undefined };
}

function field(value: unknown, place: string): Field {
  const object = fields(value, place);
  const name = own(object, 'name');
  if (typeof name !== 'string' || name === '') fail(`${place}.name`, 'string', name);
  const type = own(object, 'type') ?? 'string';
  if (!TYPES.has(type)) fail(`${place}.type`, 'fieldType', type);
  const constraints = own(object, 'constraints');
  const rules = constraints === undefined ? {} : fields(constraints, `${place}.constraints`);
  const bound = (key: string, none: number): number => {
    const given = own(rules, key);
    return typeof given === 'number' ? given : none;
  };
  const categories = own(object, 'categories');
  return {
    name,
    type: type as FieldType,
    title: text(own(object, 'title'), `${place}.title`) || clean(name),
    unit: text(own(object, 'unit'), `${place}.unit`),
    required: own(rules, 'required') === true,
    minimum: bound('minimum', -Infinity),
    maximum: bound('maximum', Infinity),
    categories: categories === undefined ? null : new Set(list(categories, `${place}.categories`).map((each) => (isFields(each) ? own(each, 'value') : each))),
  };
}

function fieldsOf(declared: unknown, place: string): readonly Field[] {
  const names = new Set<string>();
  return list(declared, place).map((each, i) => {
    const one = field(each, `${place}[${i}]`);
    if (names.has(one.name)) fail(`${place}[${i}].name`, 'uniqueField', one.name);
    names.add(one.name);
    return one;
  });
}

/** The rows of `data`, whichever way round they stand. */
interface Rows {
  readonly length: number;
  readonly names: readonly string[];
  cells(name: string): Cells;
  place(row: number, name: string): string;
}

type Typed = readonly unknown[] | Float64Array;
const isList = (value: unknown): value is Typed => Array.isArray(value) || value instanceof Float64Array;

function rowsOf(data: unknown, place: string): Rows {
  if (Array.isArray(data)) {
    const records: readonly unknown[] = data;
    const names = new Set<string>();
    for (let row = 0; row < records.length; row++) {
      const record = fields(records[row], `${place}[${row}]`);
      // the first and last rows name the fields that no schema does; looking at every one of a million costs more than it finds
      if (row < 100 || row >= records.length - 100) for (const name of Object.keys(record)) names.add(name);
    }
    return {
      length: records.length,
      names: [...names],
      cells: (name) => (row) => own(records[row] as Fields, name),
      place: (row, name) => `${place}[${row}].${clean(name, 60)}`,
    };
  }
  const columns = fields(data, place);
  const names = Object.keys(columns);
  const lists = new Map(names.map((name) => [name, own(columns, name)]));
  let length = -1;
  for (const [name, values] of lists) {
    if (!isList(values)) fail(`${place}.${clean(name, 60)}`, 'array', values);
    if (length >= 0 && values.length !== length) fail(`${place}.${clean(name, 60)}`, 'equalLength', `${values.length} of ${length}`);
    length = values.length;
  }
  return {
    length: Math.max(0, length),
    names,
    cells: (name) => {
      const values = lists.get(name) as Typed | undefined;
      return (row) => values?.[row];
    },
    place: (row, name) => `${place}.${clean(name, 60)}[${row}]`,
  };
}

function table(name: string, title: string, data: unknown, declared: readonly Field[] | null, place: string, packageStatus: Status | null): Table {
  const rows = rowsOf(data, place);
  const infer = (key: string): Field => {
    const inferred = inferField(key, rows.cells(key), rows.length);
    return key === 'min' || key === 'max' ? { ...inferred, type: 'number' } : inferred;
  };
  // a row may carry a status, bounds or an unfinished period that the schema does not list
  const all = declared ? [...declared, ...rows.names.filter((key) => RESERVED.has(key) && !declared.some((each) => each.name === key)).map(infer)] : rows.names.map(infer);
  const columns: Column[] = [];
  const statuses = new Uint8Array(rows.length).fill(STATUSES.indexOf(packageStatus));
  let unfinished: Uint8Array | null = null;
  for (const each of all) {
    const cells = rows.cells(each.name);
    if (each.name === 'status') {
      for (let row = 0; row < rows.length; row++) {
        const given = status(cells(row), rows.place(row, 'status'));
        if (given) statuses[row] = STATUSES.indexOf(given);
      }
    } else if (each.name === 'complete') {
      unfinished = new Uint8Array(rows.length);
      for (let row = 0; row < rows.length; row++) {
        const given = cells(row);
        if (given !== undefined && given !== null && typeof given !== 'boolean') fail(rows.place(row, 'complete'), 'boolean', given);
        unfinished[row] = given === false ? 1 : 0;
      }
    } else {
      columns.push(columnOfCells(each, cells, rows.length, (row) => rows.place(row, each.name)));
    }
  }
  // a record that lacks a declared field throughout is a misspelt schema, not a table of gaps
  for (const each of declared ?? []) {
    if (rows.length > 0 && !rows.names.includes(each.name) && !RESERVED.has(each.name)) fail(rows.place(0, each.name), 'required', undefined);
  }
  return { name, title, length: rows.length, columns, statuses, unfinished, place: (row, key) => (key === undefined ? `${place}[${row}]` : rows.place(row, key)) };
}

const EMPTY: Fields = {};

/**
 * The dataset in `value`: a Data Package with inline rows, an array of records, or an object of columns of equal length.
 * `resource` names the resource to draw (default: the first with rows). Throws a DataError with the first fault's place.
 */
export function read(value: unknown, resource = ''): Dataset {
  const isPackage = isFields(value) && (Object.hasOwn(value, 'resources') || Object.hasOwn(value, '$schema'));
  if (!isPackage && !Array.isArray(value) && !isFields(value)) fail('dataset', 'dataset', value);
  const root: Fields = isPackage ? value : EMPTY;
  const origin = provenance(own(root, 'provenance'), 'provenance');
  const tables = new Map<string, Table>();
  if (isPackage) {
    list(own(root, 'resources'), 'resources').forEach((each, i) => {
      const place = `resources[${i}]`;
      const object = fields(each, place);
      const schema = own(object, 'schema');
      const declared = schema === undefined ? undefined : own(fields(schema, `${place}.schema`), 'fields');
      const name = text(own(object, 'name'), `${place}.name`) || `resource-${i + 1}`;
      const data = own(object, 'data');
      if (data === undefined) fail(`${place}.data`, 'rows', own(object, 'path') ?? undefined);
      tables.set(
        name,
        table(
          name,
          text(own(object, 'title'), `${place}.title`),
          data,
          declared === undefined ? null : fieldsOf(declared, `${place}.schema.fields`),
          `${place}.data`,
          origin.status,
        ),
      );
    });
  } else {
    tables.set('data', table('data', '', value, null, 'data', null));
  }
  const drawn = resource === '' ? tables.values().next().value : tables.get(resource);
  if (!drawn) fail('resources', resource === '' ? 'rows' : 'resource', resource || undefined);
  return {
    name: text(own(root, 'name'), 'name'),
    title: text(own(root, 'title'), 'title'),
    description: text(own(root, 'description'), 'description'),
    version: text(own(root, 'version'), 'version'),
    created: text(own(root, 'created'), 'created'),
    sources: list(own(root, 'sources'), 'sources').map((one, i) => source(one, `sources[${i}]`)),
    licenses: list(own(root, 'licenses'), 'licenses').map((one, i) => source(one, `licenses[${i}]`)),
    provenance: origin,
    revisions: list(own(root, 'revisions'), 'revisions').map((one, i) => revision(one, `revisions[${i}]`)),
    annotations: list(own(root, 'annotations'), 'annotations').map((one, i) => annotation(one, `annotations[${i}]`)),
    tables,
    table: drawn,
  };
}
