import { STATUSES, type Dataset, type Status, type Table } from '../data/table.js';
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
 * What a caption says of the dataset's citation beside its first source: all of it, since its licence may ask for these
 * words, or nothing where it begins with that source's title and so would say it twice. `own` is a source that an author
 * put in the first one's place.
 */
export const citationBeside = ({ sources: [first], provenance: { citation } }: Dataset, own = ''): string => (!own && first && citation.startsWith(first.title || '-') ? '' : citation);
