// Writes what goes with the script builds: dist/integrity.json, the SRI hash of each file that a page may name, which are
// also printed, and with --readme the one that the README's snippet names;
// dist/preload.json, the files that a script draws a page's first chart of each tag with; and dist/NOTICE, the licences of what is
// bundled in them, found by their source maps.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dist, drawnOf, root } from './script-files.js';

const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const ending = (folder, end) => (existsSync(folder) ? readdirSync(folder) : []).filter((file) => file.endsWith(end)).sort();

const hash = (file) => `sha384-${createHash('sha384').update(readFileSync(path.join(dist, file))).digest('base64')}`;
const files = Object.fromEntries(ending(dist, '.js').map((file) => [file, hash(file)]));
writeFileSync(path.join(dist, 'integrity.json'), `${JSON.stringify({ version, files }, null, 2)}\n`);
for (const [file, digest] of Object.entries(files)) console.log(`${digest}  dist/${file}`);
if (process.argv.includes('--readme')) {
  const readme = path.join(root, 'README.md');
  const text = readFileSync(readme, 'utf8');
  writeFileSync(readme, text.replace(/(dist\/open-token-charts\.alone\.js"\s+integrity=")[^"]*/, `$1${files['open-token-charts.alone.js']}`));
}

const names = ending(dist, '.js').map((file) => file.slice(0, -3));
const tags = names.filter((name) => /-(chart|bar)$/.test(name));
const inDist = (file) => path.relative(dist, file).split(path.sep).join('/');
const drawnBy = (script, tag) => [...drawnOf(script, [tag])].slice(1).map(inDist);
const preloads = ['open-token-charts', ...tags].map((script) => {
  const own = script === 'open-token-charts' ? tags : [script];
  return [`${script}.js`, Object.fromEntries(own.map((tag) => [tag, drawnBy(script, tag)]))];
});
writeFileSync(path.join(dist, 'preload.json'), `${JSON.stringify({ version, files: Object.fromEntries(preloads) }, null, 2)}\n`);

const bundled = new Set();
for (const folder of [dist, path.join(dist, 'chunks')]) {
  for (const map of ending(folder, '.js.map')) {
    for (const source of JSON.parse(readFileSync(path.join(folder, map), 'utf8')).sources) {
      const found = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1];
      if (found) bundled.add(found);
    }
  }
}
/** Packages whose published files have what they ask for compiled into them, which no source map tells. */
const COMPILED = ['chart2music'];
const folders = new Map([...bundled].map((dependency) => [dependency, path.join(root, 'node_modules', dependency)]));
const queue = COMPILED.filter((dependency) => bundled.has(dependency)).map((dependency) => folders.get(dependency));
for (const folder of queue) {
  for (const dependency of Object.keys(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).dependencies ?? {})) {
    const place = [path.join(folder, 'node_modules', dependency), ...COMPILED.map((each) => path.join(root, 'node_modules', each, 'node_modules', dependency)), path.join(root, 'node_modules', dependency)].find((each) => existsSync(each));
    if (folders.has(dependency)) continue;
    folders.set(dependency, place);
    queue.push(place);
  }
}
const notices = [...folders].sort().map(([dependency, folder]) => {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${dependency} is bundled and has no licence file`);
  return `${dependency} ${manifest.version} (${manifest.license})\n\n${readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
});
if (notices.length === 0) throw new Error('no bundled package found: are the source maps there?');
const head = `The script files of ${name} ${version} hold code of these packages, under these licences:\n`;
writeFileSync(path.join(dist, 'NOTICE'), `${[head, ...notices].join(`\n${'-'.repeat(80)}\n\n`)}`);
