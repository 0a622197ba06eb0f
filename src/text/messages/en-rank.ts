/** English for ranks, which only their elements bring along. The other languages are one file each and hold these too. */
const messages = {
  rankOf: 'rank {rank}',
  rankShared: '{rank}, shared',
  rankUp: 'up {n}',
  rankDown: 'down {n}',
  rankSame: 'same rank',
  rankNew: 'new',
  rankNewLong: 'new in the list',
  rankAgainst: 'vs {period}',
  'summary.ranks': { one: 'Bar of {measure}: 1 model, {period}.', other: 'Ranked bars of {measure}: {n} models, {period}.' },
  'summary.rankFirst': '{name} is first with {value}.',
  'summary.rankTie': '{list} share the first place with {value}.',
  'summary.rankNext': '{name} follows with {value}.',
  'summary.rankOrigins': 'Models by origin: {list}.',
  'summary.noValues': '{measure} has no values yet.',
} as const;

export default messages;
