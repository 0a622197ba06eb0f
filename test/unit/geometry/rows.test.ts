import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Mark, Picture, Size, TextMark } from '../../../src/geometry/marks.js';
import { textWidth } from '../../../src/geometry/metrics.js';
import { layoutPrices, type PriceRow } from '../../../src/geometry/price-layout.js';
import { layoutRanks, type RankRow } from '../../../src/geometry/rank-layout.js';

const isText = (mark: Mark): mark is TextMark => mark.shape === 'text';
const left = (mark: TextMark): number => mark.x - textWidth(mark.text, mark.size, mark.bold) * (mark.anchor === 'end' ? 1 : mark.anchor === 'middle' ? 0.5 : 0);
const right = (mark: TextMark): number => left(mark) + textWidth(mark.text, mark.size, mark.bold);

/** Every text stands inside the picture and apart from every other. */
function legible(picture: Picture): void {
  const texts = picture.marks.filter(isText).filter(({ text }) => text);
  const say = (mark: TextMark): string => `"${mark.text}" at ${mark.x},${mark.y}`;
  for (const text of texts) {
    expect(left(text), `${say(text)} left`).to.be.at.least(-1);
    expect(right(text), `${say(text)} right`).to.be.at.most(picture.size.width + 1);
    expect(text.y - text.size * 0.75, `${say(text)} top`).to.be.at.least(-1);
    expect(text.y, `${say(text)} bottom`).to.be.at.most(picture.size.height + 1);
  }
  for (const [i, one] of texts.entries()) {
    for (const other of texts.slice(i + 1)) {
      const apart = Math.abs(one.y - other.y) >= Math.min(one.size, other.size) * 0.95 || right(one) <= left(other) + 1 || right(other) <= left(one) + 1;
      expect(apart, `${say(one)} overlaps ${say(other)}`).to.equal(true);
    }
  }
}

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 .-]{0,28}$/);
const size = fc.record({ width: fc.integer({ min: 240, max: 1200 }), height: fc.integer({ min: 200, max: 700 }), em: fc.integer({ min: 14, max: 22 }), rtl: fc.boolean() });
const rest = (n: number): string => `and ${n} more in the table`;
const rankRow = (row: Partial<RankRow>): RankRow => ({ lead: '1', name: 'Aster', detail: 'Acme', value: 1, label: '1T', change: '', color: 'china', symbol: 'circle', certainty: 0, order: 0, ...row });
const priceRow = (row: Partial<PriceRow>): PriceRow => ({ lead: '', name: 'Aster', detail: 'Acme', input: 1, output: 5, blended: NaN, label: '$5', color: 'china', symbol: 'circle', certainty: 0, order: 0, ...row });
const names = { input: 'Input', output: 'Output', blended: '' };
const tickLabel = (value: number, last: boolean): string => (last ? `$${value}` : String(value));
const page: Size = { width: 680, height: 308, em: 16 };
const ranks = (rows: readonly RankRow[], at: Size = page, signed = false): Picture => layoutRanks({ rows, legend: signed ? [{ name: 'China', color: 'china', symbol: 'circle' }] : [], rest }, at);
const prices = (rows: readonly PriceRow[], at: Size = page): Picture => layoutPrices({ rows, legend: [], names, tickLabel, rest }, at);
const bars = (picture: Picture): Extract<Mark, { shape: 'rect' }>[] => picture.marks.filter((mark): mark is Extract<Mark, { shape: 'rect' }> => mark.shape === 'rect' && mark.part === 'segment' && mark.fill !== 'none');
const dots = (picture: Picture): Extract<Mark, { shape: 'circle' }>[] => picture.marks.filter((mark): mark is Extract<Mark, { shape: 'circle' }> => mark.shape === 'circle' && mark.part === 'dot');
const texts = (picture: Picture): string[] => picture.marks.filter(isText).map(({ text }) => text);

