import { round, type LegendEntry, type Mark, type Picture } from './marks.js';
import { textWidth } from './metrics.js';
import type { Color } from './paint.js';

/** Lines over a filled mark, along x or along y: `every` px one, cut into strokes of `on` px where that is given. */
interface Lines {
  readonly along: 'x' | 'y';
  readonly every: number;
  readonly width: number;
  readonly on?: number;
  readonly off?: number;
}
type Texture = readonly Lines[];

const rows = (every: number, width: number, on?: number, off?: number): Lines => ({ along: 'x', every, width, ...(on && { on, off }) });
const columns = (every: number, width: number, on?: number, off?: number): Lines => ({ ...rows(every, width, on, off), along: 'y' });

/** No texture has a diagonal: those say how sure a value is. */
const TEXTURES: readonly Texture[] = [
  [],
  [rows(6, 2, 2, 6)],
  [rows(6, 1.5)],
  [columns(6, 1.5)],
  [rows(9, 1.25), columns(9, 1.25)],
  [rows(5, 1.5, 6, 4)],
  [columns(5, 1.5, 6, 4)],
  [rows(11, 4, 4, 9)],
  [rows(11, 4)],
  [columns(11, 4)],
  [rows(4, 1)],
  [columns(4, 1)],
  [rows(8, 4, 4, 4)],
  [rows(14, 1.5), columns(5, 1.5)],
  [columns(14, 1.5), rows(5, 1.5)],
];
const OWN: Partial<Readonly<Record<Color, number>>> = { china: 0, us: 1, other: 2, europe: 3, unknown: 4 };

/** Px of a mark's rim that stay plain, and of the ground around words. */
const RIM = 2;
const AROUND_WORDS = 4;

type Span = readonly [from: number, to: number];
type Corner = readonly [x: number, y: number];

/** Marks that a category fills. A line's area is of one series, and needs none. */
const filledWith = (mark: Mark): Color | undefined => ((mark.part === 'band' || mark.part === 'segment') && mark.fill !== 'none' ? mark.fill : undefined);

/** The colours that fill something, in painting order. */
const fills = ({ marks }: Picture): readonly Color[] => [...new Set(marks.flatMap((mark) => filledWith(mark) ?? []))];

/** A texture for each colour: an origin's own, else the next of those that no origin of the picture has. */
export function texturesFor(colors: readonly Color[]): ReadonlyMap<Color, Texture> {
  const taken = new Set(colors.map((color) => OWN[color]));
  const free = TEXTURES.filter((_, i) => !taken.has(i));
  let next = 0;
  return new Map(colors.map((color) => [color, TEXTURES[OWN[color] ?? -1] ?? free[next++ % free.length] ?? []]));
}

/** The picture with a texture over each category's marks and in its keys, and none under words. */
export function textured(picture: Picture): Picture {
  const textures = texturesFor([...new Set([...fills(picture), ...picture.legend.map(({ color }) => color)])]);
  const words = picture.marks.filter((mark) => (mark.shape === 'text' ? mark.text !== '' : mark.part === 'label' && mark.fill !== 'none')).map(boxOf);
  return {
    ...picture,
    marks: picture.marks.flatMap((mark) => [mark, ...over(mark, textures.get(filledWith(mark) ?? 'none') ?? [], words)]),
    legend: picture.legend.map((entry): LegendEntry => ({ ...entry, texture: (textures.get(entry.color) ?? []).map((lines) => ({ ...style(lines), shape: 'path', part: 'legend', d: linesIn(KEY, lines, []) })) })),
  };
}

/** A key's own room: 22 by 14 px. */
const KEY: readonly Corner[] = [[-RIM, -RIM], [22 + RIM, -RIM], [22 + RIM, 14 + RIM], [-RIM, 14 + RIM]];

const style = ({ width, on, off }: Lines): Pick<Mark, 'fill' | 'stroke' | 'strokeWidth' | 'dash'> => ({ fill: 'none', stroke: 'surface', strokeWidth: width, dash: on ? `${on} ${off}` : undefined });

function over(mark: Mark, texture: Texture, words: readonly (readonly Corner[])[]): readonly Mark[] {
  const corners = texture.length ? outlineOf(mark) : [];
  return texture.flatMap((lines, i): readonly Mark[] => {
    const d = linesIn(corners, lines, words);
    return d ? [{ ...style(lines), shape: 'path', part: mark.part, d, strokeOpacity: mark.fillOpacity, key: mark.key && `${mark.key}/texture ${i}` }] : [];
  });
}

