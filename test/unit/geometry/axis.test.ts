import { expect } from '@open-wc/testing';
import { axisBottom, axisLeft, axisRight, axisTop } from 'd3-axis';
import { scaleBand, scaleLinear, scaleLog, scalePoint, scaleUtc } from 'd3-scale';
import { axisTicks } from '../../../src/geometry/axis.js';

const utc = scaleUtc([Date.UTC(2025, 4, 5), Date.UTC(2026, 4, 25)], [40, 600]);
const linear = scaleLinear([0, 50], [300, 20]);
const log = scaleLog([0.1, 10], [0, 400]);

describe('axisTicks', () => {
  it('gives the ticks, offsets and labels of the scale', () => {
    for (const axis of [axisBottom(utc), axisTop(utc)]) {
      expect(axisTicks(axis)).to.deep.equal(utc.ticks().map((value) => ({ value, offset: utc(value), label: utc.tickFormat()(value) })));
    }
    for (const axis of [axisLeft(linear).ticks(4), axisRight(linear).ticks(4)]) {
      expect(axisTicks(axis)).to.deep.equal(linear.ticks(4).map((value) => ({ value, offset: linear(value), label: linear.tickFormat(4)(value) })));
    }
    expect(axisTicks(axisBottom(log).ticks(3, '~g'))).to.deep.equal(log.ticks(3).map((value) => ({ value, offset: log(value), label: log.tickFormat(3, '~g')(value) })));
  });

  it('gives the ticks asked for, with their own labels', () => {
    const values = [0, 12.5, 25];
    expect(axisTicks(axisLeft(linear).tickValues(values).tickFormat((value, i) => `${i}: ${value.valueOf()}`))).to.deep.equal([
      { value: 0, offset: 300, label: '0: 0' },
      { value: 12.5, offset: 230, label: '1: 12.5' },
      { value: 25, offset: 160, label: '2: 25' },
    ]);
    expect(axisTicks(axisBottom(linear).tickValues([]))).to.deep.equal([]);
  });

  it('puts a band\'s tick in its middle and a point\'s on it', () => {
    const band = scaleBand(['a', 'b'], [0, 100]);
    expect(axisTicks(axisLeft(band)).map(({ value, offset, label }) => [value, offset, label])).to.deep.equal([['a', 25, 'a'], ['b', 75, 'b']]);
    expect(axisTicks(axisLeft(scalePoint(['a', 'b'], [0, 100]))).map(({ offset }) => offset)).to.deep.equal([0, 100]);
  });
});
