import type { Parameters } from 'fast-check';

/** How often a property is tried: `usual` times in tests, as often as `npm run fuzz` asks there, from its seed. */
export function runs(usual: number): Parameters<unknown> {
  const { fuzz } = globalThis as { readonly fuzz?: { readonly runs?: number; readonly seed?: number } };
  return { numRuns: fuzz?.runs ?? usual, includeErrorInReport: true, ...(fuzz?.seed === undefined ? {} : { seed: fuzz.seed }) };
}
