import { axisBottom } from 'd3-axis';
import { scaleLinear, scaleLog, scaleUtc, type ScaleContinuousNumeric, type ScaleTime } from 'd3-scale';
import { axisTicks } from './axis.js';
import { axisSize, round, type Mark, type Size } from './marks.js';
import { textWidth } from './metrics.js';
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
  readonly x: ScaleTime<number, number>;
  readonly y: ScaleContinuousNumeric<number, number>;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly marks: readonly Mark[];
}

/** Room the end labels need at the right, px: they stand beside the last point from 480 px on. */
export const isWide = (size: Size): boolean => size.width >= 480 * (size.em / 16);

/**
 * A value axis with its labels over thin grid lines, and a time axis below. Labels of values stand on the side where
 * reading starts, above their line, so that the plot keeps the full width; `inset` is where the data begins.
 */
export function timeFrame(wish: AxesWish, size: Size, endRoom: number): TimeFrame {
  const font = axisSize(size);
  const ticks = wish.yTicks.length ? wish.yTicks : wish.scale === 'log' ? logTicks(...positive(wish)) : valueTicks(...(wish.yDomain.length ? (wish.yDomain as [number, number]) : wish.values));
  const domain = valueDomain(wish, ticks);
  const labels = ticks.map((tick, i) => wish.tickLabel(tick, i === ticks.length - 1));
  // the topmost label stands above the plot and may be as long as it likes
  const inset = Math.ceil(Math.max(...labels.slice(0, -1).map((label) => textWidth(label, font)), 0)) + Math.round(font * 0.9);
  const edge = Math.max(6, font * 0.5);
  const left = size.rtl ? edge : Math.min(inset, size.width * 0.3);
  const right = size.width - (size.rtl ? Math.max(Math.min(inset, size.width * 0.3), endRoom) : Math.max(edge, endRoom));
  const top = Math.ceil(font * 1.7);
  const bottom = size.height - Math.ceil(font * 2.3);
  const x = scaleUtc([wish.times[0], wish.times[1] > wish.times[0] ? wish.times[1] : wish.times[0] + 1], [left, right]);
  if (wish.times[1] <= wish.times[0]) x.range([(left + right) / 2, right]); // one date stands in the middle
  const y = wish.scale === 'log' ? scaleLog(domain, [bottom, top]) : scaleLinear(domain, [bottom, top]);
  const marks: Mark[] = [];
  ticks.forEach((tick, i) => {
    const at = round(y(tick));
    const zero = i === 0;
    marks.push({ shape: 'line', part: 'grid', x1: 0, x2: size.width, y1: at, y2: at, stroke: zero ? 'base' : 'grid' });
    marks.push({ shape: 'text', part: 'axis-y', x: size.rtl ? size.width : 0, y: round(at - font * 0.4), text: labels[i] ?? '', size: font, fill: 'muted', anchor: size.rtl ? 'end' : 'start' });
  });
  marks.push(...timeAxis(wish, x, size, bottom, left, right));
  return { x, y, left, right, top, bottom, marks };
}

function positive(wish: AxesWish): [number, number] {
  const [low = 1, high = 10] = wish.yDomain.length ? wish.yDomain : wish.values;
  const bottom = low > 0 ? low : 1;
  return [bottom, Math.max(high, bottom * 1.0001)];
}

function valueDomain(wish: AxesWish, ticks: readonly number[]): [number, number] {
  if (wish.yDomain.length === 2) return wish.yDomain as [number, number];
  const [low, high] = wish.scale === 'log' ? positive(wish) : wish.values;
  const first = ticks[0] ?? 0;
  const last = ticks.at(-1) ?? 1;
  return [Math.min(first, low), Math.max(last, high, first + 1e-12)];
}

/** Ticks of the time axis, with no label leaving the picture or touching its neighbour. */
function timeAxis(wish: AxesWish, x: ScaleTime<number, number>, size: Size, bottom: number, left: number, right: number): readonly Mark[] {
  const font = axisSize(size);
  const [from, to] = wish.times;
  const most = Math.max(2, Math.min(6, Math.floor((right - left) / (font * 5.2))));
  const chosen = wish.xTicks.length ? { values: wish.xTicks, unit: 'month' as const } : timeTicks(from, to, most);
  const values = chosen.values.length ? chosen.values : [from];
  const unit = chosen.values.length ? chosen.unit : 'day';
  const axis = axisBottom<Date>(x)
    .tickValues(values.map((time) => new Date(time)))
    .tickFormat((date, i) => wish.timeLabel(date.getTime(), unit, i === 0 || (unit === 'month' && date.getUTCMonth() === 0)));
  const marks: Mark[] = [];
  let free = -Infinity;
  for (const { offset, label } of axisTicks(axis)) {
    const at = Math.max(left, Math.min(size.width, offset));
    const half = textWidth(label, font) / 2;
    const anchor = at - half < 0 ? 'start' : at + half > size.width ? 'end' : 'middle';
    const start = anchor === 'start' ? at : anchor === 'end' ? at - 2 * half : at - half;
    marks.push({ shape: 'line', part: 'axis-x', x1: round(at), x2: round(at), y1: round(bottom), y2: round(bottom + font * 0.38), stroke: 'muted' });
    if (start < free + font * 0.5) continue;
    free = start + 2 * half;
    marks.push({ shape: 'text', part: 'axis-x', x: round(at), y: round(bottom + font * 1.55), text: label, size: font, fill: 'muted', anchor });
  }
  return marks;
}
