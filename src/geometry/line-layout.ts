import { line } from 'd3-shape';
import { colorsFor, type Color } from './paint.js';
import { levelMarks } from './annotation-layout.js';
import { endLabels, endRoom } from './end-labels.js';
import { labelSize, round, type LegendEntry, type Mark, type Picture, type Size, type Spot } from './marks.js';
import { fitText, textWidth } from './metrics.js';
import { nearestIndex } from './nearest.js';
import { columnEnds, firstFrom, indices, reduce } from './reduce.js';
import { overlayMarks, type OverlayPoint } from './overlay.js';
import { symbolMark, symbolsFor, type SymbolName } from './symbols.js';
import { isWide, timeFrame, type AxesWish, type TimeFrame } from './time-frame.js';

/** One line as its layout needs it; arrays run along x. */
export interface LineRow {
  readonly name: string;
  /** NaN where there is none; where the value is only bounded, the bound. */
  readonly values: Float64Array;
  /** How sure each point is, as drawn: 0 solid, 1 derived, 2 representative, 3 unfinished. Null: all are solid. */
  readonly certainty: Uint8Array | null;
  /** 1 where the value is a lower bound, -1 an upper one. Null: none is. */
  readonly bounds: Int8Array | null;
  /** Labels of the first and last value, '' for none. */
  readonly firstLabel: string;
  readonly lastLabel: string;
  readonly lastNote: string;
}

export interface LinesWish extends Omit<AxesWish, 'times' | 'values'> {
  readonly x: Float64Array;
  readonly lines: readonly LineRow[];
  /** Names brought forward; the rest turn grey. Empty: none. */
  readonly highlight: readonly string[];
  /** A colour a line; default: by the names. */
  readonly colors?: readonly Color[];
  /** Values of another base, as hollow points. */
  readonly overlay?: readonly OverlayPoint[];
}

/** Dashes of a line, by certainty: solid, dashed, dotted, sparse. */
const DASHES = [undefined, '6 4', '1.5 4', '2 6'] as const;

const extent = (lines: readonly LineRow[]): [number, number] => {
  let low = Infinity;
  let high = -Infinity;
  for (const { values } of lines) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? NaN;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high ? [low, high] : [0, 1];
};

/** Lines over time; a single one stands on its area, and its first and last value are labelled. */
export function layoutLines(wish: LinesWish, size: Size): Picture {
  const { x: times, lines, notes = [] } = wish;
  const single = lines.length === 1;
  const colors = lineColors(wish);
  const labels = lines.map(({ name, lastLabel }) => ({ name, value: lastLabel }));
  const room = isWide(size) ? (single && lines[0] ? singleRoom(lines[0], size) : endRoom(labels, size)) : 0;
  const [low, high] = extent(lines);
  const levels = notes.flatMap(({ y }) => y ?? []);
  const frame = timeFrame({ ...wish, times: [times[0] ?? 0, times.at(-1) ?? 0], values: [Math.min(low, ...levels), Math.max(high, ...levels)] }, size, room);
  const marks: Mark[] = [...frame.marks];
  const columns = times.length > 2 * (frame.right - frame.left) ? columnEnds(times, (position) => frame.x.invert(position), frame.left, frame.right) : null;
  lines.forEach((each, i) => marks.push(...trace(each, times, frame, colors[i] ?? 'accent', single, columns)));
  for (const point of wish.overlay ?? []) {
    const of = lines.findIndex(({ name }) => name === point.name);
    if (of >= 0) marks.push(...overlayMarks(point, frame, colors[of]));
  }
  const legend: LegendEntry[] = [];
  if (single && lines[0]) marks.push(...ends(lines[0], times, frame, size, colors[0] ?? 'accent', room));
  else {
    const symbols = symbolsFor(wish.colors ?? colorsFor(lines.map(({ name }) => name)));
    const present = lines.map((row, i) => ({ row, last: row.values.findLastIndex((value) => !Number.isNaN(value)), color: colors[i] ?? 'accent', symbol: symbols[i] ?? 'circle' })).filter(({ last }) => last >= 0);
    const labelled = present.map(({ row, last, color }) => ({ name: row.name, value: row.lastLabel, color, y: frame.y(row.values[last] ?? NaN), weight: row.values[last] ?? 0 }));
    const written = room > 0 ? endLabels(labelled, frame.right, frame.top - labelSize(size), frame.bottom, size) : { marks: [], left: labelled };
    const keyed = new Set(written.left.map(({ name }) => name));
    for (const { row, last, color, symbol } of present) {
      marks.push(endDot(row, last, frame.x(times[last] ?? 0), frame.y(row.values[last] ?? NaN), color, keyed.has(row.name) ? symbol : 'circle'));
      if (keyed.has(row.name)) legend.push({ name: row.name, color, symbol });
    }
    marks.push(...written.marks);
  }
  marks.push(...levelMarks(notes, frame, size, marks));
  const spot = ({ index, series }: { index: number; series: number }): Spot | null => {
    const value = lines[series]?.values[index] ?? NaN;
    return Number.isNaN(value) ? null : { x: round(frame.x(times[index] ?? 0)), y: round(frame.y(value)), color: colors[series] ?? 'accent' };
  };
  return {
    size,
    marks,
    plot: frame,
    legend,
    crosshair: true,
    spot,
    nearest(px, py) {
      const index = nearestIndex(times, frame.x.invert(px));
      if (index < 0) return null;
      let best = 0;
      let distance = Infinity;
      lines.forEach(({ values }, series) => {
        const away = Math.abs(frame.y(values[index] ?? NaN) - py);
        if (away < distance) [best, distance] = [series, away];
      });
      return { index, series: best };
    },
  };
}

