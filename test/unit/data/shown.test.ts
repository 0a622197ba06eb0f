import { expect } from '@open-wc/testing';
import { read } from '../../../src/data/read.js';
import { shownTable, type Overlaid } from '../../../src/data/shown.js';
import { rowOf } from '../../../src/view/row.js';

const dataset = read({
  provenance: { base: 'all models' },
  resources: [
    { name: 'trend', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'origin', type: 'string' }, { name: 'tokens', type: 'number' }] }, data: [{ week: '2026-02-02', origin: 'China', tokens: 5, status: 'reported' }, { week: '2026-02-09', origin: 'China', tokens: 6, status: 'derived' }] },
    { name: 'press', schema: { fields: [{ name: 'day', type: 'date' }, { name: 'origin', type: 'string' }, { name: 'printed', type: 'number' }, { name: 'min', type: 'number' }, { name: 'place', type: 'string' }] }, data: [{ day: '2026-02-09', origin: 'Mars', printed: 1, place: 'p. 1' }, { day: '2026-02-09', origin: 'China', printed: 4.12, place: 'p. 2', status: 'representative' }, { day: '2026-02-16', origin: 'China', printed: null, min: 7, place: '' }] },
  ],
});
const over: Overlaid = { table: dataset.tables.get('press') ?? dataset.table, rows: [1, 2], title: 'In print', as: { day: 'week', printed: 'tokens' } };
const rowsOf = (table: ReturnType<typeof shownTable>): unknown[] => Array.from({ length: table.length }, (_, row) => rowOf(table, row));

describe('shownTable(figure, dataset, title)', () => {
  it('is the dataset’s table, or the figure’s own, where nothing is laid over', () => {
    expect(shownTable({}, dataset, 'Base')).to.equal(dataset.table);
    expect(shownTable({ table: over.table, over: { ...over, rows: [] } }, dataset, 'Base')).to.equal(over.table);
  });

  it('adds what is laid over below, in the chart’s fields, with its own beside them and its base named', () => {
    const table = shownTable({ over }, dataset, 'Base');
    expect(rowsOf(table)).to.deep.equal([
      { week: '2026-02-02', origin: 'China', tokens: 5, min: null, place: '', base: 'all models', status: 'reported' },
      { week: '2026-02-09', origin: 'China', tokens: 6, min: null, place: '', base: 'all models', status: 'derived' },
      { week: '2026-02-09', origin: 'China', tokens: 4.12, min: null, place: 'p. 2', base: 'In print', status: 'representative' },
      { week: '2026-02-16', origin: 'China', tokens: null, min: 7, place: '', base: 'In print', status: null },
    ]);
    expect(table.columns.at(-1)).to.include({ name: 'base', title: 'Base' });
    expect(table.place(2, 'printed')).to.equal('resources[1].data[1].printed');
    expect(shownTable({ over }, dataset, 'Base')).to.equal(table);
  });
});
