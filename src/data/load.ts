import { DataError, LoadError, clean } from './errors.js';
import { read } from './read.js';
import type { Dataset } from './table.js';

export interface Request {
  /** Absolute http or https address. */
  readonly url: string;
  /** Resource to draw; '' for the first with rows. */
  readonly resource?: string;
  /** Subresource Integrity metadata the bytes must match; '' for none. */
  readonly integrity?: string;
  /** As on `<script>`: credentials go along on the same origin only, unless "use-credentials". */
  readonly crossorigin?: string;
  /** Bytes after which the answer is refused. Default 50 million. */
  readonly maxBytes?: number;
  /** Skip what is already there or under way, and the browser's cache. */
  readonly fresh?: boolean;
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
 * after a 4xx; 20 seconds at most in all. Rejects with a LoadError, a DataError or the signal's reason.
 */
export async function load(request: Request, signal: AbortSignal): Promise<Dataset> {
  const { url, resource = '', integrity = '', crossorigin = '', maxBytes = MAX_BYTES } = request;
  if (!/^https?:/.test(url)) throw new LoadError('address', url);
  signal.throwIfAborted();
  const key = [url, integrity, crossorigin, maxBytes].join(' ');
  let entry = request.fresh ? undefined : entries.get(key);
  if (!entry) {
    const abort = new AbortController();
    entry = { value: fetchValue(request, maxBytes, abort.signal), abort, datasets: new Map(), users: 0 };
    entries.set(key, entry);
  }
  const mine = entry;
  mine.users++;
  const release = (): void => {
    mine.users--;
    if (mine.users > 0) return;
    mine.abort.abort();
    if (entries.get(key) === mine) entries.delete(key);
  };
  signal.addEventListener('abort', release, { once: true });
  try {
    const value = await Promise.race([mine.value, rejection(signal)]);
    let dataset = mine.datasets.get(resource);
    if (!dataset) mine.datasets.set(resource, (dataset = read(value, resource)));
    return dataset;
  } catch (error) {
    // a failed answer is not kept: the next chart, or a retry by the reader, asks anew
    if (entries.get(key) === mine) entries.delete(key);
    throw error;
  }
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

async function fetchValue(request: Request, maxBytes: number, signal: AbortSignal): Promise<unknown> {
  const timeout = AbortSignal.timeout(TIMEOUT_SECONDS * 1000);
  const both = AbortSignal.any([signal, timeout]);
  for (let attempt = 0; ; attempt++) {
    const wait = WAITS[attempt];
    try {
      return parse(await fetchText(request, maxBytes, both), request.url);
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (timeout.aborted) throw new LoadError('timeout', request.url, TIMEOUT_SECONDS);
      const passing = error instanceof LoadError && (error.fault === 'network' || (error.fault === 'status' && error.detail >= 500));
      if (!passing || wait === undefined) throw error;
      await pause(wait, both);
      if (signal.aborted) throw signal.reason;
      if (timeout.aborted) throw new LoadError('timeout', request.url, TIMEOUT_SECONDS);
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}

async function fetchText(request: Request, maxBytes: number, signal: AbortSignal): Promise<string> {
  const { url, integrity = '', crossorigin = '', fresh } = request;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    const response = await fetch(url, {
      signal,
      credentials: crossorigin === 'use-credentials' ? 'include' : 'same-origin',
      cache: fresh ? 'no-cache' : 'default',
      // checked below where the page may use Web Crypto: only then can the reader be told what was wrong
      integrity: integrity && !globalThis.crypto?.subtle ? integrity : undefined,
    });
    if (!response.ok) throw new LoadError('status', url, response.status);
    if (Number(response.headers.get('content-length')) > maxBytes) throw new LoadError('size', url, maxBytes);
    bytes = await bytesOf(response, url, maxBytes);
  } catch (error) {
    if (error instanceof LoadError || signal.aborted) throw error;
    throw new LoadError('network', url);
  }
  if (integrity && globalThis.crypto?.subtle && !(await matches(bytes, integrity))) throw new LoadError('integrity', url);
  return decode(bytes, url);
}

async function bytesOf(response: Response, url: string, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maxBytes) {
      void reader.cancel();
      throw new LoadError('size', url, maxBytes);
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** Whether the bytes have one of the digests, the strongest kind given, as in the Subresource Integrity recommendation. */
async function matches(bytes: Uint8Array<ArrayBuffer>, integrity: string): Promise<boolean> {
  const given = integrity.trim().split(/\s+/).map((each) => /^(sha256|sha384|sha512)-([A-Za-z0-9+/_=-]+)/.exec(each)).filter((each) => each !== null);
  const strongest = given.map((each) => each[1] ?? '').sort().at(-1);
  if (strongest === undefined) return true; // metadata of unknown kinds is ignored, as browsers do
  const digest = new Uint8Array(await crypto.subtle.digest(strongest.replace('sha', 'SHA-'), bytes));
  const expected = btoa(String.fromCharCode(...digest));
  return given.some((each) => each[1] === strongest && each[2]?.replace(/-/g, '+').replace(/_/g, '/') === expected);
}

function decode(bytes: Uint8Array, url: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new LoadError('encoding', url); // a gzip served as text, say
  }
}

/** JSON where the text looks like it, else CSV; d3-dsv comes only for the latter. */
async function parse(text: string, url: string): Promise<unknown> {
  const start = /\S/.exec(text)?.[0] ?? '';
  if (start !== '{' && start !== '[' && start !== '<' && start !== '' && !/\.json([?#]|$)/i.test(url)) {
    const { parseCSV } = await import('./csv.js');
    return parseCSV(text);
  }
  return parseJSON(text);
}

/** The value of a JSON text; a DataError that shows its beginning, where it is none. */
export function parseJSON(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new DataError('dataset', 'json', text.trim() === '' ? 'nothing' : JSON.stringify(clean(text.trim(), 40)));
  }
}
