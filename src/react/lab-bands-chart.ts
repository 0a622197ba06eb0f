import { createComponent, type ReactWebComponent } from '@lit/react';
import react from 'react';
import { LabBandsChart as Element } from '../define/lab-bands-chart.js';
import { chartEvents, type ChartEvents } from './events.js';

/** `<lab-bands-chart>` as a React component. */
export const LabBandsChart: ReactWebComponent<Element, ChartEvents> = /* @__PURE__ */ createComponent({
  react,
  tagName: 'lab-bands-chart',
  elementClass: Element,
  events: chartEvents,
});