/** Corners of a bar or of a band, whose path is straight lines with absolute coordinates. */
function outlineOf(mark: Mark): readonly Corner[] {
  if (mark.shape === 'rect') return rectangle(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height);
  return mark.shape === 'path' ? [...mark.d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]) : [];
}

const rectangle = (left: number, top: number, right: number, bottom: number): readonly Corner[] => [[left, top], [right, top], [right, bottom], [left, bottom]];

/** What a label or a symbol on a fill covers, with some ground around it. */
function boxOf(mark: Mark): readonly Corner[] {
  if (mark.shape === 'circle') return rectangle(mark.cx - mark.r - RIM, mark.cy - mark.r - RIM, mark.cx + mark.r + RIM, mark.cy + mark.r + RIM);
  if (mark.shape !== 'text') {
    const corners = outlineOf(mark);
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    return corners.length ? rectangle(Math.min(...xs) - RIM, Math.min(...ys) - RIM, Math.max(...xs) + RIM, Math.max(...ys) + RIM) : [];
  }
  const { x, y, text, anchor = 'start', size, bold } = mark;
  const width = textWidth(text, size, bold);
  const left = x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
  return rectangle(left - AROUND_WORDS, y - size * 0.8 - AROUND_WORDS, left + width + AROUND_WORDS, y + size * 0.25 + AROUND_WORDS);
}

/** The lines as a path, inside the outline but for its rim, outside of the holes. Their places follow the picture, so that neighbours' lines meet. */
function linesIn(outline: readonly Corner[], { along, every, width, on = 0, off = 0 }: Lines, holes: readonly (readonly Corner[])[]): string {
  const turn = (corners: readonly Corner[]): readonly Corner[] => (along === 'x' ? corners : corners.map(([x, y]) => [y, x]));
  const [shape, cuts] = [turn(outline), holes.map(turn)];
  const [low, high] = [Math.min(...shape.map(([, y]) => y)), Math.max(...shape.map(([, y]) => y))];
  let d = '';
  for (let row = Math.ceil(low / every); row * every <= high; row++) {
    const y = row * every;
    const rim = RIM + width / 2;
    // as far as the outline is there a rim above and below too
    let spans: readonly Span[] = [y - rim, y + rim].reduce<readonly Span[]>((found, at) => both(found, crossings(shape, at)), crossings(shape, y)).map(([from, to]): Span => [from + RIM, to - RIM]);
    for (const hole of cuts) for (const at of [y - width / 2, y + width / 2]) spans = without(spans, crossings(hole, at));
    for (const [from, to] of spans) {
      // strokes of one line, and of all in it, stand at the same places, every other line's between them
      const period = on + off;
      const phase = row % 2 ? period / 2 : 0;
      const start = on ? Math.ceil((from - phase) / period) * period + phase : from;
      const last = start + Math.floor((to - start - on) / (period || 1)) * period + on;
      const end = on ? last : to;
      if (end - start < 1 || (on && to - start < on)) continue;
      d += along === 'x' ? `M${round(start)},${round(y)}H${round(end)}` : `M${round(y)},${round(start)}V${round(end)}`;
    }
  }
  return d;
}

/** Where a line at `y` is inside a shape. */
function crossings(corners: readonly Corner[], y: number): readonly Span[] {
  const at: number[] = [];
  for (let i = 0; i < corners.length; i++) {
    const [ax, ay] = corners[i] as Corner; // i is an index of it
    const [bx, by] = corners[(i + 1) % corners.length] as Corner;
    if (ay <= y !== by <= y) at.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
  }
  at.sort((a, b) => a - b);
  return at.flatMap((from, i) => (i % 2 ? [] : [[from, at[i + 1] ?? from] as const]));
}

const both = (one: readonly Span[], other: readonly Span[]): readonly Span[] => one.flatMap(([a, b]) => other.map(([c, e]): Span => [Math.max(a, c), Math.min(b, e)])).filter(([from, to]) => to > from);
const without = (spans: readonly Span[], holes: readonly Span[]): readonly Span[] => holes.reduce((left, [from, to]) => left.flatMap(([a, b]): readonly Span[] => [[a, Math.min(b, from)], [Math.max(a, to), b]]).filter(([a, b]) => b > a), spans);
