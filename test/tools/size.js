// npm run size: what each script form weighs, against the budgets in package.json; exit 1 over one.
// A form is its entry with every chunk that it imports statically: what a page loads. "Drawn" is that and what a chart
// fetches beside its first data: what a reader waits for, of the script with every element for all seven charts. What
// else is imported dynamically is loaded when asked for and is listed apart. With --modules NAME: which module each byte
// of a form is from.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { closure, dist, drawnOf, importsOf, root } from './script-files.js';

const sizes = new Map();
function weigh(file) {
  if (!sizes.has(file)) {
    const code = readFileSync(file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: code.length };
    sizes.set(file, {
      min: code.length,
      gzip: gzipSync(code, { level: 9 }).length,
      brotli: brotliCompressSync(code, { params }).length,
      integrity: `sha384-${createHash('sha384').update(code).digest('base64')}`,
    });
  }
  return sizes.get(file);
}

function sum(files) {
  const total = { min: 0, gzip: 0, brotli: 0 };
  for (const file of files) for (const unit of Object.keys(total)) total[unit] += weigh(file)[unit];
  return total;
}

/** What the code of `files`, and of what they load, imports dynamically and a reader may therefore wait for later. */
function lazyOf(files) {
  const known = new Set(files);
  const lazy = new Set();
  const queue = [...files];
  for (const file of queue) {
    for (const entry of importsOf(file).dynamically) {
      for (const part of closure(entry)) {
        if (known.has(part)) continue;
        known.add(part);
        lazy.add(part);
        queue.push(part);
      }
    }
  }
  return lazy;
}

/** How many minified bytes of a form each source module is, by the source maps. */
function bytesByModule(name) {
  const bytes = new Map();
  for (const file of closure(path.join(dist, `${name}.js`))) {
    const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
    readFileSync(file, 'utf8').split('\n').forEach((line, row) => {
      for (let column = 0; column < line.length; column++) {
        const source = map.findEntry(row, column).originalSource?.replace(/^.*\/node_modules\/|^(\.\.\/)+/, '') ?? '(other)';
        bytes.set(source, (bytes.get(source) ?? 0) + 1);
      }
    });
  }
  return [...bytes].sort((a, b) => b[1] - a[1]);
}

const number = (value) => value.toLocaleString('en-US');
const short = (file) => path.relative(dist, file).split(path.sep).join('/');

function table(head, rows) {
  const lines = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  for (const line of lines) console.log(line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ').trimEnd());
}

const asked = process.argv.indexOf('--modules');
if (asked !== -1) {
  table(
    ['', 'min'],
    bytesByModule(process.argv[asked + 1] ?? 'open-token-charts').map(([source, bytes]) => [source, number(bytes)]),
  );
  process.exit(0);
}

const { sizeBudgets = {}, drawnBudgets = {} } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
let names;
try {
  names = readdirSync(dist).filter((name) => name.endsWith('.js')).map((name) => name.slice(0, -3)).sort();
} catch {
  names = [];
}
const complaints = Object.keys(sizeBudgets)
  .filter((name) => !names.includes(name))
  .map((name) => `${name} has a budget but was not built: run npm run build first.`);

const forms = names.map((name) => {
  const files = closure(path.join(dist, `${name}.js`));
  const drawn = drawnOf(name, names);
  return { name, files, lazy: lazyOf(files), budget: sizeBudgets[name], drawn: drawn && sum(drawn).gzip, ...sum(files) };
});
console.log('Script forms, each with its static chunks, in bytes:\n');
table(
  ['', 'files', 'min', 'gzip', 'brotli', 'budget (gzip)', 'used', 'drawn (gzip)'],
  forms.map(({ name, files, min, gzip, brotli, budget, drawn }) => [
    name,
    String(files.size),
    number(min),
    number(gzip),
    number(brotli),
    budget ? number(budget) : '–',
    budget ? `${Math.round((100 * gzip) / budget)} %` : '',
    drawn ? number(drawn) : '',
  ]),
);
for (const { name, gzip, budget, drawn } of forms) {
  if (budget && gzip > budget) complaints.push(`${name} is ${number(gzip - budget)} bytes over its budget of ${number(budget)} (gzip).`);
  const all = drawnBudgets[name];
  if (all && drawn > all) complaints.push(`${name} is drawn by ${number(drawn - all)} bytes more than its budget of ${number(all)} (gzip).`);
}

const lazy = new Set(forms.flatMap((form) => [...form.lazy]));
if (lazy.size > 0) {
  console.log('\nLoaded when asked for:\n');
  table(
    ['', 'min', 'gzip', 'brotli', 'by'],
    [...lazy].sort().map((file) => {
      const { min, gzip, brotli } = weigh(file);
      const by = forms.filter((form) => form.lazy.has(file)).map((form) => form.name);
      return [short(file), number(min), number(gzip), number(brotli), by.length > 2 ? `${by.length} forms` : by.join(', ')];
    }),
  );
}

console.log('\nEach file, and its integrity attribute:\n');
for (const file of [...sizes.keys()].sort()) console.log(`${short(file)}\n  ${weigh(file).integrity}`);

if (complaints.length > 0) {
  console.error(`\n${complaints.join('\n')}`);
  process.exit(1);
}
