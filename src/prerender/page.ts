import { html as names, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { CHARTS, nearTag } from './charts.js';
import { MARK } from './figure.js';

/** A part of the text: UTF-16 code units from its start. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A chart element of a page and where it stands. Lines and columns count from 1. */
export interface Place extends Span {
  readonly tag: string;
  /** The chart's tag that was meant, where this one is misspelt; else ''. */
  readonly near: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly column: number;
  /** Nearest `lang`, '' where none is stated. */
  readonly language: string;
  readonly rtl: boolean;
  /** Whether it has its end tag; a chart without one holds the rest of the page. */
  readonly closed: boolean;
  /** Text of its inline dataset, or null. */
  readonly script: string | null;
  /** Text of its slotted children, by slot. */
  readonly slots: Readonly<Record<string, string>>;
  /** What an earlier run wrote. */
  readonly generated: readonly Span[];
  /** Where new content goes in. */
  readonly inner: number;
  /** Whether it stands inside another chart. */
  readonly nested: boolean;
}

/** An item of a `<chart-sources>`, as its author wrote it. */
export interface SourceItem {
  readonly id: string;
  /** Where its link leads, or its words. */
  readonly address: string;
  /** Where more goes in: before its end. */
  readonly inner: number;
  /** The ways back that an earlier run wrote. */
  readonly uses: Span | undefined;
}

/** A `<chart-sources>` of the page. */
export interface SourceList {
  readonly language: string;
  readonly items: readonly SourceItem[];
  /** Items that an earlier run wrote. */
  readonly made: Span | undefined;
  /** Where more items go in, and whether that is in a list. */
  readonly inner: number;
  readonly list: boolean;
}

export interface Page {
  readonly sources: readonly SourceList[];
  /** Links with an id to places of the page: the marks that sources lead back to. */
  readonly marks: readonly { readonly id: string; readonly target: string; readonly start: number }[];
  readonly charts: readonly Place[];
  /** Charts in what the page leaves open at its end: a tag, a comment, a title. A browser sees no elements there. */
  readonly lost: readonly Pick<Place, 'tag' | 'line' | 'column'>[];
  /** `<base href>`, or ''. */
  readonly base: string;
  /** What an earlier run wrote into the head, and where more goes in: before its end tag. Undefined where there is none. */
  readonly style: Span | undefined;
  /** Values of href and src on links and pictures, with where their attributes stand. */
  readonly addresses: readonly (Span & { readonly name: string; readonly value: string })[];
}

/** An element of any name with its attributes and text. */
export interface Found extends Span {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly line: number;
  readonly language: string;
}

const isElement = (node: Tree.ChildNode): node is Tree.Element => 'tagName' in node;
const attributesOf = (element: Tree.Element): Record<string, string> => Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
const textOf = (node: Tree.ChildNode): string => ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '');
const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

interface Around {
  readonly language: string;
  readonly rtl: boolean;
  readonly inChart: boolean;
}

function walk(node: Tree.ParentNode, around: Around, visit: (element: Tree.Element, around: Around) => boolean): void {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    const { lang, dir } = attributesOf(child);
    const here = { ...around, language: lang ?? around.language, rtl: dir ? dir.toLowerCase() === 'rtl' : around.rtl };
    const inChart = visit(child, here) || around.inChart;
    walk(child, { ...here, inChart }, visit);
  }
}

const START: Around = { language: '', rtl: false, inChart: false };
// a byte order mark is no part of the page to a browser, but keeps its place here
const treeOf = (html: string, onParseError?: (error: { readonly code: string }) => void): Tree.Document => parse(html.replace(/^\ufeff/, ' '), { sourceCodeLocationInfo: true, scriptingEnabled: false, onParseError });

