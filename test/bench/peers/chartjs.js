import { CategoryScale, Chart, Decimation, Filler, Legend, LineController, LineElement, LinearScale, PointElement, Title, Tooltip } from 'chart.js';
import { COLORS } from '../data.js';

Chart.register(CategoryScale, Decimation, Filler, Legend, LineController, LineElement, LinearScale, PointElement, Title, Tooltip);

/** Points as its guide to fast charts asks: parsed and sorted before. */
export const prepare = ({ kind, large, title, x, series }) => ({
  kind,
  large,
  title,
  sets: series.map(({ name, values }) => ({ label: name, data: Array.from(x, (time, i) => ({ x: time, y: values[i] })) })),
});

const datasets = ({ kind, large, sets }) =>
  sets.map((set, i) => ({ ...set, borderColor: COLORS[i], backgroundColor: kind === 'stack' ? COLORS[i] : `${COLORS[i]}22`, fill: kind === 'stack' ? (i ? '-1' : 'origin') : 'origin', pointRadius: 0, pointHoverRadius: 4, borderWidth: 2, indexAxis: 'x', spanGaps: large }));

export function mount(box, chart) {
  box.style.cssText = 'width:680px;height:340px';
  const canvas = document.createElement('canvas');
  box.append(canvas);
  const date = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const made = new Chart(canvas, {
    type: 'line',
    data: { datasets: datasets(chart) },
    options: {
      animation: false,
      parsing: false,
      normalized: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: { x: { type: 'linear', ticks: { callback: (value) => date.format(value) } }, y: { beginAtZero: true, stacked: chart.kind === 'stack' } },
      plugins: { title: { display: true, text: chart.title }, legend: { display: chart.kind === 'stack' }, decimation: { enabled: chart.large, algorithm: 'min-max' }, tooltip: { callbacks: { title: ([item]) => new Date(item.parsed.x).toISOString().slice(0, 10) } } },
    },
  });
  return {
    update(next) {
      made.data.datasets.forEach((set, i) => (set.data = next.sets[i].data));
      made.update('none');
    },
    remove() {
      made.destroy();
      canvas.remove();
    },
  };
}
