// The prerendered demo article where scripts are off: complete, under its own strict policy, with nothing cut or covered.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { prerender } from '../../dist/npm/prerender/index.js';
import { CHROMIUM_ARGS, findChromium } from '../tools/chromium.js';
import { serve } from '../tools/static-server.js';
import { root, tags } from './page.js';

const own = {};
before(async () => {
  const { executablePath, env } = await findChromium();
  own.browser = await puppeteer.launch({ executablePath, env, args: CHROMIUM_ARGS });
  own.server = await serve({ root });
  const file = path.join(root, 'demo/index.html');
  own.html = (await prerender(readFileSync(file, 'utf8'), { root, file })).html;
});
after(async () => {
  await own.browser?.close();
  await own.server?.close();
});

async function open(width) {
  const page = await own.browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width, height: 900 });
  await page.setRequestInterception(true);
  page.on('request', (request) => (request.url().endsWith('/demo/index.html') ? request.respond({ contentType: 'text/html; charset=utf-8', body: own.html }) : request.continue()));
  await page.goto(`${own.server.origin}/demo/index.html`, { waitUntil: 'load' });
  return page;
}

for (const width of [340, 680, 1200]) {
  test(`at ${width} px without script every figure is whole: heading, picture, table, source, none cut or past the page`, async () => {
    const page = await open(width);
    const found = await page.evaluate(`(() => {
      const name = (element) => element.closest('[id]')?.id + ' ' + element.localName;
      const figures = [...document.querySelectorAll('figure[data-prerendered]')];
      const box = (element) => element?.getBoundingClientRect();
      return {
        figures: figures.map((figure) => figure.parentElement.localName),
        bare: figures.filter((figure) => ['strong', 'svg', 'table', 'figcaption'].some((part) => !(box(figure.querySelector(part))?.height > 0))).map(name),
        cut: [...document.querySelectorAll('figure[data-prerendered], main, article, ' + ${JSON.stringify(tags.join(','))})].filter((element) => element.scrollHeight > element.clientHeight + 1 && getComputedStyle(element).overflowY !== 'visible').map(name),
        wide: [...document.querySelectorAll('svg, p, li, figcaption, caption, h1, h2')].filter((element) => box(element).width > 0 && (box(element).right > innerWidth + 1 || box(element).left < -1)).map(name),
        over: document.documentElement.scrollWidth - innerWidth,
        small: [...document.querySelectorAll('figure svg')].filter((element) => box(element).width < Math.min(innerWidth, 680) * 0.75).map(name),
        sources: document.querySelectorAll('chart-sources li').length,
        nowhere: [...document.querySelectorAll('a[href^="#"]')].map((link) => decodeURIComponent(link.hash.slice(1))).filter((id) => !document.getElementById(id)),
      };
    })()`);
    const file = process.env.SHOTS && path.join(process.env.SHOTS, `scriptless-${width}.png`);
    if (file) writeFileSync(file, await page.screenshot({ fullPage: true }));
    await page.close();
    const { figures, sources, ...faults } = found;
    assert.equal(figures.length, 9);
    assert.deepEqual(tags.filter((tag) => !figures.includes(tag)), []);
    assert.ok(sources > 20, `${sources} sources`);
    assert.deepEqual(faults, { bare: [], cut: [], wide: [], over: 0, small: [], nowhere: [] });
  });
}
