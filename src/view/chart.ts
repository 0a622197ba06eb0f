import { LitElement, html, nothing, svg, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ActiveController } from '../controllers/active.js';
import { DataController } from '../controllers/data.js';
import { SizeController } from '../controllers/size.js';
import { DataError } from '../data/errors.js';
import { EmptyTable } from '../data/series.js';
import type { Dataset } from '../data/table.js';
import { parseDate, parseMonth } from '../data/dates.js';
import type { Picture, Stop } from '../geometry/marks.js';
import { loadMessages } from '../text/messages.js';
import { Words } from '../text/words.js';
import type { Figure } from './figure.js';
import { captionTemplate, headerTemplate, headingOf, legendTemplate, linkTemplate, type Overrides } from './frame.js';
import { markTemplate } from './marks.js';
import { chartStyles } from './styles.js';
import { tooltipPlace, tooltipTemplate } from './tooltip.js';

export type ChartState = 'idle' | 'loading' | 'ready' | 'empty' | 'error';
export type ChartView = 'chart' | 'table';

/** A point's row as an object: field names and values as in the table, `status` included. */
export type Row = Readonly<Record<string, string | number | null>>;

type Outcome = { readonly state: 'ready'; readonly dataset: Dataset; readonly figure: Figure } | { readonly state: 'error'; readonly error: Error; readonly dataset: Dataset | null } | { readonly state: 'idle' | 'loading' | 'empty'; readonly dataset: Dataset | null };

/** What few readers ask for comes when they ask. */
const lateTable = (): Promise<typeof import('./table.js')> => import('./table.js');
const lateDownload = (): Promise<typeof import('./download.js')> => import('./download.js');
const lateAbout = (): Promise<typeof import('./about.js')> => import('./about.js');

const text = { type: String } as const;
const number = { type: Number } as const;

/**
 * What all charts share: the attributes of CONTRACT, the five outcomes, heading, plot, caption, controls, tooltip and
 * keys. A chart gives `figure`, the reading of a dataset as that chart; all words and numbers come from there.
 *
 * @slot - What stands in the chart's place until there is data, and beside the error if there never is
 * @slot heading - Overrides the heading
 * @slot subheading - Overrides the subheading
 * @slot source - Overrides the source
 * @slot note - Overrides the note
 * @fires chart-load - Data was read; detail {dataset}
 * @fires chart-error - Data could not be had or drawn; detail {error}
 * @fires chart-active - A reader made another point active; detail is its row, or null
 * @fires chart-change - A reader changed a control; detail {name, value}
 */
export abstract class ChartElement extends LitElement implements Overrides {
  static override styles: CSSResultGroup = [chartStyles];
  static override properties = {
    src: text,
    data: { attribute: false },
    resource: text,
    x: text,
    y: text,
    series: text,
    heading: text,
    subheading: text,
    source: text,
    note: text,
    xTicks: { type: String, attribute: 'x-ticks' },
    yTicks: { type: String, attribute: 'y-ticks' },
    yDomain: { type: String, attribute: 'y-domain' },
    from: text,
    to: text,
    highlight: text,
    scale: text,
    height: number,
    view: { type: String, reflect: true },
    loading: text,
    integrity: text,
    crossorigin: text,
    refresh: number,
    maxBytes: { type: Number, attribute: 'max-bytes' },
    locale: text,
    timeZone: { type: String, attribute: 'time-zone' },
    open: { state: true },
  };

  declare src: string;
  declare data: unknown;
  declare resource: string;
  declare x: string;
  declare y: string;
  declare series: string;
  declare heading: string;
  declare subheading: string;
  declare source: string;
  declare note: string;
  declare xTicks: string;
  declare yTicks: string;
  declare yDomain: string;
  declare from: string;
  declare to: string;
  declare highlight: string;
  declare scale: 'linear' | 'log';
  declare height: number;
  declare view: ChartView;
  declare loading: 'eager' | 'lazy';
  declare integrity: string;
  declare crossorigin: string;
  declare refresh: number;
  declare maxBytes: number;
  declare locale: string;
  declare timeZone: string;
  /** Which of the disclosures under the plot is open. */
  declare open: '' | 'about' | 'download';

  readonly #data = new DataController(this);
  readonly #size = new SizeController(this);
  readonly #active = new ActiveController(this);
  #outcome: Outcome = { state: 'idle', dataset: null };
  #words = new Words('en', 'UTC');
  #picture: Picture | null = null;
  #announced: unknown = null;
  #late: { table?: Awaited<ReturnType<typeof lateTable>>; download?: Awaited<ReturnType<typeof lateDownload>>; about?: Awaited<ReturnType<typeof lateAbout>> } = {};
  #internals: ElementInternals | undefined;

