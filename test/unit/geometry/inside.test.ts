import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { layoutLines, type LineRow } from '../../../src/geometry/line-layout.js';
import { labelSize, type Mark, type Picture, type Size, type TextMark } from '../../../src/geometry/marks.js';
import { textWidth } from '../../../src/geometry/metrics.js';
import { layoutStack } from '../../../src/geometry/stack-layout.js';
import { layoutSplit } from '../../../src/geometry/split-layout.js';
import { colorsFor } from '../../../src/geometry/paint.js';
import { Words, unitOf } from '../../../src/text/words.js';

const DAY = 86_400_000;
const words = new Words('en', 'UTC');

/** What is wrong with a mark: a number that is none, a size below zero, text that leaves the picture. */
function fault(mark: Mark, { width, height }: Size): string {
  for (const [name, value] of Object.entries(mark)) {
    if (typeof value === 'number' && !Number.isFinite(value)) return `${name} is ${value}`;
    // words of the data may be any, NaN among them
    if (typeof value === 'string' && !['text', 'key'].includes(name) && /NaN|Infinity|undefined/.test(value)) return `${name} is ${value}`;
  }
  if (mark.shape === 'rect' && (mark.width < 0 || mark.height < 0)) return `a rectangle of ${mark.width} by ${mark.height}`;
  if (mark.shape === 'path') {
    // numbers of a path's data are x and y in turn but after V and H
    const ys = [...mark.d.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)|V(-?[\d.]+)/g)].map(([, , y, vertical]) => Number(y ?? vertical));
    const over = Math.max(...ys.map((y) => Math.max(-y, y - height)), 0);
    return over > 4 ? `a ${mark.part} reaches ${over} px above or below` : '';
  }
  if (mark.shape !== 'text') return '';
  const length = textWidth(mark.text, mark.size, mark.bold);
  const start = mark.x - (mark.anchor === 'end' ? length : mark.anchor === 'middle' ? length / 2 : 0);
  if (start < -1 || start + length > width + 1) return `"${mark.text}" runs from ${start} to ${start + length} of ${width}`;
  if (mark.text && (mark.y - mark.size * 0.8 < -1 || mark.y > height + 1)) return `"${mark.text}" stands at ${mark.y} of ${height}`;
  return '';
}
const faults = (picture: Picture): string[] => [...picture.marks.map((mark) => fault(mark, picture.size)).filter(Boolean), ...touching(picture)];

/** Labels of one axis that touch, of which one cannot be read. */
function touching({ marks }: Picture): readonly string[] {
  const labels = marks.filter((mark) => mark.shape === 'text' && mark.part === 'axis-x').map((mark) => {
    const { text, x, size: font, bold, anchor } = mark as TextMark;
    const length = textWidth(text, font, bold);
    const from = x - (anchor === 'end' ? length : anchor === 'middle' ? length / 2 : 0);
    return { text, from, to: from + length };
  }).sort((a, b) => a.from - b.from);
  return labels.slice(1).flatMap((label, i) => (label.from < (labels[i]?.to ?? 0) ? [`"${label.text}" touches "${labels[i]?.text ?? ''}"`] : []));
}

const size = (minimum: number): fc.Arbitrary<Size> => fc.record({ width: fc.integer({ min: 240, max: 1200 }), height: fc.integer({ min: minimum, max: 500 }), em: fc.constantFrom(14, 16, 18, 20), rtl: fc.boolean() });
const name = fc.oneof(fc.constantFrom('China', 'US and Canada', 'Other', 'DeepSeek', 'Nemotron 3 Super (free)', '中国开放模型', 'W'.repeat(60)), fc.string({ maxLength: 30 }));
const magnitude = fc.tuple(fc.double({ min: 1, max: 9.99, noNaN: true }), fc.integer({ min: -3, max: 6 })).map(([factor, power]) => factor * 10 ** power);

/** A domain of the author's, which the values may leave. */
const domain: fc.Arbitrary<readonly number[]> = fc.constantFrom([], [], [0, 50], [10, 11], [1000, 1e6]);

