import { html, nothing, type TemplateResult } from 'lit';
import type { Dataset, Source } from '../data/table.js';
import type { LegendEntry } from '../geometry/marks.js';
import { variable } from '../geometry/paint.js';
import { statusLine } from '../text/status.js';
import type { Words } from '../text/words.js';

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
  return html`<ul class="legend" part="legend">
    ${entries.map(({ name, color }) => html`<li><svg class="swatch" aria-hidden="true"><rect width="100%" height="100%" fill=${variable(color)}></rect></svg>${name}</li>`)}
  </ul>`;
}

export const linkTemplate = ({ title, path }: Source): TemplateResult => (path ? html`<a href=${path} rel="noopener">${title || path}</a>` : html`${title}`);

/** Says who, as of when, how sure: one quiet line. The licence's required line stands for the sources where it names them. */
export function captionTemplate(overrides: Overrides, dataset: Dataset, words: Words, notices: readonly string[]): TemplateResult {
  const { sources, provenance } = dataset;
  const first = sources[0];
  return html`<figcaption part="caption">
    <span class="chip" part="status">${statusLine(dataset, words)}</span>${' '}<bdi part="note"><slot name="note">${overrides.note}</slot>${notices.map((notice) => ` ${notice}`)}</bdi>${' '}<bdi part="source"><slot name="source">${overrides.source || first ? html`${words.say('source')}: ${overrides.source || (first && linkTemplate(first))}.` : nothing}</slot></bdi>${' '}${provenance.citation.startsWith(first?.title ?? '-') ? nothing : html`<bdi part="citation">${provenance.citation}</bdi>`}
  </figcaption>`;
}

/** What stands in the plot where there is no figure: each outcome has its own sentence, a failure a way on. */
export function stateTemplate(state: 'idle' | 'loading' | 'empty' | 'error' | 'ready', error: Error | null, dataset: Dataset | null, words: Words, retry: (() => void) | null): TemplateResult {
  const source = dataset?.sources[0];
  if (!error) return html`<div class="state">${state === 'loading' || state === 'empty' ? html`<p>${words.say(state)}</p>` : nothing}</div>`;
  return html`<div class="state" part="error" role="alert">
    <p>${words.say('failed')} ${words.failure(error)}</p>
    ${retry ? html`<button type="button" @click=${retry}>${words.say('retry')}</button>` : nothing} ${source ? linkTemplate(source) : nothing}
  </div>`;
}
