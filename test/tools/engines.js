// The browsers that tests can run in, whether they are here, and how each is started.
// ENGINES=chromium (the default), a comma-separated list, or `all` for every engine that is installed.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, findChromium } from './chromium.js';
import { findMiniBrowser, webkitLauncher } from './webkit-launcher.js';

const FIREFOX_NAMES = ['firefox', 'firefox-esr'];

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((dir) => path.join(dir, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

const findFirefox = () => process.env.FIREFOX_PATH ?? FIREFOX_NAMES.map(onPath).find(Boolean);
const missingForWebKit = () => [
  ...['WebKitWebDriver', 'Xvfb', 'openbox'].filter((name) => !onPath(name)),
  ...(findMiniBrowser() ? [] : ['MiniBrowser']),
];

/** Why an engine can't run here; undefined when it can. */
const obstacles = {
  chromium: () => findChromium().then(() => undefined, (error) => error.message),
  firefox: () => (findFirefox() ? undefined : 'No Firefox found: install it or set FIREFOX_PATH.'),
  webkit: () => {
    const missing = missingForWebKit();
    return missing.length === 0 ? undefined : `No WebKit found: ${missing.join(', ')} missing (Debian: webkit2gtk-driver, xvfb, openbox).`;
  },
};
export const ENGINES = Object.keys(obstacles);

/** @returns {Promise<{engine: string, obstacle?: string}[]>} every engine, with what keeps it from running here */
export async function surveyEngines() {
  return Promise.all(ENGINES.map(async (engine) => ({ engine, obstacle: await obstacles[engine]() })));
}

/** The engines that $ENGINES asks for; throws one sentence when one of them is unknown or can't run. */
export async function chosenEngines(wanted = process.env.ENGINES || 'chromium') {
  if (wanted === 'all') {
    const here = (await surveyEngines()).filter(({ obstacle }) => !obstacle).map(({ engine }) => engine);
    if (here.length === 0) throw new Error(await obstacles.chromium());
    return here;
  }
  const engines = wanted.split(',').map((name) => name.trim());
  for (const engine of engines) {
    if (!ENGINES.includes(engine)) throw new Error(`ENGINES names ${engine}; known are ${ENGINES.join(', ')} and all.`);
    const obstacle = await obstacles[engine]();
    if (obstacle) throw new Error(obstacle);
  }
  return engines;
}

export const launchers = {
  async chromium() {
    const { executablePath, env } = await findChromium();
    return chromeLauncher({ launchOptions: { executablePath, env: { ...env, TZ: 'UTC' }, args: CHROMIUM_ARGS } });
  },
  firefox() {
    return chromeLauncher({
      puppeteer,
      launchOptions: {
        browser: 'firefox',
        executablePath: findFirefox(),
        env: { ...process.env, TZ: 'UTC' },
        // a mouse that can hover: headless Firefox says (hover: none) unless told
        extraPrefsFirefox: { 'ui.primaryPointerCapabilities': 6, 'ui.allPointerCapabilities': 6 },
      },
    });
  },
  webkit: () => webkitLauncher(),
};
