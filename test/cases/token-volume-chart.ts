import { dataset, type Case, type Field, type Row } from './case.js';

const tag = 'token-volume-chart';
const week: Field = { name: 'week', type: 'date', title: 'Week starting' };
const tokens: Field = { name: 'tokens', type: 'number', title: 'Tokens', unit: 'trillion tokens' };
const lab: Field = { name: 'lab', type: 'string', title: 'Lab' };

const DAY = 86_400_000;
const weekAt = (index: number): string => new Date(Date.UTC(2026, 2, 2) + index * 7 * DAY).toISOString().slice(0, 10);
const weekly = (values: readonly (number | null)[], more: (index: number) => Row = () => ({})): readonly Row[] => values.map((value, i) => ({ week: weekAt(i), tokens: value, ...more(i) }));
const made = (title: string, rows: readonly Row[], fields: readonly Field[] = [week, tokens]): unknown => dataset(title, 'Trillions of tokens a week', fields, rows);

const RISE = [2.1, 2.4, 2.2, 3.1, 4.6, 4.4, 6.2, 8.9, 8.1, 11.4, 14.9, 18.2];
const labs: Readonly<Record<string, readonly number[]>> = {
  DeepSeek: [1.2, 1.4, 2.3, 2.9, 4.1, 5.2, 5.4, 6.5],
  Anthropic: [3.1, 3.3, 3.2, 3.6, 4.0, 4.7, 5.4, 5.1],
  Google: [2.6, 2.9, 3.1, 3.2, 3.7, 4.1, 3.9, 4.1],
};
const bySeries = (names: Readonly<Record<string, readonly number[]>>): readonly Row[] => Object.entries(names).flatMap(([name, values]) => weekly(values, () => ({ lab: name })));

export const cases: readonly Case[] = [
  {
    name: 'usual',
    tag,
    src: 'token-volume.json',
    attributes: { 'x-ticks': '2025-05 2025-09 2026-01 2026-05', 'y-ticks': '0 12.5 25 37.5 50' },
    note: 'Fifty-six weeks with explicit ticks. The first and last week carry their values; two derived weeks are hollow.',
  },
  { name: 'one row', tag, data: made('One week', weekly([12.4])), note: 'A single point, with its value and no line.' },
  { name: 'none', tag, data: made('No weeks yet', []), note: 'No rows: the figure keeps its size and says so.' },
  { name: 'no values', tag, data: made('Four weeks without a value', weekly([null, null, null, null])), note: 'Rows, but no number in any of them: said in a sentence.' },
  { name: 'all zero', tag, data: made('Eight weeks of nothing', weekly([0, 0, 0, 0, 0, 0, 0, 0])), note: 'The line lies on the baseline.' },
  { name: 'one huge', tag, data: made('One week dwarfs the rest', weekly([2, 3, 2, 4, 3, 98_000, 3, 2, 4])), note: 'A value tens of thousands of times the others; the ticks stay readable.' },
  {
    name: 'long names',
    tag,
    data: dataset(
      'Weekly tokens of two makers whose registered names are much longer than any label beside a line ought to be',
      'Trillions of tokens a week, all public models of either maker, with and without a free tier, weeks from Monday to Sunday',
      [week, lab, tokens],
      bySeries({
        'Consolidated Institute for Very Large Language Models and Associated Tokenizers': [1, 2, 2.4, 3.5, 4.1],
        'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft': [2, 2.1, 2.8, 2.6, 3.9],
      }),
    ),
    note: 'Names that fit no line’s end go to the legend and wrap there.',
  },
  {
    name: '320 px',
    tag,
    src: 'token-volume.json',
    width: 320,
    attributes: { 'x-ticks': '2025-05 2025-09 2026-01 2026-05', 'y-ticks': '0 12.5 25 37.5 50' },
    note: 'The same figure at the width of a small telephone.',
  },
  {
    name: 'right to left',
    tag,
    dir: 'rtl',
    attributes: { lang: 'ar', heading: 'الرموز الأسبوعية', subheading: 'تريليون رمز في الأسبوع' },
    data: made('الرموز الأسبوعية', weekly(RISE)),
    note: 'Arabic words and numerals; the figure is mirrored, time still runs from left to right.',
  },
  { name: 'Arabic', tag, src: 'token-volume.json', dir: 'rtl', attributes: { locale: 'ar', 'x-ticks': '2025-05 2025-09 2026-01 2026-05' }, note: 'The shipped dataset under Arabic sentences: Latin names keep their order inside them.' },
  { name: 'Chinese', tag, src: 'token-volume.json', attributes: { locale: 'zh', 'x-ticks': '2025-05 2025-09 2026-01 2026-05' }, note: 'Chinese sentences, dates and numbers.' },
  { name: 'dark', tag, scheme: 'dark', data: made('A dark page', weekly(RISE)), note: 'The colours follow the page’s ink.' },
  {
    name: 'unfinished last period',
    tag,
    data: made('The last week is not over', weekly([6.2, 8.9, 8.1, 11.4, 14.9, 5.2], (i) => ({ complete: i < 5 })), [week, tokens, { name: 'complete', type: 'boolean' }]),
    note: 'A fall that is none: the last week was read before it ended, and is not drawn as a finished one.',
  },
  {
    name: 'bounds',
    tag,
    data: made('More than thirty', [...weekly([18, 21, 24, 28]), { week: weekAt(4), tokens: null, min: 30 }], [week, tokens, { name: 'min', type: 'number', unit: 'trillion tokens' }]),
    note: 'The last figure is known only as more than 30: drawn and read as a bound.',
  },
  {
    name: 'derived and representative',
    tag,
    data: made('How sure each week is', weekly(RISE, (i) => ({ status: i < 4 ? 'reported' : i < 8 ? 'derived' : 'representative' })), [week, tokens, { name: 'status', type: 'string' }]),
    note: 'Three statuses in one line, told apart without colour.',
  },
  { name: 'several series', tag, data: made('Three labs', bySeries(labs), [week, lab, tokens]), note: 'Lines named at their ends.' },
  { name: 'one series forward', tag, attributes: { highlight: 'DeepSeek' }, data: made('One lab among three', bySeries(labs), [week, lab, tokens]), note: 'highlight greys the others.' },
  { name: 'log scale', tag, attributes: { scale: 'log' }, data: made('A thousandfold', weekly([0.02, 0.05, 0.09, 0.3, 0.8, 2.2, 6, 19, 31])), note: 'Equal steps are equal ratios.' },
  { name: 'a gap', tag, data: made('Two weeks are missing', weekly([2, 3, 4, null, null, 7, 9, 8])), note: 'No value is not zero: the line stops and goes on.' },
  { name: 'table view', tag, attributes: { view: 'table' }, data: made('The same as a table', weekly(RISE)), note: 'What the Table control shows.' },
  { name: 'broken data', tag, data: { title: 'A figure in words', resources: [{ name: 'rows', data: [{ week: '2026-03-02', tokens: 'n/a' }], schema: { fields: [week, tokens] } }] }, note: 'The figure keeps its size and says what is wrong and where.' },
];
