import type { TemplateResult, nothing } from 'lit';
import { parseAnnotations, within } from '../data/annotations.js';
import { isRest } from '../data/crossings.js';
import { CUT_TOLERANCE, cutBy, cutTable, cutsOf, groupsOf, recut, unequal, type Cut, type CutSeries } from '../data/cuts.js';
import { windowed, type Series, type TimeSeries } from '../data/series.js';
import type { Dataset } from '../data/table.js';
import { colorsWithin } from '../geometry/paint.js';
import { noValues, notesSentence, timeText } from '../text/time.js';
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
type Chart = ChartElement & { by: string };

export function figure(chart: Chart, dataset: Dataset, words: Words): Figure {
  const cut = cutBy(dataset, chart.by);
  const whole = recut(cut, chart, words.say('notPlaced'));
  const shown = windowed(whole, datesIn('from', chart.from)[0], datesIn('to', chart.to)[0]);
  const groups = groupOfNames(dataset, cut);
  const colors = new Map(colorsWithin(whole.series.map(({ name }) => name), (name) => groups.get(name) ?? '').map((color, i) => [whole.series[i]?.name ?? '', color]));
  const data = { ...shown, series: ordered(shown.series, groups) };
  const text = timeText(data, words);
  const notes = within([...dataset.annotations, ...parseAnnotations(chart.annotations)], data.x[0] ?? 0, data.x.at(-1) ?? 0);
  const rows = cutTable(cut, data, whole.series.map(({ name }) => name));
  const figure = bandsFigure({
    data,
    colors: data.series.map(({ name }) => colors.get(name) ?? 'other'),
    mark: 'band',
    whole: 0,
    highlight: listed(chart.highlight),
    xTicks: datesIn('x-ticks', chart.xTicks),
    yTicks: numbersIn('y-ticks', chart.yTicks),
    yDomain: numbersIn('y-domain', chart.yDomain),
    notes,
    overlay: [],
    text,
    words,
  });
  return {
    ...figure,
    ...(rows ?? (cut.table === dataset.table ? {} : { table: cut.table })),
    kind: words.say('summary.bands', { measure: data.yColumn.title, names: cut.column.title, from: words.moment(data.x[0] ?? 0, text.period), to: words.moment(data.x.at(-1) ?? 0, text.period) }),
    summary: [noValues(data, words) || largestLast(data, words), notesSentence(notes, text, words)].filter(Boolean).join(' '),
    notices: notices(dataset, cut, whole, chart, words),
    fields: { x: data.xColumn.name, y: data.yColumn.name, by: cutsOf(dataset)[0]?.column.name ?? '', total: true },
  };
}

export function controls(chart: Chart, words: Words): TemplateResult | typeof nothing {
  const cuts = cutsOf(chart.dataset, chart.by);
  return choiceTemplate(words.say('cutBy'), cuts.map(({ column }) => ({ value: column.name, text: column.title })), chart.by || (cuts[0]?.column.name ?? ''), (value) => {
    chart.by = value;
    chart.changed('by', value);
  });
}

/** Which group each band belongs to, where another text field of its table says so for all of its rows; else itself. */
function groupOfNames(dataset: Dataset, cut: Cut): ReadonlyMap<string, string> {
  const other = cutsOf(dataset).find(({ table, column }) => table === cut.table && column !== cut.column);
  const groups = other ? groupsOf(cut, other.column.name) : new Map<string, string>();
  return [...groups.values()].includes('') ? new Map() : groups;
}

/** From the top down: groups as the file has them, from the bottom; in each the larger lower, what is left over on top. */
function ordered(series: readonly Series[], groups: ReadonlyMap<string, string>): readonly Series[] {
  const order = [...new Set(groups.values())];
  const size = new Map(series.map((each) => [each, each.values.reduce((sum, value) => sum + (value || 0), 0)]));
  const place = (each: Series): number => (groups.has(each.name) ? order.indexOf(groups.get(each.name) ?? '') : order.length);
  if (order.length === 0) return [...series].reverse();
  return [...series].sort((a, b) => place(b) - place(a) || Number(isRest(b.name)) - Number(isRest(a.name)) || (size.get(a) ?? 0) - (size.get(b) ?? 0));
}

function largestLast({ series, x, yColumn, ...rest }: TimeSeries, words: Words): string {
  const last = x.length - 1;
  const value = (each: Series): number => each.values[last] || 0;
  const largest = series.reduce<Series | null>((most, each) => (!most || value(each) > value(most) ? each : most), null);
  const text = timeText({ ...rest, series, x, yColumn }, words);
  return largest ? words.say('summary.largestLast', { name: largest.name, value: text.value(largest, last), date: words.moment(x[last] ?? 0, text.period) }) : '';
}

/** What a re-cut must not hide: rows without a place in it, and whether it has the totals of the first. */
function notices(dataset: Dataset, cut: Cut, data: CutSeries, channels: ChartElement, words: Words): readonly string[] {
  const said: string[] = [];
  const { title } = cut.column;
  if (data.unplaced) said.push(words.say('summary.unplaced', { n: data.unplaced, column: title }));
  const [first] = cutsOf(dataset);
  if (!first || cut.table === first.table) return said;
  const percent = words.number(CUT_TOLERANCE, { style: 'percent', maximumFractionDigits: 1 });
  const other = recut(first, { x: channels.x, y: channels.y }, words.say('notPlaced'));
  const off = unequal(data, other);
  said.push(words.say('summary.secondCut', { column: title, first: first.column.title }));
  said.push(off.length ? words.say('summary.unequalCuts', { n: off.length, date: words.date(data.x[off[0] ?? 0] ?? 0, 'full'), percent }) : words.say('summary.equalCuts', { percent }));
  return said;
}
