import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Root = Document | ShadowRoot;

/** One observer a root, however many elements look at it. */
const watched = new WeakMap<Root, { readonly observer: MutationObserver; readonly calls: Set<() => void> }>();

/** Attributes that change which chart is meant, or what a chart reads. */
const ATTRIBUTES = ['id', 'href', 'resource', 'x', 'y', 'series', 'facet', 'from', 'to', 'lang'];

function watch(root: Root, call: () => void): () => void {
  let entry = watched.get(root);
  if (!entry) {
    const calls = new Set<() => void>();
    entry = { calls, observer: new MutationObserver(() => calls.forEach((each) => each())) };
    watched.set(root, entry);
  }
  const { observer, calls } = entry;
  if (calls.size === 0) observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
  calls.add(call);
  return () => {
    calls.delete(call);
    if (calls.size === 0) observer.disconnect();
  };
}

const isRoot = (node: Node): node is Root => node instanceof Document || node instanceof ShadowRoot;

/** The page as the elements beside the charts see it: they are told when nodes, words or a chart's data change. */
export class PageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #changed: () => void;
  readonly #active: (chart: EventTarget | undefined, row: unknown) => void;
  #stops: (() => void)[] = [];

  /** `active` is told which chart's point a reader looks at, and its row or null. */
  constructor(host: ReactiveControllerHost & HTMLElement, changed: () => void, active: (chart: EventTarget | undefined, row: unknown) => void = () => undefined) {
    this.#host = host;
    this.#changed = changed;
    this.#active = active;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stops = this.roots().map((root) => watch(root, this.#changed));
    const { ownerDocument } = this.#host;
    for (const type of ['chart-load', 'chart-error', 'chart-active', 'readystatechange']) ownerDocument.addEventListener(type, this, true);
    this.#changed();
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    for (const type of ['chart-load', 'chart-error', 'chart-active', 'readystatechange']) this.#host.ownerDocument.removeEventListener(type, this, true);
  }

  handleEvent(event: Event): void {
    if (event.type === 'chart-active') this.#active(event.composedPath()[0], (event as CustomEvent<unknown>).detail);
    else this.#changed();
  }

  /** The host's root, and those it lies in, outwards. */
  roots(): readonly Root[] {
    const found: Root[] = [];
    for (let root: Node = this.#host.getRootNode(); isRoot(root); root = root.host.getRootNode()) {
      found.push(root);
      if (!(root instanceof ShadowRoot)) break;
    }
    return found;
  }

  /** The element of that id in the nearest of these roots. */
  find(id: string): HTMLElement | null {
    for (const root of this.roots()) {
      const found = root.getElementById(id);
      if (found) return found;
    }
    return null;
  }

  /** Whether elements that are not here may still be parsed. */
  get arriving(): boolean {
    return this.#host.ownerDocument.readyState === 'loading';
  }
}
