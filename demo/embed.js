// Choices in, a live chart and its snippet out. Charts that are not registered are not offered.
import { markup } from './snippet.js';

const OWN = 'own';
const volumeDatasets = ['token-volume', 'token-volume-full', 'open-closed-monthly', 'origin-trend', 'lab-bands'];

/** What the page knows of each chart: shipped datasets that fit, the first being the usual one, and its own options. */
const CHARTS = {
  'token-volume-chart': {
    datasets: volumeDatasets,
    options: [
      { name: 'scale', label: 'Scale', values: ['', 'log'], names: { '': 'linear' } },
      { name: 'from', label: 'From (date)', placeholder: '2025-09-01' },
      { name: 'to', label: 'To (date)', placeholder: '2026-05-31' },
      { name: 'x-ticks', label: 'Ticks of the time axis', placeholder: '2025-05 2025-09 2026-01' },
      { name: 'y-ticks', label: 'Ticks of the value axis', placeholder: '0 12.5 25 37.5 50' },
    ],
    usual: { 'token-volume': { 'x-ticks': '2025-05 2025-09 2026-01 2026-05', 'y-ticks': '0 12.5 25 37.5 50' } },
  },
  'origin-split-bar': {
    datasets: ['origin-split', 'origin-bases', 'tokens-and-money', 'sentiment'],
    options: [
      { name: 'layout', label: 'Layout', values: ['', 'bars'], names: { '': 'split', bars: 'bars' } },
      { name: 'facet', label: 'A bar for each value of the field', placeholder: 'base' },
      { name: 'resource', label: 'Resource of the dataset', placeholder: 'the first' },
    ],
    usual: { 'origin-bases': { facet: 'base' }, 'tokens-and-money': { resource: 'both-shares', facet: 'measure' } },
  },
  'origin-trend-chart': {
    datasets: ['origin-trend'],
    options: [
      { name: 'measure', label: 'Measure', values: ['', 'absolute'], names: { '': 'share' } },
      { name: 'mark', label: 'Drawn as', values: ['', 'line'], names: { '': 'bands', line: 'lines' } },
      { name: 'overlay', label: 'Laid over as points', values: ['', 'press'], names: { '': 'nothing', press: 'press figures' } },
    ],
  },
  'lab-bands-chart': {
    datasets: ['lab-bands'],
    options: [{ name: 'by', label: 'Cut by', values: ['lab', 'origin', 'weights'] }],
  },
  'model-rank-chart': { datasets: ['model-ranks'], options: [] },
  'token-price-chart': {
    datasets: ['prices'],
    options: [
      { name: 'resource', label: 'Resource of the dataset', placeholder: 'spring-2026' },
      { name: 'reference', label: 'Model to compare with', placeholder: 'DeepSeek V4 Flash' },
    ],
    usual: { prices: { resource: 'spring-2026', reference: 'DeepSeek V4 Flash' } },
  },
  'sentiment-split-bar': { datasets: ['sentiment'], options: [] },
};

const SHARED = [
  { name: 'heading', label: 'Heading', placeholder: 'from the dataset' },
  { name: 'subheading', label: 'Line under the heading', placeholder: 'from the dataset' },
  { name: 'highlight', label: 'Series to bring forward', placeholder: 'China' },
  { name: 'height', label: 'Height of the plot (px)', type: 'number', min: 80, max: 1200, placeholder: 'as the chart has it' },
  { name: 'view', label: 'Shown first', values: ['', 'table'], names: { '': 'chart' } },
  { name: 'locale', label: 'Language', values: ['', 'en', 'de', 'fr', 'es', 'zh', 'ar'], names: { '': 'of the page' } },
  { name: 'theme', label: 'Theme', values: ['', 'light', 'dark'], names: { '': 'of the page' } },
];

/** Forms of the snippet. Another form is another entry here: `write` gets {tag, attributes, script}. */
const FORMS = [
  {
    id: 'script',
    name: 'Script tag',
    hint: 'One script for the whole page, then a tag for each chart. Host the script and the dataset on your own site, or at addresses that stay.',
    write: ({ tag, attributes, script }) => `<script type="module" src="${script}"></script>\n\n${markup(tag, attributes)}`,
  },
  {
    id: 'npm',
    name: 'npm',
    hint: 'For sites with a build: the import registers this one element, the tag goes into your markup.',
    write: ({ tag, attributes }) => `npm install open-token-charts\n\n// in your script\nimport 'open-token-charts/define/${tag}';\n\n<!-- in your markup -->\n${markup(tag, attributes)}`,
  },
  {
    id: 'pinned',
    name: 'Pinned script',
    hint: 'From a host of npm packages, at one version, with the hash that the browser checks. What it loads from chunks/ has no hash of its own; open-token-charts.alone.js is all in one file, and its hash covers all.',
    write: ({ tag, attributes }) => `${markup('script', { type: 'module', src: `https://cdn.jsdelivr.net/npm/open-token-charts@${release.version}/dist/${tag}.js`, ...pin(`${tag}.js`) })}\n\n${markup(tag, attributes)}`,
  },
  {
    id: 'frame',
    name: 'Frame',
    hint: 'For places that take no script in an article: the frame alone has a fixed height; with the script on the page around, it takes the height that the chart needs.',
    write: ({ tag, attributes: { style: _style, ...attributes }, script, theme, title }) => {
      const page = new URL('embed.html', script);
      page.search = new URLSearchParams({ chart: tag, ...attributes, ...(theme ? { theme } : {}) });
      return `${markup('iframe', { src: page.href, title, width: '100%', height: '560', loading: 'lazy', style: 'border: 0' })}\n${markup('script', { type: 'module', src: new URL('embed-parent.js', script).href })}`;
    },
  },
  {
    id: 'plain',
    name: 'Plain HTML',
    hint: 'For feeds, mail and readers without script: the command writes heading, picture, table and source into the tag, where they stand until the script draws the chart.',
    write: ({ tag, attributes }) => `<!-- page.html -->\n${markup(tag, attributes)}\n\n# in your terminal\nnpx open-token-charts prerender page.html -o page.html`,
  },
];

