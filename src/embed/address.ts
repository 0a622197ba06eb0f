import type { Tags } from '../jsx/attributes.js';

/** The charts that a frame can hold. */
export const CHARTS: readonly (keyof Tags)[] = ['token-volume-chart', 'origin-split-bar', 'origin-trend-chart', 'lab-bands-chart', 'model-rank-chart', 'token-price-chart', 'sentiment-split-bar'];

/** What the frame's address asks for: a chart, or why there is none. */
export type Asked = { readonly tag: string; readonly attributes: readonly (readonly [name: string, value: string])[]; readonly theme: 'light' | 'dark' | null } | { readonly fault: string };

/**
 * Reads `?chart=TAG&src=ADDRESS&ATTRIBUTE=…`. Only charts and attributes that are known pass, each name once; `src`
 * must be an http(s) address without user name, relative ones are taken from the frame's own.
 * @param attributesOf the attributes that a tag observes
 */
export function readAddress(address: string, attributesOf: (tag: string) => readonly string[]): Asked {
  const { searchParams } = new URL(address);
  const tag = searchParams.get('chart') ?? '';
  if (!CHARTS.some((known) => known === tag)) return { fault: `chart: expected one of ${CHARTS.join(', ')}, found ${JSON.stringify(tag.slice(0, 80))}` };
  const known = attributesOf(tag).filter((name) => !name.startsWith('on'));
  const attributes: [string, string][] = [];
  for (const name of known) {
    const value = searchParams.get(name);
    if (value === null) continue;
    if (name !== 'src') attributes.push([name, value]);
    else if (isSource(value, address)) attributes.push([name, new URL(value, address).href]);
    else return { fault: `src: expected the address of a dataset, beginning with https:// or relative, found ${JSON.stringify(value.slice(0, 80))}` };
  }
  const theme = searchParams.get('theme');
  return { tag, attributes, theme: theme === 'light' || theme === 'dark' ? theme : null };
}

function isSource(value: string, base: string): boolean {
  if (!URL.canParse(value, base)) return false;
  const { protocol, username, password } = new URL(value, base);
  return /^https?:$/.test(protocol) && !username && !password;
}
