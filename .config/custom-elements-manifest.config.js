export default {
  globs: ['src/elements/*-*.ts', 'src/view/chart.ts', 'src/view/settings.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [asPublished()],
};

/** Names files as the package has them and where each tag is registered; leaves out what is no user's business. */
function asPublished() {
  const internal = new Set(); // Lit's state properties, which have no attribute
  const isPublic = ({ name, privacy }) => privacy !== 'private' && !internal.has(name);
  return {
    name: 'as-published',
    analyzePhase({ ts, node }) {
      const isState = ({ name, initializer }) => name?.getText() === 'state' && initializer?.kind === ts.SyntaxKind.TrueKeyword;
      if (ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(node.initializer) && node.initializer.properties.some(isState)) internal.add(node.name.getText());
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const declaration of modules.flatMap(({ declarations = [] }) => declarations)) {
        for (const kind of ['attributes', 'members']) declaration[kind] = declaration[kind]?.filter(isPublic);
        declaration.events = declaration.events?.filter(({ description }) => description); // else one of a computed name
      }
      nameBuilt(modules);
      for (const { path, declarations = [] } of [...modules]) {
        for (const { name, tagName } of declarations.filter((each) => each.tagName)) {
          const definition = { kind: 'custom-element-definition', name: tagName, declaration: { name, module: path } };
          modules.push({ kind: 'javascript-module', path: `dist/npm/define/${tagName}.js`, declarations: [], exports: [definition] });
        }
      }
    },
  };
}

function nameBuilt(node) {
  if (typeof node !== 'object' || node === null) return;
  for (const key of ['path', 'module']) {
    if (typeof node[key] === 'string') node[key] = node[key].replace(/^\/?src\/(.+)\.[jt]s$/, 'dist/npm/$1.js');
  }
  Object.values(node).forEach(nameBuilt);
}
