// Seven builds:
//   dist/npm/                   one module per source file, dependencies left as imports: what npm users bundle
//   dist/open-token-charts.js   every element in one file, for a script tag; what draws in dist/chunks/
//   dist/open-token-charts.alone.js   the same with all it may ever load, in one file
//   dist/<tag>.js               one element each, shared code in dist/chunks/
//   dist/embed.html, .js        the page for frames, and embed-parent.js for the page around one
//   dist/chunks/worker.js       reads large data off the main thread
//   dist/demo/cases.js          the cases of test/cases/, for the demo's gallery; left out of the package
// What a reader may never ask for (table, downloads, sound, languages) is a dynamic import and becomes a file in
// dist/chunks/. `rollup -c --configScripts` leaves the npm build out; UNMINIFIED=1 takes a third of the time, for who builds often.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { fetchAtOnce } from './.config/fetch-at-once.js';
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
const isMinified = !process.env.UNMINIFIED;
const minify = () =>
  terser({ module: true, ecma: 2020, mangle: isMinified, compress: isMinified && { passes: 3, pure_getters: true, unsafe_arrows: true }, format: { comments: false } });

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

/** Lit makes its templates by innerHTML, which reads them as XML on an XHTML page: there they are made in another document. */
function litInXML() {
  const made = /\b(\w)\.createElement\("template"\)/;
  return {
    name: 'lit-in-xml',
    transform(code, id) {
      if (!posix(id).endsWith('/lit-html/lit-html.js')) return null;
      if (!made.test(code)) this.error('lit-html makes its templates in another way now');
      return { code: code.replace(made, '($1.contentType==="text/html"?$1:$1.implementation.createHTMLDocument("")).createElement("template")'), map: null };
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

/** Entries that export what some files do and run others, which register. */
function entries(files) {
  const lines = (how, paths) => paths.map((file) => `${how} ${JSON.stringify(inSource(file))};\n`).join('');
  return Object.fromEntries(Object.entries(files).map(([name, [exported, registering]]) => [name, lines('export * from', exported) + lines('import', registering)]));
}

/**
 * Few, large chunks, since each is compressed alone: what most charts need, and one for each set of entries that share the
 * rest; then the same of what comes with the data: what every chart is drawn by, and one for each set of figures. What
 * else is loaded late is left to rollup.
 */
function sharedChunks(isAlone) {
  let entries, figures;
  return (id, { getModuleIds, getModuleInfo }) => {
    if (!entries) {
      const modules = [...getModuleIds()].map(getModuleInfo);
      entries = reachedFrom(modules.filter(({ isEntry }) => isEntry), getModuleInfo);
      figures = reachedFrom(modules.filter((module) => WITH_DATA.test(posix(module.id))), getModuleInfo);
    }
    const names = [...(entries.get(id) ?? [])].sort();
    if (names.filter((name) => /-(chart|bar)$/.test(name)).length > 4) return 'base';
    if (names.length > 0) return names.length > 1 || isAlone ? names.join() : undefined; // an entry alone is one file
    const drawing = [...(figures.get(id) ?? [])].sort();
    if (drawing.length > 4 || drawing.some((name) => !name.includes('-'))) return 'drawn';
    return drawing.length > 1 ? drawing.join() : undefined;
  };
}

/** Modules that a chart fetches when its data is about to come. */
const WITH_DATA = /\/src\/(figures\/.+|view\/drawn|data\/read)\.ts$/;

/** The names of the modules from which each module is imported, without waiting for a reader. */
function reachedFrom(starts, getModuleInfo) {
  const found = new Map();
  for (const { id: start } of starts) {
    const reached = new Set([start]);
    for (const id of reached) {
      for (const next of getModuleInfo(id).importedIds) reached.add(next);
      found.set(id, (found.get(id) ?? new Set()).add(path.basename(start, '.ts')));
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
    manualChunks: sharedChunks(Object.keys(files).length === 1),
    onlyExplicitManualChunks: true,
    chunkFileNames: ({ name, isDynamicEntry }) => `chunks/${isDynamicEntry || name === 'drawn' ? '[name]' : 'shared'}-[hash].js`,
    sourcemap: true,
  },
  plugins: [
    virtual(entries(files)),
    sourceFiles(),
    leanD3(),
    dsvWithoutEval(),
    litInXML(),
    withoutProcess(),
    templates(),
    nodeResolve({ browser: true, exportConditions: ['production'] }),
    typescript(),
    fetchAtOnce(),
    linkLateChunks(),
    minify(),
  ],
  onwarn,
});

const everything = scripts({ 'open-token-charts': [['elements/index.ts', 'script.ts'], tags.map((tag) => `define/${tag}.ts`)] });
/** The same in one file, which needs nothing beside it: for who must copy one, or wants one digest for all that runs. */
const alone = {
  ...everything,
  output: { dir: 'dist', entryFileNames: '[name].alone.js', format: 'es', inlineDynamicImports: true, sourcemap: true },
  plugins: everything.plugins.filter(({ name }) => !['fetch-at-once', 'link-late-chunks'].includes(name)),
};
const oneEach = scripts(Object.fromEntries(tags.map((tag) => [tag, [[`elements/${tag}.ts`], [`define/${tag}.ts`]]])));

/** The page for frames, and the script that sizes them from outside. */
const frame = {
  input: { embed: inSource('embed/embed.ts'), 'embed-parent': inSource('embed/parent.ts') },
  output: { dir: 'dist', format: 'es', sourcemap: true },
  plugins: [sourceFiles(), typescript(), minify(), { name: 'frame-page', generateBundle() { this.emitFile({ type: 'asset', fileName: 'embed.html', source: readFileSync(inSource('embed/embed.html')) }); } }],
  onwarn,
};

/** What reads large answers off the main thread: a script of its own, since it shares no module with a page. */
const worker = {
  input: { worker: inSource('data/worker.ts') },
  output: { dir: 'dist/chunks', format: 'es', inlineDynamicImports: true, sourcemap: true },
  plugins: [sourceFiles(), dsvWithoutEval(), nodeResolve({ browser: true }), typescript(), minify()],
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
  return [...(onlyScripts ? [] : [npm]), everything, alone, oneEach, worker, frame, ...(existsSync(casesIndex) ? [cases] : [])];
};
