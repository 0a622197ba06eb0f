import { expect } from '@open-wc/testing';
import { DataError, LoadError, type LoadFault } from '../../../src/data/errors.js';
import { load, type Request } from '../../../src/data/load.js';
import { parseCSV } from '../../../src/data/csv.js';
import { matches } from '../../../src/data/integrity.js';
import { decode, parse, parseJSON } from '../../../src/data/text.js';
import type { Dataset } from '../../../src/data/table.js';

type Answer = (url: string, init: RequestInit) => Response | Promise<Response>;

const { fetch: realFetch, setTimeout: realSetTimeout } = globalThis;
const realTimeout = AbortSignal.timeout.bind(AbortSignal);
let asked: { url: string; init: RequestInit }[] = [];
let count = 0;
/** A new address each time: answers in use are shared by address. */
const address = (ending = '.json'): string => `https://data.example/${++count}${ending}`;

function answering(answer: Answer): void {
  globalThis.fetch = (input, init = {}) => {
    const url = typeof input === 'string' ? input : '';
    asked.push({ url, init });
    return Promise.resolve().then(() => answer(url, init));
  };
}
const json = (value: unknown = [{ v: 1 }], init?: ResponseInit): Response => new Response(JSON.stringify(value), init);
/** An answer that never comes: it ends with its signal, as fetch's do. */
const never: Answer = (_, { signal }) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));

const ask = ({ fresh = false, ...request }: Partial<Request> & { url: string; fresh?: boolean }, signal = new AbortController().signal): Promise<Dataset> => load({ resource: '', integrity: '', crossorigin: '', maxBytes: 50_000_000, ...request }, signal, fresh);
async function failure(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('it arrived');
}
const fault = async (promise: Promise<unknown>): Promise<{ fault: LoadFault; detail: number }> => {
  const error = await failure(promise);
  if (!(error instanceof LoadError)) throw error;
  return { fault: error.fault, detail: error.detail };
};

/** Lets every pause pass at once and returns their lengths. */
function passingPauses(): number[] {
  const pauses: number[] = [];
  globalThis.setTimeout = ((run: () => void, milliseconds = 0) => {
    pauses.push(milliseconds);
    return realSetTimeout(run, 0);
  }) as typeof setTimeout;
  return pauses;
}

