/** React components of every element: properties by name, events as props, registered when imported. */
import type {} from '../jsx/react.js';

export { TokenVolumeChart } from './token-volume-chart.js';
export { OriginSplitBar } from './origin-split-bar.js';
export { OriginTrendChart } from './origin-trend-chart.js';
export { LabBandsChart } from './lab-bands-chart.js';
export { ModelRankChart } from './model-rank-chart.js';
export { TokenPriceChart } from './token-price-chart.js';
export { SentimentSplitBar } from './sentiment-split-bar.js';
export { ChartClaim } from './chart-claim.js';
export { ChartSources } from './chart-sources.js';
export { EditorsNotes } from './editors-notes.js';
export type { ChartEvents, ClaimEvents } from './events.js';
