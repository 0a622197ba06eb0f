import type { ChartElement } from './chart.js';
import type { Fields } from '../data/facts.js';
import type { Stop } from '../geometry/marks.js';
import type { Figure } from './figure.js';

/** Whether an element is a chart of this package, of whichever copy or version. */
export const isChart = (element: Element | null): element is ChartElement => element !== null && 'shown' in element && 'show' in element && 'dataset' in element;

/** The fields that a chart shows: its figure's, else its attributes', within its window. Without a browser the figure is given. */
export function fieldsOf(chart: ChartElement, figure = chart.shown?.figure): Fields {
  const { x, y, series, from, to } = chart;
  const facet = 'facet' in chart && typeof chart.facet === 'string' ? chart.facet : '';
  return { x: facet || x, y, by: series, from, to, ...figure?.fields };
}

/** The stop of a table's row; null where the figure does not show it. */
export function stopOf(figure: Figure, row: number): Stop | null {
  for (let series = 0; series < figure.series; series++) {
    for (let index = 0; index < figure.length; index++) if (figure.row({ index, series }) === row) return { index, series };
  }
  return null;
}
