// fast-check for npm run mutate: few runs of a fixed seed, and no search for a smaller example. A mutant is asked for one
// failure, thousands of times.
import fc from 'fast-check';

export * from 'fast-check';
const few = (parameters = {}) => ({ ...parameters, numRuns: Math.min(parameters.numRuns ?? 100, 25), seed: 5, endOnFailure: true });
export const assert = (property, parameters) => fc.assert(property, few(parameters));
export default { ...fc, assert };
