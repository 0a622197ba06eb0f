import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Size } from '../geometry/marks.js';
import { SAMPLE, textWidth } from '../geometry/metrics.js';

/**
 * One observer for all charts: it tells of all that changed at once, so that all are measured before the first of them
 * draws. With one each, every drawing is followed by the layout that the next chart's measure asks for.
 */
let observer: ResizeObserver | undefined;
const measures = new Map<Element, () => void>();

function watch(node: Element, measure: () => void): void {
  measures.set(node, measure);
  observer ??= new ResizeObserver((entries) => {
    for (const each of new Set(entries.map(({ target }) => measures.get(target)))) each?.();
  });
  observer.observe(node);
}

function leave(node: Element): void {
  measures.delete(node);
  observer?.unobserve(node);
  if (measures.size > 0) return;
  observer?.disconnect();
  observer = undefined;
}

/** Observes the room for the plot, the page's text size and the width of its letters; the host is asked to update where either changed. */
export class SizeController implements ReactiveController {
  /** Null until measured, and while the chart has no room (hidden, or 0 px wide). */
  size: Size | null = null;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #watched: readonly [plot: Element, letters: Element] | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#watched || !this.#host.isConnected) return;
    const plot = this.#host.shadowRoot?.querySelector('.plot');
    const letters = this.#host.shadowRoot?.querySelector('.em');
    if (!plot || !letters) return;
    const watched = (this.#watched = [plot, letters] as const);
    const measure = (): void => {
      if (!this.measure()) return;
      // what is drawn now may change the room itself, by its legend: that is for the next frame, or the browser complains
      leave(plot);
      requestAnimationFrame(() => this.#watched === watched && watch(plot, measure));
    };
    for (const node of watched) watch(node, measure);
  }

  hostDisconnected(): void {
    this.#watched?.forEach(leave);
    this.#watched = null;
  }

  /** Measures at once, while something is observed; returns whether anything changed. */
  measure(): boolean {
    if (!this.#watched) return false;
    const [plot, letters] = this.#watched;
    const width = plot.clientWidth;
    const height = plot.clientHeight;
    const { fontSize, direction } = getComputedStyle(letters);
    const font = parseFloat(fontSize) || 13.5;
    const size: Size = { width, height, em: font / 0.84375, letters: Math.max(1, letters.clientWidth / textWidth(SAMPLE, font)), rtl: direction === 'rtl' };
    const before = this.size;
    if (width < 1 || height < 1) this.size = null;
    else if (!before || (Object.keys(size) as (keyof Size)[]).some((key) => before[key] !== size[key])) this.size = size;
    if (this.size === before) return false;
    this.#host.requestUpdate();
    return true;
  }
}
