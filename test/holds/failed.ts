import type { Given } from '../helpers/datasets.js';

/** Datasets that `npm run fuzz` found a fault with, each with the width of its chart; tried first ever after. */
export const FAILED: readonly (readonly [width: number, given: Given])[] = [
  // the words of an attribute in an error's sentence
  [240, { tag: 'lab-bands-chart', form: 'records', data: [{ week: '2024-01-01', lab: 'A', tokens: 1 }], attributes: { to: '\u202egnp.exe' } }],
  [240, { tag: 'token-price-chart', form: 'records', data: [{ model: 'China', input: 1e-18, output: 1e18 }], attributes: {} }],
];
