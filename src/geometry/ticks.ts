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
  return [...Array(Math.ceil(maximum / step) - start + 1).keys()].map((i) => tidy((start + i) * step, step));
}

/** Without the noise of binary fractions: 0.30000000000000004 is 0.3. */
function tidy(value: number, step: number): number {
  const decimals = Math.min(100, Math.max(0, 3 - Math.floor(Math.log10(step))));
  return Number(value.toFixed(decimals)) + 0;
}

/**
 * 1, 2 and 5 times powers of ten inside a positive domain, for a logarithmic axis; powers alone over three decades.
 * Where fewer than two lie inside, the next ones around it.
 */
export function logTicks(minimum: number, maximum: number): readonly number[] {
  const factors = Math.log10(maximum / minimum) > 3.5 ? [1] : [1, 2, 5];
  const all: number[] = [];
  for (let power = Math.floor(Math.log10(minimum)) - 1; power <= Math.ceil(Math.log10(maximum)) + 1; power++) all.push(...factors.map((factor) => Number(`${factor}e${power}`)));
  const inside = all.filter((value) => value >= minimum * 0.999 && value <= maximum * 1.001);
  return inside.length > 1 ? inside : all.slice(all.findLastIndex((value) => value <= minimum), all.findIndex((value) => value >= maximum && value > minimum) + 1);
}

/** A span of x ticks: how far apart, so that a label knows what to say. */
export type TimeUnit = 'hour' | 'day' | 'month' | 'year';
export interface TimeTicks {
  readonly values: readonly number[];
  readonly unit: TimeUnit;
}

/**
 * At most `most` starts of months, years, days or hours between two times, in UTC: as many as fit, the widest step where
 * two give the same number. A tick may stand an eighth of a step, ten days at most, before the first datum: May is
 * labelled where the data starts on the 5th.
 */
export function timeTicks(from: number, to: number, most: number): TimeTicks {
  const days = (to - from) / DAY;
  const best = (steps: readonly number[], between: (step: number) => readonly number[]): { values: readonly number[]; step: number } => {
    let found = { values: [] as readonly number[], step: 0 };
    for (const step of steps) {
      const values = between(step);
      if (values.length <= most && values.length >= found.values.length) found = { values, step };
    }
    return found;
  };
  if (days >= 76) {
    const { values, step } = best([1, 2, 3, 4, 6, ...yearSteps(days / 365).map((years) => years * 12)], (months) => monthsBetween(from, to, months));
    return { values, unit: step % 12 === 0 ? 'year' : 'month' };
  }
  if (days >= 2) return { values: best([1, 2, 7, 14, 28, 56], (step) => every(from, to, step * DAY)).values, unit: 'day' };
  // between days nothing is known that a clock would tell
  if (from % DAY === 0 && to % DAY === 0) return { values: every(from, to, DAY), unit: 'day' };
  return { values: best([1, 2, 3, 6, 12, 24], (hours) => every(from, to, hours * (DAY / 24))).values, unit: 'hour' };
}

/** 1, 2, 5, 10, … years, the last at least half of all. */
function yearSteps(years: number): readonly number[] {
  const steps: number[] = [];
  for (let power = 1; power < years; power *= 10) steps.push(power, 2 * power, 5 * power);
  return steps.length ? steps : [1];
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
