import { round, type Mark, type Picture } from '../geometry/marks.js';
import { hex, type Color } from '../geometry/paint.js';
import { textWidth } from '../geometry/metrics.js';
import { symbolMark } from '../geometry/symbols.js';
import { wrap } from '../geometry/wrap.js';

/** The words around a picture that stands alone. */
export interface SheetText {
  readonly heading: string;
  readonly subheading: string;
  readonly summary: string;
  readonly status: string;
  /** Base, notices, source: what must travel with the picture. */
  readonly lines: readonly string[];
  readonly locale: string;
}

export type Theme = 'light' | 'dark';

export const FONT = "Liberation Sans, Arial, Helvetica, 'Noto Sans', 'Noto Sans CJK SC', 'Noto Sans Arabic', sans-serif";

/** Text for XML, as a text node or between quotes: without what XML has no way to write, such as U+0000. */
export const escapeXML = (text: string): string => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Letters that are written from right to left. */
const BACKWARDS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * How a line of words stands in a picture, from `start` on, or back from `end` where words run from right to left: then
 * its attributes lay it out, for no control characters stand in its text.
 */
export function lineOf(words: string, rtl: boolean | undefined, start: number, end: number): Readonly<Record<string, string | number | undefined>> {
  if (!rtl) return { x: start };
  // English in such a picture keeps its own order
  return BACKWARDS.test(words) ? { x: end, direction: 'rtl', 'unicode-bidi': 'embed' } : { x: end, 'text-anchor': 'end' };
}

/** What a picture's outermost element says of direction: anchors are meant from left to right, whatever page it stands in. */
export const directionOf = ({ size: { rtl } }: Picture): { readonly direction: 'ltr' | undefined } => ({ direction: rtl ? 'ltr' : undefined });

/** A colour as a mark takes it, where the ground is not one of the themes'. */
export type Painter = (color: Color, use: 'fill' | 'stroke' | 'text' | 'halo') => string;

export function attributes(pairs: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(pairs).filter(([, value]) => value !== undefined).map(([name, value]) => ` ${name}="${typeof value === 'number' ? round(value) : escapeXML(value ?? '')}"`).join('');
}

function markText(mark: Mark, theme: Theme | Painter): string {
  const own = typeof theme === 'function';
  const color = (name: Color | undefined, use: Parameters<Painter>[1]): string | undefined => name && (own ? theme(name, use) : hex(name, theme));
  // in another's page a class would take that page's rules
  const style = { class: own ? undefined : mark.part, fill: color(mark.fill, mark.shape === 'text' ? 'text' : 'fill'), 'fill-opacity': mark.fillOpacity, stroke: color(mark.stroke, 'stroke'), 'stroke-width': mark.strokeWidth, 'stroke-dasharray': mark.dash, 'stroke-opacity': mark.strokeOpacity };
  switch (mark.shape) {
    case 'line':
      return `<line${attributes({ ...style, x1: mark.x1, y1: mark.y1, x2: mark.x2, y2: mark.y2 })}/>`;
    case 'rect':
      return `<rect${attributes({ ...style, x: mark.x, y: mark.y, width: mark.width, height: mark.height })}/>`;
    case 'circle':
      return `<circle${attributes({ ...style, cx: mark.cx, cy: mark.cy, r: mark.r })}/>`;
    case 'path':
      return `<path${attributes({ ...style, d: mark.d })}/>`;
    case 'text':
      return `<text${attributes({ ...style, x: mark.x, y: mark.y, 'text-anchor': mark.anchor, 'unicode-bidi': BACKWARDS.test(mark.text) ? 'plaintext' : undefined, 'font-size': mark.size, 'font-weight': mark.bold ? 600 : undefined, ...(mark.halo && { stroke: color(mark.halo, 'halo'), 'stroke-width': 5, 'paint-order': 'stroke' }) })}>${escapeXML(mark.text)}</text>`;
  }
}

/** The marks of a picture as SVG elements, a line each. */
export const marksText = (picture: Picture, theme: Theme | Painter): string => picture.marks.map((mark) => markText(mark, theme)).join('\n');

