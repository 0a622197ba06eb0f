import { expect } from '@open-wc/testing';
import { axisSize, type Mark, type Size, type TextMark } from '../../../src/geometry/marks.js';
import { textWidth } from '../../../src/geometry/metrics.js';
import { isWide, timeFrame, type AxesWish, type TimeFrame } from '../../../src/geometry/time-frame.js';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const SIZE: Size = { width: 600, height: 340, em: 16 };
const font = axisSize(SIZE);

const frame = (wish: Partial<AxesWish> = {}, size: Partial<Size> = {}, endRoom = 0): TimeFrame =>
  timeFrame({ times: [START, START + 300 * DAY], values: [0, 10], scale: 'linear', xTicks: [], yTicks: [], yDomain: [], tickLabel: String, timeLabel: (time) => new Date(time).toISOString().slice(0, 7), ...wish }, { ...SIZE, ...size }, endRoom);
const texts = ({ marks }: TimeFrame, part: Mark['part']): readonly TextMark[] => marks.filter((mark): mark is TextMark => mark.shape === 'text' && mark.part === part);
const covered = ({ x, anchor, text, size }: TextMark): readonly [number, number] => {
  const length = textWidth(text, size);
  const from = anchor === 'end' ? x - length : anchor === 'middle' ? x - length / 2 : x;
  return [from, from + length];
};

describe('isWide', () => {
  it('begins at 480 px of the usual text, at more where text is larger', () => {
    expect([[480, 16], [479, 16], [600, 20], [599, 20], [360, 12]].map(([width = 0, em = 0]) => isWide({ width, height: 1, em }))).to.deep.equal([true, false, true, false, true]);
  });
});

