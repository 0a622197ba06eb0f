import { createComponent, type ReactWebComponent } from '@lit/react';
import react from 'react';
import { SentimentSplitBar as Element } from '../define/sentiment-split-bar.js';
import { chartEvents, type ChartEvents } from './events.js';

/** `<sentiment-split-bar>` as a React component. */
export const SentimentSplitBar: ReactWebComponent<Element, ChartEvents> = /* @__PURE__ */ createComponent({
  react,
  tagName: 'sentiment-split-bar',
  elementClass: Element,
  events: chartEvents,
});
