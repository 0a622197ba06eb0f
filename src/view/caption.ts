import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Dataset } from '../data/table.js';
import type { LegendEntry } from '../geometry/marks.js';
import { variable } from '../geometry/paint.js';
import { symbolPath } from '../geometry/symbols.js';
import { citationBeside, statusLine } from '../text/status.js';
import type { Words } from '../text/words.js';
import { linkTemplate, type Overrides } from './frame.js';

export function legendTemplate(entries: readonly LegendEntry[]): TemplateResult | typeof nothing {
  if (entries.length === 0) return nothing;
  return html`<ul class="legend" part="legend">
    ${entries.map(({ name, color, symbol, texture }) => html`<li>${texture && !symbol ? nothing : html`<svg class="swatch" viewBox="-18 -18 36 36" aria-hidden="true"><path d=${symbolPath(symbol)} fill=${variable(color)}></path></svg>`}${texture ? html`<svg class="swatch wide" viewBox="0 0 22 14" aria-hidden="true"><path d="M0,0H22V14H0Z" fill=${variable(color)}></path>${texture.map(({ d, dash, strokeWidth }) => svg`<path d=${d} stroke="var(--_surface)" stroke-dasharray=${dash ?? nothing} stroke-width=${strokeWidth ?? 1}></path>`)}</svg>` : nothing}${name}</li>`)}
  </ul>`;
}

/** Says who, as of when, how sure: one quiet line. */
export function captionTemplate(overrides: Overrides, dataset: Dataset, words: Words, notices: readonly string[]): TemplateResult {
  const first = dataset.sources[0];
  const cited = citationBeside(dataset, overrides.source);
  return html`<figcaption part="caption">
    <span class="chip" part="status">${statusLine(dataset, words)}</span>${' '}<bdi part="note"><slot name="note">${overrides.note}</slot>${notices.map((notice) => ` ${notice}`)}</bdi>${' '}<bdi part="source"><slot name="source">${overrides.source || first ? html`${words.say('source')}: ${overrides.source || (first && linkTemplate(first))}.` : nothing}</slot></bdi>${' '}${cited ? html`<bdi part="citation">${cited}</bdi>` : nothing}
  </figcaption>`;
}
