import { LoadError } from './errors.js';

/** What parses and checks datasets. */
export type Reader = typeof import('./read.js');

/** It comes beside the first dataset: a page without data near the reader does without. */
let arrived: Reader | undefined;

/** The reader of datasets, once it is here. */
export const reader = (): Reader | undefined => arrived;

/** The same, fetched; a LoadError where it does not come. */
export const arriving = (): Promise<Reader> =>
  import('./read.js').then(
    (module) => (arrived = module),
    () => {
      throw new LoadError('code');
    },
  );
