// What the numbers mean: a row a number, with what we want of it. `m` gives a peer's median, NaN where there is none.

const atMost = (limit, factor = 1) => (m, row) => (typeof limit === 'number' ? limit : m(limit, row)) * factor;
const fastest = (m, row) => Math.min(...['uplot', 'chartjs', 'plot', 'echarts'].map((peer) => m(peer, row)).filter((value) => value > 0));
const least = (...limits) => (m, row) => Math.min(...limits.map((limit) => limit(m, row)));

/** [part, row, title, decimals, goal in words, the most that ours may be] */
export const ROWS = [
  ['weight', 'gzip', 'script, gzip kB', 1, '≤ 26', atMost(26)],
  ['weight', 'brotli', 'script, brotli kB', 1],
  ['area', 'evaluation', 'evaluation, CPU ms', 1, '≤ 1.25 × bare', atMost('bare', 1.25)],
  ['area', 'area cold', '53-week area, cold mount, CPU ms', 1, '≤ 1.15 × bare, ≤ uPlot', least(atMost('bare', 1.15), atMost('uplot'))],
  ['area', 'area warm', '53-week area, warm mount', 1, '≤ 1.3 × bare, ≤ uPlot', least(atMost('bare', 1.3), atMost('uplot'))],
  ['stack', 'stack cold', '53×9 stack, cold mount', 1, '≤ 1.15 × bare, ≤ uPlot', least(atMost('bare', 1.15), atMost('uplot'))],
  ['stack', 'stack warm', '53×9 stack, warm mount', 1, '≤ 1.3 × bare, ≤ uPlot', least(atMost('bare', 1.3), atMost('uplot'))],
  ['area', 'area update', 'update, area', 1, '≤ bare', atMost('bare')],
  ['stack', 'stack update', 'update, stack', 1, '≤ bare', atMost('bare')],
  ['area', 'area pointer', '200 pointer moves, area', 0, '≤ 1.15 × floor, < uPlot', least(atMost('floor', 1.15), atMost('uplot'))],
  ['stack', 'stack pointer', '200 pointer moves, stack', 0, '≤ 1.15 × floor, < uPlot', least(atMost('floor', 1.15), atMost('uplot'))],
  ['hundred', '100 cpu', '100 charts, CPU ms', 0, '≤ uPlot', atMost('uplot')],
  ['hundred', '100 heap', '100 charts, kB heap each', 0, '≤ 130', atMost(130)],
  ['hundred', '100 elements', '100 charts, elements each', 0, '≤ 60', atMost(60)],
  ['large', 'large mount cpu', '100,000 points, mount, CPU ms', 1, '≤ uPlot', atMost('uplot')],
  ['large', 'large mount wall', '100,000 points, mount, ms to painted', 0, '≤ uPlot', atMost('uplot')],
  ['large', 'large update cpu', '100,000 points, update, CPU ms', 1, '≤ uPlot', atMost('uplot')],
  ['million', 'million mount cpu', '1,000,000 points, mount, CPU ms', 1, '≤ uPlot', atMost('uplot')],
  ['million', 'million mount wall', '1,000,000 points, mount, ms to painted', 0, '≤ uPlot', atMost('uplot')],
  ['million', 'million mount longest', '1,000,000 points, mount, longest task ms', 0, '≤ 50', atMost(50)],
  ['million', 'million update cpu', '1,000,000 points, update, CPU ms', 1, '≤ uPlot', atMost('uplot')],
  ...['epoch', 'iso'].flatMap((form) => [
    ['network', `network ${form}`, `1,000,000 rows from the network (${form} dates), ms to painted`, 0, '≤ 1.5 × fetch + JSON.parse + 20', (m) => 1.5 * m('ours', `network ${form} baseline`)],
    ['network', `network ${form} baseline`, `fetch + JSON.parse of that text + 20 ms`, 0],
    ['network', `network ${form} longest`, 'longest task ms', 0],
  ]),
  ['visit', 'visit', 'first visit (1.6 Mbit/s, 150 ms, CPU ÷ 4), ms to painted', 0, '< each peer', fastest],
  ['prerendered', 'prerendered text', 'the same, prerendered: ms to the page\'s first text', 0],
  ['prerendered', 'prerendered picture', '… ms to its picture painted', 0, '< each peer\'s first visit', (m) => fastest(m, 'visit')],
  ['prerendered', 'prerendered element', '… ms until keys and pointer are answered', 0],
  ['prerendered', 'prerendered shift', '… layout shift', 3, '0', atMost(0)],
  ['leaks', 'leak nodes', '2,000 mounts and removals leave nodes', 0, '0', atMost(0)],
  ['leaks', 'leak listeners', '… listeners', 0, '0', atMost(0)],
  ['leaks', 'leak heap', '… kB heap each', 2, '≤ 0.4', atMost(0.4)],
];

const median = (values) => {
  if (!values?.length) return NaN;
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

/** One markdown table: a peer's number and, in brackets, how many times ours that is. */
export function markdown(results, peers, names) {
  const m = (peer, row) => median(results[peer]?.[row]);
  const lines = [
    ['', ...peers.map((peer) => names[peer]), 'goal of ours', ''],
    ['---', ...peers.map(() => '---:'), '---', '---'],
  ];
  for (const [, row, title, decimals, goal = '', limit] of ROWS) {
    const ours = m('ours', row);
    const cells = peers.map((peer) => {
      const value = m(peer, row);
      if (Number.isNaN(value)) return '–';
      const ratio = peer === 'ours' || !(ours > 0) ? '' : ` (${(value / ours).toFixed(value / ours < 10 ? 2 : 0)}×)`;
      return value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }) + ratio;
    });
    if (cells.every((cell) => cell === '–')) continue;
    const most = limit?.(m, row);
    lines.push([title, ...cells, goal, Number.isNaN(ours) || !(most >= 0) ? '' : ours <= most + 1e-9 ? 'reached' : `not: ${most.toLocaleString('en', { maximumFractionDigits: 1 })}`]);
  }
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
