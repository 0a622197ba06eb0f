// What the plugin that links late chunks to their entry makes of small programs.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { rollup } from 'rollup';
import { linkLateChunks } from '../../.config/link-late-chunks.js';

const folder = mkdtempSync(path.join(tmpdir(), 'late-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Builds a program of {file: code} from its entry a.js; gives the folder of the result. */
async function build(name, files, input = 'a.js') {
  const source = path.join(folder, name);
  mkdirSync(source);
  writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}');
  for (const [file, code] of Object.entries(files)) writeFileSync(path.join(source, file), code);
  const bundle = await rollup({ input: path.join(source, input), preserveEntrySignatures: 'allow-extension', plugins: [linkLateChunks()] });
  const dir = path.join(source, 'dist');
  const { output } = await bundle.write({ dir, format: 'es', chunkFileNames: 'chunks/[name]-[hash].js', sourcemap: true });
  return { dir, output };
}
const load = (dir, query = '') => import(`${pathToFileURL(path.join(dir, 'a.js'))}${query}`);

test('an entry under another address runs once, and late code shares its state', async () => {
  const { dir } = await build('state', {
    'a.js': `import { add, list } from './state.js'; add('entry'); export { list }; export const late = () => import('./late.js');`,
    'state.js': `const all = []; globalThis.runs = (globalThis.runs ?? 0) + 1; export const add = (x) => all.push(x); export const list = () => all;`,
    'late.js': `import { add, list } from './state.js'; add('late'); export const read = () => list().join(); export { list as again };`,
  });
  const entry = await load(dir, '?v=2');
  const late = await entry.late();
  assert.equal(globalThis.runs, 1);
  assert.equal(late.read(), 'entry,late');
  assert.equal((await entry.late()).read(), 'entry,late', 'the late chunk runs once');
  assert.equal(late.again, entry.list);
  assert.deepEqual(Object.keys(entry).sort(), ['late', 'list'], 'no export is added');
  delete globalThis.runs;
});

test('two copies of an entry each have late code of their own', async () => {
  const { dir } = await build('copies', {
    'a.js': `import { box } from './state.js'; export const set = (x) => { box.value = x; }; export const late = () => import('./late.js');`,
    'state.js': `export const box = { value: 0 };`,
    'late.js': `import { box } from './state.js'; export const read = () => box.value;`,
  });
  const [one, two] = [await load(dir, '?1'), await load(dir, '?2')];
  one.set(1);
  two.set(2);
  assert.deepEqual([(await one.late()).read(), (await two.late()).read()], [1, 2]);
});

test('late chunks may load and import each other', async () => {
  const { dir, output } = await build('chain', {
    'a.js': `import { base } from './base.js'; export const x = () => import('./x.js'); export const y = () => import('./y.js'); export const b = base;`,
    'base.js': `export const base = 'base'; export class Thing { name = base; }`,
    'x.js': `import { Thing } from './base.js'; export class Inner extends Thing {} export const more = () => import('./z.js');`,
    'y.js': `import { Inner } from './x.js'; export const make = () => new Inner();`,
    'z.js': `import { base } from './base.js'; export const shout = base + '!';`,
  });
  const entry = await load(dir, '?q');
  assert.equal((await (await entry.y()).make()).name, 'base');
  assert.equal((await (await entry.x()).more()).shout, 'base!');
  assert.equal((await entry.y()).make().constructor, (await entry.x()).Inner);
  for (const { fileName, type } of output) {
    if (type === 'chunk') assert.doesNotMatch(readFileSync(path.join(dir, fileName), 'utf8'), /from '\.\.\/a\.js'/, fileName);
  }
});

test('a late chunk that needs nothing of its entry is left as it is', async () => {
  const { dir } = await build('alone', { 'a.js': `export const late = () => import('./late.js');`, 'late.js': `export default 7; export const six = 6;` });
  assert.deepEqual({ ...(await (await load(dir)).late()) }, { default: 7, six: 6 });
});

test('a variable that changes can not be handed over: the build fails', async () => {
  const files = {
    'a.js': `import { count, more } from './state.js'; more(); export const now = () => count; export const late = () => import('./late.js');`,
    'state.js': `export let count = 0; export const more = () => { count += 1; };`,
    'late.js': `import { count } from './state.js'; export const read = () => count;`,
  };
  await assert.rejects(build('changes', files), /count of a changes/);
});
