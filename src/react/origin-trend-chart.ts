import { createComponent, type ReactWebComponent } from '@lit/react';
import react from 'react';
import { OriginTrendChart as Element } from '../define/origin-trend-chart.js';
import { chartEvents, type ChartEvents } from './events.js';

/** `<origin-trend-chart>` as a React component. */
export const OriginTrendChart: ReactWebComponent<Element, ChartEvents> = /* @__PURE__ */ createComponent({
  react,
  tagName: 'origin-trend-chart',
  elementClass: Element,
  events: chartEvents,
});
