// npm run bench: ours beside a hand-written floor, a bare Lit and d3 element, and the charts that a site would pick
// instead, in Chromium. Prints a markdown table of medians and writes artifacts/bench/results.json and a screenshot of
// each chart that was drawn. Needs the scripts in dist/ (npm run build) and, the first time, the network.
//   --rounds 5        how often each part runs for each peer, in turn
//   --rows area,leaks parts: weight, area, stack, hundred, large, million, network, visit, prerendered, leaks
//   --peers ours,bare peers: ours, floor, bare, uplot, chartjs, plot, echarts
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, findChromium } from '../tools/chromium.js';

const here = import.meta.dirname;
install();
const { NAMES, PEERS, buildPeers, output, writeRows } = await import('./build.js');
const { root } = await import('../tools/script-files.js');
const { PARTS } = await import('./rows.js');
const { serveBench } = await import('./server.js');
const { markdown } = await import('./table.js');

const { values: asked } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, rows: { type: 'string', default: Object.keys(PARTS).join() }, peers: { type: 'string', default: PEERS.join() } } });
const list = (text, all, what) => {
  const names = text.split(',').filter(Boolean);
  const stranger = names.find((name) => !all.includes(name));
  if (stranger) throw new Error(`No ${what} is called ${stranger}. There are ${all.join(', ')}.`);
  return names;
};
const peers = list(asked.peers, PEERS, 'peer');
const parts = list(asked.rows, Object.keys(PARTS), 'part');
const rounds = Number(asked.rounds);
if (!existsSync(path.join(root, 'dist/token-volume-chart.js'))) throw new Error('dist/ holds no scripts: npm run build makes them.');

await buildPeers(peers);
if (parts.includes('network')) writeRows();
const server = await serveBench();
const { executablePath, env } = await findChromium();
const launch = () => puppeteer.launch({ executablePath, env: { ...env, TZ: 'UTC' }, args: [...CHROMIUM_ARGS, '--enable-precise-memory-info'], protocolTimeout: 300_000 });
let browser = await launch();
const results = Object.fromEntries(peers.map((peer) => [peer, {}]));

/** A page in a context, and so a process, of its own: nothing is warm from another peer. */
async function withTab(use) {
  if (!browser.connected) browser = await launch(); // a crash costs one part, not the run
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 720, height: 700 });
    const faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    const client = await page.createCDPSession();
    await page.goto(`${server.origin}/test/bench/page.html`);
    await page.addScriptTag({ url: '/artifacts/bench/in-page.js', type: 'module' });
    await page.waitForFunction(() => globalThis.bench);
    // thread ticks count what the main thread computed, not what it waited for while others had the core
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const found = await use({ page, client, origin: server.origin });
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return found;
  } finally {
    if (browser.connected) await context.close();
  }
}

try {
  for (let round = 0; round < rounds; round++) {
    for (const name of parts) {
      const { once = false, run } = PARTS[name];
      if (once && round > 0) continue;
      for (const peer of peers) {
        const found = await withTab((tab) => run(tab, peer, async (shot) => {
          if (round === 0) await tab.page.screenshot({ path: path.join(output, `${shot}.png`) });
        })).catch((error) => console.error(`${NAMES[peer]}, ${name}: ${error.message}`));
        for (const [row, value] of Object.entries(found ?? {})) (results[peer][row] ??= []).push(value);
      }
      process.stderr.write(`round ${round + 1} of ${rounds}: ${name}\n`);
    }
  }
  const version = await browser.version();
  writeFileSync(path.join(output, 'results.json'), `${JSON.stringify({ when: new Date().toISOString(), version, cores: os.cpus().length, rounds, results }, null, 2)}\n`);
  console.log(`Medians of ${rounds} rounds, ${version}; CPU is the main thread's; in brackets: times ours.\n\n${markdown(results, peers, NAMES)}`);
} finally {
  await browser.close();
  server.close();
}

/** Peers in the versions of package.json, where they are missing or others. */
function install() {
  const { dependencies } = JSON.parse(readFileSync(path.join(here, 'package.json'), 'utf8'));
  const isInstalled = ([name, version]) => {
    const file = path.join(here, 'node_modules', name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
  };
  if (Object.entries(dependencies).every(isInstalled)) return;
  mkdirSync(path.join(here, 'node_modules'), { recursive: true });
  const npm = process.env.npm_execpath;
  const args = ['install', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = npm ? spawnSync(process.execPath, [npm, ...args], { cwd: here, stdio: 'inherit' }) : spawnSync('npm', args, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('The peers could not be installed.');
}
