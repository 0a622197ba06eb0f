// Starts WebKitGTK for the test runner, by its WebDriver over HTTP: Xvfb, openbox, WebKitWebDriver, MiniBrowser.
// Debian: apt-get install --no-install-recommends webkit2gtk-driver xvfb openbox
// One window and one session at a time.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';

const MINIBROWSERS = ['x86_64', 'aarch64'].flatMap((arch) =>
  ['4.1', '4.0'].map((version) => `/usr/lib/${arch}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
);
export const findMiniBrowser = () => MINIBROWSERS.find((file) => existsSync(file));

/** WebDriver's code points for keys that are no character. */
const KEYS = new Map(
  Object.entries({
    Backspace: 0xe003,
    Tab: 0xe004,
    Enter: 0xe007,
    Shift: 0xe008,
    Control: 0xe009,
    Alt: 0xe00a,
    Escape: 0xe00c,
    Space: 0x20,
    PageUp: 0xe00e,
    PageDown: 0xe00f,
    End: 0xe010,
    Home: 0xe011,
    ArrowLeft: 0xe012,
    ArrowUp: 0xe013,
    ArrowRight: 0xe014,
    ArrowDown: 0xe015,
    Insert: 0xe016,
    Delete: 0xe017,
    Meta: 0xe03d,
    ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`F${i + 1}`, 0xe031 + i])),
  }),
);
const keyCode = (key) => (KEYS.has(key) ? String.fromCharCode(KEYS.get(key)) : key);
const BUTTONS = { left: 0, middle: 1, right: 2 };

// Runs in the page: waits for fonts and two painted frames (else a shot may be blank) and answers the element's box.
const SETTLE = `const [element, done] = arguments;
if (element) element.scrollIntoView({ block: 'nearest' });
document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
  const { x, y, width, height } = element ? element.getBoundingClientRect() : { x: 0, y: 0, width: 0, height: 0 };
  done({ x, y, width, height });
}, 30))));`;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** @param {{name?: string, dark?: boolean, reducedMotion?: boolean, width?: number, height?: number}} [options] */
export function webkitLauncher({ name = 'WebKit', dark = false, reducedMotion = false, width = 800, height = 600 } = {}) {
  const children = [];
  const active = new Map();
  let base;
  let sessionId;
  let folder;
  let starting;

  function stopChildren() {
    for (const child of children.splice(0).reverse()) child.kill();
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    folder = undefined;
  }
  process.once('exit', stopChildren);

  async function request(method, address, body) {
    const response = await fetch(base + address, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebDriver ${method} ${address}: ${value?.error} ${value?.message ?? ''}`);
    return value;
  }
  const session = (method, address, body) => request(method, `/session/${sessionId}${address}`, body);
  const execute = (script, args = []) => session('POST', '/execute/sync', { script, args });
  const settle = (element) => session('POST', '/execute/async', { script: SETTLE, args: [element] });

  async function startDisplay() {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    children.push(server);
    const number = await new Promise((resolve, reject) => {
      server.stdio[3].once('data', (data) => resolve(String(data).trim()));
      server.once('error', reject);
      server.once('exit', (code) => reject(new Error(`Xvfb exited with ${code}`)));
    });
    return `:${number}`;
  }

  async function start() {
    const binary = findMiniBrowser();
    if (!binary) throw new Error('MiniBrowser not found: install webkit2gtk-driver, xvfb and openbox.');
    const display = await startDisplay();

    // without a window manager no window is ever focused: document.hasFocus() is false, :focus never matches
    const manager = spawn('openbox', ['--sm-disable'], { stdio: 'ignore', env: { ...process.env, DISPLAY: display } });
    await new Promise((resolve, reject) => manager.once('spawn', resolve).once('error', reject));
    children.push(manager);

    folder = mkdtempSync(path.join(tmpdir(), 'webkit-'));
    mkdirSync(path.join(folder, 'gtk-3.0'));
    writeFileSync(
      path.join(folder, 'gtk-3.0/settings.ini'),
      `[Settings]\ngtk-application-prefer-dark-theme=${Number(dark)}\ngtk-enable-animations=${Number(!reducedMotion)}\n`,
    );
    const port = await freePort();
    // not WEBKIT_DISABLE_DMABUF_RENDERER=1: screenshots of an element then hang until the page changes by itself
    const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: display,
        GDK_BACKEND: 'x11',
        GTK_THEME: dark ? 'Adwaita:dark' : 'Adwaita',
        LANG: 'en_US.UTF-8',
        LIBGL_ALWAYS_SOFTWARE: '1',
        NO_AT_BRIDGE: '1',
        TZ: 'UTC',
        XDG_CACHE_HOME: folder,
        XDG_CONFIG_HOME: folder,
        XDG_DATA_HOME: folder,
      },
    });
    children.push(driver);
    base = `http://127.0.0.1:${port}`;
    await untilReady();
    ({ sessionId } = await request('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } },
    }));
    await setViewport(width, height);
    for (let i = 0; i < 80 && !(await execute('return document.hasFocus()')); i++) await sleep(25);
  }

  async function untilReady() {
    for (let i = 0; i < 400; i++) {
      const ready = await fetch(`${base}/status`).then((response) => response.ok, () => false);
      if (ready) return;
      await sleep(25);
    }
    throw new Error('WebKitWebDriver did not start');
  }

  /** The window's size is applied later and counts the browser's own bars, so ask and correct. */
  async function setViewport(wantedWidth, wantedHeight) {
    await session('POST', '/window/rect', { x: 0, y: 0, width: wantedWidth, height: wantedHeight });
    for (let i = 0; i < 80; i++) {
      const [innerWidth, innerHeight] = await execute('return [innerWidth, innerHeight]');
      if (innerWidth === wantedWidth && innerHeight === wantedHeight) return;
      const rect = await session('GET', '/window/rect');
      await session('POST', '/window/rect', {
        width: rect.width + wantedWidth - innerWidth,
        height: rect.height + wantedHeight - innerHeight,
      });
      await sleep(25);
    }
    throw new Error(`could not set the viewport to ${wantedWidth} × ${wantedHeight}`);
  }

  const point = (x, y) => ({ type: 'pointerMove', duration: 0, x, y, origin: 'viewport' });
  const down = (button) => ({ type: 'pointerDown', button: BUTTONS[button] });
  const up = (button) => ({ type: 'pointerUp', button: BUTTONS[button] });
  const pointer = (actions) =>
    session('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });

  async function pressChord(chord) {
    const values = chord.length > 1 ? chord.split('+').map(keyCode) : [keyCode(chord)];
    const actions = [
      ...values.map((value) => ({ type: 'keyDown', value })),
      ...[...values].reverse().map((value) => ({ type: 'keyUp', value })),
    ];
    await session('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async function pageScreenshot() {
    return Buffer.from(await session('GET', '/screenshot'), 'base64');
  }

  /** Cut from the page's picture: WebKitGTK 2.50's own picture of an element is flipped in y. */
  async function elementScreenshot(locator) {
    const box = await settle(await execute(locator));
    const page = PNG.sync.read(await pageScreenshot());
    const x = Math.max(0, Math.floor(box.x));
    const y = Math.max(0, Math.floor(box.y));
    const w = Math.min(page.width, Math.ceil(box.x + box.width)) - x;
    const h = Math.min(page.height, Math.ceil(box.y + box.height)) - y;
    const cut = new PNG({ width: w, height: h });
    PNG.bitblt(page, cut, x, y, w, h, 0, 0);
    return PNG.sync.write(cut);
  }

  return {
    name,
    type: 'webdriver', // the runner's own key, mouse and picture commands then call the methods below
    concurrency: 1,
    async startSession(id, url) {
      await (starting ??= start());
      active.set(id, url);
      await session('POST', '/url', { url });
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: (id) => (active.has(id) ? session('GET', '/url') : undefined),
    async stopSession(id) {
      active.delete(id);
      await session('DELETE', '/actions').catch(() => undefined);
      await session('POST', '/url', { url: 'about:blank' });
      return { testCoverage: undefined };
    },
    async startDebugSession() {
      throw new Error(`${name} has no debug sessions`);
    },
    async stop() {
      if (sessionId) await request('DELETE', `/session/${sessionId}`).catch(() => undefined);
      stopChildren();
    },
    async sendKeys(_id, chords) {
      for (const chord of chords) await pressChord(chord);
    },
    sendMouseMove: (_id, x, y) => pointer([point(x, y)]),
    sendMouseClick: (_id, x, y, button = 'left') => pointer([point(x, y), down(button), up(button)]),
    sendMouseDown: (_id, button = 'left') => pointer([down(button)]),
    sendMouseUp: (_id, button = 'left') => pointer([up(button)]),
    async resetMouse() {
      await session('DELETE', '/actions');
      await pointer([point(0, 0)]);
    },
    takeScreenshot: (_id, locator) => elementScreenshot(locator),
    // beyond what the runner asks for, for engine-commands.js
    setViewport,
    async pageScreenshot() {
      await settle(null);
      return pageScreenshot();
    },
  };
}
