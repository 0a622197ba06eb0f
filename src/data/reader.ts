import { LoadError } from './errors.js';
import type { read } from './read.js';

/** What checks datasets comes beside the first of them: a page without data near the reader does without. */
let arrived: typeof read | undefined;

/** The function that checks datasets, once it is here. */
export const reader = (): typeof read | undefined => arrived;

/** The same, fetched; a LoadError where it does not come. */
export const arriving = (): Promise<typeof read> =>
  import('./read.js').then(
    (module) => (arrived = module.read),
    () => {
      throw new LoadError('code');
    },
  );
