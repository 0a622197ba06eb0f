/** English for the article's sources and notes. The other languages are one file each and hold these too. */
const messages = {
  // sources
  sourceNumber: 'Source {n}',
  sourceBack: 'Back to where source {n} is used, place {place}',
  // notes
  noteDated: '{date}: ',
  noteChanged: '{point}: {before} changed to {after}.',
  noteAdded: '{point}: added.',
  noteRemoved: '{point}: removed.',
  noteMore: { one: '{n} more change.', other: '{n} more changes.' },
} as const;

export default messages;
