import type { Annotation } from '../data/table.js';
import { axisSize, round, type Mark, type Size, type TextMark } from './marks.js';
import { textWidth } from './metrics.js';
import type { ValueScale } from './scales.js';

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

type Wish = Pick<PlacedNote, 'label' | 'x' | 'end'>;

/**
 * A row and a side for each label so that no label touches another or another's line and none leaves 0…`right`. Where one
 * way of filling the rows has no room for all, others are tried; the one with most labels on fewest rows is kept.
 */
export function placeNotes(notes: readonly Wish[], right: number, font: number, rows: number): readonly PlacedNote[] {
  const rising = [...notes].sort((a, b) => a.x - b.x);
  let best: readonly PlacedNote[] = [];
  let most = -Infinity;
  for (const order of [rising, [...rising].reverse()]) {
    for (let way = 0; way < 4; way++) {
      const placed = fill(order, right, font, slots(rows, way));
      const score = placed.reduce((sum, { row }) => sum + (row < 0 ? -100 : -row), 0);
      if (score > most) [best, most] = [placed, score];
    }
  }
  return best;
}

/** Places to try in turn: one side first, and all of its rows before the other side or not. */
function slots(rows: number, way: number): readonly (readonly [number, 'start' | 'end'])[] {
  const sides = way % 2 ? (['end', 'start'] as const) : (['start', 'end'] as const);
  const levels = [...Array(rows).keys()];
  return way < 2 ? levels.flatMap((row) => sides.map((side) => [row, side] as const)) : sides.flatMap((side) => levels.map((row) => [row, side] as const));
}

function fill(notes: readonly Wish[], right: number, font: number, places: ReturnType<typeof slots>): readonly PlacedNote[] {
  const placed: PlacedNote[] = [];
  for (const note of notes) {
    const width = textWidth(note.label, font) + GAP;
    const at = ([row, anchor]: (typeof places)[number]): PlacedNote => ({ ...note, row, anchor, from: anchor === 'start' ? note.x : note.x - width, to: anchor === 'start' ? note.x + width : note.x });
    const free = places.map(at).find(({ from, to, row }) => {
      if (from < 0 || to > right) return false;
      return !placed.some((other) => {
        if (other.row < 0) return false;
        if (other.row === row) return from < other.to + GAP && other.from < to + GAP;
        // a line runs from its label down through the rows below
        return other.row > row ? other.x > from - GAP && other.x < to + GAP : note.x > other.from - GAP && note.x < other.to + GAP;
      });
    });
    placed.push(free ?? { ...note, row: -1, from: note.x, to: note.x, anchor: 'start' });
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
export function levelMarks(notes: readonly Annotation[], frame: { readonly y: ValueScale; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }, size: Size, marks: readonly Mark[]): readonly Mark[] {
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
