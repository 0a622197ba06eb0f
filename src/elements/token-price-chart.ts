import type { PriceSort } from '../data/prices.js';
import { ChartElement } from '../view/chart.js';
import type { Drawing } from '../view/drawing.js';

/**
 * Input and output price per million tokens on a logarithmic axis. The seed is Claude Haiku 4.5 at $1 and $5 beside
 * DeepSeek at $0.14 and $0.28. y names the two price fields (default `input output`), series the model; the fields
 * `lab`, `origin` (the colour), `date` and `kind` are used where they are there.
 *
 * @customElement token-price-chart
 */
export class TokenPriceChart extends ChartElement {
  static override properties = {
    ...ChartElement.properties,
    reference: { type: String },
    models: { type: String },
    sort: { type: String },
    inputShare: { type: Number, attribute: 'input-share' },
  };

  /** The model that the others' output prices are compared with; of several prices of it the last in the table. */
  declare reference: string;
  /** Names of the models that are drawn, separated by commas; '' is all. */
  declare models: string;
  /** What orders the rows, dearest first: '' is `output`. A reader who moves the slider sorts by `blended`. */
  declare sort: PriceSort | '';
  /** Input tokens in 100 tokens of the mix that the blended price is for; default 75, three to one, which price comparisons often use. */
  declare inputShare: number;

  constructor() {
    super();
    this.reference = this.models = this.sort = '';
    this.inputShare = 75;
  }

  protected override ownHeight(): readonly [number, number] {
    return [546, 546];
  }

  override drawing(): Promise<Drawing<this>> {
    return import('../figures/token-price-chart.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'token-price-chart': TokenPriceChart;
  }
}
