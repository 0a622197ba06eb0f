import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { factOf, namesOf, type Fact, type Question } from '../../src/data/facts.js';
import { read } from '../../src/data/read.js';
import type { Table } from '../../src/data/table.js';

const WEEKS = ['2026-03-16', '2026-03-23', '2026-03-30', '2026-04-06', '2026-04-27'];
const CHINA = [40, 46, 45, 41, 47];
const US = [45, 43, 44, 44, 43];
const trend = read(WEEKS.flatMap((week, i) => [{ week, origin: 'China', share: CHINA[i] }, { week, origin: 'US and Canada', share: US[i] }, { week, origin: 'Other', share: 100 - CHINA[i]! - US[i]! }])).table;
const volume = read({
  resources: [{ name: 'v', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'tokens', type: 'number', unit: 'trillion tokens' }, { name: 'min', type: 'number' }, { name: 'max', type: 'number' }] }, data: [{ week: '2025-05-05', tokens: 2 }, { week: '2025-05-12', tokens: null }, { week: '2025-05-19', tokens: 8 }, { week: '2025-05-26', tokens: 6 }, { week: '2025-06-02', tokens: null, min: 30 }] }],
}).table;
const prices = read([{ model: 'Haiku', input: 1, output: 5 }, { model: 'Flash', input: 0.14, output: 0.28 }, { model: 'Free', input: 0, output: 0 }]).table;

const brief = (fact: Fact): unknown => (fact.kind === 'number' ? (Number.isNaN(fact.value) ? [fact.low, fact.high] : Math.round(fact.value * 1e6) / 1e6) : fact.kind === 'name' ? fact.name : fact.kind === 'date' ? new Date(fact.time).toISOString().slice(0, 10) : `${fact.why} ${fact.what}`.trim());
const said = (table: Table, question: Question, fields = {}): unknown => brief(factOf(table, fields, question));

