import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { DataError, describe } from '../data/errors.js';
import { load } from '../data/load.js';
import { arriving, reader, type Reader } from '../data/reader.js';
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
  /** Fetches what the chart is drawn by: called when data is about to come. */
  prepare(): void;
}

/** Near enough to the viewport to be fetched. */
const NEAR = '800px 0px';

/** Fetches and reads a chart's dataset, near the viewport or at once, again on `reload` and by `refresh`; the newest request wins. */
export class DataController implements ReactiveController {
  dataset: Dataset | null = null;
  error: Error | null = null;
  /** When the data shown was read, where a later re-fetch failed; else 0. */
  staleSince = 0;
  readonly #host: DataHost;
  #abort: AbortController | null = null;
  #observer: IntersectionObserver | null = null;
  #stopRefresh: (() => void) | undefined;
  #readAt = 0;
  #inputs: unknown;
  #given: unknown;

  constructor(host: DataHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether data is awaited: a request is under way, or waits for the chart to come near. */
  get pending(): boolean {
    return !this.dataset && !this.error && Boolean(this.#abort ?? this.#observer);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#comeNear);
    if (this.#host.hasUpdated) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#comeNear);
    // an element that is only moved is back by the next microtask and keeps what it has
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#stop();
      this.#inputs = undefined;
    });
  }

  /** To be called before each update: starts over where what names the data has changed. */
  hostUpdate(): void {
    const { data, src, resource, integrity, crossorigin, maxBytes, loading, isConnected } = this.#host;
    const given = data ?? this.#host.querySelector?.(':scope > script[type="application/json"]')?.textContent;
    const inputs = [src, resource, integrity, crossorigin, maxBytes].join(' ');
    if (loading === 'eager') this.#comeNear();
    if (inputs === this.#inputs && given === this.#given) return;
    if (!isConnected) return;
    this.#inputs = inputs;
    this.#given = given;
    this.#stop();
    this.dataset = this.error = null;
    this.staleSince = 0;
    if (given !== undefined && given !== null) this.#takeGiven(given, resource);
    else if (src && (loading === 'eager' || typeof IntersectionObserver === 'undefined')) void this.#fetch(false);
    else if (src) {
      this.#observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#comeNear(), { rootMargin: NEAR });
      this.#observer.observe(this.#host);
    }
  }

  /** Asks anew, past every cache; resolves when the answer or the failure is known. */
  reload = (): Promise<void> => this.#fetch(true);

  readonly #comeNear = (): void => {
    if (!this.#observer) return;
    this.#observer.disconnect();
    this.#observer = null;
    void this.#fetch(false);
  };

  async #fetch(fresh: boolean): Promise<void> {
    const { src, resource, integrity, crossorigin, maxBytes, baseURI } = this.#host;
    if (!src) return;
    this.#host.prepare();
    const before = this.#abort;
    const mine = (this.#abort = new AbortController());
    const url = URL.canParse(src, baseURI) ? new URL(src, baseURI).href : src;
    try {
      const dataset = await load({ url, resource, integrity, crossorigin, maxBytes }, mine.signal, fresh);
      if (this.#abort === mine) this.#take(() => dataset);
    } catch (error) {
      if (this.#abort !== mine) return; // a newer request, or the chart is gone
      this.#fail(error);
    } finally {
      before?.abort(); // only now: a chart that asks again for the same address keeps the one request alive
    }
    if (this.#host.refresh > 0 && !this.#stopRefresh && this.#abort === mine) {
      const { startRefresh } = await import('./refresh.js').catch(() => ({ startRefresh: null }));
      if (startRefresh && this.#abort === mine) this.#stopRefresh ??= startRefresh(() => this.#host.refresh, () => this.#fetch(true).then(() => !this.staleSince && !this.error));
    }
  }

  /** At once where what reads is here: else when it comes, if nothing newer was given by then. */
  #takeGiven(given: unknown, resource: string): void {
    this.#host.prepare();
    const take = ({ parseJSON, read }: Reader): void => this.#take(() => read(typeof given === 'string' ? parseJSON(given) : given, resource, true));
    const here = reader();
    if (here) return take(here);
    const mine = (this.#abort = new AbortController());
    void arriving().then((arrived) => this.#abort === mine && take(arrived), (error: unknown) => this.#abort === mine && this.#fail(error));
  }

  #take(make: () => Dataset): void {
    try {
      this.dataset = make();
      this.error = null;
      this.staleSince = 0;
      this.#readAt = Date.now();
    } catch (error) {
      this.error = asError(error);
    }
    this.#host.requestUpdate();
  }

  /** The last good data stays. */
  #fail(error: unknown): void {
    if (this.dataset) this.staleSince = this.#readAt;
    else this.error = asError(error);
    this.#host.requestUpdate();
  }

  #stop(): void {
    this.#stopRefresh?.();
    this.#stopRefresh = undefined;
    this.#observer?.disconnect();
    this.#abort?.abort();
    this.#abort = this.#observer = null;
  }
}

/** A failure a reader can be told: what a hostile object throws while it is read is none of theirs. */
function asError(error: unknown): Error {
  if (error instanceof Error && !(error instanceof TypeError || error instanceof RangeError)) return error;
  return new DataError('data', 'rows that can be read', describe(error instanceof Error ? error.message : error));
}
