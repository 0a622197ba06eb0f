// Lists the elements from the manifest. What an element inherits is looked up there too: the manifest gives each class
// its own members only.
const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const place = document.getElementById('api');
const manifest = await fetch('../../custom-elements.json')
  .then((response) => (response.ok ? response.json() : undefined))
  .catch(() => undefined);

/** The tag of a declaration: as said in the manifest, else by the name of its file. */
const tagOf = ({ tagName }, { path }) => tagName ?? /elements\/(.+-.+)\.[jt]s$/.exec(path)?.[1];

/** An element's own and inherited entries of one kind; the nearest of a name wins. */
function collect(declaration, kind, all) {
  const parent = all.get(declaration.superclass?.name);
  const inherited = parent ? collect(parent, kind, all) : [];
  const own = declaration[kind] ?? [];
  return [...own, ...inherited.filter(({ name }) => !own.some((each) => each.name === name))];
}

function table(title, columns, rows) {
  if (rows.length === 0) return [];
  const head = make('thead', {}, make('tr', {}, ...columns.map((text) => make('th', { scope: 'col', textContent: text }))));
  const lines = rows.map(([name, ...cells]) => make('tr', {}, make('th', { scope: 'row' }, make('code', { textContent: name })), ...cells.map((text) => make('td', { textContent: text ?? '' }))));
  const box = make('div', { className: 'scroller', tabIndex: 0 }, make('table', {}, make('caption', { textContent: title }), head, make('tbody', {}, ...lines)));
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', title);
  return [box];
}

const isPublic = ({ privacy, kind, name, static: fixed, inheritedFrom }) =>
  !fixed && !name.startsWith('#') && (privacy ?? 'public') === 'public' && ['field', 'method'].includes(kind) && inheritedFrom?.name !== 'LitElement' && !/Callback$|^(render|updated|willUpdate|styles|properties)$/.test(name);

function section(tag, declaration, all) {
  const attributes = collect(declaration, 'attributes', all);
  const members = collect(declaration, 'members', all).filter(isPublic);
  const title = make('h2', { id: tag }, make('code', { textContent: `<${tag}>` }));
  title.append(Object.assign(make('a', { className: 'anchor', href: `#${tag}`, textContent: '#' }), { ariaLabel: `Link to ${tag}` }));
  const fieldOf = new Map(members.map((member) => [member.name, member]));
  const properties = members.filter(({ kind, attribute }) => kind === 'field' && !attribute);
  return make(
    'section',
    {},
    title,
    make('p', { textContent: declaration.description ?? declaration.summary ?? '' }),
    ...table(`Attributes of ${tag}`, ['Attribute', 'Type', 'Meaning'], attributes.map(({ name, type, description, fieldName }) => [name, type?.text ?? fieldOf.get(fieldName)?.type?.text, description ?? fieldOf.get(fieldName)?.description])),
    ...table(`Properties of ${tag} without an attribute`, ['Property', 'Type', 'Meaning'], properties.map(({ name, type, description }) => [name, type?.text, description])),
    ...table(`Methods of ${tag}`, ['Method', 'Returns', 'Meaning'], members.filter(({ kind }) => kind === 'method').map(({ name, return: given, description }) => [`${name}()`, given?.type?.text, description])),
    ...table(`Events of ${tag}`, ['Event', 'Meaning'], collect(declaration, 'events', all).map(({ name, description }) => [name, description])),
    ...table(`Slots of ${tag}`, ['Slot', 'Meaning'], collect(declaration, 'slots', all).map(({ name, description }) => [name || '(default)', description])),
    ...table(`Parts of ${tag}`, ['Part', 'Meaning'], collect(declaration, 'cssParts', all).map(({ name, description }) => [name, description])),
    ...table(`Custom properties of ${tag}`, ['Property', 'Meaning'], collect(declaration, 'cssProperties', all).map(({ name, description }) => [name, description])),
  );
}

if (manifest) {
  const classes = manifest.modules.flatMap((module) => (module.declarations ?? []).filter(({ kind }) => kind === 'class').map((declaration) => ({ declaration, module })));
  const all = new Map(classes.map(({ declaration }) => [declaration.name, declaration]));
  const elements = classes.map(({ declaration, module }) => [tagOf(declaration, module), declaration]).filter(([tag]) => tag);
  const contents = make('ul', { className: 'tags' }, ...elements.map(([tag]) => make('li', {}, make('a', { href: `#${tag}`, textContent: tag }))));
  place.replaceChildren(contents, ...elements.map(([tag, declaration]) => section(tag, declaration, all)));
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}
place.setAttribute('aria-busy', 'false');
