import { html, nothing, type TemplateResult } from 'lit';
import type { Dataset, Source } from '../data/table.js';
import type { LegendEntry } from '../geometry/marks.js';
import { variable } from '../geometry/paint.js';
import { statusLine } from '../text/status.js';
import type { Words } from '../text/words.js';
import { colored } from './colored.js';

/** Words of a chart that its attributes or slots may override. */
export interface Overrides {
  readonly heading: string;
  readonly subheading: string;
  readonly source: string;
  readonly note: string;
}

export const headingOf = (overrides: Overrides, dataset: Dataset | null): string => overrides.heading || dataset?.title || dataset?.table.title || '';
export const subheadingOf = (overrides: Overrides, dataset: Dataset | null): string => overrides.subheading || dataset?.description || '';

export function headerTemplate(overrides: Overrides, dataset: Dataset | null, summary: string): TemplateResult {
  const subheading = subheadingOf(overrides, dataset);
  return html`<div class="heading" id="heading" part="heading"><slot name="heading">${headingOf(overrides, dataset)}</slot></div>
    <p class="subheading" part="subheading"><slot name="subheading">${subheading}</slot></p>
    ${summary ? html`<p class="summary" id="summary">${summary}</p>` : nothing}`;
}

export function legendTemplate(entries: readonly LegendEntry[]): TemplateResult | typeof nothing {
  if (entries.length === 0) return nothing;
  return html`<ul class="legend words" part="legend">
    ${entries.map(({ name, color }) => html`<li><i ${colored(variable(color))}></i>${name}</li>`)}
  </ul>`;
}

export const linkTemplate = ({ title, path }: Source): TemplateResult => (path ? html`<a href=${path} rel="noopener">${title || path}</a>` : html`${title}`);

/** Says who, as of when, how sure: one quiet line. The licence's required line stands for the sources where it names them. */
export function captionTemplate(overrides: Overrides, dataset: Dataset, words: Words, notices: readonly string[]): TemplateResult {
  const { sources, provenance } = dataset;
  const shown = sources.slice(0, 1);
  return html`<p>
    <span class="chip" part="status">${statusLine(dataset, words)}</span>
    <span part="note"><slot name="note">${overrides.note}${overrides.note ? ' ' : ''}</slot>${notices.map((notice) => html`${notice} `)}</span>
    <span part="source"
      ><slot name="source"
        >${overrides.source ? words.say('sourceLine', { source: overrides.source }) : shown.map((source) => html`${words.say('source')}: ${linkTemplate(source)}. `)}</slot
      >${provenance.citation && html` ${provenance.citation}`}</span
    >
  </p>`;
}
