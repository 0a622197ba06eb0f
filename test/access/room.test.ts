import { expect } from '@open-wc/testing';
import { root } from '../helpers/chart.js';
import { clear, resetCases, showCases, viewport, type Setting, type Shown } from '../helpers/cases.js';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly text: string;
}

const LEAST = navigator.vendor.startsWith('Apple') ? 450 : 0; // px: no window of WebKitGTK is narrower
const SLACK = 1; // px: rounding, and the edge of antialiased letters

/** The letters' box of an SVG text: without the rim, which may lie over marks. */
function drawnBox(text: SVGTextElement, svg: DOMRect): Box {
  const { x, y, width, height } = text.getBBox();
  // a font's box is taller than its letters: a tenth above and below is empty in any line of text
  return { left: svg.left + x, right: svg.left + x + width, top: svg.top + y + height * 0.1, bottom: svg.top + y + height * 0.9, text: text.textContent ?? '' };
}

const overlap = (a: Box, b: Box): boolean => Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK;

const outside = (inner: Box, outer: DOMRect): boolean => inner.left < outer.left - SLACK || inner.right > outer.right + SLACK || inner.top < outer.top - SLACK || inner.bottom > outer.bottom + SLACK;

/** The lines of every written word in a node's own text, as the browser broke them. */
function lines(node: Element): readonly Box[] {
  return [...node.childNodes].filter((child): child is Text => child instanceof Text && Boolean(child.data.trim())).flatMap((child) => {
    const range = document.createRange();
    range.selectNodeContents(child);
    return [...range.getClientRects()].map(({ left, right, top, bottom }) => {
      const empty = Math.max(0, (bottom - top) * 0.1);
      return { left, right, top: top + empty, bottom: bottom - empty, text: child.data.trim() };
    });
  });
}

/** Whether letters of a node's own text reach beyond a box; the space at the end of a line may. */
const inkOutside = (node: Element, outer: DOMRect): boolean =>
  [...node.childNodes].some((child) => {
    if (!(child instanceof Text)) return false;
    const range = document.createRange();
    return [...child.data.matchAll(/[^\s\p{Cf}]+/gu)].some(({ index, 0: word }) => {
      range.setStart(child, index);
      range.setEnd(child, index + word.length);
      return [...range.getClientRects()].some(({ left, right }) => left < outer.left - SLACK || right > outer.right + SLACK);
    });
  });

/** Whether the reader can scroll to what lies beyond the edge of an ancestor. */
const scrolled = (node: Element): boolean => {
  for (let at: Element | null = node; at; at = at.parentElement) if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX)) return true;
  return false;
};

/** What is wrong with the words of a chart, a sentence a fault. */
export function faults({ element, name }: Shown): readonly string[] {
  const found: string[] = [];
  const say = (what: string): void => void found.push(`${name}: ${what}`);
  const host = element.getBoundingClientRect();
  const svg = root(element).querySelector<SVGSVGElement>('svg[part=svg]');
  const small = (node: Element, text: string): void => {
    const size = parseFloat(getComputedStyle(node).fontSize);
    if (size < 12) say(`“${text}” is ${size} px small`);
  };
  const boxes: Box[] = [];
  if (svg) {
    const frame = svg.getBoundingClientRect();
    const drawn = [...svg.querySelectorAll('text')].filter((text) => text.textContent?.trim());
    for (const text of drawn) {
      const box = drawnBox(text, frame);
      boxes.push(box);
      small(text, box.text);
      if (outside(box, frame)) say(`“${box.text}” leaves the picture (${Math.round(box.left - frame.left)}…${Math.round(box.right - frame.left)} of ${Math.round(frame.width)} × ${Math.round(box.top - frame.top)}…${Math.round(box.bottom - frame.top)} of ${Math.round(frame.height)})`);
    }
  }
  for (const node of [...root(element).querySelectorAll('*')].filter((one) => one instanceof HTMLElement && !one.closest('.quiet, .help, .tooltip'))) {
    const written = node instanceof HTMLSlotElement && node.assignedNodes().length > 0 ? [] : lines(node);
    for (const box of written) {
      small(node, box.text);
      if (!scrolled(node) && outside(box, host) && (box.top < host.top - SLACK || box.bottom > host.bottom + SLACK || inkOutside(node, host))) say(`“${box.text}” leaves the chart`);
      if (!node.closest('.table')) boxes.push(box);
    }
    if (written.length > 0 && getComputedStyle(node).display !== 'inline' && node.scrollWidth > node.clientWidth + SLACK && !scrolled(node) && inkOutside(node, node.getBoundingClientRect())) say(`“${node.textContent?.trim().slice(0, 40)}” is cut: ${node.scrollWidth} in ${node.clientWidth} px`);
  }
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => overlap(a, b) && say(`“${a.text}” and “${b.text}” overlap`)));
  return found;
}

const SETTINGS: readonly (Setting & { readonly name: string })[] = [
  ...[240, 320, 340, 680, 1200].map((width) => ({ name: `at ${width} px`, width })),
  ...[240, 320, 680].map((width) => ({ name: `right to left at ${width} px`, width, dir: 'rtl' as const })),
  ...[320, 680, 1200].map((width) => ({ name: `with text at 200 %, ${width} px`, width, fontSize: 32 })),
  ...[320, 680].map((width) => ({ name: `with the text spacing of WCAG 1.4.12, ${width} px`, width, spaced: true })),
];

describe('the words of every case', () => {
  let shown: readonly Shown[];
  before(async () => {
    shown = await showCases();
  });
  after(async () => {
    clear();
    await viewport(800, 600);
  });

  for (const { name, ...setting } of SETTINGS) {
    it(`${name} are whole, apart from one another, at least 12 px, and the page does not scroll sideways`, async () => {
      const bar = innerWidth - document.documentElement.clientWidth; // of the page's scrollbar, where it takes room
      await viewport(Math.max(LEAST, (setting.width ?? 680) + 16 + bar), 800);
      await resetCases(shown, setting);
      // charts ask for their container's width, not the viewport's
      const wide = [document.documentElement, document.querySelector('#stage')!].filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + SLACK).map(({ scrollWidth, clientWidth }) => `the page is ${scrollWidth} px wide in ${clientWidth}`);
      expect([...shown.flatMap(faults), ...wide].join('\n')).to.equal('');
    });
  }
});
