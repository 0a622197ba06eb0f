/** Names of the colours a mark can take; `color-1`… follow the order of series without a colour of their own. */
export const COLORS = ['ink', 'muted', 'grid', 'base', 'surface', 'accent', 'china', 'us', 'europe', 'other', 'color-1', 'color-2', 'color-3', 'color-4', 'color-5', 'color-6', 'color-7', 'color-8', 'color-9', 'none'] as const;
export type Color = (typeof COLORS)[number];

/** Oklch of a colour in a light and a dark setting: lightness 0–1, chroma, hue in degrees. */
type Tone = readonly [lightness: number, chroma: number, hue: number];
type Tones = { readonly light: Tone; readonly dark: Tone };

const of = (light: Tone, dark: Tone): Tones => ({ light, dark });

/**
 * The palette. Each keeps 3:1 (text in it 4.5:1) against the setting's surface, and pairs that stand unlabelled keep a
 * CIEDE2000 difference of 10 in the simulated deficiencies of colour vision; test/palette holds both.
 */
export const PALETTE: Readonly<Record<Exclude<Color, 'none'>, Tones>> = {
  ink: of([0.21, 0.01, 264], [0.95, 0.005, 264]),
  muted: of([0.49, 0.017, 264], [0.73, 0.017, 264]),
  grid: of([0.92, 0.005, 264], [0.31, 0.014, 264]),
  base: of([0.21, 0.01, 264], [0.7, 0.017, 264]),
  surface: of([1, 0, 264], [0.2, 0.009, 264]),
  accent: of([0.511, 0.086, 186], [0.734, 0.12, 182]),
  china: of([0.553, 0.174, 38.4], [0.729, 0.15, 50]),
  us: of([0.516, 0.19, 261], [0.735, 0.137, 257]),
  europe: of([0.5, 0.13, 155], [0.76, 0.15, 158]),
  other: of([0.573, 0.018, 262], [0.666, 0.02, 262]),
  'color-1': of([0.511, 0.086, 186], [0.734, 0.12, 182]),
  'color-2': of([0.52, 0.19, 300], [0.75, 0.14, 303]),
  'color-3': of([0.56, 0.13, 70], [0.8, 0.14, 80]),
  'color-4': of([0.55, 0.19, 355], [0.74, 0.15, 355]),
  'color-5': of([0.5, 0.12, 235], [0.8, 0.1, 225]),
  'color-6': of([0.5, 0.12, 130], [0.83, 0.16, 128]),
  'color-7': of([0.42, 0.14, 285], [0.68, 0.14, 285]),
  'color-8': of([0.46, 0.1, 40], [0.66, 0.1, 40]),
  'color-9': of([0.4, 0.03, 262], [0.86, 0.02, 262]),
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
  [/\bother\b|\bothers\b|unidentified|unknown|\brest\b/i, 'other'],
  [/\bchin(a|ese)\b/i, 'china'],
  [/\b(us|u\.s\.|usa|united states|american?)\b/i, 'us'],
  [/\beurop/i, 'europe'],
];

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
