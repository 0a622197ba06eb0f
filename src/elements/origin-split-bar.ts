import { ChartElement } from '../view/chart.js';
import type { Drawing } from '../view/drawing.js';

/**
 * Parts of a whole at one moment. The seed is the origin of models on OpenRouter: China open 58, US frontier 28, Other 14.
 * y is the first number field, series (the parts) the first text field.
 *
 * @customElement origin-split-bar
 */
export class OriginSplitBar extends ChartElement {
  static override properties = { ...ChartElement.properties, layout: { type: String }, facet: { type: String } };

  /** `split`: one bar cut into its parts. `bars`: a row a part. */
  declare layout: 'split' | 'bars';
  /** The field whose values get a bar each. */
  declare facet: string;

  constructor() {
    super();
    this.layout = 'split';
    this.facet = '';
  }

  protected override ownHeight(): readonly [number, number] {
    const height = this.facet ? 380 : this.layout === 'bars' ? 160 : 118;
    return [height, height];
  }

  override drawing(): Promise<Drawing<this>> {
    return import('../figures/origin-split-bar.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'origin-split-bar': OriginSplitBar;
  }
}
