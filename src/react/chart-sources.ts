import { createComponent, type ReactWebComponent } from '@lit/react';
import react from 'react';
import { ChartSources as Element } from '../define/chart-sources.js';

/** `<chart-sources>` as a React component. */
export const ChartSources: ReactWebComponent<Element> = /* @__PURE__ */ createComponent({
  react,
  tagName: 'chart-sources',
  elementClass: Element,
});
