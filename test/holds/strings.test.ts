import { expect } from '@open-wc/testing';
import { chart, find, painted, until, root, address } from '../helpers/chart.js';
import { COLORS, variable } from '../../src/geometry/paint.js';
import { faultsOf, faultsOfSVG, watch, wordFaults, type Watch } from '../helpers/oracle.js';
import { HOSTILE, SAMPLES } from '../helpers/samples.js';
import type { ChartElement } from '../../src/view/chart.js';

const WORDS = ['heading', 'subheading', 'source', 'note', 'highlight', 'locale', 'time-zone', 'lang', 'aria-label', 'title'];

/** Everything a reader can open, each looked at. */
async function everywhere(element: ChartElement): Promise<readonly string[]> {
  const faults = [...faultsOf(element)];
  await element.show({ index: 0, series: 0 });
  await until(() => root(element).querySelector('.tooltip'), 'the tooltip');
  faults.push(...faultsOf(element).map((fault) => `tooltip: ${fault}`));
  element.open = 'about';
  await until(() => root(element).querySelector('.about'), 'the description');
  faults.push(...wordFaults(element).map((fault) => `about: ${fault}`));
  const csv = await element.toCSV();
  if (/(^|[\n,"])[=@]/m.test(csv)) faults.push(`csv: ${csv}`);
  faults.push(...faultsOfSVG(await element.toSVG()).map((fault) => `download: ${fault}`));
  element.view = 'table';
  await until(() => root(element).querySelector('table'), 'the table');
  faults.push(...faultsOf(element).map((fault) => `table: ${fault}`));
  return faults;
}

describe('a hostile text', () => {
  let page: Watch;
  before(() => (page = watch()));
  after(() => page.stop());
  afterEach(() => page.faults.splice(0));

  // attributes are the base class's: all of them once, the worst of them on every chart
  const worst = ['markup out of quotes', 'bidi overrides', 'constructor'];
  for (const { tag, data, attributes } of SAMPLES) {
    it(`in every word of a ${tag}'s dataset stays words, in plot, tooltip, table, description and files`, async () => {
      const faults: string[] = [];
      for (const [name, text] of Object.entries(HOSTILE)) {
        const element = await chart(tag, { data: data(text) }, attributes);
        await until(() => !['idle', 'loading'].includes(element.state), 'an outcome');
        if (element.state === 'ready') faults.push(...(await everywhere(await painted(element))).map((fault) => `${name}: ${fault}`));
        else faults.push(`${name}: ${element.state}: ${root(element).querySelector('.state')?.textContent?.trim().slice(0, 200)}`);
        element.remove();
      }
      expect([...faults, ...page.faults]).to.deep.equal([]);
    });

    it(`in every attribute of a ${tag} stays words`, async () => {
      const faults: string[] = [];
      for (const [name, text] of Object.entries(HOSTILE)) {
        if (tag !== 'token-volume-chart' && !worst.includes(name)) continue;
        const element = await chart(tag, { data: data('Name') }, { ...attributes, ...Object.fromEntries(WORDS.map((each) => [each, text])), annotations: `2026-01-12: ${text}; y=4: ${text}` });
        await until(() => !['idle', 'loading'].includes(element.state), 'an outcome');
        if (element.state === 'ready') faults.push(...(await everywhere(await painted(element))).map((fault) => `${name}: ${fault}`));
        else faults.push(`${name}: ${element.state}: ${root(element).querySelector('.state')?.textContent?.trim().slice(0, 200)}`);
        element.remove();
      }
      expect([...faults, ...page.faults]).to.deep.equal([]);
    });

    it(`where a ${tag} takes none is said in its error, as words`, async () => {
      const faults: string[] = [];
      for (const [name, text] of Object.entries(HOSTILE)) {
        for (const [properties, more] of [
          [{ data: { resources: [{ name: 'r', schema: { fields: [{ name: text, type: 'number' }] }, data: [Object.fromEntries([[text, text]])] }] } }, {}],
          [{ data: data('Name') }, { resource: text, x: text }],
          [{ data: text }, {}],
          [{ data: { ...data('Name'), provenance: Object.fromEntries([[text, text]]) } }, {}],
        ] as const) {
          const element = await chart(tag, properties, more);
          if (element.state !== 'error') faults.push(`${name}: ${element.state}`);
          faults.push(...faultsOf(element).map((fault) => `${name}: ${fault}`));
          element.remove();
        }
      }
      expect([...faults, ...page.faults]).to.deep.equal([]);
    });
  }

  it('that is a colour paints nothing, in any chart (R8)', async () => {
    const faults: string[] = [];
    const paints = new Set(COLORS.map(variable));
    for (const text of ['#c0ffee', 'red', 'color-1', 'none', 'url(#x)', 'url(https://evil.invalid/x)', 'var(--x)', 'red; fill: blue']) {
      for (const { tag, data, attributes } of SAMPLES) {
        const element = await painted(await chart(tag, { data: data(text) }, attributes));
        for (const mark of find(element, 'svg[part=svg]').querySelectorAll('*')) {
          for (const name of ['fill', 'stroke', 'color', 'style', 'filter', 'mask', 'clip-path', 'class']) {
            const value = mark.getAttribute(name);
            if (value && !paints.has(value)) faults.push(`${tag}, ${text}: ${mark.localName} ${name}="${value}"`);
          }
        }
        element.remove();
      }
    }
    expect([...new Set(faults), ...page.faults]).to.deep.equal([]);
  });

  it('in claims, sources and notes beside a chart stays words', async () => {
    const faults: string[] = [];
    for (const [name, text] of Object.entries(HOSTILE)) {
      const element = await chart('token-volume-chart', { data: SAMPLES[0]!.data(text), id: 'hostile' });
      const beside = ['chart-claim', 'chart-sources', 'editors-notes'].map((tag) => {
        const made = document.createElement(tag);
        made.setAttribute('for', 'hostile');
        for (const attribute of ['fact', 'series', 'at', 'expects']) made.setAttribute(attribute, text);
        if (tag === 'chart-claim') made.textContent = 'more than 3 trillion';
        element.after(made);
        return made;
      });
      await new Promise((resolve) => setTimeout(resolve, 40));
      for (const made of beside) {
        for (const node of [...made.querySelectorAll('*'), ...(made.shadowRoot?.querySelectorAll('*') ?? [])]) {
          if (['script', 'img', 'svg', 'iframe'].includes(node.localName) || node.hasAttribute('onerror') || node.hasAttribute('onload') || /^(javascript|data):|^\/\/evil/i.test(node.getAttribute('href') ?? '')) faults.push(`${name}: ${node.outerHTML.slice(0, 100)}`);
        }
        made.remove();
      }
      element.remove();
    }
    expect([...faults, ...page.faults]).to.deep.equal([]);
  });
});

describe('holes that others had', () => {
  let page: Watch;
  before(() => (page = watch()));
  after(() => page.stop());

  it('markup in a title, label or tooltip is shown as it is written (Highcharts before its allow-list, ECharts, ApexCharts, billboard.js)', async () => {
    const element = await painted(await chart('token-volume-chart', { data: SAMPLES[0]!.data('<b onclick=canary()>bold</b>') }));
    await element.show({ index: 0, series: 0 });
    await until(() => root(element).querySelector('.tooltip'), 'the tooltip');
    expect(root(element).querySelector('.tooltip')!.textContent).to.contain('<b onclick=canary()>bold</b>');
    expect(root(element).querySelector('[part=heading]')!.textContent).to.contain('<b onclick=canary()>bold</b>');
    expect(root(element).querySelector('[onclick]')).to.equal(null);
    expect(page.faults).to.deep.equal([]);
  });

  it('a dataset with __proto__, constructor and prototype keys pollutes no prototype (option merges of Chart.js 2)', async () => {
    const evil = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"title":"T","resources":[{"name":"__proto__","schema":{"fields":[{"name":"week","type":"date","__proto__":{"polluted":1}},{"name":"tokens","type":"number"}]},"data":[{"week":"2026-01-05","tokens":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]}]}';
    for (const properties of [{ data: JSON.parse(evil) as unknown }, { src: address(evil), loading: 'eager' }, { data: evil }]) {
      const element = await chart('token-volume-chart', properties);
      await until(() => ['ready', 'error'].includes(element.state), 'an outcome');
      element.remove();
    }
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    expect(([] as { polluted?: unknown }).polluted).to.equal(undefined);
    expect(Object.keys(Object.prototype)).to.deep.equal([]);
  });

  it('a cell that a spreadsheet would run is quoted in the CSV (formula injection)', async () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1+1', '＝1+1', '=1,2;"x"']) {
      const element = await painted(await chart('origin-split-bar', { data: SAMPLES[1]!.data(text) }));
      const csv = await element.toCSV();
      const cells = csv.split('\n').filter((line) => !line.startsWith('#')).flatMap((line) => line.split(','));
      expect(cells.filter((cell) => /^[\s"]*[=+\-@＝＋－＠]/.test(cell) && !/^"?'/.test(cell)), JSON.stringify(text)).to.deep.equal([]);
      element.remove();
    }
  });

  it('the SVG of a chart carries no script, handler or address (exports with scripts)', async () => {
    for (const text of [HOSTILE['markup']!, HOSTILE['markup out of quotes']!, HOSTILE['a script end']!]) {
      const element = await painted(await chart('token-volume-chart', { data: SAMPLES[0]!.data(text) }));
      expect(faultsOfSVG(await element.toSVG())).to.deep.equal([]);
      element.remove();
    }
  });
});
