import { DataError, LoadError, clean } from './errors.js';
import { arriving, reader } from './reader.js';
import type { Dataset } from './table.js';

export interface Request {
  /** Absolute http or https address. */
  readonly url: string;
  /** Resource to draw; '' for the first with rows. */
  readonly resource: string;
  /** Subresource Integrity metadata the bytes must match; '' for none. */
  readonly integrity: string;
  /** As on `<script>`: credentials go along on the same origin only, unless "use-credentials". */
  readonly crossorigin: string;
  /** Bytes after which the answer is refused. Default 50 million. */
  readonly maxBytes: number;
}

const TIMEOUT_SECONDS = 20;
const WAITS = [500, 2000];
const MAX_BYTES = 50_000_000;

interface Entry {
  readonly value: Promise<unknown>;
  readonly abort: AbortController;
  readonly datasets: Map<string, Dataset>;
  users: number;
}

/** Answers under way or in use, by address: many charts of one dataset ask once. */
const entries = new Map<string, Entry>();

/**
 * The checked dataset at an address. Charts that ask for the same address share one request; it is aborted when the
 * last of them aborts `signal`, and forgotten then. Up to two retries after a network fault or a 5xx answer, none
 * after a 4xx; 20 seconds at most in all. `fresh` skips what is here and the browser's cache. Rejects with a LoadError,
 * a DataError or the signal's reason.
 */
export async function load(request: Request, signal: AbortSignal, fresh = false): Promise<Dataset> {
  const { url, resource, integrity, crossorigin, maxBytes } = request;
  if (!/^https?:/.test(url)) throw new LoadError('address');
  signal.throwIfAborted();
  const key = [url, integrity, crossorigin, maxBytes].join(' ');
  let found = fresh ? undefined : entries.get(key);
  if (!found) {
    const abort = new AbortController();
    found = { value: fetchValue(request, fresh, abort.signal), abort, datasets: new Map(), users: 0 };
    entries.set(key, found);
  }
  const entry = found;
  const forget = (): void => void (entries.get(key) === entry && entries.delete(key));
  entry.users++;
  const left = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
      if (--entry.users > 0) return;
      entry.abort.abort();
      forget();
    }, { once: true });
  });
  try {
    const [value, read] = await Promise.race([Promise.all([entry.value, reader() ?? arriving()]), left]);
    let dataset = entry.datasets.get(resource);
    if (!dataset) entry.datasets.set(resource, (dataset = read(value, resource)));
    return dataset;
  } catch (error) {
    forget(); // a failed answer is not kept: the next chart, or a retry by the reader, asks anew
    throw error;
  }
}

async function fetchValue(request: Request, fresh: boolean, signal: AbortSignal): Promise<unknown> {
  const timeout = AbortSignal.timeout(TIMEOUT_SECONDS * 1000);
  const both = AbortSignal.any([signal, timeout]);
  for (let attempt = 0; ; attempt++) {
    try {
      return await parse(await fetchText(request, fresh, both), request.url);
    } catch (error) {
      const passing = error instanceof LoadError && (error.fault === 'network' || (error.fault === 'status' && error.detail >= 500));
      const wait = WAITS[attempt];
      if (passing && wait !== undefined && !both.aborted) await new Promise((resolve) => setTimeout(resolve, wait));
      if (signal.aborted) throw signal.reason;
      if (timeout.aborted) throw new LoadError('timeout', TIMEOUT_SECONDS);
      if (!passing || wait === undefined) throw error;
    }
  }
}

async function fetchText({ url, integrity, crossorigin, maxBytes }: Request, fresh: boolean, signal: AbortSignal): Promise<string> {
  const limit = maxBytes > 0 ? maxBytes : MAX_BYTES;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    const response = await fetch(url, { signal, credentials: crossorigin === 'use-credentials' ? 'include' : 'same-origin', cache: fresh ? 'no-cache' : 'default' });
    if (!response.ok) throw new LoadError('status', response.status);
    bytes = await bytesOf(response, limit);
  } catch (error) {
    if (error instanceof LoadError || signal.aborted) throw error;
    throw new LoadError('network');
  }
  if (integrity && !(await (await import('./integrity.js')).matches(bytes, integrity))) throw new LoadError('integrity');
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new LoadError('encoding'); // a gzip served as text, say
  }
}

/** The body, as long as it keeps under the limit: counted while it streams, since a header can be missing or wrong. */
async function bytesOf({ body, headers }: Response, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = Number(headers.get('content-length')) > limit ? Infinity : 0;
  const reader = body?.getReader();
  while (reader && length <= limit) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    chunks.push(value);
  }
  if (length > limit) {
    void reader?.cancel();
    throw new LoadError('size', limit);
  }
  const bytes = new Uint8Array(length);
  length = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return bytes;
}

/** JSON where the text looks like it, else CSV; d3-dsv comes only for the latter. */
async function parse(text: string, url: string): Promise<unknown> {
  return /^\s*[[{<]/.test(text) || !/\S/.test(text) || /\.json([?#]|$)/i.test(url) ? parseJSON(text) : (await import('./csv.js')).parseCSV(text);
}

/** The value of a JSON text; a DataError that shows its beginning, where it is none. */
export function parseJSON(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const start = text.trim();
    throw new DataError('dataset', 'JSON text', start ? JSON.stringify(clean(start, 40)) : 'nothing');
  }
}
