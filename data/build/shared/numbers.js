/** @param {number[]} values */
export function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/** Rounds to the nearest decimal of the double's exact value, and never returns -0. */
export function round(value, digits) {
  return Number(value.toFixed(digits)) + 0;
}

/** `part` as a percentage of `whole`, two decimals. */
export function percentOf(part, whole) {
  return round((100 * part) / whole, 2);
}

/**
 * Splits a total in proportion to weights so that the rounded parts add up to the rounded total exactly
 * (largest remainder, Hare–Niemeyer; of equal remainders the earlier part is served first).
 *
 * @param {number} total in any unit
 * @param {number[]} weights none negative, not all zero
 * @param {number} digits decimals kept
 * @returns {number[]} one part a weight, in the unit of the total
 */
export function apportion(total, weights, digits) {
  const scale = 10 ** digits;
  const units = Math.round(total * scale);
  const whole = sum(weights);
  const quotas = weights.map((weight) => (units * weight) / whole);
  const parts = quotas.map(Math.floor);
  const neediest = quotas
    .map((quota, index) => ({ index, remainder: quota - parts[index] }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const missing = units - sum(parts);
  for (const { index } of neediest.slice(0, missing)) parts[index] += 1;
  return parts.map((part) => round(part / scale, digits));
}
