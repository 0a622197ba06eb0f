import { ChartClaim } from '../elements/chart-claim.js';
import { register } from './register.js';

register('chart-claim', ChartClaim);

export * from '../elements/chart-claim.js';
