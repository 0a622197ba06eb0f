// A rollup plugin: what is loaded late gets what it shares with its entry handed over, and does not import the entry.
//
// Rollup lets a late chunk import from the entry file that loads it. A page may have that file under another address,
// though: open-token-charts.js?v=2. The import without the query would then load and run everything a second time,
// with state of its own. So a late chunk becomes a function of what it uses of its entry:
//
//   import { html } from '../entry.js';          export default (link) => { const { html } = link;
//   const table = () => html`…`;          →        const table = () => html`…`;
//   export { table };                              return { table }; };
//
// and the entry calls it: import('./chunks/table.js').then((late) => late.default(link)). The entry's own exports are
// then those of its source and no more.
import path from 'node:path';
import MagicString from 'magic-string';

const LINK = '__link';

export function linkLateChunks() {
  return {
    name: 'link-late-chunks',
    async renderChunk(code, chunk, _options, { chunks }) {
      const linked = findLinked(chunks);
      if (linked.size === 0) return null;
      const edit = { code, chunk, linked, chunks, ast: this.parse(code), text: new MagicString(code), fail: (message) => this.error(message) };
      const loadsLate = callLinked(edit);
      if (linked.has(chunk.fileName)) wrap(edit);
      else if (chunk.isEntry && loadsLate) offerLink(edit, await publicNames(this, chunk.facadeModuleId));
      else if (loadsLate) this.error(`${chunk.name} loads a chunk that needs an entry's code, but has no entry to hand over`);
      else return null;
      return { code: edit.text.toString(), map: edit.text.generateMap({ hires: true }) };
    },
  };
}

/** The late chunks that import from an entry, or from such a chunk: file name → entry's file name. */
function findLinked(chunks) {
  const linked = new Map();
  for (let size = -1; size !== linked.size; ) {
    size = linked.size;
    for (const chunk of Object.values(chunks).filter((one) => !one.isEntry)) {
      const entries = new Set(chunk.imports.flatMap((file) => (chunks[file]?.isEntry ? [file] : linked.has(file) ? [linked.get(file)] : [])));
      if (entries.size > 1) throw new Error(`${chunk.name} needs code of several entries: ${[...entries].join(', ')}`);
      for (const entry of entries) linked.set(chunk.fileName, entry);
    }
  }
  return linked;
}

/** The names that a source module exports, those of its `export *` too. */
async function publicNames(context, id, names = new Set()) {
  const { exports, exportedBindings } = context.getModuleInfo(id);
  for (const name of exports) names.add(name);
  for (const [source, bindings] of Object.entries(exportedBindings)) {
    if (bindings.includes('*')) await publicNames(context, (await context.resolve(source, id)).id, names);
  }
  return names;
}

const fileOf = ({ chunk }, source) => path.posix.join(path.posix.dirname(chunk.fileName), source.value);

function walk(node, look) {
  if (Array.isArray(node)) for (const each of node) walk(each, look);
  if (typeof node?.type !== 'string') return;
  look(node);
  for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) walk(value, look);
}

/** `import('./late.js')` → `import('./late.js').then(…)`; whether there was any. */
function callLinked(edit) {
  let found = false;
  walk(edit.ast.body, (node) => {
    if (node.type !== 'ImportExpression' || !edit.linked.has(fileOf(edit, node.source))) return;
    found = true;
    edit.text.appendLeft(node.end, `.then((late) => late.default(${LINK}))`);
  });
  return found;
}

