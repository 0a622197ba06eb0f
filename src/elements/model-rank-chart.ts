import { ChartElement } from '../view/chart.js';
import type { Drawing } from '../view/drawing.js';

/**
 * Ranked bars of one period, which the reader picks. The seed is the most-used models on OpenRouter. x is the period
 * (default the field `period`, else the first date), series the model, y the measure; the fields `lab`, `origin` (the
 * colour) and `rank` are used where they are there.
 *
 * @customElement model-rank-chart
 */
export class ModelRankChart extends ChartElement {
  static override properties = { ...ChartElement.properties, period: { type: String } };

  /** The period drawn, as its field writes it; '' is the latest. */
  declare period: string;

  constructor() {
    super();
    this.period = '';
  }

  protected override ownHeight(): readonly [number, number] {
    return [364, 364];
  }

  override drawing(): Promise<Drawing<this>> {
    return import('../figures/model-rank-chart.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'model-rank-chart': ModelRankChart;
  }
}
