import { html, nothing, type TemplateResult } from 'lit';
import { variable } from '../geometry/paint.js';
import type { Picture, Spot } from '../geometry/marks.js';
import type { PointText } from './figure.js';

/** The words of the active point. Hidden from assistive technology, which hears the same from the slider. */
export function tooltipTemplate(text: PointText): TemplateResult {
  return html`<b>${text.title}</b>
    <dl>
      ${text.rows.map(({ name, value, color }) => html`<dt>${color ? html`<svg class="swatch"><rect width="100%" height="100%" fill=${variable(color)}></rect></svg>` : nothing}${name}</dt><dd>${value}</dd>`)}
    </dl>
    ${text.note ? html`<p>${text.note}</p>` : nothing}`;
}

/**
 * Where the tooltip stands, as CSS values: over time straight above the point (or below it, where the point is high), so
 * that a pointer reaches it without passing another date; beside a row; under a bar's segment where there is room.
 */
export function tooltipPlace(spot: Spot, picture: Picture, lines: number): { readonly left: string; readonly top: string; readonly shiftX: string; readonly shiftY: string } {
  const { width, height, em } = picture.size;
  const tall = (lines * 1.4 + 1.2) * Math.max(12, em * 0.84375);
  const part = Math.round((spot.x / width) * 100);
  // the share of its own width to the left of the point grows from 0 to all: it never leaves the chart and needs no measuring
  const left = { left: `${spot.x}px`, shiftX: `-${Math.min(100, Math.max(0, part))}%` };
  if (spot.box) {
    const below = spot.box.y + spot.box.height + 6;
    return below + tall < height + em * 6 ? { ...left, top: `${below}px`, shiftY: '0' } : { ...left, top: `${spot.box.y - 6}px`, shiftY: '-100%' };
  }
  if (spot.y - 14 > tall) return { ...left, top: `${Math.max(0, Math.min(spot.y - 14 - tall, picture.plot.top))}px`, shiftY: '0' };
  return { ...left, top: `${spot.y + 16}px`, shiftY: '0' };
}
