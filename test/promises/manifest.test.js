// custom-elements.json: complete, and the same names as in the source. Needs a build: npm run build.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file) => JSON.parse(readFileSync(root + file, 'utf8'));
const sources = readdirSync(`${root}src`, { recursive: true }).filter((file) => file.endsWith('.ts'));
const code = new Map(sources.map((file) => [file.replaceAll('\\', '/'), readFileSync(`${root}src/${file}`, 'utf8')]));
const all = [...code.values()].join('\n');
const tags = [...code.keys()].map((file) => /^elements\/(.+-.+)\.ts$/.exec(file)?.[1]).filter(Boolean).sort();

const { modules } = read('custom-elements.json');
const elements = modules.flatMap(({ declarations = [] }) => declarations.filter(({ kind, tagName }) => kind === 'class' && tagName));
const base = modules.flatMap(({ declarations = [] }) => declarations).find(({ name }) => name === 'ChartElement');

// the public names: a page may rely on them
const PARTS = 'figure heading subheading chart axis-x axis-y grid line area band bar segment dot label annotation tooltip legend table caption source status note controls error'.split(' ');
const PROPERTIES = [
  ...['font-family', 'ink', 'muted', 'grid', 'surface', 'accent'],
  ...Array.from({ length: 9 }, (_, i) => `color-${i + 1}`),
  ...['china', 'us', 'europe', 'other'],
].map((name) => `--chart-${name}`);
/** Parts of the drawing that no page may rely on, or that are one element's own. */
const OWN_PARTS = ['citation', 'crosshair', 'focus', 'svg'];

const names = (list = []) => list.map(({ name }) => name).sort();

test('the manifest has every element by its tag, with the file that registers it', () => {
  assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), tags);
  const defined = modules.flatMap(({ path, exports = [] }) => exports.filter(({ kind }) => kind === 'custom-element-definition').map(({ name }) => [name, path]));
  assert.deepEqual(defined.sort(), tags.map((tag) => [tag, `dist/npm/define/${tag}.js`]));
  assert.ok(!/"(path|module)":"\/?src\//.test(JSON.stringify(modules)), 'names a source file');
});

test('the manifest has the attributes that each class observes, each described', async () => {
  const classes = await import('../../dist/npm/index.js');
  for (const { name, attributes, tagName } of elements) {
    assert.deepEqual(names(attributes), [...classes[name].observedAttributes].sort(), tagName);
    assert.deepEqual(attributes.filter(({ description }) => !description).map((attribute) => attribute.name), [], tagName);
  }
});

test('the documented parts are the promised ones, and every part in the source is one of them', () => {
  assert.deepEqual(names(base.cssParts), [...PARTS].sort());
  const isClaim = (file) => file === 'elements/chart-claim.ts';
  const used = [...code].filter(([file]) => !isClaim(file)).flatMap(([, text]) => [...text.matchAll(/\bpart(?:: '|=")([a-z- ]+)['"]/g)].flatMap(([, part]) => part.split(' ')));
  assert.deepEqual([...new Set(used)].sort(), [...PARTS, ...OWN_PARTS].sort());
  const claim = elements.find(({ tagName }) => tagName === 'chart-claim');
  const inClaim = [...code.get('elements/chart-claim.ts').matchAll(/ part="([a-z-]+)"/g)].map(([, part]) => part);
  assert.deepEqual(names(claim.cssParts), [...new Set(inClaim)].sort());
});

test('the documented custom properties are the promised ones, and every one in the source is documented', async () => {
  assert.deepEqual(names(base.cssProperties), [...PROPERTIES].sort());
  const { chartStyles } = await import('../../dist/npm/view/styles.js');
  const { drawnStyles } = await import('../../dist/npm/view/drawn-styles.js');
  const written = new Set([...`${chartStyles.cssText}\n${drawnStyles.cssText}\n${all.replaceAll(/--chart-color-\d/g, '')}`.matchAll(/--chart-[a-z\d]+(?:-[a-z\d]+)*(?![-\w$])/g)].map(([name]) => name));
  const documented = [...new Set(elements.flatMap(({ cssProperties = [] }) => names(cssProperties)))];
  assert.deepEqual([...written].sort(), documented.sort());
});

test('editors get every tag and attribute of the manifest', () => {
  const { tags: listed } = read('dist/vscode.html-custom-data.json');
  const { contributions, version } = read('dist/web-types.json');
  assert.equal(version, read('package.json').version);
  const pairs = (list, key = 'name') => list.map((element) => [element[key], names(element.attributes)]);
  assert.deepEqual(pairs(listed), pairs(elements, 'tagName'));
  assert.deepEqual(pairs(contributions.html.elements), pairs(elements, 'tagName'));
  assert.deepEqual(listed.find(({ name }) => name === 'token-volume-chart').attributes.find(({ name }) => name === 'scale').values, [{ name: 'linear' }, { name: 'log' }]);
});
