// The faults that show that the checks can fail can still be put in, and test/holds/README.md names those there are.
// Whether each is noticed is for `npm run spoil`, which runs the tests.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const textOf = (file) => readFileSync(new URL(file, root), 'utf8');
const entries = readdirSync(new URL('test/spoil/', root))
  .filter((file) => file.endsWith('.json'))
  .flatMap((list) => JSON.parse(textOf(`test/spoil/${list}`)).map((entry) => ({ list, ...entry })));

test('every fault has one place where it is put, and a test that is there', () => {
  const faults = entries.flatMap(({ list, check, file, find, put, test: noticing }) => {
    const times = existsSync(new URL(file, root)) ? textOf(file).split(find).length - 1 : 0;
    return [
      ...(times === 1 ? [] : [`${list}: ${check}: ${file} holds the text to replace ${times} times, expected once`]),
      ...(find === put ? [`${list}: ${check}: the text is replaced by itself`] : []),
      ...(existsSync(new URL(noticing, root)) ? [] : [`${list}: ${check}: there is no ${noticing}`]),
    ];
  });
  assert.deepEqual(faults, []);
});

test('every fault that test/holds/README.md names is in a list', () => {
  const [, table = ''] = textOf('test/holds/README.md').split('| word | fault that was noticed |');
  const named = table.split('\n\n')[0].split('\n').slice(2).flatMap((row) => row.split('|')[2]?.split(';').map((name) => name.trim()) ?? []);
  assert.ok(named.length > 0, 'the table of faults is there');
  assert.deepEqual(named.filter((name) => !entries.some(({ check }) => check === name)), []);
});

test('every row of robustness and every part has a fault that is named for it', () => {
  const checks = entries.map(({ check }) => check);
  const names = [...Array.from({ length: 34 }, (_, i) => `R${i + 1}`), ...Array.from({ length: 7 }, (_, i) => String(i + 1))];
  assert.deepEqual(names.filter((name) => !checks.some((check) => check.split(/[ ,]+/).slice(0, 3).includes(name))), []);
});
