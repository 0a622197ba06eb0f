import { round, type Mark } from './marks.js';
import { colorsFor, type Color } from './paint.js';

/** A small shape that can be told from all others in any colour. */
export type SymbolName = 'circle' | 'square' | 'triangle' | 'diamond' | 'plus' | 'wedge' | 'bowtie' | 'cross' | 'star';

/** How an origin is told in a picture: by colour, and by shape for whom colours are greys. */
export interface Sign {
  readonly color: Color;
  readonly symbol: SymbolName;
}

/** Radius, px, of a symbol on a fill whose key alone names it. */
export const SYMBOL = 4.5;

/** Corners around the middle in sixteenths of the size, x and y in turn: about as large to the eye as a circle of that radius. */
const CORNERS: Readonly<Record<Exclude<SymbolName, 'circle'>, readonly number[]>> = {
  square: [-14, -14, 14, -14, 14, 14, -14, 14],
  triangle: [0, -21, 20, 13, -20, 13],
  diamond: [0, -20, 20, 0, 0, 20, -20, 0],
  plus: [-7, -19, 7, -19, 7, -7, 19, -7, 19, 7, 7, 7, 7, 19, -7, 19, -7, 7, -19, 7, -19, -7, -7, -7],
  wedge: [0, 21, 20, -13, -20, -13],
  bowtie: [-20, -16, 0, -5, 20, -16, 20, 16, 0, 5, -20, 16],
  cross: [-17, -8, -8, -17, 0, -9, 8, -17, 17, -8, 9, 0, 17, 8, 8, 17, 0, 9, -8, 17, -17, 8, -9, 0],
  star: [0, -22, 6, -8, 21, -7, 9, 3, 13, 18, 0, 10, -13, 18, -9, 3, -21, -7, -6, -8],
};

/** Origins have theirs in every chart, as they have their colours. */
const OWN: Partial<Readonly<Record<Color, SymbolName>>> = { china: 'circle', us: 'square', europe: 'triangle', other: 'diamond', unknown: 'plus' };
const REST = ['wedge', 'bowtie', 'cross', 'star'] as const;

/** A symbol for each colour: an origin's own the first time, else the next that no colour here has; those of origins that are not here come last. */
export function symbolsFor(colors: readonly Color[]): readonly SymbolName[] {
  const own = colors.map((color) => OWN[color]);
  const rest = (['circle', 'square', 'triangle', 'diamond', 'plus'] as const).filter((symbol) => !own.includes(symbol));
  const free = rest.length < 5 ? [...REST, ...rest] : [...rest, ...REST];
  let next = 0;
  return colors.map((color, i) => (colors.indexOf(color) === i ? own[i] : undefined) ?? free[next++ % free.length] ?? 'circle');
}

/** Colour and symbol of each name; what is not lit keeps its symbol and turns grey. */
export function signsFor(names: readonly string[]): (name: string, lit?: boolean) => Sign {
  const colors = colorsFor(names);
  const symbols = symbolsFor(colors);
  return (name, lit = true) => {
    const i = names.indexOf(name);
    return { color: lit ? (colors[i] ?? 'accent') : 'other', symbol: symbols[i] ?? 'circle' };
  };
}

/** The symbol around a place, `r` px being the radius that it has as a circle. */
export function symbolMark(symbol: SymbolName, x: number, y: number, r: number, style: Omit<Mark, 'shape'>): Mark {
  if (symbol === 'circle') return { ...style, shape: 'circle', cx: round(x), cy: round(y), r };
  return { ...style, shape: 'path', d: outline(CORNERS[symbol].map((corner, i) => round((i % 2 ? y : x) + (corner * r) / 16))) };
}

/** The symbol in a box from -18 to 18, which a key without one fills. */
export function symbolPath(symbol: SymbolName | undefined): string {
  if (symbol === 'circle') return 'M-16,0A16,16 0 0 1 16,0A16,16 0 0 1 -16,0Z';
  return outline(symbol ? CORNERS[symbol] : [-18, -18, 18, -18, 18, 18, -18, 18]);
}

const outline = (corners: readonly number[]): string => `M${corners.map((corner, i) => (i ? (i % 2 ? ',' : 'L') : '') + corner).join('')}Z`;
