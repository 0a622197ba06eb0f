import type { TemplateResult } from 'lit';
import { DataError } from '../data/errors.js';
import { SORTS, blend, priceTable, sortPrices, standing, type Price, type PriceSort } from '../data/prices.js';
import { STATUSES, type Dataset } from '../data/table.js';
import { layoutPrices } from '../geometry/price-layout.js';
import { signsFor } from '../geometry/symbols.js';
import { statusName } from '../text/status.js';
import { brief, type Unit, type Words } from '../text/words.js';
import { listed } from '../data/attributes.js';
import type { ChartElement } from '../view/chart.js';
import type { Figure, PointText } from '../view/figure.js';
import { pickerStyles, rangeTemplate } from '../view/picker.js';
import { addLate } from '../text/messages.js';
import priceEnglish from '../text/messages/en-price.js';

addLate(priceEnglish);

export const styles = [pickerStyles];

/** The settings that the figure is made by. */
type Chart = ChartElement & { readonly reference: string; readonly models: string; sort: PriceSort | ''; inputShare: number };

export function figure(chart: Chart, dataset: Dataset, words: Words): Figure {
  const data = priceTable(dataset.table, chart);
  const named = (attribute: string, value: string, fits: boolean, expected: string, found: string): void => {
    if (!fits) throw new DataError(`${attribute}=${JSON.stringify(value)}`, expected, found);
  };
  const all = new Set(data.prices.map(({ name }) => name));
  const known = `only ${[...all].join(', ')}`;
  const models = listed(chart.models);
  for (const model of models) named('models', model, all.has(model), 'the name of a model in the data', known);
  named('reference', chart.reference, !chart.reference || all.has(chart.reference), 'the name of a model in the data', known);
  named('sort', chart.sort, !chart.sort || SORTS.includes(chart.sort), '"output", "input" or "blended"', JSON.stringify(chart.sort));
  const share = chart.inputShare ?? 75; // null where the attribute was taken away
  named('input-share', chart.getAttribute('input-share') ?? String(share), share >= 0 && share <= 100, 'a number from 0 to 100', String(share));
  const sort = chart.sort || 'output';
  const shown = sortPrices(data.prices.filter(({ name }) => models.length === 0 || models.includes(name)), sort, share);
  const reference = data.prices.findLast(({ name, output }) => name === chart.reference && output > 0) ?? null;
  if (chart.reference && !reference) throw new DataError(`reference=${JSON.stringify(chart.reference)}`, 'the name of a model in the data', words.say('noOutputPrice'));
  const text: PriceText = { unit: words.unit(data.output.unit), share, reference, words, dataset, input: data.input.title, output: data.output.title };
  const origins = [...new Set(data.prices.map(({ origin }) => origin))];
  const signOf = signsFor(origins);
  const highlight = listed(chart.highlight);
  const lit = ({ name, lab, origin }: Price): boolean => highlight.length === 0 || highlight.some((each) => each === name || each === lab || each === origin);
  const wish = {
    rows: shown.map((price) => ({
      lead: '',
      name: price.which ? `${price.name}, ${price.which}` : price.name,
      detail: price.lab,
      input: price.input,
      output: price.output,
      blended: sort === 'blended' ? blend(price.input, price.output, share) : NaN,
      label: label(price, text),
      ...signOf(price.origin, lit(price)),
      certainty: Math.max(0, (dataset.table.statuses[price.row] ?? 0) - 1),
      order: price.row,
    })),
    legend: origins.filter((origin) => origin && shown.some((price) => price.origin === origin)).map((name) => ({ name, ...signOf(name) })),
    names: { input: data.input.title, output: data.output.title, blended: sort === 'blended' ? mix(share, words) : '' },
    tickLabel: (value: number, last: boolean) => (last ? words.value(value, text.unit) : words.number(value, { maximumFractionDigits: 9 })),
    rest: (n: number) => words.say(n < shown.length ? 'rest' : 'restAlone', { n }),
  };
  return {
    kind: words.say('summary.prices', { n: new Set(shown.map(({ name }) => name)).size, unit: data.output.unit || data.output.title }),
    summary: summary(shown, text),
    notices: [],
    length: shown.length,
    series: 1,
    fields: { x: '', by: data.by, y: data.output.name },
    mirrored: true,
    picture: (size) => layoutPrices(wish, size),
    point: ({ index }) => pointText(shown, index, text),
    row: ({ index }) => shown[index]?.row ?? -1,
    value: ({ index }) => (sort === 'blended' ? blend(shown[index]?.input ?? NaN, shown[index]?.output ?? NaN, share) : (shown[index]?.[sort] ?? NaN)),
  };
}

