/** Red, green and blue, 0 to 1. */
export type RGB = readonly [number, number, number];

/** `#rrggbb` as sRGB. */
export const parseHex = (hex: string): RGB => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as RGB;

const toLinear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const linear = (color: RGB): RGB => color.map(toLinear) as unknown as RGB;

/** Relative luminance of an sRGB colour (WCAG 2.2). */
export const luminance = (color: RGB): number => {
  const [red, green, blue] = linear(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast ratio of two sRGB colours (WCAG 2.2), 1 to 21. */
export function contrast(one: RGB, other: RGB): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

export const VISIONS = ['full', 'protanopia', 'deuteranopia', 'tritanopia', 'achromatopsia'] as const;
export type Vision = (typeof VISIONS)[number];

/** Severity 1.0 of G. M. Machado et al., "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), on linear RGB. */
const MACHADO: Readonly<Record<Exclude<Vision, 'full' | 'achromatopsia'>, readonly (readonly number[])[]>> = {
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** What an eye of that vision sees of an sRGB colour, as linear RGB. */
function seenLinear(color: RGB, vision: Vision): RGB {
  const light = linear(color);
  if (vision === 'full') return light;
  if (vision === 'achromatopsia') {
    const grey = luminance(color);
    return [grey, grey, grey];
  }
  return MACHADO[vision].map((row) => Math.min(1, Math.max(0, row.reduce((sum, weight, i) => sum + weight * light[i]!, 0)))) as unknown as RGB;
}

/** CIELAB (D65) of a linear RGB colour. */
function lab([red, green, blue]: RGB): RGB {
  const x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047;
  const y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue;
  const z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883;
  const [fx, fy, fz] = [x, y, z].map((t) => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116)) as [number, number, number];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** CIEDE2000 of two CIELAB colours (G. Sharma et al., "The CIEDE2000 Color-Difference Formula", 2005). */
export function ciede2000([l1, a1, b1]: RGB, [l2, a2, b2]: RGB): number {
  const degrees = 180 / Math.PI;
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const hue = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) * degrees + 360) % 360);
  const [h1, h2] = [hue(p1, b1), hue(p2, b2)];
  const turn = c1 * c2 === 0 ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const dl = l2 - l1;
  const dc = c2 - c1;
  const dh = 2 * Math.sqrt(c1 * c2) * Math.sin(turn / 2 / degrees);
  const ml = (l1 + l2) / 2;
  const mc = (c1 + c2) / 2;
  const mh = c1 * c2 === 0 ? h1 + h2 : Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
  const cos = (angle: number): number => Math.cos(angle / degrees);
  const t = 1 - 0.17 * cos(mh - 30) + 0.24 * cos(2 * mh) + 0.32 * cos(3 * mh + 6) - 0.2 * cos(4 * mh - 63);
  const sl = 1 + (0.015 * (ml - 50) ** 2) / Math.sqrt(20 + (ml - 50) ** 2);
  const sc = 1 + 0.045 * mc;
  const sh = 1 + 0.015 * mc * t;
  const rt = -2 * Math.sqrt(mc ** 7 / (mc ** 7 + 25 ** 7)) * Math.sin((60 * Math.exp(-(((mh - 275) / 25) ** 2))) / degrees);
  return Math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rt * (dc / sc) * (dh / sh));
}

/** CIELAB of a `#rrggbb` colour to an eye of that vision. */
export const seen = (color: string, vision: Vision): RGB => lab(seenLinear(parseHex(color), vision));

/** How different two `#rrggbb` colours look to an eye of that vision: CIEDE2000, where 1 is just noticeable. */
export const difference = (one: string, other: string, vision: Vision): number => ciede2000(seen(one, vision), seen(other, vision));
