// The floor: SVG written by hand for this one picture, with a tooltip and nothing else. No chart can be cheaper.
import { COLORS } from '../data.js';

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [680, 340, 40, 10, 24, 26];
const NS = 'http://www.w3.org/2000/svg';
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export const prepare = (chart) => chart;

function add(parent, name, attributes = {}, text = '') {
  const element = document.createElementNS(NS, name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  if (text) element.textContent = text;
  parent.append(element);
  return element;
}

export function mount(box, chart) {
  const svg = add(box, 'svg', { width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` });
  add(svg, 'text', { x: 0, y: 14, 'font-weight': 600 }, chart.title);
  const grid = [0, 1, 2, 3, 4].map((i) => {
    const y = HEIGHT - BOTTOM - (i / 4) * (HEIGHT - TOP - BOTTOM);
    add(svg, 'line', { x1: LEFT, x2: WIDTH - RIGHT, y1: y, y2: y, stroke: '#ddd' });
    return add(svg, 'text', { x: LEFT - 6, y: y + 4, 'text-anchor': 'end', 'font-size': 12 });
  });
  const paths = chart.series.map((_, i) => add(svg, 'path', chart.kind === 'area' ? { fill: 'none', stroke: COLORS[i], 'stroke-width': 2.5 } : { fill: COLORS[i] }));
  const under = chart.kind === 'area' ? add(svg, 'path', { fill: COLORS[0], 'fill-opacity': 0.13 }) : null;
  if (chart.kind === 'stack') chart.series.forEach(({ name }, i) => add(svg, 'text', { x: LEFT + 6 + (i % 5) * 120, y: 40 + 16 * Math.floor(i / 5), fill: COLORS[i], 'font-size': 12 }, name));
  const dates = [0, 1, 2, 3].map(() => add(svg, 'text', { y: HEIGHT - 8, 'font-size': 12, 'text-anchor': 'middle' }));
  const line = add(svg, 'line', { y1: TOP, y2: HEIGHT - BOTTOM, stroke: '#666', visibility: 'hidden' });
  const dot = add(svg, 'circle', { r: 5, fill: COLORS[0], visibility: 'hidden' });
  const tip = document.createElement('div');
  tip.style.cssText = 'position:absolute;background:#fff;border:1px solid;visibility:hidden;pointer-events:none;left:0;top:0';
  box.style.position = 'relative';
  box.append(tip);
  let shown = chart;
  let top = 1;
  let x = Number;
  let y = Number;
  let at = -1;
  const draw = () => {
    const { x: xs, series } = shown;
    const from = xs[0];
    const span = xs[xs.length - 1] - from;
    const stacked = series.length > 1 ? stack(series) : [series[0].values];
    const highest = stacked[stacked.length - 1];
    let most = 0;
    for (let i = 0; i < highest.length; i++) if (highest[i] > most) most = highest[i];
    top = 4 * 10 * Math.ceil(most / 40);
    x = (time) => LEFT + ((time - from) / span) * (WIDTH - LEFT - RIGHT);
    y = (value) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM);
    grid.forEach((text, i) => (text.textContent = String((top / 4) * i)));
    dates.forEach((text, i) => {
      const date = new Date(from + (span * (i + 0.5)) / 4);
      text.setAttribute('x', x(date.getTime()));
      text.textContent = `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
    });
    stacked.forEach((edge, i) => {
      const d = points(xs, edge, x, y);
      if (under) {
        paths[0].setAttribute('d', `M${d}`);
        under.setAttribute('d', `M${d}V${y(0)}H${LEFT}Z`);
      } else paths[i].setAttribute('d', `M${d}L${i ? points(xs, stacked[i - 1], x, y).split('L').reverse().join('L') : `${WIDTH - RIGHT},${y(0)}L${LEFT},${y(0)}`}Z`);
    });
  };
  const move = (event) => {
    const { x: xs, series } = shown;
    const time = xs[0] + ((event.offsetX - LEFT) / (WIDTH - LEFT - RIGHT)) * (xs[xs.length - 1] - xs[0]);
    let low = 0;
    for (let high = xs.length - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if (xs[middle] < time) low = middle + 1;
      else high = middle;
    }
    if (low > 0 && time - xs[low - 1] <= xs[low] - time) low--;
    if (low === at) return;
    at = low;
    const px = x(xs[at]);
    let sum = 0;
    for (const { values } of series) sum += values[at];
    line.setAttribute('x1', px);
    line.setAttribute('x2', px);
    dot.setAttribute('cx', px);
    dot.setAttribute('cy', y(sum));
    for (const each of [line, dot, tip]) (each.style ?? each).visibility = 'visible';
    tip.style.transform = `translate(${px > WIDTH / 2 ? px - 170 : px + 10}px, ${TOP + 8}px)`;
    tip.textContent = `${new Date(xs[at]).toISOString().slice(0, 10)}${series.map(({ name, values }) => `\n${name} ${values[at]}`).join('')}`;
    tip.style.whiteSpace = 'pre';
  };
  svg.addEventListener('pointermove', move);
  draw();
  return {
    update(next) {
      shown = next;
      draw();
    },
    remove: () => box.replaceChildren(),
  };
}

function stack(series) {
  let below = new Float64Array(series[0].values.length);
  return series.map(({ values }) => (below = below.map((value, i) => value + values[i])));
}

/** Of each pixel column the first, lowest, highest and last point, where there are more points than that. */
function points(xs, values, x, y) {
  const parts = [];
  const put = (i) => parts.push(`${x(xs[i]).toFixed(1)},${y(values[i]).toFixed(1)}`);
  const { length } = values;
  if (length < 2 * WIDTH) for (let i = 0; i < length; i++) put(i);
  else {
    const columns = WIDTH - LEFT - RIGHT;
    for (let column = 0; column < columns; column++) {
      const start = Math.floor((column * length) / columns);
      const end = Math.floor(((column + 1) * length) / columns);
      let low = start;
      let high = start;
      for (let i = start; i < end; i++) {
        if (values[i] < values[low]) low = i;
        if (values[i] > values[high]) high = i;
      }
      for (const i of [...new Set([start, low, high, end - 1])].sort((a, b) => a - b)) put(i);
    }
  }
  return parts.join('L');
}
