import { countsOf } from '../data/counts.js';
import { DataError } from '../data/errors.js';
import { textOf } from '../data/ranks.js';
import { isNumber } from '../data/channels.js';
import { groups, isShare, type Part } from '../data/groups.js';
import type { Dataset, NumberColumn, Status, Table } from '../data/table.js';
import { layoutSplit } from '../geometry/split-layout.js';
import { statusName, statusOf } from '../text/status.js';
import { brief, type Words } from '../text/words.js';
import { listed } from '../data/attributes.js';
import type { ChartElement } from '../view/chart.js';
import type { Figure } from '../view/figure.js';
import { addLate } from '../text/messages.js';
import partsEnglish from '../text/messages/en-parts.js';
import sentimentEnglish from '../text/messages/en-sentiment.js';

addLate({ ...partsEnglish, ...sentimentEnglish });

/** One side of the bar. */
interface Side extends Part {
  /** In percent. */
  readonly share: number;
  /** NaN where it cannot be told. */
  readonly count: number;
  readonly countStatus: Status | null;
}

/** The settings that the figure is made by. */
type Chart = ChartElement & { readonly n: string };

export function figure(chart: Chart, dataset: Dataset, words: Words): Figure {
  const { table } = dataset;
  const { sides, n, noun, notice, total } = read(table, chart, chart.n ?? '');
  const of = n ? [words.number(n), words.unit(noun).noun].filter(Boolean).join(' ') : '';
  const label = (side: Side): string => words.percent(side.share);
  // of many sides the counts would fill the figure: they are in the table
  const named = (side: Side): string => (Number.isNaN(side.count) || sides.length > 4 ? side.name : words.say('counted', { name: side.name, count: words.number(side.count), n: words.number(n) }));
  const counted = sides.every(({ count }) => !Number.isNaN(count));
  const derived = counted && sides.some(({ countStatus }) => countStatus === 'derived');
  const highlight = listed(chart.highlight);
  const wish = {
    bars: [{ name: '', total: 100, segments: sides.map((side) => ({ name: named(side), value: side.share, label: label(side), certainty: Math.max(0, (table.statuses[side.row] ?? 0) - 1) })) }],
    layout: 'split' as const,
    highlight: sides.filter(({ name }) => highlight.includes(name)).map(named),
    whole: Math.max(100, total),
    tickLabel: (value: number, last: boolean) => (last ? words.percent(value) : words.number(value, { maximumFractionDigits: 1 })),
  };
  const names = words.list(sides.map(({ name }) => name));
  const pairs = words.list(sides.map((side) => words.say('listPair', { name: side.name, value: label(side) })));
  const most = [...sides].sort((a, b) => b.share - a.share)[0];
  const equal = sides.every(({ share }) => share === most?.share);
  return {
    kind: of ? words.say('summary.sides', { list: names, n: of }) : words.say('summary.sidesAlone', { list: names }),
    summary: [
      words.say('sentence', { text: pairs }),
      counted ? words.say('summary.counts', { n: of, list: words.list(sides.map((side) => words.say('listPair', { name: side.name, value: words.number(side.count) }))) }) : '',
      equal || !most ? (sides.length > 1 ? words.say('summary.equal') : '') : words.say(most.share > 50 ? 'summary.more' : 'summary.largest', { name: most.name }),
    ].filter(Boolean).join(' '),
    notices: [...(Math.abs(total - 100) > 0.5 ? [words.say('summary.sum', { sum: words.percent(total) })] : []), ...(derived ? [words.say('countsDerived')] : []), ...(notice ? [words.say(notice, { n: of })] : [])],
    length: 1,
    series: sides.length,
    mirrored: true,
    fills: sides.length,
    picture: (size) => layoutSplit(wish, size),
    point: ({ series }) => {
      const side = sides[series];
      if (!side) return { title: '', rows: [], note: '', spoken: words.say('noValue') };
      const count = Number.isNaN(side.count) ? '' : words.line([words.say('countOf', { count: words.number(side.count), n: of }), side.countStatus === 'derived' ? statusName('derived', words).toLocaleLowerCase(words.locale) : '']);
      const status = statusOf(table, side.row);
      const note = statusName(status, words);
      // each number says its own status where the two differ
      const own = count && side.countStatus !== status ? note.toLocaleLowerCase(words.locale) : '';
      return {
        title: side.name,
        rows: [{ name: words.say('share'), value: words.line([label(side), own]) }, ...(count ? [{ name: words.say('count'), value: count }] : [])],
        note: own ? '' : note,
        spoken: brief(words.line([`${side.name} ${label(side)}`, own, count, own ? '' : note, words.say('position', { index: series + 1, total: sides.length })]), side.name),
      };
    },
    row: ({ series }) => sides[series]?.row ?? -1,
    value: ({ series }) => sides[series]?.share ?? NaN,
  };
}

interface Sides {
  readonly sides: readonly Side[];
  /** 0 where it is not known. */
  readonly n: number;
  /** What is counted: `comments`. */
  readonly noun: string;
  /** Why there are no counts, where there are none. */
  readonly notice: 'countsUnknown' | 'countsNone' | '';
  /** Sum of the shares, in percent. */
  readonly total: number;
}

function read(table: Table, channels: { readonly y: string; readonly series: string }, attribute: string): Sides {
  const percent = table.columns.find((column): column is NumberColumn => isNumber(column) && isShare(column));
  const { groups: bars, measure } = groups(table, { series: channels.series, y: channels.y || (percent?.name ?? '') });
  const { parts, total } = bars[0] ?? { parts: [], total: 0 };
  if (total === 0) throw new DataError(table.place(0, measure.name), 'at least one number above zero', '0');
  const stated = attribute.trim() === '' ? 0 : Number(attribute);
  if (!Number.isInteger(stated) || stated < 0 || (stated === 0 && attribute.trim() !== '')) throw new DataError(`n=${JSON.stringify(attribute)}`, 'a whole number above 0', JSON.stringify(attribute));
  const column = isShare(measure) ? table.columns.find((each): each is NumberColumn => isNumber(each) && each.name === 'count') : measure;
  const given = parts.map(({ row }) => column?.values[row] ?? NaN);
  const whole = given.some(Number.isNaN) ? 0 : given.reduce((sum, count) => sum + count, 0);
  if (whole && stated && whole !== stated) throw new DataError(`n=${JSON.stringify(attribute)}`, 'the sum of the counts in the data', String(whole));
  const n = whole || stated;
  const shares = parts.map(({ value }) => (isShare(measure) ? value : (value / total) * 100));
  const derived = whole || !n ? null : countsOf(shares, n);
  const statuses = textOf(table, 'count_status');
  return {
    n,
    noun: column?.unit ?? '',
    notice: !n ? 'countsNone' : whole || derived ? '' : 'countsUnknown',
    total: isShare(measure) ? total : 100,
    sides: parts.map((part, i) => ({ ...part, share: shares[i] ?? NaN, count: whole ? (given[i] ?? NaN) : (derived?.[i] ?? NaN), countStatus: derived || statuses?.values[part.row] === 'derived' ? 'derived' : statusOf(table, part.row) })),
  };
}
