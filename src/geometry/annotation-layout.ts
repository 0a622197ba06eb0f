import type { ScaleContinuousNumeric } from 'd3-scale';
import type { Annotation } from '../data/table.js';
import { axisSize, round, type Mark, type Size, type TextMark } from './marks.js';
import { textWidth } from './metrics.js';

/** A note's label above the plot: beside its line at `x` px, on a row counted from the plot upwards. */
export interface PlacedNote {
  readonly label: string;
  readonly x: number;
  /** Where a span ends, px; `x` where the note is a moment's. */
  readonly end: number;
  /** -1 where no row had room: the line is drawn, the words stand in the summary alone. */
  readonly row: number;
  /** Left and right end of the label, px. */
  readonly from: number;
  readonly to: number;
  readonly anchor: 'start' | 'end';
}

const GAP = 5;

/**
 * A row and a side for each label, the lowest row first, so that no label touches another or another's line and none
 * leaves 0…`right`. Notes keep their order of importance: the first gets its place first.
 */
export function placeNotes(notes: readonly { readonly label: string; readonly x: number; readonly end: number }[], right: number, font: number, rows: number): readonly PlacedNote[] {
  const placed: PlacedNote[] = [];
  for (const note of notes) {
    const width = textWidth(note.label, font) + GAP;
    let found: PlacedNote = { ...note, row: -1, from: note.x, to: note.x, anchor: 'start' };
    search: for (let row = 0; row < rows; row++) {
      for (const anchor of ['start', 'end'] as const) {
        const from = anchor === 'start' ? note.x : note.x - width;
        const to = from + width;
        if (from < 0 || to > right) continue;
        const hit = placed.some((other) => {
          if (other.row < 0) return false;
          if (other.row === row) return from < other.to + GAP && other.from < to + GAP;
          return other.row > row ? other.x > from - GAP && other.x < to + GAP : note.x > other.from - GAP && note.x < other.to + GAP;
        });
        if (hit) continue;
        found = { ...note, row, from, to, anchor };
        break search;
      }
    }
    placed.push(found);
  }
  return placed;
}

/** How far rows stand apart, in font sizes. */
export const NOTE_PITCH = 1.4;

/** Lines, shaded spans and labels of placed notes; the lowest row's baseline is at `base`. */
export function noteMarks(placed: readonly PlacedNote[], base: number, top: number, bottom: number, font: number): readonly Mark[] {
  return placed.flatMap(({ label, x, end, row, anchor }): readonly Mark[] => {
    const y = base - row * font * NOTE_PITCH;
    const line = (at: number, start: number): Mark => ({ shape: 'line', part: 'annotation', x1: round(at), x2: round(at), y1: round(start), y2: round(bottom), stroke: 'ink' });
    return [
      ...(end > x ? [{ shape: 'rect', part: 'annotation', x: round(x), y: round(top), width: round(end - x), height: round(bottom - top), fill: 'ink', fillOpacity: 0.12 } as const, line(end, top)] : []),
      line(x, row < 0 ? top : y - font * 0.8),
      ...(row < 0 ? [] : [{ shape: 'text', part: 'annotation', x: round(anchor === 'start' ? x + GAP : x - GAP), y: round(y), text: label, size: font, fill: 'ink', anchor } as const]),
    ];
  });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The area a text takes, px. */
export function boxOf({ x, y, text, size, bold = false, anchor = 'start' }: TextMark): Box {
  const width = textWidth(text, size, bold);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - size * 0.85, bottom: y + size * 0.25 };
}

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Levels of y as lines across the plot, each named at the end and side where no other text of `marks` stands, if any is free. */
export function levelMarks(notes: readonly Annotation[], frame: { readonly y: ScaleContinuousNumeric<number, number>; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }, size: Size, marks: readonly Mark[]): readonly Mark[] {
  const font = axisSize(size);
  const taken = marks.filter((mark) => mark.shape === 'text').map(boxOf);
  const added: Mark[] = [];
  for (const { y: level, label } of notes) {
    const y = level === undefined ? NaN : frame.y(level);
    if (!(y >= frame.top - 0.5 && y <= frame.bottom + 0.5)) continue;
    added.push({ shape: 'line', part: 'annotation', x1: round(frame.left), x2: round(frame.right), y1: round(y), y2: round(y), stroke: 'ink', dash: '5 3' });
    for (const [anchor, side] of [['start', -0.45], ['end', -0.45], ['start', 1.15], ['end', 1.15]] as const) {
      const text: TextMark = { shape: 'text', part: 'annotation', x: round(anchor === 'start' ? frame.left + GAP : frame.right - GAP), y: round(y + font * side), text: label, size: font, fill: 'ink', anchor };
      const box = boxOf(text);
      if (box.left < frame.left || box.right > frame.right || box.top < 0 || box.bottom > frame.bottom || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      added.push({ shape: 'rect', part: 'annotation', x: round(box.left - 2), y: round(box.top - 1), width: round(box.right - box.left + 4), height: round(box.bottom - box.top + 2), fill: 'surface', fillOpacity: 0.85 }, text);
      break;
    }
  }
  return added;
}
