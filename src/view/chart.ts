import { html, nothing, type CSSResultGroup, type LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { DataController } from '../controllers/data.js';
import { SizeController } from '../controllers/size.js';
import { LoadError, clean } from '../data/errors.js';
import type { Dataset } from '../data/table.js';
import type { Picture, Stop } from '../geometry/marks.js';
import { withLetters } from '../geometry/metrics.js';
import { nearestLanguage, voiceFor } from '../text/language.js';
import { loadMessages } from '../text/messages.js';
import { Voice } from '../text/voice.js';
import type { Words } from '../text/words.js';
import type { Desk } from './desk.js';
import type { Drawing } from './drawing.js';
import type { Drawn } from './drawn.js';
import type { Figure } from './figure.js';
import { headerTemplate, headingOf, stateTemplate } from './frame.js';
import type { Late } from './late.js';
import type { Row } from '../data/row.js';
import { ChartSettings } from './settings.js';
import { addSheet } from './sheet.js';
import { chartStyles } from './styles.js';

export type ChartState = 'idle' | 'loading' | 'ready' | 'empty' | 'error';
export type { ChartView } from './settings.js';

/** What became of the data: a figure, a failure, or nothing yet. */
export interface Outcome {
  readonly state: ChartState;
  readonly dataset: Dataset | null;
  readonly figure: Figure | null;
  readonly error: Error | null;
}

/** What draws, once it is here: the part of all charts, and that of each class. */
let drawn: Drawn | undefined;
const drawings = new WeakMap<object, Drawing<ChartElement>>();

/** The reader's tools once one chart's reader has them: later charts then have them from their first picture on. */
const tools: { Desk?: typeof Desk } = {};

/** Properties that change what stands around the figure, not how the data is read. */
const AROUND: ReadonlySet<PropertyKey> = new Set(['view', 'open', 'playing', 'heading', 'subheading', 'source', 'note', 'height', 'loading', 'refresh', 'deepLink']);

/**
 * What all charts share: the attributes of CONTRACT, the five outcomes, heading, plot, caption and controls. A chart
 * names its `drawing`, which reads a dataset as that chart; all words and numbers come from there. The drawing, and what
 * all of them share (`drawn.ts`), come beside the data, so that the page waits for neither.
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
 * @cssstate ready - and `idle`, `loading`, `empty`, `error`: the outcome
 * @csspart figure - The whole
 * @csspart heading - Its heading
 * @csspart subheading - The line under it
 * @csspart chart - The plot, or the table in its place
 * @csspart axis-x - Labels and ticks of the horizontal axis
 * @csspart axis-y - Labels of the vertical axis
 * @csspart grid - Grid lines
 * @csspart line - The line of a series
 * @csspart area - What is filled under it
 * @csspart band - One of stacked series
 * @csspart bar - One of several bars
 * @csspart segment - A part of a bar that is cut in parts
 * @csspart dot - A point
 * @csspart label - A label in the plot
 * @csspart annotation - A note in the plot
 * @csspart tooltip - What is said of a point
 * @csspart legend - The list of series, where they are not labelled directly
 * @csspart table - The table
 * @csspart caption - All that stands under the plot but the controls
 * @csspart source - The source in it
 * @csspart status - How sure the figures are, and as of when
 * @csspart note - The note
 * @csspart controls - Buttons and choices
 * @csspart error - Why nothing is drawn
 * @cssprop [--chart-font-family] - Font; default the page's
 * @cssprop [--chart-ink] - Text and axes; default the page's own, and the other colours follow it
 * @cssprop [--chart-muted] - Text of second rank
 * @cssprop [--chart-grid] - Grid lines and rules
 * @cssprop [--chart-surface] - What the chart stands on: gaps, halos, tooltips
 * @cssprop [--chart-accent] - A series that stands alone
 * @cssprop [--chart-color-1] - The first series, and so on to the ninth
 * @cssprop [--chart-color-2] - Series 2
 * @cssprop [--chart-color-3] - Series 3
 * @cssprop [--chart-color-4] - Series 4
 * @cssprop [--chart-color-5] - Series 5
 * @cssprop [--chart-color-6] - Series 6
 * @cssprop [--chart-color-7] - Series 7
 * @cssprop [--chart-color-8] - Series 8
 * @cssprop [--chart-color-9] - Series 9
 * @cssprop [--chart-china] - Series named as China's
 * @cssprop [--chart-us] - Series named as the US's
 * @cssprop [--chart-europe] - Series named as Europe's
 * @cssprop [--chart-other] - Others, the rest
 */
export abstract class ChartElement extends ChartSettings {
  static override styles: CSSResultGroup = [chartStyles];

  readonly #data = new DataController(this);
  readonly #size = new SizeController(this);
  #outcome: Outcome = { state: 'idle', dataset: null, figure: null, error: null };
  #voice: Voice | undefined;
  #words: Words | null = null;
  #picture: Picture | null = null;
  /** Names in the legend, a line each. */
  #legend = '';
  #announced: unknown = null;
  #desk: Desk | null = null;
  /** Where a pointer rests on the plot before the tools for points come. */
  #pointer: PointerEvent | undefined;
  #interest: AbortController | undefined;
  #late: Late | null = null;
  #internals: ElementInternals | undefined;
  #preparing: Promise<void> | null = null;
  /** The language to speak, where it is not here yet: words that are seen before would move when others take their place. */
  #language: Promise<void> | undefined;
  /** Nothing was said yet, and nothing is until the language is here. */
  #silent = true;
  /** The room for the picture was measured before there were words, which take some of it. */
  #isMeasuredMute = false;
  /** What draws did not come. */
  #missing: Error | null = null;

  /** What makes this kind of chart of a dataset, or the fetching of it. */
  abstract drawing(): Drawing<this> | Promise<Drawing<this>>;

  /** Height of the plot in CSS px where there is room (480 px at the page's usual text size), and where there is less. */
  get plotHeight(): readonly [wide: number, narrow: number] {
    return this.height > 0 ? [this.height, this.height] : this.ownHeight();
  }
  /** The same, of this kind of chart, where the attribute says none. */
  protected ownHeight(): readonly [wide: number, narrow: number] {
    return [340, 260];
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
    const { figure } = this.#outcome;
    return figure ? [figure.kind, figure.summary].filter(Boolean).join(' ') : '';
  }
  /** The row of the point a reader looks at, or null. */
  get active(): Row | null {
    return this.#rowOf(this.points?.stop ?? null);
  }
  /** @internal The points a reader looks at, once there are tools for it. */
  get points(): Desk['active'] | null {
    return this.#desk?.active ?? null;
  }
  /** The figure, its picture and its words once they are shown, else null. */
  get shown(): { figure: Figure; picture: Picture; words: Words; dataset: Dataset } | null {
    const { figure, dataset } = this.#outcome;
    return figure && dataset && this.#picture && this.#words ? { figure, dataset, picture: this.#picture, words: this.#words } : null;
  }

  /** Fetches the data anew. */
  reload(): Promise<void> {
    return this.#data.reload();
  }
  /** The table as CSV, with source, date, base and caveats in lines that start with #. */
  async toCSV(): Promise<string> {
    return (await this.#arrive()).csv(this.#drawn());
  }
  /** The chart as a standalone SVG text, with heading, status and source. Default width 680 CSS px; `height` is the plot's, default as shown. */
  async toSVG(options: { readonly width?: number; readonly height?: number; readonly theme?: 'light' | 'dark' } = {}): Promise<string> {
    return (await this.#arrive()).svgText(this.#drawn(), options);
  }
  /** The chart as a PNG; `scale` is pixels per CSS pixel, default 2. */
  async toPNG(options: { readonly scale?: number; readonly width?: number; readonly theme?: 'light' | 'dark' } = {}): Promise<Blob> {
    return (await this.#arrive()).png(this.#drawn(), options);
  }
  /** Shows a point to the reader as the pointer would, for a script; null hides it. No event. */
  async show(stop: Stop | null): Promise<void> {
    (await this.#wake()).active.show(stop);
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('input.walk, .table')?.focus(options);
  }

  /** @internal Reports a reader's choice. */
  changed(name: string, value: string): void {
    this.#tell('chart-change', { name, value });
  }

  /** @internal */
  activeChanged(stop: Stop | null): void {
    this.#tell('chart-active', this.#rowOf(stop));
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
  #rowOf(stop: Stop | null): Row | null {
    const { figure, dataset } = this.#outcome;
    return stop && figure && dataset && drawn ? drawn.rowOf(drawn.asShown(figure, dataset).table, figure.row(stop)) : null;
  }
  #drawn(): Parameters<Late['csv']>[0] {
    const { shown } = this;
    if (!shown) throw new Error(`The chart is not drawn: its state is "${this.state}".`);
    return { ...shown, overrides: this };
  }

  /** The reader's tools for points, once per chart. */
  async #wake(): Promise<Desk> {
    tools.Desk ??= (await import('./desk.js')).Desk;
    if (!this.#desk) {
      this.#interest?.abort();
      this.#desk = new tools.Desk(this, this.#pointer);
      this.requestUpdate();
    }
    return this.#desk;
  }
  /** Table, panels and files, which few readers open. */
  async #arrive(): Promise<Late> {
    this.#late ??= await import('./late.js');
    return this.#late;
  }
  readonly #onInterest = (event?: unknown): void => {
    if (event instanceof PointerEvent) this.#pointer = event.type !== 'pointerout' && (event.target as Element).matches('.stage') ? event : undefined;
    void this.#wake().catch(() => undefined); // a page that is offline by now goes without
  };

  /** Another document drops the sheets (lit#5162). */
  adoptedCallback(): void {
    for (const style of (this.constructor as typeof LitElement).elementStyles) if ('cssText' in style && this.hasUpdated) addSheet(this.renderRoot, style);
  }
  override connectedCallback(): void {
    super.connectedCallback();
    this.#internals ??= this.attachInternals();
  }

  /** @internal Fetches what draws; at once where another chart of this class has it. */
  prepare(): void {
    this.#missing = null;
    if (this.#preparing || (drawn && drawings.has(this.constructor))) return;
    this.#preparing = Promise.all([import('./drawn.js'), this.drawing()])
      .then(
        ([parts, drawing]) => {
          drawn = parts;
          drawings.set(this.constructor, drawing);
        },
        () => void (this.#missing = new LoadError('code')),
      )
      .then(() => {
        this.#preparing = null;
        this.requestUpdate();
      });
  }
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    const awaited = this.#preparing ?? this.#language;
    if (!awaited) return done;
    await awaited;
    return this.getUpdateComplete();
  }

  protected override update(changed: PropertyValues): void {
    const drawing = drawings.get(this.constructor);
    const speaker = [this.locale || nearestLanguage(this) || 'en', this.timeZone, this.#onLanguage] as const;
    this.#language = loadMessages(speaker[0]);
    if (this.#silent && !this.#language) {
      this.#silent = false;
      this.#isMeasuredMute = this.#size.size !== null;
    }
    // a chart that speaks already keeps its words until the others are here
    const words = drawn && drawing ? (this.#language ? this.#words : voiceFor(drawn.Words, ...speaker)) : null;
    if (this.#silent || !this.#language) this.#voice = words ?? voiceFor(Voice, ...speaker);
    const { dataset } = this.#data;
    const read = [...changed.keys()].some((key) => !AROUND.has(key));
    if (read || words !== this.#words || !this.#outcome.figure || dataset !== this.#outcome.dataset) {
      this.#words = words;
      this.#outcome = this.#read(drawing);
      this.#picture = null;
    }
    const { figure } = this.#outcome;
    if (drawn) for (const style of [drawn.drawnStyles, ...(drawing?.styles ?? [])]) addSheet(this.renderRoot, style);
    if (changed.has('deepLink') && this.deepLink) void import('./deep-link.js').then(({ deepLink }) => deepLink(this), () => undefined);
    if (figure && tools.Desk) this.#desk ??= new tools.Desk(this);
    if (!this.#late && (this.view === 'table' || this.open)) void this.#arrive().then(() => this.requestUpdate(), () => undefined);
    // a legend, and the first words of a language that came late, take their room from the picture, which is then drawn for
    // the rest before it is seen: the less room, the longer the legend, so this comes to an end
    for (let pass = 0, before; pass < 4; pass++) {
      const { size } = this.#size;
      if (figure && size && this.#picture?.size !== size) this.#picture = withLetters(size.letters ?? 1, () => figure.picture(size));
      super.update(changed);
      before = this.#legend;
      this.#legend = this.#picture?.legend.map(({ name }) => `${name}\n`).join('') ?? '';
      if ((this.#legend === before && !this.#isMeasuredMute) || !this.#size.measure()) break;
    }
    if (this.#picture) this.#isMeasuredMute = false;
  }
  readonly #onLanguage = (): void => this.requestUpdate();

  #read(drawing: Drawing<ChartElement> | undefined): Outcome {
    const { dataset, pending } = this.#data;
    const failure = this.#data.error ?? this.#missing;
    if (!failure && dataset && drawn && drawing && this.#words) return drawn.outcomeOf<ChartElement>(this, drawing, dataset, this.#words);
    const error = this.#silent ? null : failure;
    return { state: error ? 'error' : failure || pending || dataset || this.#preparing ? 'loading' : 'idle', dataset: null, figure: null, error };
  }

  /** @internal Whether the data that is here can be drawn with the present settings. */
  draws(): boolean {
    return this.#read(drawings.get(this.constructor)).figure !== null;
  }

  protected override firstUpdated(): void {
    if (this.#desk) return;
    const { signal } = (this.#interest = new AbortController());
    for (const type of ['pointerover', 'pointermove', 'pointerout', 'focusin']) this.renderRoot.addEventListener(type, this.#onInterest, { signal });
  }

  protected override updated(): void {
    const { state, error, dataset, figure } = this.#outcome;
    const root = this.renderRoot.querySelector<HTMLElement>('.root');
    this.plotHeight.forEach((height, i) => root?.style.setProperty(i ? '--_plot-narrow' : '--_plot-wide', `${height}px`));
    const news = error ?? (state === 'loading' ? null : dataset);
    // marks move where a reader chose otherwise; other data is there at once
    root?.classList.toggle('fresh', news !== this.#announced);
    const svg = this.renderRoot.querySelector('svg[part=svg]');
    if (svg) drawn?.paintMarks(svg, this.#picture);
    const states = this.#internals?.states;
    if (states && !states.has(state)) {
      states.clear();
      states.add(state);
    }
    if (!news || news === this.#announced) return;
    this.#announced = news;
    if (figure && !this.#desk) (globalThis.requestIdleCallback ?? setTimeout)(this.#onInterest);
    if (error) this.#tell('chart-error', { error });
    else this.#tell('chart-load', { dataset });
  }

  protected override render(): TemplateResult {
    const { state, dataset, figure, error } = this.#outcome;
    const voice = this.#voice as Voice; // made in update(), which calls this
    const said = this.#silent ? 'idle' : state;
    const words = this.#words;
    const shown = drawn && words && figure && dataset ? { drawn, words, figure, dataset } : null;
    // only while there is none to show instead
    const aside = state !== 'ready' && state !== 'idle' && hasFallback(this);
    const label = this.#label();
    return html`<svg class="strut" aria-hidden="true"></svg><div class="root">
      <div class="em"></div>
      <div class="box ${aside ? 'aside' : ''}">${state === 'ready' ? nothing : html`<slot></slot>`}
      <figure part="figure" class=${(aside && !error) || (state === 'idle' && hasFallback(this)) ? 'gone' : ''} aria-labelledby=${label ? nothing : 'heading'} aria-label=${label || nothing} aria-busy=${state === 'loading'} lang=${voice.language}>
        ${headerTemplate(this, dataset, figure?.summary ?? '', voice.locale)}${drawn?.legendTemplate(this.#picture?.legend ?? []) ?? nothing}
        <div class="plot ${this.#picture ? '' : 'unseen'}" part="chart">
          ${shown ? this.#plotTemplate(shown) : stateTemplate(said, error, dataset, voice, this.src && this.data == null ? this.#onRetry : null)}
        </div>
        ${shown ? this.#captionTemplate(shown) : nothing}
      </figure></div>
      <p class="quiet" role="status">${said === 'loading' || said === 'empty' ? voice.say(said) : ''}</p>
    </div>`;
  }
  /** A name of the page's for the figure, or what kind it is where it has no heading; null: its heading. */
  #label(): string | null {
    const { dataset, figure } = this.#outcome;
    return clean(this.getAttribute('aria-label') ?? '') || (headingOf(this, dataset) || this.querySelector(':scope > [slot=heading]') ? null : (figure?.kind ?? null));
  }
  readonly #onRetry = (): void => void this.reload();

  #plotTemplate({ drawn, figure, dataset, words }: Shown): TemplateResult | typeof nothing {
    if (this.view === 'table') return this.#late?.tableTemplate(figure, dataset, words, headingOf(this, dataset), this) ?? nothing;
    return drawn.plotTemplate(figure, this.#label() ?? headingOf(this, dataset), this.#desk);
  }
  #captionTemplate({ drawn, figure, dataset, words }: Shown): TemplateResult {
    const { staleSince } = this.#data;
    const notices = staleSince ? [...figure.notices, words.say('stale', { time: words.date(staleSince, 'time') })] : figure.notices;
    const drawing = drawings.get(this.constructor) as Drawing<this>; // it made the figure
    return html`${drawn.captionTemplate(this, drawn.asShown(figure, dataset), words, notices)} ${drawn.controlsTemplate(this, drawing, figure, dataset, words, this.#late, () => void this.#play())}`;
  }

  /** Plays the series a reader stands in, or stops. */
  readonly #play = async (): Promise<void> => {
    const [{ toggleSound }, { active }] = await Promise.all([import('./sound.js'), this.#wake()]);
    toggleSound(this, active);
  };
}

/** A chart that is drawn, and what draws it. */
interface Shown {
  readonly drawn: Drawn;
  readonly words: Words;
  readonly figure: Figure;
  readonly dataset: Dataset;
}

const hasFallback = ({ children }: Element): boolean => [...children].some((child) => !child.slot && child.localName !== 'script');