const rankRows = fc.array(fc.record({ name, detail: name, value: fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constant(NaN)), change: fc.constantFrom('', 'new', 'up 2', 'down 14'), certainty: fc.integer({ min: 0, max: 2 }) }), { minLength: 1, maxLength: 30 }).map((rows) => rows.map((row, order) => rankRow({ ...row, order, lead: String(order + 1), label: Number.isNaN(row.value) ? 'no value' : row.value.toFixed(1) })));
const amount = fc.oneof(fc.double({ min: 0.01, max: 1e5, noNaN: true }), fc.constant(0), fc.constant(NaN));
const priceRows = fc.array(fc.record({ name, detail: name, input: amount, output: amount, certainty: fc.integer({ min: 0, max: 2 }) }), { minLength: 1, maxLength: 30 }).map((rows) => rows.map((row, order) => priceRow({ ...row, order, label: row.output > 0 ? `$${row.output.toFixed(2)}` : row.output === 0 ? 'output free' : 'no output price' })));

describe('layoutRanks', () => {
  it('from 240 to 1200 px no text is cut, outside or on another', () => {
    fc.assert(fc.property(rankRows, size, fc.boolean(), (rows, at, signed) => legible(ranks(rows, at, signed))), { numRuns: 300 });
  });
  it('bars are as long as their values', () => {
    fc.assert(
      fc.property(rankRows, size, (rows, at) => {
        const most = Math.max(...rows.map(({ value }) => value || 0));
        const widths = bars(ranks(rows, at)).map(({ width }) => width);
        const full = Math.max(...widths);
        widths.forEach((width, i) => rows[i]!.value > 0 && width > 1 && most === rows.slice(0, widths.length).reduce((found, row) => Math.max(found, row.value || 0), 0) && expect(width).to.be.closeTo((rows[i]!.value / most) * full, 0.02));
      }),
    );
  });
  it('a mark has a key of its own, and keys keep their order when the rows change places', () => {
    fc.assert(
      fc.property(rankRows, size, (rows, at) => {
        const named = rows.map((row) => ({ ...row, name: `${row.order}` }));
        const keys = ranks(named, at).marks.map(({ key }) => key).filter((key) => key !== 'rest');
        expect(new Set(keys).size).to.equal(keys.length);
        const other = ranks([...named].reverse(), at).marks.map(({ key }) => key).filter((key) => key !== 'rest');
        const both = keys.filter((key) => other.includes(key));
        expect(other.filter((key) => both.includes(key))).to.deep.equal(both);
      }),
    );
  });
  it('the sign of a row stands between its rank and its name, where a legend explains it', () => {
    fc.assert(
      fc.property(rankRows, size, (rows, at) => {
        const picture = ranks(rows, { ...at, rtl: false }, true);
        const signs = picture.marks.filter((mark): mark is Extract<Mark, { shape: 'circle' }> => mark.shape === 'circle');
        const shown = bars(picture).length;
        expect(signs.length).to.equal(shown);
        const words = (key: string): TextMark[] => picture.marks.filter(isText).filter((mark) => mark.key?.endsWith(`/${key}`));
        signs.forEach(({ cx, cy, r }, i) => {
          const [rank, named] = [words('lead')[i]!, words('name')[i]!];
          expect(right(rank)).to.be.at.most(cx - r - 4);
          expect(left(named)).to.be.at.least(cx + r + 3);
          expect(Math.abs(named.y - named.size * 0.36 - cy)).to.be.below(1);
        });
        expect(ranks(rows, at).marks.some(({ shape }) => shape === 'circle')).to.equal(false);
      }),
    );
  });
  it('rows keep 30 px where they fit, shrink to 22 px, then are counted', () => {
    const many = (n: number): Picture => ranks(Array.from({ length: n }, (_, order) => rankRow({ name: `N${order}`, order })));
    expect(many(10).spot({ index: 1, series: 0 })?.box?.y).to.equal(30);
    expect(many(13).spot({ index: 1, series: 0 })?.box?.y).to.be.closeTo(308 / 13, 0.01);
    expect(bars(many(14)).length).to.equal(14);
    expect(bars(many(28)).length).to.equal(13);
    expect(texts(many(28))).to.include('and 15 more in the table');
  });
  it('a row that is not drawn stands at the line that counts it', () => {
    const picture = ranks(Array.from({ length: 28 }, (_, order) => rankRow({ name: `N${order}`, order })));
    expect(picture.spot({ index: 27, series: 0 })?.box).to.deep.equal(picture.spot({ index: 13, series: 0 })?.box);
  });
  it('names stand over the bars in a narrow plot, beside them in a wide one', () => {
    const rows = [rankRow({ name: 'DeepSeek V4.1 Flash (1017)' })];
    expect(bars(ranks(rows, { ...page, width: 340 }))[0]?.x).to.equal(0);
    expect(bars(ranks(rows))[0]?.x).to.be.above(180);
  });
  it('rtl is the mirror image', () => {
    const rows = [rankRow({ change: 'new' }), rankRow({ name: 'Birch', value: 0.5, order: 1 })];
    const [ltr, rtl] = [bars(ranks(rows)), bars(ranks(rows, { ...page, rtl: true }))];
    rtl.forEach((bar, i) => expect(bar.x).to.be.closeTo(page.width - ltr[i]!.x - ltr[i]!.width, 0.02));
  });
  it('all zero and no value draw no bar and keep their labels', () => {
    const picture = ranks([rankRow({ value: 0, label: '0' }), rankRow({ name: 'Birch', value: NaN, label: 'no value', order: 1 })]);
    expect(bars(picture).map(({ width }) => width)).to.deep.equal([0, 0]);
    expect(texts(picture)).to.include.members(['0', 'no value']);
  });
});

