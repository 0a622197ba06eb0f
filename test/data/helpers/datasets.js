import { readdirSync, readFileSync } from 'node:fs';

export const DATA = new URL('../../../data/', import.meta.url);
export const HERE = new URL('../', import.meta.url);

/** The shipped datasets by name. */
export const datasets = new Map(
  readdirSync(DATA)
    .filter((file) => file.endsWith('.json') && file !== 'schema.json')
    .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(new URL(file, DATA), 'utf8'))]),
);

/** Rows of one table of one dataset; the first table unless another is named. */
export function rowsOf(dataset, resource) {
  const { resources } = datasets.get(dataset);
  return (resource ? resources.find(({ name }) => name === resource) : resources[0]).data;
}

/** Rows in groups that share the value of one key, in the order of first sight. */
export function groupBy(rows, key) {
  const groups = new Map();
  for (const row of rows) groups.set(row[key], [...(groups.get(row[key]) ?? []), row]);
  return groups;
}

export function sumOf(rows, key) {
  return rows.reduce((total, row) => total + row[key], 0);
}

/** Whether the two differ by no more than the tolerance. */
export function isNear(found, expected, tolerance) {
  return Math.abs(found - expected) <= tolerance;
}
