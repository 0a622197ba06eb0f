// What the tests of pure functions use of a browser and of its test helpers, in Node.
import { AsyncLocalStorage } from 'node:async_hooks';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export { expect } from '@esm-bundle/chai';

export const fixture = () => Promise.reject(new Error('needs a browser'));
export const html = () => '';
export const waitUntil = fixture;
export const executeServerCommand = fixture;

/** A test that draws can't run here: it is passed over. */
const { it } = globalThis;
globalThis.it = (title, test) => (String(test).includes('fixture(') ? it.skip(title, test) : it(title, test));

globalThis.customElements ??= { get: () => undefined, define: () => undefined };
const { fetch } = globalThis;
globalThis.fetch = async (url, init) => (String(url).startsWith('/') ? new Response(await readFile(path.join(process.cwd(), String(url)))) : fetch(url, init));

/** A worker in this realm: its messages are cloned and its buffers handed over, as a real one's are. */
const asking = new AsyncLocalStorage();
const worker = new EventTarget();
worker.postMessage = (answer, options) => asking.getStore().hear(structuredClone(answer, options));
globalThis.self ??= worker;
globalThis.Worker ??= class extends EventTarget {
  #url;
  #ended = false;
  constructor(url) {
    super();
    this.#url = String(url);
  }
  async postMessage(question) {
    if (!this.#url.endsWith('mutate.tmp/worker.js')) return void setTimeout(() => this.onerror(new Event('error', { cancelable: true })));
    const data = structuredClone(question);
    await import('../../src/data/worker.js');
    asking.run(this, () => worker.dispatchEvent(new MessageEvent('message', { data })));
  }
  hear(data) {
    if (this.#ended) return;
    const event = new MessageEvent('message', { data });
    this.dispatchEvent(event);
    this.onmessage(event);
  }
  terminate() {
    this.#ended = true;
  }
};
