import { axisBottom, axisTicks } from './axis.js';
import { boxPicture } from './boxes.js';
import { axisSize, labelSize, round, type Mark, type Picture, type Size } from './marks.js';
import { fitText, textWidth } from './metrics.js';
import { keyed, placeRows, type RowText } from './rows.js';
import { logScale } from './scales.js';
import { symbolMark } from './symbols.js';

export interface PriceRow extends RowText {
  /** Prices; what is zero or missing (NaN) has no place on the axis and is said in the label. */
  readonly input: number;
  readonly output: number;
  /** A tick between the two; NaN for none. */
  readonly blended: number;
  readonly label: string;
  /** 0 reported, 1 derived, 2 representative. */
  readonly certainty: number;
  /** Tells the row from all others, and its marks' place among the picture's. */
  readonly order: number;
}

export interface PriceWish {
  readonly rows: readonly PriceRow[];
  readonly legend: Picture['legend'];
  /** What the hollow and the filled dot and the tick are called; '' where there is no tick. */
  readonly names: { readonly input: string; readonly output: string; readonly blended: string };
  readonly tickLabel: (value: number, last: boolean) => string;
  /** What stands for rows that found no room. */
  readonly rest: (count: number) => string;
}

const RADIUS = 5.5;
const LINES = [undefined, '5 3', '1.5 3'] as const;
const onAxis = ({ input, output }: PriceRow): number[] => [input, output].filter((price) => price > 0);

/** Dumbbells on a logarithmic axis: a hollow dot for the input price, a filled one for the output price and its value, both of the origin's shape. */
export function layoutPrices({ rows, legend, names, tickLabel, rest }: PriceWish, size: Size): Picture {
  const font = labelSize(size);
  const axis = axisSize(size);
  const prices = rows.flatMap(onAxis);
  const keyRoom = prices.length ? font * 1.8 : 0;
  const labelRoom = rows.reduce((most, row) => Math.max(most, textWidth(row.label, font, true)), 0);
  // an output cheaper than the input has its value on the left
  const reversed = rows.reduce((most, row) => (row.output < row.input && row.output > 0 ? Math.max(most, textWidth(row.label, font, true) + 2 * RADIUS) : most), 0);
  const placed = placeRows(rows, { pitch: 38, bar: font * 1.2, top: keyRoom, bottom: size.height - (prices.length ? axis * 1.95 : 0), end: 0, beside: labelRoom + reversed + 60, sign: 0 }, size);
  const ends = domain(prices);
  const left = Math.max(placed.start + RADIUS + reversed, textWidth(tickLabel(ends[0], false), axis) / 2);
  // as long as the label at every row's end allows
  const along = logScale(ends, [0, 1]);
  const rooms = rows.filter((row) => onAxis(row).length && !(row.output < row.input && row.output > 0)).map((row) => (size.width - left - 2 * RADIUS - textWidth(row.label, font, true)) / Math.max(along(Math.max(...onAxis(row))), 0.1));
  const room = Math.min(rooms.reduce((a, b) => Math.min(a, b), Infinity), size.width - left - textWidth(tickLabel(ends[1], true), axis) / 2, size.width - left - RADIUS);
  const x = logScale(ends, [left, left + Math.max(1, room)]);
  const marks: Mark[] = [];
  if (prices.length) {
    const label = (value: number, values: readonly number[]): string => tickLabel(value, value === values.at(-1));
    const fits = (values: readonly number[]): boolean => values.every((value, i) => i === 0 || x(value) - x(values[i - 1] ?? 0) > (textWidth(label(value, values), axis) + textWidth(label(values[i - 1] ?? 0, values), axis)) / 2 + 6);
    const sets = [[1, 2, 5], [1, 3], [1]].map((factors) => steps(ends, factors)).filter((values) => values.length > 1);
    const values = sets.find(fits) ?? ends.slice(1);
    // over the bars the lines would cross the names: there they are as high as the dots
    const spans = placed.stacked ? rows.slice(0, placed.shown).map((_, index) => [placed.middle(index).bar - 9, placed.middle(index).bar + 9] as const) : [[keyRoom, placed.bottom] as const];
    const ticks = axisTicks(axisBottom<number>(x.logarithms).tickValues(values.map(Math.log)).tickFormat((_, i) => label(values[i] ?? NaN, values)));
    marks.push({ shape: 'path', part: 'grid', d: ticks.flatMap(({ offset }) => spans.map(([from, to]) => `M${round(offset)},${round(from)}L${round(offset)},${round(to)}`)).join(''), fill: 'none', stroke: 'grid' });
    for (const { offset, label: text } of ticks) {
      const half = textWidth(text, axis) / 2; // the label of a huge price keeps inside, beside its tick
      marks.push({ shape: 'text', part: 'axis-x', x: round(Math.max(half, Math.min(size.width - half, offset))), y: round(placed.bottom + axis * 1.4), text, anchor: 'middle', size: axis, fill: 'muted' });
    }
    marks.push(...key(names, placed.start, font, size.width));
  }
  const apart = rows.findIndex((row) => onAxis(row).length === 0);
  if (apart > 0 && apart < placed.shown) marks.push({ shape: 'line', part: 'grid', x1: 0, x2: size.width, y1: placed.box(apart).y, y2: placed.box(apart).y, stroke: 'muted', dash: '1 3' });
  const groups = rows.slice(0, placed.shown).map((row, index) => {
    const y = round(placed.middle(index).bar);
    const at = (price: number): number => round(x(price));
    const own: Mark[] = [...placed.words(row, index)];
    const both = row.input > 0 && row.output > 0;
    if (both) own.push({ shape: 'line', part: 'bar', x1: at(row.input), x2: at(row.output), y1: y, y2: y, stroke: row.color, strokeWidth: 2.5, dash: LINES[row.certainty], key: 'line' });
    if (row.blended > 0) own.push({ shape: 'rect', part: 'bar', x: round(at(row.blended) - 1.5), y: round(y - 8), width: 3, height: 16, fill: 'ink', key: 'blended' });
    if (row.input > 0) own.push(symbolMark(row.symbol, at(row.input), y, RADIUS - 1, { part: 'dot', fill: 'surface', stroke: row.color, strokeWidth: 2, key: 'input' }));
    if (row.output > 0) {
      own.push(symbolMark(row.symbol, at(row.output), y, RADIUS, { part: 'dot', fill: row.color, key: 'output' }));
      if (row.certainty) own.push({ shape: 'circle', part: 'dot', cx: at(row.output), cy: y, r: 2, fill: 'surface', key: 'certainty' });
    }
    const before = both && row.output < row.input;
    const edge = before ? at(row.output) - 2 * RADIUS : onAxis(row).length ? at(Math.max(...onAxis(row))) + 2 * RADIUS : placed.start;
    own.push({ shape: 'text', part: 'label', x: round(edge), y: round(y + font * 0.36), text: before ? row.label : fitText(row.label, size.width - edge + 1, font, true), anchor: before ? 'end' : 'start', size: font, bold: row.output > 0, fill: row.output > 0 ? 'ink' : 'muted', key: 'value' });
    return { order: row.order, marks: keyed(own, String(row.order)) };
  });
  marks.push(...groups.sort((a, b) => a.order - b.order).flatMap((group) => group.marks), ...placed.rest(rest));
  return boxPicture(size, marks, rows.map((row, index) => ({ index, series: 0, box: placed.box(index), x: 0, y: 0, color: row.color })), legend);
}

