import { css, type TemplateResult } from 'lit';
import { DataError } from '../data/errors.js';
import { rankPeriods, type RankPeriod, type RankTable, type RankedRow } from '../data/ranks.js';
import type { Dataset } from '../data/table.js';
import { layoutRanks } from '../geometry/rank-layout.js';
import { signsFor } from '../geometry/symbols.js';
import { statusName, statusOf } from '../text/status.js';
import { brief, type Unit, type Words } from '../text/words.js';
import { listed } from '../data/attributes.js';
import type { ChartElement } from '../view/chart.js';
import type { Figure, PointText } from '../view/figure.js';
import { pickTemplate, pickerStyles } from '../view/picker.js';
import { addLate } from '../text/messages.js';
import rankEnglish from '../text/messages/en-rank.js';

addLate(rankEnglish);

export const styles = [
  pickerStyles,
  css`
    @media (prefers-reduced-motion: no-preference) {
      [part='segment'] {
        transition: 0.24s ease-out;
        transition-property: x, y, width;
      }
    }
  `,
];

/** The settings that the figure is made by. */
type Chart = ChartElement & { period: string };

export function figure(chart: Chart, dataset: Dataset, words: Words): Figure {
  const data = rankPeriods(dataset.table, chart);
  const at = indexOf(chart, data);
  const { name: period, rows } = data.periods[at] ?? { name: '', rows: [] };
  const before = data.periods[at - 1]?.name ?? '';
  const unit = words.unit(data.measure.unit);
  // colours follow the whole table, so that no period recolours another
  const origins = [...new Set(data.periods.flatMap((each) => each.rows.map(({ origin }) => origin)))];
  const signOf = signsFor(origins);
  const order = new Map(data.names.map((name, i) => [name, i]));
  const highlight = listed(chart.highlight);
  const lit = ({ name, lab, origin }: RankedRow): boolean => highlight.length === 0 || highlight.some((each) => each === name || each === lab || each === origin);
  const wish = {
    rows: rows.map((row, index) => ({
      lead: Number.isNaN(row.rank) ? '' : words.number(row.rank),
      name: row.name,
      detail: row.lab,
      value: row.value,
      label: Number.isNaN(row.value) ? words.say('noValue') : barLabel(row.value, unit, index === 0, words),
      change: row.change === 0 ? '' : changeText(row, words, 'rankNew'),
      ...signOf(row.origin, lit(row)),
      certainty: Math.max(0, (dataset.table.statuses[row.row] ?? 0) - 1),
      order: order.get(row.name) ?? 0,
    })),
    legend: origins.filter((origin) => origin && rows.some((row) => row.origin === origin)).map((name) => ({ name, ...signOf(name) })),
    rest: (n: number) => words.say(n < rows.length ? 'rest' : 'restAlone', { n }),
  };
  return {
    kind: words.say('summary.ranks', { n: rows.length, measure: data.measure.title, period: period || dataset.table.title }),
    summary: summary(rows, data.measure.title, unit, words),
    notices: [],
    length: rows.length,
    series: 1,
    fields: { ...data.fields, y: data.measure.name },
    mirrored: true,
    fills: new Set(rows.map(({ origin }) => origin)).size,
    picture: (size) => layoutRanks(wish, size),
    point: ({ index }) => pointText(data, rows, index, before, dataset, words),
    row: ({ index }) => rows[index]?.row ?? -1,
    value: ({ index }) => rows[index]?.value ?? NaN,
  };
}

export function controls(chart: Chart, words: Words): TemplateResult {
  const data = rankPeriods(chart.dataset.table, chart);
  const names = data.periods.map(({ name }) => name);
  return pickTemplate(data.periodTitle || words.say('view'), names, names[indexOf(chart, data)] ?? '', (name) => {
    chart.period = name;
    chart.changed('period', name);
  });
}

