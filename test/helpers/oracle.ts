import type { ChartElement } from '../../src/view/chart.js';

declare global {
  var canary: () => void;
}

/** What the elements make of data: anything else in a chart's root came out of a string. */
const ELEMENTS = new Set('div slot bdi figure figcaption p span b a ul li dl dt dd button input label select option fieldset legend table caption thead tbody tr th td svg g line path rect circle text title time ol'.split(' '));
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;
/** The isolates that words from right to left stand around names, each closed; those of data are none of them. */
const isolated = (text: string, lang: string): string => {
  if (!/^(ar|fa|he|ur)\b/.test(lang)) return text;
  const without = text.replace(/\u2068([^\u2066-\u2069]*)\u2069/g, '$1');
  return without === text ? text : isolated(without, lang);
};
/** Words of a value that went missing, which no chart may show. */
export const NO_VALUE = /\b(NaN|Infinity|undefined|null)\b|\[object /;
/** Sites that the samples name. */
const SITES = /(^|\.)example\.org$/;
const STATES: readonly string[] = ['ready', 'empty', 'loading', 'error'];

/** Of the Layout Instability specification; the DOM's types have it not. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly previousRect: DOMRectReadOnly; readonly currentRect: DOMRectReadOnly }[];
}

/** Everything that must not happen on a page while charts stand on it. */
export interface Watch {
  /** One sentence a fault, in the order they came. */
  readonly faults: string[];
  /** Once the frame in hand is shown: adds what the browser has not told yet, requests and shifts. */
  settle(): Promise<void>;
  stop(): void;
}

/**
 * Watches the page for errors, rejections, policy reports, scripts that ran out of a string (they call `canary()`) and
 * requests to other hosts; with `shifts`, for whatever moves without a reader's doing, where the browser tells it. The
 * policy refuses style attributes and foreign pictures, and stays for the rest of the page.
 */
export function watch({ shifts = false } = {}): Watch {
  if (!document.querySelector('meta[http-equiv]')) {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "style-src-attr 'none'; img-src 'self' data: blob:; object-src 'none'; frame-src 'self' blob: about:; form-action 'none'; base-uri 'none'";
    document.head.append(policy);
  }
  const faults: string[] = [];
  const onError = (event: ErrorEvent): void => void faults.push(`error: ${event.message}`);
  const onRejection = (event: PromiseRejectionEvent): void => void faults.push(`rejection: ${String(event.reason)}`);
  const onViolation = (event: SecurityPolicyViolationEvent): void => void faults.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  const note = (entries: readonly PerformanceEntry[]): void => {
    for (const entry of entries) {
      if (entry.entryType === 'layout-shift') {
        const { value, hadRecentInput, sources } = entry as LayoutShift;
        const moved = ({ previousRect: from, currentRect: to }: LayoutShift['sources'][number]): string => `${from.width} × ${from.height} at ${from.x}, ${from.y} to ${to.width} × ${to.height} at ${to.x}, ${to.y}`;
        if (!hadRecentInput) faults.push(`shift of ${value.toFixed(4)}: ${sources.map(moved).join('; ')}`);
      } else if (/^https?:/.test(entry.name) && new URL(entry.name).host !== location.host) faults.push(`request: ${entry.name}`);
    }
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'resource' });
  const shifted = new PerformanceObserver((list) => note(list.getEntries()));
  if (shifts && PerformanceObserver.supportedEntryTypes.includes('layout-shift')) shifted.observe({ type: 'layout-shift' });
  addEventListener('error', onError);
  addEventListener('unhandledrejection', onRejection);
  document.addEventListener('securitypolicyviolation', onViolation);
  globalThis.canary = () => void faults.push('a string ran as script');
  return {
    faults,
    settle: async () => {
      // shifts are told when a frame is painted, so after the callbacks of the next
      for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
      note([...observer.takeRecords(), ...shifted.takeRecords()]);
    },
    stop: () => {
      observer.disconnect();
      shifted.disconnect();
      removeEventListener('error', onError);
      removeEventListener('unhandledrejection', onRejection);
      document.removeEventListener('securitypolicyviolation', onViolation);
    },
  };
}

/** What is wrong with a chart as it stands, a sentence each: its state, its nodes, their attributes, words and places. */
export function faultsOf(chart: ChartElement, height = chart.getBoundingClientRect().height, sites = SITES): readonly string[] {
  const now = chart.getBoundingClientRect().height;
  const faults = now === height ? [] : [`height ${now}, was ${height}`];
  return [...faults, ...wordFaults(chart, sites), ...(chart.state === 'ready' && chart.view !== 'table' ? outside(chart.renderRoot as ShadowRoot) : [])];
}

