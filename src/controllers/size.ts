import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Size } from '../geometry/marks.js';
import { SAMPLE, textWidth } from '../geometry/metrics.js';

/** Observes the room for the plot, the page's text size and the width of its letters; the host is asked to update where either changed. */
export class SizeController implements ReactiveController {
  /** Null until measured, and while the chart has no room (hidden, or 0 px wide). */
  size: Size | null = null;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: ResizeObserver | undefined;
  #measured: readonly [plot: Element, letters: Element] | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#observer || !this.#host.isConnected) return;
    const plot = this.#host.shadowRoot?.querySelector('.plot');
    const letters = this.#host.shadowRoot?.querySelector('.em');
    if (!plot || !letters) return;
    const observer = new ResizeObserver(() => {
      if (!this.measure()) return;
      // what is drawn now may change the room itself, by its legend: that is for the next frame, or the browser complains
      observer.unobserve(plot);
      requestAnimationFrame(() => this.#observer === observer && observer.observe(plot));
    });
    this.#observer = observer;
    this.#measured = [plot, letters];
    this.#observer.observe(plot);
    this.#observer.observe(letters);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  /** Measures at once, while something is observed; returns whether anything changed. */
  measure(): boolean {
    if (!this.#observer || !this.#measured) return false;
    const [plot, letters] = this.#measured;
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
