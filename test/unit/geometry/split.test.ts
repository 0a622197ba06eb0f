import { expect } from '@open-wc/testing';
import type { Mark, Picture, Size, TextMark } from '../../../src/geometry/marks.js';
import { layoutSplit, type BarRow, type SplitWish } from '../../../src/geometry/split-layout.js';

const size: Size = { width: 600, height: 200, em: 16 };
const bar = (name: string, parts: Readonly<Record<string, number>>): BarRow => ({ name, total: Object.values(parts).reduce((sum, value) => sum + value, 0), segments: Object.entries(parts).map(([part, value]) => ({ name: part, value, label: `${value} %`, certainty: 0 })) });
const laid = (wish: Partial<SplitWish>, at: Size = size): Picture => layoutSplit({ bars: [bar('', { China: 60, US: 40 })], layout: 'split', highlight: [], whole: 100, tickLabel: (value) => `${value}`, ...wish }, at);
const boxes = ({ marks }: Picture): Extract<Mark, { shape: 'rect' }>[] => marks.filter((mark): mark is Extract<Mark, { shape: 'rect' }> => mark.shape === 'rect');
const texts = ({ marks }: Picture): TextMark[] => marks.filter((mark): mark is TextMark => mark.shape === 'text');
const written = (picture: Picture): string[] => texts(picture).map(({ text }) => text);

describe('layoutSplit(wish, size)', () => {
  it('cuts the bar in the proportion of its parts, 2 px apart, from end to end', () => {
    const bars = boxes(laid({})).map(({ x, width }) => [x, width]);
    expect(bars).to.deep.equal([[0, 359], [361, 239]]);
    const three = boxes(laid({ bars: [bar('', { China: 50, US: 30, Other: 20 })] })).map(({ x, width }) => [x, width]);
    expect(three).to.deep.equal([[0, 299], [301, 178], [481, 119]]);
    // parts of less than the whole leave the rest free
    expect(boxes(laid({ whole: 200 })).map(({ x, width }) => [x, width])).to.deep.equal([[0, 179], [181, 119]]);
  });

  it('brings the names of the highlight forward in both layouts, the rest turns grey', () => {
    for (const layout of ['split', 'bars'] as const) {
      const colors = (highlight: readonly string[]): unknown => boxes(laid({ layout, highlight })).map(({ fill }) => fill);
      const [china, us] = colors([]) as string[];
      expect(new Set([china, us, 'other']).size).to.equal(3);
      expect(colors(['US'])).to.deep.equal(['other', us]);
      expect(colors(['China', 'US'])).to.deep.equal([china, us]);
      expect(colors(['Mars'])).to.deep.equal(['other', 'other']);
    }
  });

  it('names each part over its segment where all fit, else in the legend', () => {
    expect([laid({}).legend, written(laid({}))]).to.deep.equal([[], ['60 %', 'China', '40 %', 'US', '0', '25', '50', '75', '100']]);
    const narrow = laid({ bars: [bar('', { 'China and all of Asia': 95, US: 5 })] }, { ...size, width: 320 });
    expect(narrow.legend.map(({ name }) => name)).to.deep.equal(['China and all of Asia', 'US']);
    expect(written(narrow)).to.not.include('US');
  });

  it('heads several bars, or one with a name, and names the parts in the legend then', () => {
    const two = laid({ bars: [bar('All', { China: 60, US: 40 }), bar('Top', { China: 30, US: 70 })] });
    expect(written(two).filter((text) => ['All', 'Top', 'China', 'US'].includes(text))).to.deep.equal(['All', 'Top']);
    expect(two.legend.map(({ name }) => name)).to.deep.equal(['China', 'US']);
    expect(two.spot({ index: 1, series: 0 })?.box).to.deep.include({ x: 0, width: 179 });
    expect(written(laid({ bars: [bar('All', { China: 60, US: 40 })] }))).to.include('All');
  });

  it('draws a row for each part of each bar, headed where bars have names, as long as their values', () => {
    const rows = laid({ layout: 'bars', bars: [bar('All', { China: 60, US: 30 }), bar('Top', { China: 15 })] });
    expect(written(rows)).to.deep.equal(['All', 'China', '60 %', 'US', '30 %', 'Top', 'China', '15 %']);
    const [first, second, third] = boxes(rows).map(({ width }) => width);
    expect([second! / first!, third! / first!].map((ratio) => Math.round(ratio * 1000) / 1000)).to.deep.equal([0.5, 0.25]);
    // five lines, headings among them, share the height
    expect(texts(rows).filter(({ bold, x }) => bold && x === 0).map(({ text, y }) => [text, y])).to.deep.equal([['All', 26.6], ['Top', 140.6]]);
    expect(rows.spot({ index: 1, series: 0 })?.box?.y).to.be.above(rows.spot({ index: 0, series: 1 })?.box?.y ?? Infinity);
    expect(written(laid({ layout: 'bars' }))).to.deep.equal(['China', '60 %', 'US', '40 %']);
  });
});
