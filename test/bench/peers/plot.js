import { areaY, crosshairX, lineY, plot, pointerX, ruleX, stackY, tip } from '@observablehq/plot';
import { COLORS } from '../data.js';

/** Rows of a stack are one a name and date, as its marks want them; a single series stays in columns. */
export function prepare({ kind, large, title, x, series }) {
  const dates = Array.from(x, (time) => new Date(time));
  if (kind !== 'stack') return { kind, large, title, x: dates, values: series[0].values };
  return { kind, title, names: series.map(({ name }) => name), rows: series.flatMap(({ name, values }) => dates.map((date, i) => ({ date, name, tokens: values[i] }))) };
}

function draw({ kind, title, x, values, rows, names }) {
  const marks = kind === 'stack'
    ? [areaY(rows, { x: 'date', y: 'tokens', z: 'name', fill: 'name', order: names }), tip(rows, pointerX(stackY({ x: 'date', y: 'tokens', z: 'name', title: 'name', order: names }))), ruleX(rows, pointerX({ x: 'date' }))]
    : [areaY(values, { x, y: values, fill: COLORS[0], fillOpacity: 0.13 }), lineY(values, { x, y: values, stroke: COLORS[0] }), crosshairX(values, { x, y: values })];
  return plot({ width: 680, height: 340, title, x: { type: 'utc' }, y: { grid: true, zero: true }, color: kind === 'stack' ? { domain: names, range: COLORS, legend: true } : undefined, marks });
}

export function mount(box, chart) {
  box.append(draw(chart));
  return { update: (next) => box.replaceChildren(draw(next)), remove: () => box.replaceChildren() };
}
