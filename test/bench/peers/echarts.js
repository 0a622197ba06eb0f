import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { COLORS } from '../data.js';

use([CanvasRenderer, GridComponent, LegendComponent, LineChart, TitleComponent, TooltipComponent]);

/** Pairs of time and value: flat for a large line, as its guide to large data asks. */
export const prepare = ({ kind, large, title, x, series }) => ({
  kind,
  large,
  title,
  sets: series.map(({ name, values }) => {
    if (!large) return { name, data: Array.from(x, (time, i) => [time, values[i]]) };
    const data = new Float64Array(2 * x.length);
    x.forEach((time, i) => data.set([time, values[i]], 2 * i));
    return { name, data };
  }),
});

const series = ({ kind, large, sets }) =>
  sets.map(({ name, data }, i) => ({ type: 'line', name, data, dimensions: ['x', 'y'], showSymbol: false, color: COLORS[i], lineStyle: { width: 2 }, areaStyle: { opacity: kind === 'stack' ? 1 : 0.13 }, stack: kind === 'stack' ? 'all' : undefined, sampling: large ? 'minmax' : undefined }));

export function mount(box, chart) {
  box.style.cssText = 'width:680px;height:340px';
  const made = init(box);
  made.setOption({ animation: false, title: { text: chart.title }, legend: { show: chart.kind === 'stack', bottom: 0 }, tooltip: { trigger: 'axis' }, xAxis: { type: 'time' }, yAxis: { type: 'value' }, series: series(chart) });
  return {
    update: (next) => made.setOption({ series: series(next) }),
    remove: () => made.dispose(),
  };
}
