import { spread } from './labels.js';
import { labelSize, round, type Mark, type Size } from './marks.js';
import { textWidth } from './metrics.js';
import type { Color } from './paint.js';

/** A series' name and last value, wished at `y` px. */
export interface EndLabel {
  readonly name: string;
  readonly value: string;
  readonly y: number;
  /** How much it matters that it is written: where there is no room for all, the smallest go. */
  readonly weight: number;
  readonly color: Color;
}

const line = ({ name, value }: Pick<EndLabel, 'name' | 'value'>): string => (value ? `${name} ${value}` : name);
const GAP = 0.75;

/** Room at the right, px, for the labels that may take a third of the picture; the others go elsewhere. */
export function endRoom(labels: readonly Pick<EndLabel, 'name' | 'value'>[], size: Size): number {
  const font = labelSize(size);
  const most = size.width * 0.34;
  const widths = labels.map((label) => textWidth(line(label), font, true) + font * GAP + 4).filter((width) => width <= most);
  return widths.length ? Math.ceil(Math.max(...widths)) : 0;
}

/**
 * Labels at the right of `x`, moved apart where they would overlap and then tied to their series: the value under the
 * name where all have room for two lines. `left` are those without a place.
 */
export function endLabels(labels: readonly EndLabel[], x: number, top: number, bottom: number, size: Size): { readonly marks: readonly Mark[]; readonly left: readonly EndLabel[] } {
  const font = labelSize(size);
  const pitch = font * 1.25;
  const room = size.width - x - font * GAP;
  const fit = labels.filter((label) => textWidth(line(label), font, true) <= room);
  const shown = [...fit].sort((a, b) => b.weight - a.weight).slice(0, Math.max(0, Math.floor((bottom - top) / pitch)));
  const kept = labels.filter((label) => shown.includes(label));
  const placed = (lines: number): readonly number[] => spread(kept.map(({ y }) => ({ y, height: pitch * lines })), top, bottom);
  // two lines where all have room for them without moving far from their series
  const apart = placed(2.2);
  const two = shown.length * pitch * 2.2 <= bottom - top && kept.every(({ y }, k) => Math.abs((apart[k] ?? y) - y) <= pitch * 2);
  const middles = two ? apart : placed(1);
  const marks = kept.flatMap((label, k): readonly Mark[] => {
    const middle = middles[k] ?? label.y;
    const at = round(x + font * GAP);
    const text = { shape: 'text', part: 'label', x: at, size: font } as const;
    return [
      ...(Math.abs(middle - label.y) > font * 0.6 ? [{ shape: 'path', part: 'label', d: `M${round(x + 1)},${round(label.y)}L${round(at - 2)},${round(middle)}`, fill: 'none', stroke: label.color, strokeWidth: 1 } as const] : []),
      { ...text, y: round(middle + font * (two ? -0.25 : 0.36)), text: two ? label.name : line(label), fill: label.color === 'other' ? 'muted' : label.color, bold: true },
      ...(two ? [{ ...text, y: round(middle + font), text: label.value, fill: 'muted' } as const] : []),
    ];
  });
  return { marks, left: labels.filter((label) => !shown.includes(label)) };
}
