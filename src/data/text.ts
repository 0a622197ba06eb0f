import { DataError, LoadError, clean } from './errors.js';

/** The text in an answer's bytes: UTF-8, or UTF-16 with a byte-order mark. A LoadError where it is neither. */
export function decode(bytes: Uint8Array<ArrayBuffer>): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new LoadError('encoding'); // a gzip served as text, say
  }
}

/** JSON where the text looks like it, else CSV; d3-dsv comes only for the latter. */
export async function parse(text: string, url: string): Promise<unknown> {
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
