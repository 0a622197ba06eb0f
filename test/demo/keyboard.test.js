// The article with the mouse unplugged: read and used from top to end by Tab, arrows, Enter and Escape alone.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser } from '../helpers/browser.js';

/** More stops than the article has: a walk this long goes in a circle. */
const MOST = 600;

let own;
let page;
let faults;
/** What each stop of the way down was: its words, or its chart and part. */
let stops;

before(async () => {
  own = await openBrowser();
  ({ page, faults } = await own.newPage({ width: 1000, height: 800 }));
  // a page that glides is not where it will be when a key has been pressed
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.evaluateOnNewDocument(look);
  await page.goto(`${own.origin}/demo/index.html`, { waitUntil: 'load' });
});
after(() => own?.close());

/** What a test sees of the page: put into it before its own scripts. */
function look() {
  const visited = new Set();
  const deepest = (root) => (root.activeElement?.shadowRoot?.activeElement ? deepest(root.activeElement.shadowRoot) : root.activeElement);
  const isChart = (element) => element.localName.includes('-') && 'dataset' in element && typeof element.state === 'string';
  const all = (root) => [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
  const nameOf = (element) => {
    const host = element.getRootNode().host;
    const words = (element.getAttribute('aria-label') || element.textContent || element.className || '').trim().replace(/\s+/g, ' ').slice(0, 60);
    return `${host ? `${host.localName}${host.id ? `#${host.id}` : ''} ` : ''}${element.localName} “${host && element.localName === 'a' && !words ? host.textContent.trim().slice(0, 60) : words}”`;
  };
  const outermost = (node) => (node.getRootNode() === document ? node : outermost(node.getRootNode().host));
  globalThis.eyes = {
    charts: () => all(document).filter(isChart),
    /** Whether what is in view has its data and its tools, so that a reader may go on. */
    quiet: () => eyes.charts().every((chart) => {
      const { top, bottom } = chart.getBoundingClientRect();
      return bottom < 0 || top > innerHeight || (chart.state === 'ready' && chart.renderRoot.querySelector('input.walk, table'));
    }),
    focused: () => deepest(document),
    /** The stop that has the focus, and what is wrong with how it is seen; null for none. */
    stop: () => {
      const element = deepest(document);
      if (!element || element === document.body || element === document.documentElement) return null;
      visited.add(element);
      const wrong = [];
      // the slider lies under its plot, whose ring it moves
      const shown = element.matches('.walk') ? element.parentElement.querySelector('.ring') : element;
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(shown);
      const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !/, 0\)$|transparent/.test(outlineColor);
      if (!outlined && boxShadow === 'none') wrong.push('its focus is not seen');
      const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      if (boxes.length === 0) wrong.push('it has no place on the page');
      for (const { left, right, top, bottom } of boxes) {
        const fits = bottom - top <= innerHeight;
        if (left < -1 || right > innerWidth + 1 || (fits ? top < -1 || bottom > innerHeight + 1 : bottom < 0 || top > innerHeight)) wrong.push(`it stands at ${Math.round(left)}, ${Math.round(top)} to ${Math.round(right)}, ${Math.round(bottom)}, outside ${innerWidth} × ${innerHeight}`);
        const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        if (over && !outermost(element).contains(over) && !over.contains(outermost(element))) wrong.push(`${over.localName}.${over.className} covers it`);
      }
      return { name: nameOf(element), wrong };
    },
    /** Everything that takes the focus by Tab, and was not visited. */
    missed: () => all(document).filter((element) => {
      if (!element.matches('a[href], button, summary, input, select, textarea, iframe, [tabindex]') || element.tabIndex < 0 || element.disabled) return false;
      if (element.matches('input[type=radio]:not(:checked)')) return false;
      return element.checkVisibility({ visibilityProperty: true }) && !visited.has(element);
    }).map(nameOf),
    /** From now on collects the points that this chart shows to its reader, with the words spoken for each. */
    collect: (chart) => {
      const seen = new Map();
      const note = () => {
        const { stop } = chart.points;
        if (stop) void chart.updateComplete.then(() => seen.set(`${stop.index},${stop.series}`, chart.renderRoot.querySelector('.walk').getAttribute('aria-valuetext')));
      };
      chart.addEventListener('chart-active', note);
      note();
      eyes.seen = seen;
    },
    /** The points of a chart that have a value, with its name. */
    values: ({ shown: { figure } }) => Array.from({ length: figure.length * figure.series }, (_, i) => ({ index: Math.floor(i / figure.series), series: i % figure.series })).filter((stop) => !Number.isNaN(figure.value(stop))).map(({ index, series }) => `${index},${series}`),
  };
}

