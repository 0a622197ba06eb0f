/** English for parts of a whole, which only their elements bring along. The other languages are one file each and hold these too. */
const messages = {
  'summary.parts': 'Parts of a whole: {list}.',
  'summary.more': '{name} has more than half.',
  'summary.largest': '{name} is the largest part.',
  'summary.equal': 'The parts are equal.',
  'summary.groups': { one: '{n} bar.', other: '{n} bars. {name}: from {low} to {high}.' },
  'summary.sum': 'The parts add up to {sum}, not 100 %.',
} as const;

export default messages;
