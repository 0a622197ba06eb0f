import { html, nothing, type TemplateResult } from 'lit';
import { available, isNumber } from '../data/channels.js';
import { shownTable } from '../data/shown.js';
import { asShown, columnOf, type Dataset } from '../data/table.js';
import type { Picture, Stop } from '../geometry/marks.js';
import { toCSV } from '../text/csv.js';
import { citationBeside, statusLine } from '../text/status.js';
import { sheet, type SheetText, type Theme } from '../text/svg.js';
import { addLate } from '../text/messages.js';
import english from '../text/messages/en-late.js';
import type { Words } from '../text/words.js';
import type { ChartElement } from './chart.js';
import { addressOf } from './deep-link.js';
import type { Figure } from './figure.js';
import { headingOf, subheadingOf, type Overrides } from './frame.js';
import { fieldsOf } from './linked.js';

addLate(english);

/** A chart that is drawn, as a picture or a file is made from it. */
export interface Drawn {
  readonly figure: Figure;
  readonly dataset: Dataset;
  readonly words: Words;
  readonly overrides: Overrides;
  readonly picture: Picture;
}

/** The rows that the chart shows, as CSV. */
export const csv = ({ figure, dataset, overrides, words }: Drawn): string => toCSV({ ...dataset, table: shownTable(figure, dataset, words.say('base')) }, headingOf(overrides, dataset));

/** What must stand in a picture besides its marks. */
export function sheetText({ figure, dataset, words, overrides }: Drawn): SheetText {
  const { provenance, sources } = dataset;
  const source = overrides.source || sources[0]?.title;
  const shown = asShown(figure, dataset);
  return {
    heading: headingOf(overrides, dataset),
    subheading: subheadingOf(overrides, dataset),
    summary: figure.summary,
    status: statusLine(shown, words),
    lines: [overrides.note, ...figure.notices, provenance.base && `${words.say('base')}: ${provenance.base}`, source ? words.say('sourceLine', { source }) : '', citationBeside(dataset, overrides.source)].filter(Boolean),
    locale: words.locale,
  };
}

export function svgText(drawn: Drawn, { width = 680, height, theme = 'light' }: { readonly width?: number; readonly height?: number; readonly theme?: Theme } = {}): string {
  return sheet(drawn.figure.picture({ width, height: height ?? drawn.picture.size.height, em: 16, rtl: drawn.picture.size.rtl }), sheetText(drawn), theme);
}

export async function png(drawn: Drawn, options: { readonly scale?: number; readonly width?: number; readonly theme?: Theme } = {}): Promise<Blob> {
  const scale = Math.min(8, Math.max(0.5, options.scale ?? 2));
  const text = svgText(drawn, options);
  const image = new Image();
  // a data address and not a blob's: nothing is left to release if the decoding fails
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser made no PNG of the chart.'))), 'image/png'));
}

function save(root: HTMLElement | DocumentFragment, blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.hidden = true;
  root.append(link); // Firefox follows only links that are in a document
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** The point that a reader looks at or looked at last; else the last one with a value. */
function pointOf({ points, shown }: ChartElement): Stop | null {
  const { figure } = shown ?? {};
  if (points?.stop ?? points?.last) return points.stop ?? points.last;
  for (let index = (figure?.length ?? 0) - 1; figure && index >= 0; index--) {
    for (let series = 0; series < figure.series; series++) if (!Number.isNaN(figure.value({ index, series }))) return { index, series };
  }
  return null;
}

/** A point for the clipboard, a line each: what, when and how much, its unit, status and date, source, address. */
export function valueText(chart: ChartElement, stop: Stop): string {
  const { shown } = chart;
  if (!shown) return '';
  const { figure, dataset, words } = shown;
  const { title, rows, note } = figure.point(stop);
  const { table, sources: [first], provenance: { asOf } } = asShown(figure, dataset);
  const { y = '' } = fieldsOf(chart);
  const unit = figure.unit ?? (columnOf(table, y) ?? available(table).find(isNumber))?.unit;
  // of several series only the one looked at
  const own = rows.filter(({ color, active }) => !color || active).map(({ name, value }) => words.say('listPair', { name, value }));
  const source = [chart.source || first?.title, chart.source ? '' : first?.path].filter(Boolean).join(' ');
  return [
    `${headingOf(chart, dataset)}${unit ? ` (${unit})` : ''}`,
    [title, words.line(own)].filter(Boolean).join(': '),
    [note && `${words.say('status')}: ${note}`, asOf && `${words.say('asOfName')}: ${asOf}`].filter(Boolean).join('. '),
    source && words.say('sourceLine', { source }),
    addressOf(chart, stop),
  ].filter(Boolean).join('\n');
}

/** Copies the text of the element; where the page may not, selects it. Resolves with what to say of it. */
async function copy(text: HTMLElement): Promise<'copied' | 'copySelected'> {
  try {
    await navigator.clipboard.writeText(text.textContent);
    return 'copied';
  } catch {
    getSelection()?.selectAllChildren(text);
    return 'copySelected';
  }
}

/** The chart as files, the value looked at as text, and everything that the dataset holds. */
export function downloadTemplate(chart: ChartElement, words: Words): TemplateResult {
  const name = (chart.dataset.name || 'chart').replace(/[^\w-]+/g, '-');
  const file = (blob: Blob, ending: string): void => save(chart.renderRoot, blob, `${name}.${ending}`);
  const onSVG = (): void => void chart.toSVG().then((text) => file(new Blob([text], { type: 'image/svg+xml' }), 'svg'));
  const onPNG = (): void => void chart.toPNG().then((blob) => file(blob, 'png'));
  const onCSV = (): void => void chart.toCSV().then((text) => file(new Blob([text], { type: 'text/csv;charset=utf-8' }), 'csv'));
  const onDataset = (): void => {
    const given = chart.data ?? chart.querySelector(':scope > script[type="application/json"]')?.textContent;
    file(new Blob([typeof given === 'string' ? given : JSON.stringify(given)], { type: 'application/json' }), 'json');
  };
  const stop = pointOf(chart);
  const onCopy = ({ currentTarget }: Event): void => {
    const panel = currentTarget instanceof Element ? currentTarget.closest('.files') : null;
    const [text, said] = [panel?.querySelector<HTMLElement>('.value'), panel?.querySelector('[role=status]')];
    if (text && said) void copy(text).then((how) => (said.textContent = words.say(how)));
  };
  const src = chart.data == null && chart.src;
  return html`<div class="files">
    <div class="controls">
      <button type="button" @click=${onSVG}>${words.say('downloadSVG')}</button><button type="button" @click=${onPNG}>${words.say('downloadPNG')}</button><button type="button" @click=${onCSV}>${words.say('downloadCSV')}</button>
      ${src ? html`<a class="button" href=${src} download>${words.say('downloadDataset')}</a>` : html`<button type="button" @click=${onDataset}>${words.say('downloadDataset')}</button>`}
    </div>
    ${stop ? html`<p class="value">${valueText(chart, stop)}</p><div class="controls"><button type="button" @click=${onCopy}>${words.say('copyValue')}</button> <span role="status"></span></div>` : nothing}
  </div>`;
}
