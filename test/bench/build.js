// Builds what the bench measures, in artifacts/bench/: each peer with what it needs in one minified module, as a site
// that uses it would ship it, and the files that rows ask for.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { closure, root } from '../tools/script-files.js';
import { chartOf } from './data.js';

const here = fileURLToPath(new URL('./', import.meta.url));
export const output = path.join(root, 'artifacts/bench');

export const PEERS = ['ours', 'floor', 'bare', 'uplot', 'chartjs', 'plot', 'echarts'];
export const NAMES = { ours: 'ours', floor: 'floor SVG', bare: 'bare Lit+d3', uplot: 'uPlot', chartjs: 'Chart.js', plot: 'Observable Plot', echarts: 'ECharts' };
const TAGS = { area: 'token-volume-chart', stack: 'lab-bands-chart' };

export const buildPeers = async (peers) => {
  const { build } = await import('esbuild');
  mkdirSync(output, { recursive: true });
  await build({
    entryPoints: [...peers.map((peer) => path.join(here, `peers/${peer}.js`)), path.join(here, 'in-page.js'), path.join(here, 'data.js')],
    outdir: output,
    entryNames: '[name]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'text' },
    legalComments: 'none',
    logLevel: 'error',
  });
};

/** The scripts a page loads for a peer's chart of that kind, the last one being what is measured. */
export const scriptsOf = (peer, kind) => (peer === 'ours' ? ['/artifacts/bench/ours.js', `/dist/${TAGS[kind]}.js`] : [`/artifacts/bench/${peer}.js`]);

/** Bytes of what a reader waits for. */
export function weigh(peer) {
  const sum = { gzip: 0, brotli: 0 };
  for (const file of closure(path.join(root, scriptsOf(peer, 'area').at(-1)))) {
    const code = readFileSync(file);
    sum.gzip += gzipSync(code, { level: 9 }).length;
    sum.brotli += brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: code.length } }).length;
  }
  return sum;
}

/** A million rows of columnar JSON, with dates as numbers and as text. */
export function writeRows() {
  const { x, series } = chartOf('million');
  const tokens = JSON.stringify(Array.from(series[0].values));
  const write = (name, dates) => writeFileSync(path.join(output, name), `{"date":${JSON.stringify(dates)},"tokens":${tokens}}`);
  write('million-epoch.json', Array.from(x));
  write('million-iso.json', Array.from(x, (time) => `${new Date(time).toISOString().slice(0, 19)}Z`));
}

/** The page of a first visit: data in the page, one script, one chart; of ours also prerendered. */
export async function visitPage(peer) {
  if (peer === 'prerendered') {
    const { prerender } = await import('../../dist/npm/prerender/index.js');
    const { html, problems } = await prerender(await visitPage('ours'));
    if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
    return html;
  }
  const head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Article</title><link rel="icon" href="data:,"><style>body{margin:8px;font:16px/1.4 sans-serif}#box{width:680px;min-height:508px}</style></head><body>';
  const words = `<p>${'What stands in an article before its chart. '.repeat(10)}</p>`;
  const watch = '<script>(function look(){requestAnimationFrame(()=>{const e=document.querySelector("token-volume-chart");if(globalThis.mounted||e?.shadowRoot?.querySelector("svg[part=svg] > path"))requestAnimationFrame(()=>globalThis.paintedAt=performance.now());else look()})})()</script>';
  if (peer !== 'ours') {
    return `${head}${words}<div id="box"></div>${watch}<script type="module">import{mount,prepare}from"/artifacts/bench/${peer}.js";import{chartOf}from"/artifacts/bench/data.js";mount(document.querySelector("#box"),prepare(chartOf("area")));globalThis.mounted=true</script>`;
  }
  const { x, series } = chartOf('area');
  const data = { title: 'Weekly tokens', resources: [{ name: 'weekly', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'tokens', type: 'number', unit: 'trillion tokens' }] }, data: { week: Array.from(x, (time) => new Date(time).toISOString().slice(0, 10)), tokens: Array.from(series[0].values) } }] };
  const { files } = JSON.parse(readFileSync(path.join(root, 'dist/preload.json'), 'utf8'));
  const preloads = files['token-volume-chart.js']['token-volume-chart'].map((file) => `<link rel="modulepreload" href="/dist/${file}">`);
  const scripts = `${preloads.join('')}<script type="module" src="/dist/token-volume-chart.js"></script>`;
  return `${head.replace('</head>', `${scripts}</head>`)}${words}<div id="box"><token-volume-chart><script type="application/json">${JSON.stringify(data)}</script></token-volume-chart></div>${watch}`;
}
