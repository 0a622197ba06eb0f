import { html, nothing, type TemplateResult } from 'lit';
import { EmptyTable } from '../data/channels.js';
import { DataError } from '../data/errors.js';
import type { Dataset } from '../data/table.js';
import type { Words } from '../text/words.js';
import type { ChartElement, ChartView, Outcome } from './chart.js';
import type { Desk } from './desk.js';
import type { Drawing } from './drawing.js';
import type { Figure } from './figure.js';
import type { Late } from './late.js';

export { asShown } from '../data/table.js';
export { Words } from '../text/words.js';
export { captionTemplate, legendTemplate } from './caption.js';
export { drawnStyles } from './drawn-styles.js';
export { paintMarks } from './marks.js';
export { rowOf } from '../data/row.js';

/** The library that plays is silent on telephones and tablets. */
const hasSound = !/Android|webOS|iP(hone|ad|od)/i.test(globalThis.navigator?.userAgent ?? 'Android');

/** What draws patterns, once a reader of the page asked for them. */
const textures: Partial<typeof import('../geometry/textures.js')> = {};

/** What every chart with data needs, whichever it is: it comes beside the first dataset. */
export type Drawn = typeof import('./drawn.js');

/** What becomes of a dataset. */
export function outcomeOf<Chart extends ChartElement>(chart: Chart, drawing: Drawing<Chart>, dataset: Dataset, words: Words): Outcome {
  try {
    const figure = drawing.figure(chart, dataset, words);
    const { textured } = textures;
    return { state: 'ready', dataset, figure: textured && chart.patterned ? { ...figure, picture: (size) => textured(figure.picture(size)) } : figure, error: null };
  } catch (reason) {
    if (reason instanceof EmptyTable) return { state: 'empty', dataset, figure: null, error: null };
    if (reason instanceof DataError) return { state: 'error', dataset, figure: null, error: reason };
    throw reason;
  }
}

/** The plot's frame: the picture is painted into its svg, the slider is the way over its points. */
export function plotTemplate(figure: Figure, label: string, desk: Desk | null): TemplateResult {
  const place = desk?.active.stop ?? desk?.active.place ?? { index: 0, series: 0 };
  const [position, count] = figure.length > 1 ? [place.index, figure.length] : [place.series, figure.series];
  return html`<svg part="svg" aria-hidden="true">${desk?.mark() ?? nothing}</svg>
    <div class="stage"></div>
    <input class="walk" type="range" min="0" max=${count - 1} .value=${String(position)} aria-label=${label} aria-valuetext=${figure.point(place).spoken} aria-describedby=${desk ? 'kind summary help' : 'kind summary'} />
    <div class="ring"></div>
    <span class="quiet" id="kind">${figure.kind}</span>
    ${desk?.details() ?? nothing}`;
}

/** The reader's choices: those of the chart's own, then view, files, description. */
export function controlsTemplate<Chart extends ChartElement>(chart: Chart, drawing: Drawing<Chart>, { fills = 0 }: Figure, dataset: Dataset, words: Words, late: Late | null, play: () => void): TemplateResult {
  const show = (name: ChartView): void => {
    if (name === chart.view) return;
    chart.view = name;
    chart.changed('view', name);
  };
  const view = (name: ChartView): TemplateResult => html`<button type="button" aria-pressed=${chart.view === name} @click=${() => show(name)}>${words.say(name)}</button>`;
  const pattern = (): void => {
    // a page that is offline by now goes without
    void import('../geometry/textures.js').then((parts) => {
      Object.assign(textures, parts);
      chart.patterned = !chart.patterned;
    }, () => undefined);
  };
  const panel = (name: 'download' | 'about'): TemplateResult => html`<button type="button" aria-expanded=${chart.open === name} aria-controls="panel" @click=${() => (chart.open = chart.open === name ? '' : name)}>${words.say(name)}</button>`;
  return html`${drawing.controls?.(chart, words) ?? nothing}
    <div class="controls" part="controls">${view('chart')}${view('table')}${fills > 1 ? html`<button type="button" aria-pressed=${Boolean(chart.patterned)} @click=${pattern}>${words.say('patterns')}</button>` : nothing}${panel('download')}${panel('about')}${hasSound ? html`<button type="button" @click=${play}>${words.say(chart.playing ? 'stopSound' : 'playSound')}</button>` : nothing}</div>
    <div class="panel" id="panel">${chart.open ? (late?.panelTemplate(chart.open, dataset, words, chart) ?? nothing) : nothing}</div>`;
}
