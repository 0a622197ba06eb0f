// For npm run mutate: the tests of src/data and src/geometry as one file that mocha runs in Node. The tests themselves are
// those of the browser; what they need of one is given by browser.js, and a test that needs more is passed over.
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const needCanvas = /(metrics|paint)\.test\.ts$/;
const units = ['data', 'geometry'].flatMap((folder) => readdirSync(here(`../unit/${folder}`)).filter((file) => file.endsWith('.test.ts') && !needCanvas.test(file)).map((file) => `../unit/${folder}/${file}`));
const tests = [...units, '../cuts.test.ts', '../crossings.test.ts', '../stack.test.ts', '../annotations.test.ts', '../data/facts.test.ts', '../data/diff.test.ts', 'golden-pictures.js'].map(here);
const entry = here('entry.tmp.js');
writeFileSync(entry, [here('browser.js'), ...tests].map((file) => `import ${JSON.stringify(file)};\n`).join(''));
await build({
  entryPoints: [entry],
  outfile: here('../../mutate.tmp/unit.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  tsconfig: here('../../tsconfig.json'),
  conditions: ['node'],
  alias: { '@open-wc/testing': here('browser.js'), '@web/test-runner-commands': here('browser.js') },
  plugins: [{ name: 'few runs', setup: ({ onResolve }) => onResolve({ filter: /^fast-check$/ }, ({ importer }) => (importer === here('fast-check.js') ? undefined : { path: here('fast-check.js') })) }],
  ignoreAnnotations: true, // the sources are our own package, whose modules have no side effects
  logLevel: 'error',
});
