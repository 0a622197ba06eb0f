/** A text that is not JSON, and where it stops being it: UTF-16 code units from its start. */
export class JSONError extends Error {
  readonly offset: number;
  constructor(offset: number, expected: string, found: string) {
    super(`expected ${expected}, found ${found}`);
    this.offset = offset;
  }
}

const TOKEN = /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/**
 * Where each value of a JSON text begins, by its place (`resources[0].data[12].tokens`); `root` is the place of the whole.
 * Throws a JSONError at the first character that RFC 8259 does not allow.
 */
export function placesOf(text: string, root = ''): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  TOKEN.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  let start = 0;
  const fail = (expected: string, offset: number): never => {
    throw new JSONError(offset, expected, text.slice(offset).trim() ? JSON.stringify(text.slice(offset, offset + 20).trim().split(/[\n,}\]]/)[0] || text[offset]) : 'the end of the file');
  };
  const next = (expected: string): string => {
    const before = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    start = before + (/^[ \t\r\n]*/.exec(text.slice(before, before + 10000))?.[0].length ?? 0);
    return found ? found[0].trim() : fail(expected, start);
  };
  const value = (place: string, token = next('a value')): void => {
    places.set(place, start);
    if (token === '{') members(place);
    else if (token === '[') items(place);
    else if (/^[}\],:]/.test(token)) fail('a value', start);
  };
  const members = (place: string): void => {
    for (let token = next('a key in quotes or }'), first = true; token !== '}' || !first; token = next('a key in quotes'), first = false) {
      if (!token.startsWith('"')) fail(first ? 'a key in quotes or }' : 'a key in quotes', start);
      const key = JSON.parse(token) as string;
      if (next('a colon') !== ':') fail('a colon', start);
      value(place ? `${place}.${key}` : key);
      const after = next('a comma or }');
      if (after === '}') return;
      if (after !== ',') fail('a comma or }', start);
    }
  };
  const items = (place: string): void => {
    let token = next('a value or ]');
    for (let i = 0; token !== ']' || i > 0; i++) {
      value(`${place}[${i}]`, token);
      const after = next('a comma or ]');
      if (after === ']') return;
      if (after !== ',') fail('a comma or ]', start);
      token = next('a value');
    }
  };
  value(root);
  if (text.slice(TOKEN.lastIndex).trim()) fail('the end of the file', TOKEN.lastIndex + (/^\s*/.exec(text.slice(TOKEN.lastIndex))?.[0].length ?? 0));
  return places;
}

/** The line of a place, from 1: of the nearest part of it that the text has. */
export function lineOf(text: string, places: ReadonlyMap<string, number>, place: string): number {
  for (let part = place; ; part = part.replace(/(\.[^.[\]]*|\[\d+\]|^[^.[\]]+)$/, '')) {
    const offset = places.get(part);
    if (offset !== undefined) return lineAt(text, offset);
    if (!part || part === part.replace(/(\.[^.[\]]*|\[\d+\]|^[^.[\]]+)$/, '')) return 1;
  }
}

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** A CSV's records as d3-dsv sees them, notes and empty lines left out: the line each begins on and how many cells it has. */
export function recordsOf(text: string): readonly { readonly line: number; readonly cells: number }[] {
  const separator = text.split('\n', 1)[0]?.includes('\t') ? '\t' : ',';
  const records: { line: number; cells: number }[] = [];
  let line = 1;
  let begun = 1;
  let cells = 1;
  let quoted = false;
  let content = '';
  const end = (): void => {
    if (!content.startsWith('#') && content.replaceAll(separator, '').trim()) records.push({ line: begun, cells });
    begun = line + 1;
    cells = 1;
    content = '';
  };
  for (const character of text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')) {
    if (character === '"') quoted = !quoted;
    if (character === separator && !quoted) cells++;
    if (character === '\n' && !quoted) end();
    else content += character;
    if (character === '\n') line++;
  }
  end();
  return records;
}
