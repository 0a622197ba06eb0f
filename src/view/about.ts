import { html, nothing, type TemplateResult } from 'lit';
import type { Dataset } from '../data/table.js';
import { statusLine } from '../text/status.js';
import { addLate, type MessageKey } from '../text/messages.js';
import english from '../text/messages/en-late.js';
import type { Words } from '../text/words.js';
import { linkTemplate } from './frame.js';

addLate(english);

/** Method, base, what the data does not show, every source and licence, and what changed. */
export function aboutTemplate(dataset: Dataset, words: Words): TemplateResult {
  const { provenance, sources, licenses, revisions } = dataset;
  const entry = (key: MessageKey, value: unknown): TemplateResult | typeof nothing => (value ? html`<dt>${words.say(key)}</dt><dd>${value}</dd>` : nothing);
  const list = (items: readonly unknown[]): TemplateResult | typeof nothing => (items.length ? html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : nothing);
  return html`<dl class="about">
    ${entry('status', statusLine(dataset, words))} ${entry('asOfName', provenance.asOf)} ${entry('base', provenance.base)} ${entry('method', provenance.method)}
    ${provenance.caveats.length ? entry('caveats', list(provenance.caveats)) : nothing} ${sources.length ? entry('source', list(sources.map(linkTemplate))) : nothing}
    ${licenses.length ? entry('license', list(licenses.map(linkTemplate))) : nothing} ${entry('version', dataset.version)}
    ${revisions.length ? entry('revisions', list(revisions.map(({ date, note }) => html`${date}: ${note}`))) : nothing}
  </dl>`;
}
