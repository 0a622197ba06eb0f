/**
 * Reads comma-separated text with a header row (RFC 4180: quoted cells, doubled quotes, line breaks in quotes).
 *
 * @param {string} text
 * @returns {Record<string, string>[]} one object a line; every cell is the text as written, `''` where empty
 */
export function parseCsv(text) {
  const [header, ...lines] = splitCells(text);
  return lines.map((cells, index) => {
    if (cells.length !== header.length) {
      throw new Error(`line ${index + 2} has ${cells.length} cells, the header has ${header.length}`);
    }
    return Object.fromEntries(header.map((name, column) => [name, cells[column]]));
  });
}

/** @returns {string[][]} lines of cells */
function splitCells(text) {
  const lines = [];
  let line = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      line.push(cell);
      cell = '';
    } else if (character === '\n') {
      lines.push([...line, cell]);
      line = [];
      cell = '';
    } else if (character !== '\r') cell += character;
  }
  if (cell !== '' || line.length > 0) lines.push([...line, cell]);
  return lines;
}

/** A cell as a number; an empty cell is null, never zero. Throws on anything that is not a plain decimal. */
export function numberOrNull(cell) {
  if (cell === '') return null;
  if (!/^-?\d+(\.\d+)?$/.test(cell)) throw new Error(`"${cell}" is not a number`);
  return Number(cell);
}
