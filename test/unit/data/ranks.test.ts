import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { EmptyTable } from '../../../src/data/channels.js';
import { DataError } from '../../../src/data/errors.js';
import { competitionRanks, rankPeriods } from '../../../src/data/ranks.js';
import { read } from '../../../src/data/read.js';

const table = (rows: readonly object[]): ReturnType<typeof read>['table'] => read(rows).table;
const row = (period: string, period_end: string, model: string, tokens: number | null, more: object = {}): object => ({ period, period_end, model, tokens, ...more });
const first = [row('First', '2026-05-10', 'Aster', 4), row('First', '2026-05-10', 'Birch', 3), row('First', '2026-05-10', 'Cedar', 2)];

describe('competitionRanks', () => {
  const cases: readonly (readonly [readonly number[], readonly number[]])[] = [
    [[], []],
    [[5], [1]],
    [[1, 3, 2], [3, 1, 2]],
    [[2, 3, 2, 1], [2, 1, 2, 4]],
    [[0, 0], [1, 1]],
    [[NaN, 1, NaN], [NaN, 1, NaN]],
  ];
  for (const [values, ranks] of cases) it(`[${values.join(', ')}] gives [${ranks.join(', ')}]`, () => expect(competitionRanks(values)).to.deep.equal(ranks));

  it('distinct values get the permutation 1 to n that sorts them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.double({ min: 0, max: 1e9, noNaN: true })), (values) => {
        const ranks = competitionRanks(values);
        expect([...ranks].sort((a, b) => a - b)).to.deep.equal(values.map((_, i) => i + 1));
        const sorted = [...values].sort((a, b) => b - a);
        for (const [i, value] of values.entries()) expect(sorted[ranks[i]! - 1]).to.equal(value);
      }),
    );
  });

  it('equal values share the rank that counts the higher ones', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 })), (values) => {
        expect(competitionRanks(values)).to.deep.equal(values.map((value) => 1 + values.filter((other) => other > value).length));
      }),
    );
  });
});