/** The legend's rows from `y` down, and where they end. */
export function legendText({ legend, size: { width, em, rtl } }: Picture, y: number, theme: Theme | Painter): { readonly text: string; readonly bottom: number } {
  if (legend.length === 0) return { text: '', bottom: y };
  const size = em * 0.84375;
  const color = (name: Color): string => (typeof theme === 'function' ? theme(name, 'fill') : hex(name, theme));
  const parts: string[] = [];
  let x = 0;
  y += size * 1.5;
  for (const { name, color: swatch, symbol, texture } of legend) {
    const pattern = texture ? 22 + size * 0.35 : 0;
    // a pattern takes the place of a plain key and stands beside a shape
    const lead = pattern && !symbol ? pattern : pattern + size * 1.1;
    const lines = wrap(name, width - lead, size);
    const room = Math.max(...lines.map((line) => textWidth(line, size))) + lead + size * 1.3;
    if (x > 0 && x + room > width) {
      x = 0;
      y += size * 1.4;
    }
    const along = (from: number, length = 0): number => (rtl ? width - from - length : from);
    const shape = symbol ? markText(symbolMark(symbol, along(x + size * 0.375), y - size * 0.375, size * 0.36, { part: 'legend', fill: swatch }), theme) : `<rect${attributes({ x: along(x, size * 0.75), y: y - size * 0.75, width: size * 0.75, height: size * 0.75, fill: color(swatch) })}/>`;
    const box = texture && `<g${attributes({ transform: `translate(${round(along(x + lead - pattern, 22))} ${round(y - size * 0.375 - 7)})` })}><rect${attributes({ width: 22, height: 14, fill: color(swatch) })}/>${texture.map((mark) => markText(mark, theme)).join('')}</g>`;
    const key = (texture && !symbol ? '' : shape) + (box ?? '');
    // a name of several lines has them to itself
    parts.push(key + lines.map((line, i) => `<text${attributes({ ...lineOf(name, rtl, along(x + lead), along(x + lead)), y: (y += i ? size * 1.25 : 0), 'font-size': size, fill: color('ink') })}>${escapeXML(line)}</text>`).join('\n'));
    x = lines.length > 1 ? width : x + room;
  }
  return { text: parts.join('\n'), bottom: y + 4 };
}

/**
 * A picture that stands alone: heading, legend, plot, status and source inside one SVG. `background` false leaves the
 * page's own showing. It holds no script, handler, style sheet or reference.
 */
export function sheet(picture: Picture, text: SheetText, theme: Theme, background = true): string {
  const padding = 16;
  const { width, em } = picture.size;
  const parts: string[] = [];
  let y = padding;
  const write = (words: string, size: number, color: Color, bold: boolean, gap: number): void => {
    for (const line of wrap(words, width, size, bold)) {
      y += size * 1.3;
      parts.push(`<text${attributes({ ...lineOf(words, picture.size.rtl, 0, width), y: y - size * 0.3, 'font-size': size, 'font-weight': bold ? 700 : undefined, fill: hex(color, theme) })}>${escapeXML(line)}</text>`);
    }
    y += gap;
  };
  if (text.heading) write(text.heading, em * 1.1875, 'ink', true, 2);
  if (text.subheading) write(text.subheading, em * 0.9, 'muted', false, 4);
  if (text.summary) write(text.summary, em * 0.875, 'ink', false, 4);
  const legend = legendText(picture, y, theme);
  parts.push(legend.text);
  y = legend.bottom;
  y += em * 0.5;
  parts.push(`<g transform="translate(0 ${round(y)})">\n${marksText(picture, theme)}\n</g>`);
  y += picture.size.height + em * 0.5;
  parts.push(`<line${attributes({ x1: 0, x2: width, y1: y, y2: y, stroke: hex('grid', theme) })}/>`);
  write([text.status, ...text.lines].filter(Boolean).join(' · '), Math.max(12, em * 0.8125), 'muted', false, 0);
  const height = Math.ceil(y + padding);
  const title = escapeXML(text.heading);
  return `<svg xmlns="http://www.w3.org/2000/svg"${attributes({ width: width + 2 * padding, height, viewBox: `0 0 ${width + 2 * padding} ${height}`, 'font-family': FONT, role: 'img', 'aria-label': text.heading, 'xml:lang': text.locale, ...directionOf(picture) })}>
<title>${title}</title>
<desc>${escapeXML(text.summary)}</desc>
${background ? `<rect width="100%" height="100%" fill="${hex('surface', theme)}"/>\n` : ''}<g transform="translate(${padding} 0)">
${parts.join('\n')}
</g>
</svg>
`;
}
