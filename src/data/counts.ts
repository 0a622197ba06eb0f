/** Decimals a number is printed with, as far as its value tells: 22.7 has one. */
const decimals = (value: number): number => (/\.(\d+)/.exec(String(value))?.[1] ?? '').length;

/**
 * The whole numbers behind shares in percent of `n`, where only one set of them gives each share when rounded to the
 * printed precision (the finest of the shares; halves may go either way) and adds up to n; else null.
 */
export function countsOf(shares: readonly number[], n: number): readonly number[] | null {
  const half = 0.5 / 10 ** Math.max(0, ...shares.map(decimals));
  const lows = shares.map((share) => Math.max(0, Math.ceil(((share - half) / 100) * n - 1e-9)));
  const highs = shares.map((share) => Math.min(n, Math.floor(((share + half) / 100) * n + 1e-9)));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  if (lows.some((low, i) => low > (highs[i] ?? 0))) return null;
  // between the two, a part with a choice leaves another: all have ranges of one width
  return sum(lows) === n ? lows : sum(highs) === n ? highs : null;
}