describe('load', () => {
  beforeEach(() => {
    asked = [];
  });
  afterEach(() => {
    globalThis.fetch = realFetch;
    globalThis.setTimeout = realSetTimeout;
    AbortSignal.timeout = realTimeout;
  });

  it('asks once for one address, however many charts want it, and gives all the same dataset', async () => {
    answering(() => json());
    const url = address();
    const datasets = await Promise.all([ask({ url }), ask({ url }), ask({ url })]);
    expect(asked.length).to.equal(1);
    expect(new Set(datasets).size).to.equal(1);
    expect(datasets[0]?.table.length).to.equal(1);
  });

  it('asks once for two resources of one package', async () => {
    answering(() => json({ resources: [{ name: 'a', data: [{ v: 1 }] }, { name: 'b', data: [{ v: 1 }, { v: 2 }] }] }));
    const url = address();
    const [a, b] = await Promise.all([ask({ url, resource: 'a' }), ask({ url, resource: 'b' })]);
    expect([a.table.length, b.table.length, asked.length]).to.deep.equal([1, 2, 1]);
  });

  it('asks anew with fresh, past the browser\'s cache', async () => {
    answering(() => json());
    const url = address();
    await ask({ url });
    await ask({ url, fresh: true });
    expect(asked.map(({ init }) => init.cache)).to.deep.equal(['default', 'no-cache']);
  });

  it('sends credentials to other sites only where crossorigin says so', async () => {
    answering(() => json());
    for (const crossorigin of ['', 'anonymous', 'use-credentials']) await ask({ url: address(), crossorigin });
    expect(asked.map(({ init }) => init.credentials)).to.deep.equal(['same-origin', 'same-origin', 'include']);
  });

  it('goes on while one chart still waits, and aborts when the last has left', async () => {
    answering(never);
    const url = address();
    const [first, second] = [new AbortController(), new AbortController()];
    const failures = [failure(ask({ url }, first.signal)), failure(ask({ url }, second.signal))];
    await Promise.resolve();
    first.abort(new Error('left'));
    expect((await failures[0])?.message).to.equal('left');
    expect(asked[0]?.init.signal?.aborted).to.be.false;
    second.abort(new Error('left too'));
    expect((await failures[1])?.message).to.equal('left too');
    expect(asked[0]?.init.signal?.aborted).to.be.true;
  });

  it('forgets an answer when its last chart has left', async () => {
    answering(() => json());
    const url = address();
    const controller = new AbortController();
    await ask({ url }, controller.signal);
    controller.abort();
    await ask({ url });
    expect(asked.length).to.equal(2);
  });

  it('asks nothing for a signal that is aborted already', async () => {
    answering(() => json());
    expect((await failure(ask({ url: address() }, AbortSignal.abort(new Error('gone'))))).message).to.equal('gone');
    expect(asked.length).to.equal(0);
  });

  it('asks up to three times where the network fails, after half a second and two', async () => {
    const pauses = passingPauses();
    answering(() => {
      if (asked.length < 3) throw new TypeError('Failed to fetch');
      return json();
    });
    expect((await ask({ url: address() })).table.length).to.equal(1);
    expect([asked.length, ...pauses]).to.deep.equal([3, 500, 2000]);
  });

  it('gives up after the third network fault', async () => {
    passingPauses();
    answering(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await fault(ask({ url: address() }))).fault).to.equal('network');
    expect(asked.length).to.equal(3);
  });

  it('asks again where the body breaks off', async () => {
    passingPauses();
    answering(() => (asked.length < 2 ? new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError('network error')) })) : json()));
    await ask({ url: address() });
    expect(asked.length).to.equal(2);
  });

  for (const [status, times] of [[500, 3], [503, 3], [400, 1], [404, 1], [429, 1]] as const) {
    it(`asks ${times === 1 ? 'once' : 'three times'} where the answer is ${status}, and says so`, async () => {
      passingPauses();
      answering(() => new Response('no', { status }));
      expect(await fault(ask({ url: address() }))).to.deep.equal({ fault: 'status', detail: status });
      expect(asked.length).to.equal(times);
    });
  }

  it('does not keep a failure: the next chart asks anew', async () => {
    const url = address();
    answering(() => (asked.length < 2 ? new Response('', { status: 404 }) : json()));
    await failure(ask({ url }));
    expect((await ask({ url })).table.length).to.equal(1);
  });

  it('gives up after 20 seconds in all', async () => {
    const clock = new AbortController();
    const limits: number[] = [];
    AbortSignal.timeout = (milliseconds) => {
      limits.push(milliseconds);
      return clock.signal;
    };
    answering(never);
    const waiting = fault(ask({ url: address() }));
    await Promise.resolve();
    clock.abort(new DOMException('late', 'TimeoutError'));
    expect(await waiting).to.deep.equal({ fault: 'timeout', detail: 20 });
    expect([asked.length, ...limits]).to.deep.equal([1, 20_000]);
  });

  it('gives up between two tries where the time is over', async () => {
    const clock = new AbortController();
    AbortSignal.timeout = () => clock.signal;
    answering(() => {
      realSetTimeout(() => clock.abort(new DOMException('late', 'TimeoutError')), 5);
      return new Response('', { status: 503 });
    });
    expect((await fault(ask({ url: address() }))).fault).to.equal('timeout');
    expect(asked.length).to.equal(1);
  });

  it('refuses an answer whose header says that it is too large', async () => {
    answering(() => json([{ v: 1 }], { headers: { 'content-length': '1001' } }));
    expect(await fault(ask({ url: address(), maxBytes: 1000 }))).to.deep.equal({ fault: 'size', detail: 1000 });
  });

  it('stops reading a stream at the limit', async () => {
    let sent = 0;
    let cancelled = false;
    answering(() => new Response(new ReadableStream({
      pull(controller) {
        sent += 100;
        controller.enqueue(new Uint8Array(100));
      },
      cancel() {
        cancelled = true;
      },
    })));
    expect(await fault(ask({ url: address(), maxBytes: 1000 }))).to.deep.equal({ fault: 'size', detail: 1000 });
    expect(cancelled).to.be.true;
    expect(sent).to.be.at.most(10_000); // the browser reads some way ahead
  });

  it('takes an answer of just the limit', async () => {
    answering(() => new Response('[{"v":1}]'));
    expect((await ask({ url: address(), maxBytes: 9 })).table.length).to.equal(1);
  });

  describe('with integrity', () => {
    const text = '[{"v":1}]';
    const digest = async (kind: string, of = text): Promise<string> => {
      const bytes = new Uint8Array(await crypto.subtle.digest(kind.replace('sha', 'SHA-'), new TextEncoder().encode(of)));
      return `${kind}-${btoa(String.fromCharCode(...bytes))}`;
    };
    beforeEach(() => answering(() => new Response(text)));

    it('takes data with the right digest, of any of the three kinds, alone or in a list', async () => {
      for (const integrity of [await digest('sha256'), await digest('sha384'), await digest('sha512'), `${await digest('sha512', 'other')} ${await digest('sha512')}`, `  ${await digest('sha256')}?option  `]) {
        expect((await ask({ url: address(), integrity })).table.length, integrity).to.equal(1);
      }
    });

    it('refuses data with another digest, and asks once', async () => {
      const url = address();
      expect((await fault(ask({ url, integrity: await digest('sha384', 'other') }))).fault).to.equal('integrity');
      expect(asked.length).to.equal(1);
    });

    it('holds the strongest kind given, as the recommendation says', async () => {
      expect((await fault(ask({ url: address(), integrity: `${await digest('sha256')} ${await digest('sha512', 'other')}` }))).fault).to.equal('integrity');
    });

    it('passes over kinds it does not know, as browsers do', async () => {
      expect((await ask({ url: address(), integrity: 'md5-abc' })).table.length).to.equal(1);
    });
  });

  it('reads UTF-8 with a byte order mark, and UTF-16', async () => {
    const text = '[{"origin":"中国","v":1}]';
    const wide = (little: boolean): Uint8Array<ArrayBuffer> => {
      const view = new DataView(new ArrayBuffer(2 + text.length * 2));
      [...`\ufeff${text}`].forEach((character, i) => view.setUint16(i * 2, character.charCodeAt(0), little));
      return new Uint8Array(view.buffer);
    };
    for (const bytes of [new TextEncoder().encode(`\ufeff${text}`), wide(true), wide(false)]) {
      answering(() => new Response(bytes));
      expect((await ask({ url: address() })).table.columns[0]?.values[0]).to.equal('中国');
    }
  });

  it('refuses bytes that are no text: Latin-1, or a gzip served as it is', async () => {
    for (const bytes of [[0x5b, 0x22, 0xe9, 0x22, 0x5d], [0x1f, 0x8b, 0x08, 0x00]]) {
      answering(() => new Response(new Uint8Array(bytes)));
      expect((await fault(ask({ url: address() }))).fault).to.equal('encoding');
    }
  });

  it('says what came where a page was sent for the data', async () => {
    for (const ending of ['.json', '.csv']) {
      answering(() => new Response('<!doctype html>\n<title>Not found</title>', { headers: { 'content-type': 'application/json' } }));
      const error = await failure(ask({ url: address(ending) }));
      if (!(error instanceof DataError)) throw error;
      expect(error.message).to.contain('JSON');
      expect(error.found).to.contain('<!doctype html>');
    }
  });

  it('reads a CSV, whatever its address', async () => {
    answering(() => new Response('# Source: someone\nweek,v\n2026-05-25,1\n'));
    for (const ending of ['.csv', '', '.php?format=csv']) expect((await ask({ url: address(ending) })).table.columns.map(({ type }) => type)).to.deep.equal(['date', 'number']);
  });

  for (const url of ['javascript:alert(1)', 'data:application/json,[]', 'file:///data.json', 'ftp://example.org/a.json', '', 'data.json', ' https://example.org']) {
    it(`asks nothing for ${JSON.stringify(url)}`, async () => {
      answering(() => json());
      expect((await fault(ask({ url }))).fault).to.equal('address');
      expect(asked.length).to.equal(0);
    });
  }
});

