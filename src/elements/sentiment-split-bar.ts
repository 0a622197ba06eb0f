import { ChartElement } from '../view/chart.js';
import type { Drawing } from '../view/drawing.js';

/**
 * One bar cut in two: how many say yes and how many no, with the number behind the shares. The seed is 22 comments, 22.7 %
 * positive and 77.3 % negative. y is the share in percent, or the count where there is no share; series the side. A field
 * `count` (and `count_status`) gives the counts, else they are derived from `n` where the shares allow only one reading.
 *
 * @customElement sentiment-split-bar
 */
export class SentimentSplitBar extends ChartElement {
  static override properties = { ...ChartElement.properties, n: { type: String } };

  /** How many the shares are of, where the data does not count them: a whole number. */
  declare n: string;

  constructor() {
    super();
    this.n = '';
  }

  protected override ownHeight(): readonly [number, number] {
    return [118, 118];
  }

  override drawing(): Promise<Drawing<this>> {
    return import('../figures/sentiment-split-bar.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sentiment-split-bar': SentimentSplitBar;
  }
}
