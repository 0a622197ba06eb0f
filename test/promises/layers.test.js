import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkLayers } from './layers.js';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const check = (file, text) => checkLayers(new Map([[file, text]]));

test('every import in src/ keeps the layers', () => {
  const files = readdirSync(src, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  assert.ok(files.length > 0);
  assert.deepEqual(checkLayers(new Map(files.map((file) => [file, readFileSync(src + file, 'utf8')]))), []);
});

test('checkLayers complains of each broken rule', () => {
  const broken = [
    ['data/read.ts', `import { html } from 'lit';`, /knows no Lit/],
    ['text/words.ts', `import { guard } from 'lit/directives/guard.js';`, /knows no Lit/],
    ['geometry/box.ts', `import { Task } from '@lit/task';`, /knows no Lit/],
    ['data/read.ts', `import { box } from '../geometry/box.js';`, /data may not import geometry/],
    ['data/read.ts', `import type { Box } from '../geometry/box.js';`, /data may not import geometry/],
    ['text/words.ts', `import { Size } from '../controllers/size.js';`, /text may not import controllers/],
    ['geometry/box.ts', `import { type Table, read } from '../data/read.js';`, /more than types/],
    ['geometry/box.ts', `import { say } from '../text/words.js';`, /more than types of \.\.\/text/],
    ['controllers/data.ts', `import { frame } from '../view/frame.js';`, /controllers may not import view/],
    ['view/chart.ts', `import '../elements/a-chart.js';`, /view may not import elements/],
    ['view/chart.ts', `const later = () => import('../elements/a-chart.js');`, /view may not import elements/],
    ['view/chart.ts', `export * from '../define/index.js';`, /view may not import define/],
    ['elements/a-chart.ts', `import { B } from './b-chart.js';`, /elements import no elements/],
    ['elements/a-chart.ts', `import '../define/a-chart.js';`, /elements may not import define/],
    ['index.ts', `import './define/index.js';`, /index may not import define/],
    ['view/axis.ts', `import { axisLeft } from 'd3-axis';`, /only geometry\/axis\.ts may/],
    ['view/axis.ts', `import { select } from 'd3-selection';`, /only geometry\/axis\.ts may/],
    ['view/chart.ts', `const a = await fetch('x');`, /fetches/],
    ['controllers/data.ts', `globalThis.fetch('x');`, /fetches/],
    ['controllers/data.ts', `const f = (x = fetch('a')) => x;`, /fetches/],
    ['data/read.ts', `new XMLHttpRequest();`, /fetches/],
    ['elements/a-chart.ts', `document.title;`, /uses document/],
    ['geometry/box.ts', `const w = globalThis.window;`, /uses window/],
    ['cli/main.ts', `const { body } = document;`, /uses document/],
    ['react/index.ts', `window.x = 1;`, /uses window/],
    ['view/chart.ts', `import { readFileSync } from 'node:fs';`, /run in Node alone/],
    ['data/read.ts', `import { clean } from './errors';`, /ending in \.js/],
    ['data/read.ts', `import data from '../../data/x.js';`, /outside src/],
    ['view/chart.ts', 'const load = (name: string) => import(`../elements/${name}.js`);', /computed/],
    ['helpers/x.ts', `export const x = 1;`, /no known layer/],
  ];
  for (const [file, text, expected] of broken) {
    const complaints = check(file, text);
    assert.equal(complaints.length, 1, `${file}: ${text} → ${JSON.stringify(complaints)}`);
    assert.match(complaints[0], expected);
  }
});

test('checkLayers leaves what keeps the rules alone', () => {
  const sound = [
    ['data/load.ts', `export const load = (url: string) => fetch(url);`],
    ['text/words.ts', `import type { Table } from '../data/table.js';`],
    ['text/words.ts', `import { type Table } from '../data/table.js';`],
    ['geometry/box.ts', `import type { Words } from '../text/words.js'; export const a: import('../data/table.js').Table = b;`],
    ['geometry/axis.ts', `import { axisLeft } from 'd3-axis'; import type { Selection } from 'd3-selection';`],
    ['controllers/size.ts', `import { read } from '../data/read.js'; document.hidden;`],
    ['view/chart.ts', `import { html } from 'lit'; import { Size } from '../controllers/size.js'; window.innerWidth;`],
    ['elements/index.ts', `export { A } from './a-chart.js';`],
    ['elements/a-chart.ts', `const a = { document: 1, window: 2 }; a.document; a.window; this.fetch();`],
    ['define/a-chart.ts', `import { A } from '../elements/a-chart.js'; import { register } from './register.js';`],
    ['controllers/refresh.ts', `export const start = (fetch: () => void) => { setTimeout(() => { fetch(); }, 1); };`],
    ['cli/main.ts', `import { readFileSync } from 'node:fs';`],
  ];
  for (const [file, text] of sound) assert.deepEqual(check(file, text), [], `${file}: ${text}`);
});
