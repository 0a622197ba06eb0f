import type { HTMLAttributes } from 'preact';
import type { Attributes, Tags } from './attributes.js';

type Elements = { [Tag in keyof Tags]: Omit<HTMLAttributes<Tags[Tag]>, keyof Attributes<Tags[Tag]>> & Attributes<Tags[Tag]> };

declare module 'preact' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Preact's types can be added to in this way only
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface merges, a type does not
    interface IntrinsicElements extends Elements {}
  }
}
