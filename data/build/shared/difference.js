/**
 * Where two texts first differ.
 *
 * @param {string} found
 * @param {string} expected
 * @returns {{line: number, found: string, expected: string} | null} null where they are the same
 */
export function firstDifference(found, expected) {
  if (found === expected) return null;
  const foundLines = found.split('\n');
  const expectedLines = expected.split('\n');
  const at = expectedLines.findIndex((text, index) => text !== foundLines[index]);
  const index = at < 0 ? expectedLines.length : at;
  return { line: index + 1, found: lineOrEnd(foundLines[index]), expected: lineOrEnd(expectedLines[index]) };
}

function lineOrEnd(text) {
  return text === undefined ? 'the end of the file' : text.trim();
}
