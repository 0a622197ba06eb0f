import * as elements from '../elements/index.js';
import { ChartElement } from '../view/chart.js';
import type { ChartClass } from './still.js';
import { kebab } from './tags.js';

const isChart = (value: unknown): value is ChartClass => typeof value === 'function' && value.prototype instanceof ChartElement;

/** Every chart of the package by its tag, which its class's name spells: TokenVolumeChart is `token-volume-chart`. */
export const CHARTS: ReadonlyMap<string, ChartClass> = new Map(
  Object.entries(elements as Readonly<Record<string, unknown>>).flatMap(([name, value]) => (isChart(value) ? [[kebab(name), value]] : [])),
);

/** The chart whose tag is spelt nearly like this one (at most three letters apart) or begins with it as a word, or ''. */
export function nearTag(tag: string): string {
  const whole = [...CHARTS.keys()].find((known) => tag.includes('-') && known.startsWith(`${tag}-`));
  if (whole) return whole;
  const [best = '', distance = Infinity] = [...CHARTS.keys()].map((known) => [known, lettersApart(tag, known)] as const).sort((a, b) => a[1] - b[1])[0] ?? [];
  return distance <= 3 ? best : '';
}

/** Letters to insert, remove or replace to get from one text to the other (V. I. Levenshtein, 1966). */
function lettersApart(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) next.push(Math.min((row[j] ?? 0) + (letter === to[j] ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    row = next;
  }
  return row.at(-1) ?? 0;
}
