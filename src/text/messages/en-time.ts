/** English for charts of values over time, which only their elements bring along. The other languages are one file each and hold these too. */
const messages = {
  changeWeek: 'vs week before',
  changeMonth: 'vs month before',
  changeDay: 'vs day before',
  changeYear: 'vs year before',
  changePoint: 'vs point before',
  'summary.time': 'Chart of {measure} over time, {from} to {to}.',
  'summary.startEnd': 'From {first} to {last}.',
  'summary.rise': '{times} times as much.',
  'summary.riseBy': 'A rise of {percent}.',
  'summary.fallBy': 'A fall of {percent}.',
  'summary.flat': 'About the same at the end as at the start.',
  'summary.highest': 'The highest is {value} ({date}).',
  'summary.highestLast': 'The last value is the highest.',
  'summary.lowest': 'The lowest is {value} ({date}).',
  'summary.seriesLast': 'At the end: {list}.',
  'summary.one': 'One value: {value} ({date}).',
  'summary.noValues': '{measure} has no values yet.',
  noteAt: '{label} ({place})',
  'summary.notes': 'Marked: {list}.',
} as const;

export default messages;
