// What package.json promises, checked on the package as it would be published. Needs a build: npm run build.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
const npmCli = process.env.npm_execpath;
const npm = (args, options) =>
  npmCli ? run(process.execPath, [npmCli, ...args], options) : run('npm', args, { ...options, shell: process.platform === 'win32' });
const node = (args, options) => run(process.execPath, args, options);

const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const tags = readdirSync(`${root}src/elements`)
  .filter((file) => file.includes('-'))
  .map((file) => file.replace(/\.ts$/, ''));
// these register; types alone run nothing
const registers = (name) => name.startsWith('./define') || name === './react';
const isTypesOnly = (name) => name.startsWith('./jsx/');
const isInert = (name) => !name.endsWith('.json') && !registers(name) && !isTypesOnly(name);

/** A folder with the packed package installed as a user would have it: {folder, tarball, files}. */
const packed = {};

before(async () => {
  packed.folder = mkdtempSync(path.join(tmpdir(), 'packed-'));
  const { stdout } = await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', packed.folder], { cwd: root });
  const [{ filename, files }] = JSON.parse(stdout);
  packed.tarball = path.join(packed.folder, filename);
  packed.files = files.map((file) => file.path);

  const modules = path.join(packed.folder, 'node_modules');
  packed.installed = path.join(modules, manifest.name);
  mkdirSync(packed.installed, { recursive: true });
  await run('tar', ['-xzf', packed.tarball, '--strip-components=1', '-C', packed.installed]);
  // its dependencies, and theirs, as they are installed here; nothing of what only its developers install
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'));
  for (const [place, { dev, devOptional, optional }] of Object.entries(packages)) {
    if (place.lastIndexOf('node_modules/') !== 0 || dev || devOptional || optional) continue;
    mkdirSync(path.dirname(path.join(packed.folder, place)), { recursive: true });
    symlinkSync(root + place, path.join(packed.folder, place), 'junction');
  }
  writeFileSync(path.join(packed.folder, 'package.json'), '{"type": "module", "private": true}\n');
});
after(() => rmSync(packed.folder, { recursive: true, force: true }));

/** Every name that `exports` offers, its patterns filled with what they are for. */
function exportedNames() {
  const datasets = readdirSync(`${root}data`).filter((file) => file.endsWith('.json') && file !== 'schema.json');
  const fill = { './*': tags, './define/*': tags, './data/*.json': datasets.map((file) => file.replace(/\.json$/, '')) };
  return Object.keys(manifest.exports).flatMap((key) => (key.includes('*') ? fill[key].map((name) => key.replace('*', name)) : [key]));
}

test('every export resolves to a packed file, types included', () => {
  const targets = Object.values(manifest.exports).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)));
  for (const target of targets.filter((name) => !name.includes('*'))) assert.ok(packed.files.includes(target.slice(2)), target);
  for (const tag of tags) {
    for (const file of [`elements/${tag}`, `define/${tag}`]) {
      for (const ending of ['js', 'js.map', 'd.ts']) assert.ok(packed.files.includes(`dist/npm/${file}.${ending}`), `${file}.${ending}`);
    }
    for (const ending of ['js', 'js.map']) assert.ok(packed.files.includes(`dist/${tag}.${ending}`), `${tag}.${ending}`);
  }
});

test('each folder of src/ that the public surface names has its export', () => {
  for (const name of ['prerender', 'react']) {
    if (existsSync(`${root}src/${name}/index.ts`) || existsSync(`${root}src/${name}.ts`)) assert.ok(manifest.exports[`./${name}`], `./${name}`);
  }
  if (existsSync(`${root}src/cli/main.ts`)) assert.equal(manifest.bin?.[manifest.name], 'dist/npm/cli/main.js');
});

test('the names that others import are these: another one is a decision, one less a new major version', async () => {
  assert.deepEqual(Object.keys(manifest.exports), ['.', './define', './define/*', './react', './jsx/react', './jsx/preact', './jsx/solid', './data/*.json', './schema.json', './custom-elements.json', './package.json', './prerender', './*']);
  const names = async (entry) => Object.keys(await import(pathToFileURL(path.join(root, manifest.exports[entry].default)))).sort();
  assert.deepEqual(await names('.'), ['ChartClaim', 'ChartElement', 'ChartSources', 'DataError', 'EditorsNotes', 'LabBandsChart', 'LoadError', 'ModelRankChart', 'OriginSplitBar', 'OriginTrendChart', 'SentimentSplitBar', 'TokenPriceChart', 'TokenVolumeChart', 'addMessages', 'read']);
  assert.deepEqual(await names('./prerender'), ['CHARTS', 'cardSVG', 'png', 'prerender', 'still']);
});

