// Draws the example from its own text, and lists the schema's keys.
const chart = document.getElementById('drawn');
chart.data = JSON.parse(document.getElementById('dataset').textContent);

const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const place = document.getElementById('schema');
const schema = await fetch('../../data/schema.json')
  .then((response) => (response.ok ? response.json() : undefined))
  .catch(() => undefined);

const typeOf = ({ type, $ref, items, enum: values }) => {
  if (values) return values.join(', ');
  if ($ref) return $ref.split('/').at(-1);
  if (type === 'array') return `list of ${items ? typeOf(items) : 'values'}`;
  return [type ?? 'any'].flat().join(' or ');
};

function tableOf(name, { properties = {}, required = [] }) {
  const rows = Object.entries(properties).map(([key, property]) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, make('code', { textContent: key })),
      make('td', { textContent: typeOf(property) + (required.includes(key) ? ', required' : '') }),
      make('td', { textContent: property.description ?? schema.$defs[property.$ref?.split('/').at(-1)]?.description ?? '' }),
    ),
  );
  const head = make('thead', {}, make('tr', {}, ...['Key', 'Type', 'Meaning'].map((text) => make('th', { scope: 'col', textContent: text }))));
  const box = make('div', { className: 'scroller', tabIndex: 0 }, make('table', {}, make('caption', { textContent: name }), head, make('tbody', {}, ...rows)));
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', name);
  return box;
}

if (schema) {
  const named = { source: 'A source', license: 'A licence', provenance: 'provenance', revision: 'A revision', annotation: 'An annotation', resource: 'A resource', tableSchema: 'schema of a resource', field: 'A field', row: 'A row: what any row may have' };
  place.replaceChildren(tableOf('The file', schema), ...Object.entries(named).map(([key, name]) => tableOf(name, schema.$defs[key])));
}
place.setAttribute('aria-busy', 'false');
