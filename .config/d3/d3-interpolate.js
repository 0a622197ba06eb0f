// Stands in for d3-interpolate in the script builds: our scales map to numbers only, so colours, dates and
// strings need no interpolation. The numbers are the same to the bit.
export const interpolateNumber = (a, b) => ((a = +a), (b = +b), (t) => a * (1 - t) + b * t);
export const interpolateRound = (a, b) => ((a = +a), (b = +b), (t) => Math.round(a * (1 - t) + b * t));
export const interpolate = interpolateNumber;
/** Only d3-scale's diverging scales ask for it. */
export const piecewise = () => {
  throw new Error('diverging scales are not in this build');
};
