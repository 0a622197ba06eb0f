/**
 * The indices of `values` that matter to a line drawn `columns` pixels wide: of each pixel column the first, last,
 * lowest and highest value (M4: Jugel et al., "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB 2014).
 * Drawing only these gives the same pixels. Missing values (NaN) keep one index, so that the gap stays.
 * `column(i)` is the pixel column of index i and never falls. Indices from `start` up to, not including, `end`.
 */
export function reduce(values: Float64Array, column: (index: number) => number, start: number, end: number): Uint32Array {
  const kept = new Uint32Array(end - start);
  let length = 0;
  let from = start;
  while (from < end) {
    const current = column(from);
    let last = from;
    let low = -1;
    let high = -1;
    let gap = -1;
    while (last < end && column(last) === current) {
      const value = values[last] as number; // inside the array by the loop's bounds
      if (value !== value) gap = last;
      else {
        if (low < 0 || value < (values[low] as number)) low = last;
        if (high < 0 || value > (values[high] as number)) high = last;
      }
      last++;
    }
    const picks = [from, low, high, gap, last - 1].filter((index) => index >= 0).sort((a, b) => a - b);
    for (let i = 0; i < picks.length; i++) {
      const pick = picks[i] as number;
      if (i === 0 || pick !== picks[i - 1]) kept[length++] = pick;
    }
    from = last;
  }
  return kept.subarray(0, length);
}

/** Every index from `start` up to, not including, `end`. */
export function indices(start: number, end: number): Uint32Array {
  return Uint32Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);
}
