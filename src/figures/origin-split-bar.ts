import { groups, isShare, type Group } from '../data/groups.js';
import { STATUSES, type Dataset, type Table } from '../data/table.js';
import { DataError } from '../data/errors.js';
import { layoutSplit, type BarRow } from '../geometry/split-layout.js';
import { statusName } from '../text/status.js';
import { brief, type Unit, type Words } from '../text/words.js';
import { listed } from '../data/attributes.js';
import type { ChartElement } from '../view/chart.js';
import type { Figure, PointText } from '../view/figure.js';
import { addLate } from '../text/messages.js';
import partsEnglish from '../text/messages/en-parts.js';

addLate(partsEnglish);

/** The settings that the figure is made by. */
type Chart = ChartElement & { readonly layout: 'split' | 'bars'; readonly facet: string };

export function figure(chart: Chart, dataset: Dataset, words: Words): Figure {
  const { groups: bars, measure } = groups(dataset.table, chart);
  const unit = words.unit(measure.unit);
  if (bars.every(({ total }) => total === 0)) throw new DataError(dataset.table.place(0, measure.name), 'at least one number above zero', '0');
  const share = isShare(measure);
  const largest = bars.reduce((most, { total }) => Math.max(most, total), 0);
  const wish = {
    bars: bars.map((bar) => barRow(bar, dataset.table, unit, words)),
    layout: chart.layout,
    highlight: listed(chart.highlight),
    whole: share ? Math.max(100, largest) : largest,
    tickLabel: (value: number, last: boolean) => (last && unit.kind === 'percent' ? words.value(value, unit) : words.number(value, { maximumFractionDigits: 1 })),
  };
  const off = share ? bars.find(({ total }) => Math.abs(total - 100) > 0.5) : undefined;
  const at = (index: number, series: number): Group['parts'][number] | undefined => bars[index]?.parts[series];
  return {
    kind: words.say('summary.parts', { list: words.list([...new Set(bars.flatMap((bar) => bar.parts.map((part) => part.name)))]) }),
    summary: summary(bars, unit, words),
    notices: off ? [words.say('summary.sum', { sum: words.value(off.total, unit) })] : [],
    length: bars.length,
    series: bars.reduce((most, bar) => Math.max(most, bar.parts.length), 0),
    mirrored: true,
    fills: new Set(bars.flatMap(({ parts }) => parts.map(({ name }) => name))).size,
    picture: (size) => layoutSplit(wish, size),
    point: ({ index, series }) => pointText(bars, index, series, dataset.table, unit, words),
    row: ({ index, series }) => at(index, series)?.row ?? -1,
    value: ({ index, series }) => at(index, series)?.value ?? NaN,
  };
}

function barRow(bar: Group, table: Table, unit: Unit, words: Words): BarRow {
  return {
    name: bar.name,
    total: bar.total,
    segments: bar.parts.map(({ name, value, row }, i) => ({ name, value, label: i === 0 ? words.short(value, unit) : unit.kind === 'percent' ? words.number(value, { maximumFractionDigits: 0 }) : words.short(value, unit), certainty: Math.max(0, (table.statuses[row] ?? 0) - 1) })),
  };
}

function summary(bars: readonly Group[], unit: Unit, words: Words): string {
  const first = bars[0];
  if (!first) return '';
  const ranked = [...first.parts].sort((a, b) => b.value - a.value);
  const [most, next] = ranked;
  // what all bars have in common is compared; a rest is no part to speak of
  const shared = ranked.find(({ name }) => !/\b(other|others|rest)\b|unidentified/i.test(name)) ?? most;
  if (bars.length > 1 && shared) {
    const values = bars.map((bar) => bar.parts.find((part) => part.name === shared.name)?.value).filter((value) => value !== undefined);
    return words.say('summary.groups', { n: bars.length, name: shared.name, low: words.value(Math.min(...values), unit), high: words.value(Math.max(...values), unit) });
  }
  const list = words.list(first.parts.map(({ name, value }) => words.say('listPair', { name, value: words.value(value, unit) })));
  const verdict = !most || !next ? '' : most.value === next.value ? (ranked.every((part) => part.value === most.value) ? words.say('summary.equal') : '') : words.say(most.value > first.total / 2 ? 'summary.more' : 'summary.largest', { name: most.name });
  return [words.say('sentence', { text: list }), verdict].filter(Boolean).join(' ');
}

function pointText(bars: readonly Group[], index: number, series: number, table: Table, unit: Unit, words: Words): PointText {
  const bar = bars[index];
  const part = bar?.parts[series];
  if (!bar || !part) return { title: '', rows: [], note: '', spoken: words.say('noValue') };
  const value = words.value(part.value, unit);
  const note = statusName(STATUSES[table.statuses[part.row] ?? 0] ?? null, words);
  const share = unit.kind === 'percent' || bar.total === 0 ? [] : [{ name: words.say('share'), value: words.percent((part.value / bar.total) * 100) }];
  return {
    title: part.name,
    rows: [{ name: bar.name || (unit.noun ? unit.noun : words.say('share')), value }, ...share],
    note,
    spoken: brief(words.line([`${part.name} ${value}`, bar.name, note, words.say('position', { index: series + 1, total: bar.parts.length })]), part.name, bar.name),
  };
}
