import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { diff } from '../../src/data/diff.js';
import { read } from '../../src/data/read.js';

interface Week {
  readonly week: string;
  readonly lab: string;
  readonly tokens: number | null;
  readonly share: number;
}
const SCHEMA = { fields: [{ name: 'week', type: 'date' }, { name: 'lab', type: 'string' }, { name: 'tokens', type: 'number' }, { name: 'share', type: 'number' }] };
const table = (data: readonly Week[]) => read({ resources: [{ name: 'r', schema: SCHEMA, data }] }).table;
const records = fc.uniqueArray(fc.record({ week: fc.integer({ min: 1, max: 5 }).map((n) => `2026-01-0${n}`), lab: fc.constantFrom('A', 'B', 'C'), tokens: fc.option(fc.integer({ min: 0, max: 3 })), share: fc.integer({ min: 0, max: 3 }) }), { selector: ({ week, lab }) => week + lab, minLength: 1, maxLength: 10 });

describe('diff', () => {
  it('says which cell of which row changed, and which rows came and went', () => {
    const before = table([{ week: '2026-01-01', lab: 'A', tokens: 1, share: 2 }, { week: '2026-01-01', lab: 'B', tokens: 1, share: 2 }]);
    const after = table([{ week: '2026-01-01', lab: 'A', tokens: 1, share: 3 }, { week: '2026-01-02', lab: 'B', tokens: 1, share: 2 }]);
    const brief = diff(before, after).map(({ kind, key, cells }) => [kind, key.map((each) => each.cell), cells.map((each) => [each.column.name, each.before, each.after])]);
    expect(brief).to.deep.equal([
      ['changed', [Date.UTC(2026, 0, 1), 'A'], [['share', 2, 3]]],
      ['added', [Date.UTC(2026, 0, 2), 'B'], []],
      ['removed', [Date.UTC(2026, 0, 1), 'B'], []],
    ]);
  });

  it('finds nothing between a table and itself, in whichever order', () => {
    fc.assert(fc.property(records, (rows) => {
      expect(diff(table(rows), table([...rows].reverse()))).to.deep.equal([]);
    }));
  });

  it('applied to the old rows gives the new ones', () => {
    fc.assert(fc.property(records, records, (old, now) => {
      const after = table(now);
      const rows = new Map<string, Week>(old.map((row) => [row.week + row.lab, row]));
      for (const { kind, key, cells } of diff(table(old), after)) {
        const week = new Date(Number(key[0]!.cell)).toISOString().slice(0, 10);
        // where dates alone name every row, the lab is a cell like any other
        const id = key.length > 1 ? week + String(key[1]!.cell) : [...rows.keys(), ...now.map((row) => row.week + row.lab)].find((each) => each.startsWith(week))!;
        const row = rows.get(id);
        if (kind === 'removed') rows.delete(id);
        else if (kind === 'added') {
          const added = now.find((each) => (key.length > 1 ? each.week + each.lab === id : each.week === week))!;
          rows.set(added.week + added.lab, added);
        } else {
          rows.delete(id);
          const changed = { ...row!, ...Object.fromEntries(cells.map((each) => [each.column.name, Number.isNaN(each.after) ? null : each.after])) };
          for (const each of cells) expect(Number.isNaN(each.before) ? null : each.before).to.equal(row![each.column.name as keyof Week]);
          rows.set(changed.week + changed.lab, changed);
        }
      }
      const sorted = (all: readonly Week[]): string[] => all.map((row) => JSON.stringify([row.week, row.lab, row.tokens, row.share])).sort();
      expect(sorted([...rows.values()])).to.deep.equal(sorted(now));
    }));
  });

  const of = (data: readonly object[]) => read(data).table;
  const told = (before: ReturnType<typeof of>, after: ReturnType<typeof of>): unknown =>
    diff(before, after).map(({ kind, key, cells }) => [kind, key.map((each) => `${each.column.name} ${each.cell}`).join(', '), ...cells.map((each) => `${each.column.name}: ${each.before} → ${each.after}`)]);

  it('names rows by as few fields as name every row of both, dates first, then texts; all others are cells', () => {
    const before = [{ tokens: 1, lab: 'A', note: 'x', week: '2026-01-01' }, { tokens: 2, lab: 'B', note: 'y', week: '2026-01-08' }];
    expect(told(of(before), of([{ ...before[0], lab: 'C', tokens: 5 }, before[1]!]))).to.deep.equal([['changed', `week ${Date.UTC(2026, 0, 1)}`, 'tokens: 1 → 5', 'lab: A → C']]);
    const sameWeek = before.map((row) => ({ ...row, week: '2026-01-01' }));
    expect(told(of(sameWeek), of([sameWeek[0]!, { ...sameWeek[1], note: 'z' }]))).to.deep.equal([['changed', `week ${Date.UTC(2026, 0, 1)}, lab B`, 'note: y → z']]);
    // unique in one of the two is not enough
    expect(told(of(before), of(sameWeek))).to.deep.equal([['added', `week ${Date.UTC(2026, 0, 1)}, lab B`], ['removed', `week ${Date.UTC(2026, 0, 8)}, lab B`]]);
    expect(told(of(sameWeek), of(before))).to.deep.equal([['added', `week ${Date.UTC(2026, 0, 8)}, lab B`], ['removed', `week ${Date.UTC(2026, 0, 1)}, lab B`]]);
  });

  it('matches rows that no field tells apart by their order', () => {
    const rows = (...values: readonly number[]): ReturnType<typeof of> => of(values.map((v) => ({ lab: 'A', v })));
    expect(told(rows(1, 2, 3), rows(1, 5, 3))).to.deep.equal([['changed', 'lab A', 'v: 2 → 5']]);
    expect(told(rows(1, 2), rows(1, 2, 3, 4))).to.deep.equal([['added', 'lab A'], ['added', 'lab A']]);
    expect(told(rows(1, 2, 3), rows(9))).to.deep.equal([['changed', 'lab A', 'v: 1 → 9'], ['removed', 'lab A'], ['removed', 'lab A']]);
    const numbers = (...values: readonly number[]): ReturnType<typeof of> => of(values.map((v) => ({ v })));
    expect(told(numbers(1, 2), numbers(1, 3))).to.deep.equal([['changed', '', 'v: 2 → 3']]);
  });

  it('says nothing of fields that one version lacks or has of another kind', () => {
    expect(told(of([{ lab: 'A', v: 1, gone: 1, turned: 1 }]), of([{ lab: 'A', v: 1, come: 2, turned: 'one' }]))).to.deep.equal([]);
    expect(told(of([{ lab: 'A', name: 'x', v: 1 }, { lab: 'A', name: 'y', v: 2 }]), of([{ lab: 'A', v: 1 }, { lab: 'A', v: 3 }]))).to.deep.equal([['changed', 'lab A', 'v: 2 → 3']]);
  });

  it('leaves what qualifies a row out: its bounds', () => {
    expect(told(of([{ lab: 'A', v: 1, min: 1 }]), of([{ lab: 'A', v: 1, min: 2 }]))).to.deep.equal([]);
  });
});
