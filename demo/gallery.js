// Draws every case of test/cases, grouped by tag, with its snippet.
import { inlineData, markup } from './snippet.js';

const gallery = document.getElementById('gallery');
const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const anchorTo = (id, name) => Object.assign(make('a', { className: 'anchor', href: `#${id}`, textContent: '#' }), { ariaLabel: `Link to “${name}”` });

function draw({ tag, name, note = '', data, src, attributes = {}, width, dir, scheme }) {
  const chart = document.createElement(tag);
  for (const [attribute, value] of Object.entries(attributes)) chart.setAttribute(attribute, value);
  if (src) chart.setAttribute('src', `../data/${src}`);
  else chart.data = data;

  const paper = make('div', { className: `paper${scheme ? ` set-${scheme}` : ''}` }, chart);
  if (width) paper.style.inlineSize = `${width}px`;
  if (dir) paper.dir = dir;

  const shown = { ...(src ? { src: `data/${src}` } : {}), ...attributes };
  const code = make('code', { textContent: markup(tag, shown, src ? '' : inlineData(data)) });
  const id = `${tag}-${slug(name)}`;
  const snippet = make('pre', { tabIndex: 0 }, code);
  snippet.setAttribute('role', 'region');
  snippet.setAttribute('aria-label', `Snippet of “${name}”, ${tag}`);
  return make(
    'section',
    { className: 'case', id },
    make('h3', {}, name, anchorTo(id, name)),
    make('p', { textContent: note }),
    paper,
    make('details', {}, make('summary', { textContent: 'Snippet' }), snippet),
  );
}

/** A case that can't be drawn leaves its own note, not an empty page. */
function drawn(each) {
  try {
    return draw(each);
  } catch (error) {
    return make('p', { className: 'fault', textContent: `${each.tag}, ${each.name}: ${error.message}` });
  }
}

const { cases } = await import('../dist/demo/cases.js').catch(() => ({ cases: undefined }));
if (cases) {
  const groups = Map.groupBy ? Map.groupBy(cases, ({ tag }) => tag) : cases.reduce((map, each) => map.set(each.tag, [...(map.get(each.tag) ?? []), each]), new Map());
  const sections = [...groups].map(([tag, group]) => {
    const title = make('h2', { id: tag }, make('code', { textContent: `<${tag}>` }), ` ${group.length} cases`);
    title.append(anchorTo(tag, tag));
    return make('section', {}, title, make('div', { className: 'cases' }, ...group.map(drawn)));
  });
  gallery.replaceChildren(...sections);
  document.getElementById('tags').replaceChildren(...[...groups.keys()].map((tag) => make('li', {}, make('a', { href: `#${tag}`, textContent: tag }))));
  // the browser looked for the anchor before there was one
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}
gallery.setAttribute('aria-busy', 'false');
