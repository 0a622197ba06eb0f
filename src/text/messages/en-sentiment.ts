/** English for shares and the counts behind them, which only their elements bring along. The other languages are one file each and hold these too. */
const messages = {
  counted: '{name}, {count} of {n}',
  countOf: '{count} of {n}',
  'summary.sides': 'Share bar of {list}, from {n}.',
  'summary.sidesAlone': 'Share bar of {list}.',
  'summary.counts': 'Of {n}, that is {list}.',
  countsDerived: 'The counts are derived from the shares.',
  count: 'Count',
  countsUnknown: 'The counts cannot be told from shares of {n} that are printed so coarsely.',
  countsNone: 'The number behind the shares is not stated.',
} as const;

export default messages;
