import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { boxPicture, hatch, mirror, segmentMarks, type Box, type PlacedBox } from '../../../src/geometry/boxes.js';
import type { Mark, Size } from '../../../src/geometry/marks.js';

const size: Size = { width: 200, height: 100, em: 16 };
const placed = (index: number, series: number, box: Box): PlacedBox => ({ index, series, box, x: 0, y: 0, color: 'china' });
const dot: Mark = { shape: 'circle', part: 'dot', cx: 30, cy: 5, r: 2 };

describe('boxPicture(size, marks, placed, legend)', () => {
  const boxes = [placed(0, 0, { x: 10, y: 0, width: 40, height: 20 }), placed(0, 1, { x: 50, y: 0, width: 30, height: 20 }), placed(1, 0, { x: 10, y: 40, width: 100, height: 20 })];
  const drawn = (at = size): ReturnType<typeof boxPicture> => boxPicture(at, [dot], boxes, []);

  it('plots over the whole picture, without a crosshair', () => {
    const picture = drawn();
    expect([picture.plot, picture.crosshair, picture.size, picture.legend]).to.deep.equal([{ left: 0, right: 200, top: 0, bottom: 100 }, false, size, []]);
  });

  it('spots the middle of a stop’s box, and nothing for a stop that is not there', () => {
    const picture = drawn();
    expect(picture.spot({ index: 0, series: 1 })).to.deep.equal({ x: 65, y: 10, box: { x: 50, y: 0, width: 30, height: 20 }, color: 'china' });
    expect(picture.spot({ index: 1, series: 0 })).to.deep.include({ x: 60, y: 50 });
    for (const stop of [{ index: 1, series: 1 }, { index: 2, series: 0 }]) expect(picture.spot(stop)).to.equal(null);
  });

  it('mirrors marks, spots and places for who reads from the right', () => {
    const mirrored = drawn({ ...size, rtl: true });
    expect(mirrored.marks).to.deep.equal([{ ...dot, cx: 170 }]);
    expect(drawn().marks).to.deep.equal([dot]);
    expect(mirrored.spot({ index: 0, series: 1 })).to.deep.equal({ x: 135, y: 10, box: { x: 120, y: 0, width: 30, height: 20 }, color: 'china' });
    expect(mirrored.nearest(170, 10)).to.deep.equal({ index: 0, series: 0 });
    expect(mirrored.nearest(130, 10)).to.deep.equal({ index: 0, series: 1 });
  });

  it('finds the box nearest to a place, where a step up or down counts as four aside; of two as near the first', () => {
    const box = fc.record({ x: fc.nat(20), y: fc.nat(20), width: fc.nat(9), height: fc.nat(9) });
    const outside = (at: number, from: number, to: number): number => (at < from ? from - at : at > to ? at - to : 0);
    fc.assert(
      fc.property(fc.array(box, { maxLength: 6 }), fc.integer({ min: -5, max: 30 }), fc.integer({ min: -5, max: 30 }), (all, x, y) => {
        const ways = all.map((each) => outside(x, each.x, each.x + each.width) + 4 * outside(y, each.y, each.y + each.height));
        const first = ways.indexOf(Math.min(...ways));
        expect(boxPicture(size, [], all.map((each, i) => placed(i, i + 5, each)), []).nearest(x, y)).to.deep.equal(first < 0 ? null : { index: first, series: first + 5 });
      }),
    );
  });
});

