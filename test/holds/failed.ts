import type { Given } from '../helpers/datasets.js';

/** Datasets that `npm run fuzz` found a fault with, each with the width of its chart; tried first ever after. */
export const FAILED: readonly (readonly [width: number, given: Given])[] = [
  // the words of an attribute in an error's sentence
  [240, { tag: 'lab-bands-chart', form: 'records', data: [{ week: '2024-01-01', lab: 'A', tokens: 1 }], attributes: { to: '\u202egnp.exe' } }],
  [240, { tag: 'token-price-chart', form: 'records', data: [{ model: 'China', input: 1e-18, output: 1e18 }], attributes: {} }],
  // a legend that took room from a picture already seen
  [240, { tag: 'token-volume-chart', form: 'records', data: [{ week: '2024-01-01', tokens: 0, lab: 'China', min: 0 }, { week: '2024-01-08', tokens: 1 }], attributes: {} }],
  // labels of an axis that were wider than their room
  [240, { tag: 'lab-bands-chart', form: 'records', data: [{ week: '2024-01-01', lab: 'China', tokens: 800_000_000_000_800_100 }], attributes: {} }],
  [240, { tag: 'origin-split-bar', form: 'records', data: [{ part: 'China 0', share: 133_333_333_333_333_330 }], attributes: {} }],
  // more sides than the words of a figure have lines for
  [680, { tag: 'sentiment-split-bar', form: 'records', data: [0, 9986, 2, 3, 4, 5, 6, 7, 8].map((share, i) => ({ label: `China ${i}`, share })), attributes: {} }],
  // values outside the axis that was asked for
  [240, { tag: 'lab-bands-chart', form: 'records', data: [{ week: '2024-01-01', lab: 'China', tokens: 52 }], attributes: { 'y-domain': '0 50' } }],
  // a heading that came above the sentence of an empty dataset
  [1000, { tag: 'model-rank-chart', form: 'package', data: { title: 'B', description: 'B', provenance: { asOf: 'B', base: 'B', citation: 'B', caveats: ['B'] }, resources: [{ name: 'r', schema: { fields: [] }, data: [] }] }, attributes: {} }],
  [1000, { tag: 'token-volume-chart', form: 'package', data: { title: 'B', description: 'B', resources: [{ name: 'r', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'tokens', type: 'number' }] }, data: [] }] }, attributes: {} }],
  // words of another language that came when English ones stood there
  [1000, { tag: 'lab-bands-chart', form: 'records', data: [0, 1, 2, 3, 4, 5, 6, 7].map((i) => ({ week: '2024-01-01', lab: `L${i}`, tokens: i })), attributes: { locale: 'ar' } }],
  [1000, { tag: 'origin-trend-chart', form: 'records', data: [{ week: '2024-01-01', origin: 'A', tokens: -1, status: 'guessed' }], attributes: { locale: 'zh' } }],
  // a control that came between the others once there was a picture
  [680, { tag: 'sentiment-split-bar', form: 'records', data: [{ label: '"><svg onload=canary()> 0', share: 0 }, { label: ' 1', share: 1 }], attributes: {} }],
  // a legend of one series without a name, which was taken for none: the picture was drawn for the room before it
  [240, { tag: 'origin-trend-chart', form: 'records', data: [{ week: '2024-01-01', origin: '', tokens: 0 }, { week: '2024-01-08', origin: 'China', tokens: 1 }, { week: '2024-01-15', origin: 'China', tokens: 2, min: 2 }], attributes: {} }],
  // a last value longer than its half of the plot
  [240, { tag: 'token-volume-chart', form: 'records', data: [{ week: '2024-01-01', tokens: 2.220446049250313e-16 }], attributes: {} }],
];
