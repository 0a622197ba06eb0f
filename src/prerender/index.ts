import { EmptyTable } from '../data/channels.js';
import { parseJSON } from '../data/text.js';
import { read } from '../data/read.js';
import type { Dataset, Source } from '../data/table.js';
import { safeAddress } from '../data/address.js';
import { attributes as attributesText } from '../text/svg.js';
import { loadMessages } from '../text/messages.js';
import { Words } from '../text/words.js';
import { headingOf } from '../view/frame.js';
import { CHARTS } from './charts.js';
import { HOLD, failedHTML, figureHTML, phraseHTML, type Reader } from './figure.js';
import { edited, readPage, type Page, type Place, type Span } from './page.js';
import { altText, plotSVG, png } from './picture.js';
import { sourceEdits } from './sources.js';
import { datasetAt, locate, type Site } from './source.js';
import { still, type Still } from './still.js';

export { still, type ChartClass, type Still } from './still.js';
export { cardSVG, png } from './picture.js';
export { CHARTS } from './charts.js';
export type { Reader } from './figure.js';

export interface PrerenderOptions extends Site {
  /** The page's own address on the web: relative links in feeds and mail start from it. */
  readonly base?: string;
  /** Who reads the result. `page` (default): figures inside the chart elements. `feed`, `mail`: in their place. */
  readonly for?: Reader;
  /** Pictures as files in place of inline SVG: the address of their folder, as the page writes it. */
  readonly images?: string;
  /** Kind of those files. Default `png` for feeds and mail, `svg` for pages. */
  readonly format?: 'svg' | 'png';
  /** Font files for PNG; default the system's fonts. */
  readonly fonts?: readonly string[];
}

/** Why a chart was not drawn, or not as it should be. */
export interface Problem {
  readonly tag: string;
  readonly line: number;
  readonly column: number;
  /** Address of its data, or ''. */
  readonly src: string;
  readonly message: string;
}

