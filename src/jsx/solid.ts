import type { JSX } from 'solid-js';
import type { Attributes, Tags } from './attributes.js';

/** Solid sets an attribute unless told otherwise: `prop:data` gives an object. */
type Elements = { [Tag in keyof Tags]: Omit<JSX.HTMLAttributes<Tags[Tag]>, keyof Attributes<Tags[Tag]>> & Attributes<Tags[Tag]> & { 'prop:data'?: unknown } };

declare module 'solid-js' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Solid's types can be added to in this way only
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface merges, a type does not
    interface IntrinsicElements extends Elements {}
  }
}
