// For npm run mutate: every case's picture as Node draws it, against the golden one. The suite asks the same of the built
// package (test/demo/cases.test.js) and of each browser (test/goldens.test.ts); here it is asked of the sources.
import { readFileSync } from 'node:fs';
import { expect } from '@esm-bundle/chai';
import { cases } from '../cases/index.js';
import * as elements from '../../src/index.js';
import { still } from '../../src/prerender/still.js';
import { kebab } from '../../src/prerender/tags.js';

const classes = new Map(Object.entries(elements).map(([name, value]) => [kebab(name), value]));
const fileOf = ({ tag, name }) => `${tag}/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}.svg`;

describe('the picture drawn from the sources', () => {
  for (const each of cases) {
    const { tag, data, src, attributes = {}, width = 680, dir, scheme = 'light' } = each;
    const golden = readFileSync(`test/golden/pictures/${fileOf(each)}`, 'utf8');
    if (!golden.startsWith('<svg')) continue; // a sentence: tests of words ask for it
    it(`of <${tag}>, ${each.name}, is the golden one`, async () => {
      const drawn = await still(classes.get(tag), attributes, data ?? readFileSync(`data/${src}`, 'utf8'));
      expect(drawn.svg({ width, theme: scheme, rtl: dir === 'rtl' }) === golden).to.equal(true); // no diff of long texts
    });
  }
});
