import type React from 'react';
import type { Attributes, Tags } from './attributes.js';

type Elements = { [Tag in keyof Tags]: React.DetailedHTMLProps<Omit<React.HTMLAttributes<Tags[Tag]>, keyof Attributes<Tags[Tag]>>, Tags[Tag]> & Attributes<Tags[Tag]> };

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- React's types can be added to in this way only
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface merges, a type does not
    interface IntrinsicElements extends Elements {}
  }
}
