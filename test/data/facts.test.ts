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

  const made = (fields: readonly object[], data: readonly object[]): Table => read({ resources: [{ name: 'r', schema: { fields }, data }] }).table;
  const number = (name: string, unit = ''): object => ({ name, type: 'number', unit });

  it('gives a number with its bounds, unit, change in percent and row', () => {
    const full = (table: Table, question: Question, fields = {}): unknown => factOf(table, fields, question);
    const fact = (value: number, unit: string, row: number, percent = NaN): Fact => ({ kind: 'number', value, low: value, high: value, unit, percent, row });
    expect(full(volume, { fact: 'value', at: '2025-05-19' })).to.deep.equal(fact(8, 'trillion tokens', 2));
    expect(full(volume, { fact: 'highest' })).to.deep.equal(fact(8, 'trillion tokens', 2));
    expect(full(volume, { fact: 'lowest' })).to.deep.equal(fact(2, 'trillion tokens', 0));
    expect(full(volume, { fact: 'change', at: '2025-05-19' })).to.deep.equal(fact(6, 'trillion tokens', 2, 300));
    expect(full(volume, { fact: 'change', since: '2025-05-19', at: '2025-05-26' })).to.deep.equal(fact(-2, 'trillion tokens', 3, -25));
    expect(full(volume, { fact: 'ratio', at: '2025-05-19' })).to.deep.equal(fact(4, 'times', 2));
    expect(full(volume, { fact: 'sum', since: '2025-05-19' }, { to: '2025-05-26' })).to.deep.equal(fact(14, 'trillion tokens', 2));
    expect(full(prices, { fact: 'rank', series: 'Flash' })).to.deep.equal(fact(2, 'rank', 1));
    expect(full(made([{ name: 'who' }, number('n', 'tokens')], [{ who: 'A', n: 1 }, { who: 'B', n: 3 }]), { fact: 'share', series: 'B' })).to.deep.equal(fact(75, '%', 1));
    expect(full(volume, { fact: 'last' })).to.deep.equal({ kind: 'number', value: NaN, low: 30, high: NaN, unit: 'trillion tokens', percent: NaN, row: 4 });
    expect(full(prices, { fact: 'largest' })).to.deep.equal({ kind: 'name', name: 'Haiku', row: 0 });
    expect(full(trend, { fact: 'crossing', series: 'China', over: 'US and Canada' })).to.deep.equal({ kind: 'date', time: Date.UTC(2026, 2, 23), row: 3 });
    expect(full(prices, { fact: 'median' })).to.deep.equal({ kind: 'gap', why: 'fact', what: 'median' });
  });

  const who = [{ name: 'who' }, number('n')];
  const over = (...values: readonly (readonly [string, number | null])[]): Table => made(who, values.map(([name, n]) => ({ who: name, n })));
  const more: readonly (readonly [string, Table, Question, unknown, object?])[] = [
    ['a field of another kind', prices, { fact: 'value' }, 'field input model', { y: 'input model' }],
    ['a field of another kind alone', prices, { fact: 'value' }, 'field model', { y: 'model' }],
    ['a share that is one already', made([{ name: 'who' }, number('n', ' % of tokens')], [{ who: 'A', n: 1 }, { who: 'B', n: 3 }]), { fact: 'share', series: 'B' }, 3],
    ['a unit that only ends in a percent sign', made([{ name: 'who' }, number('n', 'in %')], [{ who: 'A', n: 1 }, { who: 'B', n: 3 }]), { fact: 'share', series: 'B' }, 75],
    ['a share beside a missing value', over(['A', 1], ['B', null]), { fact: 'share', series: 'A' }, 'missing'],
    ['a share of nothing', over(['A', 0], ['B', 0]), { fact: 'share', series: 'A' }, 'zero'],
    ['a share of what is not there', over(['A', 1]), { fact: 'share', series: 'B' }, 'series B'],
    ['a rank beside a missing value', over(['A', 1], ['B', null], ['C', 2]), { fact: 'rank', series: 'A' }, 2],
    ['a rank of equal values', over(['A', 1], ['B', 2], ['C', 2]), { fact: 'rank', series: 'B' }, 1],
    ['a rank of a missing value', over(['A', 1], ['B', null]), { fact: 'rank', series: 'B' }, 'missing'],
    ['a rank of a value that only has bounds', made([...who, number('min')], [{ who: 'A', n: 1 }, { who: 'B', n: null, min: 2 }]), { fact: 'rank', series: 'B' }, 'missing'],
    ['the largest beside a missing value', over(['A', null], ['B', 1], ['C', 2]), { fact: 'largest' }, 'C'],
    ['the largest of missing values', over(['A', null], ['B', null]), { fact: 'largest' }, 'missing'],
    ['the largest at no date', trend, { fact: 'largest', at: '2026-01-01' }, 'at 2026-01-01'],
    ['the largest of one', over(['A', 1]), { fact: 'largest' }, 'A'],
    ['the smallest of one', over(['A', 1]), { fact: 'smallest' }, 'A'],
    ['the smallest where the largest are two', over(['A', 1], ['B', 5], ['C', 5]), { fact: 'smallest' }, 'A'],
    ['the largest where the smallest are two', over(['A', 5], ['B', 1], ['C', 1]), { fact: 'largest' }, 'A'],
    ['the smallest where they are two', over(['A', 5], ['B', 1], ['C', 1]), { fact: 'smallest' }, 'duplicate'],
    ['the highest of no name', trend, { fact: 'highest', series: 'Mars' }, 'series Mars'],
    ['the highest since no date', trend, { fact: 'highest', series: 'China', since: '2026-01-01' }, 'at 2026-01-01'],
    ['the highest of missing values', made(who, [{ who: 'A', n: null }]), { fact: 'highest', series: 'A' }, 'missing'],
    ['the highest since a bar', over(['A', 9], ['B', 1], ['C', 2]), { fact: 'highest', since: 'B' }, 2, { x: 'who' }],
    ['the lowest since a bar', over(['A', 0], ['B', 1], ['C', 2]), { fact: 'lowest', since: 'B' }, 1, { x: 'who' }],
    ['a sum since a bar', over(['A', 9], ['B', 1], ['C', 2]), { fact: 'sum', since: 'B' }, 3, { x: 'who' }],
    ['a sum at no date', trend, { fact: 'sum', at: '2026-01-01' }, 'at 2026-01-01'],
    ['a sum since no date', trend, { fact: 'sum', since: '2026-01-01' }, 'at 2026-01-01'],
    ['a sum with no name', trend, { fact: 'sum', series: 'China, Mars', at: '2026-03-16' }, 'series Mars'],
    ['a sum of one name', trend, { fact: 'sum', series: 'china' }, 219],
    ['a sum of a name that has a comma', over(['A, B', 1], ['A', 2], ['B', 4]), { fact: 'sum', series: 'A, B' }, 1],
    ['a sum of nothing', made([{ name: 'week', type: 'date' }, number('n')], [{ week: '2026-01-01', n: 1 }]), { fact: 'sum' }, 'missing', { from: '2027-01-01' }],
    ['a change to no date', trend, { fact: 'change', series: 'China', at: '2026-01-01' }, 'at 2026-01-01'],
    ['a change from no date', trend, { fact: 'change', series: 'China', since: '2026-01-01' }, 'at 2026-01-01'],
    ['a change from no date to no date', trend, { fact: 'change', series: 'China', since: '2026-01-01', at: '2026-01-02' }, 'at 2026-01-02'],
    ['a change to a missing value', volume, { fact: 'change', at: '2025-05-12' }, 'missing'],
    ['a change to bounds', volume, { fact: 'change' }, 'missing'],
    ['a change from a missing value', volume, { fact: 'change', since: '2025-05-12', at: '2025-05-19' }, 'missing'],
    ['a ratio to no name', trend, { fact: 'ratio', series: 'China', over: 'Mars' }, 'series Mars'],
    ['a ratio of no name', trend, { fact: 'ratio', series: 'Mars', over: 'China' }, 'series Mars'],
    ['the first of no name', trend, { fact: 'first' }, 'choose'],
    ['the first since a date', trend, { fact: 'first', series: 'China', since: '2026-03-23' }, 46],
    ['the last at a date', trend, { fact: 'last', series: 'China', at: '2026-03-23' }, 46],
    ['a name written with spaces in the data', over([' China ', 3], ['US', 4]), { fact: 'value', series: 'china' }, 3],
    ['a crossing of no name', trend, { fact: 'crossing', series: 'Mars', over: 'China' }, 'series Mars'],
    ['a crossing of a name and nobody', trend, { fact: 'crossing', over: 'China' }, 'choose'],
  ];
  for (const [what, table, question, expected, fields] of more) it(`says of ${what}: ${String(expected)}`, () => expect(said(table, question, fields)).to.deep.equal(expected));

  it('sorts dates, and keeps names along in the order of the file', () => {
    const late = made([{ name: 'week', type: 'date' }, number('n')], [{ week: '2026-01-15', n: 3 }, { week: '2026-01-01', n: 1 }, { week: '2026-01-08', n: 2 }]);
    expect([said(late, { fact: 'first' }), said(late, { fact: 'last' }), said(late, { fact: 'change' })]).to.deep.equal([1, 3, 2]);
    const crossing = made([{ name: 'week', type: 'date' }, ...who], [['2026-01-08', 'A', 3], ['2026-01-08', 'B', 1], ['2026-01-01', 'A', 1], ['2026-01-01', 'B', 2]].map(([week, name, n]) => ({ week, who: name, n })));
    expect(said(crossing, { fact: 'crossing' })).to.equal('2026-01-08');
    expect(said(over(['10', 1], ['9', 2]), { fact: 'last' }, { x: 'who' })).to.equal(2);
  });

  it('compares only the two names asked for, where another leads between, and passes over dates with one of them', () => {
    const weeks: readonly (readonly [number | null, number | null, number])[] = [[2, 1, 0], [2, 1, 9], [1, 2, 9], [null, 3, 0], [3, null, 0], [4, 1, 0]];
    const table = made([{ name: 'week', type: 'date' }, ...who], weeks.flatMap((values, i) => values.map((n, k) => ({ week: `2026-01-0${i + 1}`, who: 'ABC'.charAt(k), n }))));
    const found = [1, 2, 3].map((n) => said(table, { fact: 'crossing', series: 'A', over: 'B', n }));
    expect(found).to.deep.equal(['2026-01-03', '2026-01-06', 'crossing 3']);
    expect([1, 2, 3].map((n) => said(table, { fact: 'crossing', n }))).to.deep.equal(['2026-01-02', '2026-01-04', '2026-01-05']);
  });

  it('takes several measures as names, without bounds, and no text for names then', () => {
    const table = made([{ name: 'model' }, { name: 'lab' }, number('input'), number('output'), number('min')], [{ model: 'A', lab: 'L', input: 1, output: null, min: 3 }, { model: 'B', lab: 'L', input: 2, output: 5, min: 3 }]);
    const fields = { x: 'model', y: 'input output' };
    expect(namesOf(table, fields)).to.deep.equal(['input', 'output']);
    expect(said(table, { fact: 'value', at: 'A', series: 'output' }, fields)).to.equal('missing');
    expect(said(table, { fact: 'value', at: 'B', series: 'output' }, fields)).to.equal(5);
    expect(namesOf(table, { x: 'model' })).to.deep.equal(['L']);
    expect(namesOf(made([{ name: 'model' }, number('n')], [{ model: 'A', n: 1 }]), { x: 'model' })).to.deep.equal(['n']);
  });

  it('knows bounds that are numbers, upper ones too, and adds them with the parts', () => {
    const fields = [{ name: 'lab' }, { name: 'origin' }, number('n'), number('min'), number('max')];
    const rows = [{ lab: 'a', origin: 'X', n: null, min: 1, max: 4 }, { lab: 'b', origin: 'X', n: 2, min: null, max: null }, { lab: 'c', origin: 'Y', n: null, min: 3, max: 5 }];
    expect(said(made(fields, rows), { fact: 'value', series: 'a' })).to.deep.equal([1, 4]);
    expect(said(made(fields, rows), { fact: 'value', series: 'X' }, { by: 'origin', total: true })).to.deep.equal([3, 6]);
    expect(said(made(fields, rows), { fact: 'value', series: 'Y' }, { by: 'origin', total: true })).to.deep.equal([3, 5]);
    const worded = made([{ name: 'lab' }, number('n'), { name: 'min' }], [{ lab: 'a', n: null, min: 'one' }]);
    expect(said(worded, { fact: 'value', series: 'a' })).to.equal('missing');
  });

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
