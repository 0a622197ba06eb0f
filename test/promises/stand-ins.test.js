// The stand-ins for d3 modules in the script builds give the numbers that the real ones give.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import * as d3 from 'd3-interpolate';
import fc from 'fast-check';
import * as format from '../../.config/d3/d3-format.js';
import * as interpolate from '../../.config/d3/d3-interpolate.js';
import * as timeFormat from '../../.config/d3/d3-time-format.js';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });

for (const name of ['interpolate', 'interpolateNumber', 'interpolateRound']) {
  test(`${name} gives d3-interpolate's numbers, to the bit`, () => {
    fc.assert(
      fc.property(number, number, fc.double({ min: -1, max: 2, noNaN: true }), (a, b, t) => {
        assert.ok(Object.is(interpolate[name](a, b)(t), d3[name](a, b)(t)));
      }),
    );
  });
}

test('the stand-ins export what d3-scale imports from the modules they stand in for', () => {
  const standIns = { 'd3-interpolate': interpolate, 'd3-format': format, 'd3-time-format': timeFormat };
  const folder = new URL('../../node_modules/d3-scale/src/', import.meta.url);
  let count = 0;
  for (const file of readdirSync(folder)) {
    for (const [, names, module] of readFileSync(new URL(file, folder), 'utf8').matchAll(/import \{([^}]+)\} from "([^"]+)"/g)) {
      for (const name of names.split(',').map((part) => part.trim().split(' ')[0])) {
        if (!standIns[module]) continue;
        assert.equal(typeof standIns[module][name], 'function', `${module}: ${name}`);
        count += 1;
      }
    }
  }
  assert.ok(count > 5);
});
