/** One band's edges, along x. */
export interface Layer {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Values on top of one another, the first at 0; a missing one (NaN) has no thickness. With `whole` above 0 each stack is
 * stretched to end there exactly, whatever rounding did to its parts. NaN where no series has a value, or where all are 0
 * and should fill a whole.
 */
export function stack(rows: readonly Float64Array[], whole: number): readonly Layer[] {
  const length = rows[0]?.length ?? 0;
  const layers = rows.map(() => ({ lower: new Float64Array(length), upper: new Float64Array(length) }));
  for (let i = 0; i < length; i++) {
    const total = rows.reduce((sum, values) => sum + (values[i] || 0), 0);
    const missing = rows.every((values) => Number.isNaN(values[i])) || (whole > 0 && !(total > 0));
    let sum = 0;
    layers.forEach((layer, k) => {
      layer.lower[i] = missing ? NaN : whole > 0 ? Math.min(whole, (sum / total) * whole) : sum;
      sum += rows[k]?.[i] || 0;
      layer.upper[i] = missing ? NaN : whole > 0 ? (k === layers.length - 1 ? whole : Math.min(whole, (sum / total) * whole)) : sum;
    });
  }
  return layers;
}
