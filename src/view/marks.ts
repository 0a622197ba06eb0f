import type { Mark, Picture } from '../geometry/marks.js';
import { variable, type Color } from '../geometry/paint.js';

/** SVG's names of what a mark calls otherwise; what says how and where it is, no attribute, has none. */
const NAMES: Readonly<Record<string, string>> = { shape: '', key: '', text: '', bold: '', halo: '', fillOpacity: 'fill-opacity', strokeWidth: 'stroke-width', strokeOpacity: 'stroke-opacity', dash: 'stroke-dasharray', anchor: 'text-anchor', size: 'font-size' };

type Painted = Map<string | number, readonly [Element, Mark]>;
const painted = new WeakMap<Element, { readonly picture: Picture | null; readonly marks: Painted }>();

function attributesOf(mark: Mark): Map<string, string> {
  const found = new Map<string, string>();
  const set = (name: string, value: string | number): void => void found.set(name, String(value));
  for (const [key, value] of Object.entries(mark) as [string, string | number | undefined][]) {
    const name = NAMES[key] ?? key;
    if (name && value !== undefined) set(name, key === 'fill' || key === 'stroke' ? variable(value as Color) : value);
  }
  if (mark.shape !== 'text') return found;
  if (mark.bold) set('font-weight', 600);
  if (mark.halo) for (const [name, value] of [['stroke', variable(mark.halo)], ['stroke-width', 5], ['paint-order', 'stroke']] as const) set(name, value);
  return found;
}

/**
 * Paints a picture's marks, in order, before whatever else the svg holds. A mark whose key (or place, without one) was
 * there before keeps its element, so that it moves by the style sheet's transitions; a picture that is there is not touched.
 */
export function paintMarks(svg: Element, picture: Picture | null): void {
  const before = painted.get(svg);
  if (before?.picture === picture) return;
  const left: Painted = before?.marks ?? new Map<string | number, readonly [Element, Mark]>();
  const wishes = new Map(picture?.marks.map((mark, i) => [mark.key ?? i, mark]));
  const marks: Painted = new Map();
  // first what goes: an element that has to be moved past one that goes would lose its transition
  for (const [key, [element, old]] of left) {
    if (wishes.get(key)?.shape === old.shape) continue;
    element.remove();
    left.delete(key);
  }
  let next = svg.firstChild;
  for (const [key, mark] of wishes) {
    const kept = left.get(key)?.[0];
    const own = kept ?? document.createElementNS('http://www.w3.org/2000/svg', mark.shape);
    const wished = attributesOf(mark);
    if (kept) for (const { name } of [...kept.attributes]) if (!wished.has(name)) kept.removeAttribute(name);
    for (const [name, value] of wished) if (own.getAttribute(name) !== value) own.setAttribute(name, value);
    if (mark.shape === 'text' && own.textContent !== mark.text) own.textContent = mark.text;
    if (own === next) next = own.nextSibling;
    else svg.insertBefore(own, next);
    marks.set(key, [own, mark]);
  }
  painted.set(svg, { picture, marks });
}
