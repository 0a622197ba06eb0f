import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseCSV } from '../../../src/data/csv.js';
import { read } from '../../../src/data/read.js';
import { toCSV } from '../../../src/text/csv.js';

const packaged = (data: unknown, fields: unknown, more: object = {}): ReturnType<typeof read> => read({ resources: [{ name: 'r', schema: { fields }, data }], ...more });
const rowsOf = (text: string): string[] => text.trimEnd().split('\n').filter((line) => !line.startsWith('#'));

describe('toCSV', () => {
  it('puts heading, source, date, base and caveats first, in note lines', () => {
    const dataset = packaged([{ v: 1 }], [{ name: 'v', type: 'number' }], {
      sources: [{ title: 'OpenRouter', path: 'https://openrouter.ai/rankings' }, { title: 'A paper' }],
      provenance: { asOf: '2026-05-31', base: 'all models', citation: 'Cite this.', caveats: ['Only\nsome traffic.'], status: 'reported' },
    });
    expect(toCSV(dataset, 'Weekly tokens')).to.equal('# Weekly tokens\n# Source: OpenRouter https://openrouter.ai/rankings\n# Source: A paper\n# Cite this.\n# As of: 2026-05-31\n# Base: all models\n# Caveat: Only some traffic.\nv,status\n1,reported\n');
  });

  it('guards cells and headers that a spreadsheet would run, and leaves negative numbers alone', () => {
    const dataset = packaged([{ '=1+1': 'a', t: '=HYPERLINK("https://evil.example")', v: -1 }, { '=1+1': '', t: '@SUM(1)', v: -2.5 }, { t: '+1', v: 1 }, { t: '-1', v: null }], [{ name: '=1+1' }, { name: 't' }, { name: 'v', type: 'number' }]);
    expect(rowsOf(toCSV(dataset, ''))).to.deep.equal(['\'=1+1,t,v,status', 'a,"\'=HYPERLINK(""https://evil.example"")",-1,', ',\'@SUM(1),-2.5,', ',\'+1,1,', ',\'-1,,']);
  });

  it('lets no text, however it is placed, begin a cell as a formula', () => {
    const hostile = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ' ', 'A', '1', '\u0000', '\uff1d') });
    fc.assert(
      fc.property(hostile, hostile, (cell, note) => {
        const text = toCSV(packaged([{ t: cell }], [{ name: 't' }], { provenance: { caveats: [note], citation: note } }), note);
        for (const line of text.split('\n')) expect(line).to.not.match(/^"?[=+@\t\r-]/);
      }),
      { numRuns: 1000 },
    );
  });

  it('writes dates, months and years as they are read', () => {
    const dataset = packaged([{ d: '2026-05-25', t: '2026-05-25T10:30Z', m: '2026-05', y: 2026, c: false }, { d: '2026-05-26', t: '2026-05-26T00:00Z', m: '2026-06', y: 2027 }], [{ name: 'd', type: 'date' }, { name: 't', type: 'datetime' }, { name: 'm', type: 'yearmonth' }, { name: 'y', type: 'year' }]);
    expect(rowsOf(toCSV(dataset, ''))).to.deep.equal(['d,t,m,y,status', '2026-05-25,2026-05-25T10:30:00.000Z,2026-05,2026,', '2026-05-26,2026-05-26,2026-06,2027,']);
  });

  it('keeps years that need a sign', () => {
    const dataset = packaged([{ y: '-000044', m: '+012026-05' }], [{ name: 'y', type: 'year' }, { name: 'm', type: 'yearmonth' }]);
    expect(rowsOf(toCSV(dataset, ''))[1]).to.equal('-000044,+012026-05,');
  });

  it('is read back with the same values, statuses and unfinished periods', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', ',', '"', '\n', '中', '#', '3'), maxLength: 5 }).map((inner) => `x${inner}x`);
    const row = fc.record({ v: fc.option(fc.double({ min: 1e-18, max: 1e18, noNaN: true })), s: text, status: fc.constantFrom('reported', 'derived', 'representative'), complete: fc.boolean() });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), text, (rows, heading) => {
        const dated = rows.map((each, i) => ({ d: new Date(i * 86_400_000).toISOString().slice(0, 10), ...each, s: each.s.replace(/\n/g, ' ') }));
        const fields = [{ name: 'd', type: 'date' }, { name: 'v', type: 'number' }, { name: 's' }];
        // a first value, so that the type of v can be told without a schema
        const dataset = packaged([{ d: '1969-12-31', v: 1, s: 'x' }, ...dated], fields);
        const [first, again] = [dataset.table, read(parseCSV(toCSV(dataset, heading))).table];
        for (const column of first.columns) expect([...(again.columns.find(({ name }) => name === column.name)?.values ?? [])]).to.deep.equal([...column.values].map((value) => (typeof value === 'number' ? value + 0 : value)));
        expect([...again.statuses]).to.deep.equal([...first.statuses]);
        expect([...(again.unfinished ?? [])]).to.deep.equal([...(first.unfinished ?? [])]);
      }),
    );
  });
});
