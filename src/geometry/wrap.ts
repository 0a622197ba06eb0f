import { textWidth } from './metrics.js';

/** Words broken into lines of at most `width` px; a word that fills more than one, such as an address, breaks anywhere. */
export function wrap(text: string, width: number, size: number, bold = false): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size, bold) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else {
      let line = '';
      for (const character of word) {
        if (line && textWidth(line + character, size, bold) > width) {
          lines.push(line);
          line = '';
        }
        line += character;
      }
      lines.push(line);
    }
  }
  return lines;
}