describe('timeFrame', () => {
  it('reaches over the values, and over the wished domain where that is wider', () => {
    expect(frame({ values: [3, 8] }).y.domain()[1]).to.be.at.least(8);
    expect(frame({ values: [3, 8], yDomain: [0, 50] }).y.domain()).to.deep.equal([0, 50]);
    expect(frame({ values: [3, 80], yDomain: [0, 50] }).y.domain()[1]).to.be.at.least(80);
    expect(frame({ values: [3, 8], yTicks: [4, 6] }).y.domain()).to.deep.equal([3, 8]);
  });
  it('of a domain has the ticks that lie in it, or its ends where fewer than two do', () => {
    const labels = (yDomain: readonly number[], values: readonly [number, number] = [0, 1]): readonly string[] => texts(frame({ yDomain, values }), 'axis-y').map(({ text }) => text);
    for (const text of labels([0, 47])) expect(Number(text)).to.be.within(0, 47);
    expect(labels([0, 47]).length).to.be.greaterThan(2);
    expect(labels([10.01, 10.013], [10.01, 10.013]).map(Number).every((tick) => tick >= 10.01 && tick <= 10.013)).to.equal(true);
    expect(labels([13, 14.9], [13, 14]).map(Number).every((tick) => tick >= 13 && tick <= 14.9)).to.equal(true);
  });
  it('on a logarithmic scale begins above zero, whatever is wished', () => {
    const bottom = (values: readonly [number, number], yDomain: readonly number[] = []): number | undefined => frame({ scale: 'log', values, yDomain }).y.domain()[0];
    expect(bottom([2, 50])).to.be.within(0.1, 2);
    expect(bottom([2, 50], [0, 100])).to.be.within(0.1, 2);
    expect(bottom([0, 50])).to.be.within(0.1, 1);
    expect(frame({ scale: 'log', values: [5, 5] }).y(5)).to.be.a('number').and.not.NaN;
  });
  it('leaves the room of end labels on the side where lines end', () => {
    const [without, within] = [frame(), frame({}, {}, 90)];
    expect(within.right).to.equal(SIZE.width - 90);
    expect(without.right).to.equal(SIZE.width - Math.max(6, font * 0.5));
    expect(within.left).to.equal(without.left);
    const mirrored = frame({}, { rtl: true }, 90);
    expect(mirrored.left).to.equal(Math.max(6, font * 0.5));
    expect(mirrored.right).to.be.below(SIZE.width - 90);
    // the topmost label is no longer over the end labels: its width is kept free too
    const unit = (_: number, top: boolean): string => (top ? '10 trillion tokens' : '5');
    expect(frame({ tickLabel: unit }, { rtl: true }, 90).right).to.be.below(frame({ tickLabel: unit }, { rtl: true }, 0).right - 90);
  });
  it('stands one date in the middle', () => {
    const one = frame({ times: [START, START] });
    expect(one.x(START)).to.be.closeTo((one.left + one.right) / 2, 0.01);
    expect(texts(one, 'axis-x').length).to.equal(1);
  });
  it('writes no label of a value over another, the topmost first', () => {
    for (const height of [60, 90, 140, 340]) {
      const labels = texts(frame({ yTicks: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }, { height }), 'axis-y');
      expect(labels.map(({ text }) => text)).to.include('10');
      const places = labels.map(({ y }) => y).sort((a, b) => a - b);
      places.slice(1).forEach((y, i) => expect(y - (places[i] ?? NaN), `${height}`).to.be.at.least(font * 1.2 - 0.02));
      if (height === 340) expect(labels.length).to.equal(11);
    }
  });
  it('writes labels beside bands, above the lines of an open plot', () => {
    const [filled, open] = [frame({ filled: true }), frame()];
    for (const { x, anchor, text } of texts(filled, 'axis-y')) expect([anchor, Math.abs(x - filled.left + font * 0.5) < 0.02], text).to.deep.equal(['end', true]);
    for (const { x, anchor } of texts(open, 'axis-y')) expect([anchor, x]).to.deep.equal(['start', 0]);
    const other = frame({ filled: true }, { rtl: true });
    for (const { x, anchor } of texts(other, 'axis-y')) expect([anchor, Math.abs(x - other.right - font * 0.5) < 0.02]).to.deep.equal(['start', true]);
    expect(filled.behind.length).to.equal(1);
    expect(open.behind.length).to.equal(0);
    const long = frame({ filled: true, tickLabel: (_, top) => (top ? '10 trillion tokens a week' : '5') });
    expect(long.left).to.be.below(textWidth('10 trillion', font));
    expect(long.top).to.be.greaterThan(filled.top);
  });
  it('keeps labels of dates inside the picture and apart', () => {
    for (const size of [{ width: 260 }, { width: 320 }, { width: 480 }, { width: 600 }, { width: 1200 }]) {
      for (const xTicks of [[], [START, START + 30 * DAY, START + 60 * DAY, START + 150 * DAY, START + 300 * DAY]]) {
        const labels = texts(frame({ xTicks, timeLabel: (time) => `${new Date(time).toISOString().slice(0, 10)} noon` }, size), 'axis-x');
        expect(labels.length).to.be.greaterThan(0);
        const spans = labels.map(covered).sort(([a], [b]) => a - b);
        for (const [from, to] of spans) expect(from >= -0.01 && to <= size.width + 0.01, `${size.width}: ${from} to ${to}`).to.equal(true);
        spans.slice(1).forEach(([from], i) => expect(from - (spans[i]?.[1] ?? NaN), `${size.width}`).to.be.at.least(font * 0.5 - 0.02));
      }
    }
  });
  it('has rows for the labels of notes, three on a wide picture, fewer on a low one', () => {
    const notes = Array.from({ length: 5 }, (_, i) => ({ label: `A note of some length, number ${i}`, x: START + (40 + 50 * i) * DAY }));
    const tops = [frame({ notes: [] }), frame({ notes: notes.slice(0, 1) }), frame({ notes })].map(({ top }) => top);
    expect(tops[1]).to.be.greaterThan(tops[0] ?? NaN);
    expect(tops[2]).to.be.within((tops[1] ?? NaN) + 1, (tops[0] ?? NaN) + 3 * ((tops[1] ?? NaN) - (tops[0] ?? NaN)) + 1);
    expect(frame({ notes }, { height: 120 }).top).to.be.at.most(120 * 0.3 + font * 1.8);
    expect(frame({ notes }).notes.length).to.be.at.least(1);
  });
});
