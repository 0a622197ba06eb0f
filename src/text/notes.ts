// What writes and reads the dates of notes: loaded with a page's first notes, as it is with its first chart.
export { timeOf } from '../data/dates.js';
export { Words } from './words.js';
