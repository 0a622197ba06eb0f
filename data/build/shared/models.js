import { originOf } from './labels.js';
import { sum } from './numbers.js';

/**
 * The models of the daily file with their tokens of 25–31 May 2026, largest first.
 *
 * @returns {{model: string, lab: string, origin: string, tokens: number}[]} trillion tokens, not rounded
 */
export function modelsOfTheWeek({ daily, models }) {
  return models
    .map(({ slug, model, lab }) => ({ model, lab, origin: originOf(lab), tokens: sum(daily.M[slug]) / 1e12 }))
    .sort((a, b) => b.tokens - a.tokens);
}

export function largestModels(inputs, count) {
  return modelsOfTheWeek(inputs).slice(0, count);
}
