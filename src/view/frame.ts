import { html, nothing, type TemplateResult } from 'lit';
import type { Dataset, Source } from '../data/table.js';
import type { Voice } from '../text/voice.js';

/** Words of a chart that its attributes or slots may override. */
export interface Overrides {
  readonly heading: string;
  readonly subheading: string;
  readonly source: string;
  readonly note: string;
}

export const headingOf = (overrides: Overrides, dataset: Dataset | null): string => overrides.heading || dataset?.title || dataset?.table.title || '';
export const subheadingOf = (overrides: Overrides, dataset: Dataset | null): string => overrides.subheading || dataset?.description || '';

/** Heading and subheading are the page's words, `language` its language; the summary is ours. */
export function headerTemplate(overrides: Overrides, dataset: Dataset | null, summary: string, language: string): TemplateResult {
  const subheading = subheadingOf(overrides, dataset);
  return html`<div class="heading" id="heading" part="heading" lang=${language}><slot name="heading">${headingOf(overrides, dataset)}</slot></div>
    <p class="subheading" part="subheading" lang=${language}><slot name="subheading">${subheading}</slot></p>
    ${summary ? html`<p class="summary" id="summary">${summary}</p>` : nothing}`;
}

export const linkTemplate = ({ title, path }: Source): TemplateResult => (path ? html`<a href=${path} rel="noopener">${title || path}</a>` : html`${title}`);

/** What stands in the plot where there is no figure: each outcome has its own sentence, a failure a way on. */
export function stateTemplate(state: 'idle' | 'loading' | 'empty' | 'error' | 'ready', error: Error | null, dataset: Dataset | null, words: Voice, retry: (() => void) | null): TemplateResult {
  const source = dataset?.sources[0];
  // a node of its own: the heading that comes with the dataset would move what stood there before
  if (state === 'empty') return html`<div class="state"><p>${words.say(state)}</p></div>`;
  if (!error) return html`<div class="state">${state === 'loading' ? html`<p>${words.say(state)}</p>` : nothing}</div>`;
  return html`<div class="state" part="error" role="alert">
    <p>${words.say('failed')} ${words.failure(error)}</p>
    ${retry ? html`<button type="button" @click=${retry}>${words.say('retry')}</button>` : nothing} ${source ? linkTemplate(source) : nothing}
  </div>`;
}
