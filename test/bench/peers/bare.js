// Lit and d3 as one would put them together in an afternoon: no accessibility, no reduction, no caption, no data checks.
import { LitElement, html, svg } from 'lit';
import { axisBottom, axisLeft } from 'd3-axis';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { select } from 'd3-selection';
import { area, line, stack } from 'd3-shape';
import { COLORS } from '../data.js';

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [680, 340, 40, 10, 24, 26];

class BareChart extends LitElement {
  static properties = { chart: { attribute: false }, at: { state: true } };

  constructor() {
    super();
    this.at = -1;
  }

  willUpdate(changed) {
    if (!changed.has('chart')) return;
    const { x: times, series, kind } = this.chart;
    const indices = Array.from(times.keys());
    this.x = scaleUtc([times[0], times[times.length - 1]], [LEFT, WIDTH - RIGHT]);
    const layers = kind === 'stack' ? stack().keys(series.map((_, k) => k)).value((i, k) => series[k].values[i])(indices) : null;
    const top = layers ? Math.max(...layers[layers.length - 1].map((each) => each[1])) : series[0].values.reduce((most, value) => Math.max(most, value), 0);
    this.y = scaleLinear([0, top], [HEIGHT - BOTTOM, TOP]).nice(4);
    const x = (i) => this.x(times[i]);
    this.paths = layers
      ? layers.map((layer, k) => ({ d: area((_, i) => x(i), (each) => this.y(each[0]), (each) => this.y(each[1]))(layer), fill: COLORS[k], stroke: 'none' }))
      : [
          { d: area(x, this.y(0), (i) => this.y(series[0].values[i]))(indices), fill: `${COLORS[0]}22`, stroke: 'none' },
          { d: line(x, (i) => this.y(series[0].values[i]))(indices), fill: 'none', stroke: COLORS[0] },
        ];
    this.drawn = false;
  }

  updated() {
    if (this.drawn) return;
    this.drawn = true;
    select(this.renderRoot.querySelector('.x')).call(axisBottom(this.x).ticks(5));
    select(this.renderRoot.querySelector('.y')).call(axisLeft(this.y).ticks(4));
  }

  move(event) {
    const { x: times } = this.chart;
    const time = this.x.invert(event.offsetX).getTime();
    let low = 0;
    for (let high = times.length - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if (times[middle] < time) low = middle + 1;
      else high = middle;
    }
    this.at = low > 0 && time - times[low - 1] <= times[low] - time ? low - 1 : low;
  }

  render() {
    const { x: times, series, title } = this.chart;
    const { at } = this;
    const px = at < 0 ? 0 : this.x(times[at]);
    const sum = series.reduce((total, { values }) => total + (values[at] ?? 0), 0);
    return html`<style>:host { display: block; position: relative; } .tip { position: absolute; left: 0; top: 0; background: #fff; border: 1px solid; white-space: pre; pointer-events: none; }</style>
      <svg width=${WIDTH} height=${HEIGHT} @pointermove=${this.move}>
        <text y="14" font-weight="600">${title}</text>
        ${this.paths.map(({ d, fill, stroke }) => svg`<path d=${d} fill=${fill} stroke=${stroke} stroke-width="2.5"></path>`)}
        <g class="x" transform=${`translate(0,${HEIGHT - BOTTOM})`}></g>
        <g class="y" transform=${`translate(${LEFT},0)`}></g>
        ${at < 0 ? '' : svg`<line x1=${px} x2=${px} y1=${TOP} y2=${HEIGHT - BOTTOM} stroke="#666"></line><circle r="5" cx=${px} cy=${this.y(sum)} fill=${COLORS[0]}></circle>`}
      </svg>
      ${at < 0 ? '' : html`<div class="tip" .style=${`transform: translate(${px > WIDTH / 2 ? px - 170 : px + 10}px, ${TOP + 8}px)`}>${new Date(times[at]).toISOString().slice(0, 10)}${series.map(({ name, values }) => `\n${name} ${values[at]}`)}</div>`}`;
  }
}
customElements.define('bare-chart', BareChart);

export const prepare = (chart) => chart;

export function mount(box, chart) {
  const element = new BareChart();
  element.chart = chart;
  box.append(element);
  return {
    update: (next) => (element.chart = next),
    remove: () => element.remove(),
  };
}
