import { ChartSources } from '../elements/chart-sources.js';
import { register } from './register.js';

register('chart-sources', ChartSources);

export * from '../elements/chart-sources.js';
