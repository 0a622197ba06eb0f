import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { parseAnnotations, within } from '../src/data/annotations.js';
import { DataError } from '../src/data/errors.js';
import { boxOf, levelMarks, placeNotes } from '../src/geometry/annotation-layout.js';
import type { Mark } from '../src/geometry/marks.js';
import { textWidth } from '../src/geometry/metrics.js';
import { scaleLinear } from 'd3-scale';

describe('parseAnnotations(text)', () => {
  it('reads moments, spans and levels', () => {
    expect(parseAnnotations('2025-11-24: Opus 4.5; 2026-04-06..2026-04-26: US: ahead; y=30: 30 trillion;')).to.deep.equal([
      { label: 'Opus 4.5', x: Date.UTC(2025, 10, 24) },
      { label: 'US: ahead', from: Date.UTC(2026, 3, 6), to: Date.UTC(2026, 3, 26) },
      { label: '30 trillion', y: 30 },
    ]);
    expect(parseAnnotations('2026-05-25..2026-05-25: one day')).to.deep.equal([{ label: 'one day', from: Date.UTC(2026, 4, 25), to: Date.UTC(2026, 4, 25) }]);
    expect(parseAnnotations('2026-05..2026-06 : two months; y=-1.5e3: low')).to.deep.equal([{ label: 'two months', from: Date.UTC(2026, 4), to: Date.UTC(2026, 5) }, { label: 'low', y: -1500 }]);
    expect(parseAnnotations('2026-05: May')).to.deep.equal([{ label: 'May', x: Date.UTC(2026, 4, 1) }]);
    expect(parseAnnotations(' ')).to.deep.equal([]);
  });

  for (const bad of ['Opus 4.5', '2025-02-30: a day that is not', '2026-04-26..2026-04-06: backwards', 'y=many: words', '2025-11-24:no space', '2025-11-24: ', '2025-11-24: \u202e', 'y=3: \u0000', 'y=: words', '2025-11-24..: words', '2025-11-24..2025-11-31: words', 'see 2025-11-24: words']) {
    it(`says what "${bad}" should have been`, () => {
      expect(() => parseAnnotations(bad)).to.throw(DataError, `annotations: expected notes such as "2025-11-24: Opus 4.5; 2026-04-06..2026-04-26: US ahead; y=30: 30 trillion", found ${JSON.stringify(bad.trim().replace(/[\u0000\u202e]/g, ''))}`);
    });
  }
});

describe('within(notes, from, to)', () => {
  it('keeps levels and what the window shows any of', () => {
    const notes = [{ label: 'before', x: 1 }, { label: 'across', from: 1, to: 6 }, { label: 'in', x: 7 }, { label: 'level', y: 3 }, { label: 'after', from: 11, to: 12 }];
    expect(within(notes, 5, 10).map(({ label }) => label)).to.deep.equal(['across', 'in', 'level']);
    const edges = [{ label: 'first', x: 5 }, { label: 'last', x: 10 }, { label: 'until', from: 1, to: 5 }, { label: 'since', from: 10, to: 12 }, { label: 'nowhere' }];
    expect(within(edges, 5, 10).map(({ label }) => label)).to.deep.equal(['first', 'last', 'until', 'since']);
  });
});

const notes = fc.array(fc.record({ label: fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'abcdefgh M'.split('')) }), x: fc.integer({ min: 0, max: 700 }) }), { maxLength: 8 });

describe('placeNotes(notes, right, font, rows)', () => {
  it('lets no label touch another or another’s line, or leave the picture', () => {
    fc.assert(fc.property(notes, fc.integer({ min: 240, max: 700 }), fc.integer({ min: 1, max: 4 }), (wishes, right, rows) => {
      const placed = placeNotes(wishes.map((wish) => ({ ...wish, x: Math.min(wish.x, right), end: Math.min(wish.x, right) })), right, 13, rows);
      expect(placed.length).to.equal(wishes.length);
      for (const a of placed) {
        if (a.row < 0) continue;
        expect(a.row).to.be.below(rows);
        expect(a.from).to.be.at.least(0);
        expect(a.to).to.be.at.most(right);
        for (const b of placed) {
          if (a === b || b.row < 0) continue;
          if (a.row === b.row) expect(a.from >= b.to + 5 || b.from >= a.to + 5, 'labels 5 px apart').to.equal(true);
          if (b.row > a.row) expect(b.x <= a.from - 5 || b.x >= a.to + 5, 'line 5 px beside label').to.equal(true);
        }
      }
    }), { numRuns: 300 });
  });

  it('finds a place for three labels that start close together and one before them', () => {
    const placed = placeNotes([{ label: 'Opus 4.5', x: 288 }, { label: 'Mar 23, 2026: China ahead', x: 377 }, { label: 'Apr 6, 2026: US and Canada ahead', x: 388 }, { label: 'Apr 27, 2026: China ahead', x: 404 }].map((note) => ({ ...note, end: note.x })), 648, 13, 3);
    expect(placed.filter(({ row }) => row < 0)).to.deep.equal([]);
  });
});

