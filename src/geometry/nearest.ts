import { firstFrom } from './reduce.js';

/** The index of the value nearest to `target` in increasing `values`; -1 where there are none. The earlier one of a tie. */
export function nearestIndex(values: Float64Array, target: number): number {
  const after = Math.min(firstFrom(values, target), values.length - 1);
  const before = after - 1;
  return before >= 0 && target - (values[before] ?? 0) <= (values[after] ?? 0) - target ? before : after;
}
