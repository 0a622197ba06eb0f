import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { blend, priceTable, sortPrices, standing, type Price } from '../../../src/data/prices.js';
import { EmptyTable } from '../../../src/data/channels.js';
import { DataError } from '../../../src/data/errors.js';
import { read } from '../../../src/data/read.js';

const table = (rows: readonly object[]): ReturnType<typeof read>['table'] => read(rows).table;
const price = (model: string, input: number | null, output: number | null, more: object = {}): object => ({ model, input, output, ...more });
const amount = fc.oneof(fc.double({ min: 0.001, max: 1e4, noNaN: true }), fc.constant(0), fc.constant(NaN));

describe('blend', () => {
  const cases: readonly (readonly [number, number, number, number])[] = [
    [1, 5, 75, 2],
    [1, 5, 0, 5],
    [1, 5, 100, 1],
    [NaN, 5, 0, 5],
    [1, NaN, 100, 1],
    [1, NaN, 75, NaN],
  ];
  for (const [input, output, share, result] of cases) it(`${share} in 100 tokens at ${input}, the rest at ${output}, gives ${result}`, () => expect(blend(input, output, share)).to.deep.equal(result));

  it('lies between the two prices', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e4, noNaN: true }), fc.double({ min: 0, max: 1e4, noNaN: true }), fc.integer({ min: 0, max: 100 }), (input, output, share) => {
        const mixed = blend(input, output, share);
        expect(mixed).to.be.within(Math.min(input, output) * (1 - 1e-12), Math.max(input, output) * (1 + 1e-12));
      }),
    );
  });
});

describe('priceTable', () => {
  it('tells several rows of a model apart by date, else by kind, else by both', () => {
    const which = (...rows: readonly object[]): readonly string[] => priceTable(table(rows), {}).prices.map((each) => each.which);
    expect(which(price('A', 1, 2, { date: 'May', kind: 'list' }), price('A', 1, 3, { date: 'June', kind: 'list' }))).to.deep.equal(['May', 'June']);
    expect(which(price('A', 1, 2, { date: 'May', kind: 'list' }), price('A', 1, 3, { date: 'May', kind: 'host' }))).to.deep.equal(['list', 'host']);
    expect(which(price('A', 1, 2, { date: 'May', kind: 'list' }), price('A', 1, 3, { date: 'May', kind: 'host' }), price('A', 1, 4, { date: 'June', kind: 'host' }))).to.deep.equal(['May, list', 'May, host', 'June, host']);
    expect(which(price('A', 1, 2), price('B', 1, 3))).to.deep.equal(['', '']);
  });
  it('needs neither date nor kind to tell a row that is alone, and leaves out what a row does not have', () => {
    const which = (...rows: readonly object[]): readonly string[] => priceTable(table(rows), {}).prices.map((each) => each.which);
    expect(which(price('A', 1, 2, { date: 'May', kind: 'list' }), price('B', 1, 3, { date: 'May', kind: 'list' }))).to.deep.equal(['', '']);
    expect(which(price('A', 1, 2, { date: 'May', kind: '' }), price('A', 1, 3, { date: 'May', kind: 'list' }), price('A', 1, 3, { date: 'June', kind: 'list' }))).to.deep.equal(['May', 'May, list', 'June, list']);
  });
  it('two rows that nothing tells apart throw, naming the second and the first', () => {
    expect(() => priceTable(table([price('A', 1, 2), price('A', 1, 3)]), {})).to.throw(DataError, 'data[1].model: expected one row for each date and series, found a second row for A of the same date and kind; the first is data[0]');
    const rows = [price('B', 1, 2), price('A', 1, 2, { date: 'May' }), price('A', 1, 3, { date: 'June' }), price('A', 1, 3, { date: 'June' })];
    expect(() => priceTable(table(rows), {})).to.throw(DataError, 'data[3].model: expected one row for each date and series, found a second row for A of the same date and kind; the first is data[2]');
  });
  it('a negative price throws, naming its cell', () => {
    expect(() => priceTable(table([price('A', 1, -2)]), {})).to.throw(DataError, 'data[0].output: expected a number that is not negative, found -2');
    expect(() => priceTable(table([price('A', 1, 2), price('B', -0.5, 2)]), {})).to.throw(DataError, 'data[1].input: expected a number that is not negative, found -0.5');
  });

  it('takes every field of a row by its name, missing ones as nothing', () => {
    const rows = [
      { seller: 'S', model: 'A', lab: 'Lab', origin: 'Origin', kind: 'list', date: '2026-05-10', input: 0.5, output: 2, status: 'reported' },
      { seller: 'S', model: 'B', lab: null, origin: null, kind: null, date: null, input: null, output: 0 },
    ];
    const { prices, by, input, output } = priceTable(table(rows), {});
    expect(prices).to.deep.equal([
      { row: 0, name: 'A', lab: 'Lab', origin: 'Origin', input: 0.5, output: 2, date: '2026-05-10', kind: 'list', which: '' },
      { row: 1, name: 'B', lab: '', origin: '', input: NaN, output: 0, date: '', kind: '', which: '' },
    ]);
    expect([by, input.name, output.name]).to.deep.equal(['model', 'input', 'output']);
    expect(priceTable(table([{ seller: 'S', date: 'spring', input: 1, output: 2 }]), {}).prices[0]).to.include({ name: 'S', lab: '', origin: '', kind: '', date: 'spring' });
  });

  it('takes the fields that y and series name, a name with spaces too', () => {
    const data = table([{ size: 9, model: 'A', seller: 'S', 'in': 1, out: 2, input: 3, output: 4, 'fresh input': 5 }]);
    const found = (channels: Parameters<typeof priceTable>[1]): unknown => {
      const { prices, by } = priceTable(data, channels);
      return [by, prices[0]?.name, prices[0]?.input, prices[0]?.output];
    };
    expect(found({})).to.deep.equal(['model', 'A', 3, 4]);
    expect(found({ y: ' in   out ' })).to.deep.equal(['model', 'A', 1, 2]);
    expect(found({ y: 'in', series: 'seller' })).to.deep.equal(['seller', 'S', 1, 4]);
    expect(found({ y: 'fresh input' })).to.deep.equal(['model', 'A', 5, 4]);
  });

  it('names attribute, kind and fields where a field is missing or of another kind', () => {
    const only = 'found only model (string), input (number)';
    const data = table([{ model: 'A', input: 1 }]);
    for (const [channels, message] of [
      [{}, `y="output": expected the name of a field, ${only}`],
      [{ y: 'model input' }, `y="model": expected a number field, ${only}`],
      [{ y: 'input model' }, `y="model": expected a number field, ${only}`],
      [{ y: 'input input', series: 'input' }, `series="input": expected a text field, ${only}`],
    ] as const) expect(() => priceTable(data, channels)).to.throw(DataError, message);
    expect(() => priceTable(table([{ input: 1, output: 1 }]), {})).to.throw(DataError, 'series: expected a text field, found only input (number), output (number)');
  });

  it('throws an EmptyTable where there are no rows, whatever the fields', () => {
    for (const data of [[], { model: [], input: [] }, {}]) expect(() => priceTable(read(data).table, {})).to.throw(EmptyTable);
  });
});

