import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Size } from '../geometry/marks.js';
import { SAMPLE, textWidth } from '../geometry/metrics.js';

/** Observes the room for the plot and the page's text size; the host is asked to update where either changed. */
export class SizeController implements ReactiveController {
  /** Null until measured, and while the chart has no room (hidden, or 0 px wide). */
  size: Size | null = null;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: ResizeObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#observer || !this.#host.isConnected) return;
    const plot = this.#host.shadowRoot?.querySelector('.plot');
    const em = this.#host.shadowRoot?.querySelector('.em');
    if (!plot || !em) return;
    this.#observer = new ResizeObserver(() => this.#measure(plot, em));
    this.#observer.observe(plot);
    this.#observer.observe(em);
    if (em.firstElementChild) this.#observer.observe(em.firstElementChild); // grows when a font arrives
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  #measure(plot: Element, em: Element): void {
    const width = plot.clientWidth;
    const height = plot.clientHeight;
    const before = this.size;
    const wide = (em.firstElementChild?.clientWidth ?? 0) / (em.clientWidth / 10) - textWidth(SAMPLE, 1, true);
    em.parentElement?.style.setProperty('--_tight', wide > 0 ? `${(-wide / SAMPLE.length).toFixed(3)}em` : 'normal');
    if (width < 1 || height < 1) this.size = null;
    else this.size = { width, height, em: em.clientWidth / 10 || 16, rtl: getComputedStyle(this.#host).direction === 'rtl' };
    if (before?.width !== this.size?.width || before?.height !== this.size?.height || before?.em !== this.size?.em || before?.rtl !== this.size?.rtl) this.#host.requestUpdate();
  }
}
