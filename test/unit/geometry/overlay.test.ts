import { expect } from '@open-wc/testing';
import { scaleLinear } from 'd3-scale';
import type { Mark } from '../../../src/geometry/marks.js';
import { overlayMarks } from '../../../src/geometry/overlay.js';
import type { TimeFrame } from '../../../src/geometry/time-frame.js';

const frame: TimeFrame = { x: scaleLinear([0, 100], [40, 240]), y: scaleLinear([0, 10], [120, 20]), left: 40, right: 240, top: 20, bottom: 120, marks: [], behind: [], notes: [] };
const drawn = (time: number, value: number, bound = 0): readonly Mark[] => overlayMarks({ time, value, bound, name: 'China' }, frame, 'china');

describe('overlayMarks(point, frame, stroke)', () => {
  it('is a hollow point where the value stands, in ink where no colour is given', () => {
    expect(drawn(50, 5)).to.deep.equal([{ shape: 'circle', part: 'dot', cx: 140, cy: 70, r: 4.5, fill: 'surface', stroke: 'china', strokeWidth: 2 }]);
    expect(overlayMarks({ time: 50, value: 5, bound: 0, name: '' }, frame)[0]?.stroke).to.equal('ink');
  });
  it('has an arrow up from a lower bound, and down from an upper one, no further than the axis', () => {
    const arrow = (d: string): Mark => ({ shape: 'path', part: 'dot', d, fill: 'none', stroke: 'china', strokeWidth: 2 });
    expect(drawn(50, 5, 1)[1]).to.deep.equal(arrow('M140,65V56M136,60L140,56L144,60'));
    expect(drawn(50, 5, -1)[1]).to.deep.equal(arrow('M140,75V84M136,80L140,84L144,80'));
    expect(drawn(50, 0.5, -1)[1]).to.deep.equal(arrow('M140,120V120M136,116L140,120L144,116'));
  });
  it('is nothing off the plot, and whole on its edges', () => {
    for (const [time, value] of [[0, 5], [100, 5], [50, 10], [50, 0]] as const) expect(drawn(time, value), `${time}, ${value}`).to.have.length(1);
    for (const [time, value] of [[-1, 5], [101, 5], [50, 10.1], [NaN, 5], [50, NaN]] as const) expect(drawn(time, value), `${time}, ${value}`).to.have.length(0);
  });
});
