import type { CSSResult, TemplateResult, nothing } from 'lit';
import type { Dataset } from '../data/table.js';
import type { Words } from '../text/words.js';
import type { Figure } from './figure.js';

/** What makes one kind of chart of a dataset: a module of src/figures, which comes when data does. */
export interface Drawing<Chart> {
  /** The dataset read as this chart. Throws a DataError where it does not fit, an EmptyTable where there is nothing to draw. */
  figure(chart: Chart, dataset: Dataset, words: Words): Figure;
  /** Controls of this chart's own, beside the shared ones. */
  controls?(chart: Chart, words: Words): TemplateResult | typeof nothing;
  /** Rules of its own, beside the shared ones. */
  readonly styles?: readonly CSSResult[];
}