/** Version and hashes of this build, once they are here. */
let release = { version: 'VERSION', files: {} };

const pin = (file) => (release.files[file] ? { integrity: release.files[file], crossorigin: 'anonymous' } : {});

const THEMES = { light: 'color-scheme: light; background: Canvas; color: CanvasText', dark: 'color-scheme: dark; background: Canvas; color: CanvasText' };

const find = (id) => document.getElementById(id);
const form = find('choices');
const own = find('own');
const tags = Object.keys(CHARTS).filter((tag) => customElements.get(tag));

function option(value, text = value) {
  return Object.assign(document.createElement('option'), { value, textContent: text });
}

function control({ name, label, values, names = {}, ...properties }) {
  const field = document.createElement(values ? 'select' : 'input');
  field.name = name;
  if (values) field.append(...values.map((value) => option(value, names[value] ?? value)));
  else Object.assign(field, { type: 'text', autocomplete: 'off', spellcheck: false, ...properties });
  const row = document.createElement('label');
  row.append(Object.assign(document.createElement('span'), { textContent: label }), field);
  return row;
}

const refill = (fieldset, options) => fieldset.replaceChildren(fieldset.querySelector('legend'), ...options.map(control));
const value = (name) => form.elements.namedItem(name)?.value.trim() ?? '';

function offerDatasets() {
  const { datasets, options } = CHARTS[value('tag')];
  form.elements.namedItem('dataset').replaceChildren(...datasets.map((name) => option(name)), option(OWN, 'your own, by its address'));
  refill(own, options);
  own.hidden = options.length === 0;
  offerUsual();
}

/** The options that a shipped dataset is usually drawn with. */
function offerUsual() {
  const { options, usual = {} } = CHARTS[value('tag')];
  const given = usual[value('dataset')] ?? {};
  for (const { name, values } of options) form.elements.namedItem(name).value = given[name] ?? values?.[0] ?? '';
  const isOwn = value('dataset') === OWN;
  find('address').hidden = find('address-help').hidden = !isOwn;
}

function address() {
  if (value('dataset') !== OWN) return new URL(`../data/${value('dataset')}.json`, document.baseURI).href;
  try {
    const { href, protocol } = new URL(value('address'));
    return /^https?:$/.test(protocol) ? href : '';
  } catch {
    return '';
  }
}

function attributes() {
  const names = [...CHARTS[value('tag')].options, ...SHARED].map(({ name }) => name).filter((name) => name !== 'theme' && value(name) !== '');
  return { src: address(), ...Object.fromEntries(names.map((name) => [name, value(name)])) };
}

let shown = '';
function show() {
  const tag = value('tag');
  const given = attributes();
  const theme = value('theme');
  const written = theme ? { ...given, style: THEMES[theme] } : given;

  const wanted = JSON.stringify([tag, given, theme]);
  if (wanted !== shown) {
    shown = wanted;
    const preview = find('preview');
    preview.className = `preview${theme ? ` set-${theme}` : ''}`;
    if (given.src) {
      const chart = document.createElement(tag);
      for (const [name, text] of Object.entries(given)) chart.setAttribute(name, text);
      chart.setAttribute('loading', 'eager');
      preview.replaceChildren(chart);
    } else {
      preview.replaceChildren(Object.assign(document.createElement('p'), { className: 'fault', textContent: 'Give the address of a dataset, beginning with https://.' }));
    }
  }
  const { hint, write } = FORMS.find(({ id }) => id === find('forms').querySelector(':checked').value);
  find('hint').textContent = hint;
  find('snippet').textContent = write({ tag, attributes: written, theme, title: given.heading ?? document.querySelector(`#preview ${tag}`)?.dataset?.title ?? 'Chart', script: new URL('../dist/open-token-charts.js', document.baseURI).href });
  find('said').textContent = '';
}

async function copy() {
  const text = find('snippet').textContent;
  try {
    await navigator.clipboard.writeText(text);
    find('said').textContent = 'Copied.';
  } catch {
    // the page may not use the clipboard: the reader's own copy key takes what is selected
    getSelection().selectAllChildren(find('snippet'));
    find('said').textContent = 'Selected. Copy it with your copy key.';
  }
}

find('forms').replaceChildren(
  ...FORMS.map(({ id, name }, i) => {
    const choice = Object.assign(document.createElement('input'), { type: 'radio', name: 'form', value: id, checked: i === 0 });
    const label = document.createElement('label');
    label.append(choice, name);
    return label;
  }),
);
form.elements.namedItem('tag').replaceChildren(...tags.map((tag) => option(tag)));
refill(find('shared'), SHARED);
offerDatasets();
show();
fetch('../dist/integrity.json')
  .then((response) => response.json())
  .then((found) => {
    release = found;
    show();
  })
  .catch(() => undefined); // without a build there is nothing to pin

let later;
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', (event) => {
  if (event.target.name === 'tag') offerDatasets();
  if (event.target.name === 'dataset') offerUsual();
  clearTimeout(later);
  later = setTimeout(show, event.target.localName === 'input' ? 300 : 0); // not a request for each letter of an address
});
find('forms').addEventListener('input', show);
find('copy').addEventListener('click', copy);
