// Writes dist/open-token-charts.css: the room each chart will take, for pages that load the script late.
import { writeFileSync } from 'node:fs';
import * as elements from '../../dist/npm/index.js';
import { kebab } from '../../dist/npm/prerender/tags.js';

const { ChartElement } = elements;
const charts = Object.entries(elements).filter(([, value]) => typeof value === 'function' && value.prototype instanceof ChartElement);
const rules = [
  '/* Room for charts whose script has not run yet, so that the page stays still. Optional. */',
  `:is(${charts.map(([name]) => kebab(name)).join(', ')}):not(:defined) { display: grid; container-type: inline-size; margin-block: 1.5em; overflow: auto; }`,
];
for (const [name, Chart] of charts) {
  const before = `${kebab(name)}:not(:defined)::before`;
  const [wide, narrow] = new Chart().plotHeight;
  rules.push(
    `${kebab(name)}:not(:defined) > *, ${before} { grid-area: 1 / 1; }`,
    `${before} { content: ""; block-size: calc(${wide}px + 10.5em); }`,
    `@container (inline-size < 30em) { ${before} { block-size: calc(${narrow}px + 18em); } }`,
    `@container (inline-size < 18em) { ${before} { block-size: calc(${narrow}px + 22em); } }`,
  );
}
writeFileSync(new URL('../../dist/open-token-charts.css', import.meta.url), `${rules.join('\n')}\n`);
