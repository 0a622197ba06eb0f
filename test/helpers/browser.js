// A real browser and a server for tests that open whole pages.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, findChromium } from '../tools/chromium.js';
import { serve } from '../tools/static-server.js';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Serves the repository, or opens what is served at `origin`, in Chromium; close() ends both. */
export async function openBrowser({ root = repository, origin } = {}) {
  const server = origin ? { origin, close: async () => {} } : await serve({ root });
  const { executablePath, env } = await findChromium();
  const browser = await puppeteer.launch({ executablePath, env: { ...env, TZ: 'UTC' }, args: CHROMIUM_ARGS });
  return {
    origin: server.origin,
    browser,
    /**
     * A page that notes what went wrong on it: errors, console messages, policy violations, requests elsewhere. `delays`
     * says by how its name begins how many milliseconds late a file is: Infinity is never, NaN refused.
     */
    async newPage({ width = 1000, height = 900, scheme = 'light', delays = {} } = {}) {
      const page = await browser.newPage();
      await page.setViewport({ width, height });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      const faults = [];
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
      page.on('console', (message) => {
        // a failed request is logged by the browser itself, not by the page
        if (['error', 'warn'].includes(message.type()) && !message.text().startsWith('Failed to load resource')) faults.push(`${message.type()}: ${message.text()}`);
      });
      await page.evaluateOnNewDocument(() => {
        globalThis.violations = [];
        document.addEventListener('securitypolicyviolation', (event) => globalThis.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
        globalThis.shifts = [];
        new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries().map((entry) => entry.value))).observe({ type: 'layout-shift', buffered: true });
      });
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        const delay = Object.entries(delays).find(([name]) => path.posix.basename(pathname).startsWith(name))?.[1] ?? 0;
        if (pathname === '/favicon.ico') void request.respond({ status: 204 });
        else if (Number.isNaN(delay)) void request.abort();
        else if (delay < Infinity) setTimeout(() => void request.continue(), delay);
        if (!request.url().startsWith(server.origin) && !/^(data|blob):/.test(request.url())) faults.push(`request elsewhere: ${request.url()}`);
      });
      return { page, faults };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Waits until every chart of the page is ready (or failed), and painted. */
export async function settled(page, tags = ['token-volume-chart', 'origin-split-bar']) {
  await page.waitForFunction(
    (selector) => [...document.querySelectorAll(selector)].every((chart) => ['ready', 'error', 'empty'].includes(chart.state) && (chart.state !== 'ready' || chart.shadowRoot.querySelector('svg[part=svg] > *, table'))),
    { timeout: 10_000 },
    tags.join(),
  );
}
