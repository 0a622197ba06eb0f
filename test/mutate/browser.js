// What the tests of pure functions use of a browser and of its test helpers, in Node.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export { expect } from '@esm-bundle/chai';

export const fixture = () => Promise.reject(new Error('needs a browser'));
export const html = () => '';
export const waitUntil = fixture;

/** A test that draws can't run here: it is passed over. */
const { it } = globalThis;
globalThis.it = (title, test) => (String(test).includes('fixture(') ? it.skip(title, test) : it(title, test));

globalThis.customElements ??= { get: () => undefined, define: () => undefined };
const { fetch } = globalThis;
globalThis.fetch = async (url, init) => (String(url).startsWith('/') ? new Response(await readFile(path.join(process.cwd(), String(url)))) : fetch(url, init));
