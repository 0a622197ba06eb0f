import type { Cell, Change } from '../data/diff.js';
import type { Column } from '../data/table.js';
import { unitOf, type Words } from './words.js';

function cellText({ kind, type, unit }: Column, cell: Cell, words: Words): string {
  if (typeof cell === 'string') return cell || words.say('noValue');
  if (Number.isNaN(cell)) return words.say('noValue');
  if (kind === 'date') return words.date(cell, type === 'yearmonth' ? 'month' : type === 'year' ? 'year' : 'full');
  return words.value(cell, unitOf(unit));
}

/** A sentence for each cell that differs and each row that came or went; past `limit` only how many more. */
export function changeSentences(changes: readonly Change[], words: Words, limit = 20): readonly string[] {
  const all = changes.flatMap(({ kind, key, cells }) => {
    const names = key.map(({ column, cell }) => cellText(column, cell, words));
    const point = names.join(words.say('comma'));
    if (kind !== 'changed') return [words.say(kind === 'added' ? 'noteAdded' : 'noteRemoved', { point })];
    return cells.map(({ column, before, after }) => words.say('noteChanged', { point: [...names, column.title].join(words.say('comma')), before: cellText(column, before, words), after: cellText(column, after, words) }));
  });
  const more = all.length - limit;
  return more > 0 ? [...all.slice(0, limit), words.say('noteMore', { n: more })] : all;
}