export function controls(chart: Chart, words: Words): TemplateResult {
  const move = (value: number): void => {
    chart.inputShare = value;
    chart.sort = 'blended';
  };
  return rangeTemplate(words.say('inputShare'), chart.inputShare, words.number(chart.inputShare), move, (value) => chart.changed('input-share', String(value)));
}

interface PriceText {
  readonly unit: Unit;
  readonly share: number;
  readonly reference: Price | null;
  readonly words: Words;
  readonly dataset: Dataset;
  readonly input: string;
  readonly output: string;
}

const mix = (share: number, words: Words): string => words.say('blended', { input: words.number(share), output: words.number(100 - share) });
const times = (ratio: number, words: Words): string => words.number(ratio, { maximumSignificantDigits: 3 });

/** A price in words: what is zero is free, what is missing says so. */
const money = (value: number, { unit, words }: PriceText): string => (Number.isNaN(value) ? words.say('noPrice') : value === 0 ? words.say('free') : words.value(value, unit));

function label(price: Price, text: PriceText): string {
  const { words } = text;
  if (price.output > 0 && price.input > 0) return money(price.output, text);
  if (standing(price)) return words.say(standing(price) === 1 ? 'free' : 'noPrice');
  if (price.output > 0) return words.line([money(price.output, text), words.say(price.input === 0 ? 'inputFree' : 'noInputPrice')]);
  return words.say(price.output === 0 ? 'outputFree' : 'noOutputPrice');
}

function summary(prices: readonly Price[], text: PriceText): string {
  const { reference, words } = text;
  const priced = prices.filter(({ output }) => output > 0);
  const ordered = [...priced].sort((a, b) => a.output - b.output);
  const [low] = ordered;
  const high = ordered.at(-1);
  const [top] = priced;
  const output = [text.output, text.unit.noun].filter(Boolean).join(' ');
  const count = (key: 'summary.priceFree' | 'summary.priceNone', wanted: 1 | 2): string => {
    const n = prices.filter((price) => standing(price) === wanted).length;
    return n ? words.say(key, { n }) : '';
  };
  return [
    top && reference && top.name !== reference.name ? words.say('summary.priceRatio', { name: top.name, times: times(top.output / reference.output, words), reference: reference.name }) : '',
    !low || !high ? '' : low === high ? words.say('summary.priceOne', { name: low.name, output, value: money(low.output, text) }) : words.say('summary.priceRange', { output, low: money(low.output, text), lowName: low.name, high: money(high.output, text), highName: high.name, times: times(high.output / low.output, words) }),
    count('summary.priceFree', 1),
    count('summary.priceNone', 2),
  ].filter(Boolean).join(' ');
}

function pointText(prices: readonly Price[], index: number, text: PriceText): PointText {
  const { reference, words, share, dataset } = text;
  const price = prices[index];
  if (!price) return { title: '', rows: [], note: '', spoken: words.say('noValue') };
  const note = statusName(STATUSES[dataset.table.statuses[price.row] ?? 0] ?? null, words);
  const ratio = reference && price.output > 0 && price.row !== reference.row ? times(price.output / reference.output, words) : '';
  const blended = blend(price.input, price.output, share);
  const pair = (name: string, value: string): PointText['rows'] => (value ? [{ name, value }] : []);
  const title = (name: string): string => dataset.table.columns.find((column) => column.name === name)?.title ?? '';
  return {
    title: price.name,
    rows: [
      ...pair(text.input, money(price.input, text)),
      ...pair(text.output, money(price.output, text)),
      ...pair(mix(share, words), Number.isNaN(blended) ? '' : money(blended, text)),
      ...pair(words.say('ratio', { name: reference?.name ?? '' }), ratio && words.say('times', { times: ratio })),
      ...pair(title('lab'), price.lab),
      ...pair(title('origin'), price.origin),
      ...pair(title('date'), price.date),
      ...pair(title('kind'), price.kind),
    ],
    note,
    spoken: brief(words.line([`${text.input} ${money(price.input, text)}`, `${text.output} ${money(price.output, text)}`, price.name, ratio && reference ? words.say('timesOf', { times: ratio, name: reference.name }) : '', price.date, note, words.say('position', { index: index + 1, total: prices.length })]), price.name, reference?.name ?? ''),
  };
}
