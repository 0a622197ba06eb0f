import { scaleLinear, type ScaleLinear } from 'd3-scale';

/** A position along an axis, px, and the value there. */
export interface ValueScale {
  (value: number): number;
  invert(position: number): number;
  domain(): number[];
}

export interface LogScale extends ValueScale {
  /** The scale of the values' natural logarithms: what d3-axis takes. */
  readonly logarithms: ScaleLinear<number, number>;
}

/**
 * A logarithmic scale over a positive domain: the numbers of d3-scale's scaleLog, which brings ticks, formats and bases
 * that our axes choose themselves. NaN for what has no logarithm.
 */
export function logScale(domain: readonly [number, number], range: readonly [number, number]): LogScale {
  const logarithms = scaleLinear(domain.map(Math.log), range);
  // undefined, where d3 says that there is no place, becomes NaN
  return Object.assign((value: number) => Number(logarithms(Math.log(value))), { invert: (position: number) => Math.exp(logarithms.invert(position)), domain: () => [...domain], logarithms });
}
