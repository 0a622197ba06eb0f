import { createComponent, type ReactWebComponent } from '@lit/react';
import react from 'react';
import { OriginSplitBar as Element } from '../define/origin-split-bar.js';
import { chartEvents, type ChartEvents } from './events.js';

/** `<origin-split-bar>` as a React component. */
export const OriginSplitBar: ReactWebComponent<Element, ChartEvents> = /* @__PURE__ */ createComponent({
  react,
  tagName: 'origin-split-bar',
  elementClass: Element,
  events: chartEvents,
});
