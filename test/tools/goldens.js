// Writes test/golden/pictures/<tag>/<case>.svg, the picture of every case, from the npm build: in Node, never in a browser.
//   --check writes nothing and exits 1 where a picture differs, naming it.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cases } from '../../dist/demo/cases.js';
import * as elements from '../../dist/npm/index.js';
import { kebab } from '../../dist/npm/prerender/tags.js';
import { still } from '../../dist/npm/prerender/still.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = path.join(root, 'test/golden/pictures');
const classes = new Map(Object.entries(elements).map(([name, value]) => [kebab(name), value]));

/** File name of a case. */
export const fileOf = ({ tag, name }) => `${tag}/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}.svg`;

/** The picture of a case as text; what is said instead, where it is no picture. */
export async function pictureOf({ tag, data, src, attributes = {}, width = 680, dir, scheme = 'light' }) {
  try {
    const drawn = await still(classes.get(tag), attributes, data ?? readFileSync(path.join(root, 'data', src), 'utf8'));
    return drawn.svg({ width, theme: scheme, rtl: dir === 'rtl' });
  } catch (error) {
    return `<!-- ${error.message || 'empty'} -->\n`;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  const found = new Map();
  for (const each of cases) found.set(fileOf(each), await pictureOf(each));
  if (found.size !== cases.length) throw new Error('two cases of one tag share a name');
  const differing = [...found].filter(([file, text]) => !existsSync(path.join(folder, file)) || readFileSync(path.join(folder, file), 'utf8') !== text).map(([file]) => file);
  const stale = existsSync(folder) ? readdirSync(folder, { recursive: true }).map((file) => file.split(path.sep).join('/')).filter((file) => file.endsWith('.svg') && !found.has(file)) : [];
  if (check) {
    for (const file of [...differing, ...stale]) console.error(`${file} differs from what the case draws`);
    process.exitCode = differing.length + stale.length ? 1 : 0;
  } else {
    for (const file of stale) rmSync(path.join(folder, file));
    for (const file of differing) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), found.get(file));
    }
    console.log(`${found.size} pictures, ${differing.length} written, ${stale.length} removed`);
  }
}
