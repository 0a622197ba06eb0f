import type { Fields } from '../data/facts.js';
import type { Overlaid } from '../data/shown.js';
import type { Table } from '../data/table.js';
import type { Picture, Size, Stop } from '../geometry/marks.js';
import type { Color } from '../geometry/paint.js';

/** What is said of one point, by tooltip, focus and announcement alike. */
export interface PointText {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly value: string; readonly color?: Color; readonly active?: boolean }[];
  /** Status, and what else qualifies the point. */
  readonly note: string;
  /** All of it in at most 140 characters, the value first. */
  readonly spoken: string;
}

/** A dataset read as one chart: everything that can be said and drawn of it, whatever the size. */
export interface Figure {
  /** What the chart is: the first sentence of its description. */
  readonly kind: string;
  /** What it shows, in short sentences generated from the data; visible to everyone. */
  readonly summary: string;
  /** Remarks on the data that the reader must not miss, such as shares that do not add up. */
  readonly notices: readonly string[];
  /** How many stops lie along the reading direction, and how many series across. */
  readonly length: number;
  readonly series: number;
  /** Whether reading runs with the words (bars) or always from the left (time). */
  readonly mirrored: boolean;
  /** How many categories fill bars or bands; none where lines and points are drawn. */
  readonly fills?: number;
  picture(size: Size): Picture;
  point(stop: Stop): PointText;
  /** The fields that claims about this chart mean, where they are not those of its attributes or of the first types. */
  readonly fields?: Fields;
  /** The table's row behind a stop, or -1. */
  row(stop: Stop): number;
  /** The rows as the chart shows them, which `row` counts, where they are not those of the dataset's table: a re-cut. */
  readonly table?: Table;
  /** Unit of what is drawn, where it is not that of the field that `fields` or the attributes name. */
  readonly unit?: string;
  /** Rows of another resource that are drawn over them. */
  readonly over?: Overlaid | null;
  /** The stop's value for "lowest" and "highest"; NaN where it has none. */
  value(stop: Stop): number;
}
