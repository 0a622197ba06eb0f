import { boxPicture, segmentMarks, type Box, type PlacedBox } from './boxes.js';
import { axisSize, labelSize, round, type Mark, type Picture, type Size } from './marks.js';
import { fitText, textWidth } from './metrics.js';
import { SYMBOL, signsFor, symbolMark, type Sign } from './symbols.js';

export interface SegmentRow {
  readonly name: string;
  readonly value: number;
  /** The value as a label; the first of a bar carries the unit. */
  readonly label: string;
  /** 0 reported, 1 derived, 2 representative. */
  readonly certainty: number;
}

export interface BarRow {
  readonly name: string;
  readonly segments: readonly SegmentRow[];
  readonly total: number;
}

export interface SplitWish {
  readonly bars: readonly BarRow[];
  readonly layout: 'split' | 'bars';
  readonly highlight: readonly string[];
  /** End of the scale: 100, or the largest total where shares do not add up to it. */
  readonly whole: number;
  tickLabel(value: number, last: boolean): string;
}

const GAP = 2;

/** One bar cut into its parts, or a bar a row; every part named, by the bar where its name fits and in the legend else. */
export function layoutSplit(wish: SplitWish, size: Size): Picture {
  const names = [...new Set(wish.bars.flatMap((bar) => bar.segments.map((segment) => segment.name)))];
  const signs = signsFor(names);
  const signOf = (name: string): Sign => signs(name, wish.highlight.length === 0 || wish.highlight.includes(name));
  const placed: PlacedBox[] = [];
  const marks: Mark[] = [];
  const drawn = wish.layout === 'bars' ? drawRows : drawSplit;
  const legend = drawn({ ...wish, names, signOf }, size, marks, placed);
  return boxPicture(size, marks, placed, legend);
}

type Drawing = SplitWish & { readonly names: readonly string[]; signOf(name: string): Sign };

function drawSplit(wish: Drawing, size: Size, marks: Mark[], placed: PlacedBox[]): Picture['legend'] {
  const { bars, whole } = wish;
  const font = labelSize(size);
  const axis = axisSize(size);
  const faceted = bars.length > 1 || bars[0]?.name;
  const axisRoom = axis * 1.95;
  const nameRow = font * 1.75;
  // where every part's name fits over its own segment of the first bar, no legend is needed
  const boxes = (bar: BarRow): readonly { x: number; width: number }[] => {
    let before = 0;
    return bar.segments.map((segment, i) => {
      const x = (before / whole) * size.width;
      before += segment.value;
      const end = (before / whole) * size.width;
      const left = i > 0 ? GAP / 2 : 0;
      const right = i < bar.segments.length - 1 ? GAP / 2 : 0;
      return { x: x + left, width: Math.max(0, end - x - left - right) };
    });
  };
  const first = bars[0];
  const named = !faceted && !!first && first.segments.every((segment, i) => textWidth(segment.name, font, true) <= (boxes(first)[i]?.width ?? 0) + (i === first.segments.length - 1 ? 0 : -4));
  const rowHead = faceted ? font * 1.6 : named ? nameRow : 0;
  const bottom = size.height - axisRoom;
  // few bars stand together at the top rather than far apart
  const row = Math.min(bottom / Math.max(1, bars.length), 52 + font * 2.6);
  const thickness = Math.max(8, Math.min(52, row - rowHead - (faceted ? font * 0.7 : 4)));
  bars.forEach((bar, index) => {
    const top = faceted ? index * row + rowHead : rowHead;
    if (faceted) marks.push({ shape: 'text', part: 'label', x: 0, y: round(top - font * 0.45), text: fitText(bar.name, size.width, font), size: font, fill: 'ink' });
    const cuts = boxes(bar);
    bar.segments.forEach((segment, series) => {
      const { x = 0, width = 0 } = cuts[series] ?? {};
      const box = { x: round(x), y: round(top), width: round(width), height: round(thickness) };
      const { color, symbol } = wish.signOf(segment.name);
      marks.push(...segmentMarks(box, segment, color));
      const big = Math.min(size.em * 1.1875, thickness * 0.6);
      const fit = [big, Math.min(big, font)].find((text) => text >= 12 && width > textWidth(segment.label, text, true) + 10);
      if (fit) marks.push({ shape: 'text', part: 'label', x: round(x + Math.min(12, (width - textWidth(segment.label, fit, true)) / 2)), y: round(top + thickness / 2 + fit * 0.36), text: segment.label, size: round(fit), bold: true, fill: 'surface', halo: color === 'other' ? 'muted' : color });
      const place = named ? null : besideLabel(box, fit ? textWidth(segment.label, fit, true) : 0, fit ?? 0);
      if (place) marks.push(symbolMark(symbol, place.x, place.y, SYMBOL, { part: 'label', fill: 'surface' }));
      if (named) marks.push({ shape: 'text', part: 'label', x: box.x, y: round(top - font * 0.65), text: segment.name, size: font, bold: true, fill: color === 'other' ? 'muted' : color });
      placed.push({ series, index, box, x: box.x, y: box.y, color });
    });
  });
  const foot = faceted ? bars.length * row : rowHead + thickness + 4;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((tick, i) => {
    const text = fitText(wish.tickLabel(tick * whole, i === 4), size.width * 0.9, axis);
    const length = textWidth(text, axis);
    return { x: tick * size.width, text, from: tick * size.width - length * ([0, 0.5, 0.5, 0.5, 1][i] ?? 0), length, anchor: i === 0 ? 'start' : i === 4 ? 'end' : 'middle' } as const;
  });
  const written = new Set<(typeof ticks)[number]>();
  // both ends are said, between them what leaves room
  for (const tick of [4, 0, 2, 1, 3].flatMap((i) => ticks[i] ?? [])) if (![...written].some(({ from, length }) => tick.from < from + length + axis * 0.3 && from < tick.from + tick.length + axis * 0.3)) written.add(tick);
  for (const tick of ticks) {
    const x = round(Math.min(size.width - 0.5, Math.max(0.5, tick.x)));
    marks.push({ shape: 'line', part: 'axis-x', x1: x, x2: x, y1: round(foot), y2: round(foot + axis * 0.38), stroke: 'muted' });
    if (written.has(tick)) marks.push({ shape: 'text', part: 'axis-x', x: round(tick.x), y: round(foot + axis * 1.55), text: tick.text, anchor: tick.anchor, size: axis, fill: 'muted' });
  }
  return named ? [] : wish.names.map((name) => ({ name, ...wish.signOf(name) }));
}

