/** What the script form offers beside the elements: all of `index.ts` but what comes with the first data. */
export { ChartElement } from './view/chart.js';
export { DataError, LoadError } from './data/errors.js';
export { addMessages } from './text/messages.js';
