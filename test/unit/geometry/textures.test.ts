import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Mark, PathMark, Picture, TextMark } from '../../../src/geometry/marks.js';
import { textWidth } from '../../../src/geometry/metrics.js';
import type { Color } from '../../../src/geometry/paint.js';
import { textured, texturesFor } from '../../../src/geometry/textures.js';

const COLORS: readonly Color[] = ['china', 'us', 'europe', 'other', 'unknown', 'accent', 'color-1', 'color-2', 'color-3', 'color-4', 'color-5', 'color-6', 'color-7', 'color-8', 'color-9'];
const picture = (marks: readonly Mark[], legend: Picture['legend'] = []): Picture => ({ size: { width: 400, height: 300, em: 16 }, marks, legend, plot: { left: 0, right: 400, top: 0, bottom: 300 }, crosshair: false, spot: () => null, nearest: () => null });
const bar = (fill: Color, x: number, width: number): Mark => ({ shape: 'rect', part: 'segment', x, y: 20, width, height: 52, fill });
const added = (of: Picture): PathMark[] => textured(of).marks.filter((mark): mark is PathMark => mark.shape === 'path' && mark.stroke === 'surface');

/** The strokes of a texture, each with what it covers. */
const strokes = ({ d, strokeWidth = 1 }: PathMark): readonly { left: number; right: number; top: number; bottom: number }[] =>
  [...d.matchAll(/M(-?[\d.]+),(-?[\d.]+)([HV])(-?[\d.]+)/g)].map(([, x, y, way, to]) => {
    const [a, b, c, half] = [Number(x), Number(y), Number(to), strokeWidth / 2];
    return way === 'H' ? { left: a, right: c, top: b - half, bottom: b + half } : { left: a - half, right: a + half, top: b, bottom: c };
  });

describe('texturesFor', () => {
  it('no two colours share one, and origins keep theirs', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...COLORS], { minLength: 1 }), (colors) => {
        const found = texturesFor(colors);
        expect(new Set([...found.values()].map((texture) => JSON.stringify(texture))).size).to.equal(colors.length);
        if (colors.includes('us')) expect(found.get('us')).to.deep.equal(texturesFor(['us', 'china']).get('us'));
      }),
    );
  });
});

describe('textured', () => {
  it('strokes stay inside their bar, off its rim, and off words with some ground around them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COLORS), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 6, max: 200 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 20, max: 80 }), (fill, x, width, at, y): void => {
        const label: TextMark = { shape: 'text', part: 'label', x: at, y, text: '28 %', size: 16, bold: true };
        const word = { left: at - 2, right: at + textWidth('28 %', 16, true) + 2, top: y - 14, bottom: y + 5 };
        for (const stroke of added(picture([bar(fill, x, width), bar('ink', 380, 20), label])).flatMap(strokes).filter(({ left }) => left < 370)) {
          expect(stroke.left).to.be.at.least(x + 1.99);
          expect(stroke.right).to.be.at.most(x + width - 1.99);
          expect(stroke.top).to.be.at.least(21.99);
          expect(stroke.bottom).to.be.at.most(70.01);
          expect(stroke.right <= word.left || stroke.left >= word.right || stroke.bottom <= word.top || stroke.top >= word.bottom, JSON.stringify(stroke)).to.equal(true);
        }
      }),
    );
  });
  it('strokes follow the edges of a band', () => {
    const band: Mark = { shape: 'path', part: 'band', d: 'M0,100L200,20L400,100L400,200L200,120L0,200Z', fill: 'us' };
    const found = added(picture([band, bar('china', 0, 10)])).flatMap(strokes);
    expect(found.length).to.be.above(20);
    for (const { left, right, top, bottom } of found) {
      for (const [x, y] of [[left, top], [right, top], [left, bottom], [right, bottom]] as const) {
        const upper = 100 - (80 * (200 - Math.abs(200 - x))) / 200;
        expect(y).to.be.at.least(upper);
        expect(y).to.be.at.most(upper + 100);
      }
    }
  });
  it('strokes of neighbours stand at the same places, whatever the bars begin at', () => {
    const columns = (x: number): readonly number[] => added(picture([bar('europe', x, 100), bar('china', 300, 90)])).flatMap(strokes).map(({ left }) => ((left % 6) + 6) % 6);
    expect(new Set([...columns(3), ...columns(17.5)]).size).to.equal(1);
  });
  it('keys have the texture of their colour, and what is not filled has none', () => {
    const line: Mark = { shape: 'line', part: 'line', x1: 0, x2: 9, y1: 0, y2: 9, stroke: 'us' };
    const of = textured(picture([line, bar('us', 0, 100), bar('china', 100, 100)], [{ name: 'US', color: 'us' }, { name: 'China', color: 'china' }]));
    expect(of.marks.length).to.equal(4);
    expect(of.legend.map(({ texture }) => texture?.length)).to.deep.equal([1, 0]);
    expect(of.legend[0]?.texture?.[0]?.dash).to.equal((of.marks[2] as PathMark).dash);
  });
});
