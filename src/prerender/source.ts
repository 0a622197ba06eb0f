import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseCSV } from '../data/csv.js';
import { LoadError } from '../data/errors.js';
import { matches } from '../data/integrity.js';
import { load } from '../data/load.js';
import { parseJSON } from '../data/text.js';
import { read } from '../data/read.js';
import type { Dataset } from '../data/table.js';

/** Where a page's addresses lead on this disk. */
export interface Site {
  /** The page's file; relative addresses start from it. Default `index.html` in `root`. */
  readonly file?: string;
  /** The folder that an address with a leading slash starts from. Default: where the process runs. */
  readonly root?: string;
}

/** An address in a page as a URL of the web or of a file; `base` is the page's own `<base href>`, or ''. Undefined where it is none that a page may read. */
export function locate(address: string, site: Site, base = ''): URL | undefined {
  const root = path.resolve(site.root ?? '.');
  const page = pathToFileURL(path.resolve(site.file ?? path.join(root, 'index.html')));
  const step = (given: string, from: URL): URL => {
    if (from.protocol !== 'file:') return new URL(given, from);
    if (given.startsWith('//')) return new URL(`https:${given}`);
    return given.startsWith('/') ? new URL(`.${given}`, pathToFileURL(`${root}/`)) : new URL(given, from);
  };
  // a page of the web may not name files of the reader's disk, nor may ours
  if (/^(?!https?:)[a-z][a-z\d+.-]*:/i.test(address)) return undefined;
  try {
    return step(address, base ? step(base, page) : page);
  } catch {
    return undefined;
  }
}

/** The bytes as text, by their byte order mark, else UTF-8; `keepMark` leaves it in the text. */
export function decode(bytes: Uint8Array, keepMark = false): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: keepMark }).decode(bytes);
  } catch {
    throw new LoadError('encoding');
  }
}

export const looksLikeJSON = (text: string, name: string): boolean => /^\s*[[{<]/.test(text) || !/\S/.test(text) || /\.json$/i.test(name);

/** The value in a file's text: JSON where it looks like it, else a CSV's columns. */
export const parseText = (text: string, name: string): unknown => (looksLikeJSON(text, name) ? parseJSON(text) : parseCSV(text));

/** A file that is not there, or cannot be read. */
export class FileError extends Error {
  constructor(file: string, code: string | undefined) {
    super(`${file}: ${code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'this is a folder, not a file' : code === 'EACCES' ? 'the file may not be read' : `the file cannot be read (${code ?? 'unknown reason'})`}.`);
    this.name = 'FileError';
  }
}

export async function readBytes(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    throw new FileError(path.relative('', file) || file, (error as { code?: string }).code);
  }
}

/** What a chart says of its data. */
export interface Request {
  readonly resource: string;
  readonly integrity: string;
  readonly crossorigin: string;
}

/** The checked dataset at an address of the web or in a file. `seen` is told the raw value as soon as it is here. */
export async function datasetAt(url: URL, { resource, integrity, crossorigin }: Request, seen: (value: unknown) => void = () => undefined): Promise<Dataset> {
  if (url.protocol !== 'file:') return load({ url: url.href, resource, integrity, crossorigin, maxBytes: 0 }, new AbortController().signal);
  const file = fileURLToPath(url);
  const bytes = await readBytes(file);
  if (integrity && !(await matches(bytes, integrity))) throw new LoadError('integrity');
  const value = parseText(decode(bytes), file);
  seen(value);
  return read(value, resource);
}
