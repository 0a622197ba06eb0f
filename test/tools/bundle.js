// Serves test files as a few bundled scripts in the place of some hundred modules: most of what a small test file cost
// was the loading of its modules, in each browser anew. Chunks keep the names of the modules that are fetched late.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Scripts by their address, made once: a test file under its own, what several share under /bundled/. */
async function bundle(files) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: files,
    outbase: root,
    outdir: root,
    chunkNames: 'bundled/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    tsconfig: path.join(root, 'tsconfig.json'),
    conditions: ['development'],
    plugins: [{ name: 'of the runner’s server', setup: ({ onResolve }) => onResolve({ filter: /^\/__web/ }, ({ path: address }) => ({ path: address, external: true })) }],
    sourcemap: 'inline', // the runner reads no other
    ignoreAnnotations: true, // the package's own sideEffects speak of what is built, not of the sources
    legalComments: 'none',
    logLevel: 'error',
    write: false,
  });
  return new Map(outputFiles.map(({ path: file, contents }) => [`/${path.relative(root, file).replaceAll(path.sep, '/')}`, Buffer.from(contents)]));
}

/** A middleware for the test files that these patterns name; other files are served as they are. */
export function bundledTests(files) {
  let scripts;
  return async (context, next) => {
    const isTest = context.path.endsWith('.test.ts');
    if (!isTest && !context.path.startsWith('/bundled/')) return next();
    // the worker is asked for beside the module that starts it, which stands elsewhere here
    if (context.path === '/bundled/worker.js') return context.redirect('/src/data/worker.js');
    const script = (await (scripts ??= bundle(files))).get(context.path.replace(/\.ts$/, '.js'));
    if (!script) return next();
    context.type = 'text/javascript';
    context.set('cache-control', isTest ? 'no-cache' : 'max-age=86400, immutable'); // a chunk's name has its hash
    context.body = script;
    return undefined;
  };
}