function drawRows(wish: Drawing, size: Size, marks: Mark[], placed: PlacedBox[]): Picture['legend'] {
  const font = labelSize(size);
  const rows = wish.bars.flatMap((bar, index) => bar.segments.map((segment, series) => ({ bar, segment, index, series })));
  const headed = wish.bars.length > 1 || wish.bars[0]?.name;
  const slots = rows.length + (headed ? wish.bars.length : 0);
  const valueRoom = rows.reduce((most, { segment }) => Math.max(most, textWidth(segment.label, font, true)), 0) + 12;
  // names give way to values, which would say something else if they were cut
  const widest = rows.reduce((most, { segment }) => Math.max(most, textWidth(segment.name, font)), 0);
  const beside = Math.min(size.width * 0.36, Math.max(size.width * 0.1, size.width - valueRoom - 10));
  // names that would be cut beside their bars stand over them, where rows are high enough for name and value, and whole in the legend where that is too narrow too
  const over = widest > beside && size.height / Math.max(1, slots) >= Math.max(font * 1.4 + 10, font * 2.2);
  const keyed = widest > (over ? size.width : beside);
  const head = over ? font * 1.4 : 0;
  const nameRoom = over ? 0 : Math.min(beside, widest) + 10;
  const pitch = Math.min(38 + head, size.height / Math.max(1, slots));
  const highest = rows.reduce((most, { segment }) => Math.max(most, segment.value), 1e-9);
  const scale = (value: number): number => (value / highest) * Math.max(0, size.width - nameRoom - valueRoom);
  let slot = 0;
  let current = -1;
  for (const { bar, segment, index, series } of rows) {
    if (headed && index !== current) {
      marks.push({ shape: 'text', part: 'label', x: 0, y: round(slot * pitch + pitch * 0.7), text: fitText(bar.name, size.width, font, true), size: font, bold: true, fill: 'ink' });
      slot++;
      current = index;
    }
    const y = slot * pitch;
    const thickness = Math.max(4, pitch - head - Math.min(10, pitch * 0.3));
    const box = { x: round(nameRoom), y: round(y + head + (pitch - head - thickness) / 2), width: round(Math.max(1, scale(segment.value))), height: round(thickness) };
    const { color, symbol } = wish.signOf(segment.name);
    const baseline = round(y + head + (pitch - head) / 2 + font * 0.36);
    marks.push({ shape: 'text', part: 'label', x: over ? 0 : round(nameRoom - 10), y: over ? round(y + font * 1.2) : baseline, text: fitText(segment.name, over ? size.width : nameRoom - 10, font), anchor: over ? 'start' : 'end', size: font, fill: 'ink' });
    marks.push(...segmentMarks(box, segment, color));
    const place = keyed ? besideLabel(box, 0, 0) : null;
    if (place) marks.push(symbolMark(symbol, place.x, place.y, SYMBOL, { part: 'label', fill: 'surface' }));
    marks.push({ shape: 'text', part: 'label', x: round(box.x + box.width + 8), y: baseline, text: fitText(segment.label, size.width - box.x - box.width - 8, font, true), size: font, bold: true, fill: 'ink' });
    placed.push({ series, index, box, x: box.x, y: box.y, color });
    slot++;
  }
  return keyed ? wish.names.map((name) => ({ name, ...wish.signOf(name) })) : [];
}

/** Where in a segment the symbol of its key stands: right of its label, else over it; null where there is no room. */
function besideLabel({ x, y, width, height }: Box, label: number, font: number): { readonly x: number; readonly y: number } | null {
  const own = 2 * SYMBOL + 4;
  if (height < own || width < own) return null;
  if (label === 0) return { x: x + width / 2, y: y + height / 2 };
  if (width > Math.min(12, (width - label) / 2) + label + own + 4) return { x: x + width - SYMBOL - 6, y: y + height / 2 };
  return height / 2 - font * 0.4 > own ? { x: x + width / 2, y: y + (height / 2 - font * 0.4) / 2 } : null;
}