describe('factOf', () => {
  const cases: readonly (readonly [Table, Question, unknown, object?])[] = [
    [trend, { fact: 'value', series: 'China', at: '2026-03-23' }, 46],
    [trend, { fact: 'value', series: 'china' }, 47],
    [trend, { fact: 'value', series: 'China', at: '2026-03-24' }, 'at 2026-03-24'],
    [trend, { fact: 'value', series: 'Mars' }, 'series Mars'],
    [trend, { fact: 'value' }, 'choose'],
    [trend, { fact: 'first', series: 'China' }, 40],
    [trend, { fact: 'first', series: 'China' }, 45, { from: '2026-03-30' }],
    [trend, { fact: 'last', series: 'US and Canada' }, 43],
    [trend, { fact: 'last', series: 'US and Canada' }, 44, { to: '2026-04-06' }],
    [trend, { fact: 'highest', series: 'China' }, 47],
    [trend, { fact: 'lowest', series: 'China', since: '2026-03-23' }, 41],
    [trend, { fact: 'change', series: 'China' }, 7],
    [trend, { fact: 'change', series: 'China', since: '2026-03-23', at: '2026-04-06' }, -5],
    [trend, { fact: 'ratio', series: 'China', over: 'US and Canada', at: '2026-03-16' }, 0.888889],
    [trend, { fact: 'share', series: 'China', at: '2026-03-23' }, 46],
    [trend, { fact: 'rank', series: 'China', at: '2026-03-16' }, 2],
    [trend, { fact: 'largest', at: '2026-03-16' }, 'US and Canada'],
    [trend, { fact: 'largest' }, 'China'],
    [trend, { fact: 'smallest' }, 'Other'],
    [trend, { fact: 'sum', series: 'China, Other', at: '2026-03-16' }, 55],
    [trend, { fact: 'sum', at: '2026-03-16' }, 100],
    [trend, { fact: 'crossing', series: 'China', over: 'US and Canada' }, '2026-03-23'],
    [trend, { fact: 'crossing', series: 'China', over: 'US and Canada', n: 2 }, '2026-04-06'],
    [trend, { fact: 'crossing', series: 'China', over: 'US and Canada', n: 3 }, '2026-04-27'],
    [trend, { fact: 'crossing', series: 'China', over: 'US and Canada', n: -1 }, '2026-04-27'],
    [trend, { fact: 'crossing', series: 'China', over: 'US and Canada', n: 4 }, 'crossing 4'],
    [trend, { fact: 'crossing', series: 'China', over: 'Mars' }, 'series Mars'],
    [trend, { fact: 'crossing' }, '2026-03-23'],
    [volume, { fact: 'value', at: '2025-05-19' }, 8],
    [volume, { fact: 'value', at: '2025-05-12' }, 'missing'],
    [volume, { fact: 'last' }, [30, NaN]],
    [volume, { fact: 'last' }, 6, { to: '2025-05-26' }],
    [volume, { fact: 'ratio', at: '2025-05-26' }, 3],
    [volume, { fact: 'ratio' }, 'missing'],
    [volume, { fact: 'sum' }, 'missing'],
    [volume, { fact: 'sum', since: '2025-05-19' }, 14, { to: '2025-05-26' }],
    [volume, { fact: 'highest' }, 8],
    [prices, { fact: 'ratio', series: 'Haiku', over: 'Flash' }, 17.857143, { y: 'output' }],
    [prices, { fact: 'ratio', series: 'Haiku', over: 'Free' }, 'zero', { y: 'output' }],
    [prices, { fact: 'value', at: 'Flash', series: 'Output' }, 0.28, { x: 'model', y: 'input output' }],
    [prices, { fact: 'share', series: 'Haiku' }, 87.719298],
    [prices, { fact: 'crossing' }, 'dates'],
    [prices, { fact: 'median' }, 'fact median'],
    [prices, { fact: 'constructor' }, 'fact constructor'],
    [prices, { fact: 'value', series: 'Haiku' }, 'field price', { y: 'price' }],
    [read([{ lab: 'a', origin: 'X', n: 2 }, { lab: 'b', origin: 'Y', n: 5 }, { lab: 'c', origin: 'X', n: 4 }]).table, { fact: 'largest' }, 'X', { by: 'origin', total: true }],
    [read([{ lab: 'a', origin: 'X', n: 2 }, { lab: 'b', origin: 'Y', n: 4 }, { lab: 'c', origin: 'X', n: 4 }]).table, { fact: 'share', series: 'X' }, 60, { by: 'origin', total: true }],
    [read([{ lab: 'a', origin: 'X', n: 2 }, { lab: 'c', origin: 'X', n: 4 }]).table, { fact: 'value', series: 'X' }, 'duplicate', { by: 'origin' }],
    [read([]).table, { fact: 'last' }, 'field'],
    [read([{ a: 'x', b: 1 }, { a: 'x', b: 2 }]).table, { fact: 'value', series: 'x' }, 'duplicate'],
    [read([{ a: 'x', b: 2 }, { a: 'y', b: 2 }]).table, { fact: 'largest' }, 'duplicate'],
  ];
  for (const [table, question, expected, fields] of cases) it(`${JSON.stringify(question)}${fields ? ` of ${JSON.stringify(fields)}` : ''} is ${String(expected)}`, () => expect(said(table, question, fields)).to.deep.equal(expected));

  it('finds the crossings that a search over all pairs of dates finds', () => {
    const pair = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(pair, (values) => {
      const date = (i: number): string => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10);
      const { table } = read(values.flatMap(([a, b], i) => [{ date: date(i), who: 'A', n: a }, { date: date(i), who: 'B', n: b }]));
      // a crossing: the signs differ and nothing but ties lies between
      const expected = values.flatMap(([a, b], j) => values.slice(0, j).some(([c, d], i) => (a - b) * (c - d) < 0 && values.slice(i + 1, j).every(([e, f]) => e === f)) ? [date(j)] : []);
      const found = Array.from({ length: expected.length + 1 }, (_, n) => said(table, { fact: 'crossing', series: 'A', over: 'B', n: n + 1 }));
      expect(found).to.deep.equal([...expected, `crossing ${expected.length + 1}`]);
    }));
  });

  it('finds in the shipped trend when China passed the US and was passed', async () => {
    const { table } = read(await (await fetch('/data/origin-trend.json')).json());
    const crossings = [-3, -2, -1].map((n) => said(table, { fact: 'crossing', series: 'China', over: 'US and Canada', n }));
    expect(crossings).to.deep.equal(['2026-03-23', '2026-04-06', '2026-04-27']);
  });

  it('ranks as a permutation where no two are equal', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 }), (values) => {
      const { table } = read(values.map((n, i) => ({ name: `m${i}`, n })));
      const ranks = values.map((_, i) => said(table, { fact: 'rank', series: `m${i}` }));
      expect([...ranks].sort((a, b) => Number(a) - Number(b))).to.deep.equal(values.map((_, i) => i + 1));
    }));
  });
});

describe('namesOf', () => {
  it('gives the names across, none where the fields are not there', () => {
    expect(namesOf(trend, {})).to.deep.equal(['China', 'US and Canada', 'Other']);
    expect(namesOf(trend, { by: 'lab' })).to.deep.equal([]);
  });
});
