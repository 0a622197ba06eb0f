#!/usr/bin/env node
// Takes screenshots of a page, to look at:
//   node test/tools/shoot.js demo/index.html --widths 340,680,1200 --schemes light,dark -o shots --full
// PAGE is a URL, or a path under the repository root, which this command then serves itself.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, findChromium } from './chromium.js';
import { serve } from './static-server.js';

const HELP = `usage: node test/tools/shoot.js PAGE [options]
  --widths 340,680,1200     viewport widths in CSS px
  --height 900              viewport height
  --schemes light,dark      prefers-color-scheme
  -o, --out DIR             folder for the pictures (default: shots)
  --name NAME               first part of the file names (default: from PAGE)
  --wait-for SELECTOR       wait until the selector matches (20 s)
  --wait MS                 wait longer, after everything else
  --element SELECTOR        only this element's box (a selector may pierce shadow roots with >>>)
  --full                    the whole page, not only the viewport
  --scale 1                 device pixels per CSS px
  --media NAME=VALUE        more media features, repeatable (forced-colors=active, prefers-contrast=more)
  --print                   as printed
  --eval JS                 run in the page before the shot; its value is printed
  --keys Tab,ArrowRight     press these keys before the shot
  --hover SELECTOR          move the pointer to the middle of this element before the shot
  --root DIR                folder to serve (default: the repository root)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    widths: { type: 'string', default: '340,680,1200' },
    height: { type: 'string', default: '900' },
    schemes: { type: 'string', default: 'light,dark' },
    out: { type: 'string', short: 'o', default: 'shots' },
    name: { type: 'string' },
    'wait-for': { type: 'string' },
    wait: { type: 'string', default: '0' },
    element: { type: 'string' },
    full: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' },
    media: { type: 'string', multiple: true, default: [] },
    print: { type: 'boolean', default: false },
    eval: { type: 'string' },
    keys: { type: 'string' },
    hover: { type: 'string' },
    root: { type: 'string', default: fileURLToPath(new URL('../../', import.meta.url)) },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const [target] = positionals;
if (values.help || !target) {
  console.log(HELP);
  process.exit(values.help ? 0 : 2);
}

const isUrl = /^https?:/.test(target);
const server = isUrl ? undefined : await serve({ root: values.root });
const url = server ? `${server.origin}/${target.replace(/^\.?\//, '')}` : target;
const name =
  values.name ??
  (new URL(url).pathname
    .replace(/^\/|\/$|(\/?index)?\.html$/g, '')
    .replaceAll('/', '-') || 'page');
mkdirSync(values.out, { recursive: true });

const { executablePath, env } = await findChromium();
const browser = await puppeteer.launch({ executablePath, env: { ...env, TZ: 'UTC' }, args: CHROMIUM_ARGS });
try {
  for (const scheme of values.schemes.split(',')) {
    for (const width of values.widths.split(',').map(Number)) await shoot(scheme, width);
  }
} finally {
  await browser.close();
  await server?.close();
}

async function shoot(scheme, width) {
  const page = await browser.newPage();
  page.on('console', (message) => {
    if (!/Lit is in dev mode|favicon/.test(message.text() + (message.location().url ?? ''))) console.log(`  [${message.type()}] ${message.text()}`);
  });
  page.on('pageerror', (error) => console.log(`  [error] ${error instanceof Error ? error.message : String(error)}`));
  page.on('requestfailed', (request) => console.log(`  [failed] ${request.url()} ${request.failure()?.errorText ?? ''}`));
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith('/favicon.ico')) console.log(`  [${response.status()}] ${response.url()}`);
  });
  await page.setViewport({ width, height: Number(values.height), deviceScaleFactor: Number(values.scale) });
  // through the protocol: puppeteer's own call refuses features that it does not know
  const protocol = await page.createCDPSession();
  await protocol.send('Emulation.setEmulatedMedia', {
    media: values.print ? 'print' : '',
    features: [['prefers-color-scheme', scheme], ...values.media.map((pair) => pair.split('='))].map(([feature, value]) => ({ name: feature, value })),
  });
  await page.goto(url, { waitUntil: 'networkidle0', timeout: 30_000 });
  if (values['wait-for']) await page.waitForSelector(values['wait-for'], { timeout: 20_000 });
  if (values.full) await scrollThrough(page);
  if (values.eval) console.log('  eval:', await page.evaluate(values.eval));
  if (values.hover) await page.hover(values.hover);
  for (const key of values.keys?.split(',') ?? []) await page.keyboard.press(key);
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))));
  await new Promise((done) => setTimeout(done, Number(values.wait)));
  const file = path.join(values.out, `${name}-${width}-${scheme}.png`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (values.element) {
    const element = await page.$(values.element);
    if (!element) throw new Error(`nothing matches ${values.element}`);
    await element.screenshot({ path: file });
  } else {
    await page.screenshot({ path: file, fullPage: values.full });
  }
  console.log(file + (overflow > 0 ? `  (the page is ${overflow} px wider than the viewport)` : ''));
  await page.close();
}

/** So that what loads only when near the viewport has loaded. */
async function scrollThrough(page) {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((done) => setTimeout(done, 60));
    }
    scrollTo({ top: 0, behavior: 'instant' });
  });
  await page.waitForNetworkIdle({ idleTime: 200, timeout: 10_000 });
}