describe('decode(bytes)', () => {
  const of = (...bytes: readonly number[]): string => decode(Uint8Array.from(bytes));
  it('takes UTF-16 only by a whole mark of its byte order', () => {
    expect(of(0xff, 0xfe, 0x41, 0x00)).to.equal('A');
    expect(of(0xfe, 0xff, 0x00, 0x41)).to.equal('A');
    expect(of(0x41, 0xc3, 0xbe)).to.equal('Aþ');
    expect(of()).to.equal('');
    for (const bytes of [[0xff, 0x41, 0x42, 0x43], [0x41, 0xfe, 0x42, 0x43], [0xfe, 0x41, 0x42, 0x43], [0x41, 0xff, 0x42, 0x43]]) expect(() => of(...bytes)).to.throw(LoadError, 'not text in UTF-8 or UTF-16');
  });
});

describe('parse(text, url)', () => {
  const url = 'https://data.example/data';
  const outcome = async (text: string, at = url): Promise<unknown> => {
    try {
      return await parse(text, at);
    } catch (error) {
      if (error instanceof DataError) return error.message;
      throw error;
    }
  };
  it('reads as JSON what begins like it, or is named so; all else as CSV', async () => {
    expect(await outcome(' \n[{"v":1}]')).to.deep.equal([{ v: 1 }]);
    expect(await outcome('{"v":[1]}', `${url}.csv`)).to.deep.equal({ v: [1] });
    expect(await outcome('note\n[1]\n')).to.deep.equal(parseCSV('note\n[1]\n'));
    expect(await outcome('v\n1\n', `${url}.json.csv`)).to.deep.equal(parseCSV('v\n1\n'));
    for (const json of ['.json', '.JSON', '.json?v=2', '.json#top']) expect(await outcome('v\n1\n', url + json)).to.equal('dataset: expected JSON text, found "v 1"');
    for (const nothing of ['', ' \n']) expect(await outcome(nothing)).to.equal('dataset: expected JSON text, found nothing');
  });
});

