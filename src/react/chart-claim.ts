import { createComponent, type ReactWebComponent } from '@lit/react';
import react from 'react';
import { ChartClaim as Element } from '../define/chart-claim.js';
import { claimEvents, type ClaimEvents } from './events.js';

/** `<chart-claim>` as a React component. */
export const ChartClaim: ReactWebComponent<Element, ClaimEvents> = /* @__PURE__ */ createComponent({
  react,
  tagName: 'chart-claim',
  elementClass: Element,
  events: claimEvents,
});