interface Lines {
  readonly yDomain: readonly number[];
  readonly scale: 'linear' | 'log';
  readonly step: number;
  readonly rows: readonly { readonly name: string; readonly values: readonly number[]; readonly certainty: number; readonly bound: number }[];
}
const lines: fc.Arbitrary<Lines> = fc.integer({ min: 1, max: 40 }).chain((length) =>
  fc.record({
    yDomain: domain,
    scale: fc.constantFrom('linear', 'log'),
    step: fc.constantFrom(DAY / 24, DAY, 7 * DAY, 30 * DAY, 365 * DAY),
    rows: fc.array(fc.record({ name, values: fc.array(fc.oneof({ weight: 5, arbitrary: magnitude }, { weight: 1, arbitrary: fc.constant(NaN) }), { minLength: length, maxLength: length }), certainty: fc.integer({ min: 0, max: 3 }), bound: fc.integer({ min: -1, max: 1 }) }), { minLength: 1, maxLength: 7 }),
  }),
);

function drawLines({ scale, step, rows, yDomain }: Lines, within: Size): Picture {
  const unit = unitOf('trillion tokens');
  const length = rows[0]?.values.length ?? 0;
  const short = (value: number | undefined): string => (value === undefined ? '' : words.short(value, unit));
  return layoutLines(
    {
      x: Float64Array.from({ length }, (_, i) => Date.UTC(2025, 4, 5) + i * step),
      lines: rows.map(({ name: label, values, certainty, bound }): LineRow => {
        const present = values.filter((value) => !Number.isNaN(value));
        return { name: label, values: Float64Array.from(values), certainty: new Uint8Array(length).fill(certainty), bounds: bound ? new Int8Array(length).fill(bound) : null, firstLabel: short(present[0]), lastLabel: short(present.at(-1)), lastNote: 'May 25' };
      }),
      highlight: [],
      scale,
      xTicks: [],
      yTicks: [],
      yDomain,
      tickLabel: (value, top) => (top ? `${words.value(value, unit)} tokens` : words.number(value, { maximumFractionDigits: 6 })),
      timeLabel: (time, span, year) => words.date(time, span === 'year' ? 'year' : span === 'hour' ? 'time' : span === 'day' ? 'dayShort' : 'monthShort') + (year && span === 'month' ? ' ’26' : ''),
    },
    within,
  );
}

interface Stack {
  readonly yDomain: readonly number[];
  readonly share: boolean;
  readonly step: number;
  readonly bands: readonly { readonly name: string; readonly values: readonly number[]; readonly certainty: number }[];
}
const stacks: fc.Arbitrary<Stack> = fc.integer({ min: 1, max: 20 }).chain((length) =>
  fc.record({
    yDomain: domain,
    share: fc.boolean(),
    step: fc.constantFrom(DAY, 7 * DAY, 365 * DAY),
    bands: fc.array(fc.record({ name, values: fc.array(fc.oneof({ weight: 5, arbitrary: magnitude }, fc.double({ min: 0, max: 1e18, noNaN: true }), fc.constantFrom(NaN, 0)), { minLength: length, maxLength: length }), certainty: fc.integer({ min: 0, max: 3 }) }), { minLength: 1, maxLength: 7 }),
  }),
);

function drawStack({ share, step, bands, yDomain }: Stack, within: Size): Picture {
  const unit = unitOf(share ? '%' : 'trillion tokens');
  const colors = colorsFor(bands.map((band) => band.name));
  return layoutStack(
    {
      x: Float64Array.from({ length: bands[0]?.values.length ?? 0 }, (_, i) => Date.UTC(2025, 4, 5) + i * step),
      bands: bands.map((band, i) => ({ name: band.name, values: Float64Array.from(band.values), certainty: new Uint8Array(band.values.length).fill(band.certainty), color: colors[i] ?? 'accent', label: words.short(band.values.at(-1) || 0, unit) })),
      whole: share ? 100 : 0,
      highlight: [],
      xTicks: [],
      yTicks: [],
      yDomain,
      tickLabel: (value, top) => (top ? `${words.value(value, unit)} tokens` : words.number(value, { maximumFractionDigits: 6 })),
      timeLabel: (time, span) => words.date(time, span === 'year' ? 'year' : span === 'day' ? 'dayShort' : 'monthShort'),
    },
    within,
  );
}

