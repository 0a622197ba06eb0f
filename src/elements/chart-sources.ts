import { ReactiveElement } from 'lit';
import { PageController } from '../controllers/page.js';
import { addressKey } from '../data/address-key.js';
import { nearestLanguage, voiceFor } from '../text/language.js';
import { addLate } from '../text/messages.js';
import english from '../text/messages/en-article.js';
import { Voice } from '../text/voice.js';
import { isChart } from '../view/linked.js';

addLate(english);

/** A numbered source and the places that use it. */
interface Entry {
  readonly item: HTMLElement;
  readonly marks: HTMLAnchorElement[];
  readonly places: Element[];
}

const BLOCK = 'p, li, dd, dt, td, th, blockquote, figcaption, figure, h1, h2, h3, h4, h5, h6, div, section, article, aside';

const before = (a: Element, b: Element): number => (a.compareDocumentPosition(b) & 4 /* b follows */ ? -1 : 1);

/** What holds a mark's number: the mark itself, or the one element it wraps. */
function innermost(mark: Element): Element {
  const [only, other] = mark.children;
  return only && !other && only.textContent === mark.textContent ? innermost(only) : mark;
}

/**
 * The numbered sources of a page: its own `<li id="source-x"><a href="…">Title</a></li>` children, then what its charts
 * name beside them; one address is one source. Note marks are links of the text, `<sup><a href="#source-x">1</a></sup>`.
 * All of it stands in the page and works without script; with it marks and list are numbered in the order of first use,
 * adjacent marks are parted, and each source leads back to its places. Numbers never change when a chart's data arrives:
 * what only charts use comes last.
 *
 * @customElement chart-sources
 */
export class ChartSources extends ReactiveElement {
  static override properties = { order: { type: String } };

  /** `use` (default): numbered as the text uses them. `listed`: as the author lists them. */
  declare order: 'use' | 'listed';

  readonly #page = new PageController(this, () => this.requestUpdate());
  readonly #made = new Map<string, HTMLElement>();
  readonly #labels = new WeakMap<Element, string>();
  #plan = '';

  constructor() {
    super();
    this.order = 'use';
  }

  /** The list stays in the page, where readers, feeds and print find it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#root.addEventListener('click', this.#jump);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#root.removeEventListener('click', this.#jump);
  }

  get #root(): Document | ShadowRoot {
    return this.#page.roots()[0] ?? this.ownerDocument;
  }

  readonly #onLanguage = (): void => {
    this.#plan = '';
    this.requestUpdate();
  };

  protected override updated(): void {
    if (!this.isConnected || this.#page.arriving) return;
    const words = voiceFor(Voice, nearestLanguage(this) || 'en', 'UTC', this.#onLanguage);
    const entries = this.#entries();
    this.#part(entries, words);
    const plan = entries.map(({ item, places }) => [item.textContent, ...places.map((place) => place.id)].join()).join() + words.locale;
    if (plan === this.#plan && entries.every(({ item, marks }, i) => item === this.#list.children[i] && marks.every((mark) => innermost(mark).textContent === String(i + 1)))) return;
    entries.forEach((entry, i) => this.#number(entry, i + 1, words));
    this.#plan = entries.map(({ item, places }) => [item.textContent, ...places.map((place) => place.id)].join()).join() + words.locale;
  }

  get #list(): Element {
    let list = this.querySelector('ol');
    if (!list) this.append((list = this.ownerDocument.createElement('ol')));
    for (const child of [...this.children]) {
      if (child.localName === 'li') list.append(child);
      else if (child.localName === 'a') list.appendChild(this.#make('li')).append(child);
    }
    return list;
  }

  /** Sources in the order of their numbers. */
  #entries(): readonly Entry[] {
    const root = this.#root;
    const base = this.baseURI;
    const list = this.#list;
    const made = new Set(this.#made.values());
    const listed = ([...list.children] as HTMLElement[]).filter((item) => !made.has(item)).map((item): Entry => ({ item, marks: [], places: [] }));
    const byId = new Map(listed.map((entry) => [entry.item.id, entry]));
    const byAddress = new Map(listed.map((entry) => [addressKey(entry.item.querySelector('a:not(.source-uses a)')?.getAttribute('href') ?? entry.item.textContent ?? '', base), entry]));
    for (const mark of root.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
      const entry = this.contains(mark) ? undefined : byId.get(decodeURIComponent(mark.hash.slice(1)));
      entry?.marks.push(mark);
      entry?.places.push(mark);
    }
    const cited = listed.filter(({ marks }) => marks.length).sort((a, b) => before(a.marks[0] ?? a.item, b.marks[0] ?? b.item));
    const entries = this.order === 'listed' ? [...listed] : [...cited, ...listed.filter((entry) => !cited.includes(entry))];
    const used = new Set<string>();
    for (const chart of root.querySelectorAll('*')) {
      if (!chart.localName.includes('-') || !isChart(chart) || !(chart.dataset as unknown)) continue;
      const claims = chart.id ? root.querySelectorAll(`chart-claim[for="${CSS.escape(chart.id)}"]`) : [];
      for (const { title, path } of chart.dataset.sources) {
        const key = addressKey(path || title, base);
        used.add(key);
        let entry = byAddress.get(key);
        if (!entry) {
          entry = { item: this.#item(key, title, path), marks: [], places: [] };
          byAddress.set(key, entry);
          entries.push(entry);
        }
        entry.places.push(chart, ...claims);
      }
    }
    for (const [key, item] of this.#made) {
      if (used.has(key)) continue;
      item.remove();
      this.#made.delete(key);
    }
    // one place a paragraph: the first
    return entries.map(({ item, marks, places }) => {
      const blocks = new Set<Element | null>();
      return { item, marks, places: [...new Set(places)].sort(before).filter((place) => isNew(blocks, isChart(place) ? place : place.closest(BLOCK))) };
    });
  }

  #make(name: string, text = ''): HTMLElement {
    const element = this.ownerDocument.createElement(name);
    element.textContent = text;
    return element;
  }

