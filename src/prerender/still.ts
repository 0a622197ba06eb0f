import { parseJSON } from '../data/load.js';
import { read } from '../data/read.js';
import type { Dataset } from '../data/table.js';
import type { Picture, Size } from '../geometry/marks.js';
import { loadMessages } from '../text/messages.js';
import { sheet, type Theme } from '../text/svg.js';
import { Words } from '../text/words.js';
import type { ChartElement } from '../view/chart.js';
import { sheetText } from '../view/download.js';
import type { Figure } from '../view/figure.js';

/** A chart's class, as exported by this package. */
export type ChartClass = (new () => ChartElement) & { readonly observedAttributes: readonly string[] };

/** A chart drawn without a browser. */
export interface Still {
  readonly chart: ChartElement;
  readonly figure: Figure;
  readonly dataset: Dataset;
  readonly words: Words;
  /** Height of the plot at a width of the chart, CSS px: as the page would have it. */
  height(width: number): number;
  /** Plot of this size, CSS px; `em` defaults to 16. */
  picture(size: { readonly width: number; readonly height: number; readonly em?: number; readonly rtl?: boolean }): Picture;
  /** Standalone SVG, as the chart's own download. */
  svg(options?: { readonly width?: number; readonly height?: number; readonly theme?: Theme; readonly rtl?: boolean }): string;
}

/** Height of the plot where the attribute says none, as in the elements' styles. */
function plotHeight(chart: ChartElement, Chart: ChartClass, width: number): number {
  if (chart.height > 0) return chart.height;
  const css = (Chart as unknown as { elementStyles: readonly { cssText?: string }[] }).elementStyles.map((each) => each.cssText ?? '').join('\n');
  const name = width < 480 ? '--_plot-narrow' : '--_plot-wide';
  // rules of :host([attribute]) follow the plain one and win where the attribute is there
  let height = 340;
  for (const [, condition = '', body = ''] of css.matchAll(/:host(?:\(\[([^\]]*)\]\))?\s*\{([^}]*)\}/g)) {
    const [attribute = '', value] = condition.replace(/["']/g, '').split('=');
    const given = attribute === '' ? '' : (chart as unknown as Record<string, unknown>)[attribute];
    if (attribute !== '' && !(value === undefined ? given : given === value)) continue;
    const found = new RegExp(`${name}:\\s*(\\d+)px`).exec(body);
    if (found) height = Number(found[1]);
  }
  return height;
}

/** Gives a dataset, checked, of which that resource is drawn. */
export type Loader = (resource: string) => Dataset | Promise<Dataset>;

const isLoader = (data: unknown): data is Loader => typeof data === 'function';

/**
 * Reads a dataset (parsed, JSON text, or what a loader gives) as a chart with these attributes and draws it, in Node as in a browser.
 * Rejects with a DataError where the data does not fit.
 */
export async function still(Chart: ChartClass, attributes: Readonly<Record<string, string>>, data: unknown, language = 'en'): Promise<Still> {
  void Chart.observedAttributes; // reading it is what makes Lit know the class's attributes
  const chart = new Chart();
  for (const [name, value] of Object.entries(attributes)) if (Chart.observedAttributes.includes(name)) chart.attributeChangedCallback(name, null, value);
  const locale = chart.locale || language;
  await loadMessages(locale);
  const words = new Words(locale, chart.timeZone);
  const dataset = isLoader(data) ? await data(chart.resource) : read(typeof data === 'string' ? parseJSON(data) : data, chart.resource);
  const figure = chart.figure(dataset, words);
  const picture: Still['picture'] = (size) => figure.picture({ em: 16, ...size } satisfies Size);
  return {
    chart,
    figure,
    dataset,
    words,
    height: (width) => plotHeight(chart, Chart, width),
    picture,
    svg: ({ width = 680, height = plotHeight(chart, Chart, width), theme = 'light', rtl } = {}) => {
      const drawn = picture({ width, height, rtl });
      return sheet(drawn, sheetText({ figure, dataset, words, overrides: chart, picture: drawn }), theme);
    },
  };
}
