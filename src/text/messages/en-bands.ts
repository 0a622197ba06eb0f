/** English for bands over time, which only their elements bring along. The other languages are one file each and hold these too. */
const messages = {
  notPlaced: 'not stated',
  changePoints: '{n} points',
  cutBy: 'Cut by',
  ahead: '{date}: {name} ahead',
  'summary.bands': 'Chart of {measure} over time by {names}, {from} to {to}, stacked.',
  'summary.crossings': { one: 'The lead changes once: {list}.', other: 'The lead changes {n} times: {list}.' },
  'summary.noCrossing': '{name} ahead of {other} throughout.',
  'summary.largestLast': 'The largest band at the end is {name}: {value} ({date}).',
  'summary.unplaced': { one: '{n} row has nothing in the column {column} and is drawn as “not stated”.', other: '{n} rows have nothing in the column {column} and are drawn as “not stated”.' },
  'summary.secondCut': '{column} comes from another table of the same dataset, so it cannot be crossed with {first}.',
  'summary.equalCuts': 'Both cuts have the same total at each date, within {percent}.',
  'summary.unequalCuts': { one: 'At one date, {date}, the two cuts differ by more than {percent}.', other: 'At {n} dates, first {date}, the two cuts differ by more than {percent}.' },
  'summary.sumOff': { one: 'At one date, {date}, the shares do not add up to 100%.', other: 'At {n} dates, first {date}, the shares do not add up to 100%.' },
  'summary.overlay': 'Circles ({names}): {title}; of another base than the chart, measured from zero.',
} as const;

export default messages;
