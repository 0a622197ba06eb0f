import { endLabels, endRoom, type EndLabel } from './end-labels.js';
import { levelMarks } from './annotation-layout.js';
import { labelSize, round, type LegendEntry, type Mark, type Picture, type Size } from './marks.js';
import { textWidth } from './metrics.js';
import { nearestIndex } from './nearest.js';
import { overlayMarks, type OverlayPoint } from './overlay.js';
import type { Color } from './paint.js';
import { columnEnds, indices, reduce } from './reduce.js';
import { stack, type Layer } from './stack.js';
import { SYMBOL, symbolMark, symbolsFor } from './symbols.js';
import { isWide, timeFrame, type AxesWish, type TimeFrame } from './time-frame.js';

/** One band as its layout needs it; arrays run along x. */
export interface BandRow {
  readonly name: string;
  /** NaN where there is none. */
  readonly values: Float64Array;
  /** How sure each value is, as drawn: 0 plain, 1 derived, 2 representative, 3 unfinished. Null: all are plain. */
  readonly certainty: Uint8Array | null;
  readonly color: Color;
  /** The last value. */
  readonly label: string;
}

export interface StackWish extends Omit<AxesWish, 'times' | 'values' | 'filled' | 'scale'> {
  readonly x: Float64Array;
  /** From the top down. */
  readonly bands: readonly BandRow[];
  /** What every stack is stretched to, such as 100; 0: stacks keep their own heights. */
  readonly whole: number;
  readonly highlight: readonly string[];
  /** Points on the band that stands on zero; those of other names are left out. */
  readonly overlay?: readonly OverlayPoint[];
}

/** A band placed: its edges at each x and, for what asks, at each column of pixels from the plot's left, in px. */
interface Placed extends BandRow {
  readonly layer: Layer;
  readonly dimmed: boolean;
  readonly columns: () => Layer;
}

/** Parts of a whole over time as bands on one another, named at their end, inside themselves where that is too narrow, else in the legend. */
export function layoutStack(wish: StackWish, size: Size): Picture {
  const { x: times, bands, highlight } = wish;
  const layers = [...stack(bands.map((band) => band.values).reverse(), wish.whole)].reverse();
  const room = isWide(size) && !size.rtl ? endRoom(bands.map(({ name, label }) => ({ name, value: label })), size) : 0;
  const highest = layers[0]?.upper.reduce((most, value) => Math.max(most, value || 0), wish.whole) ?? 0;
  const frame = timeFrame({ ...wish, scale: 'linear', filled: true, times: [times[0] ?? 0, times.at(-1) ?? 0], values: [0, highest] }, size, room);
  const alone = times.length === 1;
  const placed = bands.map((band, i): Placed => {
    const layer = layers[i] as Layer; // as many layers as bands
    let edges: Layer | undefined;
    return { ...band, layer, dimmed: highlight.length > 0 && !highlight.includes(band.name), columns: () => (edges ??= { upper: columns(layer.upper, times, frame), lower: columns(layer.lower, times, frame) }) };
  });
  const last = times.length - 1;
  // the last period with an unfinished value is drawn up to the one before, and faintly from there
  const finished = alone || !placed.some(({ certainty }) => certainty?.[last] === 3) ? last : last - 1;
  const marks: Mark[] = [...frame.behind, ...placed.flatMap((band) => bandMarks(band, times, frame, finished))];
  marks.push(...placed.flatMap((band) => statusMarks(band, times, frame)), ...frame.marks);
  const bottom = placed.at(-1);
  for (const point of wish.overlay ?? []) if (bottom && point.name === bottom.name) marks.push(...overlayMarks(point, frame));
  const ends = placed.map(({ name, label, color, dimmed, layer }): EndLabel => {
    const [low = 0, high = 0] = [layer.lower[last], layer.upper[last]].map((value) => value || 0);
    return { name, value: label, color: dimmed ? 'muted' : color, y: frame.y((low + high) / 2), weight: (high - low) * (dimmed ? 1 : 1000) };
  });
  const written = room > 0 ? endLabels(ends, frame.right, frame.top - labelSize(size) * 0.5, frame.bottom, size) : { marks: [], left: ends };
  marks.push(...written.marks);
  const legend: LegendEntry[] = [];
  const symbols = symbolsFor(bands.map(({ color }) => color));
  for (const { name } of written.left) {
    const i = placed.findIndex((each) => each.name === name);
    const band = placed[i];
    if (!band) continue;
    const inside = nameInside(band, frame, size);
    if (inside) marks.push(inside);
    else {
      const symbol = symbols[i] ?? 'circle';
      const place = roomInside(band, frame, SYMBOL + 4, 2 * SYMBOL + 4);
      if (place) marks.push(symbolMark(symbol, place.x, place.y, SYMBOL, { part: 'label', fill: 'surface' }));
      legend.push({ name, color: band.color, symbol });
    }
  }
  marks.push(...levelMarks(wish.notes ?? [], frame, size, marks));
  const middle = (band: Placed | undefined, index: number): number => ((band?.layer.lower[index] ?? NaN) + (band?.layer.upper[index] ?? NaN)) / 2;
  return {
    size,
    marks,
    plot: frame,
    legend,
    crosshair: true,
    spot({ index, series }) {
      const band = placed[series];
      const y = frame.y(middle(band, index));
      return !band || Number.isNaN(y) || Number.isNaN(band.values[index]) ? null : { x: round(frame.x(times[index] ?? 0)), y: round(y), color: band.color };
    },
    nearest(px, py) {
      const index = nearestIndex(times, frame.x.invert(px));
      if (index < 0 || bands.length === 0) return null;
      const value = frame.y.invert(py);
      const inside = placed.findIndex(({ layer, values }) => (layer.lower[index] ?? NaN) <= value && !Number.isNaN(values[index]));
      return { index, series: inside < 0 ? Math.max(0, placed.findLastIndex(({ values }) => !Number.isNaN(values[index]))) : inside };
    },
  };
}

