import './token-volume-chart.js';
import './origin-split-bar.js';
import './origin-trend-chart.js';
import './lab-bands-chart.js';
import './model-rank-chart.js';
import './token-price-chart.js';
import './sentiment-split-bar.js';
import './chart-claim.js';
import './chart-sources.js';
import './editors-notes.js';

export * from '../index.js';