  constructor() {
    super();
    this.src = this.resource = this.x = this.y = this.series = '';
    this.heading = this.subheading = this.source = this.note = '';
    this.xTicks = this.yTicks = this.yDomain = this.from = this.to = this.highlight = '';
    this.scale = 'linear';
    this.view = 'chart';
    this.loading = 'lazy';
    this.integrity = this.crossorigin = this.locale = '';
    this.timeZone = 'UTC';
    this.height = this.refresh = this.maxBytes = 0;
    this.open = '';
  }

  /** The dataset read as this chart. Throws a DataError where it does not fit, an EmptyTable where there is nothing to draw. */
  protected abstract figure(dataset: Dataset, words: Words): Figure;

  /** Controls of this chart's own, beside the shared ones. */
  protected controls(_figure: Figure, _words: Words): TemplateResult | typeof nothing {
    return nothing;
  }

  /**
   * The parsed dataset; null until there is one, so look at `state` first. It stands in the place of the DOM's own
   * `dataset`, which the type therefore keeps; `data-` attributes are read by getAttribute.
   */
  override get dataset(): Dataset & DOMStringMap {
    return this.#outcome.dataset as Dataset & DOMStringMap;
  }
  get state(): ChartState {
    return this.#outcome.state;
  }
  /** What the chart shows, in words. */
  get summary(): string {
    return this.#outcome.state === 'ready' ? [this.#outcome.figure.kind, this.#outcome.figure.summary].filter(Boolean).join(' ') : '';
  }
  /** The row of the point a reader looks at, or null. */
  get active(): Row | null {
    return this.#active.stop ? this.rowOf(this.#active.stop) : null;
  }