/** The same but for size and places, which follow a frame later. */
export function wordFaults(chart: ChartElement, sites = SITES): readonly string[] {
  const { state } = chart;
  const root = chart.renderRoot as ShadowRoot;
  const faults: string[] = [];
  const lang = root.querySelector('figure')?.lang ?? '';
  const say = (fault: string): void => void faults.push(fault.slice(0, 300));
  if (!STATES.includes(state)) say(`state ${state}`);
  if (state === 'error' && !root.querySelector('[role=alert]')?.textContent?.trim()) say('an error without a sentence');
  if ((state === 'empty' || state === 'loading') && !root.querySelector('.state')?.textContent?.trim()) say(`${state} without a sentence`);
  for (const element of root.querySelectorAll('*')) {
    if (!ELEMENTS.has(element.localName)) say(`element ${element.localName}`);
    if (element.hasAttribute('target') && !element.matches('[rel~=noopener]')) say(`a link that opens anew without noopener: ${element.textContent}`);
    for (const { name, value } of element.attributes) {
      // a style set by script shows as an attribute too; one that was parsed is refused and reported
      if (/^on|^srcdoc$|href$/.test(name) && !(element.localName === 'a' && isLink(element as HTMLAnchorElement, sites))) say(`attribute ${name}="${value}"`);
      if (UNSAFE.test(isolated(value, lang))) say(`control character in ${name}=${JSON.stringify(value)}`);
      if (state !== 'error' && NO_VALUE.test(value)) say(`${element.localName} ${name}="${value}"`);
    }
  }
  const text = isolated(root.textContent ?? '', lang);
  if (UNSAFE.test(text)) say(`control character in ${JSON.stringify(text.slice(Math.max(0, text.search(UNSAFE) - 40), text.search(UNSAFE) + 40))}`);
  if (state !== 'error' && NO_VALUE.test(text)) say(`words: ${text.slice(Math.max(0, text.search(NO_VALUE) - 60), text.search(NO_VALUE) + 40)}`);
  return faults;
}

/** Where a link may lead: this site, or those that the data names. */
const isLink = ({ protocol, host, username, password }: HTMLAnchorElement, sites: RegExp): boolean => (protocol === 'mailto:' || (/^https?:$/.test(protocol) && (host === location.host || sites.test(host)))) && !username && !password;

/** Marks that stand beyond the plot by more than a stroke, or of which something is cut off. */
function outside(root: ShadowRoot): readonly string[] {
  const svg = root.querySelector<SVGSVGElement>('svg[part=svg]');
  if (!svg) return ['no plot'];
  if (svg.clientWidth === 0) return [];
  svg.getAnimations({ subtree: true }).forEach((animation) => animation.finish());
  const { overflow, clipPath } = svg.ownerDocument.defaultView!.getComputedStyle(svg);
  const shown = overflow === 'visible' ? Number(/^inset\(-([\d.]+)px\)$/.exec(clipPath)?.[1] ?? 0) : 0;
  return [...svg.querySelectorAll<SVGGraphicsElement>('line, path, rect, circle, text')].flatMap((mark) => {
    const { x, y, width, height } = mark.getBBox();
    const beyond = (left: number, right: number): number => Math.max(-left, -y, right - svg.clientWidth, y + height - svg.clientHeight);
    const cut = beyond(x, x + width);
    // Firefox counts what letters reach out of their own box; where a text stands is said by their widths
    const over = mark.localName === 'text' ? beyond(...placeOf(mark as SVGTextElement)) : cut;
    return over > 4 || cut > Math.max(4, shown) ? [`${mark.localName} ${mark.getAttribute('part')} "${(mark.textContent ?? '').slice(0, 30)}" is ${Math.max(over, cut).toFixed(1)} px outside`] : [];
  });
}
/** Where a text begins and ends, by the widths of its letters. */
function placeOf(text: SVGTextElement): [left: number, right: number] {
  const length = text.getComputedTextLength();
  const at = Number(text.getAttribute('x'));
  const { textAnchor } = text.ownerDocument.defaultView!.getComputedStyle(text);
  const left = at - (textAnchor === 'middle' ? length / 2 : textAnchor === 'end' ? length : 0);
  return [left, left + length];
}

/** What is wrong with the SVG of a download. */
export function faultsOfSVG(text: string): readonly string[] {
  const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
  const faults = documentElement.localName === 'svg' && !documentElement.querySelector('parsererror') ? [] : [`no SVG: ${documentElement.textContent?.slice(0, 200)}`];
  for (const element of [documentElement, ...documentElement.querySelectorAll('*')]) {
    if (!'svg title desc g line path rect circle text tspan'.split(' ').includes(element.localName)) faults.push(`element ${element.localName}`);
    for (const { name, value } of element.attributes) if (/^on|href$|^style$/.test(name) || /url\((?!['"]?#)/.test(value) || (!/^(aria-label|xml:lang)$/.test(name) && NO_VALUE.test(value))) faults.push(`attribute ${name}="${value}"`);
  }
  const words = isolated(text, documentElement.getAttribute('xml:lang') ?? documentElement.getAttribute('lang') ?? '');
  if (UNSAFE.test(words)) faults.push(`control character in ${JSON.stringify(words.slice(Math.max(0, words.search(UNSAFE) - 40), words.search(UNSAFE) + 40))}`);
  return faults;
}
