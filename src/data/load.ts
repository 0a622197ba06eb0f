import { LoadError } from './errors.js';
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

/** Bytes from which an answer is read off the main thread, where there are workers: parsing them would block frames. */
const LARGE = 1_000_000;

/** An answer: parsed, or as it came where it is large. */
type Body = { readonly value: unknown } | { readonly bytes: Blob };

interface Entry {
  readonly body: Promise<Body>;
  readonly abort: AbortController;
  readonly datasets: Map<string, Promise<Dataset>>;
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
    found = { body: fetchBody(request, fresh, abort.signal), abort, datasets: new Map(), users: 0 };
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
    let dataset = entry.datasets.get(resource);
    if (!dataset) entry.datasets.set(resource, (dataset = readBody(entry, request)));
    return await Promise.race([dataset, left]);
  } catch (error) {
    forget(); // a failed answer is not kept: the next chart, or a retry by the reader, asks anew
    throw error;
  }
}

async function readBody({ body, abort }: Entry, { url, resource }: Request): Promise<Dataset> {
  const [answer, here] = await Promise.all([body, reader() ?? arriving()]);
  if ('value' in answer) return here.read(answer.value, resource);
  const { readAway } = await import('./away.js').catch(() => {
    throw new LoadError('code');
  });
  return readAway(answer.bytes, url, resource, abort.signal, here);
}

async function fetchBody(request: Request, fresh: boolean, signal: AbortSignal): Promise<Body> {
  const timeout = AbortSignal.timeout(TIMEOUT_SECONDS * 1000);
  const both = AbortSignal.any([signal, timeout]);
  for (let attempt = 0; ; attempt++) {
    try {
      const chunks = await fetchChunks(request, fresh, both);
      if (lengthOf(chunks) > LARGE && typeof Worker !== 'undefined') return { bytes: new Blob([...chunks]) };
      const { decode, parse } = reader() ?? (await arriving());
      return { value: await parse(decode(join(chunks)), request.url) };
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

async function fetchChunks({ url, integrity, crossorigin, maxBytes }: Request, fresh: boolean, signal: AbortSignal): Promise<Chunks> {
  const limit = maxBytes > 0 ? maxBytes : MAX_BYTES;
  let chunks: Chunks;
  try {
    const response = await fetch(url, { signal, credentials: crossorigin === 'use-credentials' ? 'include' : 'same-origin', cache: fresh ? 'no-cache' : 'default' });
    if (!response.ok) throw new LoadError('status', response.status);
    chunks = await chunksOf(response, limit);
  } catch (error) {
    if (error instanceof LoadError || signal.aborted) throw error;
    throw new LoadError('network');
  }
  if (integrity && !(await (await import('./integrity.js')).matches(join(chunks), integrity))) throw new LoadError('integrity');
  return chunks;
}

/** The body, as long as it keeps under the limit: counted while it streams, since a header can be missing or wrong. */
async function chunksOf({ body, headers }: Response, limit: number): Promise<Chunks> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
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
  return chunks;
}

/** A body as it came; joined only where it is wanted in one piece. */
type Chunks = readonly Uint8Array<ArrayBuffer>[];
const lengthOf = (chunks: Chunks): number => chunks.reduce((sum, { length }) => sum + length, 0);

function join(chunks: Chunks): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(lengthOf(chunks));
  let place = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, place);
    place += chunk.length;
  }
  return bytes;
}
