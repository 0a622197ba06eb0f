import { createComponent, type ReactWebComponent } from '@lit/react';
import react from 'react';
import { EditorsNotes as Element } from '../define/editors-notes.js';

/** `<editors-notes>` as a React component. */
export const EditorsNotes: ReactWebComponent<Element> = /* @__PURE__ */ createComponent({
  react,
  tagName: 'editors-notes',
  elementClass: Element,
});
