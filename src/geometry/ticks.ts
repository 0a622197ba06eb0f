const DAY = 86_400_000;

/** Steps that leave few decimals, in units of a power of ten; a quarter of 5 (1.25, 12.5) is among them on purpose. */
const STEPS = [1, 1.25, 2, 2.5, 5, 10];

/** Four equal steps from 0 (or from a nice value below `minimum`, where that is negative) that reach `maximum`. */
export function valueTicks(minimum: number, maximum: number): readonly number[] {
  const low = Math.min(0, minimum);
  const span = Math.max(maximum, 0) - low;
  if (!(span > 0)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(span / 4));
  for (const factor of STEPS) {
    const step = factor * power;
    const start = Math.floor(low / step + 1e-9);
    if ((start + 4) * step >= maximum * (1 - 1e-12)) return [0, 1, 2, 3, 4].map((i) => tidy((start + i) * step, step));
  }
  const step = 10 * power;
  const start = Math.floor(low / step);
  return Array.from({ length: Math.ceil(maximum / step) - start + 1 }, (_, i) => tidy((start + i) * step, step));
}

/** Without the noise of binary fractions: 0.30000000000000004 is 0.3. */
function tidy(value: number, step: number): number {
  const decimals = Math.min(100, Math.max(0, 3 - Math.floor(Math.log10(step))));
  return Number(value.toFixed(decimals)) + 0;
}

/** 1, 2 and 5 times powers of ten inside a positive domain, for a logarithmic axis; powers alone over three decades. */
export function logTicks(minimum: number, maximum: number): readonly number[] {
  const ticks: number[] = [];
  const factors = Math.log10(maximum / minimum) > 3.5 ? [1] : [1, 2, 5];
  for (let power = Math.floor(Math.log10(minimum)); power <= Math.ceil(Math.log10(maximum)); power++) {
    for (const factor of factors) {
      const value = Number(`${factor}e${power}`);
      if (value >= minimum * 0.999 && value <= maximum * 1.001) ticks.push(value);
    }
  }
  return ticks;
}

/** A span of x ticks: how far apart, so that a label knows what to say. */
export type TimeUnit = 'hour' | 'day' | 'month' | 'year';
export interface TimeTicks {
  readonly values: readonly number[];
  readonly unit: TimeUnit;
}

/**
 * At most `most` (and three where the span allows) starts of months, years, days or hours between two times, in UTC.
 * A tick may stand one step's tenth before the first datum: May is labelled where the data starts on the 5th.
 */
export function timeTicks(from: number, to: number, most: number): TimeTicks {
  const months = (to - from) / (30.44 * DAY);
  if (months >= 2.5) {
    const step = [1, 2, 3, 4, 6].find((each) => Math.floor(months / each) + 1 <= most) ?? 12 * niceYears(months / 12, most);
    return { values: monthsBetween(from, to, step), unit: step % 12 === 0 ? 'year' : 'month' };
  }
  const days = (to - from) / DAY;
  if (days >= 2) {
    const step = [1, 2, 7, 14, 28].find((each) => Math.floor(days / each) + 1 <= most) ?? 28;
    return { values: every(from, to, step * DAY), unit: 'day' };
  }
  const hours = Math.max(1, days * 24);
  const step = [1, 2, 3, 6, 12].find((each) => Math.floor(hours / each) + 1 <= most) ?? 24;
  return { values: every(from, to, step * (DAY / 24)), unit: 'hour' };
}

function niceYears(years: number, most: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].find((factor) => Math.floor(years / (factor * power)) + 1 <= most);
    if (step) return step * power;
  }
}

function monthsBetween(from: number, to: number, step: number): readonly number[] {
  const start = new Date(from);
  const values: number[] = [];
  const first = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  for (let month = first; ; month += step) {
    const date = new Date(0);
    date.setUTCFullYear(Math.floor(month / 12), month - Math.floor(month / 12) * 12, 1);
    const value = date.getTime();
    if (!(value <= to) || values.length > 40) return values;
    if (value >= from - Math.min(step * 30.44 * DAY * 0.12, 10 * DAY)) values.push(value);
  }
}

function every(from: number, to: number, step: number): readonly number[] {
  const values: number[] = [];
  for (let value = Math.ceil(from / step) * step; value <= to && values.length < 40; value += step) values.push(value);
  return values;
}
