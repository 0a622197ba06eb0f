import type { Series } from './series.js';

/** Names of what is left over, which leads nothing. */
export const isRest = (name: string): boolean => /\bothers?\b|unidentified|unknown|\brest\b|not stated/i.test(name);

/** A date at which another of two series takes the lead: its index, and which of the two is ahead from then on. */
export interface Crossing {
  readonly index: number;
  readonly ahead: 0 | 1;
}

/** Where the lead changes between two series. A tie changes nothing; neither does a date where one has no value (NaN). */
export function crossings(a: Float64Array, b: Float64Array): readonly Crossing[] {
  const found: Crossing[] = [];
  let leader = 0;
  for (let index = 0; index < a.length; index++) {
    const sign = Math.sign((a[index] ?? NaN) - (b[index] ?? NaN));
    if (!sign || sign === leader) continue;
    if (leader) found.push({ index, ahead: sign > 0 ? 0 : 1 });
    leader = sign;
  }
  return found;
}

/** The two named series with the largest last values, in the order given; null where there are not two. */
export function rivals(series: readonly Series[]): readonly [Series, Series] | null {
  const last = ({ values }: Series): number => values.findLast((value) => !Number.isNaN(value)) ?? -1;
  const largest = series.filter(({ name }) => !isRest(name)).sort((a, b) => last(b) - last(a)).slice(0, 2);
  const [a, b] = series.filter((each) => largest.includes(each));
  return a && b ? [a, b] : null;
}
