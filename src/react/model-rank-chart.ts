import { createComponent, type ReactWebComponent } from '@lit/react';
import react from 'react';
import { ModelRankChart as Element } from '../define/model-rank-chart.js';
import { chartEvents, type ChartEvents } from './events.js';

/** `<model-rank-chart>` as a React component. */
export const ModelRankChart: ReactWebComponent<Element, ChartEvents> = /* @__PURE__ */ createComponent({
  react,
  tagName: 'model-rank-chart',
  elementClass: Element,
  events: chartEvents,
});
