// The parts of the bench: each opens a page for a peer and gives numbers by row name.
import { scriptsOf, weigh } from './build.js';

/** Main-thread CPU in ms that `act` in the page takes, with what it returns. */
async function cpuOf({ page, client }, act, ...args) {
  const before = await metrics(client);
  const result = await page.evaluate(act, ...args);
  const after = await metrics(client);
  return { cpu: (after.TaskDuration - before.TaskDuration) * 1000, ...result };
}

async function metrics(client) {
  const { metrics: all } = await client.send('Performance.getMetrics');
  return Object.fromEntries(all.map(({ name, value }) => [name, value]));
}

async function afterCollection(client) {
  for (let i = 0; i < 3; i++) await client.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0 } = await client.send('Runtime.getHeapUsage');
  return { ...(await metrics(client)), heap: usedSize + embedderHeapUsedSize }; // script's objects and the document's
}

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function loaded(tab, peer, kind) {
  const scripts = scriptsOf(peer, kind);
  if (scripts.length > 1) await tab.page.evaluate((first) => globalThis.bench.load(first), scripts.slice(0, -1));
  await new Promise((resolve) => setTimeout(resolve, 100));
  return cpuOf(tab, (last) => globalThis.bench.load(last), scripts.slice(-1));
}

/** Evaluation, first and later mounts, updates and pointer moves of one kind of chart, all on one page. */
async function usual(tab, peer, kind, shoot) {
  const { page, client } = tab;
  const evaluation = await loaded(tab, peer, kind);
  await page.evaluate((of) => globalThis.bench.prepare(of, [1, 2, 3]), kind);
  const cold = await cpuOf(tab, () => globalThis.bench.mount(150, 1));
  const warm = [];
  for (let i = 0; i < 13; i++) {
    await page.evaluate(() => globalThis.bench.remove());
    warm.push(await cpuOf(tab, () => globalThis.bench.mount(100, 1)));
  }
  const updates = [];
  for (let i = 0; i < 24; i++) updates.push(await cpuOf(tab, (index) => globalThis.bench.update(index), 1 + (i % 2)));
  const place = await page.evaluate(() => globalThis.bench.place());
  const move = (i) => client.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: place.x + place.width * (0.1 + (0.65 * i) / 200), y: place.y + place.height * 0.55 + (i % 3) });
  await move(0);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const before = await metrics(client);
  for (let i = 1; i <= 200; i++) await move(i);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const after = await metrics(client);
  await shoot(`${peer}-${kind}`);
  return {
    ...(kind === 'area' && { evaluation: evaluation.cpu }),
    [`${kind} cold`]: cold.cpu,
    [`${kind} warm`]: middle(warm.slice(5).map(({ cpu }) => cpu)),
    [`${kind} update`]: middle(updates.slice(4).map(({ cpu }) => cpu)),
    [`${kind} pointer`]: (after.TaskDuration - before.TaskDuration) * 1000,
  };
}

async function hundred(tab, peer) {
  const { page, client } = tab;
  await loaded(tab, peer, 'area');
  await page.evaluate(() => globalThis.bench.prepare('area', Array.from({ length: 100 }, (_, i) => i + 1)));
  // one before, so that what is made once is not counted a hundredth
  await page.evaluate(() => globalThis.bench.mount(300, 1));
  await page.evaluate(() => globalThis.bench.remove());
  const before = await afterCollection(client);
  const { cpu } = await cpuOf(tab, () => globalThis.bench.mount(800));
  const after = await afterCollection(client);
  return { '100 cpu': cpu, '100 heap': (after.heap - before.heap) / 100 / 1000, '100 elements': (await page.evaluate(() => globalThis.bench.elements())) / 100 };
}

/** Milliseconds after which a part that repeats within a page has seen enough: some peers need a minute for a million points. */
const PATIENCE = 8000;

async function large(tab, peer, kind, shoot) {
  const { page, client } = tab;
  await loaded(tab, peer, 'area');
  // a first chart, small: the page is warm, as large ones are not a page's first
  await page.evaluate(() => globalThis.bench.prepare('area', [1]));
  for (let i = 0; i < 3; i++) {
    await page.evaluate(() => globalThis.bench.mount(100, 1));
    await page.evaluate(() => globalThis.bench.remove());
  }
  await page.evaluate((of) => globalThis.bench.prepare(of, [1, 2, 3]), kind);
  await afterCollection(client);
  const mounts = [];
  const start = Date.now();
  const isShort = () => Date.now() - start < PATIENCE;
  for (let i = 0; i < 3 && (i === 0 || isShort()); i++) {
    if (i > 0) await page.evaluate(() => globalThis.bench.remove());
    mounts.push(await cpuOf(tab, () => globalThis.bench.mount(150, 1)));
  }
  const updates = [];
  for (let i = 0; i < 6 && (i === 0 || isShort()); i++) updates.push(await cpuOf(tab, (index) => globalThis.bench.update(index), 1 + (i % 2)));
  const of = (name) => ({ [`${kind} mount ${name}`]: middle(mounts.map((each) => each[name])), [`${kind} update ${name}`]: middle(updates.map((each) => each[name])) });
  await shoot(`${peer}-${kind}`);
  return { ...of('cpu'), ...of('wall'), ...of('longest') };
}

