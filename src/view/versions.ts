import { diff } from '../data/diff.js';
import { load } from '../data/load.js';
import { read } from '../data/read.js';
import type { Dataset, Table } from '../data/table.js';
import { changeSentences } from '../text/changes.js';
import type { Words } from '../text/words.js';

/** The version of a dataset before the one shown: in memory, or at an address. Rejects with a DataError or a LoadError. */
export async function earlier({ previous, previousSrc, baseURI }: { readonly previous: unknown; readonly previousSrc: string; readonly baseURI: string }, signal: AbortSignal): Promise<Dataset> {
  if (previous != null) return read(previous);
  const url = URL.canParse(previousSrc, baseURI) ? new URL(previousSrc, baseURI).href : previousSrc;
  return load({ url, resource: '', integrity: '', crossorigin: '', maxBytes: 0 }, signal);
}

/** What changed from one version of a table to the next, a sentence each. */
export const changes = (before: Table, after: Table, words: Words): readonly string[] => changeSentences(diff(before, after), words);