describe('layoutPrices', () => {
  const tall: Size = { ...page, height: 500 };
  it('from 240 to 1200 px no text is cut, outside or on another', () => {
    fc.assert(fc.property(priceRows, size, (rows, at) => legible(prices(rows, at))), { numRuns: 300 });
  });
  it('every value is written whole from 340 px on', () => {
    fc.assert(
      fc.property(priceRows, fc.integer({ min: 340, max: 1200 }), (rows, width) => {
        const picture = prices(rows, { width, height: 2000, em: 16 });
        for (const { label } of rows) expect(texts(picture)).to.include(label);
      }),
    );
  });
  it('equal ratios are equal lengths', () => {
    const picture = prices([priceRow({ input: 0.1, output: 1 }), priceRow({ input: 1, output: 10, order: 1 })], tall);
    const [one, two, three, four] = dots(picture).map(({ cx }) => cx);
    expect(two! - one!).to.be.closeTo(four! - three!, 0.02);
    expect(two).to.be.closeTo(three!, 0.02);
  });
  it('zero and missing prices have no dot, and the row stays listed', () => {
    const picture = prices([priceRow({}), priceRow({ name: 'Half', input: 0, output: 3, order: 1 }), priceRow({ name: 'Free', input: 0, output: 0, label: 'free', order: 2 }), priceRow({ name: 'None', input: NaN, output: NaN, label: 'no price', order: 3 })], tall);
    expect(dots(picture).length).to.equal(3);
    expect(texts(picture)).to.include.members(['Half', 'Free', 'free', 'None', 'no price']);
  });
  it('nothing on the axis draws no axis', () => {
    expect(texts(prices([priceRow({ input: 0, output: 0, label: 'free' })], tall))).to.deep.equal(['Aster', 'Acme', 'free']);
  });
  it('the value of an output cheaper than the input stands before it', () => {
    const picture = prices([priceRow({ input: 5, output: 1, label: '$1' })], tall);
    const value = picture.marks.filter(isText).find(({ text }) => text === '$1' )!;
    expect(value.anchor).to.equal('end');
    expect(value.x).to.be.below(Math.min(...dots(picture).map(({ cx }) => cx)));
  });
  it('a blended price has its tick between the dots', () => {
    const picture = layoutPrices({ rows: [priceRow({ blended: 2 })], legend: [], names: { ...names, blended: 'Blended' }, tickLabel, rest }, tall);
    const tick = picture.marks.find((mark): mark is Extract<Mark, { shape: 'rect' }> => mark.shape === 'rect' && mark.part === 'bar')!;
    const [input, output] = dots(picture).map(({ cx }) => cx);
    expect((tick.x + 1.5 - input!) / (output! - input!)).to.be.closeTo(Math.log(2) / Math.log(5), 0.01);
  });
  it('status shows in line and dot', () => {
    const marks = [0, 1, 2].map((certainty) => prices([priceRow({ certainty })], tall).marks.filter(({ part }) => part === 'bar' || part === 'dot'));
    expect(new Set(marks.map((each) => JSON.stringify(each.map(({ dash, shape }) => [dash, shape])))).size).to.equal(3);
  });
});
