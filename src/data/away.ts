import { DataError, LoadError, type LoadFault } from './errors.js';
import { placeIn } from './place.js';
import type { Reader } from './reader.js';
import type { Dataset, Table } from './table.js';

/** What the worker is asked. */
export interface Question {
  readonly bytes: Blob;
  readonly url: string;
  readonly resource: string;
}

/** A dataset without what cannot be sent: the functions of its tables. */
export type Sent = Omit<Dataset, 'tables' | 'table'> & { readonly tables: ReadonlyMap<string, Omit<Table, 'place'>>; readonly drawn: string };

/** What the worker answers: a dataset, or the parts of the error it threw. */
export type Answer =
  | { readonly dataset: Sent }
  | { readonly data: { readonly place: string; readonly expected: string; readonly found: string } }
  | { readonly load: { readonly fault: LoadFault; readonly detail: number } }
  | { readonly failed: string };

/**
 * Reads a large answer in a worker, so that the page stays responsive; its numbers are handed over, not copied. It is read
 * here where the page has no worker for us: its policy, or a script of another origin, forbids it.
 */
export async function readAway(bytes: Blob, url: string, resource: string, signal: AbortSignal, here: Reader): Promise<Dataset> {
  signal.throwIfAborted(); // while this file was on its way: the worker would never hear of it
  return (await askWorker({ bytes, url, resource }, signal)) ?? here.read(await here.parse(here.decode(new Uint8Array(await bytes.arrayBuffer())), url), resource);
}

/** Null where the worker does not answer. Rejects as reading here would. */
function askWorker(question: Question, signal: AbortSignal): Promise<Dataset | null> {
  return new Promise((resolve, reject) => {
    let worker: Worker;
    try {
      worker = new Worker(scriptAddress(), { type: 'module' });
    } catch {
      return resolve(null);
    }
    const end = (): void => worker.terminate();
    signal.addEventListener('abort', end, { once: true });
    const done = (act: () => void) => (): void => {
      signal.removeEventListener('abort', end);
      end();
      act();
    };
    worker.onerror = (event) => {
      event.preventDefault(); // told by null: reading here says what is wrong, if anything is
      done(() => resolve(null))();
    };
    worker.onmessage = ({ data }: MessageEvent<Answer>) =>
      done(() => {
        if ('dataset' in data) resolve(revive(data.dataset));
        else if ('data' in data) reject(new DataError(data.data.place, data.data.expected, data.data.found));
        else if ('load' in data) reject(new LoadError(data.load.fault, data.load.detail));
        else resolve(null);
      })();
    worker.postMessage(question);
  });
}

/** Trusted Types take no plain address for a script; a page that requires them names our policy, see SECURITY.md. */
function scriptAddress(): URL {
  const address = new URL('./worker.js', import.meta.url);
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(text: string): string }): { createScriptURL(text: string): URL } } };
  policy ??= trustedTypes?.createPolicy('open-token-charts', { createScriptURL: (text) => text });
  return policy?.createScriptURL(address.href) ?? address;
}
let policy: { createScriptURL(text: string): URL } | undefined;

function revive({ tables: sent, drawn, ...rest }: Sent): Dataset {
  const tables = new Map([...sent].map(([name, table]): [string, Table] => [name, { ...table, place: placeIn(table.layout) }]));
  return { ...rest, tables, table: tables.get(drawn) as Table }; // the worker named it
}