interface Split {
  readonly layout: 'split' | 'bars';
  readonly bars: readonly { readonly name: string; readonly parts: readonly { readonly name: string; readonly value: number; readonly certainty: number }[] }[];
}
const split: fc.Arbitrary<Split> = fc.record({
  layout: fc.constantFrom('split', 'bars'),
  bars: fc.array(fc.record({ name, parts: fc.array(fc.record({ name, value: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 1e18, noNaN: true })), certainty: fc.integer({ min: 0, max: 2 }) }), { minLength: 1, maxLength: 6 }) }), { minLength: 1, maxLength: 4 }),
});

function drawSplit({ layout, bars }: Split, within: Size): Picture {
  const percent = unitOf('%');
  const rows = bars.map((bar) => ({ name: bars.length > 1 ? bar.name : '', total: bar.parts.reduce((sum, { value }) => sum + value, 0), segments: bar.parts.map((part, i) => ({ ...part, label: i === 0 ? words.short(part.value, percent) : words.number(part.value, { maximumFractionDigits: 0 }) })) }));
  return layoutSplit({ bars: rows, layout, highlight: [], whole: Math.max(100, ...rows.map(({ total }) => total)), tickLabel: (value, last) => (last ? words.value(value, percent) : words.number(value, { maximumFractionDigits: 1 })) }, within);
}

describe('layoutLines', () => {
  it('keeps every mark inside the picture and free of NaN, from 240 to 1200 px', () => {
    fc.assert(fc.property(lines, size(200), (given, within) => void expect(faults(drawLines(given, within))).to.deep.equal([])), { numRuns: 400 });
  });

  it('finds each stop it places where it stands', () => {
    fc.assert(
      fc.property(lines, size(200), ({ rows, ...given }, within) => {
        const [row] = rows;
        const picture = drawLines({ ...given, rows: row ? [row] : [] }, within);
        row?.values.forEach((_, index) => {
          const spot = picture.spot({ index, series: 0 });
          if (spot) expect(picture.nearest(spot.x, spot.y)?.index).to.equal(index);
        });
      }),
    );
  });
});

describe('layoutStack', () => {
  it('keeps every mark inside the picture and free of NaN, from 240 to 1200 px, up to a quintillion', () => {
    fc.assert(fc.property(stacks, size(200), (given, within) => void expect(faults(drawStack(given, within))).to.deep.equal([])), { numRuns: 400 });
  });
});

describe('layoutSplit', () => {
  it('keeps every mark inside the picture and free of NaN, from 240 to 1200 px', () => {
    fc.assert(
      fc.property(split, size(160), (given, within) => {
        fc.pre(given.bars.every(({ parts }) => parts.some(({ value }) => value > 0)));
        // rows lower than their words are the height's fault: the element reserves it
        const rows = given.bars.reduce((sum, { parts }) => sum + parts.length + 1, 0);
        fc.pre(given.layout === 'split' || rows * labelSize(within) * 1.25 <= within.height);
        expect(faults(drawSplit(given, within))).to.deep.equal([]);
      }),
      // a name over its bar left too little of the row for the value beside it
      { numRuns: 400, examples: [[{ layout: 'bars', bars: ['', 'China'].map((bar) => ({ name: bar, parts: ['', '', 'Nemotron 3 Super (free)', '', 'Other'].map((part, i) => ({ name: part, value: i, certainty: 0 })) })) }, { width: 240, height: 404, em: 20, rtl: false }]] },
    );
  });

  it('tiles the bar exactly: each part begins at the share where the one before ends, less half of the 2 px between them', () => {
    fc.assert(
      fc.property(split, size(160), (given, within) => {
        const picture = drawSplit({ ...given, layout: 'split' }, { ...within, rtl: false });
        const totals = given.bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
        const pixels = within.width / Math.max(100, ...totals);
        given.bars.forEach(({ parts }, index) => {
          let before = 0;
          parts.forEach(({ value }, series) => {
            const box = picture.spot({ index, series })?.box;
            const from = before * pixels + (series > 0 ? 1 : 0);
            before += value;
            const to = Math.max(from, before * pixels - (series < parts.length - 1 ? 1 : 0));
            // written with two decimals, each of x and width
            expect(box?.x).to.be.closeTo(from, 0.0051);
            expect((box?.x ?? 0) + (box?.width ?? 0)).to.be.closeTo(to, 0.0102);
          });
        });
      }),
    );
  });
});

