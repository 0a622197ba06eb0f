import { html, type TemplateResult } from 'lit';
import { shownTable } from '../data/shown.js';
import { asShown, type Dataset } from '../data/table.js';
import type { Picture } from '../geometry/marks.js';
import { toCSV } from '../text/csv.js';
import { citationBeside, statusLine } from '../text/status.js';
import { sheet, type SheetText, type Theme } from '../text/svg.js';
import { addLate } from '../text/messages.js';
import english from '../text/messages/en-late.js';
import type { Words } from '../text/words.js';
import type { Figure } from './figure.js';
import { headingOf, subheadingOf, type Overrides } from './frame.js';

addLate(english);

/** A chart that is drawn, as a picture or a file is made from it. */
export interface Drawn {
  readonly figure: Figure;
  readonly dataset: Dataset;
  readonly words: Words;
  readonly overrides: Overrides;
  readonly picture: Picture;
}

export interface DownloadHost {
  readonly dataset: Dataset | null;
  readonly renderRoot: HTMLElement | DocumentFragment;
  toCSV(): Promise<string>;
  toSVG(): Promise<string>;
  toPNG(): Promise<Blob>;
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

export function downloadTemplate(host: DownloadHost, words: Words): TemplateResult {
  const name = (host.dataset?.name || 'chart').replace(/[^\w-]+/g, '-');
  const save_ = (blob: Blob, ending: string): void => save(host.renderRoot, blob, `${name}.${ending}`);
  const onCSV = (): void => void host.toCSV().then((text) => save_(new Blob([text], { type: 'text/csv;charset=utf-8' }), 'csv'));
  const onSVG = (): void => void host.toSVG().then((text) => save_(new Blob([text], { type: 'image/svg+xml' }), 'svg'));
  const onPNG = (): void => void host.toPNG().then((blob) => save_(blob, 'png'));
  return html`<div class="controls">
    <button type="button" @click=${onCSV}>${words.say('downloadCSV')}</button><button type="button" @click=${onSVG}>${words.say('downloadSVG')}</button><button type="button" @click=${onPNG}>${words.say('downloadPNG')}</button>
  </div>`;
}
