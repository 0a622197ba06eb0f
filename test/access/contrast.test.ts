import { expect } from '@open-wc/testing';
import { contrast, type RGB } from '../helpers/color.js';
import { press, root, slider } from '../helpers/chart.js';
import { clear, media, resetCases, settle, showCases, type Shown } from '../helpers/cases.js';

const paper = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;

/** What a colour of any notation looks like laid over others, in sRGB. */
function mixed(...layers: readonly string[]): RGB {
  for (const layer of layers) {
    paper.fillStyle = layer;
    paper.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = paper.getImageData(0, 0, 1, 1).data;
  return [red / 255, green / 255, blue / 255];
}

const clearColor = (color: string): boolean => color === 'none' || /\/ 0\)$|, 0\)$|^transparent$/.test(color);

/** What lies behind an element: the grounds of its ancestors, across shadow roots, from the page up. */
function ground(node: Element): readonly string[] {
  const probe = document.querySelector('#probe');
  if (probe && matchMedia('(forced-colors: active)').matches) return [getComputedStyle(probe).color]; // styles still tell the page's own grounds
  const layers: string[] = [];
  for (let at: Element | null = node; at; at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host ?? null)) {
    const { backgroundColor } = getComputedStyle(at);
    if (!clearColor(backgroundColor)) layers.unshift(backgroundColor);
  }
  return ['#fff', ...layers];
}

/** Words and marks of a chart that stand out too little, a line each. Grids, areas and hatching under a mark carry nothing alone. */
function faint({ element, name }: Shown, text: number, mark: number): readonly string[] {
  const found: string[] = [];
  const behind = ground(root(element).querySelector('.plot')!);
  const say = (what: string, ratio: number, least: number): void => void (ratio < least - 0.05 && found.push(`${name}: ${what} ${ratio.toFixed(2)}`));
  for (const node of root(element).querySelectorAll<HTMLElement>('.root *:not(svg, svg *, style)')) {
    const words = [...node.childNodes].filter((child) => child instanceof Text && child.data.trim()).map((child) => child.textContent?.trim()).join(' ');
    if (words && !node.closest('.quiet, .gone')) say(`“${words.slice(0, 30)}”`, contrast(mixed(...ground(node), getComputedStyle(node).color), mixed(...ground(node))), text);
  }
  for (const node of root(element).querySelectorAll<SVGElement>('svg[part=svg] > *')) {
    const { fill, stroke, fillOpacity } = getComputedStyle(node);
    const part = node.getAttribute('part') ?? '';
    if (node instanceof SVGTextElement) {
      // a label with a rim stands on the rim's colour; light letters without one stand on their mark, whose contrast with them is the mark's with the ground
      if (part === 'label' && clearColor(stroke) && contrast(mixed(...behind, fill), mixed(...behind)) < 1.1) continue;
      say(`“${node.textContent}”`, contrast(mixed(...behind, fill), clearColor(stroke) ? mixed(...behind) : mixed(...behind, stroke)), clearColor(stroke) ? text : Math.min(text, 4.5));
    } else if (['line', 'dot', 'bar', 'segment', 'band', 'focus'].includes(part)) {
      const inks = [...(parseFloat(fillOpacity) < 1 ? [] : [fill]), stroke].filter((color) => !clearColor(color)).map((color) => contrast(mixed(...behind, color), mixed(...behind)));
      const [most] = inks.sort((a, b) => b - a);
      if (most !== undefined && !(most < 1.05 && part !== 'focus')) say(`${part} ${fill} ${stroke}`, most, mark);
    }
  }
  return [...new Set(found)];
}

/** Brings forth focus mark and tooltip of each chart, so that they are looked at too. */
async function pointAt(shown: readonly Shown[]): Promise<void> {
  for (const { element } of shown) if (element.shown && element.view !== 'table') await element.show({ index: 0, series: 0 });
  await settle(shown);
}

describe('contrast, in every case', () => {
  let shown: readonly Shown[];
  before(async () => {
    shown = await showCases();
    const probe = document.createElement('i');
    probe.id = 'probe';
    probe.style.cssText = 'color:Canvas;forced-color-adjust:none';
    document.querySelector('#stage')?.append(probe);
    await pointAt(shown);
  });
  afterEach(() => media({}));
  after(clear);

  for (const dark of [false, true]) {
    const name = dark ? 'dark' : 'light';
    it(`of text is 4.5 and of marks 3, ${name}`, async () => {
      await resetCases(shown, { dark });
      expect(shown.flatMap((one) => faint(one, 4.5, 3)).join('\n')).to.equal('');
    });

    it(`of text is 7 and of marks 4.5 where more contrast is asked for, ${name} (Chromium: others cannot be told to ask)`, async function () {
      if (!(await media({ 'prefers-contrast': 'more' }))) return this.skip();
      await resetCases(shown, { dark });
      expect(shown.flatMap((one) => faint(one, 7, 4.5)).join('\n')).to.equal('');
    });

    it(`of marks and of the focus is 3 in forced colours, ${name} (Chromium: others cannot be told to force them)`, async function () {
      if (!(await media({ 'forced-colors': 'active', 'prefers-color-scheme': name }))) return this.skip();
      await resetCases(shown, { dark });
      expect(shown.flatMap((one) => faint(one, 4.5, 3)).join('\n')).to.equal('');
      const { element } = shown[0]!;
      slider(element).focus();
      await press('Home');
      await element.updateComplete;
      const { outlineColor, outlineStyle } = getComputedStyle(root(element).querySelector('.ring')!);
      expect(outlineStyle).to.equal('solid');
      expect(contrast(mixed(...ground(element), outlineColor), mixed(...ground(element)))).to.be.at.least(3);
      slider(element).blur();
      await pointAt(shown.slice(0, 1));
    });
  }
});