  /** The item of a source that only charts name. */
  #item(key: string, title: string, path: string): HTMLElement {
    let item = this.#made.get(key);
    if (item) return item;
    item = this.#make('li', path ? '' : title);
    if (path) {
      const link = this.#make('a', title);
      link.setAttribute('href', path);
      link.setAttribute('rel', 'noopener');
      item.append(link);
    }
    this.#made.set(key, item);
    return item;
  }

  /** Puts the number on the marks, the item in its place, and the ways back behind it. */
  #number({ item, marks, places }: Entry, n: number, words: Voice): void {
    const list = this.#list;
    if (list.children[n - 1] !== item) list.insertBefore(item, list.children[n - 1] ?? null);
    for (const mark of marks) {
      const inner = innermost(mark);
      if (inner.textContent !== String(n)) inner.textContent = String(n);
      const label = mark.getAttribute('aria-label');
      if (label !== null && label !== this.#labels.get(mark)) continue; // the author's own
      this.#labels.set(mark, words.say('sourceNumber', { n }));
      mark.setAttribute('aria-label', this.#labels.get(mark) ?? '');
    }
    item.querySelector('.source-uses')?.remove();
    if (places.length === 0) return;
    const uses = this.#make('span', ' ↩ ');
    uses.className = 'source-uses';
    places.forEach((place, i) => {
      place.id ||= this.#freeId(`${item.id || `source-${n}`}-use-${i + 1}`);
      const link = this.#make('a', String(i + 1));
      link.setAttribute('href', `#${place.id}`);
      link.setAttribute('aria-label', words.say('sourceBack', { n, place: i + 1 }));
      uses.append(...(i ? [words.say('comma')] : []), link);
    });
    item.append(uses);
  }

  #freeId(wanted: string): string {
    let id = wanted;
    while (this.#root.getElementById(id)) id += '-';
    return id;
  }

  /** A comma between two marks that nothing parts. */
  #part(entries: readonly Entry[], words: Voice): void {
    const marks = entries.flatMap((entry) => entry.marks).sort(before);
    marks.forEach((mark, i) => {
      const previous = marks[i - 1];
      if (!previous || previous.closest(BLOCK) !== mark.closest(BLOCK)) return;
      const between = this.ownerDocument.createRange();
      between.setStartAfter(previous);
      between.setEndBefore(mark);
      if (between.toString() === '') mark.before(mark.closest('sup') ? words.say('comma') : this.#make('sup', words.say('comma')));
    });
  }

  /** A fragment finds no id inside a shadow root. */
  readonly #jump = (event: Event): void => {
    const root = this.#root;
    const link = (event.target as Element).closest?.('a[href^="#"]');
    const target = root === this.ownerDocument || !link ? null : root.getElementById(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''));
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView({ block: 'nearest' });
    target.focus({ preventScroll: true });
  };
}

function isNew(seen: Set<Element | null>, block: Element | null): boolean {
  if (seen.has(block)) return false;
  seen.add(block);
  return true;
}

declare global {
  interface HTMLElementTagNameMap {
    'chart-sources': ChartSources;
  }
}
