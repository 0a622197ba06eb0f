import { dataset, type Case, type Field, type Row } from './case.js';

const tag = 'origin-split-bar';
const part: Field = { name: 'part', type: 'string', title: 'Model origin' };
const share: Field = { name: 'share', type: 'number', title: 'Share', unit: '%' };

const parts = (shares: Readonly<Record<string, number>>, more: Row = {}): readonly Row[] => Object.entries(shares).map(([name, value]) => ({ part: name, share: value, ...more }));
const made = (title: string, rows: readonly Row[], fields: readonly Field[] = [part, share]): unknown => dataset(title, 'Share of tokens, %', fields, rows);

const THREE = { China: 52, 'United States': 34, Other: 14 };
const faceted: readonly Row[] = [
  ...parts({ China: 45, 'United States': 41, Other: 14 }, { base: 'All models' }),
  ...parts({ China: 65, 'United States': 25, Other: 10 }, { base: 'Top nine' }),
  ...parts({ China: 62, 'United States': 29, Other: 9 }, { base: 'Top ten' }),
];

export const cases: readonly Case[] = [
  { name: 'usual', tag, src: 'origin-split.json', note: 'Three parts, named above the bar, hatched because they are representative.' },
  { name: 'one row', tag, data: made('All from one place', parts({ China: 100 })), note: 'One part that is the whole.' },
  { name: 'none', tag, data: made('No parts yet', []), note: 'No rows: the figure keeps its size and says so.' },
  { name: 'all zero', tag, data: made('Nothing anywhere', parts({ China: 0, 'United States': 0, Other: 0 })), note: 'No whole to be part of: said in a sentence.' },
  { name: 'one huge', tag, data: made('One part leaves no room', parts({ China: 99.2, 'United States': 0.5, Other: 0.3 })), note: 'Slivers too thin for a name go to the legend.' },
  {
    name: 'long names',
    tag,
    data: made(
      'Shares of three makers whose registered names are longer than the parts of the bar that they belong to',
      parts({ 'Consolidated Institute for Very Large Language Models': 44, 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk': 33, 'Everyone else who made a model in that week': 23 }),
    ),
    note: 'Names wider than their part move to the legend.',
  },
  { name: '320 px', tag, src: 'origin-split.json', width: 320, note: 'The same bar at the width of a small telephone.' },
  {
    name: 'right to left',
    tag,
    dir: 'rtl',
    attributes: { lang: 'ar', heading: 'حصص النماذج', subheading: 'نسبة مئوية' },
    data: made('حصص النماذج', parts({ الصين: 58, 'الولايات المتحدة': 28, أخرى: 14 })),
    note: 'Arabic words and numerals; the bar begins at the right.',
  },
  { name: 'Arabic', tag, src: 'origin-split.json', dir: 'rtl', attributes: { locale: 'ar' }, note: 'The shipped dataset under Arabic sentences, mirrored.' },
  { name: 'Chinese', tag, src: 'origin-split.json', attributes: { locale: 'zh' }, note: 'Chinese sentences and numbers.' },
  { name: 'dark', tag, scheme: 'dark', data: made('A dark page', parts(THREE)), note: 'The colours follow the page’s ink.' },
  {
    name: 'derived and representative',
    tag,
    data: made(
      'How sure each part is',
      [
        { part: 'China', share: 50, status: 'reported' },
        { part: 'United States', share: 30, status: 'derived' },
        { part: 'Other', share: 20, status: 'representative' },
      ],
      [part, share, { name: 'status', type: 'string' }],
    ),
    note: 'Plain, dashed and hatched: three statuses without colour.',
  },
  { name: 'bars', tag, attributes: { layout: 'bars' }, data: made('A row a part', parts(THREE)), note: 'layout="bars".' },
  { name: 'bars at 320 px', tag, width: 320, attributes: { layout: 'bars' }, data: made('A row a part', parts(THREE)), note: 'Names move above their bars where beside them is no room.' },
  { name: 'bars with long names at 240 px', tag, width: 240, attributes: { layout: 'bars' }, data: made('A row a part', parts({ 'Consolidated Institute for Very Large Language Models': 44, 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk': 33, 'Everyone else': 23 })), note: 'A name too long for its own line is whole in the legend.' },
  { name: 'facet', tag, attributes: { facet: 'base' }, data: made('One week on three bases', faceted, [{ name: 'base', type: 'string', title: 'Base' }, part, share]), note: 'A bar a group, on one scale.' },
  { name: 'five bases', tag, src: 'origin-bases.json', attributes: { facet: 'base' }, note: 'The shipped dataset: one week, five answers, three statuses.' },
  { name: 'sums to 97', tag, data: made('Shares that fall short', parts({ China: 55, 'United States': 28, Other: 14 })), note: 'Drawn to scale; the caption says that the parts add up to 97.' },
  {
    name: 'quantities',
    tag,
    data: dataset('Tokens, not shares', 'Trillion tokens, one week', [part, { name: 'tokens', type: 'number', title: 'Tokens', unit: 'trillion tokens' }], [
      { part: 'China', tokens: 14.27 },
      { part: 'United States', tokens: 13.06 },
      { part: 'Other', tokens: 4.48 },
    ]),
    note: 'Parts given as quantities; the share of each is in its details.',
  },
  { name: 'many parts', tag, data: made('Nine labs', parts({ DeepSeek: 17, Anthropic: 17, Google: 12, Tencent: 10, Xiaomi: 9, OpenAI: 8, 'Z.ai': 3, MiniMax: 2, Others: 22 })), note: 'Nine colours and their legend.' },
  { name: 'negative share', tag, data: made('A share below zero', parts({ China: 110, 'United States': -10 })), note: 'Said in a sentence, not drawn.' },
];
