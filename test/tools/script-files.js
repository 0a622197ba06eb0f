// Which files of dist/ a script form loads: with the page, and until its first chart is drawn.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rollup/parseAst';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const dist = path.join(root, 'dist');

const known = new Map();

/** The files that a built file imports: {statically, dynamically}. */
export function importsOf(file) {
  if (!known.has(file)) known.set(file, readImports(file));
  return known.get(file);
}

function readImports(file) {
  const found = { statically: [], dynamically: [] };
  const add = (list, source) => {
    if (typeof source?.value === 'string' && source.value.startsWith('.')) list.push(path.resolve(path.dirname(file), source.value));
  };
  const walk = (node) => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node?.type !== 'string') return;
    if (node.type === 'ImportExpression') add(found.dynamically, node.source);
    else if (/^(Import|ExportAll|ExportNamed)Declaration$/.test(node.type)) add(found.statically, node.source);
    for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) walk(value);
  };
  walk(parseAst(readFileSync(file, 'utf8')).body);
  return found;
}

/** A file and all it imports statically: what a page loads. */
export function closure(file, seen = new Set()) {
  if (!seen.has(file)) {
    seen.add(file);
    for (const next of importsOf(file).statically) closure(next, seen);
  }
  return seen;
}

/**
 * The files that the first chart of `dist/<name>.js` is drawn by, the script itself first: of the script with every
 * element, those of all `tags`; null where it draws none.
 */
export function drawnOf(name, tags) {
  const isChart = (each) => /-(chart|bar)$/.test(each);
  const files = closure(path.join(dist, `${name}.js`));
  const figures = (name === 'open-token-charts' ? tags : [name]).filter(isChart);
  if (figures.length === 0) return null;
  const wanted = ['drawn', ...figures];
  const late = [...files].flatMap((file) => importsOf(file).dynamically).filter((file) => wanted.includes(path.basename(file).slice(0, -'-12345678.js'.length)));
  return late.reduce((seen, file) => closure(file, seen), new Set(files));
}
