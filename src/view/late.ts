import type { LitElement, TemplateResult } from 'lit';
import { shownTable } from '../data/shown.js';
import { asShown, type Dataset } from '../data/table.js';
import type { Words } from '../text/words.js';
import { aboutTemplate } from './about.js';
import { addSheet } from './desk.js';
import type { ChartElement } from './chart.js';
import { downloadTemplate } from './download.js';
import type { Figure } from './figure.js';
import { tableTemplate as table } from './table.js';

export { csv, png, svgText } from './download.js';

/** What comes when a reader or a script asks for the table, a file or the dataset's description. */
export type Late = typeof import('./late.js');

export function tableTemplate(figure: Figure, dataset: Dataset, words: Words, heading: string, host: LitElement): TemplateResult {
  addSheet(host.renderRoot);
  return table({ table: shownTable(figure, dataset, words.say('base')), dataset: asShown(figure, dataset), words, heading }, host);
}

export function panelTemplate(name: 'about' | 'download', dataset: Dataset, words: Words, host: ChartElement): TemplateResult {
  addSheet(host.renderRoot);
  return name === 'about' ? aboutTemplate(dataset, words) : downloadTemplate(host, words);
}
