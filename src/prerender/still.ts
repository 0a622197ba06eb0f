import { parseJSON } from '../data/text.js';
import { read } from '../data/read.js';
import type { Dataset } from '../data/table.js';
import type { Picture, Size } from '../geometry/marks.js';
import { loadMessages, primary } from '../text/messages.js';
import { sheet, type Theme } from '../text/svg.js';
import { FROM_RIGHT } from '../text/voice.js';
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
  /** Plot of this size, CSS px; `em` defaults to 16, `rtl` to how the chart's language is written. */
  picture(size: { readonly width: number; readonly height: number; readonly em?: number; readonly rtl?: boolean }): Picture;
  /** Standalone SVG, as the chart's own download. */
  svg(options?: { readonly width?: number; readonly height?: number; readonly theme?: Theme; readonly rtl?: boolean }): string;
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
  const figure = (await chart.drawing()).figure(chart, dataset, words);
  const picture: Still['picture'] = (size) => figure.picture({ em: 16, ...size, rtl: size.rtl ?? FROM_RIGHT.has(primary(locale)) } satisfies Size);
  return {
    chart,
    figure,
    dataset,
    words,
    height: (width) => chart.plotHeight[width < 480 ? 1 : 0],
    picture,
    svg: ({ width = 680, height = chart.plotHeight[width < 480 ? 1 : 0], theme = 'light', rtl } = {}) => {
      const drawn = picture({ width, height, rtl });
      return sheet(drawn, sheetText({ figure, dataset, words, overrides: chart, picture: drawn }), theme);
    },
  };
}