describe('rankPeriods', () => {
  it('orders periods by their end, whatever the order of the file', () => {
    const { periods } = rankPeriods(table([row('B', '2026-05-17', 'Aster', 1), row('A', '2026-05-10', 'Aster', 1)]), {});
    expect(periods.map(({ name }) => name)).to.deep.equal(['A', 'B']);
  });

  it('says what a model won or lost against the period before, or that it is new', () => {
    const { periods } = rankPeriods(table([...first, row('Second', '2026-05-17', 'Cedar', 9), row('Second', '2026-05-17', 'Aster', 5), row('Second', '2026-05-17', 'Dune', 1)]), {});
    expect(periods[1]?.rows.map(({ name, rank, change }) => [name, rank, change])).to.deep.equal([['Cedar', 1, 2], ['Aster', 2, -1], ['Dune', 3, 'new']]);
    expect(periods[0]?.rows.map(({ change }) => change)).to.deep.equal([null, null, null]);
  });

  it('lists a model without a value last, without rank or change', () => {
    const { periods } = rankPeriods(table([...first, row('Second', '2026-05-17', 'Aster', null), row('Second', '2026-05-17', 'Birch', 0)]), {});
    const [birch, aster] = periods[1]!.rows;
    expect([birch?.name, birch?.rank]).to.deep.equal(['Birch', 1]);
    expect([aster?.name, aster?.rank, aster?.change]).to.deep.equal(['Aster', NaN, null]);
  });

  it('keeps a printed rank, and leaves open what is not printed', () => {
    const { periods } = rankPeriods(table([row('A', '2026-05-10', 'Aster', 4, { rank: 11 }), row('A', '2026-05-10', 'Birch', 3, { rank: null })]), {});
    expect(periods[0]?.rows.map(({ rank }) => rank)).to.deep.equal([11, NaN]);
  });

  it('takes a date as the period where there is no period field', () => {
    const { periods } = rankPeriods(table([{ week: '2026-05-11', name: 'Aster', tokens: 1 }, { week: '2026-05-04', name: 'Aster', tokens: 2 }]), {});
    expect(periods.map(({ name }) => name)).to.deep.equal(['2026-05-04', '2026-05-11']);
  });

  const names = (rows: readonly object[], channels = {}): readonly string[] => rankPeriods(table(rows), channels).periods.map(({ name }) => name);
  const declared = (fields: readonly object[], data: readonly object[]): ReturnType<typeof read>['table'] => read({ resources: [{ name: 'r', schema: { fields }, data }] }).table;

  it('names a period as precisely as the data has it: a day, a month or a year', () => {
    const periods = (type: string, ...values: readonly unknown[]): readonly string[] => rankPeriods(declared([{ name: 'at', type }, { name: 'm' }, { name: 'v', type: 'number' }], values.map((at) => ({ at, m: 'A', v: 1 }))), {}).periods.map(({ name }) => name);
    expect(periods('date', '2026-05-11', '2026-05-04')).to.deep.equal(['2026-05-04', '2026-05-11']);
    expect(periods('yearmonth', '2026-05', '2026-04')).to.deep.equal(['2026-04', '2026-05']);
    expect(periods('year', '2026', '2025')).to.deep.equal(['2025', '2026']);
  });

  it('takes the period named, else the field of that name, else the first date, else all as one', () => {
    const rows = [{ when: 'late', period: 'P', day: '2026-05-10', model: 'A', v: 1 }];
    expect(names(rows, { x: 'when' })).to.deep.equal(['late']);
    expect(names(rows, { x: 'day' })).to.deep.equal(['2026-05-10']);
    expect(names(rows)).to.deep.equal(['P']);
    expect(names([{ model: 'A', v: 1 }, { model: 'B', v: 1 }])).to.deep.equal(['']);
    const { fields, periodTitle } = rankPeriods(table([{ model: 'A', v: 1 }]), {});
    expect([fields, periodTitle]).to.deep.equal([{ x: '', by: 'model' }, '']);
  });

  it('orders periods by the latest end that any of their rows has', () => {
    expect(names([row('A', '2026-05-03', 'Aster', 1), row('B', '2026-05-10', 'Aster', 1), row('A', '2026-05-17', 'Birch', 1), row('A', '2026-05-04', 'Cedar', 1)])).to.deep.equal(['B', 'A']);
  });

  it('keeps the order of the file where nothing dates the periods, an end in words among it', () => {
    expect(names([{ period: 'Z', model: 'A', v: 1 }, { period: 'B', model: 'A', v: 1 }])).to.deep.equal(['Z', 'B']);
    expect(names([{ period: 'Z', period_end: 'soon', model: 'A', v: 1 }, { period: 'B', period_end: 'now', model: 'A', v: 1 }])).to.deep.equal(['Z', 'B']);
    expect(names([{ period: 'Z', told: '2026-05-10', model: 'A', v: 1 }, { period: 'B', told: '2026-05-03', model: 'A', v: 1 }])).to.deep.equal(['Z', 'B']);
  });

  it('takes the model named, else the field of that name, else the first text that is not the period', () => {
    const by = (rows: readonly object[], channels = {}): readonly string[] => {
      const { fields, names: all } = rankPeriods(table(rows), channels);
      return [fields.x, fields.by, ...all];
    };
    expect(by([{ period: 'P', lab: 'L', model: 'A', v: 1 }])).to.deep.equal(['period', 'model', 'A']);
    expect(by([{ period: 'P', lab: 'L', model: 'A', v: 1 }], { series: 'lab' })).to.deep.equal(['period', 'lab', 'L']);
    expect(by([{ period: 'P', name: 'A', note: 'n', v: 1 }, { period: 'P', name: 'B', note: 'n', v: 1 }])).to.deep.equal(['period', 'name', 'A', 'B']);
    expect(rankPeriods(declared([{ name: 'min' }, { name: 'name' }, { name: 'v', type: 'number' }], [{ min: '1', name: 'A', v: 1 }]), {}).fields.by).to.equal('name');
  });

  it('takes the measure named, else the first number; what is printed as rank is one unless it is the measure', () => {
    const rows = [{ model: 'A', rank: 7, v: 1, w: 3 }, { model: 'B', rank: 9, v: 2, w: 1 }];
    const found = (channels: object, data: readonly object[] = rows): unknown => {
      const { measure, periods } = rankPeriods(table(data), channels);
      return [measure.name, periods[0]?.rows.map(({ name, rank, value }) => [name, rank, value])];
    };
    expect(found({ y: 'v' })).to.deep.equal(['v', [['B', 9, 2], ['A', 7, 1]]]);
    expect(found({ y: 'w' })).to.deep.equal(['w', [['A', 7, 3], ['B', 9, 1]]]);
    expect(found({ y: 'rank' })).to.deep.equal(['rank', [['B', 1, 9], ['A', 2, 7]]]);
    expect(found({}, [{ model: 'A', v: 1, rank: 'first' }])).to.deep.equal(['v', [['A', 1, 1]]]);
  });

  it('lists equal values by their printed rank, those without one after, and then as in the file', () => {
    const order = (...ranks: readonly (number | null)[]): readonly number[] => rankPeriods(declared([{ name: 'model' }, { name: 'v', type: 'number' }, { name: 'rank', type: 'number' }], ranks.map((rank, i) => ({ model: `M${i}`, v: 1, rank }))), {}).periods[0]!.rows.map((each) => each.row);
    expect(order(3, 1, 2)).to.deep.equal([1, 2, 0]);
    expect(order(null, 2, null, 1)).to.deep.equal([3, 1, 0, 2]);
    expect(order(5, 5, 5)).to.deep.equal([0, 1, 2]);
  });

  it('lists those without a value after all others, in the order of the file', () => {
    const { periods } = rankPeriods(table([row('A', '2026-05-10', 'Aster', null), row('A', '2026-05-10', 'Birch', 1), row('A', '2026-05-10', 'Cedar', null), row('A', '2026-05-10', 'Dune', 0)]), {});
    expect(periods[0]?.rows.map(({ name }) => name)).to.deep.equal(['Birch', 'Dune', 'Aster', 'Cedar']);
  });

  it('compares with the period just before: what it left open can’t be compared, what it did not list is new', () => {
    const { periods } = rankPeriods(table([...first, row('Second', '2026-05-17', 'Aster', null), row('Second', '2026-05-17', 'Birch', 1), row('Third', '2026-05-24', 'Cedar', 3), row('Third', '2026-05-24', 'Aster', 2), row('Third', '2026-05-24', 'Birch', 1)]), {});
    expect(periods[2]?.rows.map(({ name, change }) => [name, change])).to.deep.equal([['Cedar', 'new'], ['Aster', null], ['Birch', -2]]);
  });

  it('gives lab and origin of a row where the data has them, and the share beside the measure', () => {
    const data = declared([{ name: 'model' }, { name: 'lab' }, { name: 'origin' }, { name: 'v', type: 'number', unit: '%' }, { name: 'of', type: 'number' }, { name: 'part', type: 'number', unit: '% of tokens' }], [{ model: 'A', lab: 'L', origin: 'O', v: 1, of: 2, part: 3 }, { model: 'B', lab: null, origin: null, v: 0, of: 2, part: 3 }]);
    const { periods, share, measure } = rankPeriods(data, {});
    expect(periods[0]?.rows.map(({ lab, origin }) => [lab, origin])).to.deep.equal([['L', 'O'], ['', '']]);
    expect([measure.name, share?.name]).to.deep.equal(['v', 'part']);
    expect(rankPeriods(data, { y: 'part' }).share?.name).to.equal('v');
    const plain = rankPeriods(table([{ period: 'P', model: 'A', v: 1, w: 2 }]), {});
    expect([plain.share, plain.periods[0]?.rows[0]?.lab, plain.periods[0]?.rows[0]?.origin, plain.periodTitle]).to.deep.equal([undefined, '', '', 'Period']);
  });

  it('a second row for a model and period throws, naming both rows', () => {
    const expected = 'expected one row for each date and series, found a second row for';
    expect(() => rankPeriods(table([...first, row('First', '2026-05-10', 'Birch', 1)]), {})).to.throw(DataError, `data[3].model: ${expected} First and Birch; the first is data[1]`);
    expect(() => rankPeriods(table([{ model: 'A', v: 1 }, { model: 'A', v: 2 }]), {})).to.throw(DataError, `data[1].model: ${expected} A; the first is data[0]`);
  });
  it('a negative value throws, naming its cell', () => {
    expect(() => rankPeriods(table([row('A', '2026-05-10', 'Aster', -1)]), {})).to.throw(DataError, 'data[0].tokens: expected a number that is not negative, found -1');
  });
  it('a row without the date of its period throws', () => {
    const data = declared([{ name: 'period_end', type: 'date' }, { name: 'model' }, { name: 'v', type: 'number' }], [{ period_end: '2026-05-10', model: 'A', v: 1 }, { period_end: null, model: 'B', v: 1 }]);
    expect(() => rankPeriods(data, {})).to.throw(DataError, 'data[1].period_end: expected a date, found nothing');
  });
  it('names attribute, kind and fields where a field is missing or of another kind', () => {
    const data = table([{ model: 'A', v: 1 }]);
    const only = 'found only model (string), v (number)';
    for (const [channels, message] of [
      [{ x: 'v' }, `x="v": expected a text field, ${only}`],
      [{ series: 'v' }, `series="v": expected a text field, ${only}`],
      [{ y: 'model' }, `y="model": expected a number field, ${only}`],
    ] as const) expect(() => rankPeriods(data, channels)).to.throw(DataError, message);
    expect(() => rankPeriods(table([{ v: 1 }]), {})).to.throw(DataError, 'series: expected a text field, found only v (number)');
  });
  it('throws an EmptyTable where there are no rows, whatever the fields', () => {
    for (const data of [[], { model: [], v: [] }, {}]) expect(() => rankPeriods(read(data).table, {})).to.throw(EmptyTable);
  });
});
