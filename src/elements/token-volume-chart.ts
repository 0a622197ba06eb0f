import { ChartElement } from '../view/chart.js';
import type { Drawing } from '../view/drawing.js';

/**
 * One quantity over time, or several: an area under a line where there is one, lines where there are more.
 * The seed is weekly tokens on OpenRouter. x is the first date field, y the first number field (or those named), series
 * the first text field.
 *
 * @customElement token-volume-chart
 */
export class TokenVolumeChart extends ChartElement {
  override drawing(): Promise<Drawing<this>> {
    return import('../figures/token-volume-chart.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'token-volume-chart': TokenVolumeChart;
  }
}