describe('boxOf(text)', () => {
  const text = { shape: 'text', part: 'label', x: 100, y: 50, text: 'words', size: 20 } as const;
  const width = textWidth('words', 20);
  for (const [anchor, left] of [[undefined, 100], ['start', 100], ['middle', 100 - width / 2], ['end', 100 - width]] as const) {
    it(`stands from ${Math.round(left)} px where it is anchored by its ${anchor ?? 'start, unsaid'}`, () => expect(boxOf({ ...text, ...(anchor && { anchor }) })).to.deep.equal({ left, right: left + width, top: 33, bottom: 55 }));
  }
  it('is wider in bold', () => expect(boxOf({ ...text, bold: true }).right).to.equal(100 + textWidth('words', 20, true)));
});

describe('levelMarks(notes, frame, size, marks)', () => {
  const frame = { y: scaleLinear([0, 100], [200, 20]), left: 40, right: 500, top: 20, bottom: 200 };

  const size = { width: 600, height: 230, em: 16 };
  const drawn = (notes: Parameters<typeof levelMarks>[0], taken: readonly Mark[] = []): readonly Mark[] => levelMarks(notes, frame, size, taken);
  const words = (marks: readonly Mark[]): unknown => marks.filter((mark) => mark.shape === 'text').map(({ x, y, anchor }) => [x, y, anchor]);
  const block = (x: number, y: number): Mark => ({ shape: 'text', part: 'label', x, y, text: 'taken', size: 13 });

  it('draws a line across the plot, the words over it and a ground under them', () => {
    const [line, ground, text] = drawn([{ label: 'half', y: 50 }]);
    expect(line).to.deep.equal({ shape: 'line', part: 'annotation', x1: 40, x2: 500, y1: 110, y2: 110, stroke: 'ink', dash: '5 3' });
    expect(text).to.deep.equal({ shape: 'text', part: 'annotation', x: 45, y: 104.15, text: 'half', size: 13, fill: 'ink', anchor: 'start' });
    expect(ground).to.include({ shape: 'rect', part: 'annotation', x: 43, y: 92.1, height: 16.3, fill: 'surface', fillOpacity: 0.85 });
  });

  it('tries the start and the end over the line, then under it; without room it is only a line', () => {
    const [start, end] = [block(45, 104), block(470, 104)];
    const [below, last] = [block(45, 125), block(470, 125)];
    expect(words(drawn([{ label: 'half', y: 50 }], [start]))).to.deep.equal([[495, 104.15, 'end']]);
    expect(words(drawn([{ label: 'half', y: 50 }], [start, end]))).to.deep.equal([[45, 124.95, 'start']]);
    expect(words(drawn([{ label: 'half', y: 50 }], [start, end, below]))).to.deep.equal([[495, 124.95, 'end']]);
    expect(drawn([{ label: 'half', y: 50 }], [start, end, below, last]).map(({ shape }) => shape)).to.deep.equal(['line']);
    expect(words(drawn([{ label: 'half', y: 50 }, { label: 'too', y: 50 }]))).to.deep.equal([[45, 104.15, 'start'], [495, 104.15, 'end']]);
    expect(drawn([{ label: 'w'.repeat(80), y: 50 }]).map(({ shape }) => shape)).to.deep.equal(['line']);
  });

  it('keeps words out of the time axis and inside the picture', () => {
    const low = [block(45, 194), block(470, 194)];
    expect(words(drawn([{ label: 'none', y: 0 }], low))).to.deep.equal([]);
    const high = { ...frame, top: 0, y: scaleLinear([0, 100], [200, 5]) };
    expect(words(levelMarks([{ label: 'all', y: 100 }], high, size, []))).to.deep.equal([[45, 19.95, 'start']]);
  });

  it('draws a level on the plot’s edges, none half a pixel beyond, and nothing of a note that is no level', () => {
    // 1.8 px for each unit
    for (const [y, lines] of [[100, 1], [100.2, 1], [100.4, 0], [0, 1], [-0.2, 1], [-0.4, 0]] as const) expect(drawn([{ label: 'a', y }]).filter(({ shape }) => shape === 'line'), `${y}`).to.have.length(lines);
    expect(drawn([{ label: 'a', x: 50 }])).to.deep.equal([]);
  });

  it('writes a level where no text stands, and leaves out a level off the plot', () => {
    const taken: Mark = { shape: 'text', part: 'label', x: 40, y: 108, text: 'in the way', size: 13 };
    const marks = levelMarks([{ label: 'half', y: 50 }, { label: 'far', y: 500 }], frame, { width: 600, height: 230, em: 16 }, [taken]);
    const texts = marks.filter((mark) => mark.shape === 'text');
    expect(texts.map(({ text }) => text)).to.deep.equal(['half']);
    expect(texts[0]?.anchor).to.equal('end');
    expect(texts.map(boxOf).every(({ left }) => left > boxOf(taken).right)).to.equal(true);
  });
});
