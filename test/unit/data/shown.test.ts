import { expect } from '@open-wc/testing';
import { read } from '../../../src/data/read.js';
import { shownTable, type Overlaid } from '../../../src/data/shown.js';
import { rowOf } from '../../../src/data/row.js';

const dataset = read({
  provenance: { base: 'all models' },
  resources: [
    { name: 'trend', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'origin', type: 'string' }, { name: 'tokens', type: 'number' }] }, data: [{ week: '2026-02-02', origin: 'China', tokens: 5, status: 'reported' }, { week: '2026-02-09', origin: 'China', tokens: 6, status: 'derived' }] },
    { name: 'press', schema: { fields: [{ name: 'day', type: 'date' }, { name: 'origin', type: 'string' }, { name: 'printed', type: 'number' }, { name: 'min', type: 'number' }, { name: 'place', type: 'string' }] }, data: [{ day: '2026-02-09', origin: 'Mars', printed: 1, place: 'p. 1' }, { day: '2026-02-09', origin: 'China', printed: 4.12, place: 'p. 2', status: 'representative' }, { day: '2026-02-16', origin: 'China', printed: null, min: 7, place: '' }] },
  ],
});
/** A new one each time: what was joined is kept by it. */
const laid = (): Overlaid => ({ table: dataset.tables.get('press') ?? dataset.table, rows: [1, 2], title: 'In print', as: { day: 'week', printed: 'tokens' } });
const rowsOf = (table: ReturnType<typeof shownTable>): unknown[] => Array.from({ length: table.length }, (_, row) => rowOf(table, row));

describe('shownTable(figure, dataset, title)', () => {
  it('is the dataset’s table, or the figure’s own, where nothing is laid over', () => {
    expect(shownTable({}, dataset, 'Base')).to.equal(dataset.table);
    const over = laid();
    expect(shownTable({ table: over.table, over: { ...over, rows: [] } }, dataset, 'Base')).to.equal(over.table);
  });

  it('adds what is laid over below, in the chart’s fields, with its own beside them and its base named', () => {
    const over = laid();
    const table = shownTable({ over }, dataset, 'Base');
    expect(rowsOf(table)).to.deep.equal([
      { week: '2026-02-02', origin: 'China', tokens: 5, min: null, place: '', base: 'all models', status: 'reported' },
      { week: '2026-02-09', origin: 'China', tokens: 6, min: null, place: '', base: 'all models', status: 'derived' },
      { week: '2026-02-09', origin: 'China', tokens: 4.12, min: null, place: 'p. 2', base: 'In print', status: 'representative' },
      { week: '2026-02-16', origin: 'China', tokens: null, min: 7, place: '', base: 'In print', status: null },
    ]);
    expect(table.columns.at(-1)).to.include({ name: 'base', title: 'Base', unit: '', type: 'string', kind: 'text' });
    expect(table.columns.map(({ name, title, type }) => [name, title, type]).slice(0, -1)).to.deep.equal([['week', 'week', 'date'], ['origin', 'origin', 'string'], ['tokens', 'tokens', 'number'], ['min', 'min', 'number'], ['place', 'place', 'string']]);
    expect(table.place(1, 'tokens')).to.equal('resources[0].data[1].tokens');
    expect(table.place(2, 'printed')).to.equal('resources[1].data[1].printed');
    expect(shownTable({ over }, dataset, 'Base')).to.equal(table);
  });

  const made = (fields: readonly object[], data: readonly object[]) => ({ schema: { fields }, data });
  const two = (first: object, second: object, more: object = {}) => read({ ...more, resources: [{ name: 'own', ...first }, { name: 'other', ...second }] });
  const joined = (set: ReturnType<typeof read>, rows: readonly number[], as: Overlaid['as'] = {}): ReturnType<typeof shownTable> => shownTable({ over: { table: set.tables.get('other')!, rows, title: 'T', as } }, set, 'Base');

  it('names the base by the dataset’s, else the table’s title, else its name', () => {
    const own = made([{ name: 'v', type: 'number' }], [{ v: 1 }]);
    const base = (set: ReturnType<typeof read>): unknown => joined(set, [0]).columns.at(-1)?.values[0];
    expect(base(two({ ...own, title: 'Own title' }, own, { provenance: { base: 'everything' } }))).to.equal('everything');
    expect(base(two({ ...own, title: 'Own title' }, own))).to.equal('Own title');
    expect(base(two(own, own))).to.equal('own');
  });

  it('leaves a cell empty where the other has the field of another kind', () => {
    const set = two(made([{ name: 'at', type: 'date' }, { name: 'v', type: 'number' }, { name: 's' }], [{ at: '2026-01-01', v: 1, s: 'a' }]), made([{ name: 'at', type: 'number' }, { name: 'v' }, { name: 's', type: 'number' }], [{ at: 5, v: 'x', s: 7 }]));
    expect(rowsOf(joined(set, [0]))).to.deep.equal([
      { at: '2026-01-01', v: 1, s: 'a', base: 'own', status: null },
      { at: null, v: null, s: '', base: 'T', status: null },
    ]);
  });

  it('knows which rows of either are of an unfinished period', () => {
    const plain = made([{ name: 'v', type: 'number' }], [{ v: 1 }, { v: 2 }]);
    const open = made([{ name: 'v', type: 'number' }], [{ v: 1, complete: true }, { v: 2, complete: false }]);
    const unfinished = (set: ReturnType<typeof read>, rows: readonly number[]): unknown => Array.from(joined(set, rows).unfinished ?? []);
    expect(unfinished(two(plain, plain), [1])).to.deep.equal([]);
    expect(unfinished(two(open, plain), [1])).to.deep.equal([0, 1, 0]);
    expect(unfinished(two(plain, open), [1, 0])).to.deep.equal([0, 0, 1, 0]);
    expect(unfinished(two(open, open), [1])).to.deep.equal([0, 1, 1]);
  });
});
