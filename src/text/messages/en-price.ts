/** English for prices, which only their elements bring along. The other languages are one file each and hold these too. */
const messages = {
  free: 'free',
  noPrice: 'no price',
  noOutputPrice: 'no output price',
  outputFree: 'output free',
  noInputPrice: 'no input price',
  inputFree: 'input free',
  blended: 'Blended, {input} to {output}',
  inputShare: 'Input tokens per 100',
  ratio: 'Output against {name}',
  timesOf: '{times} times {name}’s',
  kindOfPrice: 'Kind of price',
  'summary.prices': { one: 'Input and output price of 1 model, {unit}, on a log scale.', other: 'Input and output prices of {n} models, {unit}, on a log scale.' },
  'summary.priceRatio': '{name} output costs {times} times {reference}’s.',
  'summary.priceOne': '{output} of {name} costs {value}.',
  'summary.priceRange': '{output} costs from {low} ({lowName}) to {high} ({highName}), {times} times as much.',
  'summary.priceFree': { one: '{n} is free.', other: '{n} are free.' },
  'summary.priceNone': { one: '{n} has no price.', other: '{n} have no price.' },
} as const;

export default messages;
