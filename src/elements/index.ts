/** Every element, in the order of the gallery: a new one is a line here. */
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
