import { OriginTrendChart } from '../elements/origin-trend-chart.js';
import { register } from './register.js';

register('origin-trend-chart', OriginTrendChart);

export * from '../elements/origin-trend-chart.js';