test('npm publish --dry-run ends well and warns of nothing but that no one is logged in', async () => {
  const { stdout, stderr } = await npm(['publish', '--dry-run', '--ignore-scripts', '--json'], { cwd: root });
  assert.equal(JSON.parse(stdout)[manifest.name].version, manifest.version);
  assert.deepEqual(stderr.split('\n').filter((line) => /^npm (warn|error)/i.test(line) && !/logged in/.test(line)), []);
});

test('npm has nothing to correct in package.json: what it corrects on publishing, such as a bin with ./ before it, is left out', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fixed-'));
  const text = readFileSync(`${root}package.json`, 'utf8');
  writeFileSync(path.join(folder, 'package.json'), text);
  mkdirSync(path.join(folder, 'dist/npm/cli'), { recursive: true });
  writeFileSync(path.join(folder, 'dist/npm/cli/main.js'), '');
  await npm(['pkg', 'fix'], { cwd: folder });
  assert.deepEqual(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')), JSON.parse(text));
  rmSync(folder, { recursive: true });
});

test('files that package.json names exist', () => {
  const { main, types, customElements, bin = {}, 'web-types': webTypes } = manifest;
  for (const file of [main, types, customElements, webTypes, ...Object.values(bin)]) assert.ok(existsSync(root + file), file);
  for (const file of Object.values(bin)) assert.match(readFileSync(root + file, 'utf8'), /^#!\/usr\/bin\/env node\n/, file);
});

test('the package holds the builds, their maps, the data and the documents, and nothing else', () => {
  const allowed = [
    /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|custom-elements\.json)$/,
    /^data\/[^/]+\.json$/,
    /^dist\/npm\/.+\.(js|js\.map|d\.ts)$/,
    /^dist\/([^/]+|chunks\/[^/]+)\.js(\.map)?$/,
    /^dist\/open-token-charts\.css$/,
    /^dist\/(vscode\.html-custom-data|web-types|integrity|preload)\.json$/,
    /^dist\/embed\.html$/,
    /^dist\/NOTICE$/,
  ];
  assert.deepEqual(packed.files.filter((file) => !allowed.some((pattern) => pattern.test(file))), []);
  assert.ok(packed.files.includes('LICENSE'));
  const maps = packed.files.filter((file) => file.endsWith('.js.map'));
  for (const file of packed.files.filter((name) => name.endsWith('.js'))) assert.ok(maps.includes(`${file}.map`), `${file}.map`);
});

