import { expect } from '@open-wc/testing';
import type { Stop } from '../../src/geometry/marks.js';
import { find, root, slider, until } from '../helpers/chart.js';
import { clear, resetCases, showCases, viewport, type Shown } from '../helpers/cases.js';
import { stopClock } from '../helpers/clock.js';

const LEAST = navigator.vendor.startsWith('Apple') ? 450 : 0; // px: no window of WebKitGTK is narrower
const MARGIN = 8; // px: of the page, beside the charts
const SLACK = 1; // px: rounding

const withPlot = (all: readonly Shown[]): readonly Shown[] => all.filter(({ element }) => element.state === 'ready' && element.view !== 'table' && element.shown && root(element).querySelector('input.walk'));

/** Points that have a value, in the order of the keys. */
function stops({ element }: Shown): readonly Stop[] {
  const { figure } = element.shown!; // withPlot: it is drawn
  return Array.from({ length: figure.length * figure.series }, (_, i) => ({ index: i % figure.length, series: Math.floor(i / figure.length) })).filter((stop) => !Number.isNaN(figure.value(stop)));
}

const key = ({ element }: Shown, name: string): boolean => slider(element).dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }));

const tools = ({ element, name }: Shown): Promise<void> => until(() => root(element).querySelector('#help'), `the reader's tools of ${name}`);

/** Whether the tooltip is there for an eye: with all that animates come to its end. */
function isSeen({ element }: Shown): boolean {
  const tooltip = root(element).querySelector('.tooltip');
  for (const animation of tooltip?.getAnimations({ subtree: true }) ?? []) animation.finish();
  return tooltip?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ?? false;
}

/** What is wrong with where the tooltip stands and with its words, a line each. */
function faults({ element }: Shown): readonly string[] {
  const found: string[] = [];
  const tooltip = find(element, '.tooltip');
  const box = tooltip.getBoundingClientRect();
  const page = (document.querySelector('#stage') as Element).getBoundingClientRect(); // there while cases are shown
  if (box.left < page.left - MARGIN - SLACK || box.right > page.right + MARGIN + SLACK) found.push(`it stands at ${Math.round(box.left)} to ${Math.round(box.right)}, beside the page's ${Math.round(page.left - MARGIN)} to ${Math.round(page.right + MARGIN)}`);
  if (box.top < -SLACK || box.bottom > innerHeight + SLACK) found.push(`it stands at ${Math.round(box.top)} to ${Math.round(box.bottom)} of a window ${innerHeight} high`);
  for (const node of [tooltip, ...tooltip.querySelectorAll<HTMLElement>('*:not(svg, svg *)')]) {
    for (const child of node.childNodes) {
      if (!(child instanceof Text) || !child.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(child);
      for (const { left, right, top, bottom } of range.getClientRects()) if (right - left > SLACK && (left < box.left - SLACK || right > box.right + SLACK || top < box.top - SLACK || bottom > box.bottom + SLACK)) found.push(`“${child.data.trim()}” leaves it: ${Math.round(left)} to ${Math.round(right)} in ${Math.round(box.left)} to ${Math.round(box.right)}`);
    }
    const { overflowX, textOverflow } = getComputedStyle(node);
    if (node.scrollWidth > node.clientWidth + SLACK && node.clientWidth > 0 && (overflowX !== 'visible' || textOverflow !== 'clip')) found.push(`“${node.textContent?.trim() ?? ''}” is cut`);
  }
  return found;
}

describe('the tooltip of every case', () => {
  let all: readonly Shown[];
  before(async () => {
    all = withPlot(await showCases());
    expect(all.length).to.be.greaterThan(80);
  });
  after(async () => {
    clear();
    await viewport(800, 600);
  });

  const bring = {
    keys: (shown: Shown): void => void key(shown, 'Home'),
    pointer: (shown: Shown): void => {
      const stage = find(shown.element, '.stage');
      const { left, top } = stage.getBoundingClientRect();
      const [stop] = stops(shown);
      const { x, y } = (stop && shown.element.shown?.picture.spot(stop)) ?? { x: 0, y: 0 };
      stage.dispatchEvent(new PointerEvent('pointermove', { clientX: left + x, clientY: top + y, bubbles: true, composed: true, pointerType: 'mouse' }));
    },
  };
  for (const [means, act] of Object.entries(bring)) {
    it(`brought by ${means} is still there after five seconds`, async () => {
      for (const shown of all.filter((one) => stops(one).length > 0)) {
        const { element, name } = shown;
        slider(element).focus();
        await tools(shown);
        key(shown, 'Escape');
        if (means === 'pointer') slider(element).blur();
        await element.show(null);
        await element.updateComplete;
        expect(root(element).querySelector('.tooltip'), name).to.equal(null);
        const clock = stopClock();
        try {
          act(shown);
          await element.updateComplete;
          const said = root(element).querySelector('.tooltip')?.textContent;
          expect(said ?? '', name).to.match(/\S/);
          await clock.pass(5000);
          await element.updateComplete;
          expect(isSeen(shown), name).to.equal(true);
          expect(root(element).querySelector('.tooltip')?.textContent, name).to.equal(said);
        } finally {
          clock.restore();
        }
        await element.show(null);
      }
    });
  }

  for (const dir of ['ltr', 'rtl'] as const) {
    it(`stands inside a window of 320 px, its text whole, at the first, the middle and the last point, ${dir}`, async () => {
      const bar = innerWidth - document.documentElement.clientWidth; // of the page's scrollbar, where it takes room
      await viewport(Math.max(LEAST, 320 + bar), 800);
      await resetCases(all, { width: 320 - 2 * MARGIN, dir });
      const found: string[] = [];
      for (const shown of all) {
        const { element, name } = shown;
        const points = stops(shown);
        slider(element).focus();
        await tools(shown);
        for (const stop of new Set([points[0], points[Math.floor(points.length / 2)], points.at(-1)])) {
          if (!stop) continue;
          await element.show(stop);
          await element.updateComplete;
          const plot = slider(element).getBoundingClientRect();
          const { y } = element.shown!.picture.spot(stop) ?? { y: 0 }; // withPlot: it is drawn
          // the plot in the middle of the window; of a higher one the point, which is what the reader looks at
          scrollBy(0, plot.top + (plot.height <= innerHeight ? plot.height / 2 : y) - innerHeight / 2);
          found.push(...faults(shown).map((fault) => `${name}, ${stop.index} of series ${stop.series}: ${fault}`));
        }
        await element.show(null);
        expect(document.documentElement.scrollWidth, name).to.be.at.most(Math.max(LEAST, document.documentElement.clientWidth) + SLACK);
      }
      expect(found.join('\n')).to.equal('');
    });
  }
});
