import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countFrom } from '../../data/build/engagement.js';
import { countBehind } from '../../data/build/sentiment.js';
import { addDays, mondays, periodInWords, weekEnd, weeksBetween } from '../../data/build/shared/calendar.js';
import { numberOrNull, parseCsv } from '../../data/build/shared/csv.js';
import { firstDifference } from '../../data/build/shared/difference.js';
import { monotoneCubic } from '../../data/build/shared/monotone.js';
import { apportion, round } from '../../data/build/shared/numbers.js';
import { serialize } from '../../data/build/shared/serialize.js';

test('parseCsv(text) keeps commas, quotes and line breaks of quoted cells', () => {
  assert.deepEqual(parseCsv('a,b\r\n"1,2","say ""x""\nand y"\r\n3,\n'), [
    { a: '1,2', b: 'say "x"\nand y' },
    { a: '3', b: '' },
  ]);
});

test('parseCsv(text) throws on a line that is too short and names it', () => {
  assert.throws(() => parseCsv('a,b\n1\n'), /line 2 has 1 cells/);
});

test('numberOrNull(cell) reads decimals, keeps a missing figure missing and a zero zero', () => {
  assert.deepEqual(['', '0.0', '31.81'].map(numberOrNull), [null, 0, 31.81]);
  assert.throws(() => numberOrNull('4.5K'), /is not a number/);
});

test('monotoneCubic(xs, ys) passes through every point', () => {
  const [xs, ys] = [[0, 1, 3, 4], [2, 5, 4, 4]];
  assert.deepEqual(xs.map(monotoneCubic(xs, ys)), ys);
});

test('monotoneCubic(xs, ys) on a straight line is that line', () => {
  assert.equal(monotoneCubic([0, 1, 3], [1, 2, 4])(2), 3);
});

test('monotoneCubic(xs, ys) never leaves the range of the two neighbours', () => {
  const [xs, ys] = [[0, 1, 2, 3, 4], [0, 0, 10, 10, 0.1]];
  const curve = monotoneCubic(xs, ys);
  for (let x = 0; x <= 4; x += 0.01) {
    const left = Math.min(Math.floor(x), 3);
    const [low, high] = [ys[left], ys[left + 1]].sort((a, b) => a - b);
    assert.ok(curve(x) >= low - 1e-12 && curve(x) <= high + 1e-12, `x = ${x}`);
  }
});

test('apportion(total, weights, digits) gives parts that add up to the total', () => {
  assert.deepEqual(apportion(1, [1, 1, 1], 2), [0.34, 0.33, 0.33]);
  assert.deepEqual(apportion(100, [44.85, 41.07, 0.5, 0, 13.59], 2), [44.84, 41.07, 0.5, 0, 13.59]);
});

test('round(value, digits) has no negative zero', () => {
  assert.ok(Object.is(round(-0.0001, 2), 0));
});

test('calendar functions cross months and years', () => {
  assert.equal(addDays('2025-12-29', 7), '2026-01-05');
  assert.equal(weekEnd('2026-02-23'), '2026-03-01');
  assert.equal(weeksBetween('2025-01-06', '2026-09-07'), 87);
  assert.deepEqual(mondays('2026-05-18', '2026-06-01'), ['2026-05-18', '2026-05-25', '2026-06-01']);
});

test('periodInWords(start, end) names a month or a year once', () => {
  assert.equal(periodInWords('2026-05-25', '2026-05-31'), '25–31 May 2026');
  assert.equal(periodInWords('2026-10-31', '2026-11-06'), '31 October – 6 November 2026');
  assert.equal(periodInWords('2025-12-29', '2026-01-04'), '29 December 2025 – 4 January 2026');
});

test('countFrom(printed) reads K as a thousand', () => {
  assert.deepEqual(['37', '4.5K', '27.6K'].map(countFrom), [37, 4500, 27600]);
});

test('countBehind(share, total) finds the only count that fits and throws where several do', () => {
  assert.equal(countBehind(22.7, 22), 5);
  assert.throws(() => countBehind(0, 5000), /counts of 5000/);
});

test('firstDifference(found, expected) names the line, also where one text ends early', () => {
  assert.equal(firstDifference('a\nb', 'a\nb'), null);
  assert.deepEqual(firstDifference('a\nx\nc', 'a\nb\nc'), { line: 2, found: 'x', expected: 'b' });
  assert.deepEqual(firstDifference('a', 'a\nb'), { line: 2, found: 'the end of the file', expected: 'b' });
  assert.deepEqual(firstDifference('a\nb', 'a'), { line: 2, found: 'b', expected: 'the end of the file' });
});

test('serialize(dataPackage) writes a row a line and reads back the same', () => {
  const dataset = { name: 'x', resources: [{ name: 'y', data: [{ a: 1 }, { a: null }] }] };
  const text = serialize(dataset);
  assert.deepEqual(JSON.parse(text), dataset);
  assert.ok(text.includes('\n        {"a":1},\n        {"a":null}\n'));
});
