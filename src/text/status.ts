import { STATUSES, type Dataset, type Source, type Status, type Table } from '../data/table.js';
import type { Words } from './words.js';

export const statusOf = (table: Table, row: number): Status | null => STATUSES[table.statuses[row] ?? 0] ?? null;

export const statusName = (status: Status | null, words: Words): string => words.say(status ?? 'notStated');

const counted = new WeakMap<Table, Uint32Array>();

/** How many rows have each status: counted once a table, since the caption is written at every change. */
function countsOf(table: Table): Uint32Array {
  let counts = counted.get(table);
  if (!counts) {
    counted.set(table, (counts = new Uint32Array(STATUSES.length)));
    for (const code of table.statuses) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** What the caption's chip says: the commonest status, and how many points have which other. */
export function statusLine(dataset: Dataset, words: Words): string {
  const { length } = dataset.table;
  const counts = countsOf(dataset.table);
  const order = [...counts.keys()].filter((code) => counts[code]).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const main = STATUSES[order[0] ?? 0] ?? (length === 0 ? dataset.provenance.status : null);
  const others = order.slice(1).map((code) => words.say('statusOf', { n: words.number(counts[code] ?? 0), total: words.number(length), status: statusName(STATUSES[code] ?? null, words).toLocaleLowerCase(words.locale) }));
  return [statusName(main, words), ...others].join(words.say('comma'));
}

/**
 * What a caption says of where the data is from: the first source, and the citation that its licence asks for, whole. Where
 * one names the other, only one is said: a citation "Source: … (address)" stands for the source of that address, and a
 * source for a citation that begins with its title. `own` is what an author put in the source's place.
 */
export function sourceLine({ sources: [first], provenance: { citation } }: Dataset, own = ''): { readonly source: Source | null; readonly citation: Source } {
  const address = first?.path.replace(/^\w+:\/\/|\/$/g, '');
  if (!own && first && address && /^source:/i.test(citation) && citation.includes(address)) return { source: null, citation: { title: citation, path: first.path } };
  const isSaid = !own && first && citation.startsWith(first.title || '-');
  return { source: own ? { title: own, path: '' } : (first ?? null), citation: { title: isSaid ? '' : citation, path: '' } };
}