/** Room beside the last point for its value and date, at most a third of the width. */
function singleRoom({ lastLabel, lastNote }: LineRow, size: Size): number {
  const font = labelSize(size);
  return Math.min(Math.max(textWidth(lastLabel, font, true), textWidth(lastNote, font)) + font + 4, size.width * 0.3);
}

function lineColors({ lines, highlight, colors: given }: LinesWish): readonly Color[] {
  const colors = given ?? colorsFor(lines.map((each) => each.name));
  return highlight.length ? colors.map((color, i) => (highlight.includes(lines[i]?.name ?? '') ? color : 'other')) : colors;
}

/** A line with its area and points; `columns` are the ends of the pixel columns where there are more points than can be seen. */
function trace(row: LineRow, times: Float64Array, frame: TimeFrame, color: Color, withArea: boolean, columns: Uint32Array | null): readonly Mark[] {
  const { values, certainty } = row;
  const x = (i: number): number => frame.x(times[i] ?? 0);
  const y = (i: number): number => frame.y(values[i] ?? NaN);
  const pick = (start: number, end: number): Uint32Array => (columns ? reduce(values, columns, start, end) : indices(start, end));
  const defined = (i: number): boolean => !Number.isNaN(values[i]);
  const path = line<number>(x, y).defined(defined).digits(2);
  const all = path(pick(0, values.length)) ?? '';
  const marks: Mark[] = [];
  if (withArea) {
    const base = frame.y(Math.max(frame.y.domain()[0] ?? 0, Math.min(0, frame.y.domain()[1] ?? 0)));
    marks.push({ shape: 'path', part: 'area', d: under(all, round(base)), fill: color, fillOpacity: 0.13 });
  }
  // a stretch between two points is as sure as the less sure of them
  const between = (i: number): number => Math.max(certainty?.[i] ?? 0, certainty?.[i + 1] ?? 0);
  for (let start = 0; start < values.length - 1; ) {
    const style = between(start);
    let end = certainty ? start + 1 : values.length - 1;
    while (end < values.length - 1 && between(end) === style) end++;
    const d = start === 0 && end === values.length - 1 ? all : path(pick(start, end + 1));
    if (d) marks.push({ shape: 'path', part: 'line', d, fill: 'none', stroke: color, strokeWidth: 2.5, dash: DASHES[style] });
    start = end;
  }
  if (!columns) {
    for (let i = 0; i < values.length; i++) {
      if (!defined(i)) continue;
      // the last one has the dot of its line's end
      const alone = !(i > 0 && defined(i - 1)) && i < values.length - 1 && !defined(i + 1);
      const bound = row.bounds?.[i] ?? 0;
      if (bound !== 0) marks.push(arrow(x(i), y(i), bound, color));
      else if (certainty?.[i] === 1 || certainty?.[i] === 3) marks.push({ shape: 'circle', part: 'dot', cx: round(x(i)), cy: round(y(i)), r: 3.5, fill: 'surface', stroke: color, strokeWidth: 1.75 });
      else if (alone) marks.push({ shape: 'circle', part: 'dot', cx: round(x(i)), cy: round(y(i)), r: 4, fill: color });
    }
  }
  return marks;
}

