import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { logTicks, timeTicks, valueTicks } from '../../../src/geometry/ticks.js';

const DAY = 86_400_000;
const month = (time: number): string => new Date(time).toISOString().slice(0, 7);
const magnitude = fc.tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -12, max: 15 })).map(([factor, power]) => factor * 10 ** power);

describe('valueTicks', () => {
  for (const [low, high, ticks] of [
    [0, 31.81, [0, 10, 20, 30, 40]],
    [0, 41, [0, 12.5, 25, 37.5, 50]],
    [2.13, 50, [0, 12.5, 25, 37.5, 50]],
    [0, 100, [0, 25, 50, 75, 100]],
    [0, 4, [0, 1, 2, 3, 4]],
    [0, 0.3, [0, 0.1, 0.2, 0.3, 0.4]],
    [0, 0, [0, 1]],
    [-3, 5, [-5, -2.5, 0, 2.5, 5]],
    [NaN, NaN, [0, 1]],
  ] as const) {
    it(`gives ${ticks.join(', ')} for ${low} to ${high}`, () => expect(valueTicks(low, high)).to.deep.equal(ticks));
  }

  it('covers any values from zero with at most five equal steps', () => {
    fc.assert(
      fc.property(magnitude, fc.boolean(), (value, ofNegative) => {
        const [low, high] = ofNegative ? [-value, 0] : [0, value];
        const ticks = valueTicks(low, high);
        expect(ticks.length).to.be.within(2, 6);
        expect(ticks).to.include(0);
        const step = ticks[1]! - ticks[0]!;
        expect(ticks[0]).to.be.at.most(low + step * 1e-8);
        expect(ticks.at(-1)).to.be.at.least(high - step * 1e-8);
        ticks.slice(1).forEach((tick, i) => expect(Math.abs(tick - ticks[i]! - step)).to.be.below(step * 1e-6));
        if (high > 0) expect(ticks.at(-1)).to.be.at.most(high * 2.0001);
      }),
      { numRuns: 2000 },
    );
  });

  it('covers values on both sides of zero, with zero among the ticks', () => {
    fc.assert(
      fc.property(magnitude, magnitude, (below, above) => {
        const ticks = valueTicks(-below, above);
        expect(ticks).to.include(0);
        const step = ticks[1]! - ticks[0]!;
        expect(ticks[0]).to.be.at.most(step * 1e-8 - below);
        expect(ticks.at(-1)).to.be.at.least(above - step * 1e-8);
        expect(ticks.length).to.be.within(2, 7);
      }),
      { numRuns: 2000 },
    );
  });

  it('writes no tick with the noise of binary fractions', () => {
    fc.assert(
      fc.property(magnitude, (value) => {
        for (const tick of valueTicks(0, value)) expect(String(tick).replace(/e.*|[.-]|^0+|(?<=\d)0+$/g, '').replace(/^0+/, '').length).to.be.at.most(4);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('logTicks', () => {
  it('gives 1, 2 and 5 within three decades and powers of ten over more', () => {
    expect(logTicks(0.14, 5)).to.deep.equal([0.2, 0.5, 1, 2, 5]);
    expect(logTicks(0.1, 10_000)).to.deep.equal([0.1, 1, 10, 100, 1000, 10_000]);
  });

  it('gives the next ticks around a domain that holds fewer than two', () => {
    expect(logTicks(60, 99)).to.deep.equal([50, 100]);
    expect(logTicks(3, 6)).to.deep.equal([2, 5, 10]);
    expect(logTicks(20, 20.002)).to.deep.equal([20, 50]);
    expect(logTicks(7, 7.0007)).to.deep.equal([5, 10]);
  });

  it('gives two or more for any positive domain, in increasing order, inside where two are', () => {
    fc.assert(
      fc.property(magnitude, fc.double({ min: 1.01, max: 1e6, noNaN: true }), (low, ratio) => {
        const ticks = logTicks(low, low * ratio);
        ticks.forEach((tick, i) => {
          if (ratio > 10) expect(tick).to.be.within(low * 0.998, low * ratio * 1.002);
          else expect(tick).to.be.within(low * 0.399, low * ratio * 2.51);
          if (i > 0) expect(tick).to.be.above(ticks[i - 1]!);
        });
        expect(ticks.length).to.be.at.least(2);
      }),
    );
  });
});

describe('timeTicks', () => {
  const [from, to] = [Date.UTC(2025, 4, 5), Date.UTC(2026, 4, 25)];

  for (const most of [4, 5, 6]) {
    it(`gives the seed May, September, January and May where ${most} have room`, () => {
      const { values, unit } = timeTicks(from, to, most);
      expect(values.map(month)).to.deep.equal(['2025-05', '2025-09', '2026-01', '2026-05']);
      expect(unit).to.equal('month');
    });
  }

  const span = fc.tuple(fc.integer({ min: 0, max: 40_000 }), fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 200_000 })), fc.integer({ min: 2, max: 8 }));

  it('gives at most as many as have room, in order, inside the span but for a step\'s eighth before it', () => {
    fc.assert(
      fc.property(span, ([start, days, most]) => {
        const [first, last] = [start * DAY, (start + days) * DAY];
        const { values, unit } = timeTicks(first, last, most);
        expect(values.length).to.be.at.most(most);
        values.forEach((value, i) => {
          if (i > 0) expect(value).to.be.above(values[i - 1]!);
        });
        const step = values.length > 1 ? (values[1]! - values[0]!) : DAY;
        if (values.length) {
          expect(values.at(-1)).to.be.at.most(last);
          expect(first - values[0]!).to.be.at.most(Math.min(10 * DAY, values.length > 1 ? step * 0.14 : Infinity));
        }
        for (const value of values) {
          const date = new Date(value);
          if (unit === 'month' || unit === 'year') expect(date.getUTCDate()).to.equal(1);
          if (unit === 'year') expect(date.getUTCMonth()).to.equal(0);
          expect(value % (unit === 'hour' ? DAY / 24 : DAY)).to.equal(0);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('gives three at least over three months to two years, and two over more, where five have room', () => {
    fc.assert(
      fc.property(span, ([start, days, most]) => {
        fc.pre(days >= 95 && most >= 5);
        expect(timeTicks(start * DAY, (start + days) * DAY, most).values.length).to.be.at.least(days <= 700 ? 3 : 2);
      }),
      { numRuns: 3000 },
    );
  });

  it('reaches back before the year 0 and over a day\'s hours', () => {
    expect(timeTicks(Date.UTC(-2000, 0), Date.UTC(2000, 0), 6).values.map((time) => new Date(time).getUTCFullYear())).to.deep.equal([-2000, -1000, 0, 1000, 2000]);
    expect(timeTicks(0, DAY / 2, 5)).to.deep.equal({ values: [0, 3, 6, 9, 12].map((hour) => (hour * DAY) / 24), unit: 'hour' });
  });
});
