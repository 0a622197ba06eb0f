/** What templates of React, Preact and Solid may write on our tags: made from the classes, so that nothing is listed twice. */
import type { LitElement } from 'lit';
import type * as elements from '../elements/index.js';

type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}` ? `${First extends Lowercase<First> ? '' : '-'}${Lowercase<First>}${Kebab<Rest>}` : '';

/** Names of a class that are no settings of it: what it reads out, and its methods. */
type Told = keyof LitElement | 'state' | 'summary' | 'active' | 'shown' | 'plotHeight' | 'open' | 'verdict';
type Setting<Value> = Value extends number ? Value | `${number}` : Value;
type Names<Element> = { [Name in keyof Element]: Name extends Told ? never : Element[Name] extends (...given: never[]) => unknown ? never : Name }[keyof Element] & string;

/** Properties, and attributes by their written names: a number may be text. */
export type Attributes<Element> = { [Name in Names<Element>]?: Setting<Element[Name]> } & { [Name in Names<Element> as Kebab<Name>]?: Setting<Element[Name]> };

/** Every tag with the class behind it. */
export interface Tags {
  'token-volume-chart': elements.TokenVolumeChart;
  'origin-split-bar': elements.OriginSplitBar;
  'origin-trend-chart': elements.OriginTrendChart;
  'lab-bands-chart': elements.LabBandsChart;
  'model-rank-chart': elements.ModelRankChart;
  'token-price-chart': elements.TokenPriceChart;
  'sentiment-split-bar': elements.SentimentSplitBar;
  'chart-claim': elements.ChartClaim;
  'chart-sources': elements.ChartSources;
  'editors-notes': elements.EditorsNotes;
}
