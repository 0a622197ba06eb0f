import { numberOrNull } from './shared/csv.js';
import { numberField, statusField, textField } from './shared/fields.js';
import { originOf } from './shared/labels.js';
import { dataPackage, distinctSources, table } from './shared/package.js';

const DOLLARS = 'US dollars per million tokens';

/** Kinds of price, most authoritative first. */
const KINDS = [
  'vendor list price',
  'vendor list price (aggregator)',
  'OpenRouter listing',
  'cheapest routed endpoint on OpenRouter',
  'list price at a reseller',
];

/** Months around the article: a price printed then is one its readers could have paid. */
const SPRING = /^2026-0[456]/;

export function prices(inputs) {
  const rows = inputs.prices.map(priceRow).sort((a, b) => compare(a.model.toLowerCase(), b.model.toLowerCase()) || compare(a.date, b.date));
  return dataPackage({
    name: 'prices',
    title: 'Prices per million tokens',
    description: 'US dollars for a million input and a million output tokens, with the date and kind of each price.',
    sources: distinctSources(inputs.prices),
    provenance: {
      asOf: '2026-11-06',
      status: 'reported',
      base: 'list prices without cache, batch or peak rules',
      method:
        'Copied as printed and listed by model, then date. The table spring-2026 keeps one price a model from those dated ' +
        'April to June 2026: by kind, in the order vendor list price, the same from an aggregator, OpenRouter listing, ' +
        'cheapest routed endpoint, reseller; of one kind the latest.',
      citation: 'Prices as printed by the sources of each row.',
      caveats: [
        'Each price holds for the date in its row; the date of the dataset is that of the latest.',
        'Kinds differ: the vendor, the cheapest host on OpenRouter, a reseller.',
        'A price that a source does not print is empty; 0 is a free endpoint.',
        'The price of GLM-5.1 of 13 June 2026 comes from a public source file whose repository is not known.',
        'DeepSeek bills by peak and off-peak hours from 16 August 2026.',
        'Prices of 15 and 75 for Claude Opus 4.7, of 0.80 and 4 for Claude Haiku 4.5, and an input price of 0.14 for Hy3 ' +
          'preview were also printed; vendor pages and listings contradict them, and they are left out.',
      ],
    },
    resources: [
      priceTable('prices', 'Prices by model and date', ['model', 'date', 'kind', 'source'], rows),
      priceTable('spring-2026', 'One price a model, April to June 2026', ['model'], onePriceAModel(rows)),
    ],
  });
}

function priceTable(name, title, primaryKey, rows) {
  return table(
    name,
    title,
    [
      textField('model', 'Model'),
      textField('lab', 'Lab'),
      textField('origin', 'Model origin'),
      numberField('input', 'Input', DOLLARS),
      numberField('output', 'Output', DOLLARS),
      textField('date', 'Date', { description: 'As printed; not always a full date.' }),
      textField('kind', 'Kind of price'),
      textField('note', 'Note'),
      textField('source', 'Source', { format: 'uri' }),
      statusField(),
    ],
    primaryKey,
    rows,
  );
}

function priceRow({ model, lab, input, output, date, kind, note, source_url }) {
  return {
    model,
    lab,
    origin: originOf(lab),
    input: numberOrNull(input),
    output: numberOrNull(output),
    date,
    kind,
    note: note === '' ? null : note,
    source: source_url,
    status: 'reported',
  };
}

/** @param {object[]} rows in the order of model and date */
function onePriceAModel(rows) {
  const chosen = new Map();
  for (const row of rows) {
    if (!SPRING.test(row.date) || !KINDS.includes(row.kind) || row.input === null || row.output === null) continue;
    const best = chosen.get(row.model);
    if (!best || KINDS.indexOf(row.kind) <= KINDS.indexOf(best.kind)) chosen.set(row.model, row);
  }
  return [...chosen.values()];
}

function compare(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
