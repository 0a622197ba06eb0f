import { expect } from '@open-wc/testing';
import { layoutLines, type LineRow, type LinesWish } from '../../../src/geometry/line-layout.js';
import { labelSize, type CircleMark, type Mark, type Picture, type Size, type TextMark } from '../../../src/geometry/marks.js';
import { textWidth } from '../../../src/geometry/metrics.js';

const DAY = 86_400_000;
const WIDE: Size = { width: 680, height: 340, em: 16 };
const NARROW: Size = { width: 320, height: 260, em: 16 };

const row = (values: readonly number[], more: Partial<LineRow> = {}): LineRow => ({ name: 'A', values: Float64Array.from(values), certainty: null, bounds: null, firstLabel: 'first', lastLabel: 'last', lastNote: 'May 25', ...more });
const draw = (lines: readonly LineRow[], size: Size, more: Partial<LinesWish> = {}): Picture =>
  layoutLines({ x: Float64Array.from({ length: lines[0]?.values.length ?? 0 }, (_, i) => Date.UTC(2026, 0, 1) + i * DAY), lines, highlight: [], scale: 'linear', xTicks: [], yTicks: [], yDomain: [], tickLabel: String, timeLabel: (time) => new Date(time).toISOString().slice(5, 10), ...more }, size);
const text = (picture: Picture, words: string): TextMark | undefined => picture.marks.find((mark): mark is TextMark => mark.shape === 'text' && mark.text === words);
const dots = (picture: Picture): readonly CircleMark[] => picture.marks.filter((mark): mark is CircleMark => mark.shape === 'circle' && mark.part === 'dot');
const part = (picture: Picture, name: Mark['part']): readonly Mark[] => picture.marks.filter((mark) => mark.part === name);

describe('layoutLines, asked for a point', () => {
  const both = draw([row([1, 2, NaN, 4], { name: 'A' }), row([3, 1, 2, 3], { name: 'B' })], WIDE);
  const at = (index: number, series: number): { readonly x: number; readonly y: number } => both.spot({ index, series }) ?? { x: NaN, y: NaN };

  it('says where a value stands and in which colour, and nothing of one that is not there', () => {
    expect(both.spot({ index: 2, series: 0 })).to.equal(null);
    expect(both.spot({ index: 0, series: 2 })).to.equal(null);
    expect(both.spot({ index: 9, series: 0 })).to.equal(null);
    const colors = [0, 1].map((series) => both.spot({ index: 0, series })?.color);
    expect(colors).to.deep.equal(part(both, 'line').map(({ stroke }) => stroke));
    expect(at(0, 0).y).to.be.greaterThan(at(0, 1).y);
  });
  it('finds the date nearest along and the line nearest across', () => {
    for (const [index, series] of [[0, 0], [0, 1], [1, 0], [1, 1], [3, 0], [3, 1]] as const) {
      const { x, y } = at(index, series);
      expect(both.nearest(x + 3, y + 2), `${index} ${series}`).to.deep.equal({ index, series });
      expect(both.nearest(x - 3, y - 2), `${index} ${series}`).to.deep.equal({ index, series });
    }
    // where one line has no value the other is the nearest, however far
    expect(both.nearest(at(2, 1).x, 0)).to.deep.equal({ index: 2, series: 1 });
    expect(draw([row([])], WIDE).nearest(100, 100)).to.equal(null);
  });
  it('takes the first of two lines at one place', () => {
    const same = draw([row([1, 2]), row([1, 2], { name: 'B' })], WIDE);
    expect(same.nearest(0, 0)?.series).to.equal(0);
  });
  it('helps by a vertical line', () => expect(both.crosshair).to.equal(true));
});

describe('layoutLines', () => {
  it('gives a value between two gaps a dot of its own, and a lone date only the dot of its end', () => {
    const own = (values: readonly number[]): number => dots(draw([row(values)], WIDE)).filter(({ r }) => r === 4).length;
    expect(own([1, NaN, 2, NaN, 3, 4])).to.equal(2);
    expect(own([1, 2, NaN, 3, 4])).to.equal(0);
    expect(own([5])).to.equal(0);
    const [alone] = dots(draw([row([1, 2, NaN, 3, NaN, 4, 5])], WIDE)).filter(({ r }) => r === 4);
    const spot = draw([row([1, 2, NaN, 3, NaN, 4, 5])], WIDE).spot({ index: 3, series: 0 });
    expect(alone).to.include({ cx: spot?.x, cy: spot?.y, fill: spot?.color });
  });
  it('reaches to the levels of notes', () => {
    const level = (y: number): Mark | undefined => draw([row([10, 12])], WIDE, { notes: [{ label: 'Level', y }] }).marks.find((mark) => mark.part === 'annotation' && mark.shape !== 'text');
    for (const y of [1, 40]) expect(level(y), `${y}`).to.exist;
    const { plot, spot } = draw([row([10, 12])], WIDE, { notes: [{ label: 'Level', y: 40 }] });
    expect(spot({ index: 1, series: 0 })?.y).to.be.greaterThan((plot.top + plot.bottom) / 2);
  });
  it('draws values of another base beside their own line only', () => {
    const over = (name: string): number => draw([row([1, 2]), row([3, 4], { name: 'B' })], WIDE, { overlay: [{ name, time: Date.UTC(2026, 0, 1), value: 2, bound: 0 }] }).marks.length;
    expect(over('B')).to.be.greaterThan(over('nobody'));
  });
  it('has no line for a series without a value, and neither label nor key', () => {
    const picture = draw([row([NaN, NaN], { name: 'None' }), row([1, 2], { name: 'B' })], NARROW);
    expect(picture.legend.map(({ name }) => name)).to.deep.equal(['B']);
    expect(part(picture, 'dot').length).to.equal(1);
  });
});