/** The area between a line's path and a level: each stretch of the line closed along the level. */
const under = (path: string, base: number): string => path.split('M').slice(1).map((stretch) => `M${stretch.replace('Z', '')}V${base}H${stretch.split(',', 1)[0]}Z`).join('');

/** An open end: the value is at least (or at most) this. */
function arrow(x: number, y: number, bound: number, color: Color): Mark {
  const tip = y - bound * 16;
  const back = tip + bound * 5;
  return { shape: 'path', part: 'dot', d: `M${round(x)},${round(y)}V${round(tip)}M${round(x - 4)},${round(back)}L${round(x)},${round(tip)}L${round(x + 4)},${round(back)}`, fill: 'none', stroke: color, strokeWidth: 2 };
}

/** The end of a line: a dot, or the symbol of its key where the key alone names it. */
function endDot(row: LineRow, i: number, x: number, y: number, color: Color, symbol: SymbolName = 'circle'): Mark {
  const hollow = (row.certainty?.[i] ?? 0) > 0;
  return symbolMark(symbol, x, y, 4.5, { part: 'dot', fill: hollow ? 'surface' : color, stroke: hollow ? color : undefined, strokeWidth: hollow ? 2.5 : undefined });
}

/** First and last value of a single line, in words beside their dots. */
function ends(row: LineRow, times: Float64Array, frame: TimeFrame, size: Size, color: Color, endRoom: number): readonly Mark[] {
  const font = labelSize(size);
  const first = row.values.findIndex((value) => !Number.isNaN(value));
  const last = row.values.findLastIndex((value) => !Number.isNaN(value));
  if (first < 0) return [];
  const marks: Mark[] = [];
  const place = (i: number): [number, number] => [frame.x(times[i] ?? 0), frame.y(row.values[i] ?? NaN)];
  const [lastX, lastY] = place(last);
  marks.push(endDot(row, last, lastX, lastY, color));
  const label = { shape: 'text', part: 'label', size: font, fill: 'ink', bold: true } as const;
  if (endRoom > 0) {
    const x = round(lastX + font * 0.75);
    const room = size.width - x;
    // the two lines keep inside the plot, whatever the height of the point, and off its baseline
    const middle = Math.max(frame.top, Math.min(frame.bottom - font * 1.65, lastY));
    marks.push({ ...label, x, y: round(middle + font * 0.1), text: fitText(row.lastLabel, room, font, true) });
    marks.push({ ...label, x, y: round(middle + font * 1.28), text: fitText(row.lastNote, room, font), fill: 'muted', bold: false });
  } else {
    // from right to left the topmost tick's label, with its unit, reaches over the last point
    const above = lastY - font * 0.9 > frame.top + font * (size.rtl ? 0.8 : -0.4) ? lastY - font * 0.9 : lastY + font * 1.8;
    // the last value may stand at the start, where the ones after it are missing
    const text = fitText(row.lastLabel, size.width, font, true);
    const length = textWidth(text, font, true);
    const fits = lastX + 4 > length;
    marks.push({ ...label, x: round(fits ? Math.min(lastX + 4, size.width) : Math.max(0, Math.min(lastX - 4, size.width - length))), y: round(above), text, anchor: fits ? 'end' : 'start' });
  }
  const [firstX, firstY] = place(first);
  const apart = lastX - firstX > textWidth(row.firstLabel, font, true) + (endRoom > 0 ? 0 : textWidth(row.lastLabel, font, true)) + font;
  if (last > first && apart) {
    marks.push(endDot(row, first, firstX, firstY, color));
    // above, unless the line climbs through the label
    const reach = firstX + textWidth(row.firstLabel, font, true);
    let most = -Infinity;
    for (let i = first, end = Math.min(last + 1, firstFrom(times, frame.x.invert(reach))); i < end; i++) most = Math.max(most, row.values[i] || most);
    const highest = frame.y(most) || firstY;
    const above = Math.min(firstY, highest) - font * 0.85;
    const fits = firstY - highest < font * 1.5 && above - font > frame.top - font;
    marks.push({ ...label, x: round(firstX + 2), y: round(fits ? above : Math.min(firstY + font * 1.7, frame.bottom - 3)), text: row.firstLabel });
  }
  return marks;
}
