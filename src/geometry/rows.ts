import type { Box } from './boxes.js';
import { labelSize, round, type Mark, type Size } from './marks.js';
import { fitText, textWidth } from './metrics.js';
import { symbolMark, type Sign } from './symbols.js';
import { wrap } from './wrap.js';

/** The words of a row, and the sign of its origin. */
export interface RowText extends Sign {
  /** Before the name, such as a rank; ''. */
  readonly lead: string;
  readonly name: string;
  /** After the name, where there is room: a lab, a date. */
  readonly detail: string;
}

/** What rows of a kind ask for. */
export interface RowsWish {
  /** A row's height where there is room, in CSS pixels. */
  readonly pitch: number;
  /** Height in px of what is drawn, where the name stands over it. */
  readonly bar: number;
  /** Where the first row begins, and how far down rows may go. */
  readonly top: number;
  readonly bottom: number;
  /** Room at the row's end, in px, that the words of a name must leave free where it stands over its bar. */
  readonly end: number;
  /** Room in px that bars and their values need at least, where they stand beside the names. */
  readonly beside: number;
  /** Room before each name, px, for its sign; 0 where it stands elsewhere or there are none. */
  readonly sign: number;
}

/** Rows placed under one another. */
export interface PlacedRows {
  /** How many are drawn; the rest is counted in one line more. */
  readonly shown: number;
  readonly font: number;
  /** Whether names stand over the bars, for want of width. */
  readonly stacked: boolean;
  /** Where bars begin. */
  readonly start: number;
  /** Where the last line ends. */
  readonly bottom: number;
  /** The whole row; those not drawn share the line that counts them. */
  box(index: number): Box;
  /** Middle of the name's line, and of what is drawn beside or under it. */
  middle(index: number): { readonly name: number; readonly bar: number };
  /** Lead, name and detail as marks. */
  words(row: RowText, index: number): readonly Mark[];
  /** The line that counts the rows left out, if any are. */
  rest(text: (count: number) => string): readonly Mark[];
}

const GAP = 8;

/** Names beside their bars, or over them where they would take more than two fifths of the width. Rows shrink to 22 px, then are left out. */
export function placeRows(rows: readonly RowText[], wish: RowsWish, size: Size): PlacedRows {
  const font = labelSize(size);
  const { width } = size;
  const widest = (of: (row: RowText) => string): number => rows.reduce((most, row) => Math.max(most, textWidth(of(row), font)), 0);
  const ranks = widest((row) => row.lead) && widest((row) => row.lead) + GAP;
  const lead = ranks + wish.sign;
  const name = widest((row) => row.name);
  const detail = widest((row) => row.detail);
  const beside = (room: number, share: number): boolean => room <= width * share && room + 12 + wish.beside <= width;
  const stacked = !beside(lead + name, 0.42);
  const detailed = detail > 0 && beside(lead + name + detail + 2 * GAP, 0.5);
  // over its bar a name may take a second line
  const lines = (row: RowText): readonly string[] => {
    const room = width - lead - wish.end;
    const [first = ''] = stacked ? wrap(row.name, room, font) : [row.name];
    const more = fitText(row.name.slice(first.length).trimStart(), room, font);
    return more ? [first, more] : [first];
  };
  const second = rows.some((row) => lines(row).length > 1) ? font * 1.2 : 0;
  const least = stacked ? font * 1.3 + second + wish.bar + 4 : Math.max(22, font * 1.5);
  const height = wish.bottom - wish.top;
  const pitch = Math.max(least, Math.min(Math.max(wish.pitch, least), height / Math.max(1, rows.length)));
  const shown = rows.length * pitch <= height + 0.01 ? rows.length : Math.max(0, Math.floor(height / pitch) - 1);
  const y = (index: number): number => wish.top + Math.min(index, shown) * pitch;
  const middle = (index: number): { name: number; bar: number } => (stacked ? { name: y(index) + font * 0.56, bar: y(index) + font * 1.3 + second + wish.bar / 2 } : { name: y(index) + pitch / 2, bar: y(index) + pitch / 2 });
  return {
    shown,
    font,
    stacked,
    start: stacked ? 0 : Math.ceil(lead + name + (detailed ? detail + 2 * GAP : 0) + 12),
    bottom: y(rows.length) + (shown < rows.length ? pitch : 0),
    box: (index) => ({ x: 0, y: round(y(index)), width, height: round(pitch) }),
    middle,
    words(row, index) {
      const baseline = round(middle(index).name + font * 0.36);
      const text = (x: number, words: string, fill: 'ink' | 'muted', anchor: 'start' | 'end', key: string): Mark => ({ shape: 'text', part: 'label', x: round(x), y: baseline, text: words, anchor, size: font, fill, key });
      const [shownName = '', more] = lines(row);
      const after = stacked ? lead + textWidth(shownName, font) + GAP : lead + name + GAP;
      const marks = [text(lead, shownName, 'ink', 'start', 'name')];
      if (more) marks.push({ ...text(lead, more, 'ink', 'start', 'more'), y: round(baseline + font * 1.2) } as Mark);
      if (row.lead) marks.push(text(ranks - GAP, row.lead, 'muted', 'end', 'lead'));
      if (wish.sign) marks.push(symbolMark(row.symbol, ranks + wish.sign * 0.36, middle(index).name, wish.sign * 0.3, { part: 'label', fill: row.color, key: 'sign' }));
      if (row.detail && (stacked ? after + textWidth(row.detail, font) <= width - wish.end : detailed)) marks.push(text(after, row.detail, 'muted', 'start', 'detail'));
      return marks;
    },
    rest: (text) => (shown < rows.length ? [{ shape: 'text', part: 'label', x: round(lead), y: round(y(shown) + pitch / 2 + font * 0.36), text: fitText(text(rows.length - shown), width - lead, font), size: font, fill: 'muted', key: 'rest' }] : []),
  };
}

/** The marks with keys under the row's own, so that a view finds them again where they went. */
export const keyed = (marks: readonly Mark[], key: string): readonly Mark[] => marks.map((mark, i) => ({ ...mark, key: `${key}/${mark.key ?? i}` }));
