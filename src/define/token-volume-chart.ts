import { TokenVolumeChart } from '../elements/token-volume-chart.js';
import { register } from './register.js';

register('token-volume-chart', TokenVolumeChart);

export * from '../elements/token-volume-chart.js';
