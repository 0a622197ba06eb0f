import { css, type CSSResult } from 'lit';
import { certaintyOf, rowAt, type TimeSeries } from '../data/series.js';
import type { Annotation } from '../data/table.js';
import { layoutLines } from '../geometry/line-layout.js';
import type { OverlayPoint } from '../geometry/overlay.js';
import type { Stop } from '../geometry/marks.js';
import type { Color } from '../geometry/paint.js';
import { layoutStack } from '../geometry/stack-layout.js';
import { changeName, pointNote, type TimeText } from '../text/time.js';
import { brief, type Words } from '../text/words.js';
import type { Figure, PointText } from './figure.js';

/** Bands that move to their next place rather than jump. */
export const bandStyles: CSSResult = css`
  @media (prefers-reduced-motion: no-preference) {
    .root:not(.fresh) path[part~='band'] {
      transition: d 240ms;
    }
  }
`;

/** Series over time as bands or lines, with the words around them made by the element. */
export interface Bands {
  /** Series from the top of the stack down; the values drawn and told. */
  readonly data: TimeSeries;
  readonly colors: readonly Color[];
  readonly mark: 'band' | 'line';
  /** What the stack is stretched to: 100 for shares, 0 for amounts. */
  readonly whole: number;
  readonly highlight: readonly string[];
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly yDomain: readonly number[];
  /** Notes on the plot; `text` and `words` say everything. */
  readonly notes: readonly Annotation[];
  readonly overlay: readonly OverlayPoint[];
  readonly text: TimeText;
  readonly words: Words;
}

/** All of the figure but kind, summary and notices. */
export function bandsFigure(bands: Bands): Omit<Figure, 'kind' | 'summary' | 'notices'> {
  const { data, text, words, colors } = bands;
  const last = data.x.length - 1;
  const rows = data.series.map((series, i) => {
    const value = series.values[last] ?? NaN;
    return { name: series.name, values: series.values, certainty: certaintyOf(data, series), color: colors[i] ?? 'accent', label: Number.isNaN(value) ? '' : words.short(value, text.unit) } as const;
  });
  const { timeLabel, tickLabel } = text;
  const wish = { ...bands, x: data.x, timeLabel, tickLabel };
  const lines = rows.map((row) => ({ ...row, bounds: null, firstLabel: '', lastLabel: row.label, lastNote: '' }));
  return {
    length: data.x.length,
    series: data.series.length,
    mirrored: false,
    fills: bands.mark === 'line' ? 0 : data.series.length,
    picture: (size) => (bands.mark === 'line' ? layoutLines({ ...wish, lines, scale: 'linear' }, size) : layoutStack({ ...wish, bands: rows }, size)),
    point: (stop) => bandText(bands, stop),
    row: ({ index, series }) => {
      const found = data.series[series];
      return found ? rowAt(found, index) : -1;
    },
    value: ({ index, series }) => data.series[series]?.values[index] ?? NaN,
  };
}

function bandText({ data, colors, text, words }: Bands, { index, series: at }: Stop): PointText {
  const title = words.moment(data.x[index] ?? 0, text.period);
  const series = data.series[at];
  if (!series) return { title, rows: [], note: '', spoken: title };
  const value = series.values[index] ?? NaN;
  const percent = text.unit.kind === 'percent';
  const total = data.series.reduce((sum, { values }) => sum + (values[index] || 0), 0);
  const share = percent || !(total > 0) || Number.isNaN(value) ? '' : words.percent((value / total) * 100);
  const change = changeText(series.values, index, percent, words);
  const note = pointNote(data, series, index, words);
  const row = (i: number): PointText['rows'][number] => {
    const each = data.series[i] ?? series;
    return { name: each.name, value: text.value(each, index), color: colors[i] ?? 'accent', active: i === at };
  };
  const few = data.series.length <= 6;
  const row2 = (name: string, said: string): PointText['rows'] => (said ? [{ name, value: said }] : []);
  return {
    title,
    rows: [...(few ? data.series.map((_, i) => row(i)) : [row(at)]), ...row2(few ? words.line([series.name, words.say('share')]) : words.say('share'), share), ...row2(few ? `${series.name} ${changeName(text.period, words)}` : changeName(text.period, words), change), ...(percent ? [] : row2(words.say('total'), words.value(total, text.unit)))],
    note,
    spoken: brief(words.line([series.name, text.value(series, index), share, title, change, note, words.say('position', { index: index + 1, total: data.x.length })]), series.name),
  };
}

/** Shares change by points, amounts by parts of themselves. */
function changeText(values: Float64Array, index: number, percent: boolean, words: Words): string {
  const [value = NaN, before = NaN] = [values[index], values[index - 1]];
  if (!percent) return words.change(value, before);
  return Number.isNaN(value - before) ? '' : words.say('changePoints', { n: words.number(value - before, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }) });
}
