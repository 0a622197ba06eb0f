import { boxPicture, segmentMarks } from './boxes.js';
import { labelSize, round, type Mark, type Picture, type Size } from './marks.js';
import { textWidth } from './metrics.js';
import { keyed, placeRows, type RowText } from './rows.js';

export interface RankRow extends RowText {
  /** NaN where there is none. */
  readonly value: number;
  readonly label: string;
  /** How the rank changed, in a word; ''. */
  readonly change: string;
  /** 0 reported, 1 derived, 2 representative. */
  readonly certainty: number;
  /** Place of the row's marks among the picture's: the same in every period, so that a view need not move their nodes. */
  readonly order: number;
}

export interface RankWish {
  readonly rows: readonly RankRow[];
  readonly legend: Picture['legend'];
  /** What stands for rows that found no room. */
  readonly rest: (count: number) => string;
}

/** Ranked bars: lead, origin's sign, name and detail, a bar, its value at the bar's end and the change at the row's. */
export function layoutRanks({ rows, legend, rest }: RankWish, size: Size): Picture {
  const font = labelSize(size);
  const room = (of: (row: RankRow) => string, bold: boolean): number => rows.reduce((most, row) => Math.max(most, textWidth(of(row), font, bold)), 0);
  const valueRoom = room((row) => row.label, true);
  const changeRoom = room((row) => row.change, false) && room((row) => row.change, false) + 10;
  const sign = legend.length ? font : 0;
  // over the bars the row's end must also hold the longest name
  const roomy = room((row) => row.name, false) + room((row) => row.lead, false) + sign + valueRoom + changeRoom + 24 <= size.width;
  const placed = placeRows(rows, { pitch: 30, bar: 8, top: 0, bottom: size.height, end: valueRoom + (roomy ? changeRoom : 0) + 8, beside: valueRoom + changeRoom + 60, sign }, size);
  const changes = !placed.stacked || roomy ? changeRoom : 0;
  const most = rows.reduce((found, { value }) => Math.max(found, value || 0), 0);
  const end = placed.stacked ? size.width : size.width - changes - valueRoom - 8;
  const thickness = placed.stacked ? 8 : Math.min(20, placed.box(0).height - 8);
  const groups = rows.slice(0, placed.shown).map((row, index): { order: number; marks: readonly Mark[] } => {
    const { name, bar } = placed.middle(index);
    const box = { x: placed.start, y: round(bar - thickness / 2), width: round(most > 0 && row.value > 0 ? Math.max(1, (row.value / most) * (end - placed.start)) : 0), height: thickness };
    const baseline = round(name + font * 0.36);
    const marks: Mark[] = [...placed.words(row, index), ...segmentMarks(box, row, row.color)];
    const none = Number.isNaN(row.value);
    marks.push({ shape: 'text', part: 'label', x: round(placed.stacked ? size.width - changes : box.x + box.width + (box.width ? 8 : 0)), y: baseline, text: row.label, anchor: placed.stacked ? 'end' : 'start', size: font, bold: !none, fill: none ? 'muted' : 'ink', key: 'value' });
    if (row.change && changes) marks.push({ shape: 'text', part: 'label', x: size.width, y: baseline, text: row.change, anchor: 'end', size: font, fill: 'muted', key: 'change' });
    return { order: row.order, marks: keyed(marks, row.name) };
  });
  const marks = [...groups.sort((a, b) => a.order - b.order).flatMap((group) => group.marks), ...placed.rest(rest)];
  return boxPicture(size, marks, rows.map((row, index) => ({ index, series: 0, box: placed.box(index), x: 0, y: 0, color: row.color })), legend);
}
