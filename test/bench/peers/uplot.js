import uPlot from 'uplot';
import css from 'uplot/dist/uPlot.min.css';
import { COLORS } from '../data.js';

document.head.append(Object.assign(document.createElement('style'), { textContent: css }));

/** Seconds and values; a stack is summed up from the bottom, as its demo does. */
export function prepare({ kind, large, title, x, series }) {
  let below = new Float64Array(x.length);
  const rows = kind === 'stack' ? series.map(({ values }) => (below = below.map((value, i) => value + values[i]))) : [series[0].values];
  return { kind, large, title, names: series.map(({ name }) => name), data: [x.map((time) => time / 1000), ...rows] };
}

export function mount(box, { kind, title, names, data }) {
  const chart = new uPlot(
    {
      title,
      width: 680,
      height: 300,
      scales: { y: { range: (_, low, high) => [0, high] } },
      series: [{}, ...names.map((label, i) => ({ label, stroke: COLORS[i], width: 2, fill: kind === 'stack' ? COLORS[i] : `${COLORS[i]}22` }))],
      bands: kind === 'stack' ? names.slice(1).map((_, i) => ({ series: [i + 2, i + 1] })) : [],
    },
    data,
    box,
  );
  return { update: (next) => chart.setData(next.data), remove: () => chart.destroy() };
}