describe('matches(bytes, integrity)', () => {
  const bytes = new TextEncoder().encode('a page’s data');
  const hash = async (kind: '256' | '384' | '512', of = bytes): Promise<string> => btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest(`SHA-${kind}`, of))));

  it('knows digests in the address-safe alphabet, which has - and _ for + and /', async () => {
    for (let i = 0; ; i++) {
      const of = new TextEncoder().encode(String(i));
      const plain = await hash('256', of);
      if (!plain.includes('+') || !plain.includes('/')) continue;
      expect(await matches(of, `sha256-${plain.replace(/\+/g, '-').replace(/\//g, '_')}`)).to.equal(true);
      return;
    }
  });
  it('asks only the strongest kind, wherever it stands in the list', async () => {
    const wrong = await hash('512', new Uint8Array([1]));
    for (const given of [`sha512-${wrong} sha256-${await hash('256')}`, `sha256-${await hash('256')} sha512-${wrong}`, `sha384-${await hash('384')}\n\tsha512-${wrong} sha256-${await hash('256')}`]) expect(await matches(bytes, given), given).to.equal(false);
    expect(await matches(bytes, `sha256-${wrong} sha512-${await hash('512')}`)).to.equal(true);
    // a digest of another kind is no digest of this one
    expect(await matches(bytes, `sha256-${await hash('512')} sha512-${wrong}`)).to.equal(false);
  });
  it('passes over what is no digest', async () => {
    for (const given of ['', 'md5-abc', 'xsha256-abc', 'sha256', 'sha1-abc sha257-abc']) expect(await matches(bytes, given), given).to.equal(true);
    expect(await matches(bytes, `xsha512-abc sha256-${await hash('256')}`)).to.equal(true);
  });
});

describe('parseJSON', () => {
  for (const [text, found] of [['', 'nothing'], ['  \n', 'nothing'], ['{"a":1,}', '"{\\"a\\":1,}"'], ['NaN', '"NaN"']] as const) {
    it(`throws a DataError that shows ${found}`, () => expect(() => parseJSON(text)).to.throw(DataError, found));
  }
});

