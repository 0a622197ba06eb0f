import { expect } from '@open-wc/testing';
import { tones } from '../../src/view/sound.js';
import { PACKAGE, SPLIT, chart, painted, press, root, until } from '../helpers/chart.js';
import type { ChartElement } from '../../src/view/chart.js';

/** The page's only context for sound, which the library keeps for good: what it was asked to play is counted. */
const heard: number[] = [];
let contexts = 0;
const Real = globalThis.AudioContext;
class Counted extends Real {
  constructor() {
    super();
    contexts += 1;
  }
  override createOscillator(): OscillatorNode {
    const oscillator = super.createOscillator();
    const begin = oscillator.start.bind(oscillator);
    oscillator.start = () => {
      heard.push(oscillator.frequency.value);
      begin();
    };
    return oscillator;
  }
}

const button = (element: ChartElement): HTMLButtonElement => [...root(element).querySelectorAll<HTMLButtonElement>('.controls button')].find(({ textContent }) => /sound/.test(textContent ?? ''))!;
const tooltip = (element: ChartElement): string => root(element).querySelector('.tooltip')?.textContent ?? '';

describe('a chart as sound', () => {
  before(() => (globalThis.AudioContext = Counted));
  after(() => (globalThis.AudioContext = Real));
  beforeEach(() => heard.splice(0));

  it('is silent and asks for nothing until a reader asks', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    await until(() => root(element).querySelector('#help'), 'the tools');
    expect(contexts).to.equal(0);
    expect(button(element).textContent).to.equal('Play as sound');
  });

  it('plays every point of a time chart, higher the higher, shows each, adds no node, and ends by itself', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    const nodes = document.querySelectorAll('body *').length;
    const shown = new Set<string>();
    button(element).click();
    await until(() => {
      if (tooltip(element)) shown.add(tooltip(element));
      return button(element).textContent === 'Stop the sound' && shown.size === 4;
    }, 'four points', 8000);
    expect(document.querySelectorAll('body *').length).to.equal(nodes);
    await until(() => button(element).textContent === 'Play as sound', 'the end');
    expect(tooltip(element)).to.equal('');
    expect(contexts).to.equal(1);
    const mains = heard.filter((_, i) => i % 3 === 0);
    expect(mains).to.have.length(4);
    expect(mains.indexOf(Math.min(...mains))).to.equal(0);
    expect(mains.indexOf(Math.max(...mains))).to.equal(3);
  });

  it('plays the parts of a bar', async () => {
    const element = await painted(await chart('origin-split-bar', { data: SPLIT }));
    button(element).click();
    await until(() => heard.length === 9, 'three tones');
    await until(() => button(element).textContent === 'Play as sound', 'the end');
  });

  for (const [what, stop] of [
    ['Escape', () => press('Escape')],
    ['its control', (element: ChartElement) => button(element).click()],
    ['leaving the page', (element: ChartElement) => element.remove()],
    ['other data', (element: ChartElement) => void (element.data = { ...PACKAGE, title: 'Other' })],
  ] as const) {
    it(`stops by ${what}`, async () => {
      const data = Array.from({ length: 40 }, (_, i) => ({ date: new Date(i * 86_400_000).toISOString().slice(0, 10), tokens: 1 + i }));
      const element = await painted(await chart('token-volume-chart', { data }));
      button(element).click();
      await until(() => heard.length >= 6, 'two tones');
      await stop(element);
      await until(() => !element.playing, 'silence');
      const { length } = heard;
      expect(length).to.be.below(60);
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect(heard.length).to.equal(length);
    });
  }

  it('skips what has no value', () => {
    expect(tones({ length: 3, series: 1, value: ({ index }) => (index === 1 ? NaN : index) }, 0)).to.deep.equal([{ index: 0, series: 0 }, { index: 2, series: 0 }]);
    expect(tones({ length: 1, series: 2, value: ({ series }) => series }, 0)).to.deep.equal([{ index: 0, series: 0 }, { index: 0, series: 1 }]);
  });
});
