import './token-volume-chart.js';
import './origin-split-bar.js';
import './origin-trend-chart.js';
import './lab-bands-chart.js';

export * from '../index.js';
