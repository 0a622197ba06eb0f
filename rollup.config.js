// Five builds:
//   dist/npm/                   one module per source file, dependencies left as imports: what npm users bundle
//   dist/open-token-charts.js   every element in one file, for a script tag
//   dist/<tag>.js               one element each, shared code in dist/chunks/
//   dist/embed.html, .js        the page for frames, and embed-parent.js for the page around one
//   dist/demo/cases.js          the cases of test/cases/, for the demo's gallery; left out of the package
// What a reader may never ask for (table, downloads, sound, languages) is a dynamic import and becomes a file in
// dist/chunks/. `rollup -c --configScripts` leaves the npm build out.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { linkLateChunks } from './.config/link-late-chunks.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const inSource = (...parts) => path.join(here, 'src', ...parts);
const posix = (file) => file.split(path.sep).join('/');

const sources = readdirSync(inSource(), { recursive: true })
  .map(posix)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .sort();
const tags = sources.map((file) => /^define\/(.+-.+)\.ts$/.exec(file)?.[1]).filter(Boolean);

const typescript = () => esbuild({ target: 'es2022', tsconfig: path.join(here, 'tsconfig.json') });
// failOnError: else a template that can't be parsed would be passed on unminified with a mere warning
const templates = () => literalsHtmlCssMinifier({ include: ['src/**/*.ts'], failOnError: true });
const minify = () =>
  terser({ module: true, ecma: 2020, compress: { passes: 3, pure_getters: true, unsafe_arrows: true }, format: { comments: false } });

/** A warning is an error, but for those that say nothing of our code. */
function onwarn(warning) {
  const isCircularInD3 = warning.code === 'CIRCULAR_DEPENDENCY' && warning.ids?.every((id) => posix(id).includes('/node_modules/d3-'));
  const isTypesOnly = warning.code === 'EMPTY_BUNDLE';
  if (!isCircularInD3 && !isTypesOnly) throw new Error(warning.message);
}

/** d3 modules that our script builds do without: the stand-ins say why. */
function leanD3() {
  const standIns = new Map(['d3-array', 'd3-format', 'd3-interpolate', 'd3-path'].map((name) => [name, path.join(here, `.config/d3/${name}.js`)]));
  return { name: 'lean-d3', resolveId: (id) => standIns.get(id) ?? null };
}

/** Finds the sources by the built names that they import each other by; what registers is kept though nothing uses it. */
function sourceFiles() {
  return {
    name: 'source-files',
    resolveId(id, importer) {
      const file = id.startsWith('.') && importer ? path.resolve(path.dirname(importer), id) : id;
      if (!file.startsWith(`${inSource()}${path.sep}`)) return null;
      return { id: file.replace(/\.js$/, '.ts'), moduleSideEffects: file.startsWith(inSource('define', path.sep)) };
    },
  };
}

/** d3-dsv makes its row objects by `new Function`, which strict pages refuse; the same objects without it. */
function dsvWithoutEval() {
  const body = /return new Function\("d"[\s\S]+?\.join\(","\) \+ "}"\);/;
  return {
    name: 'dsv-without-eval',
    transform(code, id) {
      if (!posix(id).endsWith('/d3-dsv/src/dsv.js')) return null;
      if (!body.test(code)) this.error('d3-dsv has another objectConverter now');
      return { code: code.replace(body, 'return (d) => Object.fromEntries(columns.map((name, i) => [name, d[i] || ""]));'), map: null };
    },
  };
}

/** chart2music's message formats ask a page for Node's `process`, which it has not. */
function withoutProcess() {
  return {
    name: 'without-process',
    transform: (code, id) => (posix(id).includes('/node_modules/chart2music/') ? { code: code.replaceAll('process.env.NODE_ENV', '"production"'), map: null } : null),
  };
}

/** Entries made of text: {name: code}. */
function virtual(entries) {
  const prefix = path.join(here, '\0entry-');
  return {
    name: 'virtual-entries',
    resolveId: (id) => (id.startsWith('entry:') && entries[id.slice(6)] !== undefined ? `${prefix}${id.slice(6)}` : null),
    load: (id) => (id.startsWith(prefix) ? entries[id.slice(prefix.length)] : null),
  };
}

