import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { DATA } from './datasets.js';

const schema = JSON.parse(readFileSync(new URL('schema.json', DATA), 'utf8'));
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

/** @returns {string[]} the place of every fault the schema sees: `resources[0].data[2].tokens` */
export function placesOfFaults(dataset) {
  return validate(dataset) ? [] : validate.errors.map(placeOf);
}

/** Ajv points at the parent of a key that lacks or is too much; the place is that of the key. */
function placeOf({ instancePath, params }) {
  const key = params.missingProperty ?? params.additionalProperty;
  const keys = instancePath.split('/').slice(1);
  if (key !== undefined) keys.push(key);
  return keys.map((name, depth) => (/^\d+$/.test(name) ? `[${name}]` : `${depth > 0 ? '.' : ''}${name}`)).join('');
}
