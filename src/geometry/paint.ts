/** Names of the colours a mark can take; `color-1`… follow the order of series without a colour of their own. */
export const COLORS = ['ink', 'muted', 'grid', 'base', 'surface', 'accent', 'china', 'us', 'europe', 'other', 'unknown', 'color-1', 'color-2', 'color-3', 'color-4', 'color-5', 'color-6', 'color-7', 'color-8', 'color-9', 'none'] as const;
export type Color = (typeof COLORS)[number];

/** Oklch of a colour in a light and a dark setting: lightness 0–1, chroma, hue in degrees. */
type Tone = readonly [lightness: number, chroma: number, hue: number];
type Tones = { readonly light: Tone; readonly dark: Tone };

const of = (light: Tone, dark: Tone): Tones => ({ light, dark });

/**
 * The palette, found by search near the design's colours. Each keeps 3:1 (text in it 4.5:1) against the setting's
 * surface; origins and the first six series, which may stand unlabelled, keep a CIEDE2000 difference of 10 in full and
 * simulated red, green and blue blind vision, and neighbouring series in grey. The paint test holds all of it.
 */
export const PALETTE: Readonly<Record<Exclude<Color, 'none'>, Tones>> = {
  ink: of([0.21, 0.01, 264], [0.95, 0.005, 264]),
  muted: of([0.49, 0.017, 264], [0.73, 0.017, 264]),
  grid: of([0.92, 0.005, 264], [0.31, 0.014, 264]),
  base: of([0.21, 0.01, 264], [0.7, 0.017, 264]),
  surface: of([1, 0, 264], [0.2, 0.009, 264]),
  accent: of([0.526, 0.086, 178.2], [0.755, 0.134, 184.3]),
  china: of([0.568, 0.192, 36.8], [0.732, 0.16, 51.5]),
  us: of([0.551, 0.195, 261.8], [0.697, 0.155, 261.6]),
  europe: of([0.349, 0.072, 165], [0.9, 0.085, 154.6]),
  other: of([0.6, 0.02, 274.3], [0.646, 0.01, 245.3]),
  unknown: of([0.4, 0.014, 262], [0.84, 0.014, 262]),
  'color-1': of([0.526, 0.086, 178.2], [0.755, 0.134, 184.3]),
  'color-2': of([0.446, 0.072, 315.8], [0.634, 0.089, 161.2]),
  'color-3': of([0.34, 0.14, 348.2], [0.798, 0.118, 358.4]),
  'color-4': of([0.486, 0.151, 6.6], [0.9, 0.154, 118.1]),
  'color-5': of([0.34, 0.19, 291.4], [0.63, 0.092, 303.2]),
  'color-6': of([0.568, 0.146, 330], [0.9, 0.111, 203.1]),
  'color-7': of([0.344, 0.078, 120.4], [0.78, 0.075, 272]),
  'color-8': of([0.558, 0.071, 83.9], [0.62, 0.15, 30.1]),
  'color-9': of([0.438, 0.141, 275.8], [0.805, 0.076, 91.9]),
};

/** The live colour: a custom property of the chart's own, which view/styles derives from the page's ink. */
export const variable = (color: Color): string => (color === 'none' ? 'none' : `var(--_${color})`);

/** The colour as #rrggbb for pictures that stand alone. Oklab to sRGB by B. Ottosson, "A perceptual color space for image processing" (2020). */
export const hex = (color: Color, theme: 'light' | 'dark'): string => (color === 'none' ? color : hexOf(PALETTE[color][theme]));

export function hexOf([lightness, chroma, hue]: Tone): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s];
  return `#${linear.map((value) => Math.round(255 * Math.min(1, Math.max(0, value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055))).toString(16).padStart(2, '0')).join('')}`;
}

const NAMED: readonly (readonly [RegExp, Color])[] = [
  [/unidentified|unknown|not stated/i, 'unknown'],
  [/\bothers?\b|\brest\b/i, 'other'],
  [/\bchin(a|ese)\b/i, 'china'],
  [/\b(us|u\.s|usa|united states|american?)\b/i, 'us'],
  [/\beurop/i, 'europe'],
];

const CHINESE: readonly Color[] = ['china', 'color-3', 'color-8', 'color-4', 'color-6'];
const AMERICAN: readonly Color[] = ['us', 'color-5', 'color-7', 'color-2'];

/** A colour for each name that belongs to a group: warm ones in China's, cool ones in the US's, so that a group is seen as one. */
export function colorsWithin(names: readonly string[], groupOf: (name: string) => string): readonly Color[] {
  const next = new Map<Color, number>();
  const plain = colorsFor(names);
  return names.map((name, i) => {
    const [own] = colorsFor([name]);
    const [group = 'accent'] = colorsFor([groupOf(name)]);
    const family = group === 'china' ? CHINESE : group === 'us' ? AMERICAN : null;
    if (own !== 'accent' || !family) return plain[i] ?? 'other';
    const at = next.get(group) ?? 0;
    next.set(group, at + 1);
    return family[at % family.length] ?? 'other';
  });
}

/** A colour for each name: an origin's own wherever its name says one, else the palette's in order; one series takes the accent. */
export function colorsFor(names: readonly string[]): readonly Color[] {
  let next = 0;
  return names.map((name) => {
    const named = NAMED.find(([pattern]) => pattern.test(name))?.[1];
    if (named) return named;
    if (names.length === 1) return 'accent';
    return `color-${(next++ % 9) + 1}` as Color;
  });
}
