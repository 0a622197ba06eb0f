import { createComponent, type ReactWebComponent } from '@lit/react';
import react from 'react';
import { TokenPriceChart as Element } from '../define/token-price-chart.js';
import { chartEvents, type ChartEvents } from './events.js';

/** `<token-price-chart>` as a React component. */
export const TokenPriceChart: ReactWebComponent<Element, ChartEvents> = /* @__PURE__ */ createComponent({
  react,
  tagName: 'token-price-chart',
  elementClass: Element,
  events: chartEvents,
});
