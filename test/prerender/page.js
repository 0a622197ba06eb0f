// Pages for the tests of prerender: every chart of the package with its shipped dataset.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHARTS, prerender } from '../../dist/npm/prerender/index.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const cli = path.join(root, 'dist/npm/cli/main.js');

/** The dataset of each chart's seed, and attributes where the seed needs some. */
const SEEDS = {
  'token-volume-chart': ['token-volume', 'to="2026-05-31"'],
  'origin-split-bar': ['origin-split', ''],
  'origin-trend-chart': ['origin-trend', ''],
  'lab-bands-chart': ['lab-bands', ''],
  'model-rank-chart': ['model-ranks', ''],
  'token-price-chart': ['prices', ''],
  'sentiment-split-bar': ['sentiment', ''],
};
export const tags = [...CHARTS.keys()].sort((a, b) => Object.keys(SEEDS).indexOf(a) - Object.keys(SEEDS).indexOf(b));

/** @returns {string} a chart element of its seed, with the path to data/ before its address */
export function element(tag, data = '/data/', more = '') {
  if (!SEEDS[tag]) throw new Error(`Name the dataset of ${tag} in test/prerender/page.js.`);
  const [name, attributes] = SEEDS[tag];
  return `<${tag} id="${tag}-one" src="${data}${name}.json" ${attributes} ${more}></${tag}>`;
}

const SENTENCE = 'Open models are used more every month, and whoever follows the public rankings of a router can watch it happen week by week; the figures below are what the rankings say, no more.';

/** An article with every chart, each after a sentence that leads up to it. */
export function article({ data = '/data/', script = '', head = '', top = '' } = {}) {
  const parts = tags.map((tag) => `<h2>About the ${tag.replaceAll('-', ' ')}</h2>\n<p>${SENTENCE} The trajectory is plain:</p>\n${element(tag, data, 'loading="eager"')}\n<p>${SENTENCE}</p>`);
  return `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Who uses open models</title>${head}</head>\n<body>\n<main><article>\n<h1>Who uses open models</h1>\n${top}${parts.join('\n')}\n</article></main>\n${script}</body>\n</html>\n`;
}

/** The pages that every client must be able to read: {name, html}, prerendered. */
export async function pages(options = {}) {
  const found = [{ name: 'a page of every chart', file: path.join(root, 'index.html'), html: article() }];
  const demo = path.join(root, 'demo/index.html');
  if (existsSync(demo)) found.push({ name: 'the demo article', file: demo, html: readFileSync(demo, 'utf8') });
  return Promise.all(found.map(async ({ name, file, html }) => ({ name, ...(await prerender(html, { root, file, ...options })) })));
}

/** A folder that is gone after the tests. */
export function scratch() {
  const folder = mkdtempSync(path.join(tmpdir(), 'prerender-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