export interface Prerendered {
  readonly html: string;
  readonly problems: readonly Problem[];
  /** Pictures to be written into the folder of `images`, by file name. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

type Edit = Span & { readonly text: string };

/** What a chart becomes: its figure, and the same where a page may hold only phrases. */
interface Outcome {
  readonly figure: string;
  readonly phrase: string;
  readonly sources: readonly Source[];
}

/**
 * The page with every chart's figure written into it as light-DOM children, and one style element at the end of its head
 * (where it writes one out) that keeps it from moving, and its source list completed; the rest of the text stays byte for byte.
 * A second run replaces what the first wrote. A chart that cannot be drawn gets a sentence that names its source, and a
 * problem; nothing is thrown for it.
 */
export async function prerender(html: string, options: PrerenderOptions = {}): Promise<Prerendered> {
  const page = readPage(html);
  const reader = options.for ?? 'page';
  const problems: Problem[] = [];
  const files = new Map<string, string | Uint8Array>();
  const outcomes = new Map<Place, Outcome>();
  const complain = (place: Place, message: string): void => void problems.push({ tag: place.tag, line: place.line, column: place.column, src: addressIn(place).src, message });
  const charts = page.charts.filter(({ nested }) => !nested);
  for (const place of page.lost) problems.push({ ...place, src: '', message: 'is not read as an element: the page ends inside a tag, a comment or a text that is not closed.' });
  for (const place of charts) {
    if (!place.closed) complain(place, `has no end tag, so it holds what follows it: write </${place.tag}> (a slash in the start tag does not close it).`);
    outcomes.set(place, await outcomeOf(place, page, options, files, (message) => complain(place, message)));
  }
  for (const { language } of page.sources) await loadMessages(language || 'en');
  const sources = new Map(charts.map((place) => [place, outcomes.get(place)?.sources ?? []]));
  const lists = sourceEdits(page, sources, reader, options.base ?? '');
  const write = (phrases: ReadonlySet<number>): string =>
    edited(html, [
      ...charts.flatMap((place, i) => placed(place, outcomes.get(place)?.[phrases.has(i) ? 'phrase' : 'figure'] ?? '', reader)),
      ...lists,
      ...(reader === 'page' ? (page.style && charts.length ? [{ ...page.style, text: HOLD }] : []) : absolute(page, [...charts, ...lists], options.base ?? '')),
    ]);
  const first = write(new Set());
  if (reader !== 'page') return { html: first, problems, files };
  // a figure ends an open paragraph and with it the chart: such a chart gets words and picture only
  const after = readPage(first).charts.filter(({ nested }) => !nested);
  const outside = new Set(charts.flatMap((place, i) => ((after[i]?.generated.length ?? 0) === 1 || (place.nested && !place.closed) ? [] : [i])));
  for (const i of outside) {
    const place = charts[i];
    if (place?.closed) complain(place, 'stands where no figure may, inside a paragraph say: it got words and picture without the table. Move it out.');
  }
  return { html: outside.size ? write(outside) : first, problems, files };
}

/** The address of a chart's data: its first line, and whether more follows, as where its quote was left open. */
function addressIn({ attributes }: Place): { readonly src: string; readonly goesOn: boolean } {
  const [src = '', ...more] = (attributes.src ?? '').trim().split(/\s*[\n\r]/);
  return { src, goesOn: more.length > 0 };
}

/** Edits that put a chart's content in its place. */
function placed(place: Place, content: string, reader: Reader): readonly Edit[] {
  if (reader !== 'page') return [{ start: place.start, end: place.end, text: content }];
  const [first, ...others] = place.generated;
  if (first) return [{ ...first, text: content }, ...others.map((span) => ({ ...span, text: '' }))];
  return [{ start: place.inner, end: place.inner, text: `\n${content}\n` }];
}

/** Links and pictures of the rest of the page with their whole address. */
function absolute({ addresses }: Page, replaced: readonly Span[], base: string): readonly Edit[] {
  if (!base) return [];
  return addresses
    .filter(({ start, value }) => value && !value.startsWith('#') && URL.canParse(value, base) && !replaced.some((part) => start >= part.start && start < part.end))
    .map(({ name, value, start, end }) => ({ start, end, text: attributesText({ [name]: new URL(value, base).href }).trim() }));
}

async function outcomeOf(place: Place, page: Page, options: PrerenderOptions, files: Map<string, string | Uint8Array>, complain: (message: string) => void): Promise<Outcome> {
  const { tag, attributes, slots, script } = place;
  const { integrity = '', crossorigin = '' } = attributes;
  const { src, goesOn } = addressIn(place);
  const reader = options.for ?? 'page';
  const base = reader === 'page' ? '' : (options.base ?? '');
  let raw: unknown;
  try {
    if (place.near) throw new Error(`is no chart of this package; perhaps <${place.near}> was meant.`);
    const Chart = CHARTS.get(tag);
    if (!Chart) throw new Error('is no chart of this package.'); // cannot be: readPage finds charts only
    const load = (resource: string): Dataset | Promise<Dataset> => {
      if (script !== null) return read((raw = parseJSON(script)), resource);
      if (!src) throw new Error('has neither a src nor a dataset inside it: what a script gives it at run time cannot be read here.');
      if (goesOn) throw new Error('has a line break in its src: a quote is missing.');
      const url = locate(src, options, page.base);
      if (!url) throw new Error(`the address of its data is not one of http, https or a file beside the page: ${src}`);
      return datasetAt(url, { resource, integrity, crossorigin }, (value) => (raw = value));
    };
    const drawn = await still(Chart, attributes, load, place.language || 'en');
    const title = slots.heading ?? headingOf(drawn.chart, drawn.dataset);
    const picture = await pictureOf(drawn, title, place, options, files);
    return { figure: figureHTML(drawn, { reader, picture, base, slots, rtl: place.rtl }), phrase: phraseHTML(drawn, picture), sources: drawn.dataset.sources };
  } catch (error) {
    const locale = attributes.locale || place.language || 'en';
    await loadMessages(locale);
    const words = new Words(locale, 'UTC');
    const empty = error instanceof EmptyTable;
    if (!empty) complain(error instanceof Error ? error.message : String(error));
    const given = { heading: slots.heading ?? attributes.heading ?? titleIn(raw), source: sourceIn(attributes.source ?? slots.source, raw), address: src, base, reason: words.say(empty ? 'empty' : 'failed') };
    return { figure: failedHTML(words, given), phrase: failedHTML(words, { ...given, phrase: true }), sources: given.source ? [given.source] : [] };
  }
}

async function pictureOf(drawn: Still, title: string, place: Place, options: PrerenderOptions, files: Map<string, string | Uint8Array>): Promise<string> {
  const { images, base = '' } = options;
  const reader = options.for ?? 'page';
  if (images === undefined) return reader === 'page' ? plotSVG(drawn, title, { rtl: place.rtl }).text : '';
  const format = options.format ?? (reader === 'page' ? 'svg' : 'png');
  const svg = plotSVG(drawn, title, { theme: 'light', rtl: place.rtl });
  let name = (place.attributes.id ?? '').replace(/[^\w-]+/g, '-') || place.tag;
  for (let i = 2; files.has(`${name}.${format}`); i++) name = `${name.replace(/-\d+$/, '')}-${i}`;
  files.set(`${name}.${format}`, format === 'svg' ? `${svg.text}\n` : await png(svg.text, svg.width * 2, options.fonts));
  const relative = `${images && !images.endsWith('/') ? `${images}/` : images}${name}.${format}`;
  const address = reader !== 'page' && base ? new URL(relative, base).href : relative;
  return `<img${attributesText({ src: address, alt: altText(drawn), width: svg.width, height: svg.height, style: 'max-width:100%;height:auto' })}>`;
}

const field = (value: unknown, key: string | number): unknown => (typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined);
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Title of a dataset that may be broken anywhere. */
const titleIn = (raw: unknown): string => textIn(field(raw, 'title'));

function sourceIn(given: string | undefined, raw: unknown): Source | null {
  if (given) return { title: given, path: '' };
  const first = field(field(raw, 'sources'), 0);
  const title = textIn(first) || textIn(field(first, 'title'));
  return title ? { title, path: safeAddress(textIn(field(first, 'path'))) } : null;
}
