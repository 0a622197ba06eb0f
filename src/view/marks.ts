import type { Mark, Picture } from '../geometry/marks.js';
import { variable, type Color } from '../geometry/paint.js';

/** SVG's names of what a mark calls otherwise; what says how and where it is, no attribute, has none. */
const NAMES: Readonly<Record<string, string>> = { shape: '', key: '', text: '', bold: '', halo: '', fillOpacity: 'fill-opacity', strokeWidth: 'stroke-width', strokeOpacity: 'stroke-opacity', dash: 'stroke-dasharray', anchor: 'text-anchor', size: 'font-size' };

type Painted = Map<string | number, readonly [Element, Mark]>;
const painted = new WeakMap<Element, { readonly picture: Picture | null; readonly marks: Painted }>();

/** Sets what differs from the mark that the element showed before; all of it on a new element. */
function setAttributes(element: Element, mark: Mark, before: Mark | undefined): void {
  const now = attributesOf(mark);
  const old = before && attributesOf(before);
  for (const name in old) if (!(name in now)) element.removeAttribute(name);
  for (const name in now) if (old?.[name] !== now[name]) element.setAttribute(name, String(now[name]));
  if (mark.shape === 'text' && (before as typeof mark | undefined)?.text !== mark.text) element.textContent = mark.text;
}

function attributesOf(mark: Mark): Readonly<Record<string, string | number>> {
  const found = Object.create(null) as Record<string, string | number>;
  for (const [key, value] of Object.entries(mark) as [string, string | number | undefined][]) {
    const name = NAMES[key] ?? key;
    if (name && value !== undefined) found[name] = key === 'fill' || key === 'stroke' ? variable(value as Color) : value;
  }
  if (mark.shape !== 'text') return found;
  if (mark.bold) found['font-weight'] = 600;
  if (mark.halo) Object.assign(found, { stroke: variable(mark.halo), 'stroke-width': 5, 'paint-order': 'stroke' });
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
    const [kept, old] = left.get(key) ?? [];
    const own = kept ?? document.createElementNS('http://www.w3.org/2000/svg', mark.shape);
    setAttributes(own, mark, old);
    if (own === next) next = own.nextSibling;
    else svg.insertBefore(own, next);
    marks.set(key, [own, mark]);
  }
  painted.set(svg, { picture, marks });
}
