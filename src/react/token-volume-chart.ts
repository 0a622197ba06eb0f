import { createComponent, type ReactWebComponent } from '@lit/react';
import react from 'react';
import { TokenVolumeChart as Element } from '../define/token-volume-chart.js';
import { chartEvents, type ChartEvents } from './events.js';

/** `<token-volume-chart>` as a React component. */
export const TokenVolumeChart: ReactWebComponent<Element, ChartEvents> = /* @__PURE__ */ createComponent({
  react,
  tagName: 'token-volume-chart',
  elementClass: Element,
  events: chartEvents,
});
