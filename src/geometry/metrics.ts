/**
 * Advance widths in thousandths of an em, of a sans-serif such as Helvetica or Liberation Sans (their published metrics),
 * so that a label's width is the same everywhere and no layout asks the document.
 */
const NARROW = new Set("ijlI.,:;'!|()[] ft-/‘’“”·");
const WIDE = new Set('mwM%');
const FULL = new Set('W@—…');

/** What a font is measured by: characters that all have the table's commonest width. */
export const SAMPLE = '0123456789aenoudbghp';

let letters = 1;

/** Draws with widths `times` the table's: the font of a page may be wider, such as Verdana or DejaVu. */
export function withLetters<T>(times: number, draw: () => T): T {
  letters = times;
  try {
    return draw();
  } finally {
    letters = 1;
  }
}

/** Estimated width in px of a line of text at a font size in px; on the generous side for bold and unknown scripts. */
export function textWidth(text: string, size: number, bold = false): number {
  let units = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if ((code >= 0x300 && code < 0x370) || (code >= 0x64b && code < 0x660) || (code >= 0x2066 && code < 0x206a)) continue; // combining marks stand over their letter, isolates nowhere
    if (NARROW.has(character)) units += 300;
    else if (WIDE.has(character)) units += 880;
    else if (FULL.has(character) || (code >= 0x1100 && (code < 0x2000 || code >= 0x2e80))) units += 1000; // CJK, emoji; not dashes and signs
    else if ((character >= 'A' && character <= 'Z') || character === '&') units += 690;
    else units += 556;
  }
  return (units / 1000) * size * (bold ? 1.07 : 1) * letters;
}

/** The text cut with an ellipsis so that it fits into `width` px; '' where not even two characters do. */
export function fitText(text: string, width: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const points = Array.from(text);
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (textWidth(points.slice(0, middle).join('').trimEnd() + '…', size, bold) <= width) low = middle;
    else high = middle - 1;
  }
  return low < 2 ? '' : points.slice(0, low).join('').trimEnd() + '…';
}