describe('standing', () => {
  const cases: readonly (readonly [number, number, 0 | 1 | 2])[] = [[1, 2, 0], [0, 2, 0], [2, 0, 0], [NaN, 2, 0], [2, NaN, 0], [0, 0, 1], [0, NaN, 1], [NaN, 0, 1], [NaN, NaN, 2]];
  for (const [input, output, result] of cases) it(`of ${input} and ${output} is ${result}`, () => expect(standing({ input, output } as Price)).to.equal(result));
});

describe('sortPrices', () => {
  it('lists equal prices as given, those without the price sorted by after them, then the free, then the unknown', () => {
    const given = [['unknown', NaN, NaN], ['free', 0, 0], ['input only', 9, NaN], ['cheap', 9, 1], ['dear', 1, 5], ['as dear', 2, 5], ['half free', 3, 0], ['free too', 0, NaN]] as const;
    const names = (sort: 'input' | 'output'): readonly string[] => sortPrices(given.map(([name, input, output], row): Price => ({ row, name, lab: '', origin: '', input, output, date: '', kind: '', which: '' })), sort, 75).map(({ name }) => name);
    expect(names('output')).to.deep.equal(['dear', 'as dear', 'cheap', 'half free', 'input only', 'free', 'free too', 'unknown']);
    expect(names('input')).to.deep.equal(['input only', 'cheap', 'half free', 'as dear', 'dear', 'free', 'free too', 'unknown']);
  });
  const prices = fc.array(fc.tuple(amount, amount)).map((all) => all.map(([input, output], row): Price => ({ row, name: String(row), lab: '', origin: '', input, output, date: '', kind: '', which: '' })));

  it('is a permutation: priced, free, then without price, each dearest first', () => {
    fc.assert(
      fc.property(prices, fc.constantFrom('input' as const, 'output' as const, 'blended' as const), fc.integer({ min: 0, max: 100 }), (all, sort, share) => {
        const sorted = sortPrices(all, sort, share);
        expect(sorted.map(({ row }) => row).sort((a, b) => a - b)).to.deep.equal(all.map(({ row }) => row));
        const standings = sorted.map(standing);
        expect(standings).to.deep.equal([...standings].sort());
        const amounts = sorted.filter((each) => standing(each) === 0).map((each) => (sort === 'blended' ? blend(each.input, each.output, share) : each[sort]));
        const known = amounts.filter((each) => !Number.isNaN(each));
        expect(amounts.slice(0, known.length)).to.deep.equal([...known].sort((a, b) => b - a));
      }),
    );
  });
});
