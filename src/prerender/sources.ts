import { addressKey } from '../data/address-key.js';
import { safeAddress } from '../data/address.js';
import type { Source } from '../data/table.js';
import { addLate } from '../text/messages.js';
import english from '../text/messages/en-article.js';
import { escapeXML as esc } from '../text/svg.js';
import { Words } from '../text/words.js';
import { MARK, type Reader } from './figure.js';
import type { Page, Place, SourceList, Span } from './page.js';

addLate(english);

const ANYWHERE = 'https://invalid.invalid/';

/**
 * What goes into each `<chart-sources>` of a page, so that it is whole without script: the sources that only charts name,
 * after the author's own, and behind each item of a page the ways back to its marks and charts, where these have an id.
 * The element itself replaces the ways back by its own, and knows the sources by their addresses.
 */
export function sourceEdits({ sources, marks, charts }: Page, named: ReadonlyMap<Place, readonly Source[]>, reader: Reader, base: string): readonly (Span & { readonly text: string })[] {
  return sources.flatMap((list) => listEdits(list, { marks, charts }, named, reader, base));
}

function listEdits({ items, language, made, inner, list }: SourceList, { marks, charts }: Pick<Page, 'marks' | 'charts'>, named: ReadonlyMap<Place, readonly Source[]>, reader: Reader, base: string): readonly (Span & { readonly text: string })[] {
  const words = new Words(language || 'en', 'UTC');
  const from = base || ANYWHERE;
  const key = (address: string): string => addressKey(address, from);
  const own = new Set(items.map(({ address }) => key(address)));
  const others = new Map<string, Source>();
  for (const source of [...named.values()].flat()) if (!own.has(key(source.path || source.title)) && !others.has(key(source.path || source.title))) others.set(key(source.path || source.title), source);

  const places = (address: string, id: string): readonly string[] =>
    [
      ...marks.filter(({ target }) => id && target === id),
      ...charts.flatMap((chart) => (chart.attributes.id && named.get(chart)?.some(({ path, title }) => key(path || title) === key(address)) ? [{ id: chart.attributes.id, start: chart.start }] : [])),
    ].sort((a, b) => a.start - b.start).map((place) => place.id);
  const back = (n: number, ids: readonly string[]): string => {
    if (reader !== 'page' || !ids.length) return ''; // elsewhere the charts, and with them their ids, are gone
    const links = ids.map((id, i) => `<a href="#${esc(encodeURIComponent(id))}" aria-label="${esc(words.say('sourceBack', { n, place: i + 1 }))}">${i + 1}</a>`);
    return `<span class="source-uses" ${MARK}> ↩ ${links.join(words.say('comma'))}</span>`;
  };
  const item = ({ title, path }: Source, n: number): string => {
    const address = path && (base && reader !== 'page' ? safeAddress(new URL(path, base).href) : safeAddress(path));
    return `<li ${MARK}>${address ? `<a href="${esc(address)}" rel="noopener">${esc(title || path)}</a>` : esc(title)}${back(n, places(path || title, ''))}</li>`;
  };
  const more = [...others.values()].map((source, i) => item(source, items.length + i + 1)).join('\n');
  const wrapped = more && !list ? `<ol ${MARK}>\n${more}\n</ol>` : more;
  return [
    ...items.map(({ address, id, inner: end, uses }, i) => ({ ...(uses ?? { start: end, end }), text: back(i + 1, places(address, id)) })),
    made ? { ...made, text: wrapped } : { start: inner, end: inner, text: wrapped && `\n${wrapped}\n` },
  ];
}
