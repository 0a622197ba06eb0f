import { dataset, type Case, type Field, type Row } from './case.js';

const tag = 'sentiment-split-bar';
const side: Field = { name: 'label', type: 'string', title: 'Tone' };
const share: Field = { name: 'share', type: 'number', title: 'Share', unit: '%' };
const count: Field = { name: 'count', type: 'integer', title: 'Comments', unit: 'comments' };
const status: Field = { name: 'status', type: 'string', title: 'Status' };

const sides = (shares: Readonly<Record<string, number | null>>): readonly Row[] => Object.entries(shares).map(([label, value]) => ({ label, share: value }));
const made = (title: string, rows: readonly Row[], fields: readonly Field[] = [side, share]): unknown => dataset(title, 'Share of comments, %.', fields, rows);
const TWO = { Positive: 22.7, Negative: 77.3 };

export const cases: readonly Case[] = [
  { name: 'usual', tag, src: 'sentiment.json', note: 'Shares as printed, the counts that follow, and that they are derived.' },
  { name: 'counts from n', tag, attributes: { n: '22' }, data: made('Counts that the shares give away', sides(TWO)), note: 'n="22" and the shares leave one reading: 5 and 17.' },
  { name: 'counts that cannot be told', tag, attributes: { n: '5000' }, data: made('Shares too coarse for counts', sides({ Yes: 23, No: 77 })), note: 'Many pairs of numbers fit, and the caption says so.' },
  { name: 'counts alone', tag, data: made('Five and seventeen', [{ label: 'Positive', count: 5 }, { label: 'Negative', count: 17 }], [side, count]) },
  { name: 'one row', tag, data: made('All of one mind', sides({ Positive: 100 })) },
  { name: 'none', tag, data: made('Nobody said anything', []) },
  { name: 'all zero', tag, data: made('No share at all', sides({ Positive: 0, Negative: 0 })), note: 'No whole to be part of: said in a sentence.' },
  { name: 'one huge', tag, attributes: { n: '1000' }, data: made('A sliver', sides({ Positive: 0.3, Negative: 99.7 })), note: 'The side too thin for its name goes to the legend.' },
  { name: 'long names', tag, data: made('Two sides with long names', sides({ 'Agrees with the article in all that matters to it': 45, 'Disagrees with the article for one reason or another': 55 })) },
  { name: 'derived and representative', tag, data: made('How sure each side is', [{ label: 'Positive', share: 40, status: 'derived' }, { label: 'Negative', share: 60, status: 'representative' }], [side, share, status]) },
  { name: '320 px', tag, width: 320, src: 'sentiment.json' },
  { name: 'right to left', tag, dir: 'rtl', attributes: { lang: 'ar', heading: 'نبرة التعليقات', n: '22' }, data: made('التعليقات', sides({ إيجابي: 22.7, سلبي: 77.3 })), note: 'The bar begins at the right.' },
  { name: 'dark', tag, scheme: 'dark', data: made('A dark page', sides(TWO)) },
];
