// The rules that the folders of src/ keep among each other, as a function of their files.
import path from 'node:path';
import ts from 'typescript';

/** What each layer may import, besides itself; `types`: the layers of which it may use types only. */
const LAYERS = {
  data: { from: [] },
  geometry: { from: [], types: ['data', 'text'] },
  text: { from: ['data', 'geometry'] },
  controllers: { from: ['data', 'geometry', 'text'] },
  view: { from: ['data', 'geometry', 'text', 'controllers'] },
  figures: { from: ['data', 'geometry', 'text', 'view'] },
  elements: { from: ['data', 'geometry', 'text', 'controllers', 'view', 'figures'] },
  define: { from: ['elements', 'index'] },
  prerender: { from: ['data', 'geometry', 'text', 'view', 'elements'] },
  jsx: { from: ['elements'] },
  react: { from: ['data', 'text', 'view', 'elements', 'define', 'jsx'] },
  embed: { from: [], types: ['jsx'] },
  cli: { from: ['data', 'geometry', 'text', 'view', 'elements', 'prerender'] },
  script: { from: ['data', 'text', 'view'] },
  index: { from: ['data', 'geometry', 'text', 'controllers', 'view', 'elements'] },
};
const WITHOUT_LIT = ['data', 'geometry', 'text'];
const WITH_PAGE = ['controllers', 'view', 'embed'];

/** Packages that one file alone may import, and whether others may use their types. */
const KEPT = { 'd3-axis': 'geometry/axis.ts', 'd3-selection': 'geometry/axis.ts' };
const FETCHES = 'data/load.ts';

const layerOf = (file) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : file.replace(/\.ts$/, ''));

/**
 * @param {Map<string, string>} files source texts by their path inside src/, with forward slashes
 * @returns {string[]} one sentence for each broken rule
 */
export function checkLayers(files) {
  const complaints = [];
  for (const [file, text] of files) {
    const layer = layerOf(file);
    if (!Object.hasOwn(LAYERS, layer)) {
      complaints.push(`${file} is in no known layer`);
      continue;
    }
    const complain = (node, sentence) => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      complaints.push(`${file}:${line + 1} ${sentence}`);
    };
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    visit(source, (node) => {
      const imported = importOf(node);
      if (imported) checkImport(file, layer, imported, (sentence) => complain(node, sentence));
      if (isGlobal(node, ['document', 'window']) && !WITH_PAGE.includes(layer)) complain(node, `uses ${node.text}, which only ${WITH_PAGE.join(', ')} may`);
      if (isFetch(node) && file !== FETCHES) complain(node, `fetches, which only ${FETCHES} may`);
    });
  }
  return complaints;
}

function checkImport(file, layer, { specifier, typeOnly }, complain) {
  if (specifier === undefined) {
    complain('imports by a computed name, which could be anything');
    return;
  }
  if (!specifier.startsWith('.')) {
    const name = /^(@[^/]+\/)?[^/]+/.exec(specifier)[0];
    if (/^(lit|@lit)$|^(lit-|@lit\/)/.test(name) && WITHOUT_LIT.includes(layer)) complain(`imports ${specifier}: ${layer} knows no Lit`);
    if (Object.hasOwn(KEPT, name) && KEPT[name] !== file) complain(`imports ${specifier}, which only ${KEPT[name]} may`);
    if (specifier.startsWith('node:') && !['cli', 'prerender'].includes(layer)) complain(`imports ${specifier}: only cli and prerender run in Node alone`);
    return;
  }
  if (!specifier.endsWith('.js')) complain(`imports ${specifier}: write the built file's name, ending in .js`);
  const target = path.posix.join(path.posix.dirname(file), specifier);
  const targetLayer = layerOf(target.replace(/\.js$/, '.ts'));
  if (target.startsWith('..')) complain(`imports ${specifier}, outside src/`);
  else if (targetLayer === layer) {
    if (layer === 'elements' && file !== 'elements/index.ts') complain(`imports ${specifier}: elements import no elements`);
  } else {
    const { from, types = [] } = LAYERS[layer];
    if (from.includes(targetLayer) || (types.includes(targetLayer) && typeOnly)) return;
    complain(`imports ${types.includes(targetLayer) ? 'more than types of ' : ''}${specifier}: ${layer} may not import ${targetLayer}`);
  }
}

function visit(node, look) {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

/** What a node imports, where it does: {specifier, typeOnly}. */
function importOf(node) {
  if (ts.isImportDeclaration(node)) {
    const { importClause: clause } = node;
    const named = clause?.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : undefined;
    const allTypes = Boolean(named?.length) && !clause.name && named.every((element) => element.isTypeOnly);
    return { specifier: node.moduleSpecifier.text, typeOnly: Boolean(clause?.isTypeOnly) || allTypes };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    const named = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : undefined;
    const allTypes = Boolean(named?.length) && named.every((element) => element.isTypeOnly);
    return { specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly || allTypes };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    return { specifier: argument && ts.isStringLiteralLike(argument) ? argument.text : undefined, typeOnly: false };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return { specifier: node.argument.literal.text, typeOnly: true };
  return undefined;
}

/** Whether a node is one of these names used as a variable, not as a property's name or in a type. */
function isGlobal(node, names) {
  if (!ts.isIdentifier(node) || !names.includes(node.text)) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return isGlobalThis(parent.expression);
  const isNamed = [ts.isPropertyAssignment, ts.isPropertyDeclaration, ts.isPropertySignature, ts.isMethodDeclaration, ts.isMethodSignature];
  if (isNamed.some((is) => is(parent)) && parent.name === node) return false;
  if (ts.isBindingElement(parent) && parent.propertyName === node) return false;
  return !isParameter(node);
}

/** Whether an enclosing function has a parameter of this name. */
function isParameter({ text, parent }) {
  for (let scope = parent; scope; scope = scope.parent) {
    if (ts.isFunctionLike(scope) && scope.parameters.some(({ name }) => ts.isIdentifier(name) && name.text === text)) return true;
  }
  return false;
}

function isFetch(node) {
  if (ts.isIdentifier(node) && node.text === 'fetch') return isGlobal(node, ['fetch']);
  return ts.isIdentifier(node) && ['XMLHttpRequest', 'EventSource', 'WebSocket', 'sendBeacon'].includes(node.text);
}

const isGlobalThis = (node) => ts.isIdentifier(node) && ['globalThis', 'window', 'self'].includes(node.text);
