// The stand-ins for d3 modules in the script builds give the numbers that the real ones give.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import * as d3 from 'd3-interpolate';
import * as d3path from 'd3-path';
import fc from 'fast-check';
import * as array from '../../.config/d3/d3-array.js';
import * as format from '../../.config/d3/d3-format.js';
import * as interpolate from '../../.config/d3/d3-interpolate.js';
import * as path from '../../.config/d3/d3-path.js';

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

test('moves, lines and closings give the text of d3-path, at any number of digits', () => {
  const step = fc.tuple(fc.constantFrom('moveTo', 'lineTo', 'closePath'), number, number);
  fc.assert(
    fc.property(fc.array(step), fc.option(fc.integer({ min: 0, max: 15 })), (steps, digits) => {
      const [own, real] = [path, d3path].map(({ Path }) => {
        const made = new Path(digits);
        for (const [name, x, y] of [['moveTo', 0, 0], ...steps]) made[name](x, y);
        return made.toString();
      });
      assert.equal(own, real);
    }),
  );
});

test('the stand-ins export what d3-scale imports from the modules they stand in for', () => {
  const standIns = { 'd3-interpolate': interpolate, 'd3-format': format, 'd3-array': array };
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