function indexOf(chart: Chart, { periods }: { readonly periods: readonly RankPeriod[] }): number {
  const at = chart.period ? periods.findIndex(({ name }) => name === chart.period) : periods.length - 1;
  if (at < 0) throw new DataError(`period=${JSON.stringify(chart.period)}`, 'a period of the data', `only ${periods.map(({ name }) => JSON.stringify(name)).join(', ')}`);
  return at;
}

function changeText({ change }: RankedRow, words: Words, newcomer: 'rankNew' | 'rankNewLong'): string {
  if (change === null) return '';
  if (change === 'new') return words.say(newcomer);
  return change === 0 ? words.say('rankSame') : words.say(change > 0 ? 'rankUp' : 'rankDown', { n: words.number(Math.abs(change)) });
}

/** A value at its bar: the first carries the unit, the others follow in it, so that they compare. */
function barLabel(value: number, unit: Unit, first: boolean, words: Words): string {
  if (unit.kind === 'percent') return words.percent(value);
  return unit.factor === 1 || first ? words.short(value, unit) : words.number(value, { maximumSignificantDigits: 3 });
}

const amount = (value: number, unit: Unit, words: Words): string => [words.value(value, unit), unit.noun].filter(Boolean).join(' ');

function summary(rows: readonly RankedRow[], measure: string, unit: Unit, words: Words): string {
  const valued = rows.filter(({ value }) => !Number.isNaN(value));
  const [first] = valued;
  if (!first) return words.say('summary.noValues', { measure });
  const top = valued.filter(({ value }) => value === first.value);
  const next = valued[top.length];
  const say = ({ value }: RankedRow): string => amount(value, unit, words);
  const origins = [...new Set(rows.map(({ origin }) => origin))].map((name) => ({ name, n: rows.filter(({ origin }) => origin === name).length })).sort((a, b) => b.n - a.n);
  return [
    top.length > 1 ? words.say('summary.rankTie', { list: words.list(top.map(({ name }) => name)), value: say(first) }) : words.say('summary.rankFirst', { name: first.name, value: say(first) }),
    next ? words.say('summary.rankNext', { name: next.name, value: say(next) }) : '',
    rows.length > 1 && origins[0]?.name ? words.say('summary.rankOrigins', { list: words.list(origins.map(({ name, n }) => words.say('listPair', { name, value: words.number(n) }))) }) : '',
  ].filter(Boolean).join(' ');
}

function pointText({ measure, share }: RankTable, rows: readonly RankedRow[], index: number, before: string, { table }: Dataset, words: Words): PointText {
  const row = rows[index];
  if (!row) return { title: '', rows: [], note: '', spoken: words.say('noValue') };
  const unit = words.unit(measure.unit);
  const value = Number.isNaN(row.value) ? words.say('noValue') : words.value(row.value, unit);
  const part = share?.values[row.row] ?? NaN;
  const rank = Number.isNaN(row.rank) ? '' : words.number(row.rank);
  const shared = rows.some((each) => each !== row && each.rank === row.rank);
  const change = changeText(row, words, 'rankNewLong');
  const note = statusName(statusOf(table, row.row), words);
  const pair = (name: string, text: string): PointText['rows'] => (text ? [{ name, value: text }] : []);
  return {
    title: row.name,
    rows: [
      ...pair(measure.title, value),
      ...pair(share?.title ?? '', Number.isNaN(part) ? '' : words.percent(part)),
      ...pair(words.say('rank'), rank && shared ? words.say('rankShared', { rank }) : rank),
      ...pair(words.say('rankAgainst', { period: before }), change),
      ...pair(table.columns.find(({ name }) => name === 'lab')?.title ?? '', row.lab),
      ...pair(table.columns.find(({ name }) => name === 'origin')?.title ?? '', row.origin),
    ],
    note,
    spoken: brief(words.line([Number.isNaN(row.value) ? value : amount(row.value, unit, words), row.name, row.lab, row.origin, rank && words.say('rankOf', { rank: shared ? words.say('rankShared', { rank }) : rank }), change, note, words.say('position', { index: index + 1, total: rows.length })]), row.name, row.lab),
  };
}
