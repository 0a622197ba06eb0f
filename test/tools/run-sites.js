// npm run test:sites [names]: the packed package in sites as others build them; with --turn one of them, SITE or the one
// whose turn it is by the day of the year. Each site of test/sites/ is copied to a temporary folder, installed from the
// registry with the tarball, built, served and opened in Chromium; both charts must be drawn, show their table when asked
// (both come in chunks that the site's bundler cut) and the console stay silent. Needs a build and the network. Ends with
// one line: N passed, N failed.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { JSDOM } from 'jsdom';
import { openBrowser, settled } from '../helpers/browser.js';
import { countLine } from './count-reporter.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sites = path.join(root, 'test/sites');
const { values: options, positionals } = parseArgs({ options: { turn: { type: 'boolean', default: false } }, allowPositionals: true });
const known = readdirSync(sites).sort();
const asked = options.turn ? [process.env.SITE || siteOf(new Date())] : positionals;
const names = known.filter((name) => asked.length === 0 || asked.includes(name));
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`No such site: ${unknown.join(', ')}. There are ${known.join(', ')}.`);
if (options.turn) console.log(`${names[0]} of ${known.join(', ')} (SITE=name chooses another)`);
const scratch = mkdtempSync(path.join(tmpdir(), 'sites-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** The site whose turn a day is: one after the other through the year. */
function siteOf(day) {
  return known[Math.floor((day - Date.UTC(day.getUTCFullYear(), 0, 1)) / 86_400_000) % known.length];
}

const npmCli = process.env.npm_execpath;
const npm = (...args) => (npmCli ? [process.execPath, npmCli, ...args] : ['npm', ...args]);

/** Runs a command to its end; rejects with the end of what it printed. */
function run([program, ...args], cwd) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, CI: '1', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' };
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let printed = '';
    child.stdout.on('data', (data) => ((output += data), (printed += data)));
    child.stderr.on('data', (data) => (output += data));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(printed) : reject(new Error(`${[program, ...args].join(' ')} ended with ${code}:\n${output.slice(-3000)}`))));
  });
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Starts a site that has a server of its own: {origin, close}. */
async function start(folder) {
  const port = await freePort();
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', 'localhost'], { cwd: folder, stdio: 'ignore', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } });
  const origin = `http://localhost:${port}`;
  for (let i = 0; i < 100; i++) {
    if (await fetch(origin).then(() => true, () => false)) return { origin, close: () => child.kill() };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  child.kill();
  throw new Error('the server did not answer in 20 seconds');
}

/** What sites with a recipe for readers without script write besides: file and number of figures in it. */
const RECIPES = {
  eleventy: { 'index.html': 2, 'feed.xml': 2, 'mail.html': 2 },
  astro: { 'index.html': 2, 'feed/index.html': 2, 'mail/index.html': 2 },
};

/** Figures with values, status and source; pictures for feeds and mail as files with whole addresses that are there, and no element left. */
function checkFigures(dist, file, count) {
  const written = readFileSync(path.join(dist, file), 'utf8');
  const html = file.endsWith('.xml') ? new JSDOM(written, { contentType: 'text/xml' }).window.document.querySelector('content').textContent : written;
  const { document } = new JSDOM(html).window;
  const figures = [...document.querySelectorAll('figure[data-prerendered=""]')];
  const told = figures.map((figure) => figure.textContent.replace(/\s+/g, ' '));
  const lacking = ['31.81', 'China open 58', 'Reported', 'Representative', 'Source: OpenRouter', 'Source: xecon'].filter((part) => !told.some((text) => text.includes(part)));
  if (figures.length !== count || lacking.length) throw new Error(`${file}: ${figures.length} of ${count} figures${lacking.length ? `, without ${lacking.join(', ')}` : ''}`);
  if (file === 'index.html') return;
  const pictures = [...document.querySelectorAll('figure img')].map((img) => img.src);
  const faults = pictures.filter((src) => !src.startsWith('https://example.org/img/') || !existsSync(path.join(dist, new URL(src).pathname)));
  if (pictures.length !== count || faults.length || document.querySelector('token-volume-chart, origin-split-bar')) throw new Error(`${file}: pictures ${pictures.join(', ') || 'missing'}${faults.length ? ` of which not there: ${faults.join(', ')}` : ''}`);
}

async function check(name, tarball) {
  const folder = path.join(scratch, name);
  cpSync(path.join(sites, name), folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  manifest.dependencies['open-token-charts'] = `file:${tarball}`;
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  for (const place of ['public/data', 'data']) for (const file of ['token-volume', 'origin-split']) cpSync(path.join(root, `data/${file}.json`), path.join(folder, place, `${file}.json`));
  await run(npm('install', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock'), folder);
  const built = performance.now();
  await run(npm('run', '--silent', 'build'), folder);
  const opened = performance.now();

  const recipe = RECIPES[name];
  for (const [file, count] of Object.entries(recipe ?? {})) checkFigures(path.join(folder, 'dist'), file, count);

  const own = existsSync(path.join(folder, 'app')) ? await start(folder) : null;
  const session = await openBrowser(own ? { root: folder, origin: own.origin } : { root: path.join(folder, 'dist') });
  try {
    const { page, faults } = await session.newPage();
    await page.goto(session.origin, { waitUntil: 'load' });
    await page.waitForSelector('token-volume-chart');
    await settled(page);
    const states = await page.evaluate(() => ['token-volume-chart', 'origin-split-bar'].flatMap((tag) => [...document.querySelectorAll(tag)].map((chart) => `${tag} ${chart.state}`)));
    const expected = ['token-volume-chart ready', 'origin-split-bar ready'];
    if (states.join() !== expected.join()) faults.unshift(`expected ${expected.join(', ')}, found ${states.join(', ')}`);
    const told = await page.evaluate(() => document.getElementById('loaded')?.textContent);
    if (told === '') faults.push('the page was not told of chart-load');
    await page.evaluate(() => document.querySelectorAll('token-volume-chart, origin-split-bar').forEach((chart) => (chart.view = 'table')));
    await page.waitForFunction(() => [...document.querySelectorAll('token-volume-chart, origin-split-bar')].every(({ shadowRoot }) => shadowRoot.querySelector('[part=table]'))).catch(() => faults.push('the tables did not come'));
    if (faults.length > 0) throw new Error(faults.join('\n'));
  } finally {
    await session.close();
    own?.close();
  }
  return `installed and built, ${((opened - built) / 1000).toFixed(0)} s of it to build`;
}

const total = { passed: 0, failed: 0, skipped: 0 };
const [{ filename }] = JSON.parse(await run(npm('pack', '--json', '--ignore-scripts', '--pack-destination', scratch), root));
for (const name of names) {
  const began = performance.now();
  const time = () => `${((performance.now() - began) / 1000).toFixed(0)} s`;
  try {
    const how = await check(name, path.join(scratch, filename));
    total.passed += 1;
    console.log(`✓ ${name}: both charts drawn and shown as tables, console silent (${time()}: ${how})`);
  } catch (error) {
    total.failed += 1;
    console.log(`✗ ${name} (${time()}): ${error.message}`);
  }
  rmSync(path.join(scratch, name), { recursive: true, force: true });
}
console.log(`\n${countLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