test('sideEffects names the files that register, and only files that exist', () => {
  const matches = (pattern, file) => new RegExp(`^${pattern.slice(2).replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`).test(file);
  for (const pattern of manifest.sideEffects) assert.ok(packed.files.some((file) => matches(pattern, file)), pattern);
  const registering = packed.files.filter(
    (file) => /\.js$/.test(file) && /customElements\s*\.define\(|\.define\(/.test(readFileSync(path.join(packed.installed, file), 'utf8')),
  );
  assert.ok(registering.length > 0);
  for (const file of registering.filter((name) => !name.startsWith('dist/chunks/'))) {
    assert.ok(manifest.sideEffects.some((pattern) => matches(pattern, file)), file);
  }
});

test('no install script, no eval, no process.env, no development Lit in what pages load', () => {
  for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) assert.equal(manifest.scripts[name], undefined, name);
  for (const file of packed.files.filter((name) => /^dist\/(?!npm\/).*\.js$/.test(name))) {
    const code = readFileSync(path.join(packed.installed, file), 'utf8');
    for (const pattern of [/\beval\(/, /new Function\b/, /\bprocess\.env\b/, /Lit is in dev mode/]) assert.doesNotMatch(code, pattern, file);
  }
});

test('the script form exports what the package exports, but what comes with the first data', async () => {
  const { parseAst } = await import('rollup/parseAst');
  const names = (file) =>
    parseAst(readFileSync(path.join(packed.installed, file), 'utf8'))
      .body.filter((node) => node.type === 'ExportNamedDeclaration')
      .flatMap((node) => node.specifiers.map((specifier) => specifier.exported.name))
      .sort();
  assert.deepEqual(names('dist/open-token-charts.js'), names('dist/npm/index.js').filter((name) => name !== 'read'));
  for (const tag of tags) assert.deepEqual(names(`dist/${tag}.js`), names(`dist/npm/elements/${tag}.js`), tag);
});

test('importing any class in Node, or in a worker of it, registers nothing and adds no global to those of Lit', async () => {
  const names = exportedNames().filter(isInert);
  const script = path.join(packed.folder, 'inert.js');
  writeFileSync(
    script,
    `
    import { Worker, isMainThread, parentPort } from 'node:worker_threads';
    const names = ${JSON.stringify(names.map((name) => manifest.name + name.slice(1)))};
    await import('lit'); // it adds its version marks and, in Node, an empty customElements
    const before = new Set(Reflect.ownKeys(globalThis));
    const exported = [];
    for (const name of names) exported.push([name, Object.keys(await import(name)).length]);
    const added = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
    const registered = ${JSON.stringify(tags)}.filter((tag) => globalThis.customElements?.get(tag));
    const result = { exported, added, registered };
    if (!isMainThread) parentPort.postMessage(result);
    else new Worker(new URL(import.meta.url)).once('message', (inWorker) => console.log(JSON.stringify([result, inWorker])));
    `,
  );
  const { stdout, stderr } = await node([script], { cwd: packed.folder });
  assert.equal(stderr, '');
  const results = JSON.parse(stdout);
  assert.equal(results.length, 2);
  for (const { exported, added, registered } of results) {
    for (const [name, count] of exported) assert.ok(count > 0, `${name} exports nothing`);
    assert.deepEqual({ added, registered }, { added: [], registered: [] });
  }
});

test('importing a class where customElements exists registers nothing', async () => {
  const script = path.join(packed.folder, 'registers.js');
  const tries = exportedNames().filter((name) => isInert(name) && name !== './prerender');
  writeFileSync(
    script,
    `
    const defined = [];
    globalThis.customElements = { define: (tag) => defined.push(tag), get: () => undefined };
    globalThis.HTMLElement = class {};
    for (const name of ${JSON.stringify(tries.map((name) => manifest.name + name.slice(1)))}) await import(name);
    const inert = [...defined];
    await import('${manifest.name}/define');
    console.log(JSON.stringify({ inert, defined }));
    `,
  );
  const { inert, defined } = JSON.parse((await node([script], { cwd: packed.folder })).stdout);
  assert.deepEqual(inert, []);
  assert.deepEqual(defined.sort(), [...tags].sort());
});

test('datasets, the schema and the manifest import as JSON', () => {
  for (const name of exportedNames().filter((entry) => entry.endsWith('.json'))) {
    const target = manifest.exports[name] ?? name;
    assert.doesNotThrow(() => JSON.parse(readFileSync(path.join(packed.installed, target), 'utf8')), name);
  }
});

test('types hold for users of bundlers and of Node, with every library checked', async () => {
  writeFileSync(
    path.join(packed.folder, 'user.ts'),
    [
      `import * as all from '${manifest.name}';`,
      `import '${manifest.name}/define';`,
      ...tags.flatMap((tag, i) => [`import '${manifest.name}/define/${tag}';`, `import * as one${i} from '${manifest.name}/${tag}';`]),
      ...tags.map((tag) => `document.createElement('${tag}').updateComplete satisfies Promise<boolean>;`),
      `console.log(all, ${tags.map((_, i) => `one${i}`).join(', ')});`,
    ].join('\n'),
  );
  const tsc = `${root}node_modules/typescript/bin/tsc`;
  const lib = ['es2023', 'dom', 'dom.iterable'];
  for (const resolution of [{ module: 'esnext', moduleResolution: 'bundler' }, { module: 'nodenext' }]) {
    const compilerOptions = { strict: true, noEmit: true, skipLibCheck: false, target: 'es2022', lib, types: [], ...resolution };
    writeFileSync(path.join(packed.folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['user.ts'] }));
    const { stdout } = await node([tsc, '-p', packed.folder]).catch((error) => error);
    assert.equal(stdout, '', JSON.stringify(resolution));
  }
});

test('publint finds nothing', async () => {
  const { publint } = await import('publint');
  const { formatMessage } = await import('publint/utils');
  const { messages, pkg } = await publint({ pkgDir: packed.installed, strict: true, pack: false });
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg, { color: false })), []);
});

test('Are the types wrong? finds nothing for ESM', async () => {
  const cli = `${root}node_modules/@arethetypeswrong/cli/dist/index.js`;
  const names = exportedNames().filter((name) => !name.endsWith('.json'));
  const args = ['--profile', 'esm-only', '--no-emoji', '--no-color', '--entrypoints', ...names.map((name) => name.replace(/^\.\//, ''))];
  const { stdout, code } = await node([cli, packed.tarball, '--format', 'ascii', ...args]).catch((error) => error);
  assert.equal(code, undefined, stdout);
});