/** An edge at every column of pixels, in px; NaN where there is none. */
function columns(edge: Float64Array, times: Float64Array, frame: TimeFrame): Float64Array {
  const found = new Float64Array(Math.max(1, Math.floor(frame.right - frame.left) + 1));
  let i = 0;
  for (let column = 0; column < found.length; column++) {
    const time = frame.x.invert(frame.left + column);
    while (i < times.length - 2 && (times[i + 1] ?? 0) <= time) i++;
    const [from = 0, to = from] = [times[i], times[i + 1]];
    const part = to > from ? Math.min(1, Math.max(0, (time - from) / (to - from))) : 0;
    const [low = NaN, high = low] = [edge[i], edge[i + 1]];
    found[column] = frame.y(part === 0 ? low : low + (high - low) * part);
  }
  return found;
}

/** The band's area, one path for each stretch without a gap; a lone date fills the width. */
function bandMarks({ name, color, layer, dimmed, values }: Placed, times: Float64Array, frame: TimeFrame, finished: number): readonly Mark[] {
  const dense = values.length > 2 * (frame.right - frame.left) ? columnEnds(times, (position) => frame.x.invert(position), frame.left, frame.right) : null;
  const px = (i: number): number => frame.x(times[i] ?? 0);
  // neighbours share an edge and so pick the same points of it
  const edge = (side: Float64Array, start: number, end: number): string[] => {
    if (end - start === 1) return [frame.left, frame.right].map((x) => `${times.length === 1 ? round(x) : round(px(start) + (x === frame.left ? -1 : 1))},${round(frame.y(side[start] ?? 0))}`);
    return [...(dense ? reduce(side, dense, start, end) : indices(start, end))].map((i) => `${round(px(i))},${round(frame.y(side[i] ?? 0))}`);
  };
  const marks: Mark[] = [];
  const area = (start: number, end: number, faint: boolean): void => {
    if (end <= start || (faint && end - start < 2)) return;
    const d = `M${edge(layer.upper, start, end).join('L')}L${edge(layer.lower, start, end).reverse().join('L')}Z`;
    const opacity = (faint ? 0.4 : 1) * (dimmed ? 0.6 : 1);
    marks.push({ shape: 'path', part: 'band', key: `${name} ${marks.length}`, d, fill: dimmed ? 'other' : color, fillOpacity: opacity < 1 ? opacity : undefined, stroke: 'surface', strokeWidth: 1.5, dash: faint ? '4 3' : undefined });
  };
  for (let start = 0; start < values.length; ) {
    if (Number.isNaN(layer.upper[start])) {
      start++;
      continue;
    }
    let end = start + 1;
    while (end < values.length && !Number.isNaN(layer.upper[end])) end++;
    area(start, Math.min(end, finished + 1), false);
    if (end > finished + 1) area(Math.max(start, finished), end, true);
    start = end;
  }
  return marks;
}

