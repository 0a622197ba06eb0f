import { ChartElement } from '../view/chart.js';
import type { Drawing } from '../view/drawing.js';

/**
 * Amounts over time as bands, cut by a column of the table: the same amounts by lab, by origin, by weights. x is the
 * first date field, y the first number field. A column in another resource of the package is another cut of the same totals.
 *
 * @customElement lab-bands-chart
 */
export class LabBandsChart extends ChartElement {
  static override properties = { ...ChartElement.properties, by: { type: String, reflect: true } };

  /** Name of the text field the bands are cut by, such as `lab`, `origin`, `weights`; '' for the first. */
  declare by: string;

  constructor() {
    super();
    this.by = '';
  }

  protected override ownHeight(): readonly [number, number] {
    return [420, 540];
  }

  override drawing(): Promise<Drawing<this>> {
    return import('../figures/lab-bands-chart.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-bands-chart': LabBandsChart;
  }
}
