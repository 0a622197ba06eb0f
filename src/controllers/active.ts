import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Stop } from '../geometry/marks.js';

/** What the active point moves over. */
export interface Field {
  readonly length: number;
  readonly series: number;
  readonly mirrored: boolean;
  /** NaN where there is nothing to stop at. */
  value(stop: Stop): number;
}

export interface ActiveHost extends ReactiveControllerHost, HTMLElement {
  /** Called where a reader, not a script, made another point active. */
  activeChanged(stop: Stop | null): void;
}

const same = (a: Stop | null, b: Stop | null): boolean => a?.index === b?.index && a?.series === b?.series;

/** The point a reader looks at: moved by keys, pointer or touch, remembered when the plot is left. */
export class ActiveController implements ReactiveController {
  /** The point shown; null where none is. */
  stop: Stop | null = null;
  /** The point the keys stand on, shown or not. */
  place: Stop = { index: 0, series: 0 };
  /** Whether keys (true) or a pointer brought the point. */
  byKeys = false;
  readonly #host: ActiveHost;
  #focused = false;
  #touching = false;

  constructor(host: ActiveHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    document.removeEventListener('pointerdown', this.#outside, true);
    this.stop = null;
    this.#focused = false;
  }

  /** Forgets the point, when the data it stood on is gone. */
  reset(field: Field | null): void {
    this.stop = null;
    const { index, series } = this.place;
    if (!field || index >= field.length || series >= field.series) this.place = { index: 0, series: 0 };
  }

  /** Shows a point for a script, such as a claim in the text; no event. */
  show(stop: Stop | null): void {
    if (same(stop, this.stop)) return;
    this.stop = stop;
    this.byKeys = false;
    this.#host.requestUpdate();
  }

  focus(field: Field, visible: boolean): void {
    this.#focused = true;
    if (visible) this.#move(this.#snap(this.place, field, 1), true);
  }

  blur(): void {
    this.#focused = false;
    this.#move(null, true);
  }

  /** A value the slider was given by assistive technology. */
  input(index: number, field: Field): void {
    this.#move(this.#snap({ index, series: this.place.series }, field, index < this.place.index ? -1 : 1), true);
  }

  /** True where the key was one of ours. Combinations belong to the browser and to assistive technology. */
  key(event: KeyboardEvent, field: Field): boolean {
    if (event.ctrlKey || event.altKey || event.metaKey || field.length === 0) return false;
    const { index, series } = this.place;
    const leap = Math.max(1, Math.round(field.length / 10));
    const step = field.mirrored ? -1 : 1;
    const go = (to: number, across: number, direction: number): void => this.#move(this.#snap({ index: clamp(to, field.length), series: clamp(across, field.series) }, field, direction), true);
    const along = field.length > 1 ? index : series;
    switch (event.key) {
      case 'ArrowRight':
      case 'ArrowLeft': {
        const by = event.key === 'ArrowRight' ? step : -step;
        if (this.stop === null) go(index, series, 1); // after Escape the first key shows where one stands
        else if (field.length > 1) go(index + by, series, by);
        else go(index, along + by, by);
        break;
      }
      case 'ArrowDown':
      case 'ArrowUp':
        if (this.stop === null) go(index, series, 1);
        else go(index, series + (event.key === 'ArrowDown' ? 1 : -1), 1);
        break;
      case 'PageDown':
        go(index - leap, series, -1);
        break;
      case 'PageUp':
        go(index + leap, series, 1);
        break;
      case 'Home':
        if (field.length > 1) go(0, series, 1);
        else go(0, 0, 1);
        break;
      case 'End':
        if (field.length > 1) go(field.length - 1, series, -1);
        else go(0, field.series - 1, -1);
        break;
      case '[':
      case ']':
        this.#move(this.#extreme(field, event.key === '[' ? -1 : 1), true);
        break;
      case 'Escape':
        if (this.stop === null) return false;
        this.#move(null, true);
        break;
      default:
        return false;
    }
    return true;
  }

  pointer(stop: Stop | null, touch: boolean): void {
    this.#move(stop, false);
    if (touch && !this.#touching) {
      this.#touching = true;
      document.addEventListener('pointerdown', this.#outside, true);
    }
  }

  /** The pointer left the plot; what the keys had brought comes back. A touched point stays until a touch elsewhere. */
  leave(): void {
    if (this.#touching) return;
    if (!this.byKeys) this.#move(null, false);
  }

  readonly #outside = (event: Event): void => {
    if (event.composedPath().includes(this.#host)) return;
    this.#touching = false;
    document.removeEventListener('pointerdown', this.#outside, true);
    if (!this.#focused) this.#move(null, false);
  };

  #move(stop: Stop | null, byKeys: boolean): void {
    if (stop && byKeys) this.place = stop;
    if (same(stop, this.stop)) return;
    this.stop = stop;
    this.byKeys = byKeys;
    this.#host.requestUpdate();
    this.#host.activeChanged(stop);
  }

  /** The stop itself, or the next one in that direction that has a value; itself where none has. */
  #snap(stop: Stop, field: Field, direction: number): Stop {
    if (!Number.isNaN(field.value(stop))) return stop;
    for (const way of [direction, -direction]) {
      for (let index = stop.index + way; index >= 0 && index < field.length; index += way) {
        if (!Number.isNaN(field.value({ index, series: stop.series }))) return { index, series: stop.series };
      }
    }
    return stop;
  }

  #extreme(field: Field, sign: number): Stop {
    let best = this.place;
    let most = -Infinity;
    const consider = (stop: Stop): void => {
      const value = field.value(stop) * sign;
      if (value > most) [best, most] = [stop, value];
    };
    if (field.length > 1) for (let index = 0; index < field.length; index++) consider({ index, series: this.place.series });
    else for (let series = 0; series < field.series; series++) consider({ index: 0, series });
    return best;
  }
}

const clamp = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value));
