// Ours, from the built scripts as a page has them: heading, caption, tooltip, keyboard and accessible name with it.

const TAGS = { area: 'token-volume-chart', stack: 'lab-bands-chart' };
const day = (time) => new Date(time).toISOString().slice(0, 10);
const around = (title, fields, data) => ({
  title,
  description: 'A week of use, in trillion tokens',
  sources: [{ title: 'Made up for the bench', path: 'https://example.org/' }],
  provenance: { asOf: '2026-05-25', status: 'reported' },
  resources: [{ name: 'weekly', schema: { fields }, data }],
});
const tokens = { name: 'tokens', type: 'number', title: 'Tokens', unit: 'trillion tokens' };

/** A dataset as a file has it; a large one in columns. */
export function prepare({ kind, large, title, x, series }) {
  if (large) return { kind, data: around(title, [{ name: 'date', type: 'datetime' }, tokens], { date: x, tokens: series[0].values }) };
  const fields = [{ name: 'week', type: 'date', title: 'Week' }, ...(kind === 'stack' ? [{ name: 'lab', type: 'string', title: 'Lab' }] : []), tokens];
  const rows = series.flatMap(({ name, values }) => Array.from(x, (time, i) => ({ week: day(time), ...(kind === 'stack' && { lab: name }), tokens: values[i] })));
  return { kind, data: around(title, fields, rows) };
}

export function mount(box, { kind, data }) {
  const element = document.createElement(TAGS[kind]);
  element.data = data;
  box.append(element);
  return {
    update: (next) => (element.data = next.data),
    remove: () => element.remove(),
    drawn: () => Boolean(element.shadowRoot.querySelector('svg[part=svg] > path')),
  };
}