describe('a key', () => {
  interface Covered { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  const covered = (mark: Mark): Covered => {
    if (mark.shape === 'circle') return { left: mark.cx - mark.r, right: mark.cx + mark.r, top: mark.cy - mark.r, bottom: mark.cy + mark.r };
    if (mark.shape === 'text') {
      const length = textWidth(mark.text, mark.size, mark.bold);
      const left = mark.x - (mark.anchor === 'end' ? length : mark.anchor === 'middle' ? length / 2 : 0);
      return { left, right: left + length, top: mark.y - mark.size * 0.72, bottom: mark.y };
    }
    if (mark.shape === 'rect') return { left: mark.x, right: mark.x + mark.width, top: mark.y, bottom: mark.y + mark.height };
    const corners = mark.shape === 'path' ? [...mark.d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const) : [];
    return { left: Math.min(...corners.map(([x]) => x)), right: Math.max(...corners.map(([x]) => x)), top: Math.min(...corners.map(([, y]) => y)), bottom: Math.max(...corners.map(([, y]) => y)) };
  };
  const onFills = ({ marks }: Picture): readonly Mark[] => marks.filter((mark) => mark.part === 'label' && (mark.shape === 'circle' || mark.shape === 'path') && mark.fill === 'surface');

  it('has a symbol of its own, and a line that it names ends in it', () => {
    fc.assert(fc.property(lines, size(150), (given, within) => {
      const picture = drawLines(given, within);
      expect(new Set(picture.legend.map(({ symbol }) => symbol)).size).to.equal(picture.legend.length);
      const dots = picture.marks.filter(({ part }) => part === 'dot');
      for (const { color, symbol } of picture.legend) {
        const isIts = (mark: Mark): boolean => [mark.fill, mark.stroke].includes(color) && (symbol === 'circle' ? mark.shape === 'circle' : mark.shape === 'path' && mark.d.endsWith('Z'));
        expect(dots.some(isIts), symbol).to.equal(true);
      }
    }));
  });
  it('of a segment has its symbol in it where there is room, whole and off its label', () => {
    fc.assert(fc.property(split, size(150), (given, within) => {
      const picture = drawSplit(given, { ...within, rtl: false });
      const boxes = picture.marks.filter(({ shape, part, fill }) => shape === 'rect' && part === 'segment' && fill !== 'none').map(covered);
      const texts = picture.marks.filter(({ shape }) => shape === 'text').map(covered);
      const symbols = onFills(picture).map(covered);
      if (picture.legend.length === 0) expect(symbols).to.deep.equal([]);
      for (const one of symbols) {
        expect(boxes.some((box) => one.left >= box.left && one.right <= box.right && one.top >= box.top && one.bottom <= box.bottom), JSON.stringify(one)).to.equal(true);
        expect(texts.filter((text) => one.left < text.right && text.left < one.right && one.top < text.bottom && text.top < one.bottom), JSON.stringify(one)).to.deep.equal([]);
      }
      const room = ({ left, right, top, bottom }: Covered): number => right - left - texts.filter((text) => text.left >= left && text.right <= right && text.top >= top && text.bottom <= bottom).reduce((sum, text) => sum + text.right - text.left, 0);
      if (picture.legend.length > 0 && given.layout === 'split') for (const box of boxes.filter((each) => room(each) > 40 && each.bottom - each.top > 14)) expect(symbols.some((one) => one.left >= box.left && one.right <= box.right && one.top >= box.top && one.bottom <= box.bottom), JSON.stringify(box)).to.equal(true);
    }));
  });
  it('of a band has a symbol of its own, at most once in the picture', () => {
    fc.assert(fc.property(stacks, size(150), (given, within) => {
      const picture = drawStack(given, { ...within, rtl: false });
      expect(new Set(picture.legend.map(({ symbol }) => symbol)).size).to.equal(new Set(picture.legend.map(({ name: each }) => each)).size);
      expect(onFills(picture).length).to.be.at.most(picture.legend.length);
    }));
  });
});
