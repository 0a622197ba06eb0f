import { ModelRankChart } from '../elements/model-rank-chart.js';
import { register } from './register.js';

register('model-rank-chart', ModelRankChart);

export * from '../elements/model-rank-chart.js';
