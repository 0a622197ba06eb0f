// Each chart is shown at its limits: it has the required cases, and each of them its golden. That the gallery shows
// every case and the Embed page offers every chart is held by demo.test.js.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { cases } from '../../dist/demo/cases.js';
import * as elements from '../../dist/npm/index.js';
import { kebab } from '../../dist/npm/prerender/tags.js';
import { fileOf } from '../tools/goldens.js';

const charts = Object.entries(elements).filter(([, value]) => value.prototype instanceof elements.ChartElement).map(([name]) => kebab(name)).sort();
const rows = ({ data }) => (Array.isArray(data) ? data : data.resources[0].data);
const fields = ({ data }) => (Array.isArray(data) ? [] : data.resources[0].schema.fields);
const values = (each, kind) => rows(each).flatMap((row) => Object.values(row)).filter((value) => typeof value === kind);
const largest = (row) => Math.max(...Object.values(row).filter((value) => typeof value === 'number'));
const numbers = (each) => rows(each).map(largest).sort((a, b) => b - a);

/** What each chart shows: a case of this name, which is what its name says; `drawn` where that is a picture, whatever the chart. */
const REQUIRED = [
  { name: 'usual', drawn: true, is: ({ src }) => existsSync(new URL(`../../data/${src}`, import.meta.url)) },
  { name: 'one row', drawn: true, is: (each) => rows(each).length === 1 },
  { name: 'none', is: (each) => rows(each).length === 0 && fields(each).length > 1 },
  { name: 'all zero', is: (each) => rows(each).length > 1 && values(each, 'number').every((value) => value === 0) },
  { name: 'one huge', drawn: true, is: (each) => numbers(each)[0] >= 100 * numbers(each)[1] },
  { name: 'long names', drawn: true, is: (each) => values(each, 'string').some((text) => text.length > 40) },
  { name: '320 px', drawn: true, is: ({ width }) => width === 320 },
  { name: 'right to left', drawn: true, is: ({ dir }) => dir === 'rtl' },
  { name: 'dark', drawn: true, is: ({ scheme }) => scheme === 'dark' },
];

describe('cases', () => {
  it('are there for every chart of the package, and for nothing else', () => {
    assert.ok(charts.length >= 7);
    assert.deepEqual([...new Set(cases.map(({ tag }) => tag))].sort(), charts);
  });

  for (const tag of charts) {
    for (const { name, drawn, is } of REQUIRED) {
      it(`<${tag}> has one called “${name}”, which is that, with its golden`, () => {
        const found = cases.filter((each) => each.tag === tag && each.name === name);
        assert.equal(found.length, 1);
        assert.ok(is(found[0]), `the case is not what “${name}” says`);
        const golden = readFileSync(new URL(`../golden/pictures/${fileOf(found[0])}`, import.meta.url), 'utf8');
        if (drawn) assert.match(golden, /^<svg /);
        else assert.match(golden, /^(<svg |<!-- \S+.* -->\n$)/);
      });
    }
  }
});
