import { PALETTE, hex, hexOf } from '../geometry/paint.js';
import { fitText } from '../geometry/metrics.js';
import { wrap } from '../geometry/wrap.js';
import { FONT, attributes, directionOf, escapeXML, legendText, lineOf, marksText, type Painter, type Theme } from '../text/svg.js';
import { sheetText } from '../view/download.js';
import type { Still } from './still.js';

/** Width that pictures in a page are drawn for, CSS px, with text large enough to bear being shrunk to a phone's. */
export const WIDTH = 640;
const EM = 18;

/**
 * Colours for a ground that nobody knows: words and axes take the page's ink, since no colour keeps 4.5:1 on white and on
 * dark; areas and lines take each palette colour's light tone, moved into the lightness that keeps 3:1 on both.
 */
export const onAnyGround: Painter = (color, use) => {
  if (color === 'none') return color;
  if (color === 'ink' || color === 'muted' || color === 'base') return 'currentColor';
  if (color === 'grid') return '#80808050';
  if (color === 'surface') return use === 'halo' ? 'none' : '#ffffff';
  if (use === 'text') return 'currentColor';
  const [lightness, chroma, hue] = PALETTE[color].light;
  return hexOf([Math.min(0.65, Math.max(0.52, lightness)), chroma, hue]);
};

/** What a picture says to who does not see it. */
export const altText = (still: Still): string => [still.figure.kind, still.figure.summary].filter(Boolean).join(' ');

/**
 * The plot and its legend as one SVG, words around it left to the page. With a theme it has that theme's ground; without,
 * none: presentation attributes only, no style, class, id, script or reference.
 */
export function plotSVG(still: Still, title: string, { theme, rtl }: { readonly theme?: Theme; readonly rtl?: boolean } = {}): { readonly text: string; readonly width: number; readonly height: number } {
  const picture = still.picture({ width: WIDTH, height: still.height(WIDTH), em: EM, rtl });
  const paint = theme ?? onAnyGround;
  const padding = theme ? 12 : 0;
  const legend = legendText(picture, padding, paint);
  const width = WIDTH + 2 * padding;
  const height = Math.ceil(legend.bottom + picture.size.height + padding);
  const size = theme ? { xmlns: 'http://www.w3.org/2000/svg', width, height } : { width: '100%', style: `max-width:${width}px;height:auto` };
  const text = [
    `<svg${attributes({ ...size, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': altText(still), 'font-family': FONT, 'stroke-linejoin': 'round', ...directionOf(picture) })}>`,
    `<title>${escapeXML(title)}</title>`,
    ...(theme ? [`<rect width="100%" height="100%" fill="${hex('surface', theme)}"/>`] : []),
    ...(legend.text ? [`<g transform="translate(${padding} 0)">\n${legend.text}\n</g>`] : []),
    `<g transform="translate(${padding} ${legend.bottom})">`,
    marksText(picture, paint),
    '</g>',
    '</svg>',
  ].join('\n');
  return { text, width, height };
}

/** The chart as a card of 1200 × 630 px for links in social networks: heading, plot, status and source, large. */
export function cardSVG(still: Still, theme: Theme = 'light'): string {
  const [width, height, padding] = [1200, 630, 56];
  const room = width - 2 * padding;
  const text = sheetText({ figure: still.figure, dataset: still.dataset, words: still.words, overrides: still.chart, picture: still.picture({ width: room, height: 300 }) });
  const { rtl } = still.picture({ width: room, height: 300 }).size;
  const named = still.words.say('sourceLine', { source: still.chart.source || (still.dataset.sources[0]?.title ?? '') });
  const parts: string[] = [];
  let y = padding - 12;
  const write = (line: string, size: number, color: 'ink' | 'muted', bold = false): void => {
    y += size * 1.25;
    parts.push(`<text${attributes({ ...lineOf(line, rtl, padding, width - padding), y: y - size * 0.25, 'font-size': size, 'font-weight': bold ? 700 : undefined, fill: hex(color, theme) })}>${escapeXML(fitText(line, room, size, bold))}</text>`);
  };
  const heading = wrap(text.heading, room, 44, true);
  heading.slice(0, 2).forEach((line, i) => write(i === 1 ? heading.slice(1).join(' ') : line, 44, 'ink', true));
  if (text.subheading) write(text.subheading, 26, 'muted');
  const end = height - padding + 8;
  const said = [text.status, ...text.lines.filter((line) => line === named), ...text.lines.filter((line) => line !== named)].join(' · ');
  const source = wrap(said, room, 22);
  const shown = Math.min(2, source.length);
  const floor = end - shown * 29 - 14;
  // a chart of rows leaves room: what it shows, in words, takes it
  const spare = floor - y - still.height(WIDTH) * (28 / 16);
  if (spare > 140) {
    y += 12;
    for (const line of wrap(text.summary, room, 34).slice(0, Math.floor(spare / 60))) write(line, 34, 'ink');
  }
  const top = y + (spare > 140 ? 40 : 16);
  // the legend's height is known only of a picture: two tries
  const first = still.picture({ width: room, height: floor - top, em: 28 });
  const taken = legendText(first, 0, theme).bottom;
  const picture = taken > 0 ? still.picture({ width: room, height: floor - top - taken, em: 28 }) : first;
  const legend = legendText(picture, 0, theme);
  parts.push(`<g transform="translate(${padding} ${top})">\n${legend.text}\n<g transform="translate(0 ${legend.bottom})">\n${marksText(picture, theme)}\n</g>\n</g>`);
  y = floor + 8;
  for (const line of shown < source.length ? [source[0] ?? '', source.slice(1).join(' ')] : source) write(line, 22, 'muted');
  return `<svg xmlns="http://www.w3.org/2000/svg"${attributes({ width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': FONT, role: 'img', 'aria-label': text.heading, 'xml:lang': text.locale, ...directionOf(picture) })}>
<title>${escapeXML(text.heading)}</title>
<desc>${escapeXML(text.summary)}</desc>
<rect width="100%" height="100%" fill="${hex('surface', theme)}"/>
${parts.join('\n')}
</svg>
`;
}

/** The SVG as a PNG of `width` pixels. Rejects where @resvg/resvg-js is not installed, or no font is there for the words. */
export async function png(svg: string, width: number, fonts: readonly string[] = []): Promise<Uint8Array> {
  let resvg: typeof import('@resvg/resvg-js');
  try {
    resvg = await import('@resvg/resvg-js');
  } catch {
    throw new Error('PNG needs the package @resvg/resvg-js: run npm install @resvg/resvg-js, or take SVG.');
  }
  // resvg knows neither attribute: isolates take their place, which a picture of pixels may hold
  const laid = svg
    .replace(/ direction="rtl" unicode-bidi="embed"([^>]*)>([^<]*)/g, ' text-anchor="end"$1>\u2067$2\u2069')
    .replace(/ unicode-bidi="plaintext"([^>]*)>([^<]*)/g, '$1>\u2068$2\u2069');
  const font = { loadSystemFonts: fonts.length === 0, fontFiles: [...fonts], defaultFontFamily: 'Liberation Sans', sansSerifFamily: 'Liberation Sans' };
  const probe = new resvg.Resvg(`<svg xmlns="http://www.w3.org/2000/svg" font-family="${FONT}"><text y="9">0</text></svg>`, { font });
  // without any font resvg leaves the words out and says nothing
  if (!probe.getBBox()) throw new Error('PNG needs a font for its words: install Liberation Sans, DejaVu Sans or Arial, or name a font file by --font FILE.');
  return new resvg.Resvg(laid, { font, fitTo: { mode: 'width', value: width } }).render().asPng();
}
