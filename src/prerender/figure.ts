import { shownTable } from '../data/shown.js';
import { asShown, type Source, type Table } from '../data/table.js';
import { safeAddress } from '../data/address.js';
import { citationBeside, statusLine } from '../text/status.js';
import { escapeXML } from '../text/svg.js';
import { tableModel } from '../text/table.js';
import type { Words } from '../text/words.js';
import { headingOf, subheadingOf } from '../view/frame.js';
import type { Still } from './still.js';

/** Marks what prerender wrote, so that the next run replaces it and nothing else. */
export const MARK = 'data-prerendered';

/** Where the figure will be read. */
export type Reader = 'page' | 'feed' | 'mail';

export interface FigureWish {
  readonly reader: Reader;
  /** The picture: an `<svg>` or an `<img>`, or '' for none. */
  readonly picture: string;
  /** Address that relative links start from, or ''. */
  readonly base: string;
  /** Words an author put in slots of these names: they stand beside the figure in a page, inside it elsewhere. */
  readonly slots: Readonly<Record<string, string>>;
  /** Whether the words run from right to left. */
  readonly rtl: boolean;
}

/**
 * Keeps the page from moving when scripts put the charts in their figures' place: until then a figure has the height that
 * the chart reserves (view/styles), and scrolls. It takes effect only where scripts run, on a screen.
 */
export const HOLD = `<style ${MARK}>@media screen and (scripting:enabled){figure[${MARK}=""]{box-sizing:border-box;block-size:calc(var(--wide) + 10.5em);margin-block:1.5em;overflow:auto}:defined>figure[${MARK}=""]{margin-block:0}:state(error)>figure[${MARK}=""]{block-size:auto}@media (max-width:32em){figure[${MARK}=""]{block-size:calc(var(--narrow) + 18em)}}}</style>`;

const ALL_ROWS = 120;
const SOME_ROWS = 60;

const esc = escapeXML;
const paragraph = (text: string, style = ''): string => (text ? `<p${style && ` style="${style}"`}>${text}</p>\n` : '');

/** A sentence that ends as one. */
const ended = (text: string): string => (!text || /[.!?…。]$/.test(text) ? text : `${text}.`);

const link = ({ title, path }: Source, base: string): string => {
  const address = path && (base ? safeAddress(new URL(path, base).href) : path);
  return address ? `<a href="${esc(address)}">${esc(title || path)}</a>` : esc(title);
};

/** Which rows a compact table shows: all of them, or those of evenly chosen stops with the first and the last, and what is laid over. */
function chosenRows({ figure }: Still, table: Table): readonly number[] {
  if (table.length <= ALL_ROWS) return Array.from({ length: table.length }, (_, row) => row);
  const count = Math.min(figure.length, Math.max(2, Math.floor(SOME_ROWS / Math.max(1, figure.series))));
  const rows = new Set<number>();
  for (let i = 0; i < count; i++) {
    const index = Math.round((i * (figure.length - 1)) / Math.max(1, count - 1));
    for (let series = 0; series < figure.series; series++) rows.add(figure.row({ index, series }));
  }
  rows.delete(-1);
  for (let row = table.length - (figure.over?.rows.length ?? 0); row < table.length; row++) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}

function tableHTML(still: Still, reader: Reader, rtl: boolean): string {
  // said by side: a heading cell is centred where its table says "start", which is what it inherits anyway
  const start = rtl ? 'right' : 'left';
  const { words, figure, dataset } = still;
  const table = shownTable(figure, dataset, words.say('base'));
  const model = tableModel(table, words);
  const rows = chosenRows(still, table);
  const part = rows.length < model.length ? ` ${words.say('someRows', { n: words.number(rows.length), total: words.number(model.length) })}` : '';
  const mail = reader === 'mail';
  const style = mail ? `border-collapse:collapse;font-size:14px;text-align:${start}` : `border-spacing:1em .15em;margin:.5em -1em;font-size:.875em;font-variant-numeric:tabular-nums;text-align:${start}`;
  const cell = mail ? ` style="padding:2px 12px 2px 0;text-align:${start};font-weight:normal"` : '';
  const number = mail ? ' style="padding:2px 12px 2px 0;text-align:right;font-weight:normal"' : '';
  // white space between cells keeps their texts apart where a client drops the tags
  const line = (cells: readonly string[]): string => `<tr>${cells.join(' ')}</tr>`;
  return `<table style="${style}">
<caption style="text-align:${start}${mail ? '' : ';padding-inline:1.15em'}">${esc(figure.kind)}${part}</caption>
<thead>
${line(model.columns.map(({ title, numeric }) => `<th scope="col"${numeric ? number : cell}>${esc(title)}</th>`))}
</thead>
<tbody>
${rows.map((row) => line(model.columns.map((each, column) => (column === 0 ? `<th scope="row"${cell}>${esc(each.text(row))}</th>` : `<td${each.numeric ? number : cell}>${esc(each.text(row))}</td>`)))).join('\n')}
</tbody>
</table>
`;
}

