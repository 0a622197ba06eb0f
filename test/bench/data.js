// What every peer draws: the same made-up numbers, no dataset of ours, so that no peer is spared a value.
const WEEK = 604_800_000;
const START = Date.UTC(2025, 4, 26);
const NAMES = ['Anthropic', 'Google', 'DeepSeek', 'OpenAI', 'Alibaba', 'Moonshot', 'xAI', 'MiniMax', 'Others'];

/** The same sequence in every browser and at every run: a linear congruence (Numerical Recipes' constants). */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

function times(length, step) {
  const x = new Float64Array(length);
  for (let i = 0; i < length; i++) x[i] = START + i * step;
  return x;
}

/** A walk that keeps between 2 and 40. */
function walk(length, random) {
  const values = new Float64Array(length);
  let value = 10;
  for (let i = 0; i < length; i++) {
    value += (random() - 0.5) * 2;
    if (value < 2) value = 4 - value;
    if (value > 40) value = 80 - value;
    values[i] = Math.round(value * 100) / 100;
  }
  return values;
}

/**
 * A chart as peers get it: `x` in milliseconds since 1970, `series` from the bottom up. Another `seed` is another
 * version of the same length.
 */
export function chartOf(kind, seed = 1) {
  const random = randomFrom(seed);
  if (kind === 'stack') return { kind, title: 'Weekly tokens by lab', x: times(53, WEEK), series: NAMES.map((name) => ({ name, values: walk(53, random) })) };
  const length = { area: 53, large: 100_000, million: 1_000_000 }[kind];
  return { kind: 'area', large: length > 53, title: 'Weekly tokens', x: times(length, length === 53 ? WEEK : 60_000), series: [{ name: 'Tokens', values: walk(length, random) }] };
}

export const COLORS = ['#0b7f74', '#6b4a83', '#8f0d55', '#a3204d', '#3d1f9e', '#a3308a', '#4f5b22', '#8a7a35', '#4a3aa8'];
