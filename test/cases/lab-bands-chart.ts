import type { Case } from './case.js';

const tag = 'lab-bands-chart';
const src = 'lab-bands.json';

/** Records of a lab, its origin and its tokens in one week after the other. */
const weeks = (labs: Readonly<Record<string, string>>, values: readonly (readonly number[])[]): unknown =>
  values.flatMap((row, i) => Object.entries(labs).map(([lab, origin], k) => ({ week: `2026-05-${String(4 + 7 * i).padStart(2, '0')}`, lab, origin, tokens: row[k] })));
const labs = { DeepSeek: 'China', Tencent: 'China', Anthropic: 'US', Mistral: 'Europe' };

export const cases: readonly Case[] = [
  { name: 'usual', tag, src },
  { name: 'by origin', tag, src, attributes: { by: 'origin' } },
  { name: 'by weights', tag, src, attributes: { by: 'weights' }, note: 'Another table of the same totals, said so.' },
  { name: 'the spike in Anthropic usage', tag, src, attributes: { highlight: 'Anthropic', from: '2025-06-01', to: '2026-05-31' } },
  { name: 'notes', tag, src, attributes: { annotations: '2025-11-24: Opus 4.5; 2026-04-06..2026-04-26: US ahead; y=100: 100 trillion' } },
  { name: 'a row without origin', tag, data: [...(weeks(labs, [[5, 3, 4, 1], [6, 3, 5, 1]]) as object[]), { week: '2026-05-11', lab: 'Stealth', origin: null, tokens: 2 }], attributes: { by: 'origin' } },
  { name: 'no such column', tag, src, attributes: { by: 'country' } },
  { name: 'one row', tag, data: weeks({ DeepSeek: 'China' }, [[4]]) },
  { name: 'none', tag, data: { resources: [{ name: 'labs', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'lab', type: 'string' }, { name: 'tokens', type: 'number' }] }, data: [] }] } },
  { name: 'all zero', tag, data: weeks(labs, [[0, 0, 0, 0], [0, 0, 0, 0]]) },
  { name: 'one huge', tag, data: weeks(labs, [[1, 1, 1, 1], [1, 1e9, 1, 1], [1, 1, 1, 1]]) },
  { name: 'long names', tag, data: weeks({ 'The Laboratory for Very Long Names of Laboratories in Hangzhou': 'China', 'Another Institute with a Name That Does Not Fit Beside a Plot': 'US' }, [[1, 2], [2, 2], [3, 2]]) },
  { name: '320 px', tag, src, width: 320 },
  { name: 'right to left', tag, src, dir: 'rtl' },
  { name: 'dark', tag, src, scheme: 'dark' },
];