  /** Fetches the data anew. */
  reload(): Promise<void> {
    return this.#data.reload();
  }
  /** The table as CSV, with the scope and the source in lines that start with #. */
  async toCSV(): Promise<string> {
    return (await lateDownload()).csv(this.#ready());
  }
  /** The chart as a standalone SVG text, with heading, status and source. */
  async toSVG(options: { readonly width?: number; readonly theme?: 'light' | 'dark' } = {}): Promise<string> {
    return (await lateDownload()).svgText(this.#ready(), options);
  }
  /** The chart as a PNG; `scale` is pixels per CSS pixel, default 2. */
  async toPNG(options: { readonly scale?: number; readonly width?: number; readonly theme?: 'light' | 'dark' } = {}): Promise<Blob> {
    return (await lateDownload()).png(this.#ready(), options);
  }
  /** Shows a point to the reader as the pointer would, for a script; null hides it. No event. */
  show(stop: Stop | null): void {
    this.#active.show(stop);
  }
  /** The chart as read, once it is ready; else null. */
  get drawn(): Figure | null {
    return this.#outcome.state === 'ready' ? this.#outcome.figure : null;
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('input.walk, .table')?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  /** Names in `highlight`, separated by commas. */
  protected get highlighted(): readonly string[] {
    return this.highlight.split(',').map((name) => name.trim()).filter(Boolean);
  }
  protected numbers(attribute: string, value: string): readonly number[] {
    return value.trim() === '' ? [] : value.trim().split(/\s+/).map((part) => (Number.isFinite(Number(part)) ? Number(part) : fail(attribute, 'attributeNumber', part)));
  }
  protected dates(attribute: string, value: string): readonly number[] {
    const time = (part: string): number => (part.length === 7 ? parseMonth(part) : parseDate(part));
    return value.trim() === '' ? [] : value.trim().split(/\s+/).map((part) => (Number.isNaN(time(part)) ? fail(attribute, 'attributeDate', part) : time(part)));
  }
  /** Reports a reader's choice. */
  protected changed(name: string, value: string): void {
    this.dispatchEvent(new CustomEvent('chart-change', { bubbles: true, composed: true, detail: { name, value } }));
  }

  /** @internal */
  activeChanged(stop: Stop | null): void {
    this.dispatchEvent(new CustomEvent('chart-active', { bubbles: true, composed: true, detail: stop && this.rowOf(stop) }));
  }

  protected rowOf(stop: Stop): Row | null {
    const outcome = this.#outcome;
    if (outcome.state !== 'ready') return null;
    const { table } = outcome.dataset;
    const row = outcome.figure.row(stop);
    if (row < 0) return null;
    const cells = table.columns.map(({ name, values, kind }): [string, string | number | null] => {
      const value = values[row] ?? null;
      return [name, kind === 'date' && typeof value === 'number' && !Number.isNaN(value) ? new Date(value).toISOString().slice(0, 10) : typeof value === 'number' && Number.isNaN(value) ? null : value];
    });
    return Object.fromEntries([...cells, ['status', outcome.figure.point(stop).note]]);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const locale = this.locale || nearestLanguage(this) || 'en';
    if (this.#words.locale !== locale && locale !== this.#locale || this.#words.timeZone !== this.timeZone) this.#speak(locale);
    if (inputsChanged(changed)) this.#data.update(changed);
    const { dataset, error } = this.#data;
    if (changed.size > 0 && onlyView(changed) && this.#outcome.dataset === dataset && this.#outcome.state !== 'idle') return;
    if (changed.size === 0 && this.#source === (dataset ?? error) && !this.#stale) return;
    this.#stale = false;
    this.#source = dataset ?? error;
    this.#outcome = this.#read(dataset, error);
    this.#picture = null;
    this.#active.reset(this.drawn);
  }
  #source: unknown = undefined;
  #stale = false;
  #locale = '';

  #speak(locale: string): void {
    this.#locale = locale;
    this.#words = new Words(locale, this.timeZone);
    this.#stale = true;
    void loadMessages(locale)?.then(() => {
      this.#words = new Words(locale, this.timeZone);
      this.#stale = true;
      this.requestUpdate();
    });
  }

  #read(dataset: Dataset | null, error: Error | null): Outcome {
    if (error) return { state: 'error', error, dataset: null };
    if (!dataset) return { state: this.#data.pending ? 'loading' : 'idle', dataset: null };
    try {
      return { state: 'ready', dataset, figure: this.figure(dataset, this.#words) };
    } catch (reason) {
      if (reason instanceof EmptyTable) return { state: 'empty', dataset };
      if (reason instanceof DataError) return { state: 'error', error: reason, dataset };
      throw reason;
    }
  }

  #ready(): { figure: Figure; dataset: Dataset; words: Words; heading: string; overrides: Overrides; height: number } {
    if (this.#outcome.state !== 'ready') throw new Error(`The chart is not ready: its state is "${this.state}".`);
    const { figure, dataset } = this.#outcome;
    return { figure, dataset, words: this.#words, heading: headingOf(this, dataset), overrides: this, height: this.#size.size?.height ?? 340 };
  }

  protected override updated(): void {
    this.#placeTooltip();
    const outcome = this.#outcome;
    this.#showState(outcome.state);
    const news = outcome.state === 'error' ? outcome.error : outcome.state === 'ready' || outcome.state === 'empty' ? outcome.dataset : null;
    if (news === null || news === this.#announced) return;
    this.#announced = news;
    const event = outcome.state === 'error' ? new CustomEvent('chart-error', { bubbles: true, composed: true, detail: { error: outcome.error } }) : new CustomEvent('chart-load', { bubbles: true, composed: true, detail: { dataset: outcome.dataset } });
    this.dispatchEvent(event);
  }

  #showState(state: ChartState): void {
    this.#internals ??= this.attachInternals();
    const { states } = this.#internals;
    if (!states || states.has(state)) return;
    states.clear();
    states.add(state);
  }

  protected override render(): TemplateResult {
    const outcome = this.#outcome;
    const words = this.#words;
    const fallback = outcome.state !== 'ready' && hasFallback(this);
    const gone = fallback && outcome.state !== 'error' && outcome.state !== 'empty';
    const figure = this.drawn;
    const label = this.getAttribute('aria-label');
    const { size } = this.#size;
    if (figure && size && this.#picture?.size !== size) this.#picture = figure.picture(size);
    return html`<div class="root">
      <div class="em"></div>
      ${outcome.state === 'ready' ? nothing : html`<slot></slot>`}
      <figure part="figure" class=${gone ? 'gone' : ''} aria-labelledby=${label ? nothing : 'heading'} aria-label=${label ?? nothing} aria-busy=${outcome.state === 'loading'} lang=${words.locale}>
        ${guard([outcome, this.heading, this.subheading, words], () => headerTemplate(this, outcome.dataset, figure?.summary ?? ''))}
        ${guard([this.#picture], () => legendTemplate(this.#picture?.legend ?? []))}
        <div class="plot" part="chart">${outcome.state === 'ready' ? (this.view === 'table' ? this.#tableTemplate(outcome) : this.#plotTemplate(outcome.figure)) : this.#stateTemplate(outcome)}</div>
        ${outcome.state === 'ready' ? guard([outcome, this.source, this.note, words, this.#data.staleSince], () => html`<figcaption part="caption">${captionTemplate(this, outcome.dataset, words, [...outcome.figure.notices, ...this.#staleNotice()])}</figcaption>`) : nothing}
        ${outcome.state === 'ready' ? this.#controlsTemplate(outcome) : nothing}
      </figure>
      <p class="quiet" role="status">${outcome.state === 'loading' ? words.say('loading') : outcome.state === 'empty' ? words.say('empty') : ''}</p>
    </div>`;
  }

  #staleNotice(): readonly string[] {
    const { staleSince } = this.#data;
    return staleSince ? [this.#words.say('fault.stale', { time: this.#words.date(staleSince, 'time') })] : [];
  }

  #plotTemplate(figure: Figure): TemplateResult {
    const picture = this.#picture;
    const { stop, place } = this.#active;
    const point = figure.point(stop ?? place);
    const [position, count] = figure.length > 1 ? [place.index, figure.length] : [place.series, figure.series];
    const spot = stop && picture?.spot(stop);
    return html`<svg part="svg" aria-hidden="true">
        ${guard([picture], () => picture?.marks.map(markTemplate))}
        ${spot && picture ? markFocus(spot, picture) : nothing}
      </svg>
      <div class="stage" @pointermove=${this.#onPointer} @pointerdown=${this.#onPointer} @pointerleave=${this.#onLeave}></div>
      <input
        class="walk"
        type="range"
        min="0"
        max=${Math.max(0, count - 1)}
        step="1"
        .value=${String(position)}
        aria-label=${this.getAttribute('aria-label') ?? headingOf(this, this.#outcome.dataset)}
        aria-valuetext=${point.spoken}
        aria-describedby="kind summary help"
        @keydown=${this.#onKey}
        @input=${this.#onInput}
        @focus=${this.#onFocus}
        @blur=${this.#onBlur}
      />
      <div class="ring"></div>
      <p class="help words ${stop ? '' : 'shown'}" id="help">${this.#words.say('instructions')}</p>
      <span class="quiet" id="kind">${figure.kind}</span>
      ${spot ? html`<div class="tooltip words" part="tooltip" aria-hidden="true">${tooltipTemplate(point)}</div>` : nothing}`;
  }

  #placeTooltip(): void {
    const { stop } = this.#active;
    const tooltip = stop && this.renderRoot.querySelector<HTMLElement>('.tooltip');
    const spot = stop && this.#picture?.spot(stop);
    const figure = this.drawn;
    if (!tooltip || !spot || !figure || !this.#picture) return;
    const point = figure.point(stop);
    const { left, top, shiftX, shiftY } = tooltipPlace(spot, this.#picture, point.rows.length + (point.note ? 2 : 1));
    tooltip.style.left = left;
    tooltip.style.top = top;
    tooltip.style.transform = `translate(${shiftX}, ${shiftY})`;
  }

  #tableTemplate({ dataset }: { dataset: Dataset }): TemplateResult | typeof nothing {
    const late = this.#late.table;
    if (late) return late.tableTemplate({ dataset, words: this.#words, heading: headingOf(this, dataset) }, this);
    void lateTable().then((module) => {
      this.#late.table = module;
      this.requestUpdate();
    });
    return nothing;
  }

  #controlsTemplate(outcome: Extract<Outcome, { state: 'ready' }>): TemplateResult {
    const words = this.#words;
    const view = (name: ChartView): TemplateResult => html`<button type="button" aria-pressed=${this.view === name} @click=${() => this.#setView(name)}>${words.say(name)}</button>`;
    const panel = (name: 'download' | 'about'): TemplateResult => html`<button type="button" aria-expanded=${this.open === name} aria-controls="panel" @click=${() => this.#toggle(name)}>${words.say(name)}</button>`;
    return html`${this.controls(outcome.figure, words)}
      <div class="controls" part="controls">${view('chart')}${view('table')}${panel('download')}${panel('about')}</div>
      <div class="panel" id="panel">${this.#panelTemplate(outcome)}</div>`;
  }

  #panelTemplate({ dataset }: { dataset: Dataset }): TemplateResult | typeof nothing {
    if (this.open === 'about') return this.#late.about?.aboutTemplate(dataset, this.#words) ?? nothing;
    if (this.open === 'download') return this.#late.download?.downloadTemplate(this, this.#words) ?? nothing;
    return nothing;
  }

  #setView(view: ChartView): void {
    if (view === this.view) return;
    this.view = view;
    this.changed('view', view);
  }

  #toggle(name: 'download' | 'about'): void {
    this.open = this.open === name ? '' : name;
    if (!this.open || this.#late[name]) return;
    const late = name === 'about' ? lateAbout().then((module) => (this.#late.about = module)) : lateDownload().then((module) => (this.#late.download = module));
    void late.then(() => this.requestUpdate());
  }

  #stateTemplate(outcome: Outcome): TemplateResult {
    const words = this.#words;
    if (outcome.state === 'error') {
      const source = outcome.dataset?.sources[0];
      return html`<div class="state error words" part="error" role="alert">
        <p>${words.say('failed')} ${words.failure(outcome.error)}</p>
        ${this.src && this.data == null ? html`<button type="button" @click=${() => void this.reload()}>${words.say('retry')}</button>` : nothing}
        ${source ? linkTemplate(source) : nothing}
      </div>`;
    }
    const key = outcome.state;
    return html`<div class="state words">${key === 'idle' || key === 'ready' ? nothing : html`<p>${words.say(key)}</p>`}</div>`;
  }

  readonly #onPointer = (event: PointerEvent): void => {
    const touch = event.pointerType === 'touch';
    this.#active.pointer(this.#picture?.nearest(event.offsetX, event.offsetY) ?? null, touch);
  };
  readonly #onLeave = (event: PointerEvent): void => {
    if (event.relatedTarget instanceof Element && event.relatedTarget.closest('.tooltip')) return;
    this.#active.leave();
  };
  readonly #onKey = (event: KeyboardEvent): void => {
    const figure = this.drawn;
    if (figure && this.#active.key(event, this.#field(figure))) event.preventDefault();
  };
  readonly #onInput = (event: Event): void => {
    const figure = this.drawn;
    if (figure && event.target instanceof HTMLInputElement) this.#active.input(Number(event.target.value), this.#field(figure));
  };
  readonly #onFocus = (event: FocusEvent): void => {
    const figure = this.drawn;
    if (figure && event.target instanceof HTMLElement) this.#active.focus(this.#field(figure), event.target.matches(':focus-visible'));
  };
  readonly #onBlur = (): void => this.#active.blur();

  #field(figure: Figure): { length: number; series: number; mirrored: boolean; value(stop: Stop): number } {
    return { length: figure.length, series: figure.series, mirrored: figure.mirrored && this.#size.size?.rtl === true, value: (stop) => figure.value(stop) };
  }
}

function fail(place: string, expected: 'attributeNumber' | 'attributeDate', found: string): never {
  throw new DataError(place, expected, JSON.stringify(found));
}

const VIEW_PROPERTIES: ReadonlySet<PropertyKey> = new Set(['view', 'open', 'heading', 'subheading', 'source', 'note', 'height', 'loading', 'refresh']);
const onlyView = (changed: PropertyValues): boolean => [...changed.keys()].every((key) => VIEW_PROPERTIES.has(key));
const inputsChanged = (changed: PropertyValues): boolean => changed.size > 0;

function hasFallback(host: Element): boolean {
  return [...host.children].some((child) => !child.slot && child.localName !== 'script');
}

/** The language of the nearest element that states one, across shadow roots. */
function nearestLanguage(from: Element): string {
  for (let node: Node | null = from; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node instanceof Element && node.getAttribute('lang')) return node.getAttribute('lang') ?? '';
  }
  return '';
}

function markFocus(spot: NonNullable<ReturnType<Picture['spot']>>, picture: Picture): TemplateResult {
  const { box } = spot;
  if (box) return svg`<rect part="focus" x=${box.x + 1} y=${box.y + 1} width=${Math.max(0, box.width - 2)} height=${Math.max(0, box.height - 2)} fill="none" stroke="var(--_ink)" stroke-width="3"></rect>`;
  return svg`<line part="crosshair" x1=${spot.x} x2=${spot.x} y1=${picture.plot.top} y2=${picture.plot.bottom} stroke="var(--_muted)" stroke-dasharray="2 3"></line>
    <circle part="focus" cx=${spot.x} cy=${spot.y} r="6" fill="var(--_${spot.color})" stroke="var(--_surface)" stroke-width="2"></circle>`;
}
