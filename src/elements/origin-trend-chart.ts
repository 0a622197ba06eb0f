import { ChartElement } from '../view/chart.js';
import type { Drawing } from '../view/drawing.js';

/**
 * Parts of a whole over time, as shares or amounts, with the dates at which the lead changes between the two largest.
 * The seed is the origin of models on OpenRouter by week. x is the first date field, series the first text field; shares
 * are the first number field in %, or computed from amounts; amounts are the first other number field.
 *
 * @customElement origin-trend-chart
 */
export class OriginTrendChart extends ChartElement {
  static override properties = { ...ChartElement.properties, measure: { type: String }, mark: { type: String }, overlay: { type: String } };

  /** `share`: of 100. `absolute`: in the data's own unit. */
  declare measure: 'share' | 'absolute';
  /** `band`: stacked. `line`: a line each. */
  declare mark: 'band' | 'line';
  /** A resource of the same package whose values are laid over as points: of another base, and labelled so. */
  declare overlay: string;

  constructor() {
    super();
    this.measure = 'share';
    this.mark = 'band';
    this.overlay = '';
  }

  protected override ownHeight(): readonly [number, number] {
    return [380, 430];
  }

  override drawing(): Promise<Drawing<this>> {
    return import('../figures/origin-trend-chart.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'origin-trend-chart': OriginTrendChart;
  }
}
