import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { Annotation } from '../data/table.js';
import { NOTE_PITCH, noteMarks, placeNotes } from './annotation-layout.js';
import { axisBottom, axisTicks } from './axis.js';
import { axisSize, round, type Mark, type Size } from './marks.js';
import { fitText, textWidth } from './metrics.js';
import { logScale, type ValueScale } from './scales.js';
import { logTicks, timeTicks, valueTicks, type TimeUnit } from './ticks.js';

/** What the axes of a chart over time are made from. */
export interface AxesWish {
  /** First and last date, milliseconds since 1970-01-01T00:00Z. */
  readonly times: readonly [number, number];
  /** Lowest and highest value drawn. */
  readonly values: readonly [number, number];
  readonly scale: 'linear' | 'log';
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly yDomain: readonly number[];
  /** Notes to place; moments and spans above the plot, levels by `levelMarks`. Default: none. */
  readonly notes?: readonly Annotation[];
  /** Over filled bands: labels of values stand beside the plot, their lines are light and keep inside it. Default false. */
  readonly filled?: boolean;
  /** Label of a value tick; the topmost carries the unit. */
  tickLabel(value: number, top: boolean): string;
  /** Label of a time tick; `year` where the year is to be said. */
  timeLabel(time: number, unit: TimeUnit, year: boolean): string;
}

export interface Margin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Axes placed: scales for the marks, and the grid and labels around them. */
export interface TimeFrame {
  /** Of milliseconds since 1970-01-01T00:00Z: months and years are the ticks' matter, so the scale itself is linear. */
  readonly x: ValueScale;
  readonly y: ValueScale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly marks: readonly Mark[];
  /** Grid lines that filled bands cover. */
  readonly behind: readonly Mark[];
  /** Where lines of notes stand, px. */
  readonly notes: readonly number[];
}

/** Room the end labels need at the right, px: they stand beside the last point from 480 px on. */
export const isWide = (size: Size): boolean => size.width >= 480 * (size.em / 16);

/**
 * A value axis with its labels over thin grid lines, and a time axis below. Labels of values stand on the side where
 * reading starts, above their line, so that the plot keeps the full width. Labels of notes stand above all.
 */
export function timeFrame(wish: AxesWish, size: Size, endRoom: number): TimeFrame {
  const font = axisSize(size);
  const { filled = false, notes = [] } = wish;
  const reach = reachOf(wish);
  const ticks = wish.yTicks.length ? wish.yTicks : ticksWithin(wish, reach);
  const domain: [number, number] = [Math.min(ticks[0] ?? 0, reach[0]), Math.max(ticks.at(-1) ?? 1, reach[1], (ticks[0] ?? 0) + 1e-12)];
  const labels = ticks.map((tick, i) => fitText(wish.tickLabel(tick, i === ticks.length - 1), size.width, font));
  const widths = labels.map((label) => textWidth(label, font));
  // the topmost label may be as long as it likes: it stands above the plot, where it is longer than the others
  const widest = Math.max(...widths.slice(0, -1), 0);
  const above = !filled || (widths.at(-1) ?? 0) > widest + font * 1.2;
  // but not over end labels, which stand on its side from right to left
  const inset = Math.ceil(above && !(size.rtl && endRoom > 0 && !filled) ? widest : Math.max(...widths)) + Math.round(font * (filled ? 0.5 : 0.9));
  const edge = Math.max(6, font * 0.5);
  const axisRoom = Math.min(inset, size.width * (filled ? 0.7 : size.rtl && endRoom > 0 ? 0.4 : 0.3));
  const left = size.rtl ? edge : axisRoom;
  const right = size.width - (size.rtl ? axisRoom + endRoom : Math.max(edge, endRoom));
  const bottom = size.height - Math.ceil(font * 2.3);
  const x = scaleLinear([wish.times[0], wish.times[1] > wish.times[0] ? wish.times[1] : wish.times[0] + 1], [left, right]);
  if (wish.times[1] <= wish.times[0]) x.range([(left + right) / 2, right]); // one date stands in the middle
  const within = (time: number): number => Math.max(left, Math.min(right, x(time)));
  const rows = Math.min(isWide(size) ? 3 : 4, Math.floor((size.height * 0.3) / (font * NOTE_PITCH)));
  const placed = placeNotes(notes.filter((note) => note.y === undefined).map(({ label, x: at, from = at ?? 0, to = at ?? 0 }) => ({ label, x: within(from), end: within(to) })), size.width, font, rows);
  const used = Math.max(0, ...placed.map(({ row }) => row + 1));
  const top = Math.ceil(font * ((above ? 1.7 : 1) + used * NOTE_PITCH));
  const y = wish.scale === 'log' ? logScale(domain, [bottom, top]) : scaleLinear(domain, [bottom, top]);
  const marks: Mark[] = [];
  const behind: Mark[] = [];
  const written = apart(ticks.map((tick) => y(tick)), font * 1.2);
  const rule = (from: number): string => ticks.slice(from, from === 0 ? 1 : undefined).map((tick) => `M${filled ? round(left) : 0},${round(y(tick))}H${filled ? round(right) : size.width}`).join('');
  if (filled) behind.push({ shape: 'path', part: 'grid', d: rule(0) + rule(1), stroke: 'grid' });
  if (ticks.length > 1) marks.push({ shape: 'path', part: 'grid', d: rule(1), ...(filled ? { stroke: 'surface', strokeOpacity: 0.35 } : { stroke: 'grid' }) });
  marks.push({ shape: 'path', part: 'grid', d: rule(0), stroke: 'base' });
  ticks.forEach((tick, i) => {
    if (!written.has(i)) return;
    const at = y(tick);
    const beside = filled && !(above && i === ticks.length - 1);
    // beside the plot a label ends at it, where reading starts
    const near = beside ? (size.rtl ? right + font * 0.5 : left - font * 0.5) : size.rtl ? size.width : 0;
    marks.push({ shape: 'text', part: 'axis-y', x: round(near), y: round(at + font * (beside ? 0.36 : -0.4)), text: fitText(labels[i] ?? '', beside ? axisRoom - font * 0.5 : size.width, font), size: font, fill: 'muted', anchor: (size.rtl ?? false) !== beside ? 'end' : 'start' });
  });
  marks.push(...timeAxis(wish, x, size, bottom, left, right), ...noteMarks(placed, top - font * (above ? 1.75 : 0.75), top, bottom, font));
  return { x, y, left, right, top, bottom, marks, behind, notes: placed.map((note) => note.x) };
}

