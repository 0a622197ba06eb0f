export * from './elements/index.js';
export { ChartElement, type ChartState, type ChartView } from './view/chart.js';
export type { Row } from './data/row.js';
export { DataError, LoadError } from './data/errors.js';
export { read } from './data/read.js';
export { addMessages, type Message, type MessageKey, type Messages } from './text/messages.js';
export type { Annotation, Column, Dataset, Provenance, Revision, Source, Status, Table } from './data/table.js';
export type { Figure, PointText } from './view/figure.js';
export type { Mark, Picture, Size, Stop } from './geometry/marks.js';
