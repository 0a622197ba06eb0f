import { LitElement } from 'lit';
import { clean } from '../data/errors.js';
import type { Overrides } from './frame.js';

export type ChartView = 'chart' | 'table';

/** A removed attribute is an empty one, not null. */
const word = (value: string | null): string => value ?? '';
const text = { converter: word };
/** Words that are shown. */
const shown = { converter: (value: string | null) => clean(word(value), 5000) };
const number = { type: Number } as const;

/** What a page may set of any chart, by attribute or property, with its default. */
export abstract class ChartSettings extends LitElement implements Overrides {
  static override properties = {
    src: text,
    data: { attribute: false },
    resource: text,
    x: text,
    y: text,
    series: text,
    heading: shown,
    subheading: shown,
    source: shown,
    note: shown,
    xTicks: { converter: word, attribute: 'x-ticks' },
    yTicks: { converter: word, attribute: 'y-ticks' },
    yDomain: { converter: word, attribute: 'y-domain' },
    from: text,
    to: text,
    highlight: shown,
    annotations: shown,
    scale: text,
    height: number,
    view: { type: String, reflect: true },
    loading: text,
    integrity: text,
    crossorigin: text,
    refresh: number,
    maxBytes: { type: Number, attribute: 'max-bytes' },
    locale: text,
    timeZone: { converter: word, attribute: 'time-zone' },
    deepLink: { type: Boolean, attribute: 'deep-link' },
    open: { state: true },
    playing: { state: true },
    patterned: { state: true },
  };

  /** Address of the dataset: a Data Package, an array of records, or CSV. */
  declare src: string;
  /** The dataset itself; wins over `src`. A Float64Array in it is drawn from as it is: new data is a new object. */
  declare data: unknown;
  /** Which resource of the package is drawn; default the first with rows. */
  declare resource: string;
  /** Field of x; default by the schema's types, in order. */
  declare x: string;
  /** Field of y, or several separated by spaces; default by the schema's types. */
  declare y: string;
  /** Field that names the series or parts; default by the schema's types. */
  declare series: string;
  /** Replaces the dataset's title. */
  declare heading: string;
  /** Replaces the line under the heading. */
  declare subheading: string;
  /** Replaces the source. */
  declare source: string;
  /** Replaces the note. */
  declare note: string;
  /** Ticks of the x axis, space separated: `2025-05 2025-09`. */
  declare xTicks: string;
  /** Ticks of the y axis, space separated: `0 12.5 25`. */
  declare yTicks: string;
  /** Lowest and highest value of the y axis: `0 50`; it reaches further where values do. */
  declare yDomain: string;
  /** First date that is drawn. */
  declare from: string;
  /** Last date that is drawn. */
  declare to: string;
  /** Series brought forward, comma separated; the rest turn grey. */
  declare highlight: string;
  /** Notes on the plot of a chart over time, beside the dataset's: `2025-11-24: Opus 4.5; 2026-04-06..2026-04-26: US ahead; y=30: 30 trillion`. */
  declare annotations: string;
  /** Scale of the values. */
  declare scale: 'linear' | 'log';
  /** Height of the plot in CSS px; 0 takes the chart's own. */
  declare height: number;
  /** The chart, or its numbers as a table. */
  declare view: ChartView;
  /** `lazy`: fetched when near the viewport. */
  declare loading: 'eager' | 'lazy';
  /** Hash that the dataset must have, as on `<script>`. */
  declare integrity: string;
  /** As on `<script>`: `use-credentials` sends cookies. */
  declare crossorigin: string;
  /** Seconds between re-fetches; 0 never. */
  declare refresh: number;
  /** Size that a dataset may have; 0 takes the default. */
  declare maxBytes: number;
  /** Language of numbers, dates and words; default the nearest `lang`. */
  declare locale: string;
  /** Time zone of dates with a time. */
  declare timeZone: string;
  /** Keeps what a reader chooses in the page's address, so that it can be shared; the chart needs an id. */
  declare deepLink: boolean;
  /** @internal Which panel under the plot is open. */
  declare open: '' | 'about' | 'download';
  /** @internal Whether its points are being played as sound. */
  declare playing: boolean;
  /** @internal Whether the reader asked for patterns on what is filled. */
  declare patterned: boolean;

  constructor() {
    super();
    this.src = this.resource = this.x = this.y = this.series = this.heading = this.subheading = this.source = this.note = '';
    this.xTicks = this.yTicks = this.yDomain = this.from = this.to = this.highlight = this.annotations = this.integrity = this.crossorigin = this.locale = this.open = '';
    this.scale = 'linear';
    this.view = 'chart';
    this.loading = 'lazy';
    this.timeZone = 'UTC';
    this.height = this.refresh = this.maxBytes = 0;
    this.deepLink = false;
  }
}