const press = async (key, shift = false) => {
  if (shift) await page.keyboard.down('Shift');
  await page.keyboard.press(key);
  if (shift) await page.keyboard.up('Shift');
};
/** Waits until the page says so. */
async function until(condition, what) {
  for (const end = performance.now() + 30_000; !(await page.evaluate(condition)); ) {
    assert.ok(performance.now() < end, `${what} did not come true`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
/** The next stop of Tab, once what it brought into view is drawn; null at the end of the page. */
async function tab(back = false) {
  await press('Tab', back);
  await until(() => globalThis.eyes.quiet(), 'what is in view, drawn,');
  return page.evaluate(() => globalThis.eyes.stop());
}
const focusedIs = (selector) => page.evaluate((wanted) => globalThis.eyes.focused()?.matches(wanted) ?? false, selector);
const state = (name) => page.evaluate((attribute) => globalThis.eyes.focused()?.getAttribute(attribute), name);

/** Reaches every point of the chart whose plot has the focus, by arrows; what no key reached, and what was not spoken. */
async function walkPlot() {
  await page.evaluate(() => globalThis.eyes.collect(globalThis.eyes.focused().getRootNode().host));
  const where = () => page.evaluate(() => {
    const { stop } = globalThis.eyes.focused().getRootNode().host.points;
    return stop && `${stop.index},${stop.series}`;
  });
  const { length, series } = await page.evaluate(() => {
    const { figure } = globalThis.eyes.focused().getRootNode().host.shown;
    return { length: figure.length, series: figure.series };
  });
  await press('Home');
  for (let row = 0; row < (length > 1 ? series : 1); row++) {
    if (row > 0) {
      await press('ArrowDown');
      await press('Home');
    }
    const start = await where();
    for (let step = 1; step < (length > 1 ? length : series); step++) await press('ArrowRight');
    // some charts have their first stop at the right
    if ((await where()) === start) for (let step = 1; step < (length > 1 ? length : series); step++) await press('ArrowLeft');
  }
  return page.evaluate(async () => {
    const { seen, focused, values } = globalThis.eyes;
    const chart = focused().getRootNode().host;
    await chart.updateComplete;
    const all = values(chart);
    return { missed: all.filter((stop) => !seen.has(stop)), silent: [...seen].filter(([, words]) => !/\p{Number}/u.test(words ?? '')).map(([stop]) => stop), count: all.length, name: `${chart.localName}#${chart.id}` };
  });
}

describe('the article by keyboard alone', () => {
  it('is walked from top to end by Tab: every stop is seen and in view, and none holds the focus', async () => {
    stops = [];
    for (let stop = await tab(); stop; stop = await tab()) {
      stops.push(stop.name);
      assert.deepEqual(stop.wrong, [], `${stops.length}. ${stop.name}, after ${stops.at(-2)}`);
      assert.ok(stops.length < MOST, `the walk goes in a circle: ${stops.slice(-8).join('; ')}`);
      // what is folded is opened, so that what it holds is walked too
      if (await page.evaluate(() => globalThis.eyes.focused().matches('details:not([open]) > summary'))) {
        await press('Enter');
        assert.ok(await page.evaluate(() => globalThis.eyes.focused().parentElement.open), `${stop.name} opens by Enter`);
      }
    }
    assert.deepEqual(await page.evaluate(() => globalThis.eyes.missed()), [], 'not reached by Tab');
    assert.ok(stops.length > 100, `only ${stops.length} stops`);
  });

  it('is walked back to the top by Shift and Tab, through as many stops', async () => {
    await page.evaluate(() => globalThis.eyes.focused()?.blur());
    await page.keyboard.press('End');
    let count = 0;
    for (let stop = await tab(true); stop; stop = await tab(true)) {
      count += 1;
      assert.deepEqual(stop.wrong, [], `back at ${stop.name}`);
      assert.ok(count < MOST, 'the walk goes in a circle');
      if (count === stops.length) break;
    }
    assert.equal(count, stops.length);
  });

  it('tells every value of every chart, one point a key, and leaves each by one Tab', { timeout: 300_000 }, async () => {
    await page.goto(`${own.origin}/demo/index.html`, { waitUntil: 'load' });
    const walked = [];
    let count = 0;
    for (let stop = await tab(), stepped = 0; stop && stepped < MOST; stop = await tab(), stepped++) {
      if (!(await focusedIs('input.walk'))) continue;
      const { missed, silent, count: own, name } = await walkPlot();
      assert.deepEqual(missed, [], `${name}: values that no key reaches`);
      assert.deepEqual(silent, [], `${name}: points without words`);
      assert.deepEqual((await page.evaluate(() => globalThis.eyes.stop())).wrong, [], `${name} after its walk`);
      walked.push(name);
      count += own;
    }
    const there = await page.evaluate(() => globalThis.eyes.charts().map(({ localName, id }) => `${localName}#${id}`));
    assert.deepEqual(walked, there);
    assert.ok(count > 500, `only ${count} values`);
  });

  it('meets every claim, each a link to its chart', async () => {
    await page.goto(`${own.origin}/demo/index.html`, { waitUntil: 'load' });
    const claims = await page.evaluate(() => document.querySelectorAll('chart-claim').length);
    let met = 0;
    for (let stop = await tab(), stepped = 0; stop && stepped < MOST; stop = await tab(), stepped++) {
      const leadsTo = await page.evaluate(() => {
        const { hash } = globalThis.eyes.focused();
        return globalThis.eyes.focused().getRootNode().host?.localName === 'chart-claim' ? document.querySelector(hash)?.localName ?? 'nothing' : null;
      });
      if (leadsTo === null) continue;
      met += 1;
      assert.match(leadsTo, /-(chart|bar)$/, stop.name);
    }
    assert.equal(met, claims);
  });

  it('works every control of every chart by Enter, and the focus stays on it', async () => {
    await page.goto(`${own.origin}/demo/index.html`, { waitUntil: 'load' });
    let pressed = 0;
    let opened = 0;
    for (let stop = await tab(), stepped = 0; stop && stepped < 2 * MOST; stop = await tab(), stepped++) {
      const inChart = await page.evaluate(() => globalThis.eyes.charts().includes(globalThis.eyes.focused().getRootNode().host));
      if (!inChart) continue;
      if ((await state('aria-pressed')) === 'false') {
        await press('Enter');
        await until(() => globalThis.eyes.focused()?.getAttribute('aria-pressed') === 'true', `what Enter does to ${stop.name}`);
        assert.equal((await page.evaluate(() => globalThis.eyes.stop())).name, stop.name);
        pressed += 1;
      } else if ((await state('aria-expanded')) === 'false') {
        await press('Enter');
        await until(() => globalThis.eyes.focused()?.getAttribute('aria-expanded') === 'true' && globalThis.eyes.focused().getRootNode().querySelector('.panel *'), `what Enter does to ${stop.name}`);
        assert.equal((await page.evaluate(() => globalThis.eyes.stop())).name, stop.name);
        await press('Enter');
        await until(() => globalThis.eyes.focused()?.getAttribute('aria-expanded') === 'false', `what Enter does to ${stop.name}`);
        opened += 1;
      }
    }
    const charts = await page.evaluate(() => globalThis.eyes.charts().length);
    assert.ok(pressed >= charts, `${pressed} choices for ${charts} charts`);
    assert.equal(opened, 2 * charts);
    assert.deepEqual(faults, []);
  });
});
