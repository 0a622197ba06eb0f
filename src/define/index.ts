import './token-volume-chart.js';
import './origin-split-bar.js';

export * from '../index.js';
