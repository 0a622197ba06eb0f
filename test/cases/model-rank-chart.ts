import { dataset, type Case, type Field, type Row } from './case.js';

const tag = 'model-rank-chart';
const fields: readonly Field[] = [
  { name: 'period', type: 'string', title: 'Week' },
  { name: 'period_end', type: 'date', title: 'To' },
  { name: 'model', type: 'string', title: 'Model' },
  { name: 'lab', type: 'string', title: 'Lab' },
  { name: 'origin', type: 'string', title: 'Model origin' },
  { name: 'tokens', type: 'number', title: 'Tokens', unit: 'trillion tokens' },
  { name: 'status', type: 'string', title: 'Status' },
];

/** Rows of a week: model, lab, origin, tokens, status. */
const week = (period: string, end: string, rows: readonly (readonly [string, string, string, number | null, string?])[]): readonly Row[] =>
  rows.map(([model, lab, origin, tokens, status = 'reported']) => ({ period, period_end: end, model, lab, origin, tokens, status }));

const made = (title: string, ...rows: readonly Row[][]): unknown => dataset(title, 'Trillions of tokens a week.', fields, rows.flat());
const first = week('First week', '2026-05-10', [['Aster', 'Acme', 'China', 4], ['Birch', 'Bolt', 'US', 3], ['Cedar', 'Core', 'Europe', 2], ['Dune', 'Acme', 'China', 1]]);
const second = week('Second week', '2026-05-17', [['Birch', 'Bolt', 'US', 5], ['Aster', 'Acme', 'China', 5], ['Elm', 'Echo', 'Other', 3], ['Cedar', 'Core', 'Europe', 2.5], ['Dune', 'Acme', 'China', null]]);

export const cases: readonly Case[] = [
  { name: 'usual', tag, src: 'model-ranks.json', attributes: { period: '25–31 May 2026' }, note: 'A week of 28 models: what finds no room is counted.' },
  { name: 'latest period', tag, src: 'model-ranks.json', note: 'Seven models of the last week.' },
  { name: 'ties and a gap', tag, data: made('Two models share the first place', [...first], [...second]), note: 'Equal tokens share a rank; Dune has no value this week.' },
  { name: 'one row', tag, data: made('A period with one model', [...week('Only week', '2026-05-10', [['Aster', 'Acme', 'China', 4]])]) },
  { name: 'none', tag, data: made('No models yet'), note: 'The figure keeps its size and says that there is nothing to draw.' },
  { name: 'all zero', tag, data: made('Nobody used anything', [...week('Quiet week', '2026-05-10', [['Aster', 'Acme', 'China', 0], ['Birch', 'Bolt', 'US', 0]])]), note: 'All share the first rank, no bar is drawn.' },
  { name: 'one huge', tag, data: made('One model leaves the others behind', [...week('One week', '2026-05-10', [['Aster', 'Acme', 'China', 90_000], ['Birch', 'Bolt', 'US', 3], ['Cedar', 'Core', 'Europe', 0.002]])]) },
  {
    name: 'long names',
    tag,
    data: made('Models whose names are longer than their bars', [
      ...week('One week', '2026-05-10', [
        ['Consolidated Very Large Language Model 12.5 Instruct Preview', 'Institute for Very Large Language Models', 'China', 4],
        ['Donaudampfschifffahrtselektrizitätenhauptbetriebswerk 2', 'Donaudampfschifffahrt', 'Europe', 3],
        ['Short', 'S', 'US', 1],
      ]),
    ]),
  },
  { name: 'derived and representative', tag, data: made('How sure each model’s tokens are', [...week('One week', '2026-05-10', [['Aster', 'Acme', 'China', 4, 'reported'], ['Birch', 'Bolt', 'US', 3, 'derived'], ['Cedar', 'Core', 'Europe', 2, 'representative']])]), note: 'Plain, dashed and hatched: three statuses without colour.' },
  { name: '320 px', tag, width: 320, src: 'model-ranks.json', attributes: { period: '4–11 May 2026' }, note: 'Names stand over their bars.' },
  { name: 'right to left', tag, dir: 'rtl', attributes: { lang: 'ar', heading: 'النماذج الأكثر استخدامًا' }, data: made('النماذج', [...week('أسبوع', '2026-05-10', [['نموذج أول', 'مختبر', 'الصين', 4], ['نموذج ثان', 'معمل', 'أوروبا', 3], ['نموذج ثالث', 'مختبر', 'أخرى', 1]])]), note: 'Bars begin at the right.' },
  { name: 'dark', tag, scheme: 'dark', data: made('A dark page', [...first], [...second]) },
];
