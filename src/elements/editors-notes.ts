import { ReactiveElement, type PropertyValues } from 'lit';
import { PageController } from '../controllers/page.js';
import type { Dataset } from '../data/table.js';
import { nearestLanguage, voiceFor } from '../text/language.js';
import { addLate } from '../text/messages.js';
import english from '../text/messages/en-article.js';
import type { Words } from '../text/words.js';
import { isChart } from '../view/linked.js';

addLate(english);

/**
 * Dated notes, newest first: `<li><time datetime="2026-05-29">29 May 2026</time> Note</li>` or `<p data-date="2026-05-29">`
 * children, which stand in the page and work without script; with `for`, the revisions of a chart's dataset among them;
 * with `previous-src` or `previous`, an older version of it, what changed: old value, new value.
 *
 * @customElement editors-notes
 */
export class EditorsNotes extends ReactiveElement {
  static override properties = { for: { type: String }, previousSrc: { type: String, attribute: 'previous-src' }, previous: { attribute: false } };

  /** Id of the chart whose dataset's revisions are listed. */
  declare for: string;
  /** Address of the version before. */
  declare previousSrc: string;
  /** The same, in memory; wins over `previousSrc`. */
  declare previous: unknown;

  readonly #page = new PageController(this, () => this.requestUpdate());
  #made: Element[] = [];
  #plan = '';
  #dates: typeof import('../text/notes.js') | null = null;
  #versions: typeof import('../view/versions.js') | null = null;
  #before: Dataset | null = null;
  #error: Error | null = null;
  #abort: AbortController | null = null;

  constructor() {
    super();
    this.for = this.previousSrc = '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort?.abort();
    this.#abort = null;
  }
  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#fetch();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('previous') || changed.has('previousSrc')) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    this.#abort?.abort();
    const mine = (this.#abort = new AbortController());
    this.#before = this.#error = null;
    try {
      if (this.previous == null && !this.previousSrc) return;
      this.#versions = await import('../view/versions.js');
      const dataset = await this.#versions.earlier(this, mine.signal);
      if (this.#abort === mine) this.#before = dataset;
    } catch (error) {
      if (this.#abort === mine && error instanceof Error) this.#error = error;
    }
    if (this.#abort === mine) this.requestUpdate();
  }

  /** Without what writes dates, notes stay as they stand. */
  protected override async scheduleUpdate(): Promise<void> {
    this.#dates ??= await import('../text/notes.js').catch(() => null);
    await super.scheduleUpdate();
  }

  readonly #onLanguage = (): void => {
    this.#plan = '';
    this.requestUpdate();
  };

  protected override updated(): void {
    if (!this.#dates || !this.isConnected || this.#page.arriving) return;
    const words = voiceFor(this.#dates.Words, nearestLanguage(this) || 'en', 'UTC', this.#onLanguage);
    const chart = this.#page.find(this.for);
    const dataset = isChart(chart) ? (chart.dataset as Dataset | null) : null;
    const table = dataset?.table;
    const before = table && this.#before ? (this.#before.tables.get(table.name) ?? this.#before.table) : undefined;
    const changes = this.#error ? [words.failure(this.#error)] : table && before && this.#versions ? this.#versions.changes(before, table, words) : [];
    const revisions = dataset?.revisions ?? [];
    const plan = JSON.stringify([revisions, changes, words.locale, this.#own().map((item) => item.textContent)]);
    if (plan === this.#plan) return;
    for (const item of this.#made) item.remove();
    const own = this.#own();
    for (const item of own) this.#date(item, words);
    this.#made = revisions.filter(({ note }) => !own.some((item) => item.textContent?.includes(note))).map(({ date, note }) => this.#item(date, note, words));
    const all = [...own, ...this.#made].sort((a, b) => this.#when(b) - this.#when(a) || 0);
    if (changes.length) {
      // what changed belongs to the newest revision
      const newest = this.#made.length ? all.find((item) => this.#made.includes(item)) : undefined;
      const list = this.#make('ul');
      list.className = 'changes';
      list.append(...changes.map((sentence) => this.#make('li', sentence)));
      if (newest) newest.append(list);
      else {
        const item = this.#item(dataset?.created.slice(0, 10) ?? '', '', words);
        item.append(list);
        this.#made.push(item);
        all.unshift(item);
      }
    }
    const list = this.#list;
    all.forEach((item, i) => list.children[i] !== item && list.insertBefore(item, list.children[i] ?? null));
    this.#plan = JSON.stringify([revisions, changes, words.locale, this.#own().map((item) => item.textContent)]);
  }

  get #list(): Element {
    let list = this.querySelector(':scope > ol, :scope > ul');
    if (!list) this.append((list = this.#make('ul')));
    for (const child of [...this.children]) {
      if (child.localName === 'li') list.append(child);
      else if (child instanceof HTMLElement && child.matches('p[data-date]')) {
        child.style.margin = '0'; // it is the item's text now
        list.appendChild(this.#make('li')).append(child);
      }
    }
    return list;
  }

  /** The author's notes. */
  #own(): readonly Element[] {
    return [...this.#list.children].filter((item) => !this.#made.includes(item));
  }

  #make(name: string, text = ''): HTMLElement {
    const element = this.ownerDocument.createElement(name);
    element.textContent = text;
    return element;
  }

  #item(date: string, note: string, words: Words): Element {
    const item = this.#make('li', note);
    item.setAttribute('data-date', date);
    this.#date(item, words);
    return item;
  }

  /** What has no date comes last. */
  #when(item: Element): number {
    const time = this.#dates?.timeOf(dateOf(item)) ?? NaN;
    return Number.isNaN(time) ? -Infinity : time;
  }

  /** The date before the note's words, unless they have one. */
  #date(item: Element, words: Words): void {
    const date = dateOf(item);
    const time = this.#dates?.timeOf(date) ?? NaN;
    if (item.querySelector('time') || Number.isNaN(time)) return;
    const [before = '', after = ' '] = words.say('noteDated').split('{date}');
    const element = this.#make('time', words.date(time, 'long'));
    element.setAttribute('datetime', date);
    (item.querySelector('[data-date]') ?? item).prepend(before, element, after);
  }
}

const dateOf = (item: Element): string => item.getAttribute('data-date') ?? item.querySelector('[data-date]')?.getAttribute('data-date') ?? item.querySelector('time')?.getAttribute('datetime') ?? '';

declare global {
  interface HTMLElementTagNameMap {
    'editors-notes': EditorsNotes;
  }
}
