import type { Color } from './paint.js';
import type { SymbolName } from './symbols.js';

/** How a mark is painted; lengths in CSS pixels. */
interface Style {
  /** The CONTRACT's part, and the class in exported pictures. */
  readonly part: string;
  readonly fill?: Color;
  readonly fillOpacity?: number;
  readonly stroke?: Color;
  readonly strokeWidth?: number;
  /** `stroke-dasharray`. */
  readonly dash?: string;
  readonly strokeOpacity?: number;
  /** Whose mark it is, once in a picture: the same key is the same thing before and after a change, moved. */
  readonly key?: string;
}

export interface PathMark extends Style {
  readonly shape: 'path';
  readonly d: string;
}
export interface RectMark extends Style {
  readonly shape: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface CircleMark extends Style {
  readonly shape: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}
export interface LineMark extends Style {
  readonly shape: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
export interface TextMark extends Style {
  readonly shape: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Font size in CSS pixels. */
  readonly size: number;
  readonly bold?: boolean;
  /** Colour of a rim around the letters, where they stand on lines. */
  readonly halo?: Color;
}

/** One thing placed on the plot. A picture is a list of them, in painting order; every form of a chart is made from it. */
export type Mark = PathMark | RectMark | CircleMark | LineMark | TextMark;

/** Room to draw in: CSS pixels, and the size of the page's text in them. */
export interface Size {
  readonly width: number;
  readonly height: number;
  /** Font size of the surrounding text; labels are parts of it. */
  readonly em: number;
  /** How many times as wide as the table of metrics the page's font is; default 1. */
  readonly letters?: number;
  /** Whether the words run from right to left: the value axis and row labels change sides, time does not. */
  readonly rtl?: boolean;
}

/** A datum that can be pointed at: `index` along x (or down the rows), `series` across. */
export interface Stop {
  readonly index: number;
  readonly series: number;
}

/** Where a stop stands, for the focus mark and the tooltip. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** The area the stop fills, where it is a bar or a segment. */
  readonly box?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly color: Color;
}

export interface LegendEntry {
  readonly name: string;
  readonly color: Color;
  /** The shape that its marks have in the picture, where they have one of their own. */
  readonly symbol?: SymbolName;
  /** Lines over a key of 22 by 14 px, where the reader asked for patterns. */
  readonly texture?: readonly PathMark[];
}

/** A drawn chart. */
export interface Picture {
  readonly size: Size;
  readonly marks: readonly Mark[];
  /** The plot's own area inside the margins. */
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** Names and colours the picture could not write beside their marks. */
  readonly legend: readonly LegendEntry[];
  /** Whether a vertical line through the active stop helps: true over time. */
  readonly crosshair: boolean;
  /** Null where the stop has nothing to show. */
  spot(stop: Stop): Spot | null;
  /** The stop nearest to a place; null where there is none at all. */
  nearest(x: number, y: number): Stop | null;
}

/** Font sizes of labels, in parts of the surrounding text (VISUAL: axis and caption .8125em); never under 12 px. */
export const axisSize = (size: Size): number => Math.max(12, size.em * 0.8125);
export const labelSize = (size: Size): number => Math.max(12, size.em * 0.84375);

/** At most two decimals: what a picture needs, and the same in every engine. */
export const round = (value: number): number => Math.round(value * 100) / 100 + 0;
