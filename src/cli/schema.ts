import { DataError, describe } from '../data/errors.js';

/** JSON Schema 2020-12 as far as our own data/schema.json uses it. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly uniqueItems?: boolean;
  readonly required?: readonly string[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
}

const KINDS: Readonly<Record<string, string>> = { object: 'an object', array: 'an array', string: 'text', number: 'a number', boolean: 'true or false', null: 'null' };
const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const inPlace = (place: string, key: string): string => (place ? `${place}.${key}` : key);
const HINTS: readonly (readonly [RegExp, string])[] = [[/https\?/, 'an address that begins with http or https'], [/\[a-z0-9\]/, 'a short name of small letters, digits, dots and hyphens'], [/T\\d/, 'a date and time such as 2026-11-24T00:00:00Z'], [/\\d\{4\}/, 'a calendar date such as 2026-11-24']];

/** Every fault that a schema sees in a value. */
export function schemaFaults(whole: Schema, value: unknown): readonly DataError[] {
  const look = (schema: Schema, value: unknown, place: string): DataError[] => {
    const faults: DataError[] = [];
    const fail = (expected: string, at = place, found = describe(value)): void => void faults.push(new DataError(at, expected, found));
    const also = (each: Schema | undefined, inner: unknown, at: string): void => void (each && faults.push(...look(each, inner, at)));
    if (schema.$ref) also(whole.$defs?.[schema.$ref.replace('#/$defs/', '')], value, place);
    const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
    if (types && !types.includes(typeOf(value))) {
      fail(types.map((type) => KINDS[type] ?? type).join(' or '));
      return faults; // the rest speaks of that type
    }
    if (schema.enum && !schema.enum.includes(value)) fail(`one of ${schema.enum.map(describe).join(', ')}`);
    if (typeof value === 'string') {
      if (value.length < (schema.minLength ?? 0)) fail('words');
      else if (schema.pattern && !new RegExp(schema.pattern, 'u').test(value)) fail(HINTS.find(([form]) => form.test(schema.pattern ?? ''))?.[1] ?? `text like ${schema.pattern}`);
    } else if (Array.isArray(value)) {
      if (value.length < (schema.minItems ?? 0)) fail('at least one entry');
      if (schema.uniqueItems && new Set(value).size < value.length) fail('each entry once');
      if (schema.items) value.forEach((each: unknown, i) => also(schema.items, each, `${place}[${i}]`));
    } else if (typeof value === 'object' && value !== null) {
      const fields = value as Readonly<Record<string, unknown>>;
      const keys = Object.keys(fields);
      if (keys.length < (schema.minProperties ?? 0)) fail('at least one field');
      const needed = new Set([...(schema.required ?? []), ...Object.entries(schema.dependentRequired ?? {}).flatMap(([key, others]) => (keys.includes(key) ? others : []))]);
      for (const key of needed) if (!keys.includes(key)) fail('it to be there', inPlace(place, key), 'nothing');
      for (const key of keys) {
        const known = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
        if (known) also(known, fields[key], inPlace(place, key));
        else if (schema.additionalProperties === false) fail('one of the documented keys', inPlace(place, key), JSON.stringify(key));
        else if (typeof schema.additionalProperties === 'object') also(schema.additionalProperties, fields[key], inPlace(place, key));
      }
    }
    if (schema.if) also(look(schema.if, value, place).length ? schema.else : schema.then, value, place);
    for (const [choices, most] of [[schema.anyOf, Infinity], [schema.oneOf, 1]] as const) {
      if (!choices) continue;
      const fitting = choices.filter((choice) => look(choice, value, place).length === 0).length;
      const names = choices.map(({ required }) => required?.join(' and ')).filter(Boolean);
      if (fitting < 1 || fitting > most) fail(names.length ? `${most === 1 ? 'just one' : 'one'} of ${names.join('; ')}` : 'values of one kind and nulls');
    }
    return faults;
  };
  return look(whole, value, '');
}
