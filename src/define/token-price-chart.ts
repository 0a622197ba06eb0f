import { TokenPriceChart } from '../elements/token-price-chart.js';
import { register } from './register.js';

register('token-price-chart', TokenPriceChart);

export * from '../elements/token-price-chart.js';
