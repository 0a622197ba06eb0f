import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Stop } from '../geometry/marks.js';

/** What the active point moves over. */
export interface Field {
  readonly length: number;
  readonly series: number;
  /** Whether the first stop lies at the right. */
  readonly mirrored: boolean;
  /** Whether the stops stand below one another, so that up and down are their steps too. */
  readonly rows: boolean;
  /** NaN where there is nothing to stop at. */
  value(stop: Stop): number;
}

export interface ActiveHost extends ReactiveControllerHost, HTMLElement {
  /** Called where a reader, not a script, made another point active. */
  activeChanged(stop: Stop | null): void;
}

const same = (a: Stop | null, b: Stop | null): boolean => a?.index === b?.index && a?.series === b?.series;
const clamp = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value));

/** The point a reader looks at: moved by keys, pointer or touch, remembered when the plot is left. */
export class ActiveController implements ReactiveController {
  /** The point shown; null where none is. */
  stop: Stop | null = null;
  /** The point the keys stand on, shown or not. */
  place: Stop = { index: 0, series: 0 };
  /** Whether focus has just come and no key has moved yet: the time to say how. */
  arrived = false;
  readonly #host: ActiveHost;
  #byKeys = false;
  #focused = false;
  #touched = false;

  constructor(host: ActiveHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    document.removeEventListener('pointerdown', this.#outside, true);
    document.removeEventListener('keydown', this.#escape, true);
    this.stop = null;
    this.#focused = this.#touched = false;
  }

  /** Steps back to the first point where the data the place stood on is gone. */
  fit(field: Field): void {
    const { index, series } = this.place;
    if (index >= field.length || series >= field.series) this.place = { index: 0, series: 0 };
    if (this.stop && (this.stop.index >= field.length || this.stop.series >= field.series)) this.stop = null;
  }

  /** Shows a point for a script, such as a claim in the text; no event. */
  show(stop: Stop | null): void {
    if (same(stop, this.stop)) return;
    this.stop = stop;
    this.#byKeys = false;
    this.#host.requestUpdate();
  }

  focus(field: Field, visible: boolean): void {
    this.#focused = this.arrived = true;
    if (visible) this.#move(this.#snap(this.place, field, 1), true);
  }

  blur(): void {
    this.#focused = false;
    this.#move(null, true);
  }

  /** A place the slider was given by assistive technology or by the browser itself. */
  input(position: number, field: Field): void {
    const { index, series } = this.place;
    this.#move(field.length > 1 ? this.#snap({ index: position, series }, field, position < index ? -1 : 1) : { index, series: position }, true);
  }

  /** True where the key was one of ours. Combinations belong to the browser and to assistive technology. */
  key({ key, ctrlKey, altKey, metaKey }: KeyboardEvent, field: Field): boolean {
    if (ctrlKey || altKey || metaKey || field.length === 0) return false;
    if (key === 'Escape') {
      const shown = this.stop !== null;
      this.#move(null, true);
      return shown;
    }
    if (key === '[' || key === ']') this.#move(this.#extreme(field, key === '[' ? -1 : 1), true);
    else {
      const by = this.#steps(key, field);
      if (!by) return false;
      // after Escape the first key shows where one stands
      const { index, series } = this.place;
      const [along, across] = this.stop || key === 'Home' || key === 'End' ? by : [0, 0];
      this.#move(this.#snap({ index: clamp(index + along, field.length), series: clamp(series + across, field.series) }, field, along || 1), true);
    }
    return true;
  }

  /** Steps along and across for a key. With one stop along, as in a single bar, every key moves across. */
  #steps(key: string, { length, series, mirrored, rows }: Field): readonly [number, number] | null {
    const leap = Math.max(1, Math.round(length / 10));
    const forward = mirrored ? -1 : 1;
    const along = { ArrowRight: forward, ArrowLeft: -forward, PageUp: leap, PageDown: -leap, Home: -Infinity, End: Infinity }[key];
    const across = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (along !== undefined) return length > 1 ? [along, 0] : [0, along];
    return across === undefined ? null : series > 1 ? [0, across] : [rows ? across : 0, 0];
  }

  pointer(stop: Stop | null, touch: boolean): void {
    this.#move(stop, false);
    if (touch && !this.#touched) {
      this.#touched = true;
      document.addEventListener('pointerdown', this.#outside, true);
    }
  }

  /** The pointer left the plot. A touched point stays until a touch elsewhere, the keys' point until focus leaves. */
  leave(): void {
    if (!this.#touched && !this.#byKeys) this.#move(null, false);
  }

  /** Hides the point but keeps its place: Escape while the pointer rests. */
  dismiss(): void {
    this.#move(null, this.#byKeys);
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.dismiss();
  };

  readonly #outside = (event: Event): void => {
    if (event.composedPath().includes(this.#host)) return;
    this.#touched = false;
    document.removeEventListener('pointerdown', this.#outside, true);
    if (!this.#focused) this.#move(null, false);
  };

  #move(stop: Stop | null, byKeys: boolean): void {
    this.arrived = byKeys && stop !== null && this.stop === null && this.arrived;
    if (stop && byKeys) this.place = stop;
    this.#byKeys = byKeys;
    // a pointer rests without focus, and Escape is then heard by the page alone
    document[stop && !byKeys ? 'addEventListener' : 'removeEventListener']('keydown', this.#escape as EventListener, true);
    if (same(stop, this.stop)) return;
    this.stop = stop;
    this.#host.requestUpdate();
    this.#host.activeChanged(stop);
  }

  /** The stop itself, or the next one in that direction that has a value; itself where none has. */
  #snap(stop: Stop, field: Field, direction: number): Stop {
    const way = Math.sign(direction) || 1;
    for (const step of [way, -way]) {
      for (let { index } = stop; index >= 0 && index < field.length; index += step) {
        if (!Number.isNaN(field.value({ ...stop, index }))) return { ...stop, index };
      }
    }
    return stop;
  }

  #extreme(field: Field, sign: number): Stop {
    const { index, series } = this.place;
    const stops = field.length > 1 ? [...Array(field.length).keys()].map((i) => ({ index: i, series })) : [...Array(field.series).keys()].map((i) => ({ index, series: i }));
    return stops.reduce((best, stop) => (field.value(stop) * sign > field.value(best) * sign || Number.isNaN(field.value(best)) ? stop : best), this.place);
  }
}