/** The factors times powers of ten between two prices, both included. */
function steps([low, high]: readonly [number, number], factors: readonly number[]): number[] {
  const found: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) for (const factor of factors) found.push(Number(`${factor}e${power}`));
  return found.filter((value) => value >= low && value <= high);
}

/** The next 1, 2 or 5 times a power of ten below the lowest and above the highest price. */
function domain(prices: readonly number[]): [number, number] {
  if (prices.length === 0) return [1, 10];
  const low = prices.reduce((a, b) => Math.min(a, b));
  const high = prices.reduce((a, b) => Math.max(a, b));
  const start = steps([low / 10, low], [1, 2, 5]).at(-1) ?? low;
  const end = steps([high, high * 10], [1, 2, 5])[0] ?? high;
  return start < end ? [start, end] : [start / 2, end * 2];
}

/** What the dots mean, once, over the rows. */
function key({ input, output, blended }: PriceWish['names'], start: number, font: number, width: number): readonly Mark[] {
  const marks: Mark[] = [];
  const y = font * 0.8;
  const lengths = [input, output, blended].map((name) => (name ? textWidth(name, font) + 2 * RADIUS + 22 : 0));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let x = Math.max(0, Math.min(start, width - total)) + RADIUS;
  [input, output, blended].forEach((name, i) => {
    if (!name || x + textWidth(name, font) + 2 * RADIUS > width) return;
    if (i === 2) marks.push({ shape: 'rect', part: 'legend', x: round(x - 1.5), y: round(y - 8), width: 3, height: 16, fill: 'ink' });
    else marks.push({ shape: 'circle', part: 'legend', cx: round(x), cy: round(y), r: i ? RADIUS : RADIUS - 1, fill: i ? 'muted' : 'surface', stroke: 'muted', strokeWidth: i ? 0 : 2 });
    marks.push({ shape: 'text', part: 'legend', x: round(x + RADIUS + 5), y: round(y + font * 0.36), text: name, size: font, fill: 'muted' });
    x += lengths[i] ?? 0;
  });
  return marks;
}
