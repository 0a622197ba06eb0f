/**
 * The indices that matter to a line drawn over columns of pixels: of each column the first, last, lowest and highest value
 * (M4: Jugel et al., "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB 2014). Drawing only these gives the
 * same pixels. Missing values (NaN) keep one index, so that the gap stays.
 * `ends` are the columns' ends: column k holds the indices from `ends[k - 1]` (`start` for the first) up to, not
 * including, `ends[k]`. Indices from `start` up to, not including, `end`.
 */
export function reduce(values: Float64Array, ends: Uint32Array, start: number, end: number): Uint32Array {
  const kept = new Uint32Array(Math.min(end - start, 5 * ends.length));
  let length = 0;
  let from = start;
  for (const limit of ends) {
    const to = Math.min(limit, end);
    if (to <= from) continue;
    let low = -1;
    let high = -1;
    let gap = -1;
    let lowest = Infinity;
    let highest = -Infinity;
    for (let i = from; i < to; i++) {
      const value = values[i] as number; // inside the array by the loop's bounds
      if (value < lowest) {
        low = i;
        lowest = value;
      }
      if (value > highest) {
        high = i;
        highest = value;
      }
      if (value !== value) gap = i;
    }
    const picks = [from, low, high, gap, to - 1].filter((index) => index >= 0).sort((a, b) => a - b);
    for (let i = 0; i < picks.length; i++) {
      const pick = picks[i] as number;
      if (i === 0 || pick !== picks[i - 1]) kept[length++] = pick;
    }
    from = to;
  }
  return kept.subarray(0, length);
}

/**
 * Where each column of pixels ends, for `reduce`: the first index whose place lies past it. `times` increase; column k
 * runs from `invert(left + k)` to `invert(left + k + 1)`, the last takes what is left. Found by halving, whatever the length.
 */
export function columnEnds(times: Float64Array, invert: (position: number) => number, left: number, right: number): Uint32Array {
  const ends = new Uint32Array(Math.max(1, Math.ceil(right) - Math.floor(left)));
  for (let column = 0; column < ends.length - 1; column++) ends[column] = firstFrom(times, invert(Math.floor(left) + column + 1));
  ends[ends.length - 1] = times.length;
  return ends;
}

/** The first index whose value is at least `target`, in increasing values; their number where none is. */
export function firstFrom(values: Float64Array, target: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Every index from `start` up to, not including, `end`. */
export function indices(start: number, end: number): Uint32Array {
  const all = new Uint32Array(Math.max(0, end - start));
  for (let i = 0; i < all.length; i++) all[i] = start + i;
  return all;
}