/** Which of these places, from the last on, lie at least `pitch` px from the one written before: labels for them do not touch. */
function apart(places: readonly number[], pitch: number): ReadonlySet<number> {
  const chosen = new Set<number>();
  let free = -Infinity;
  for (let i = places.length - 1; i >= 0; i--) {
    const at = places[i] ?? 0;
    if (at < free) continue;
    chosen.add(i);
    free = at + pitch;
  }
  return chosen;
}

/** What the axis must show: the wished domain, and the values even where they lie outside of it; above zero on a logarithmic one. */
function reachOf({ yDomain, values, scale }: AxesWish): [number, number] {
  const low = Math.min(values[0], ...yDomain);
  const high = Math.max(values[1], ...yDomain);
  if (scale !== 'log') return [low, high];
  const bottom = low > 0 ? low : values[0] > 0 ? values[0] : 1;
  return [bottom, Math.max(high, bottom * 1.0001)];
}

/** Ticks of the value axis; of a wished domain those that lie in it, its ends where fewer than two do. */
function ticksWithin({ yDomain, scale }: AxesWish, [low, high]: readonly [number, number]): readonly number[] {
  if (scale === 'log') return logTicks(low, high);
  const ticks = valueTicks(low, high);
  if (yDomain.length === 0) return ticks;
  const inside = ticks.filter((tick) => tick >= low && tick <= high);
  return inside.length > 1 ? inside : [low, high];
}

/** Ticks of the time axis, with no label leaving the picture or touching its neighbour. */
function timeAxis(wish: AxesWish, x: ScaleLinear<number, number>, size: Size, bottom: number, left: number, right: number): readonly Mark[] {
  const font = axisSize(size);
  const [from, to] = wish.times;
  const most = Math.max(2, Math.min(6, Math.floor((right - left) / (font * 5.2))));
  const chosen = wish.xTicks.length ? { values: wish.xTicks, unit: 'month' as const } : timeTicks(from, to, most);
  const values = chosen.values.length ? chosen.values : [from];
  const unit = chosen.values.length ? chosen.unit : 'day';
  const axis = axisBottom<number>(x)
    .tickValues(values)
    .tickFormat((time, i) => wish.timeLabel(time, unit, i === 0 || (unit === 'month' && new Date(time).getUTCMonth() === 0)));
  const marks: Mark[] = [];
  let lines = '';
  let free = -Infinity;
  for (const { offset, label } of axisTicks(axis)) {
    const at = Math.max(left, Math.min(size.width, offset));
    const half = textWidth(label, font) / 2;
    const anchor = at - half < 0 ? 'start' : at + half > size.width ? 'end' : 'middle';
    const start = anchor === 'start' ? at : anchor === 'end' ? at - 2 * half : at - half;
    lines += `M${round(at)},${round(bottom)}v${round(font * 0.38)}`;
    if (start < free + font * 0.5) continue;
    free = start + 2 * half;
    marks.push({ shape: 'text', part: 'axis-x', x: round(at), y: round(bottom + font * 1.55), text: label, size: font, fill: 'muted', anchor });
  }
  return [{ shape: 'path', part: 'axis-x', d: lines, stroke: 'muted' }, ...marks];
}
