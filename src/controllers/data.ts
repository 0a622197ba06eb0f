import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { DataError, describe } from '../data/errors.js';
import { load, parseJSON } from '../data/load.js';
import { read } from '../data/read.js';
import type { Dataset } from '../data/table.js';

/** What a chart says of its data; see CONTRACT's attributes of the same names. */
export interface DataHost extends ReactiveControllerHost, HTMLElement {
  readonly hasUpdated: boolean;
  readonly src: string;
  readonly data: unknown;
  readonly resource: string;
  readonly integrity: string;
  readonly crossorigin: string;
  readonly loading: string;
  readonly refresh: number;
  readonly maxBytes: number;
}

const INPUTS = ['src', 'data', 'resource', 'integrity', 'crossorigin', 'maxBytes'];
const NEAR = '800px 0px';

/** Seconds between re-fetches: at least 5, at most a day, else a number too large for a timer would fire at once. */
const clampRefresh = (seconds: number): number => (seconds > 0 ? Math.min(86_400, Math.max(5, seconds)) : 0);

/** Fetches and reads a chart's dataset, near the viewport or at once, again on `reload` and by `refresh`; the newest request wins. */
export class DataController implements ReactiveController {
  dataset: Dataset | null = null;
  error: Error | null = null;
  /** When the data shown was read, if a later re-fetch failed; else 0. */
  staleSince = 0;
  readonly #host: DataHost;
  #abort: AbortController | null = null;
  #observer: IntersectionObserver | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #readAt = 0;
  #failures = 0;
  #inputs = '';
  #near = false;

  constructor(host: DataHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether a request is under way, or waits for the chart to come near. */
  get pending(): boolean {
    return this.#abort !== null && this.dataset === null && this.error === null;
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#comeNear);
    window.addEventListener('online', this.#resume);
    document.addEventListener('visibilitychange', this.#resume);
    if (this.#host.hasUpdated) this.#start();
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#comeNear);
    window.removeEventListener('online', this.#resume);
    document.removeEventListener('visibilitychange', this.#resume);
    // an element that is only moved is back by the next microtask and keeps what it has
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#stop();
    });
  }

  /** Call before each update: starts over where what names the data changed. */
  update(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (this.#host.hasUpdated && ![...changed.keys()].some((key) => key === 'refresh' || INPUTS.includes(String(key)))) return;
    this.#start();
  }

  /** Asks anew, past every cache; resolves when the answer or the failure is shown. */
  async reload(): Promise<void> {
    const address = this.#address();
    if (!address) return;
    this.#near = true;
    await this.#fetch(address, true);
  }

  #start(): void {
    const inline = this.#inline();
    const { data, src, resource, integrity, crossorigin, maxBytes } = this.#host;
    const given = data ?? inline;
    if (given !== undefined && given !== null) {
      this.#stop();
      this.#inputs = '';
      this.#take(() => read(typeof given === 'string' && data === undefined ? parseJSON(given) : given, resource));
      return;
    }
    const inputs = [src, resource, integrity, crossorigin, maxBytes].join(' ');
    if (inputs === this.#inputs && (this.#abort || this.dataset || this.error)) return this.#schedule();
    this.#stop();
    this.#inputs = inputs;
    this.dataset = null;
    this.error = null;
    this.staleSince = 0;
    this.#failures = 0;
    if (!src || !this.#host.isConnected) return;
    this.#abort = new AbortController();
    if (this.#near || this.#host.loading === 'eager' || typeof IntersectionObserver === 'undefined') return void this.#fetch(this.#address(), false);
    this.#observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#comeNear(), { rootMargin: NEAR });
    this.#observer.observe(this.#host);
  }

  readonly #comeNear = (): void => {
    this.#near = true;
    this.#observer?.disconnect();
    this.#observer = null;
    if (this.#abort && !this.dataset && !this.error) void this.#fetch(this.#address(), false);
  };

  #address(): string {
    if (!this.#host.src) return '';
    try {
      return new URL(this.#host.src, this.#host.baseURI).href;
    } catch {
      return this.#host.src; // load says that it is no address
    }
  }

  /** The text of the first JSON script child, if any. */
  #inline(): string | undefined {
    return this.#host.querySelector?.(':scope > script[type="application/json"]')?.textContent ?? undefined;
  }

  async #fetch(url: string, fresh: boolean): Promise<void> {
    const { resource, integrity, crossorigin, maxBytes } = this.#host;
    const before = this.#abort;
    const mine = new AbortController();
    this.#abort = mine;
    clearTimeout(this.#timer);
    try {
      const dataset = await load({ url, resource, integrity, crossorigin, maxBytes: maxBytes > 0 ? maxBytes : undefined, fresh }, mine.signal);
      if (this.#abort !== mine) return;
      this.#failures = 0;
      this.#take(() => dataset);
    } catch (error) {
      if (this.#abort !== mine) return; // a newer request, or the chart is gone
      this.#failures++;
      if (this.dataset) this.staleSince = this.#readAt;
      else this.error = asError(error);
      this.#host.requestUpdate();
    } finally {
      before?.abort(); // only now: a chart that asks again for the same address keeps the one request alive
      if (this.#abort === mine) this.#schedule();
    }
  }

  #take(make: () => Dataset): void {
    try {
      this.dataset = make();
      this.error = null;
      this.staleSince = 0;
      this.#readAt = Date.now();
    } catch (error) {
      this.dataset = null;
      this.error = asError(error);
    }
    this.#host.requestUpdate();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const seconds = clampRefresh(this.#host.refresh);
    if (!seconds || !this.#host.isConnected || !this.#address() || document.hidden || !navigator.onLine) return;
    const backoff = 2 ** Math.min(4, this.#failures);
    this.#timer = setTimeout(() => void this.#fetch(this.#address(), true), Math.min(86_400, seconds * backoff) * 1000);
  }

  readonly #resume = (): void => {
    if (this.#host.refresh > 0 && (this.dataset || this.error)) this.#schedule();
  };

  #stop(): void {
    clearTimeout(this.#timer);
    this.#observer?.disconnect();
    this.#observer = null;
    this.#abort?.abort();
    this.#abort = null;
    if (!this.#host.isConnected) this.#inputs = '';
  }
}

/** A failure a reader can be told: what a hostile object throws while it is read is none of theirs. */
function asError(error: unknown): Error {
  if (error instanceof Error && !(error instanceof TypeError || error instanceof RangeError)) return error;
  return new DataError('data', 'dataset', describe(error instanceof Error ? error.message : error));
}
