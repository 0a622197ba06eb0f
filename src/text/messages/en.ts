/** What all charts say, in English, and with the files beside it the reference for the other languages. `{name}` is filled in; a record picks by plural category of `n`. */
const messages = {
  // controls
  view: 'View',
  chart: 'Chart',
  table: 'Table',
  download: 'Download',
  about: 'About this data',
  patterns: 'Patterns',
  playSound: 'Play as sound',
  stopSound: 'Stop the sound',
  retry: 'Try again',
  // states
  loading: 'Loading the chart.',
  empty: 'This dataset has no rows yet.',
  failed: 'This chart could not be drawn.',
  stale: 'The newest data could not be read. This is from {time}.',
  dataFault: '{place}: expected {expected}, found {found}',
  // status
  reported: 'Reported',
  derived: 'Derived',
  representative: 'Representative',
  notStated: 'Status not stated',
  statusOf: '{n} of {total} {status}',
  comma: ', ',
  sentence: '{text}.',
  semicolon: '; ',
  unfinished: 'period not finished',
  // caption and about
  source: 'Source',
  sourceLine: 'Source: {source}',
  status: 'Status',
  // reading points
  weekOf: 'Week of {date}',
  position: '{index} of {total}',
  up: 'up {percent}',
  down: 'down {percent}',
  same: 'unchanged',
  moreThan: 'more than {value}',
  lessThan: 'less than {value}',
  between: '{low} to {high}',
  noValue: 'no value',
  share: 'Share',
  total: 'Total',
  // summaries
  listPair: '{name} {value}',
  // of several charts
  measure: 'Measure',
  rest: { one: 'and {n} more in the table', other: 'and {n} more in the table' },
  restAlone: { one: '{n} row in the table', other: '{n} rows in the table' },
  rank: 'Rank',
  times: '{times} times',
  date: 'Date',
} as const;

export default messages;
