import { parseDate, parseMonth } from './dates.js';
import { DataError, clean } from './errors.js';
import type { Annotation } from './table.js';

const NOTE = /^(?:y=(\S+)|(\S+?)(?:\.\.(\S+))?)\s*:\s+(.+)$/;

/**
 * Notes as an attribute has them, separated by semicolons: a date, a span or a level, a colon and a space, and the words:
 * `2025-11-24: Opus 4.5; 2026-04-06..2026-04-26: US ahead; y=30: 30 trillion`. Throws a DataError for what is none of these.
 */
export function parseAnnotations(text: string): readonly Annotation[] {
  return text.split(';').map((part) => part.trim()).filter(Boolean).map((part) => {
    const [, level, start = '', end, words = ''] = NOTE.exec(part) ?? [];
    const label = clean(words);
    const y = Number(level);
    const from = date(start);
    const to = end === undefined ? from : date(end);
    if (label && Number.isFinite(y)) return { label, y };
    if (!label || !(to >= from)) throw new DataError('annotations', 'notes such as "2025-11-24: Opus 4.5; 2026-04-06..2026-04-26: US ahead; y=30: 30 trillion"', JSON.stringify(clean(part, 60)));
    return end === undefined ? { label, x: from } : { label, from, to };
  });
}

const date = (text: string): number => (text.length === 7 ? parseMonth(text) : parseDate(text));

/** The notes that a window of time shows any of; levels always. */
export const within = (notes: readonly Annotation[], from: number, to: number): readonly Annotation[] =>
  notes.filter((note) => note.y !== undefined || ((note.x ?? note.from ?? NaN) <= to && (note.x ?? note.to ?? NaN) >= from));
