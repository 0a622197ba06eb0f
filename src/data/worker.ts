// Runs in a worker: reads one large answer and sends the dataset, or why there is none.
import type { Answer, Question, Sent } from './away.js';
import { DataError, LoadError } from './errors.js';
import { read } from './read.js';
import type { Dataset } from './table.js';
import { decode, parse } from './text.js';

async function answer({ bytes, url, resource }: Question): Promise<Answer> {
  try {
    return { dataset: send(read(await parse(decode(new Uint8Array(await bytes.arrayBuffer())), url), resource)) };
  } catch (error) {
    if (error instanceof DataError) return { data: { place: error.place, expected: error.expected, found: error.found } };
    if (error instanceof LoadError) return { load: { fault: error.fault, detail: error.detail } };
    return { failed: String(error) };
  }
}

function send({ tables, table: drawn, ...rest }: Dataset): Sent {
  const sent = new Map([...tables].map(([name, { place: _, ...table }]) => [name, table]));
  return { ...rest, tables: sent, drawn: [...tables].find(([, table]) => table === drawn)?.[0] ?? '' };
}

/** The memory of all columns of numbers, which the page takes over. */
function buffersOf(found: Answer): Transferable[] {
  if (!('dataset' in found)) return [];
  return [...new Set([...found.dataset.tables.values()].flatMap(({ columns }) => columns.flatMap((column) => (column.kind === 'text' ? [] : [column.values.buffer as ArrayBuffer]))))];
}

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  void answer(data).then((found) => self.postMessage(found, { transfer: buffersOf(found) }));
});
