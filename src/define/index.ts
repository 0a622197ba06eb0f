import './token-volume-chart.js';
import './origin-split-bar.js';
import './chart-claim.js';
import './chart-sources.js';
import './editors-notes.js';

export * from '../index.js';