/** The charts of a page, in its order. Templates, comments and scripts hold none. */
export function readPage(html: string): Page {
  const charts: Place[] = [];
  const addresses: Page['addresses'][number][] = [];
  const sources: SourceList[] = [];
  const marks: Page['marks'][number][] = [];
  let base = '';
  let style: Span | undefined;
  let open = false; // at the page's end
  let read = 0;
  walk(treeOf(html, ({ code }) => (open ||= code.startsWith('eof-in-'))), START, (element, around) => {
    const { tagName: tag, sourceCodeLocation: location } = element;
    read = Math.max(read, location?.startTag?.endOffset ?? 0);
    if (element.namespaceURI !== names.NS.HTML || !location?.startTag) return false;
    const attributes = attributesOf(element);
    if (tag === 'style' && MARK in attributes && location.endTag) style = { start: location.startOffset, end: location.endOffset };
    if (tag === 'head' && location.endTag) style ??= { start: location.endTag.startOffset, end: location.endTag.startOffset };
    if (tag === 'base' && !base) base = attributes.href ?? '';
    if (tag === 'chart-sources' && location.endTag) sources.push(sourceList(element, around.language, location.endTag.startOffset));
    if (tag === 'a' && attributes.id && attributes.href?.startsWith('#')) marks.push({ id: attributes.id, target: decodeURIComponent(attributes.href.slice(1)), start: location.startOffset });
    for (const name of ['href', 'src']) {
      const at = location.attrs?.[name];
      if (at && ((name === 'href' && tag === 'a') || (name === 'src' && tag === 'img'))) addresses.push({ name, value: attributes[name] ?? '', start: at.startOffset, end: at.endOffset });
    }
    const near = CHARTS.has(tag) || !tag.includes('-') ? '' : nearTag(tag);
    if (!CHARTS.has(tag) && !near) return false;
    const children = element.childNodes.filter(isElement);
    const closed = location.endTag !== undefined;
    charts.push({
      tag,
      near,
      attributes,
      line: location.startLine,
      column: location.startCol,
      language: around.language,
      rtl: around.rtl,
      closed,
      script: children.filter(({ tagName, attrs }) => tagName === 'script' && attrs.some(({ name, value }) => name === 'type' && value === 'application/json')).map(textOf)[0] ?? null,
      slots: Object.fromEntries(children.flatMap((child): [string, string][] => (attributesOf(child).slot ? [[attributesOf(child).slot ?? '', words(textOf(child))]] : []))),
      generated: children.flatMap((child) => (child.sourceCodeLocation && MARK in attributesOf(child) ? [{ start: child.sourceCodeLocation.startOffset, end: child.sourceCodeLocation.endOffset }] : [])),
      inner: location.endTag?.startOffset ?? location.startTag.endOffset,
      start: location.startOffset,
      end: closed ? location.endOffset : location.startTag.endOffset,
      nested: around.inChart,
    });
    return closed;
  });
  return { charts, lost: open ? chartsIn(html, read) : [], sources, marks, base, style, addresses };
}

/** Where a text from some offset on speaks of charts as elements. */
function chartsIn(html: string, from: number): Page['lost'] {
  const spoken = html.replace(/<!--[^]*?-->/g, (note) => ' '.repeat(note.length)); // closed notes are lost to no one
  return [...spoken.slice(from).matchAll(/<([a-z]+(?:-[a-z]+)+)(?=[\s/>])/gi)].flatMap(({ 1: name = '', index }) => {
    const tag = name.toLowerCase();
    const lines = html.slice(0, from + index).split('\n');
    return CHARTS.has(tag) ? [{ tag, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }] : [];
  });
}

const spanOf = ({ sourceCodeLocation }: Tree.Element): Span | undefined => sourceCodeLocation ? { start: sourceCodeLocation.startOffset, end: sourceCodeLocation.endOffset } : undefined;

function sourceList(element: Tree.Element, language: string, end: number): SourceList {
  const list = element.childNodes.filter(isElement).find(({ tagName }) => tagName === 'ol');
  const children = (list && !(MARK in attributesOf(list)) ? list : element).childNodes.filter(isElement);
  const made = children.filter((child) => MARK in attributesOf(child)).map(spanOf).filter((span) => span !== undefined);
  const items = children.filter((child) => !(MARK in attributesOf(child)) && ['li', 'a'].includes(child.tagName)).map((item): SourceItem => {
    const parts = item.tagName === 'a' ? [item] : item.childNodes.filter(isElement);
    const link = parts.find(({ tagName }) => tagName === 'a');
    const uses = parts.find((part) => MARK in attributesOf(part));
    return { id: attributesOf(item).id ?? '', address: (link && attributesOf(link).href) ?? words(textOf(item)), inner: item.sourceCodeLocation?.endTag?.startOffset ?? item.sourceCodeLocation?.endOffset ?? end, uses: uses && spanOf(uses) };
  });
  const [first] = made;
  const last = made.at(-1);
  const inList = list !== undefined && !(MARK in attributesOf(list));
  return { language, items, made: first && last && { start: first.start, end: last.end }, inner: inList ? (list.sourceCodeLocation?.endTag?.startOffset ?? end) : end, list: inList };
}

/** Elements of these names, in the page's order. */
export function findElements(html: string, tags: readonly string[]): readonly Found[] {
  const found: Found[] = [];
  walk(treeOf(html), START, (element, { language }) => {
    const { tagName: tag, sourceCodeLocation: location } = element;
    if (tags.includes(tag) && location) found.push({ tag, attributes: attributesOf(element), text: words(textOf(element)), line: location.startLine, language, start: location.startOffset, end: location.endOffset });
    return false;
  });
  return found;
}

/** The text with each part replaced; parts do not overlap, and what lies outside stays as it is, byte for byte. */
export function edited(text: string, edits: readonly (Span & { readonly text: string })[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join('') + text.slice(at);
}
