import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Dataset, Table } from '../data/table.js';
import { statusLine } from '../text/status.js';
import { tableModel, type TableModel } from '../text/table.js';
import { addLate } from '../text/messages.js';
import english from '../text/messages/en-late.js';
import type { Words } from '../text/words.js';

addLate(english);

interface Shown {
  /** What is listed; the dataset is what the caption speaks of. */
  readonly table: Table;
  readonly dataset: Dataset;
  readonly words: Words;
  readonly heading: string;
}

interface Order {
  readonly column: number;
  readonly descending: boolean;
}

/** What a reader did to a chart's table; kept as long as the chart shows the same table. */
interface Memory {
  readonly of: Table;
  readonly words: Words;
  readonly model: TableModel;
  order: Order | null;
  rows: Uint32Array;
  /** First row in view, for tables too long to hold whole. */
  from: number;
}

const memories = new WeakMap<LitElement, Memory>();
const WHOLE = 1000;
const WINDOW = 120;
const ROW = 29;

/** What the chart shows as a table: sortable by every column; past 1,000 rows only those near the view are in the document. */
export function tableTemplate({ table, dataset, words, heading }: Shown, host: LitElement): TemplateResult {
  let memory = memories.get(host);
  if (memory?.of !== table || memory.words !== words) {
    const model = tableModel(table, words);
    memories.set(host, (memory = { of: table, words, model, order: null, rows: Uint32Array.from({ length: model.length }, (_, row) => row), from: 0 }));
  }
  const { model, order, rows } = memory;
  const now = memory;
  const whole = rows.length <= WHOLE;
  const from = whole ? 0 : now.from;
  const to = whole ? rows.length : Math.min(rows.length, from + WINDOW);
  const sort = (column: number): void => {
    const descending = now.order?.column === column ? !now.order.descending : model.columns[column]?.numeric === true;
    now.order = { column, descending };
    const compare = model.columns[column]?.compare;
    if (compare) now.rows = now.rows.slice().sort((a, b) => (descending ? compare(b, a) : compare(a, b)) || a - b);
    host.requestUpdate();
  };
  const scroll = (event: Event): void => {
    if (whole || !(event.currentTarget instanceof Element)) return;
    const next = Math.max(0, Math.min(rows.length - WINDOW, Math.floor(event.currentTarget.scrollTop / ROW) - 40));
    if (Math.abs(next - now.from) < 20) return;
    now.from = next - (next % 2); // stripes, where a page has them, stay on their rows
    host.requestUpdate();
  };
  const { base } = dataset.provenance;
  return html`<div class="table" tabindex="0" role="region" aria-label=${words.say('tableOf', { title: heading })} @scroll=${scroll}>
      <table part="table" aria-rowcount=${whole ? nothing : rows.length + 1}>
        <caption>${heading}. ${statusLine(dataset, words)}.${base ? ` ${words.say('base')}: ${base}.` : nothing}</caption>
        <thead>
          <tr>
            ${model.columns.map(
              ({ title, numeric }, i) => html`<th scope="col" class=${numeric ? 'number' : ''} aria-sort=${order?.column === i ? (order.descending ? 'descending' : 'ascending') : 'none'}>
                <button type="button" title=${words.say('sortBy', { column: title })} @click=${() => sort(i)}>${title}</button>
              </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${from > 0 ? html`<tr class="pad" aria-hidden="true"><td colspan=${model.columns.length}><svg width="1" height=${from * ROW}></svg></td></tr>` : nothing}
          ${[...rows.subarray(from, to)].map((row, i) => html`<tr aria-rowindex=${whole ? nothing : from + i + 2}>${model.columns.map(({ text, numeric }, column) => (column === 0 ? html`<th scope="row">${text(row)}</th>` : html`<td class=${numeric ? 'number' : ''}>${text(row)}</td>`))}</tr>`)}
          ${to < rows.length ? html`<tr class="pad" aria-hidden="true"><td colspan=${model.columns.length}><svg width="1" height=${(rows.length - to) * ROW}></svg></td></tr>` : nothing}
        </tbody>
      </table>
    </div>`;
}
