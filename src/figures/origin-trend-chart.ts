import type { TemplateResult, nothing } from 'lit';
import { parseAnnotations, within } from '../data/annotations.js';
import { crossings, rivals } from '../data/crossings.js';
import { atLeastDerived, sharesOf } from '../data/cuts.js';
import { DataError } from '../data/errors.js';
import { isNumber } from '../data/channels.js';
import { isShare } from '../data/groups.js';
import { rowAt, timeSeries, windowed, type Series, type TimeSeries } from '../data/series.js';
import { RESERVED, columnOf, type Column, type Dataset, type NumberColumn, type Table } from '../data/table.js';
import type { Overlaid } from '../data/shown.js';
import type { OverlayPoint } from '../geometry/overlay.js';
import { colorsFor } from '../geometry/paint.js';
import { boundOf, drawnValues, noValues, notesSentence, timeText, type TimeText } from '../text/time.js';
import type { Words } from '../text/words.js';
import { bandsFigure, bandStyles } from '../view/bands.js';
import { datesIn, listed, numbersIn } from '../data/attributes.js';
import type { ChartElement } from '../view/chart.js';
import { choiceTemplate } from '../view/choice.js';
import type { Figure } from '../view/figure.js';
import { addLate } from '../text/messages.js';
import bandsEnglish from '../text/messages/en-bands.js';

addLate(bandsEnglish);

export const styles = [bandStyles];

/** The settings that the figure is made by. */
type Chart = ChartElement & { measure: 'share' | 'absolute'; readonly mark: 'band' | 'line'; readonly overlay: string };

export function figure(chart: Chart, dataset: Dataset, words: Words): Figure {
  const all = measured(dataset.table, chart, chart.measure, words);
  const file = windowed(all, datesIn('from', chart.from)[0], datesIn('to', chart.to)[0]);
  for (const { name, values } of file.series) {
    const negative = values.find((value) => value < 0);
    if (negative !== undefined) throw new DataError(`${file.yColumn.name}, ${name}`, 'a number that is not negative', String(negative));
  }
  const share = isShare(file.yColumn);
  const off = share ? Array.from(file.x.keys()).filter((i) => Math.abs(file.series.reduce((sum, { values }) => sum + (values[i] || 0), 0) - 100) > 0.5) : [];
  if (share && file.series.every(({ values }) => values.every((value) => !(value > 0)))) throw new DataError(dataset.table.place(0, file.yColumn.name), 'at least one number above zero', '0');
  const pair = rivals(file.series);
  // found on all dates: who led before the window is known
  const [a, b] = all.series.filter(({ name }) => pair?.some((each) => each.name === name));
  const changes = a && b ? crossings(a.values, b.values).map(({ index, ahead }) => ({ x: all.x[index] ?? 0, name: [a, b][ahead]?.name ?? '' })).filter(({ x }) => x >= (file.x[0] ?? 0) && x <= (file.x.at(-1) ?? 0)) : [];
  const colors = new Map(colorsFor(file.series.map(({ name }) => name)).map((color, i) => [file.series[i]?.name ?? '', color]));
  // the two rivals stand on an edge each: one on zero, the other against the top
  const data = { ...file, series: [...file.series].reverse().sort((a, b) => side(a, pair) - side(b, pair)) };
  const text = timeText(data, words);
  const said = changes.map(({ x, name }) => ({ x, label: words.say('ahead', { date: words.date(x, 'full'), name }) }));
  const notes = within([...dataset.annotations, ...parseAnnotations(chart.annotations)], data.x[0] ?? 0, data.x.at(-1) ?? 0);
  const inside = ({ name }: OverlayPoint): boolean => (chart.mark === 'line' ? data.series : data.series.slice(-1)).some((series) => series.name === name);
  const over = chart.overlay ? overlayOf(dataset, chart.overlay, chart.measure, file, words) : null;
  const circles = over?.points.filter(inside) ?? [];
  return {
    ...bandsFigure({
      data,
      colors: data.series.map(({ name }) => colors.get(name) ?? 'other'),
      mark: chart.mark,
      whole: share && off.length === 0 ? 100 : 0,
      highlight: listed(chart.highlight),
      xTicks: datesIn('x-ticks', chart.xTicks),
      yTicks: numbersIn('y-ticks', chart.yTicks),
      yDomain: numbersIn('y-domain', chart.yDomain),
      notes: [...said, ...notes],
      overlay: circles,
      text,
      words,
    }),
    kind: words.say('summary.bands', { measure: file.yColumn.title, names: words.list(file.series.map(({ name }) => name)), from: words.moment(data.x[0] ?? 0, text.period), to: words.moment(data.x.at(-1) ?? 0, text.period) }),
    summary: [noValues(file, words) || lastValues(file, text, words), crossingSentence(pair, said.map(({ label }) => label), words), notesSentence(notes, text, words)].filter(Boolean).join(' '),
    unit: file.yColumn.unit,
    over: over && { ...over, rows: circles.map(({ row }) => row).sort((a, b) => a - b) },
    notices: [...(off.length ? [words.say('summary.sumOff', { n: off.length, date: words.date(file.x[off[0] ?? 0] ?? 0, 'full') })] : []), ...(over && circles.length ? [words.say('summary.overlay', { title: over.title, names: words.list([...new Set(circles.map(({ name }) => name))]) })] : [])],
  };
}

