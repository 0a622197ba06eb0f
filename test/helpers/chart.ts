import { fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { ChartElement } from '../../src/view/chart.js';
import '../../src/define/index.js';

/** A chart of this tag with these properties, updated once. */
export async function chart<T extends ChartElement = ChartElement>(tag: string, properties: Readonly<Record<string, unknown>> = {}, attributes: Readonly<Record<string, string>> = {}): Promise<T> {
  const parent = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement(tag) as unknown as T;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element, properties);
  parent.append(element);
  await element.updateComplete;
  return element;
}

/** Resolves when the condition holds; rejects after `patience` milliseconds, which no test that passes ever waits. */
export async function until(condition: () => unknown, what = 'the condition', patience = 20_000): Promise<void> {
  const end = performance.now() + patience;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`${what} did not come true`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The chart once its data has its outcome, and its figure, where there is one, its picture. */
export async function settled<T extends ChartElement>(element: T): Promise<T> {
  await until(() => element.shown ?? ['empty', 'error'].includes(element.state), 'an outcome');
  await element.updateComplete;
  return element;
}

/** The chart once its picture is painted. */
export async function painted<T extends ChartElement>(element: T): Promise<T> {
  // for the room that it has: heading and caption, which come with the figure, take some
  const fits = (): boolean => element.shown?.picture.size.height === element.renderRoot.querySelector('.plot')?.clientHeight;
  await until(() => element.renderRoot.querySelector('svg[part=svg] *') && fits(), 'a painted picture');
  await element.updateComplete;
  return element;
}

export const root = (element: ChartElement): ShadowRoot => element.renderRoot as ShadowRoot;
export const find = <T extends Element = HTMLElement>(element: ChartElement, selector: string): T => {
  const found = root(element).querySelector<T>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};
export const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await executeServerCommand('engine-keys', key);
};
export const slider = (element: ChartElement): HTMLInputElement => find<HTMLInputElement>(element, 'input.walk');

/** The point a chart says it stands on. */
export const spoken = (element: ChartElement): string => slider(element).getAttribute('aria-valuetext') ?? '';

/** Focuses the plot as Tab does, and waits for the reader's tools. */
export async function enter(element: ChartElement): Promise<void> {
  element.focus();
  await press('Home');
  await until(() => root(element).querySelector('.tooltip'), 'the tooltip');
  await element.updateComplete;
}

export const WEEKS = [
  { week: '2026-01-05', tokens: 6.42, status: 'reported' },
  { week: '2026-01-12', tokens: 7.64, status: 'derived' },
  { week: '2026-01-19', tokens: 7.49, status: 'reported' },
  { week: '2026-01-26', tokens: 8.25, status: 'representative' },
] as const;

/** A Data Package of weekly volumes, whole enough for a caption. */
export const PACKAGE = {
  name: 'sample',
  title: 'Sample of weekly volume',
  description: 'trillions of tokens',
  sources: [{ title: 'A source', path: 'https://example.org/source' }],
  provenance: { asOf: '2026-02-01', status: 'reported', base: 'all models', method: 'copied', citation: 'Cited so.', caveats: ['Not a census.'] },
  revisions: [{ date: '2026-02-02', note: 'First.' }],
  resources: [
    {
      name: 'weeks',
      schema: {
        fields: [
          { name: 'week', type: 'date', title: 'Week' },
          { name: 'tokens', type: 'number', title: 'Tokens', unit: 'trillion tokens' },
          { name: 'status', type: 'string' },
        ],
      },
      data: WEEKS,
    },
  ],
} as const;

export const PARTS = [
  { part: 'China open', share: 58, status: 'representative' },
  { part: 'US frontier', share: 28, status: 'representative' },
  { part: 'Other', share: 14, status: 'representative' },
] as const;
export const SPLIT = {
  title: 'Split',
  description: '% of usage signal',
  resources: [{ name: 'parts', schema: { fields: [{ name: 'part', type: 'string' }, { name: 'share', type: 'number', unit: '%' }, { name: 'status', type: 'string' }] }, data: PARTS }],
} as const;

/** An address of this text, for `src`; to be revoked by nobody, since the page ends with the test. */
export const address = (text: string, type = 'application/json'): string => URL.createObjectURL(new Blob([text], { type }));

/** Replaces fetch for a test; returns the calls and what puts it back. */
export function stubFetch(answer: (url: string, init: RequestInit) => Promise<Response> | Response): { readonly calls: string[]; restore(): void } {
  const original = globalThis.fetch;
  const calls: string[] = [];
  globalThis.fetch = async (input, init = {}) => {
    const url = input instanceof Request ? input.url : String(input);
    calls.push(url);
    return answer(url, init);
  };
  return { calls, restore: () => (globalThis.fetch = original) };
}
export const json = (value: unknown): Response => new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });
