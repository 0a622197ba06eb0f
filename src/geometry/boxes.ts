import type { Color } from './paint.js';
import { round, type Mark, type Picture, type Size, type Spot } from './marks.js';

/** A rectangle in CSS pixels. */
export type Box = NonNullable<Spot['box']>;

/** A stop that fills an area: a bar, a segment, a row. */
export interface PlacedBox extends Spot {
  readonly series: number;
  readonly index: number;
  readonly box: Box;
}

/** A picture whose stops are boxes. Everything is placed from the left; a right-to-left reader gets it mirrored. */
export function boxPicture(size: Size, marks: readonly Mark[], placed: readonly PlacedBox[], legend: Picture['legend']): Picture {
  return {
    size,
    marks: size.rtl ? marks.map((mark) => mirror(mark, size.width)) : marks,
    plot: { left: 0, right: size.width, top: 0, bottom: size.height },
    legend,
    crosshair: false,
    spot({ index, series }) {
      const found = placed.find((each) => each.index === index && each.series === series);
      if (!found) return null;
      const box = size.rtl ? { ...found.box, x: size.width - found.box.x - found.box.width } : found.box;
      return { x: box.x + box.width / 2, y: box.y + box.height / 2, box, color: found.color };
    },
    nearest(px, py) {
      let best: PlacedBox | null = null;
      let distance = Infinity;
      const x = size.rtl ? size.width - px : px;
      for (const each of placed) {
        const { box } = each;
        const away = Math.max(box.x - x, 0, x - box.x - box.width) + 4 * Math.max(box.y - py, 0, py - box.y - box.height);
        if (away < distance) [best, distance] = [each, away];
      }
      return best && { index: best.index, series: best.series };
    },
  };
}

/** The bar, with the lines that say how sure it is: diagonal for representative, a dashed rim, in a thin bar a dashed line, for derived. */
export function segmentMarks(box: Box, row: { readonly certainty: number }, color: Color): readonly Mark[] {
  const marks: Mark[] = [{ shape: 'rect', part: 'segment', ...box, fill: color }];
  if (row.certainty === 2) marks.push({ shape: 'path', part: 'segment', d: hatch(box), fill: 'none', stroke: 'surface', strokeWidth: 1.25, strokeOpacity: 0.42 });
  if (row.certainty === 1 && box.height < 12) marks.push({ shape: 'line', part: 'segment', x1: box.x, x2: round(box.x + box.width), y1: round(box.y + box.height / 2), y2: round(box.y + box.height / 2), stroke: 'surface', strokeWidth: 1.5, dash: '4 3' });
  else if (row.certainty === 1 && box.width > 6) marks.push({ shape: 'rect', part: 'segment', x: round(box.x + 2), y: round(box.y + 2), width: round(box.width - 4), height: round(Math.max(0, box.height - 4)), fill: 'none', stroke: 'surface', strokeWidth: 1.5, dash: '4 3' });
  return marks;
}

/** Diagonals every 9 px, cut at the box: drawn as a path, so that no picture needs a pattern's id. */
export function hatch({ x, y, width, height }: Box): string {
  let d = '';
  for (let at = 9; at < width + height; at += 9) {
    const x1 = Math.min(at, width);
    const x2 = Math.max(0, at - height);
    d += `M${round(x + x1)},${round(y + at - x1)}L${round(x + x2)},${round(y + at - x2)}`;
  }
  return d;
}

/** The same mark as seen from the other side: how a right-to-left reader's bar runs. */
export function mirror(mark: Mark, width: number): Mark {
  switch (mark.shape) {
    case 'rect':
      return { ...mark, x: round(width - mark.x - mark.width) };
    case 'circle':
      return { ...mark, cx: round(width - mark.cx) };
    case 'line':
      return { ...mark, x1: round(width - mark.x1), x2: round(width - mark.x2) };
    case 'text': {
      const { anchor = 'start' } = mark;
      return { ...mark, x: round(width - mark.x), anchor: anchor === 'start' ? 'end' : anchor === 'end' ? 'start' : 'middle' };
    }
    case 'path': // only lines M and L with absolute coordinates are mirrored: all a hatch is made of
      return { ...mark, d: mark.d.replace(/([ML])(-?[\d.]+),/g, (_, command: string, x: string) => `${command}${round(width - Number(x))},`) };
  }
}
