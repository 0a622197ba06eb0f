import type { ReactiveController } from 'lit';
import { available, isDate, isText } from '../data/channels.js';
import { asShown, columnOf, type Column } from '../data/table.js';
import type { Stop } from '../geometry/marks.js';
import { fieldsOf } from './linked.js';
import type { ChartElement } from './chart.js';
import type { Figure } from './figure.js';

/** What a reader may choose, by its name in the address: the properties it sets, or null for what is no such choice. */
const CHOICES: Readonly<Record<string, (value: string) => Readonly<Record<string, string | number>> | null>> = {
  view: (view) => (view === 'chart' || view === 'table' ? { view } : null),
  measure: (measure) => (measure === 'share' || measure === 'absolute' ? { measure } : null),
  by: (by) => ({ by }),
  period: (period) => ({ period }),
  'input-share': (value) => (/^\d{1,3}$/.test(value) ? { inputShare: Number(value), sort: 'blended' } : null),
};
const PROPERTIES = ['view', 'measure', 'by', 'period', 'inputShare', 'sort'];

/** The active datum's name in the address. */
const AT = 'at';

/** Past this many points none is named in the address: to find one again, all are looked at. */
const MOST_POINTS = 20_000;

type Choices = Record<string, unknown>;

/** Parts of a fragment that are pairs; a mere anchor is none. */
const pairs = (hash: string): readonly string[] => hash.replace(/^#/, '').split('&').filter((part) => part.includes('='));

/** A pair's chart and name: `volume.view=table` is `volume` and `view`. */
function named(pair: string): { readonly id: string; readonly name: string; readonly value: string } {
  const [[key, value] = ['', '']] = new URLSearchParams(pair);
  const dot = key.lastIndexOf('.');
  return { id: key.slice(0, Math.max(0, dot)), name: key.slice(dot + 1), value };
}

/** What a fragment says of a chart. */
function entriesOf(id: string, hash: string): Map<string, string> {
  const found = pairs(hash).map(named).filter((pair) => id && pair.id === id && (pair.name === AT || Object.hasOwn(CHOICES, pair.name)));
  return new Map(found.map(({ name, value }) => [name, value]));
}

/** The page's address with these entries of one chart and everything that it says of others. */
function addressWith(id: string, entries: ReadonlyMap<string, string>): string {
  const others = pairs(location.hash).filter((pair) => named(pair).id !== id);
  const own = [...entries].map(([name, value]) => new URLSearchParams([[`${id}.${name}`, value]]).toString());
  const hash = [...others, ...own].join('&');
  const [page = ''] = location.href.split('#');
  return hash ? `${page}#${hash}` : page;
}

const keys = new WeakMap<Figure, readonly string[]>();

/** A name for each point, which stays when rows are added: its date and series; '' for a point without a row. By index, then series. */
function keysOf(chart: ChartElement): readonly string[] {
  const { figure, dataset } = chart.shown ?? {};
  if (!figure || !dataset || figure.length * figure.series > MOST_POINTS) return [];
  const known = keys.get(figure);
  if (known) return known;
  const { table } = asShown(figure, dataset);
  const { x = '', by = '' } = fieldsOf(chart);
  const along = columnOf(table, x) ?? available(table).find(isDate);
  const across = columnOf(table, by) ?? available(table).find((column) => isText(column) && column !== along);
  const text = (column: Column | undefined, row: number): string => {
    const value = column?.values[row];
    return typeof value !== 'number' ? (value ?? '') : Number.isNaN(value) ? '' : new Date(value).toISOString().replace(/T00:00.*/, '');
  };
  const seen = new Map<string, number>();
  const found = Array.from({ length: figure.length * figure.series }, (_, i) => {
    const row = figure.row({ index: Math.floor(i / figure.series), series: i % figure.series });
    if (row < 0) return '';
    const key = [text(along, row), text(across, row)].filter(Boolean).join(' ');
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return n > 1 ? `${key} ${n}` : key;
  });
  keys.set(figure, found);
  return found;
}

const keyOf = (chart: ChartElement, { index, series }: Stop): string => keysOf(chart)[index * (chart.shown?.figure.series ?? 0) + series] ?? '';

/** The page's address for a point of a chart: with the reader's view of it where the chart has `deep-link`, else to its id. */
export function addressOf(chart: ChartElement, stop: Stop | null): string {
  const [page = ''] = location.href.split('#');
  if (!chart.id) return page;
  if (!chart.deepLink) return `${page}#${encodeURIComponent(chart.id)}`;
  const entries = entriesOf(chart.id, location.hash);
  const key = stop && keyOf(chart, stop);
  if (key) entries.set(AT, key);
  return entries.size ? addressWith(chart.id, entries) : `${page}#${encodeURIComponent(chart.id)}`;
}

const linked = new WeakSet<ChartElement>();

/** Keeps a reader's view of a chart in the page's fragment, once per chart. */
export function deepLink(chart: ChartElement): void {
  if (linked.has(chart)) return;
  linked.add(chart);
  chart.addController(new DeepLink(chart));
}

/**
 * A reader's choices and the point they chose by key, click or tap, as `#id.view=table&id.at=2026-05-25`. A choice is a
 * step of the history, a point is none. Each chart reads and writes only pairs of its own id; what a chart cannot show
 * is ignored.
 */
class DeepLink implements ReactiveController {
  readonly #chart: ChartElement;
  /** What the author chose. */
  readonly #own: Choices;
  /** Whether the address says something that has not been shown yet. */
  #news = true;
  #shown = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(chart: ChartElement) {
    this.#chart = chart;
    const all = chart as unknown as Choices;
    this.#own = Object.fromEntries(PROPERTIES.flatMap((name) => (name in chart ? [[name, all[name]]] : [])));
    for (const type of ['chart-change', 'click', 'keyup', 'input']) chart.addEventListener(type, this);
    const [first] = pairs(location.hash);
    // once a fragment is more than an id the browser does not go there itself
    if (first && named(first).id === chart.id && this.#entries.size && scrollY === 0) chart.scrollIntoView();
  }

  get #entries(): Map<string, string> {
    return this.#chart.deepLink ? entriesOf(this.#chart.id, location.hash) : new Map();
  }

  hostConnected(): void {
    for (const type of ['popstate', 'hashchange']) addEventListener(type, this);
    this.#news = true;
    this.#chart.requestUpdate();
  }
  hostDisconnected(): void {
    for (const type of ['popstate', 'hashchange']) removeEventListener(type, this);
    clearTimeout(this.#timer);
  }
  hostUpdated(): void {
    if (!this.#news || !this.#chart.shown) return;
    this.#news = false;
    void this.#follow();
  }

  handleEvent(event: Event): void {
    if (event.type === 'popstate' || event.type === 'hashchange') {
      this.#news = true;
      this.#chart.requestUpdate();
    } else if (event.composedPath()[0] === this.#chart && event instanceof CustomEvent) {
      const { name, value } = event.detail as { readonly name: string; readonly value: string };
      this.#choose(name, value);
    } else if (!(event instanceof KeyboardEvent && ['Tab', 'Shift'].includes(event.key))) {
      clearTimeout(this.#timer);
      // browsers refuse an address that changes more often than some times a second
      this.#timer = setTimeout(() => this.#point(event instanceof KeyboardEvent && event.key === 'Escape'), 200);
    }
  }

  /** Shows what the address says, and what the author chose where it says nothing. */
  async #follow(): Promise<void> {
    const chart = this.#chart;
    await chart.updateComplete;
    const entries = this.#entries;
    const wanted: Choices = { ...this.#own };
    for (const [name, read] of Object.entries(CHOICES)) {
      const value = entries.get(name);
      const choice = value === undefined ? null : read(value);
      if (choice && Object.keys(choice).every((property) => property in this.#own) && this.#draws({ ...wanted, ...choice })) Object.assign(wanted, choice);
    }
    Object.assign(chart, wanted);
    await chart.updateComplete;
    const at = entries.get(AT);
    const place = at ? keysOf(chart).indexOf(at) : -1;
    const series = chart.shown?.figure.series ?? 1;
    if (place >= 0 || this.#shown) await chart.show(place < 0 ? null : { index: Math.floor(place / series), series: place % series });
    this.#shown = place >= 0;
  }

  /** Whether the chart has a figure with these choices; it keeps those it has. */
  #draws(choices: Choices): boolean {
    const chart = this.#chart;
    const { shown } = chart;
    const all = chart as unknown as Choices;
    const before = Object.fromEntries(Object.keys(this.#own).map((name) => [name, all[name]]));
    Object.assign(chart, choices);
    try {
      return shown !== null && chart.draws();
    } catch {
      return false;
    } finally {
      Object.assign(chart, before);
    }
  }

  #choose(name: string, value: string): void {
    const choice = Object.hasOwn(CHOICES, name) ? CHOICES[name]?.(value) : null;
    if (!choice) return;
    const entries = this.#entries;
    const [[property, chosen] = []] = Object.entries(choice);
    if (property && this.#own[property] === chosen) entries.delete(name);
    else entries.set(name, value);
    if (name === 'by' || name === 'period') entries.delete(AT); // a point of other rows
    this.#write(entries, 'pushState');
  }

  #point(dismissed: boolean): void {
    const stop = this.#chart.points?.stop;
    const key = stop ? keyOf(this.#chart, stop) : '';
    const entries = this.#entries;
    if (dismissed) entries.delete(AT);
    else if (key) entries.set(AT, key);
    else return;
    this.#write(entries, 'replaceState');
  }

  #write(entries: ReadonlyMap<string, string>, how: 'pushState' | 'replaceState'): void {
    const { id, deepLink: on } = this.#chart;
    if (!on || !id) return;
    const address = addressWith(id, entries);
    try {
      if (address !== location.href) history[how](history.state, '', address);
    } catch {
      // a page that may not have an address of its own, such as a sandboxed frame's
    }
  }
}