/** A module becomes a function of its entry's link, which runs once for each. */
function wrap({ ast, text, chunk, chunks, linked, fail, ...edit }) {
  const head = [];
  const names = [];
  const exported = [];
  const nameOf = ({ name, value }) => name ?? value;
  for (const node of ast.body) {
    const isPassedOn = node.type === 'ExportNamedDeclaration' && node.source;
    if (node.type === 'ImportDeclaration' || isPassedOn) {
      const file = fileOf({ chunk, ...edit }, node.source);
      const isLinked = linked.has(file);
      const isEntry = chunks[file]?.isEntry;
      if (!isLinked && !isEntry && !isPassedOn) continue; // an import like any other
      if (!node.specifiers.every(({ type }) => type === 'ImportSpecifier' || type === 'ExportSpecifier')) fail(`${chunk.name} imports more than names from ${file}`);
      const pairs = node.specifiers.map(({ imported, local, exported: name }) => {
        if (!isPassedOn) return [nameOf(imported), local.name];
        exported.push(`${nameOf(name)}: ${LINK}_${nameOf(name)}`);
        return [nameOf(local), `${LINK}_${nameOf(name)}`];
      });
      const from = isLinked ? `${LINK}_${names.length}` : undefined;
      if (from) names.push(`import ${from} from ${node.source.raw};\n`);
      if (!isLinked && !isEntry) names.push(`import { ${pairs.map(([name, local]) => `${name} as ${local}`).join(', ')} } from ${node.source.raw};\n`);
      else if (pairs.length > 0) head.push(`const { ${pairs.map((pair) => pair.join(': ')).join(', ')} } = ${from ? `${from}(${LINK})` : LINK};\n`);
      text.remove(node.start, node.end);
    } else if (node.type === 'ExportNamedDeclaration' && !node.declaration) {
      exported.push(...node.specifiers.map((specifier) => `${specifier.exported.name}: ${specifier.local.name}`));
      text.remove(node.start, node.end);
    } else if (node.type.startsWith('Export')) {
      fail(`${chunk.name} exports in a way that can't be handed over`);
    }
  }
  const imports = ast.body.filter((node) => node.type === 'ImportDeclaration');
  const start = imports.at(-1)?.end ?? 0;
  text.appendRight(start, `\n${names.join('')}const __made = new Map();\nfunction __make(${LINK}) {\n${head.join('')}`);
  text.append(
    `\nreturn { ${exported.join(', ')} };\n}\nexport default (${LINK}) => {\nif (!__made.has(${LINK})) __made.set(${LINK}, __make(${LINK}));\nreturn __made.get(${LINK});\n};\n`,
  );
}

/** The entry's link: an object of all that its late chunks use; and its exports without what only they use. */
function offerLink({ ast, text, chunk, chunks, linked, fail }, isPublic) {
  const used = new Set();
  for (const [file, entry] of linked) if (entry === chunk.fileName) for (const name of chunks[file].importedBindings[entry] ?? []) used.add(name);
  const getters = [];
  for (const node of ast.body.filter(({ type, declaration, source }) => type === 'ExportNamedDeclaration' && !declaration && !source)) {
    for (const { local, exported } of node.specifiers) {
      if (!used.has(exported.name)) continue;
      if (isReassigned(ast, local.name)) fail(`${local.name} of ${chunk.name} changes, and late chunks use it: share a function or an object instead`);
      getters.push(`${exported.name}: ${local.name}`);
    }
    const kept = node.specifiers.filter(({ exported }) => isPublic.has(exported.name));
    text.overwrite(
      node.start,
      node.end,
      `const ${LINK} = { ${getters.join(', ')} };\nexport { ${kept.map(({ local, exported }) => `${local.name} as ${exported.name}`).join(', ')} };`,
    );
  }
}

/** Whether a variable of the module, no constant, is assigned anew; a function's own variable of that name counts too. */
function isReassigned(ast, name) {
  const isVariable = ast.body.some(
    (node) => node.type === 'VariableDeclaration' && node.kind !== 'const' && node.declarations.some(({ id }) => id.name === name),
  );
  let found = false;
  walk(isVariable ? ast.body : [], (node) => {
    if (node.type === 'AssignmentExpression' && node.left.name === name) found = true;
    if (node.type === 'UpdateExpression' && node.argument.name === name) found = true;
  });
  return found;
}