async function network(tab, peer) {
  if (peer !== 'ours') return {};
  const { page, client } = tab;
  await loaded(tab, peer, 'area');
  const found = {};
  for (const form of ['epoch', 'iso']) {
    const url = `/artifacts/bench/million-${form}.json`;
    await page.evaluate((address) => globalThis.bench.parse(address), url); // the file is in the system's memory then
    await afterCollection(client);
    const { wall, parse } = await page.evaluate((address) => globalThis.bench.parse(address), url);
    await page.evaluate(() => (globalThis.kept = null));
    await afterCollection(client);
    const ours = await cpuOf(tab, (address) => globalThis.bench.fromNetwork('token-volume-chart', address), url);
    await page.evaluate(() => globalThis.bench.remove());
    Object.assign(found, { [`network ${form}`]: ours.wall, [`network ${form} baseline`]: wall, [`network ${form} parse`]: parse, [`network ${form} cpu`]: ours.cpu, [`network ${form} longest`]: ours.longest });
  }
  return found;
}

/** A phone's network and processor. */
async function slowDown({ client }) {
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 });
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

async function visit(tab, peer) {
  const { page, origin } = tab;
  await slowDown(tab);
  await page.goto(`${origin}/visit/${peer}`);
  await page.waitForFunction(() => globalThis.paintedAt > 0, { timeout: 30_000 });
  return page.evaluate(() => ({ visit: globalThis.paintedAt }));
}

/** The same page with the chart's picture written into it: when it is painted, when the element answers, what moves. */
async function prerendered(tab, peer) {
  if (peer !== 'ours') return {};
  const { page, origin } = tab;
  await fetch(`${origin}/visit/prerendered`); // it is made when first asked for
  await slowDown(tab);
  await page.evaluateOnNewDocument(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (globalThis.shift += value))).observe({ type: 'layout-shift', buffered: true });
    const look = () => {
      const chart = document.querySelector('token-volume-chart');
      if (!globalThis.pictureAt && chart?.querySelector('svg')?.getBoundingClientRect().height > 100) requestAnimationFrame(() => (globalThis.pictureAt = performance.now()));
      if (chart?.shadowRoot?.querySelector('svg[part=svg] > path')) requestAnimationFrame(() => (globalThis.elementAt = performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(`${origin}/visit/prerendered`);
  await page.waitForFunction(() => globalThis.elementAt > 0, { timeout: 30_000 });
  await new Promise((resolve) => setTimeout(resolve, 1000)); // what comes later must not move anything either
  return page.evaluate(() => ({
    'prerendered text': performance.getEntriesByName('first-contentful-paint')[0].startTime,
    'prerendered picture': globalThis.pictureAt,
    'prerendered element': globalThis.elementAt,
    'prerendered shift': globalThis.shift,
  }));
}

async function leaks(tab, peer) {
  const { page, client } = tab;
  await loaded(tab, peer, 'area');
  await page.evaluate(() => globalThis.bench.prepare('area', [1]));
  await page.evaluate(() => globalThis.bench.churn(200));
  const before = await afterCollection(client);
  await page.evaluate(() => globalThis.bench.churn(2000));
  const after = await afterCollection(client);
  return { 'leak nodes': after.Nodes - before.Nodes, 'leak listeners': after.JSEventListeners - before.JSEventListeners, 'leak heap': Math.max(0, after.heap - before.heap) / 2000 / 1000 };
}

/** Parts by name; `once`: a single round tells all. */
export const PARTS = {
  weight: { once: true, run: (_, peer) => Object.fromEntries(Object.entries(weigh(peer)).map(([name, bytes]) => [name, bytes / 1000])) },
  area: { run: (tab, peer, shoot) => usual(tab, peer, 'area', shoot) },
  stack: { run: (tab, peer, shoot) => usual(tab, peer, 'stack', shoot) },
  hundred: { run: hundred },
  large: { run: (tab, peer, shoot) => large(tab, peer, 'large', shoot) },
  million: { run: (tab, peer, shoot) => large(tab, peer, 'million', shoot) },
  network: { run: network },
  visit: { run: visit },
  prerendered: { run: prerendered },
  leaks: { once: true, run: leaks },
};
