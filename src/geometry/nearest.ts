/** The index of the value nearest to `target` in increasing `values`; -1 where there are none. The earlier one of a tie. */
export function nearestIndex(values: Float64Array, target: number): number {
  let low = 0;
  let high = values.length - 1;
  if (high < 0) return -1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < target) low = middle + 1;
    else high = middle;
  }
  const before = low - 1;
  return before >= 0 && target - (values[before] ?? 0) <= (values[low] ?? 0) - target ? before : low;
}
