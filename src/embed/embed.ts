// The page in the frame: draws the one chart that its address asks for and tells the parent how high it is.
import { readAddress } from './address.js';

const attributesOf = (tag: string): readonly string[] => (customElements.get(tag) as { observedAttributes?: readonly string[] } | undefined)?.observedAttributes ?? [];
const asked = readAddress(location.href, attributesOf);
const { body, documentElement: root } = document;
body.style.margin = '0';
body.style.display = 'flow-root';
root.style.overflow = 'hidden'; // the parent gives the height

if ('fault' in asked) {
  const sentence = document.createElement('p');
  sentence.setAttribute('role', 'alert');
  sentence.textContent = `This chart cannot be shown. ${asked.fault}.`;
  root.style.overflow = 'auto';
  body.append(sentence);
} else {
  root.style.colorScheme = asked.theme ?? '';
  const chart = document.createElement(asked.tag);
  for (const [name, value] of asked.attributes) chart.setAttribute(name, value);
  chart.setAttribute('loading', 'eager'); // the parent's own loading="lazy" decides
  chart.style.margin = '0';
  body.append(chart);
}

if (parent !== window) {
  const tellHeight = (): void => parent.postMessage({ type: 'open-token-charts:height', height: Math.ceil(body.getBoundingClientRect().height) }, '*');
  new ResizeObserver(tellHeight).observe(body);
  addEventListener('message', ({ data, source }: MessageEvent<{ type?: unknown } | null>) => {
    if (source === parent && data?.type === 'open-token-charts:tell-height') tellHeight();
  });
}
