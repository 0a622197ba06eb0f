import c2mChart from 'chart2music';
import type { ReactiveControllerHost } from 'lit';
import type { ActiveController } from '../controllers/active.js';
import type { Stop } from '../geometry/marks.js';
import type { Figure } from './figure.js';

/** A tone being played; `stop` ends it at once and may be called twice. */
export interface Sound {
  stop(): void;
}

/** Longest time a whole chart takes, in ms; few points are not slower than the library's usual four a second. */
const LONGEST = 15_000;
const STEPS = [250, 100, 50, 25];

/** Every stop with a value along the reading direction; across, where there is one stop along. */
export function tones({ length, series, value }: Pick<Figure, 'length' | 'series' | 'value'>, at: number): readonly Stop[] {
  return Array.from({ length: length > 1 ? length : series }, (_, i) => (length > 1 ? { index: i, series: at } : { index: 0, series: i })).filter((stop) => Number.isFinite(value(stop)));
}

/**
 * Plays the values of one series as tones, the higher the higher, from left to right. `move` is told each point as it
 * sounds, `end` when all have or the tones were stopped. The library's own words, keys and dialogs stay in a node that
 * no page holds: the chart says all of that itself.
 */
export function play(figure: Figure, series: number, move: (stop: Stop) => void, end: () => void): Sound {
  const stops = tones(figure, series);
  let over = false;
  let sounded = false;
  let last = 0;
  const host = document.createElement('div');
  const stop = (): void => {
    if (over) return;
    over = true;
    clearTimeout(last);
    press({ key: 'Control', ctrlKey: true });
    chart.data?.cleanUp();
    end();
  };
  const press = (init: KeyboardEventInit): boolean => host.dispatchEvent(new KeyboardEvent('keydown', init));
  const chart = c2mChart({
    type: 'line',
    element: host,
    cc: document.createElement('div'),
    data: stops.map((each, x) => ({ x, y: figure.value(each) })),
    options: {
      onFocusCallback: ({ index }) => {
        const point = stops[index];
        if (over || !point) return;
        sounded = true;
        move(point);
        if (index === stops.length - 1) last = window.setTimeout(stop, 500);
      },
    },
  });
  // its speeds are steps of a key: as slow as the whole stays short
  const speed = STEPS.findIndex((step) => step * stops.length <= LONGEST);
  for (let i = 0; i < (speed < 0 ? STEPS.length - 1 : speed); i++) press({ key: 'q' });
  press({ key: 'End', shiftKey: true });
  if (!sounded) last = window.setTimeout(stop); // nothing to play, or a system the library leaves silent
  return { stop };
}

/** The chart that is heard. */
export interface SoundHost extends ReactiveControllerHost {
  playing: boolean;
  readonly isConnected: boolean;
  readonly shown: { readonly figure: Figure } | null;
}

const players = new WeakMap<SoundHost, Sound>();

/** Plays the series a reader stands in, or stops; Escape stops too, wherever the focus is. What sounds is shown. */
export function toggleSound(host: SoundHost, active: ActiveController): void {
  const playing = players.get(host);
  if (playing) return playing.stop();
  const { shown } = host;
  if (!shown || !host.isConnected) return;
  const onEscape = (event: KeyboardEvent): void => void (event.key === 'Escape' && sound.stop());
  // as long as the chart stands, and with the figure it stood with
  const watch = { hostUpdate: () => void (host.shown?.figure !== shown.figure && sound.stop()), hostDisconnected: () => sound.stop() };
  const sound = play(shown.figure, active.place.series, (stop) => active.show(stop), () => {
    players.delete(host);
    document.removeEventListener('keydown', onEscape, true);
    host.removeController(watch);
    host.playing = false;
    active.show(null);
  });
  players.set(host, sound);
  document.addEventListener('keydown', onEscape, true);
  host.addController(watch);
  host.playing = true;
}