describe('load of an answer over 1 MB', () => {
  const { Worker: RealWorker } = globalThis;
  let workers: { url: string; answered: boolean; ended: boolean }[] = [];
  let began = (): void => undefined;
  beforeEach(() => {
    asked = [];
    workers = [];
    began = () => undefined;
    globalThis.Worker = class extends RealWorker {
      readonly #note: (typeof workers)[number];
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        workers.push((this.#note = { url: String(url), answered: false, ended: false }));
        queueMicrotask(began);
        this.addEventListener('message', () => (this.#note.answered = true));
      }
      override terminate(): void {
        this.#note.ended = true;
        super.terminate();
      }
    };
  });
  afterEach(() => {
    globalThis.fetch = realFetch;
    globalThis.Worker = RealWorker;
  });

  const ROWS = 600;
  const note = Array.from({ length: ROWS }, () => 'x'.repeat(2000)); // few rows, many bytes
  const columns = (more: Readonly<Record<string, unknown[]>> = {}): unknown => ({ note, date: Array.from({ length: ROWS }, (_, i) => new Date(i * 86_400_000).toISOString().slice(0, 10)), v: Array.from({ length: ROWS }, (_, i) => i * 1.5), ...more });
  const packaged = { title: 'Long', resources: [{ name: 'a', schema: { fields: [{ name: 'date', type: 'date' }, { name: 'v', type: 'number' }] }, data: columns() }, { name: 'b', data: columns({ w: Array.from({ length: ROWS }, () => 'x') }) }] };

  it('reads it in a worker, as it is read here, and ends the worker', async () => {
    answering(() => json(packaged));
    const { tables, table, ...rest } = await ask({ url: address(), resource: 'b' });
    const { read } = await import('../../../src/data/read.js');
    const { tables: expected, table: drawn, ...others } = read(packaged, 'b');
    expect(rest).to.deep.equal(others);
    expect([...tables.keys()]).to.deep.equal([...expected.keys()]);
    expect(table).to.equal(tables.get('b'));
    const { place, ...values } = table;
    const { place: placed, ...same } = drawn;
    expect(values).to.deep.equal(same);
    for (const field of ['v', undefined]) expect(place(7, field)).to.equal(placed(7, field));
    expect(workers.map(({ answered, ended }) => [answered, ended])).to.deep.equal([[true, true]]);
  });

  it('reads it once for charts of one resource, and each resource by itself', async () => {
    answering(() => json(packaged));
    const url = address();
    const [first, again, other] = await Promise.all([ask({ url, resource: 'a' }), ask({ url, resource: 'a' }), ask({ url, resource: 'b' })]);
    expect(again).to.equal(first);
    expect(other.table.name).to.equal('b');
    expect(asked).to.have.length(1);
    expect(workers.map(({ answered }) => answered)).to.deep.equal([true, true]);
  });

  it('reads CSV there too', async () => {
    answering(() => new Response(`date,v,note\n${note.map((each, i) => `2026-05-25,${i},${each}`).join('\n')}`));
    const { table } = await ask({ url: address('.csv') });
    expect([table.length, table.columns[1]?.values[ROWS - 1]]).to.deep.equal([ROWS, ROWS - 1]);
    expect(workers.map(({ answered }) => answered)).to.deep.equal([true]);
  });

  it('says what is wrong with it as if it were read here', async () => {
    answering(() => json(columns({ v: note.map((_, i) => (i === 400 ? 'n/a' : i)) })));
    const error = await failure(ask({ url: address() }));
    expect(error).to.be.instanceOf(DataError);
    expect(error.message).to.equal('data.v[400]: expected a finite number, found "n/a"');
    answering(() => new Response(new Uint8Array(1_200_000).fill(0x8b)));
    expect(await fault(ask({ url: address() }))).to.deep.equal({ fault: 'encoding', detail: 0 });
  });

  it('reads it here where the page has no worker for us', async () => {
    globalThis.Worker = class {
      constructor() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      }
    } as unknown as typeof Worker;
    answering(() => json(packaged));
    expect((await ask({ url: address() })).table.length).to.equal(ROWS);
  });

  it('reads it here where the worker does not start', async () => {
    globalThis.Worker = class extends RealWorker {
      constructor() {
        super('/nowhere/worker.js', { type: 'module' });
      }
    };
    answering(() => json(packaged));
    expect((await ask({ url: address() })).table.length).to.equal(ROWS);
  });

  it('ends the worker when no chart asks any more', async () => {
    answering(() => json(packaged));
    const abort = new AbortController();
    began = () => abort.abort();
    expect((await failure(ask({ url: address() }, abort.signal))).name).to.equal('AbortError');
    expect(workers.map(({ ended }) => ended)).to.deep.equal([true]);
  });
});
