// Commands for tests that the test runner's own lack, for each engine:
//   import { executeServerCommand } from '@web/test-runner-commands';
//   await executeServerCommand('engine-keys', 'Shift+Tab');
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Protocol sessions, kept open: an emulation ends with the session that asked for it. */
const protocols = new WeakMap();

async function protocolOf(page) {
  if (!protocols.has(page)) protocols.set(page, await page.createCDPSession());
  return protocols.get(page);
}

const commands = {
  /** 'Tab', 'Shift+Tab', 'Control+Home', 'Space': the same names in every engine. */
  async 'engine-keys'({ browser, page, id }, chord) {
    if (!page) return browser.sendKeys(id, [chord]);
    const held = chord.split('+').map((key) => (key === 'Space' ? ' ' : key));
    const last = held.pop();
    for (const key of held) await page.keyboard.down(key);
    await page.keyboard.press(last);
    for (const key of held.reverse()) await page.keyboard.up(key);
  },

  /** {width, height} of the viewport; WebKit's window is at least 447 px wide. */
  async 'engine-viewport'({ browser, page }, size) {
    if (page) await page.setViewport(size);
    else await browser.setViewport(size.width, size.height);
  },

  /** {media?, features?: {'prefers-color-scheme': 'dark', …}}; {} takes all back. Chromium only, else 'unsupported'. */
  async 'engine-media'({ page, isChromium }, { media = '', features = {} }) {
    if (!isChromium) return 'unsupported';
    const protocol = await protocolOf(page);
    await protocol.send('Emulation.setEmulatedMedia', { media, features: Object.entries(features).map(([name, value]) => ({ name, value })) });
  },

  /** A touch screen, or none: {enabled}. Chromium only, else 'unsupported'. */
  async 'engine-touch'({ page, isChromium }, { enabled }) {
    if (!isChromium) return 'unsupported';
    const protocol = await protocolOf(page);
    await protocol.send('Emulation.setTouchEmulationEnabled', { enabled, maxTouchPoints: 1 });
  },

  /** One touch through the given viewport points: [{x, y}, …]; one point is a tap. Chromium only, else 'unsupported'. */
  async 'engine-swipe'({ page, isChromium }, points) {
    if (!isChromium) return 'unsupported';
    const protocol = await protocolOf(page);
    const dispatch = (type, touchPoints) => protocol.send('Input.dispatchTouchEvent', { type, touchPoints });
    const [first, ...rest] = points;
    await dispatch('touchStart', [first]);
    for (const point of rest) await dispatch('touchMove', [point]);
    await dispatch('touchEnd', []);
  },

  /** The accessibility tree without its ignored nodes. Chromium only, else 'unsupported'. */
  async 'engine-a11y-tree'({ page, isChromium }) {
    if (!isChromium) return 'unsupported';
    const { nodes } = await (await protocolOf(page)).send('Accessibility.getFullAXTree');
    return nodes
      .filter((node) => !node.ignored)
      .map(({ role, name, description, properties = [] }) => ({
        role: role?.value,
        name: name?.value,
        description: description?.value,
        properties: Object.fromEntries(properties.map((property) => [property.name, property.value.value])),
      }));
  },

  /** {name, text}: the golden text test/golden/<name>, as kept; '' where there is none. With UPDATE_GOLDENS=1 it becomes `text`. */
  async 'engine-golden'(_context, { name, text }) {
    const file = path.resolve('test/golden', name);
    if (process.env.UPDATE_GOLDENS === '1') {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  },

  /** {x, y, width, height} of the viewport in CSS px, as seen: a PNG in base64. Chromium only, else 'unsupported'. */
  async 'engine-pixels'({ page, isChromium }, clip) {
    if (!isChromium) return 'unsupported';
    return page.screenshot({ type: 'png', encoding: 'base64', captureBeyondViewport: false, clip });
  },

  /** {name}: the viewport as a picture, artifacts/<engine>/<name>.png; returns the file's path. */
  async 'engine-screenshot'({ browser, page, artifacts }, { name }) {
    const png = page ? await page.screenshot({ type: 'png' }) : await browser.pageScreenshot();
    const file = path.resolve(artifacts, browser.name.toLowerCase(), `${name}.png`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, png);
    return file;
  },
};

export function engineCommandsPlugin({ artifacts = 'artifacts' } = {}) {
  return {
    name: 'engine-commands',
    async executeCommand({ command, payload, session }) {
      if (!command.startsWith('engine-')) return undefined;
      if (!Object.hasOwn(commands, command)) throw new Error(`unknown command ${command}`);
      const { browser, id } = session;
      const page = browser.type === 'puppeteer' ? browser.getPage(id) : undefined;
      const isChromium = page !== undefined && browser.name !== 'Firefox';
      const run = () => commands[command]({ browser, page, id, isChromium, artifacts }, payload);
      // a page can ask before the driver has heard that it took the place of the last one, whose context is then gone
      const answer = await run().catch((error) => (/Execution context was destroyed/.test(error.message) ? run() : Promise.reject(error)));
      return answer ?? 'ok';
    },
  };
}
