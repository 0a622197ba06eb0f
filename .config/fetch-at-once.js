// A rollup plugin: a late chunk and the chunks that it imports are asked for in one go, not one after the other.
//
//   import('./chunks/figure.js')   →   (import('./chunks/lines.js').catch(() => {}), import('./chunks/figure.js'))
//
// The first import only warms the page's module map; whether it failed is told by the second.
import path from 'node:path';
import MagicString from 'magic-string';

export function fetchAtOnce() {
  return {
    name: 'fetch-at-once',
    renderChunk(code, chunk, _options, { chunks }) {
      const here = closure(chunk.fileName, chunks);
      const text = new MagicString(code);
      visit(this.parse(code), (node) => {
        if (node.type !== 'ImportExpression' || typeof node.source.value !== 'string') return;
        const folder = path.posix.dirname(chunk.fileName);
        const target = path.posix.join(folder, node.source.value);
        const others = [...closure(target, chunks)].filter((file) => file !== target && !here.has(file) && !chunks[file].isEntry);
        if (others.length === 0) return;
        const asked = others.map((file) => `import(${JSON.stringify(`./${path.posix.relative(folder, file)}`)}).catch(() => {}), `);
        text.appendLeft(node.start, `(${asked.join('')}`).appendRight(node.end, ')');
      });
      return text.hasChanged() ? { code: text.toString(), map: text.generateMap({ hires: true }) } : null;
    },
  };
}

/** A chunk and all that it imports statically. */
function closure(file, chunks, found = new Set()) {
  if (found.has(file) || !chunks[file]) return found;
  found.add(file);
  for (const next of chunks[file].imports) closure(next, chunks, found);
  return found;
}

function visit(node, look) {
  if (Array.isArray(node)) for (const each of node) visit(each, look);
  if (typeof node?.type !== 'string') return;
  look(node);
  for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) visit(value, look);
}
