import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { find, root, until } from '../helpers/chart.js';
import { clear, media, settle, showCases, type Shown } from '../helpers/cases.js';

/** What moves in the charts at present; `document.getAnimations` reaches into shadow roots. */
const moving = (): readonly Animation[] => document.getAnimations().filter(({ playState }) => playState === 'running');
const length = (animation: Animation): number => Number(animation.effect?.getComputedTiming().endTime ?? 0);

const usual = (): Promise<readonly Shown[]> => showCases({}, ({ name }) => name === 'usual' || name === 'latest period');

/** Whatever a chart might move for: other data, another width, a point, its table. */
async function stir(shown: readonly Shown[]): Promise<void> {
  for (const { element } of shown) {
    element.highlight = element.highlight ? '' : 'China';
    if ('period' in element) (element as unknown as { period: string }).period = '25–31 May 2026';
    await element.show({ index: 0, series: 0 });
    element.style.width = element.style.width ? '' : '400px';
  }
  await settle(shown);
}

describe('motion', () => {
  afterEach(async () => {
    clear();
    await media({});
  });

  it('ends within 250 ms and does not loop', async () => {
    const shown = await usual();
    await stir(shown);
    expect(moving().map(length).filter((time) => time > 250)).to.deep.equal([]);
  });

  it('is none where less is asked for, also when that changes while the page is open (Chromium: others cannot be told to ask)', async function () {
    const shown = await usual();
    if (!(await media({ 'prefers-reduced-motion': 'reduce' }))) return this.skip();
    await stir(shown);
    expect(moving().length).to.equal(0);
    await media({ 'prefers-reduced-motion': 'no-preference' });
    await media({ 'prefers-reduced-motion': 'reduce' });
    await stir(shown);
    expect(moving().length).to.equal(0);
    expect(shown.flatMap(({ element }) => [...root(element).querySelectorAll('animate, animateTransform, set')]).length).to.equal(0);
  });
});

describe('touch (Chromium: others take no touches from a test)', () => {
  let shown: readonly Shown[];
  before(async function () {
    if ((await executeServerCommand('engine-touch', { enabled: true })) === 'unsupported') return this.skip();
    shown = await usual();
    await Promise.all(shown.map(({ element }) => until(() => root(element).querySelector('#help'), 'the tools')));
  });
  after(async () => {
    clear();
    await executeServerCommand('engine-touch', { enabled: false });
  });

  const at = (stage: Element, x: number, y: number): { x: number; y: number } => {
    const box = stage.getBoundingClientRect();
    return { x: Math.round(box.left + box.width * x), y: Math.round(box.top + box.height * y) };
  };

  it('of the plot shows the nearest point, not under the finger', async () => {
    for (const { element, name } of shown) {
      element.scrollIntoView({ block: 'center' });
      const stage = find(element, '.stage');
      const finger = at(stage, 0.4, 0.5);
      await executeServerCommand('engine-swipe', [finger]);
      await until(() => root(element).querySelector('.tooltip'), `the tooltip of ${name}`);
      await element.updateComplete;
      expect(element.active, name).to.not.equal(null);
      const { left, right, top, bottom } = find(element, '.tooltip').getBoundingClientRect();
      expect(finger.x > left && finger.x < right && finger.y > top && finger.y < bottom, `${name}: the tooltip is under the finger`).to.equal(false);
    }
  });

  it('and a sideways drag runs along the points', async () => {
    const { element } = shown[0]!;
    element.scrollIntoView({ block: 'center' });
    const stage = find(element, '.stage');
    const rows = new Set<unknown>();
    element.addEventListener('chart-active', (event) => rows.add(JSON.stringify((event as CustomEvent).detail)));
    await executeServerCommand('engine-swipe', [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8].map((x) => at(stage, x, 0.5)));
    await element.updateComplete;
    expect(rows.size).to.be.greaterThan(4);
  });

  it('leaves upward drags and pinches to the page', () => {
    for (const { element, name } of shown) expect(getComputedStyle(find(element, '.stage')).touchAction, name).to.equal('pan-y pinch-zoom');
    for (const { element, name } of shown) {
      const wheel = new WheelEvent('wheel', { bubbles: true, composed: true, cancelable: true, deltaY: 40 });
      expect(find(element, '.stage').dispatchEvent(wheel), name).to.equal(true);
    }
  });
});