/** Derived: sparse lines that fall; representative: close ones that rise. Drawn as a path that stays inside the band. */
function statusMarks({ certainty, values, columns: edges }: Placed, times: Float64Array, frame: TimeFrame): readonly Mark[] {
  return ([1, 2] as const).flatMap((level): readonly Mark[] => {
    if (!certainty?.includes(level)) return [];
    const { upper, lower } = edges();
    // a column is as sure as the nearest date; what is not there is not marked
    const marked = Uint8Array.from(upper, (_, column) => {
      const i = nearestIndex(times, frame.x.invert(frame.left + column));
      return certainty[i] === level && !Number.isNaN(values[i]) ? 1 : 0;
    });
    const rising = level === 2;
    const step = rising ? 7 : 14;
    let d = '';
    const height = frame.bottom - frame.top;
    for (let at = rising ? 0 : -height; at < upper.length + (rising ? height : 0); at += step) {
      let from = -1;
      const first = Math.max(0, Math.floor(rising ? at - height : at));
      const end = Math.min(upper.length, Math.ceil(rising ? at : at + height));
      const y = (column: number): number => frame.top + (rising ? at - column : column - at);
      for (let column = first; column <= end; column++) {
        const inside = column < end && marked[column] === 1 && y(column) > (upper[column] ?? NaN) && y(column) < (lower[column] ?? NaN);
        if (inside && from < 0) from = column;
        if (inside || from < 0) continue;
        if (column - from > 1) d += `M${round(frame.left + from)},${round(y(from))}L${round(frame.left + column - 1)},${round(y(column - 1))}`;
        from = -1;
      }
    }
    return d ? [{ shape: 'path', part: 'band', d, fill: 'none', stroke: 'surface', strokeWidth: 1, strokeOpacity: rising ? 0.55 : 0.4 }] : [];
  });
}

/** The band's name where it is thickest; null where it nowhere fits. */
function nameInside(band: Placed, frame: TimeFrame, size: Size): Mark | null {
  const font = labelSize(size);
  const { name, color, dimmed } = band;
  const place = dimmed || color === 'none' ? null : roomInside(band, frame, Math.ceil(textWidth(name, font, true) / 2 + font * 0.4), font * 1.3);
  return place && { shape: 'text', part: 'label', x: round(place.x), y: round(place.y + font * 0.36), text: name, anchor: 'middle', size: font, fill: 'surface', bold: true };
}

/** The middle of the band where it is thickest and no note's line runs, for what is `half` px to each side and `least` px high; null where there is no such place. */
function roomInside({ columns: edges }: Placed, frame: TimeFrame, half: number, least: number): { readonly x: number; readonly y: number } | null {
  const { upper, lower } = edges();
  let best = least;
  let found: { readonly x: number; readonly y: number } | null = null;
  for (let at = half; at < upper.length - half; at += 4) {
    let top = -Infinity;
    let bottom = Infinity;
    for (let column = at - half; column <= at + half; column += 2) {
      top = Math.max(top, upper[column] ?? NaN);
      bottom = Math.min(bottom, lower[column] ?? NaN);
    }
    const x = frame.left + at;
    // a later place must be clearly better, so that a name keeps near the middle of an even band
    if (!(bottom - top > best) || frame.notes.some((line) => Math.abs(line - x) < half + 2)) continue;
    best = (bottom - top) * 1.02;
    found = { x, y: (top + bottom) / 2 };
  }
  return found;
}
