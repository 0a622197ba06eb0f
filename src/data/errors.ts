/**
 * A dataset, or a chart's use of one, that cannot be drawn.
 * `place` says where (`resources[0].data[12].tokens`), `found` what stands there, `expected` what should: English words,
 * under which other languages list their own.
 */
export class DataError extends Error {
  readonly place: string;
  readonly expected: string;
  readonly found: string;

  constructor(place: string, expected: string, found: string) {
    // an attribute's or a field's own characters may be among the words
    [place, expected, found] = [place, expected, found].map((text) => clean(text, 2000)) as [string, string, string];
    super(`${place}: expected ${expected}, found ${found}`);
    this.name = 'DataError';
    this.place = place;
    this.expected = expected;
    this.found = found;
  }
}

/** Why a dataset did not arrive; the sentences are filled with `detail`: the HTTP status, a limit in bytes, the seconds waited. */
export const FAULTS = {
  network: 'The data did not arrive: the address does not answer, this device is offline, or the site does not let this page read it.',
  timeout: 'The data did not arrive within {detail} seconds.',
  status: 'The data did not arrive: the site answered {detail}.',
  size: 'The data is larger than the limit of {detail} bytes.',
  integrity: 'The data is not what this page expects: its digest differs.',
  address: 'The address of the data must begin with http or https.',
  encoding: 'The data is not text in UTF-8 or UTF-16.',
  code: 'A part of the chart\'s own code did not arrive.',
} as const;

export type LoadFault = keyof typeof FAULTS;

/** A dataset that did not arrive. */
export class LoadError extends Error {
  readonly fault: LoadFault;
  readonly detail: number;

  constructor(fault: LoadFault, detail = 0) {
    super(FAULTS[fault].replace('{detail}', String(detail)));
    this.name = 'LoadError';
    this.fault = fault;
    this.detail = detail;
  }
}

/** A value as an author would recognise it: `"n/a"`, `null`, `an array`, `NaN`; at most 60 characters. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(clean(value, 60));
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? String(value) : `a ${typeof value}`;
}

// C0, C1 except tab and line feed (which become spaces), bidi embeddings, overrides and isolates, halves of surrogate pairs,
// zero-width no-break space
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]/gu;

/** Text without control and bidi-override characters, cut to `limit` code points with an ellipsis. */
export function clean(text: string, limit = 300): string {
  // a code point is at most two units: what is cut here would be cut below too
  const plain = text.slice(0, limit * 2 + 2).replace(UNSAFE, '').replace(/[\t\n]/g, ' ');
  if (plain.length <= limit) return plain;
  const points = Array.from(plain);
  return points.length <= limit ? plain : points.slice(0, limit - 1).join('') + '…';
}
