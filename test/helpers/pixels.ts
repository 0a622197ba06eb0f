import { executeServerCommand } from '@web/test-runner-commands';
import { ciede2000, contrast, luminance, seen, type RGB, type Vision } from './color.js';

/** A rectangle of the viewport, CSS px. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a reader's eye gets: the pixels of a part of the viewport. */
export class Photo {
  readonly #data: Uint8ClampedArray;
  readonly #width: number;
  readonly #height: number;
  readonly #from: Area;
  /** Pixels a CSS px. */
  readonly scale: number;

  constructor({ data, width, height }: ImageData, from: Area) {
    this.#data = data;
    this.#width = width;
    this.#height = height;
    this.#from = from;
    this.scale = width / (from.right - from.left);
  }

  /** The pixel at a place of the viewport, as 0xrrggbb. */
  at(x: number, y: number): number {
    const column = Math.min(this.#width - 1, Math.max(0, Math.floor((x - this.#from.left) * this.scale)));
    const row = Math.min(this.#height - 1, Math.max(0, Math.floor((y - this.#from.top) * this.scale)));
    const i = (row * this.#width + column) * 4;
    return ((this.#data[i] ?? 0) << 16) | ((this.#data[i + 1] ?? 0) << 8) | (this.#data[i + 2] ?? 0);
  }

  /** How often each colour is in an area, the commonest first. */
  colors({ left, top, right, bottom }: Area): readonly (readonly [color: number, count: number])[] {
    const counts = new Map<number, number>();
    const step = 1 / this.scale;
    for (let y = top + step / 2; y < bottom; y += step) {
      for (let x = left + step / 2; x < right; x += step) {
        const color = this.at(x, y);
        counts.set(color, (counts.get(color) ?? 0) + 1);
      }
    }
    return [...counts].sort((a, b) => b[1] - a[1]);
  }

  /** How many pixels of an area are another grey than in the other photo of it, by `least` CIEDE2000 or more. */
  greysChanged(other: Photo, area: Area, least: number): number {
    let count = 0;
    const step = 1 / this.scale;
    for (let y = area.top + step / 2; y < area.bottom; y += step) for (let x = area.left + step / 2; x < area.right; x += step) if (apart(this.at(x, y), other.at(x, y), 'achromatopsia') >= least) count++;
    return count;
  }

  /** Where pixels differ by more than the noise of letters' edges: the place of each, px of the viewport. */
  changes(other: Photo): readonly (readonly [x: number, y: number])[] {
    const found: (readonly [number, number])[] = [];
    for (let i = 0; i < this.#data.length; i += 4) {
      if (![0, 1, 2].some((channel) => Math.abs((this.#data[i + channel] ?? 0) - (other.#data[i + channel] ?? 0)) > 48)) continue;
      const pixel = i / 4;
      found.push([this.#from.left + (pixel % this.#width) / this.scale, this.#from.top + Math.floor(pixel / this.#width) / this.scale]);
    }
    return found;
  }
}

/** A photo of the node's box; null where this engine takes none. `scale` is that of the last `window`. */
export async function photo(node: Element): Promise<Photo | null> {
  scrollTo(0, 0);
  const box = node.getBoundingClientRect();
  const area = { left: Math.floor(box.left), top: Math.floor(box.top), right: Math.ceil(box.right), bottom: Math.ceil(box.bottom) };
  const answer: unknown = await executeServerCommand('engine-pixels', { x: area.left, y: area.top, width: area.right - area.left, height: area.bottom - area.top });
  if (typeof answer !== 'string' || answer === 'unsupported') return null;
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${answer}`)).blob());
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser draws no canvas to read pixels from.');
  context.drawImage(bitmap, 0, 0);
  return new Photo(context.getImageData(0, 0, bitmap.width, bitmap.height), area);
}

/** A window of this many CSS px, high enough for all that is photographed at once, and so many pixels to each. */
export const sized = (width: number, height: number, scale = 1): Promise<unknown> => executeServerCommand('engine-viewport', { width, height, deviceScaleFactor: scale });

export const rgb = (color: number): RGB => [(color >> 16) / 255, ((color >> 8) & 255) / 255, (color & 255) / 255];
export const hexOf = (color: number): string => `#${color.toString(16).padStart(6, '0')}`;
export const ratio = (one: number, other: number): number => contrast(rgb(one), rgb(other));
export const light = (color: number): number => luminance(rgb(color));

const labs = new Map<string, RGB>();
function labOf(color: number, vision: Vision): RGB {
  const key = `${vision}${color}`;
  let found = labs.get(key);
  if (!found) labs.set(key, (found = seen(hexOf(color), vision)));
  return found;
}

/** How different two pixels look to an eye of that vision, CIEDE2000; grey is what no colour vision leaves. */
export const apart = (one: number, other: number, vision: Vision): number => (one === other ? 0 : ciede2000(labOf(one, vision), labOf(other, vision)));
