// What runs in the page under measure; `globalThis.bench` is what run.js calls.
import { chartOf } from './data.js';

const boxes = document.querySelector('#boxes');
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const newBox = () => boxes.appendChild(document.createElement('div'));

let peer;
let prepared = [];
let mounted = [];
let longest = 0;
new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration)))).observe({ type: 'longtask' });

/** Until every chart has painted: a frame after its marks are there. */
async function painted() {
  await frame();
  while (!mounted.every(({ drawn }) => !drawn || drawn())) await frame();
  await frame();
}

const elementsIn = (root) => [...root.querySelectorAll('*')].reduce((sum, element) => sum + 1 + (element.shadowRoot ? elementsIn(element.shadowRoot) : 0), 0);

globalThis.bench = {
  /** Loads and runs the scripts: what a page pays before it can draw. */
  async load(scripts) {
    for (const script of scripts) {
      const module = await import(script);
      if (module.mount) peer = module;
    }
  },
  /** Makes the data, in the peer's own form, of one chart for each seed. */
  prepare(kind, seeds) {
    prepared = seeds.map((seed) => peer.prepare(chartOf(kind, seed)));
  },
  /** Mounts what was prepared; milliseconds until painted. What follows the painting is waited for too: `quiet` ms. */
  async mount(quiet, count = prepared.length) {
    longest = 0;
    const start = performance.now();
    mounted = prepared.slice(0, count).map((chart) => peer.mount(newBox(), chart));
    await painted();
    const wall = performance.now() - start;
    await wait(quiet);
    return { wall, longest };
  },
  /** Gives the first chart other data of the same length; milliseconds until painted. */
  async update(index) {
    longest = 0;
    const start = performance.now();
    mounted[0].update(prepared[index]);
    await painted();
    const wall = performance.now() - start;
    await wait(30);
    return { wall, longest };
  },
  async remove() {
    for (const each of mounted) each.remove();
    mounted = [];
    boxes.replaceChildren();
    await frame();
  },
  elements: () => elementsIn(boxes),
  /** The plot's place on the page: the picture's own, where a chart has words around it. */
  place() {
    const host = boxes.firstElementChild;
    const within = host.firstElementChild?.shadowRoot ?? host;
    const boxesOf = [...within.querySelectorAll('.u-over, canvas, svg')].map((element) => element.getBoundingClientRect());
    const { x, y, width, height } = boxesOf.reduce((widest, box) => (box.width > widest.width ? box : widest));
    return { x, y, width, height };
  },
  async churn(times) {
    for (let i = 0; i < times; i += 10) {
      mounted = Array.from({ length: 10 }, () => peer.mount(newBox(), prepared[0]));
      await painted();
      await this.remove();
    }
    await wait(500);
  },
  /** Milliseconds that fetching a text and JSON.parse take, with the frame that painting would. */
  async parse(url) {
    const start = performance.now();
    const text = await (await fetch(url)).text();
    const before = performance.now();
    globalThis.kept = JSON.parse(text);
    const end = performance.now();
    return { wall: end - start + 20, parse: end - before + 20 };
  },
  async fromNetwork(tag, src) {
    longest = 0;
    const start = performance.now();
    const element = document.createElement(tag);
    element.loading = 'eager';
    element.src = src;
    newBox().append(element);
    while (!element.shadowRoot?.querySelector('svg[part=svg] > path')) {
      if (element.state === 'error') throw new Error(element.shadowRoot.querySelector('[part=error]')?.textContent);
      await frame();
    }
    await frame();
    const wall = performance.now() - start;
    await wait(200);
    return { wall, longest };
  },
};
