import { expect } from '@open-wc/testing';
import { loadMessages } from '../src/text/messages.js';
import type { ChartElement } from '../src/view/chart.js';
import { cases } from './cases/index.js';
import { chart, until } from './helpers/chart.js';

// the same name as test/tools/goldens.js gives
const fileOf = ({ tag, name }: { readonly tag: string; readonly name: string }): string => `${tag}/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}.svg`;

describe('the picture drawn here', () => {
  for (const each of cases) {
    const { tag, data, src, attributes = {}, width = 680, dir, scheme = 'light' } = each;
    it(`of <${tag}>, ${each.name}, is the one Node drew`, async () => {
      const golden = await (await fetch(new URL(`./golden/pictures/${fileOf(each)}`, import.meta.url))).text();
      await loadMessages(attributes.locale ?? 'en'); // else English may be drawn first
      const element = await chart<ChartElement>(tag, { loading: 'eager', ...(data !== undefined && { data }), ...(src && { src: new URL(`../data/${src}`, import.meta.url).href }) }, { locale: 'en', ...attributes });
      if (dir) element.parentElement?.setAttribute('dir', dir);
      await until(() => ['ready', 'empty', 'error'].includes(element.state), 'an outcome');
      if (!golden.startsWith('<svg')) return void expect(element.state).to.not.equal('ready');
      await until(() => element.shown && (!dir || element.shown.picture.size.rtl), 'a picture');
      await element.updateComplete;
      const height = element.plotHeight[width < 480 ? 1 : 0];
      expect(await element.toSVG({ width, height, theme: scheme })).to.equal(golden);
    });
  }
});
