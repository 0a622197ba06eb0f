import { round, type Mark } from './marks.js';
import type { Color } from './paint.js';
import type { TimeFrame } from './time-frame.js';

/** A value of another base, laid over the plot and measured from zero. */
export interface OverlayPoint {
  readonly time: number;
  readonly value: number;
  /** 1 where the value is a lower bound, -1 an upper one, 0 else. */
  readonly bound: number;
  readonly name: string;
}

/** A hollow point, with an arrow where the value is only a bound; nothing where it is off the plot. */
export function overlayMarks({ time, value, bound }: OverlayPoint, frame: TimeFrame, stroke: Color = 'ink'): readonly Mark[] {
  const [x, y] = [frame.x(time), frame.y(value)];
  if (!(x >= frame.left - 0.5 && x <= frame.right + 0.5 && y >= frame.top - 0.5)) return [];
  const tip = Math.min(frame.bottom, y - bound * 14);
  return [
    { shape: 'circle', part: 'dot', cx: round(x), cy: round(y), r: 4.5, fill: 'surface', stroke, strokeWidth: 2 },
    ...(bound ? [{ shape: 'path', part: 'dot', d: `M${round(x)},${round(y - bound * 5)}V${round(tip)}M${round(x - 4)},${round(tip + bound * 4)}L${round(x)},${round(tip)}L${round(x + 4)},${round(tip + bound * 4)}`, fill: 'none', stroke, strokeWidth: 2 } as const] : []),
  ];
}