export function controls(chart: Chart, words: Words): TemplateResult | typeof nothing {
  const { share, amount } = numberFields(chart.dataset.table, chart.y);
  const choices = [{ value: 'share', text: share?.title ?? words.say('share') }, ...(amount ? [{ value: 'absolute', text: amount.title }] : [])];
  return choiceTemplate(words.say('measure'), choices, chart.measure, (value) => {
    chart.measure = value === 'share' ? 'share' : 'absolute';
    chart.changed('measure', value);
  });
}

const side = (series: Series, pair: readonly [Series, Series] | null): number => (series === pair?.[0] ? 1 : series === pair?.[1] ? -1 : 0);

/** The field of shares and the field of amounts: `y` where it is of that kind, else the first that is. */
function numberFields(table: Table, y: string): { readonly share: NumberColumn | undefined; readonly amount: NumberColumn | undefined } {
  const named = columnOf(table, y);
  const columns = [...(named ? [named] : []), ...table.columns.filter(({ name }) => !RESERVED.has(name))].filter((column): column is NumberColumn & Column => isNumber(column));
  return { share: columns.find(isShare), amount: columns.find((column) => !isShare(column)) };
}

/** The series as shares, from the file or computed, or as amounts. What the row's status does not speak of is derived. */
function measured(table: Table, channels: ChartElement, measure: string, words: Words): TimeSeries {
  const { share, amount } = numberFields(table, channels.y);
  const { x, series } = channels;
  if (measure === 'share' && !share) return sharesOf(timeSeries(table, { x, series, y: amount?.name ?? channels.y }), words.say('share'));
  const chosen = (measure === 'share' ? share : amount) ?? share;
  const data = timeSeries(table, { x, series, y: chosen?.name ?? channels.y });
  const first = table.columns.find((column) => isNumber(column) && !RESERVED.has(column.name));
  return chosen === first ? data : { ...data, series: data.series.map((each) => ({ ...each, codes: atLeastDerived(data, each) })) };
}

function lastValues({ series, x }: TimeSeries, text: TimeText, words: Words): string {
  const last = x.length - 1;
  const ranked = [...series].sort((a, b) => (b.values[last] || 0) - (a.values[last] || 0));
  return words.say('summary.seriesLast', { list: words.list(ranked.slice(0, text.unit.kind === 'percent' ? 6 : 3).map((each) => words.say('listPair', { name: each.name, value: text.value(each, last) }))) });
}

function crossingSentence(pair: readonly [Series, Series] | null, said: readonly string[], words: Words): string {
  if (!pair) return '';
  if (said.length > 0) return words.say('summary.crossings', { n: said.length, list: said.join(words.say('semicolon')) });
  const [a, b] = pair;
  const sum = a.values.reduce((total, value, i) => total + (Math.sign(value - (b.values[i] ?? NaN)) || 0), 0);
  return sum === 0 ? '' : words.say('summary.noCrossing', { name: (sum > 0 ? a : b).name, other: (sum > 0 ? b : a).name });
}

/** Points of another resource in the measure drawn, and its fields that are not named as the chart's; a resource without a field for it gives none. */
function overlayOf({ tables, table: drawn }: Dataset, resource: string, measure: string, { xColumn, yColumn }: TimeSeries, words: Words): Omit<Overlaid, 'rows'> & { readonly points: readonly (OverlayPoint & { readonly row: number })[] } {
  const table = tables.get(resource);
  if (!table || table === drawn) throw new DataError(`overlay="${resource}"`, 'the name of a resource with rows', `only ${[...tables.keys()].filter((name) => name !== drawn.name).join(', ') || 'the one drawn'}`);
  const { share, amount } = numberFields(table, '');
  const field = measure === 'share' ? share : amount;
  const title = table.title || words.say('notStated');
  if (!field) return { table, points: [], title, as: {} };
  const data = timeSeries(table, { y: field.name });
  const points = data.series.flatMap((series) => {
    const values = measure === 'share' ? series.values : drawnValues(data, series);
    return Array.from(data.x.keys()).flatMap((i) => (Number.isNaN(values[i]) ? [] : [{ time: data.x[i] ?? 0, value: values[i] ?? 0, bound: Number.isNaN(series.values[i]) ? boundOf(data, series, i) : 0, name: series.name, row: rowAt(series, i) }]));
  });
  return { table, points, title, as: { [data.xColumn.name]: xColumn.name, [field.name]: yColumn.name } };
}
