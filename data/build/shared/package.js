const CREATED = '2026-11-24T00:00:00Z';
const VERSION = '1.0.0';

export const CC_BY = [
  {
    name: 'CC-BY-4.0',
    title: 'Creative Commons Attribution 4.0 International',
    path: 'https://creativecommons.org/licenses/by/4.0/',
  },
];

export const SOURCES = {
  rankings: { title: 'OpenRouter rankings-daily (Data API)', path: 'https://openrouter.ai/rankings' },
  modelseason: {
    title: 'falercia/modelseason, public/data.json at 01eea155 (weekly sums of rankings-daily)',
    path: 'https://github.com/falercia/modelseason',
  },
  openRouterDaily: {
    title: 'aadhavr/open-router, data/rankings_daily.csv at b525777b',
    path: 'https://github.com/aadhavr/open-router',
  },
  facets: {
    title: 'halcyonic-systems/facets, monthly vintage of 2026-10-10 at 8de81903',
    path: 'https://github.com/halcyonic-systems/facets',
  },
  article: { title: 'xecon.dev, West-Washing Chinese AI Dispersion (2026-05-29)', path: 'https://xecon.dev' },
};

export const CONTRIBUTORS = {
  openRouter: { title: 'OpenRouter', path: 'https://openrouter.ai', roles: ['creator'] },
  modelseason: { title: 'falercia/modelseason', path: 'https://github.com/falercia/modelseason', roles: ['wrangler'] },
  openRouterDaily: { title: 'aadhavr/open-router', path: 'https://github.com/aadhavr/open-router', roles: ['wrangler'] },
  facets: { title: 'halcyonic-systems/facets', path: 'https://github.com/halcyonic-systems/facets', roles: ['wrangler'] },
};

/** When each archive last read the source. */
export const AS_OF = {
  weekly: '2026-09-18',
  daily: '2026-09-22',
  monthly: '2026-10-11',
};

export const ALL_MODELS = 'all public models on OpenRouter (the fifty most used of each day, and one row that sums the rest)';

/** Limits of every figure that comes from OpenRouter. */
export const OPENROUTER_CAVEATS = [
  'Only traffic through OpenRouter: use bought from vendors or clouds directly is not in it.',
  'OpenRouter leaves private models, private endpoints and zero-data-retention traffic out of its rankings.',
  "Each provider counts with its own tokenizer, so tokens of different labs are not quite one unit.",
  'Free endpoints and launch discounts move ranks and shares.',
  'Origin is where a model was made, not where it is served or who calls it.',
  'OpenRouter may restate past figures; these are as they stood on the date given.',
];

/** The line OpenRouter's licence asks for. */
export function citeOpenRouter(asOf) {
  return `Source: OpenRouter (openrouter.ai/rankings), as of ${asOf}. Licensed under CC BY 4.0.`;
}

/**
 * One Frictionless Data Package (v2) with our two additions, `provenance` and `revisions`, keys in one order.
 *
 * @param {object} parts
 * @param {string} parts.name file name without `.json`
 * @param {string} parts.title
 * @param {string} parts.description
 * @param {{title: string, path?: string}[]} parts.sources
 * @param {object[]} [parts.licenses] left out where we only quote single facts
 * @param {object[]} [parts.contributors]
 * @param {{asOf: string, status: string, base: string, method: string, citation: string, caveats: string[]}} parts.provenance
 * @param {object[]} [parts.annotations]
 * @param {object[]} parts.resources made by `table`
 */
export function dataPackage({ name, title, description, sources, licenses, contributors, provenance, annotations, resources }) {
  const { asOf, status, base, method, citation, caveats } = provenance;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title,
    description,
    version: VERSION,
    created: CREATED,
    ...(licenses && { licenses }),
    sources,
    ...(contributors && { contributors }),
    provenance: { asOf, status, base, method, citation, caveats },
    revisions: [{ date: CREATED.slice(0, 10), note: 'First release.' }],
    ...(annotations && { annotations }),
    resources,
  };
}

/**
 * One resource with its rows in the package. Each row is cut to the fields and put in their order.
 *
 * @param {string} name
 * @param {string} title
 * @param {object[]} fields made by the builders of fields.js
 * @param {string[]} primaryKey names of the fields that tell rows apart
 * @param {object[]} rows
 */
export function table(name, title, fields, primaryKey, rows) {
  return {
    name,
    type: 'table',
    title,
    schema: { $schema: 'https://datapackage.org/profiles/2.0/tableschema.json', fields, primaryKey },
    data: rows.map((row) => cutTo(fields, row)),
  };
}

function cutTo(fields, row) {
  return Object.fromEntries(
    fields.map(({ name }) => {
      if (row[name] === undefined) throw new Error(`a row lacks "${name}": ${JSON.stringify(row)}`);
      return [name, row[name]];
    }),
  );
}

/** Sources in the order in which rows name them, each address and title once. */
export function distinctSources(rows) {
  const seen = new Map(rows.map((row) => [`${row.source_title} ${row.source_url}`, row]));
  return [...seen.values()].map((row) => ({ title: row.source_title, path: row.source_url }));
}
