// Lists the elements from the manifest, each with a live example. What an element inherits is looked up there too: the manifest gives each class
// its own members only.
import { markup } from '../snippet.js';

const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

/** Words of a docstring: what stands between backticks is code. */
const words = (text = '') => text.split(/`([^`]+)`/).map((part, i) => (i % 2 ? make('code', { textContent: part }) : part));

/** An example of each element: its attributes, and what stands in it or around it. Those of the article speak of the first chart. */
const VOLUME = 'token-volume-chart-example';
const EXAMPLES = {
  'token-volume-chart': { attributes: { src: 'token-volume', 'y-ticks': '0 12.5 25 37.5 50', 'x-ticks': '2025-05 2025-09 2026-01 2026-05' } },
  'origin-split-bar': { attributes: { src: 'origin-split', layout: 'bars' } },
  'origin-trend-chart': { attributes: { src: 'origin-trend', measure: 'absolute', overlay: 'press', to: '2026-06-01' } },
  'lab-bands-chart': { attributes: { src: 'lab-bands', by: 'origin', highlight: 'China' } },
  'model-rank-chart': { attributes: { src: 'model-ranks', period: '25–31 May 2026' } },
  'token-price-chart': { attributes: { src: 'prices', resource: 'spring-2026', models: 'Claude Haiku 4.5, DeepSeek V4 Flash, Kimi K2.6', reference: 'DeepSeek V4 Flash', height: '150' } },
  'sentiment-split-bar': { attributes: { src: 'sentiment' } },
  'chart-claim': { before: 'In the last week the router carried ', attributes: { for: VOLUME, fact: 'last' }, text: 'more than 30 trillion', after: ' tokens.' },
  'chart-sources': { attributes: {}, text: '' },
  'editors-notes': { attributes: { for: VOLUME }, text: '' },
};

/** The element itself, live, and its markup. */
function example(tag) {
  const { attributes, text = '', before = '', after = '' } = EXAMPLES[tag] ?? {};
  if (!attributes) return [];
  const id = `${tag}-example`;
  const given = { id, ...attributes, ...(attributes.src && { src: `data/${attributes.src}.json` }) };
  const element = make(tag, {}, text);
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, name === 'src' ? `../../${value}` : value);
  const snippet = make('pre', { tabIndex: 0 }, make('code', { textContent: `${before}${markup(tag, given).replace(/(?=<\/[^>]+>$)/, text)}${after}` }));
  snippet.setAttribute('role', 'region');
  snippet.setAttribute('aria-label', `Example of ${tag}`);
  return [make('div', { className: 'paper' }, before, element, after), snippet];
}

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
  const lines = rows.map(([name, ...cells]) => make('tr', {}, make('th', { scope: 'row' }, make('code', { textContent: name })), ...cells.map((text) => make('td', {}, ...words(text)))));
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
    make('p', {}, ...words(declaration.description ?? declaration.summary)),
    ...example(tag),
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
