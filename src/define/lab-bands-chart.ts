import { LabBandsChart } from '../elements/lab-bands-chart.js';
import { register } from './register.js';

register('lab-bands-chart', LabBandsChart);

export * from '../elements/lab-bands-chart.js';
