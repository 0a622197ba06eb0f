// Finds a Chromium for tests and screenshots: $CHROME_PATH, then an installed Chromium, Chrome or Edge,
// then the one packed in @sparticuz/chromium (Linux x64 only; it needs no system package).
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge-stable', 'microsoft-edge'];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const WINDOWS = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
  .filter(Boolean)
  .flatMap((dir) => ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((name) => `${dir}\\${name}`));

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/packed-chromium', import.meta.url));

export const NO_BROWSER =
  'No browser found for the tests: install Chromium, Chrome or Edge, or set CHROME_PATH to one (a packed browser exists for Linux x64 only).';

function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findInstalled() {
  const dirs = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return [...dirs.flatMap((dir) => NAMES.map((name) => path.join(dir, name))), ...MAC, ...WINDOWS].find(runnable);
}

/** @returns {Promise<{executablePath: string, env: NodeJS.ProcessEnv, from: string}>} */
export async function findChromium() {
  const { CHROME_PATH, PACKED_CHROMIUM } = process.env;
  if (CHROME_PATH) {
    if (!runnable(CHROME_PATH)) throw new Error(`CHROME_PATH is ${CHROME_PATH}, which is no program that can be run.`);
    return { executablePath: CHROME_PATH, env: process.env, from: 'CHROME_PATH' };
  }
  const installed = PACKED_CHROMIUM === '1' ? undefined : findInstalled();
  if (installed) return { executablePath: installed, env: process.env, from: 'installed' };
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(NO_BROWSER);
  return unpack();
}

/** Unpacks the browser of @sparticuz/chromium into this project's own cache folder, the first time only. */
async function unpack() {
  const bin = path.resolve(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin');
  const fonts = path.join(CACHE, 'fonts');
  mkdirSync(CACHE, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = CACHE; // the package unpacks into the temporary folder, which other projects and users share
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath(bin);
    if (!existsSync(path.join(CACHE, 'al2023'))) await inflate(path.join(bin, 'al2023.tar.br')); // NSS, NSPR, expat
    const config = path.join(fonts, 'local.conf');
    writeFileSync(
      config,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${fonts}-cache</cachedir></fontconfig>\n`,
    );
    const libraries = [path.join(CACHE, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(path.delimiter);
    const env = { ...process.env, TMPDIR: before ?? '/tmp', FONTCONFIG_FILE: config, LD_LIBRARY_PATH: libraries };
    return { executablePath, env, from: 'packed' };
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