/** Entries that export what `names` names and register it. */
function entries(files) {
  return Object.fromEntries(
    Object.entries(files).map(([name, [exported, registering]]) => [
      name,
      `export * from ${JSON.stringify(inSource(exported))};\nimport ${JSON.stringify(inSource(registering))};\n`,
    ]),
  );
}

/**
 * Few, large chunks, since each is compressed alone: what both charts and the article's elements need, what most charts
 * need, and one for each set of entries that share the rest. What is only loaded late is left to rollup.
 */
function sharedChunks() {
  let entriesOf;
  return (id, { getModuleIds, getModuleInfo }) => {
    entriesOf ??= entriesByModule([...getModuleIds()].map(getModuleInfo), getModuleInfo);
    const names = [...(entriesOf.get(id) ?? [])].sort();
    const charts = names.filter((name) => /-(chart|bar)$/.test(name));
    if (names.length < 2) return undefined;
    if (charts.length > 0 && charts.length < names.length) return 'base';
    return charts.length > 4 ? 'chart' : names.join();
  };
}

/** Which entries import each module, without waiting for a reader. */
function entriesByModule(modules, getModuleInfo) {
  const found = new Map();
  for (const { id: entry } of modules.filter(({ isEntry }) => isEntry)) {
    const reached = new Set([entry]);
    for (const id of reached) {
      for (const next of getModuleInfo(id).importedIds) reached.add(next);
      found.set(id, (found.get(id) ?? new Set()).add(path.basename(entry)));
    }
  }
  return found;
}

const npm = {
  input: Object.fromEntries(sources.filter((file) => !file.startsWith('embed/')).map((file) => [file.slice(0, -3), inSource(file)])),
  external: (id) => !id.startsWith('.') && !path.isAbsolute(id),
  output: {
    dir: 'dist/npm',
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: 'src',
    banner: (chunk) => (chunk.name.startsWith('react/') ? "'use client';" : ''), // in the source Rollup would drop it
    sourcemap: true,
  },
  plugins: [templates(), typescript()],
  onwarn,
};

const scripts = (files) => ({
  input: Object.fromEntries(Object.keys(files).map((name) => [name, `entry:${name}`])),
  preserveEntrySignatures: 'allow-extension', // else an entry is an empty file that imports its own code
  output: {
    dir: 'dist',
    format: 'es',
    entryFileNames: '[name].js',
    manualChunks: Object.keys(files).length > 1 ? sharedChunks() : undefined,
    chunkFileNames: (chunk) => `chunks/${chunk.isDynamicEntry ? '[name]' : 'shared'}-[hash].js`,
    sourcemap: true,
  },
  plugins: [
    virtual(entries(files)),
    sourceFiles(),
    leanD3(),
    dsvWithoutEval(),
    withoutProcess(),
    templates(),
    nodeResolve({ browser: true, exportConditions: ['production'] }),
    typescript(),
    linkLateChunks(),
    minify(),
  ],
  onwarn,
});

const everything = scripts({ 'open-token-charts': ['index.ts', 'define/index.ts'] });
const oneEach = scripts(Object.fromEntries(tags.map((tag) => [tag, [`elements/${tag}.ts`, `define/${tag}.ts`]])));

/** The page for frames, and the script that sizes them from outside. */
const frame = {
  input: { embed: inSource('embed/embed.ts'), 'embed-parent': inSource('embed/parent.ts') },
  output: { dir: 'dist', format: 'es', sourcemap: true },
  plugins: [sourceFiles(), typescript(), minify(), { name: 'frame-page', generateBundle() { this.emitFile({ type: 'asset', fileName: 'embed.html', source: readFileSync(inSource('embed/embed.html')) }); } }],
  onwarn,
};

const casesIndex = path.join(here, 'test/cases/index.ts');
const cases = {
  input: { cases: casesIndex },
  output: { dir: 'dist/demo', format: 'es', chunkFileNames: '[name]-[hash].js', sourcemap: true },
  plugins: [sourceFiles(), nodeResolve({ browser: true, exportConditions: ['production'] }), typescript()],
  onwarn,
};

export default (options) => {
  const onlyScripts = options.configScripts === true;
  delete options.configScripts;
  return [...(onlyScripts ? [] : [npm]), everything, oneEach, frame, ...(existsSync(casesIndex) ? [cases] : [])];
};