describe('segmentMarks(box, row, color)', () => {
  const bar = { x: 10, y: 20, width: 50, height: 16 };
  const drawn = (certainty: number, box: Box = bar): readonly Mark[] => segmentMarks(box, { certainty }, 'china').slice(1);

  it('is the bar itself where it is sure', () => {
    expect(segmentMarks(bar, { certainty: 0 }, 'china')).to.deep.equal([{ shape: 'rect', part: 'segment', ...bar, fill: 'china' }]);
  });
  it('has diagonals where it is representative', () => {
    expect(drawn(2)).to.deep.equal([{ shape: 'path', part: 'segment', d: hatch(bar), fill: 'none', stroke: 'surface', strokeWidth: 1.25, strokeOpacity: 0.42 }]);
  });
  it('has a dashed rim 2 px inside where it is derived, none where there is no room for one', () => {
    const rim = { shape: 'rect', part: 'segment', fill: 'none', stroke: 'surface', strokeWidth: 1.5, dash: '4 3' };
    expect(drawn(1)).to.deep.equal([{ ...rim, x: 12, y: 22, width: 46, height: 12 }]);
    expect(drawn(1, { ...bar, height: 12 })).to.deep.equal([{ ...rim, x: 12, y: 22, width: 46, height: 8 }]);
    expect(drawn(1, { ...bar, width: 6 })).to.deep.equal([]);
    expect(drawn(1, { ...bar, width: 6.5 })).to.have.length(1);
  });
  it('has a dashed line along its middle where it is derived and thin', () => {
    expect(drawn(1, { ...bar, height: 8 })).to.deep.equal([{ shape: 'line', part: 'segment', x1: 10, x2: 60, y1: 24, y2: 24, stroke: 'surface', strokeWidth: 1.5, dash: '4 3' }]);
  });
});

describe('hatch(box)', () => {
  it('draws diagonals every 9 px from the upper left, cut at the box', () => {
    expect(hatch({ x: 0, y: 0, width: 20, height: 10 })).to.equal('M9,0L0,9M18,0L8,10M20,7L17,10');
    expect(hatch({ x: 100, y: 50, width: 20, height: 10 })).to.equal('M109,50L100,59M118,50L108,60M120,57L117,60');
    expect(hatch({ x: 0, y: 0, width: 4, height: 5 })).to.equal('');
  });
  it('keeps every line inside', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(60), (width, height) => {
        const ends = [...hatch({ x: 0, y: 0, width, height }).matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
        for (const [i, [x, y]] of ends.entries()) {
          expect(x >= 0 && x <= width && y >= 0 && y <= height, `${x},${y}`).to.equal(true);
          expect(x + y).to.equal(9 * (1 + Math.floor(i / 2)));
        }
      }),
    );
  });
});

describe('mirror(mark, width)', () => {
  const marks: readonly (readonly [Mark, Mark])[] = [
    [{ shape: 'rect', part: 'bar', x: 10, y: 1, width: 30, height: 4 }, { shape: 'rect', part: 'bar', x: 160, y: 1, width: 30, height: 4 }],
    [{ shape: 'circle', part: 'dot', cx: 10, cy: 1, r: 3 }, { shape: 'circle', part: 'dot', cx: 190, cy: 1, r: 3 }],
    [{ shape: 'line', part: 'axis', x1: 10, y1: 1, x2: 20, y2: 2 }, { shape: 'line', part: 'axis', x1: 190, y1: 1, x2: 180, y2: 2 }],
    [{ shape: 'text', part: 'label', x: 10, y: 1, text: 'a', size: 12, anchor: 'start' }, { shape: 'text', part: 'label', x: 190, y: 1, text: 'a', size: 12, anchor: 'end' }],
    [{ shape: 'text', part: 'label', x: 10, y: 1, text: 'a', size: 12, anchor: 'middle' }, { shape: 'text', part: 'label', x: 190, y: 1, text: 'a', size: 12, anchor: 'middle' }],
    [{ shape: 'path', part: 'segment', d: 'M10,5L-2.5,7M0,1L3,2' }, { shape: 'path', part: 'segment', d: 'M190,5L202.5,7M200,1L197,2' }],
  ];
  for (const [mark, other] of marks) {
    it(`of a ${mark.shape}${mark.shape === 'text' ? ` (${mark.anchor})` : ''} and back`, () => {
      expect(mirror(mark, 200)).to.deep.equal(other);
      expect(mirror(other, 200)).to.deep.equal(mark);
    });
  }
  it('takes a text without an anchor to start where it stands', () => {
    expect(mirror({ shape: 'text', part: 'label', x: 10, y: 1, text: 'a', size: 12 }, 200)).to.deep.include({ x: 190, anchor: 'end' });
  });
});
