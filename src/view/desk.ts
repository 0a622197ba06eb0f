import { html, nothing, svg, type ReactiveController, type TemplateResult } from 'lit';
import { ActiveController, type ActiveHost, type Field } from '../controllers/active.js';
import type { Picture, Spot, Stop } from '../geometry/marks.js';
import { addLate } from '../text/messages.js';
import english from '../text/messages/en-late.js';
import type { Words } from '../text/words.js';
import type { Figure } from './figure.js';
import { lateStyles } from './late-styles.js';
import { addSheet as addStyle } from './sheet.js';
import { tooltipPlace, tooltipTemplate } from './tooltip.js';

addLate(english);

/** The chart a desk serves. */
export interface DeskHost extends ActiveHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** The figure and picture shown, or null. */
  readonly shown: { readonly figure: Figure; readonly picture: Picture; readonly words: Words } | null;
}

/**
 * A reader's way to the points: pointer, touch, keys, focus mark and tooltip. It comes when the chart has been painted,
 * or is first pointed at or focused, since the picture does not need it.
 */
export class Desk implements ReactiveController {
  readonly active: ActiveController;
  readonly #host: DeskHost;
  #last: PointerEvent | undefined;

  /** `last` is what a pointer did before: one that rests on the plot does nothing more. */
  constructor(host: DeskHost, last?: PointerEvent) {
    this.#host = host;
    this.active = new ActiveController(host);
    addSheet(host.renderRoot);
    host.addController(this);
    // on the root, which every state keeps, and not on each node: one set of listeners however often the plot is redrawn
    for (const type of ['pointermove', 'pointerdown', 'pointerout', 'keydown', 'keyup', 'input', 'focusin', 'focusout']) host.renderRoot.addEventListener(type, this);
    this.#last = last;
    this.#rest();
    const slider = host.shadowRoot?.activeElement;
    if (slider?.matches('input.walk')) this.#withField((field) => this.active.focus(field, slider.matches(':focus-visible')));
  }

  /** Takes the point that a pointer rests on, once there is a picture. */
  #rest(): void {
    const last = this.#last;
    const { shown, renderRoot } = this.#host;
    const box = last && shown && renderRoot.querySelector('.stage')?.getBoundingClientRect();
    if (!box) return;
    this.#last = undefined;
    this.active.pointer(shown.picture.nearest(last.clientX - box.left, last.clientY - box.top), last.pointerType === 'touch');
  }

  hostConnected(): void {
    addSheet(this.#host.renderRoot);
  }

  hostUpdate(): void {
    this.#withField((field) => this.active.fit(field));
  }

  /** Puts the tooltip beside its point: by style properties, since strict pages refuse style attributes. */
  hostUpdated(): void {
    this.#rest();
    const tooltip = this.#host.renderRoot.querySelector<HTMLElement>('.tooltip');
    const { shown } = this.#host;
    const spot = this.#spot();
    if (!tooltip || !shown || !spot) return;
    const { rows, note } = shown.figure.point(spot.stop);
    const { left, top, shiftX, shiftY } = tooltipPlace(spot, shown.picture, rows.length + (note ? 2 : 1));
    tooltip.style.left = left;
    tooltip.style.top = top;
    tooltip.style.transform = `translate(${shiftX}, ${shiftY})`;
  }

  handleEvent(event: Event): void {
    const { target } = event;
    if (!(target instanceof Element)) return;
    this.#last = event instanceof PointerEvent && event.type !== 'pointerout' && !this.#host.shown && target.matches('.stage') ? event : undefined;
    if (event instanceof PointerEvent && target.matches('.stage')) {
      if (event.type !== 'pointerout') this.active.pointer(this.#host.shown?.picture.nearest(event.offsetX, event.offsetY) ?? null, event.pointerType === 'touch');
      else if (!(event.relatedTarget instanceof Element && event.relatedTarget.closest('.tooltip'))) this.active.leave();
    } else if (event.type === 'pointerout' && target.closest('.tooltip')) {
      if (!(event instanceof PointerEvent && event.relatedTarget instanceof Element && event.relatedTarget.closest('.plot'))) this.active.leave();
    } else if (target instanceof HTMLInputElement && target.matches('.walk')) {
      this.#withField((field) => this.#slide(event, target, field));
    }
  }

  #slide(event: Event, slider: HTMLInputElement, field: Field): void {
    if (event.type === 'focusin') this.active.focus(field, slider.matches(':focus-visible'));
    else if (event.type === 'focusout') this.active.blur();
    else if (event.type === 'input') this.active.input(Number(slider.value), field);
    else if (event instanceof KeyboardEvent && event.type === 'keyup') {
      // Firefox leaves a plot that Tab reached where it is, if an edge of it is in view
      if (event.key === 'Tab') slider.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (event instanceof KeyboardEvent && this.active.key(event, field)) event.preventDefault();
  }

  /** The focus mark over the picture. */
  mark(): TemplateResult | typeof nothing {
    const spot = this.#spot();
    const picture = this.#host.shown?.picture;
    if (!spot || !picture) return nothing;
    const { box, x, y, color } = spot;
    if (box) return svg`<rect part="focus" x=${box.x + 1} y=${box.y + 1} width=${Math.max(0, box.width - 2)} height=${Math.max(0, box.height - 2)} fill="none" stroke="var(--_ink)" stroke-width="3"></rect>`;
    return svg`${picture.crosshair ? svg`<line part="crosshair" x1=${x} x2=${x} y1=${picture.plot.top} y2=${picture.plot.bottom} stroke="var(--_muted)" stroke-dasharray="2 3"></line>` : nothing}<circle part="focus" cx=${x} cy=${y} r="6" fill=${`var(--_${color})`} stroke="var(--_ink)" stroke-width="2"></circle>`;
  }

  /** How to move, shown on focus, and the words of the active point. */
  details(): TemplateResult | typeof nothing {
    const { shown } = this.#host;
    if (!shown) return nothing;
    const spot = this.#spot();
    return html`<p class="help ${this.active.arrived ? 'shown' : ''}" id="help">${shown.words.say('instructions')}</p>
      ${spot ? html`<div class="tooltip" part="tooltip" aria-hidden="true">${tooltipTemplate(shown.figure.point(spot.stop))}</div>` : nothing}`;
  }

  #spot(): (Spot & { readonly stop: Stop }) | null {
    const { stop } = this.active;
    const spot = stop && this.#host.shown?.picture.spot(stop);
    return spot ? { ...spot, stop } : null;
  }

  #withField(use: (field: Field) => void): void {
    const { shown } = this.#host;
    if (!shown) return;
    const { figure, picture } = shown;
    use({ length: figure.length, series: figure.series, mirrored: figure.mirrored && picture.size.rtl === true, rows: figure.mirrored, value: (stop) => figure.value(stop) });
  }
}

/** Adds the late rules to a root. */
export const addSheet = (root: HTMLElement | DocumentFragment): void => addStyle(root, lateStyles);
