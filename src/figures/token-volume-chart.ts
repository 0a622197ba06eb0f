import { parseAnnotations, within } from '../data/annotations.js';
import { certaintyOf, rowAt, timeSeries, windowed, type Series, type TimeSeries } from '../data/series.js';
import type { Dataset } from '../data/table.js';
import { layoutLines, type LineRow } from '../geometry/line-layout.js';
import { boundOf, changeName, drawnValues, noValues, notesSentence, pointNote, timeText, trendSentences, type TimeText } from '../text/time.js';
import { brief, type Words } from '../text/words.js';
import { datesIn, listed, numbersIn } from '../data/attributes.js';
import type { ChartElement } from '../view/chart.js';
import type { Figure, PointText } from '../view/figure.js';
import type { Stop } from '../geometry/marks.js';

/** The settings that the figure is made by. */
type Chart = ChartElement;

export function figure(chart: Chart, dataset: Dataset, words: Words): Figure {
  const data = windowed(timeSeries(dataset.table, chart), datesIn('from', chart.from)[0], datesIn('to', chart.to)[0]);
  const text = timeText(data, words);
  const notes = within([...dataset.annotations, ...parseAnnotations(chart.annotations)], data.x[0] ?? 0, data.x.at(-1) ?? 0);
  const values = data.series.map((series) => drawnValues(data, series));
  const drawn = chart.scale === 'log' ? values.map((each) => each.map((value) => (value > 0 ? value : NaN))) : values;
  const wish = {
    notes,
    x: data.x,
    lines: data.series.map((series, i) => lineRow(data, series, drawn[i] ?? series.values, text, words)),
    scale: chart.scale,
    highlight: listed(chart.highlight),
    xTicks: datesIn('x-ticks', chart.xTicks),
    yTicks: numbersIn('y-ticks', chart.yTicks),
    yDomain: numbersIn('y-domain', chart.yDomain),
    tickLabel: text.tickLabel,
    timeLabel: text.timeLabel,
  };
  const first = data.series[0];
  const kind = words.say('summary.time', { measure: data.yColumn.title, from: words.moment(data.x[0] ?? 0, text.period), to: words.moment(data.x.at(-1) ?? 0, text.period) });
  return {
    kind,
    summary: [noValues(data, words) || (data.series.length === 1 && first ? trendSentences(data, first, text, words).join(' ') : lastValues(data, text, words)), notesSentence(notes, text, words)].filter(Boolean).join(' '),
    notices: [],
    length: data.x.length,
    series: data.series.length,
    mirrored: false,
    picture: (size) => layoutLines(wish, size),
    point: (stop) => pointText(data, text, words, stop),
    row: ({ index, series }) => rowOf(data, series, index),
    value: ({ index, series }) => values[series]?.[index] ?? NaN,
  };
}

const rowOf = (data: TimeSeries, series: number, index: number): number => {
  const found = data.series[series];
  return found ? rowAt(found, index) : -1;
};

/** `values` are those that have a place on the axis: on a logarithmic one, only what is above zero. */
function lineRow(data: TimeSeries, series: Series, values: Float64Array, text: TimeText, words: Words): LineRow {
  const first = values.findIndex((value) => !Number.isNaN(value));
  const last = values.findLastIndex((value) => !Number.isNaN(value));
  const short = (index: number): string => (index < 0 ? '' : Number.isNaN(series.values[index]) ? text.value(series, index) : words.short(values[index] ?? 0, text.unit));
  const bounds = data.table.columns.some(({ name }) => name === 'min' || name === 'max') ? Int8Array.from(values, (_, i) => boundOf(data, series, i)) : null;
  return { name: series.name, values, certainty: certaintyOf(data, series), bounds, firstLabel: short(first), lastLabel: short(last), lastNote: last < 0 ? '' : words.date(data.x[last] ?? 0, text.period === 'month' ? 'month' : text.period === 'year' ? 'year' : 'dayShort') };
}

function lastValues(data: TimeSeries, text: TimeText, words: Words): string {
  const last = data.x.length - 1;
  return words.say('summary.seriesLast', { list: words.list(data.series.map((series) => words.say('listPair', { name: series.name, value: text.value(series, last) }))) });
}

function pointText(data: TimeSeries, text: TimeText, words: Words, { index, series: at }: Stop): PointText {
  const title = words.moment(data.x[index] ?? 0, text.period);
  const series = data.series[at];
  if (!series) return { title, rows: [], note: '', spoken: title };
  const several = data.series.length > 1;
  const value = text.value(series, index);
  const change = index > 0 ? words.change(series.values[index] ?? NaN, series.values[index - 1] ?? NaN) : '';
  const note = pointNote(data, series, index, words);
  return {
    title,
    rows: [{ name: several ? series.name : data.yColumn.title, value }, ...(change ? [{ name: changeName(text.period, words), value: change }] : [])],
    note,
    spoken: brief(words.line([several ? series.name : '', `${value}${text.unit.noun ? ` ${text.unit.noun}` : ''}`, title, change, note, words.say('position', { index: index + 1, total: data.x.length })]), series.name),
  };
}