/** Status, date, base, source and what the data does not show, each ended as a sentence. */
function captionHTML(still: Still, { slots, base, reader }: FigureWish): string {
  const { chart, dataset, figure, words } = still;
  const { provenance, sources } = dataset;
  const named = (key: 'base' | 'caveats' | 'asOfName', text: string): string => (text ? `${words.say(key)}: ${ended(text)}` : '');
  const slotted = (name: string): string => (reader === 'page' ? '' : (slots[name] ?? ''));
  const own = (name: 'note' | 'source'): string => slotted(name) || (slots[name] ? '' : chart[name]);
  const source = own('source') ? esc(own('source')) : slots.source ? '' : sources.map((each) => link(each, base)).join('; ');
  const lines = [
    esc([ended(statusLine(asShown(figure, dataset), words)), ended(own('note')), ...figure.notices, named('asOfName', provenance.asOf), named('base', provenance.base)].filter(Boolean).join(' ')),
    [source && `${words.say('source')}: ${ended(source)}`, esc(citationBeside(dataset, own('source')))].filter(Boolean).join(' '),
    esc(named('caveats', provenance.caveats.map(ended).join(' '))),
  ];
  return `<figcaption>\n${lines.map((line) => paragraph(line)).join('')}</figcaption>\n`;
}

const opening = (words: Words, state = '', style = ''): string => `<figure ${MARK}="${state}" lang="${esc(words.locale)}" style="margin-inline:0${style}">\n`;

/** The chart for readers without script: heading, what it shows, picture, values, status and source, in this order. */
export function figureHTML(still: Still, wish: FigureWish): string {
  const { chart, dataset, figure, words } = still;
  const { slots, reader, picture, rtl } = wish;
  const shown = (name: 'heading' | 'subheading', text: string): string => esc(slots[name] === undefined ? text : reader === 'page' ? '' : slots[name]);
  const heading = shown('heading', headingOf(chart, dataset));
  return [
    opening(words, '', reader === 'page' ? `;--wide:${still.height(680)}px;--narrow:${still.height(400)}px` : ''),
    paragraph([heading && `<strong>${heading}</strong>`, shown('subheading', subheadingOf(chart, dataset))].filter(Boolean).join('<br>\n')),
    paragraph(esc(figure.summary)),
    picture && `${picture}\n`,
    tableHTML(still, reader, rtl),
    captionHTML(still, wish),
    '</figure>',
  ].filter(Boolean).join('');
}

/** The same in words and picture only, for places where a page may hold no figure: inside a paragraph. */
export function phraseHTML(still: Still, picture: string): string {
  const { chart, dataset, figure, words } = still;
  const source = chart.source || dataset.sources[0]?.title || '';
  const said = [headingOf(chart, dataset), subheadingOf(chart, dataset), figure.summary, statusLine(asShown(figure, dataset), words), source && `${words.say('source')}: ${source}`];
  return `<span ${MARK}="" lang="${esc(words.locale)}"><strong>${esc(ended(said[0] ?? ''))}</strong> ${esc(said.slice(1).filter(Boolean).map((text) => ended(text ?? '')).join(' '))} ${picture}</span>`;
}

/** What stands in for a chart that could not be drawn: its heading, that it is missing, and where its data is from. */
export function failedHTML(words: Words, { heading, source, address, base, reason, phrase = false }: { readonly heading: string; readonly source: Source | null; readonly address: string; readonly base: string; readonly reason: string; readonly phrase?: boolean }): string {
  const named = source ?? (address ? { title: address, path: safeAddress(address) } : null);
  const text = `${heading ? `<strong>${esc(ended(heading))}</strong> ` : ''}${esc(reason)}${named ? ` ${words.say('source')}: ${ended(link(named, base))}` : ''}`;
  return phrase ? `<span ${MARK}="failed" lang="${esc(words.locale)}">${text}</span>` : `${opening(words, 'failed')}${paragraph(text)}</figure>`;
}

