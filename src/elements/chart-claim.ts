import { LitElement, css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { PageController } from '../controllers/page.js';
import type { Verdict } from '../text/claim.js';
import { nearestLanguage, voiceFor } from '../text/language.js';
import type { ChartElement } from '../view/chart.js';
import { fieldsOf, isChart, stopOf } from '../view/linked.js';

const text = { type: String } as const;

const WAITING: Verdict = { outcome: 'undecided', text: '', waiting: true, row: -1 };

/**
 * Words of the article bound to a datum of a chart: `<chart-claim for="volume" fact="last">more than 30 trillion</chart-claim>`.
 * Their number and words of comparison are checked against the chart's data: 58 % is 57.5 to 58.5, "about" allows a tenth
 * either way, "nearly" a tenth below. Where they disagree the data's value stands beside them, for every reader. The words
 * are a link to the chart, which shows the datum while they are pointed at or focused.
 *
 * @customElement chart-claim
 * @cssprop [--chart-claim-fail=#d9363e] - Underline of a claim that the data contradicts
 * @slot - The claim
 * @fires claim-check - A verdict was reached; detail {verdict}
 * @fires claim-fail - The data says otherwise; detail {verdict}
 * @csspart claim - The words
 * @csspart verdict - What the data says, or why it does not
 * @cssstate holds - and `fails`, `undecided`: the verdict
 * @cssstate active - The chart shows this datum to a reader
 */
export class ChartClaim extends LitElement {
  static override styles: CSSResultGroup = css`
    a {
      color: inherit;
      text-decoration: underline dotted 1px;
      text-underline-offset: 0.2em;
    }
    a:hover,
    :host(:state(active)) a {
      text-decoration: underline solid 2px;
    }
    a:focus-visible {
      outline: 2px solid;
      outline-offset: 2px;
    }
    .wrong {
      text-decoration: underline wavy 1px var(--chart-claim-fail, #d9363e);
    }
    [part='verdict'] {
      font-size: max(0.8em, 12px);
      margin-inline-start: 0.3em;
    }
  `;
  static override properties = { for: text, fact: text, at: text, since: text, series: text, over: text, n: { type: Number }, expects: text, tolerance: { type: Number }, x: text, y: text, by: text, resource: text };

  /** Id of the chart. */
  declare for: string;
  /** `value` (default), `first`, `last`, `highest`, `lowest`, `change`, `ratio`, `share`, `sum`, `rank`, `largest`, `smallest` or `crossing`. */
  declare fact: string;
  /** Date or bar asked about; default the last. */
  declare at: string;
  /** Where a change, a ratio or a sum starts; default the first. */
  declare since: string;
  /** The series or part asked about. */
  declare series: string;
  /** The series that a ratio divides by, or a crossing is with. */
  declare over: string;
  /** Which crossing; -1 is the last. */
  declare n: number;
  /** What to check instead of the words, in English: `more than 30 trillion`. */
  declare expects: string;
  /** How far off a number may be, in percent of it. */
  declare tolerance: number;
  /** Field of x that is meant, where it is not the chart's own. */
  declare x: string;
  /** Field of y that is meant, where it is not the chart's own. */
  declare y: string;
  /** Field that holds the names of the series, where it is not the chart's own. */
  declare by: string;
  /** Resource that is meant, where it is not the chart's own. */
  declare resource: string;

  readonly #page = new PageController(this, () => this.#look(), (chart, row) => this.#mark(chart, row));
  #judge: typeof import('../text/claim.js') | null = null;
  #verdict = WAITING;
  #seen: readonly unknown[] = [];
  #shown: ChartElement | null = null;
  #internals: ElementInternals | undefined;

  constructor() {
    super();
    this.for = this.at = this.since = this.series = this.over = this.expects = this.x = this.y = this.by = this.resource = '';
    this.fact = 'value';
    this.n = 1;
    this.tolerance = NaN;
  }

  /** What the data says of the claim. */
  get verdict(): Verdict {
    return this.#verdict;
  }

  override connectedCallback(): void {
    this.#internals ??= this.attachInternals();
    super.connectedCallback();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hide();
  }

  get #chart(): ChartElement | null {
    const found = this.#page.find(this.for);
    return isChart(found) ? found : null;
  }

  /** Asks for an update where something that the verdict depends on has changed. */
  #look(): void {
    const chart = this.#chart;
    const seen = [this.textContent, this.#page.find(this.for), this.#page.arriving, nearestLanguage(this), chart?.state, chart?.dataset, chart && JSON.stringify(fieldsOf(chart))];
    if (seen.every((each, i) => each === this.#seen[i])) return;
    this.#seen = seen;
    this.requestUpdate();
  }

  #check(): Verdict {
    const chart = this.#chart;
    // a tag that is not defined yet is a chart to come, and one far down the page has not asked for its data
    if (!chart ? this.#page.arriving || this.#page.find(this.for)?.matches(':not(:defined)') : !(chart.dataset as unknown) && chart.state !== 'error') return WAITING;
    if (!this.#judge) {
      void this.#summon();
      return WAITING;
    }
    const { Words, check, undecided } = this.#judge;
    const words = voiceFor(Words, nearestLanguage(this) || 'en', 'UTC', this.#onLanguage);
    if (!chart) return undecided(words, this.for ? 'claimNoChart' : 'claimNoFor', this.for);
    const { dataset } = chart;
    if (!(dataset as unknown)) return undecided(words, 'claimFailed');
    const { x, y, by, resource, fact, at, since, series, over, n, expects, tolerance } = this;
    const table = resource ? dataset.tables.get(resource) : dataset.table;
    if (!table) return undecided(words, 'claimGap_field', resource);
    const own = Object.fromEntries(Object.entries({ x, y, by }).filter(([, name]) => name));
    return check({ text: this.textContent ?? '', fact, at, since, series, over, n, expects, tolerance }, table, { ...(resource ? {} : fieldsOf(chart)), ...own }, words);
  }
  /** What reads and judges sentences; the page can be read without it. */
  async #summon(): Promise<void> {
    this.#judge = await import('../text/claim.js').catch(() => null);
    if (this.#judge) this.requestUpdate();
  }
  readonly #onLanguage = (): void => this.requestUpdate();

  protected override willUpdate(): void {
    if (this.isConnected) this.#verdict = this.#check();
  }

  protected override updated(): void {
    const verdict = this.#verdict;
    const states = this.#internals?.states;
    for (const outcome of ['holds', 'fails', 'undecided']) states?.[outcome === verdict.outcome ? 'add' : 'delete'](outcome);
    const news = verdict.waiting ? '' : verdict.outcome + verdict.text;
    if (!news || news === this.#told) return;
    this.#told = news;
    for (const type of verdict.outcome === 'fails' ? ['claim-check', 'claim-fail'] : ['claim-check']) this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail: { verdict } }));
  }
  #told = '';

  protected override render(): TemplateResult {
    const { outcome, text, waiting } = this.#verdict;
    const verdict = outcome === 'holds' || waiting ? nothing : html`<span part="verdict">[${outcome === 'fails' ? '✗' : '?'} ${text}]</span>`;
    // a link, since it leads to the chart: no role to explain, read in the line, and it works before any chart does
    return html`<a part="claim" class=${outcome === 'fails' ? 'wrong' : ''} href=${`#${this.for}`} @click=${this.#jump} @pointerenter=${this.#show} @focus=${this.#show} @pointerleave=${this.#hide} @blur=${this.#hide}><slot></slot></a>${verdict}`;
  }

  #show(): void {
    const chart = this.#chart;
    const figure = chart?.shown?.figure;
    if (!chart || !figure) return; // far down the page it has no data yet
    const own = chart.dataset.table.name;
    const stop = (figure.table?.name ?? own) === (this.resource || own) ? stopOf(figure, this.#verdict.row) : null;
    if (!stop) return;
    this.#shown = chart;
    void chart.show(stop);
  }

  /** Hides the datum unless the words are still pointed at or focused. */
  #hide(event?: Event): void {
    // what is just being left, some engines still call hovered
    const otherwise = { pointerleave: 'a:focus', blur: 'a:hover' }[event?.type ?? ''] ?? 'a:hover, a:focus';
    if (!this.#shown || (this.isConnected && this.renderRoot.querySelector(otherwise))) return;
    void this.#shown.show(null);
    this.#shown = null;
  }

  /** A fragment finds no id inside a shadow root. */
  #jump(event: Event): void {
    const chart = this.#chart;
    if (!chart || chart.getRootNode() === this.ownerDocument) return;
    event.preventDefault();
    chart.scrollIntoView({ block: 'nearest' });
  }

  /** Whether the point that a reader looks at is this claim's. */
  #mark(chart: EventTarget | undefined, active: unknown): void {
    const mine = this.#chart;
    if (!mine || chart !== mine) return;
    const row = active && this.#judge ? this.#judge.rowOf(mine.dataset.table, this.#verdict.row) : null;
    this.#internals?.states[row && JSON.stringify(row) === JSON.stringify(active) ? 'add' : 'delete']('active');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chart-claim': ChartClaim;
  }
}