describe('the ends of a single line', () => {
  const font = labelSize(NARROW);

  it('wide, have value and date beside the last point, inside the plot', () => {
    for (const values of [[1, 9], [9, 1], [5, 5.2]]) {
      const picture = draw([row(values)], WIDE);
      const [value, note] = [text(picture, 'last'), text(picture, 'May 25')];
      const spot = picture.spot({ index: 1, series: 0 });
      expect(value?.x).to.be.closeTo((spot?.x ?? NaN) + labelSize(WIDE) * 0.75, 0.02);
      expect([value?.bold, note?.bold, value?.fill, note?.fill]).to.deep.equal([true, false, 'ink', 'muted']);
      expect((note?.y ?? 0) - (value?.y ?? 0)).to.be.closeTo(labelSize(WIDE) * 1.18, 0.02);
      expect(note?.y).to.be.at.most(picture.plot.bottom);
      expect(value?.y).to.be.at.least(picture.plot.top);
    }
  });
  it('narrow, have the value over the last point, or under it where it stands at the top', () => {
    const low = draw([row([9, 5])], NARROW);
    const high = draw([row([1, 9])], NARROW, { yTicks: [0, 9] });
    const y = (picture: Picture): number => picture.spot({ index: 1, series: 0 })?.y ?? NaN;
    expect(text(low, 'last')?.y).to.be.closeTo(y(low) - font * 0.9, 0.02);
    expect(text(low, 'last')).to.include({ anchor: 'end', bold: true });
    expect(text(low, 'May 25')).to.equal(undefined);
    // the top of the plot is as high as the label: from right to left the tick's words are there
    const mirrored = draw([row([1, 9])], { ...NARROW, rtl: true }, { yTicks: [0, 9] });
    expect(text(high, 'last')?.y).to.be.closeTo(y(high) - font * 0.9 > high.plot.top - font * 0.4 ? y(high) - font * 0.9 : y(high) + font * 1.8, 0.02);
    expect(text(mirrored, 'last')?.y).to.be.closeTo(y(mirrored) + font * 1.8, 0.02);
  });
  it('narrow, keep a long value inside where the last point stands at the start', () => {
    const long = 'a value in many words';
    const picture = draw([row([5, NaN, NaN], { lastLabel: long })], NARROW);
    const label = text(picture, long);
    expect(label?.anchor).to.equal('start');
    expect(label?.x).to.be.closeTo(Math.max(0, (picture.spot({ index: 0, series: 0 })?.x ?? NaN) - 4), 0.02);
    const end = text(draw([row([5, 5, 5], { lastLabel: long })], NARROW), long);
    expect(end?.anchor).to.equal('end');
    expect((end?.x ?? 0) - textWidth(long, font, true)).to.be.at.least(-0.01);
  });
  it('have the first value over the first point, or under it where the line climbs through the label', () => {
    const level = draw([row([5, 5, 5, 5, 5, 5, 5, 9])], WIDE);
    const start = (picture: Picture): number => picture.spot({ index: 0, series: 0 })?.y ?? NaN;
    expect(text(level, 'first')?.y).to.be.closeTo(start(level) - labelSize(WIDE) * 0.85, 0.02);
    expect(text(level, 'first')?.x).to.be.closeTo((level.spot({ index: 0, series: 0 })?.x ?? NaN) + 2, 0.02);
    const steep = draw([row([5, 60, 70, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80], { firstLabel: 'a first value' })], WIDE);
    expect(text(steep, 'a first value')?.y).to.be.closeTo(Math.min(start(steep) + labelSize(WIDE) * 1.7, steep.plot.bottom - 3), 0.02);
    const high = draw([row([90, 140, 100, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80], { firstLabel: 'a first value' })], WIDE);
    expect(text(high, 'a first value')?.y).to.be.greaterThan(start(high));
  });
  it('have no first value where it is the last, or would touch it', () => {
    expect(text(draw([row([5])], WIDE), 'first')).to.equal(undefined);
    expect(text(draw([row([NaN, 5, NaN])], WIDE), 'first')).to.equal(undefined);
    const near = row([5, 5, ...Array.from({ length: 60 }, () => NaN)]);
    expect(text(draw([near], WIDE), 'first')).to.equal(undefined);
    // narrow, the last value needs room on this side of its point too
    const words = { firstLabel: 'x'.repeat(14), lastLabel: 'y'.repeat(14) };
    const room = (size: Size): boolean => textWidth(words.firstLabel, labelSize(size), true) + textWidth(words.lastLabel, labelSize(size), true) + labelSize(size) < size.width;
    expect(text(draw([row([5, 6], words)], { ...NARROW, width: 250 }), words.firstLabel) !== undefined).to.equal(room({ ...NARROW, width: 210 }));
    expect(text(draw([row([5, 6], words)], WIDE), words.firstLabel)).to.exist;
  });
  it('of an empty line are nothing', () => expect(part(draw([row([NaN, NaN])], WIDE), 'label')).to.deep.equal([]));
});
