import { expect } from '@open-wc/testing';
import { until } from '../helpers/chart.js';
import { faultsOf, wordFaults } from '../helpers/oracle.js';
import type { ChartElement } from '../../src/view/chart.js';

/** What test/pages/watch.js keeps of a page. */
interface Watched {
  readonly faults: string[];
  readonly shifts: readonly number[];
  take(): void;
  changes(alsoNodes?: boolean): readonly string[];
}
type Page = Window & typeof globalThis & { readonly watched: Watched; readonly litHtmlVersions?: readonly string[] };

/** The shipped datasets name many sites. */
const SITES = /./;
const CHARTS = 'token-volume-chart, origin-split-bar, origin-trend-chart, lab-bands-chart, model-rank-chart, token-price-chart, sentiment-split-bar';
let frame: HTMLIFrameElement | undefined;

/** A page of test/pages/hostile/ in a frame, loaded. */
async function open(address: string, { width = 700, sandbox = '', under = '/as-is' } = {}): Promise<Page> {
  frame?.remove();
  frame = document.createElement('iframe');
  frame.style.cssText = `width:${width}px;height:900px;border:0`;
  if (sandbox) frame.setAttribute('sandbox', sandbox);
  const loaded = new Promise((resolve) => frame!.addEventListener('load', resolve, { once: true }));
  frame.src = `${under}/test/pages/hostile/${address}`;
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as Page;
}
const charts = (page: Page): readonly ChartElement[] => [...page.document.querySelectorAll<HTMLElement>(CHARTS)] as unknown as readonly ChartElement[];
const isDrawn = ({ state, shadowRoot }: ChartElement): boolean => state === 'ready' && shadowRoot!.querySelector('svg[part=svg] *') !== null;

/** Waits until no picture was made anew for three frames: a legend that comes takes some room, a font may be wider than foreseen. */
async function still(page: Page): Promise<void> {
  const pictures = (): readonly unknown[] => charts(page).map(({ shown }) => shown?.picture);
  for (let quiet = 0; quiet < 3; ) {
    const before = pictures();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const after = pictures();
    quiet = after.every((picture, i) => picture && picture === before[i]) ? quiet + 1 : 0;
  }
}

/** Waits until all charts of the page are drawn and lie still; else says how they stand. */
async function drawn(page: Page, patience?: number): Promise<readonly ChartElement[]> {
  await until(() => charts(page).every(isDrawn), 'a picture in each chart', patience).catch((error: Error) => {
    throw new Error(`${error.message}: ${charts(page).map((chart) => `${chart.localName} ${chart.state} ${chart.renderRoot?.querySelector('[role=alert]')?.textContent?.trim() ?? chart.renderRoot?.querySelector('.plot')?.clientWidth}`).join('; ')}; ${page.watched.faults.join('; ')}`);
  });
  await still(page);
  return charts(page);
}
/** What is wrong with a page whose charts are drawn: its own faults, those of each chart, and charts too narrow to read. */
async function faults(page: Page, least = 240, patience?: number): Promise<readonly string[]> {
  const found = (await drawn(page, patience)).flatMap((chart) => {
    const width = chart.shadowRoot!.querySelector('.plot')!.clientWidth;
    const drawnFor = chart.shown?.picture.size.width;
    return [...faultsOf(chart, undefined, SITES), ...(width < least ? [`a plot of ${width} px`] : []), ...(width !== drawnFor ? [`a picture of ${drawnFor} px in a plot of ${width}`] : [])].map((fault) => `${chart.localName}: ${fault}`);
  });
  return [...found, ...page.watched.faults];
}

/** What a chart looks like, apart from its size: what the page's rules may not reach. */
function looks(chart: ChartElement): readonly string[] {
  const seen: string[] = [];
  for (const selector of ['svg[part=svg]', 'svg[part=svg] text', 'svg[part=svg] path, svg[part=svg] line', 'figure', 'figcaption', '.heading', '.controls button', 'input.walk', '.plot', 'a']) {
    const element = chart.shadowRoot!.querySelector(selector);
    if (!element) continue;
    const style = element.ownerDocument.defaultView!.getComputedStyle(element);
    for (const name of ['display', 'position', 'float', 'fill', 'stroke', 'strokeWidth', 'textAnchor', 'dominantBaseline', 'whiteSpace', 'textTransform', 'textIndent', 'textAlign', 'wordBreak', 'overflow', 'opacity', 'transform', 'pointerEvents', 'cursor', 'textShadow', 'webkitTextStrokeWidth', 'listStyleType', 'borderTopWidth', 'animationName', 'transitionDuration', 'direction', 'unicodeBidi'] as const) {
      if (element.localName !== 'svg' || name !== 'fill') seen.push(`${selector} ${name} ${style[name]}`);
    }
  }
  return seen;
}

describe('on a page with rules of its own', () => {
  after(() => frame?.remove());
  let plain: ReadonlyMap<string, readonly string[]>;
  before(async () => {
    const page = await open('host.html');
    expect(await faults(page)).to.deep.equal([]);
    plain = new Map(charts(page).map((chart) => [chart.localName, looks(chart)]));
  });

  const RULES: readonly (readonly [rules: string, about: string, changed?: RegExp])[] = [
    ['important', 'that make everything inline, floated, 0 px wide and red, all important'],
    ['absolute', 'that take everything out of the flow'],
    ['grid', 'that make everything a grid as narrow as can be'],
    ['inline', 'that make everything inline'],
    ['zero', 'that make everything 0 px wide and high'],
    ['unset', 'that unset everything'],
    ['elements', 'for svg, table, button, figure, a, p, [hidden] and what SVG inherits'],
    ['preflight', 'of a reset as utility frameworks have it'],
    ['framework', 'of a component framework'],
    ['widgets', 'of a theme of widgets'],
    ['framework,preflight,widgets,elements', 'of all kinds together'],
    ['rem', 'that make 1rem 10 px'],
    ['rtl', 'that write from right to left, overriding letters', /direction|textAnchor/],
    ['dark', 'that make it dark and say nothing of color-scheme'],
  ];
  for (const [rules, about, changed] of RULES) {
    it(`${about}, every chart is drawn, in its own looks`, async () => {
      const page = await open(`host.html?rules=${rules}`);
      expect(await faults(page)).to.deep.equal([]);
      const other = charts(page).flatMap((chart) => looks(chart).filter((look, i) => look !== plain.get(chart.localName)?.[i] && !changed?.test(look) && !/ (fill|stroke|strokeWidth [015]px)\b/.test(look)).map((look) => `${chart.localName} ${look}`));
      expect(other).to.deep.equal([]);
      const red = charts(page).flatMap((chart) => [...chart.shadowRoot!.querySelectorAll('svg[part=svg] *')].filter((mark) => /^rgb\(255, 0, 0\)/.test(page.getComputedStyle(mark).fill)).map((mark) => `${chart.localName} ${mark.localName}`));
      expect(red).to.deep.equal([]);
    });
  }
});

describe('on a page with scripts of its own', () => {
  after(() => frame?.remove());
  for (const [scripts, about] of [
    ['extras', 'that leave enumerable extras on Object.prototype, Array.prototype and others'],
    ['replaced', 'that replace Array.from, JSON.stringify, Object.assign and bind by simpler ones'],
    ['extras,replaced', 'that do both'],
    ['frozen-arrays', 'that freeze Array.prototype'],
    ['frozen', 'that freeze every built-in prototype, that of Object too'],
  ] as const) {
    it(`${about}, every chart is drawn, as table too`, async () => {
      const page = await open(`host.html?scripts=${scripts}`);
      expect(await faults(page)).to.deep.equal([]);
      for (const chart of charts(page)) {
        chart.view = 'table';
        chart.open = 'download';
      }
      await until(() => charts(page).every((chart) => chart.shadowRoot!.querySelector('tbody td') && chart.shadowRoot!.querySelector('.panel button')), 'the tables');
      expect(charts(page).flatMap((chart) => wordFaults(chart, SITES))).to.deep.equal([]);
      expect(page.watched.faults).to.deep.equal([]);
      expect(page.watched.changes(false)).to.deep.equal([]);
    });
  }

  it('the script, come last, adds no global, changes no prototype, and puts nothing in head, body or storage', async () => {
    const page = await open('late.html');
    page.dispatchEvent(new page.Event('start'));
    await drawn(page);
    for (const chart of charts(page)) {
      chart.view = 'table';
      await chart.toCSV();
      await chart.toSVG();
    }
    expect(page.watched.changes()).to.deep.equal([]);
    expect(await faults(await open('late.html'), 240, 200).catch(() => ['not drawn'])).to.deep.equal(['not drawn']);
  });

  it('twice, and in an older version for two charts, draws every chart and throws nothing', async () => {
    const page = await open('versions.html');
    expect(await faults(page)).to.deep.equal([]);
    expect(new Set(page.litHtmlVersions)).to.include('0.0.1').and.have.property('size', 2);
  });
});

describe('in a document of another kind', () => {
  after(() => frame?.remove());
  for (const [address, about] of [
    ['quirks.html', 'quirks mode'],
    ['xhtml.xhtml', 'XHTML'],
    ['nonce.html', 'a policy with a nonce'],
    ['one-each.html', 'a strict policy, by a script for each chart'],
  ] as const) {
    it(`${about}: every chart is drawn, as table and with files too, and nothing is reported`, async () => {
      const page = await open(address);
      expect(await faults(page)).to.deep.equal([]);
      for (const chart of charts(page)) {
        await chart.show({ index: 0, series: 0 });
        await chart.toSVG();
        await chart.toCSV();
        chart.open = 'download';
      }
      await until(() => charts(page).every((chart) => chart.shadowRoot!.querySelector('.tooltip')), 'the tooltips');
      for (const chart of charts(page)) chart.view = 'table';
      await until(() => charts(page).every((chart) => chart.shadowRoot!.querySelector('table')), 'the tables');
      expect([...charts(page).flatMap((chart) => wordFaults(chart, SITES)), ...page.watched.faults]).to.deep.equal([]);
    });
  }
});

describe('a frame without an origin', () => {
  after(() => frame?.remove());
  const said = (src: string): Promise<{ readonly state: string; readonly marks: number; readonly words: string; readonly faults: readonly string[] }> =>
    new Promise((resolve) => {
      addEventListener('message', (event: MessageEvent<Parameters<typeof resolve>[0]>) => resolve(event.data), { once: true });
      void open(`sandboxed.html?src=${encodeURIComponent(src)}`, { sandbox: 'allow-scripts', under: '/with-cors' });
    });

  it('draws data that every site may read', async () => {
    const { state, marks, faults: found } = await said('/with-cors/data/token-volume.json');
    expect([state, found]).to.deep.equal(['ready', []]);
    expect(marks).to.be.greaterThan(10);
  });

  it('says that the site may not let this page read the data, where it does not', async () => {
    const { state, words, faults: found } = await said('/as-is/data/token-volume.json');
    expect([state, found]).to.deep.equal(['error', []]);
    expect(words).to.match(/does not let this page read it/);
  });
});

describe('under a policy with the hash of the script and the folder of its late code', () => {
  after(() => frame?.remove());
  it('every chart is drawn, its late code and table too, and nothing is reported (where the engine knows hashes of files)', async function () {
    const digest = async (path: string): Promise<string> => {
      const bytes = new Uint8Array(await crypto.subtle.digest('SHA-384', await (await fetch(path)).arrayBuffer()));
      return `sha384-${btoa(String.fromCharCode(...bytes))}`;
    };
    const [script, watcher] = await Promise.all([digest('/as-is/dist/open-token-charts.js'), digest('/as-is/test/pages/watch.js')]);
    frame?.remove();
    frame = document.createElement('iframe');
    frame.style.cssText = 'width:700px;height:900px';
    const loaded = new Promise((resolve) => frame!.addEventListener('load', resolve, { once: true }));
    // what comes late has no integrity of its own: nor does 'strict-dynamic' let an import in
    frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${watcher}' '${script}' ${location.origin}/as-is/dist/chunks/; connect-src ${location.origin}; require-trusted-types-for 'script'; trusted-types lit-html">
      <script src="/as-is/test/pages/watch.js" integrity="${watcher}"></script><script type="module" src="/as-is/dist/open-token-charts.js" integrity="${script}"></script>
      <token-volume-chart loading="eager" src="/data/token-volume.json"></token-volume-chart><origin-split-bar loading="eager" src="/data/origin-split.json"></origin-split-bar>`;
    document.body.append(frame);
    await loaded;
    const page = frame.contentWindow as Page;
    // an engine that knows no hashes of files refuses both scripts: then there is nothing to see
    if (!('watched' in page)) this.skip();
    expect(await faults(page)).to.deep.equal([]);
    for (const chart of charts(page)) chart.view = 'table';
    await until(() => charts(page).every((chart) => chart.shadowRoot!.querySelector('table')), 'the tables');
    expect(page.watched.faults).to.deep.equal([]);
  });
});

describe('wherever it stands', () => {
  let page: Page;
  before(async () => {
    page = await open('late.html');
    for (const chart of charts(page)) chart.remove();
    page.dispatchEvent(new page.Event('start'));
    await until(() => page.customElements.get('sentiment-split-bar'), 'the elements');
  });
  afterEach(() => {
    page.document.body.replaceChildren();
    expect(page.watched.faults.splice(0)).to.deep.equal([]);
  });
  after(() => frame?.remove());
  const put = (html: string): void => page.document.body.insertAdjacentHTML('beforeend', html);
  const VOLUME = '<token-volume-chart loading="eager" src="/data/token-volume.json"></token-volume-chart>';
  const SPLIT = '<origin-split-bar loading="eager" src="/data/origin-split.json"></origin-split-bar>';

  for (const [about, around, least] of [
    ['in a float', 'float:left', 240],
    ['in an inline block', 'display:inline-block', 240],
    ['in an absolute box', 'position:absolute', 240],
    ['in a box as narrow as its contents can be', 'width:min-content', 120],
    ['in a centred flex column', 'display:flex;flex-direction:column;align-items:center', 240],
    ['in a flex row', 'display:flex', 240],
    ['in two grid columns of equal share', 'display:grid;grid-template-columns:1fr 1fr;width:300px', 140],
    ['in a grid column of its contents', 'display:grid;grid-template-columns:max-content', 240],
    ['in a table cell', 'display:table-cell', 240],
    ['transformed', 'transform:rotate(9deg) scale(.5);transform-origin:0 0', 240],
    ['zoomed in', 'zoom:1.7', 240],
    ['zoomed out', 'zoom:.5', 240],
    ['with content-visibility', 'content-visibility:auto;contain-intrinsic-size:auto 500px', 240],
    ['with letter-spacing and word-spacing', 'letter-spacing:.05em;word-spacing:.1em', 240],
    ['in vertical writing', 'writing-mode:vertical-rl;height:700px', 200],
  ] as const) {
    it(`${about}, a chart is drawn, keeps inside, and has the same size before its data and after`, async () => {
      put(`<div style="${around}"><token-volume-chart></token-volume-chart><origin-split-bar></origin-split-bar></div>`);
      const all = charts(page);
      await Promise.all(all.map((chart) => chart.updateComplete));
      const sizes = (): readonly (readonly number[])[] => all.map((chart) => [chart.getBoundingClientRect().width, chart.getBoundingClientRect().height]);
      for (const chart of all) chart.loading = 'eager';
      const before = sizes();
      all[0]!.src = '/data/token-volume.json';
      all[1]!.src = '/data/origin-split.json';
      expect(await faults(page, least)).to.deep.equal([]);
      const after = sizes();
      expect(after.map(([width]) => width), 'widths').to.deep.equal(before.map(([width]) => width));
      // a narrower figure may need more lines than foreseen, by the page's font
      if (after.every(([width = 0]) => width > 300)) expect(after, 'sizes').to.deep.equal(before);
    });
  }

  it('in a hidden ancestor (visibility) it is not seen, and is when that is', async () => {
    put(`<div style="visibility:hidden">${VOLUME}</div>`);
    const [chart] = await drawn(page);
    const seen = (): string => page.getComputedStyle(chart!.shadowRoot!.querySelector('svg[part=svg]')!).visibility;
    expect(seen()).to.equal('hidden');
    (chart!.parentElement as HTMLElement).style.visibility = '';
    expect(seen()).to.equal('visible');
  });

  it('in another element\'s shadow root, and in that of one in it, it is drawn', async () => {
    const host = page.document.body.appendChild(page.document.createElement('div'));
    const outer = host.attachShadow({ mode: 'open' });
    outer.innerHTML = '<style>* { color: red !important; svg { fill: red } }</style><section></section>';
    const inner = outer.querySelector('section')!.attachShadow({ mode: 'closed' });
    inner.innerHTML = VOLUME;
    const chart = inner.querySelector('token-volume-chart')!;
    await until(() => isDrawn(chart) && chart.shown?.picture.size.height === chart.shadowRoot?.querySelector('.plot')?.clientHeight, 'the picture');
    expect(faultsOf(chart, undefined, SITES)).to.deep.equal([]);
  });

  it('scrolled into a content-visibility box it comes when it is near', async () => {
    put(`<div style="height:4000px"></div><div style="content-visibility:auto;contain-intrinsic-size:auto 500px">${VOLUME.replace('eager', 'lazy')}</div>`);
    const [chart] = charts(page);
    await chart!.updateComplete;
    page.scrollTo(0, 4000);
    expect(await faults(page)).to.deep.equal([]);
    page.scrollTo(0, 0);
  });

  it('far below, a chart is asked for before the page is printed', async () => {
    put(`<div style="height:9000px"></div>${VOLUME.replace('eager', 'lazy')}`);
    const [chart] = charts(page);
    await chart!.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(chart!.state).to.equal('loading');
    page.dispatchEvent(new page.Event('beforeprint'));
    await drawn(page);
  });

  it('200 at once are all drawn, by one request for each dataset', async () => {
    const before = page.performance.getEntriesByType('resource').length;
    put((VOLUME + SPLIT).repeat(100).replaceAll('.json', '.json?of=200'));
    const asked = page.performance.getEntriesByType('resource').slice(before).map(({ name }) => name);
    await until(() => charts(page).length === 200 && charts(page).every(isDrawn), '200 pictures', 20_000);
    expect(asked.length).to.be.at.most(2);
    expect(page.performance.getEntriesByType('resource').filter(({ name }) => name.includes('of=200'))).to.have.length(2);
  });

  it('moved and re-ordered while the data is on its way, each is drawn, asked for once', async () => {
    put(`<main>${(VOLUME + SPLIT).repeat(3).replaceAll('.json', '.json?of=order')}</main><aside></aside>`);
    const main = page.document.querySelector('main')!;
    const aside = page.document.querySelector('aside')!;
    for (let i = 0; i < 12; i++) {
      (i % 3 ? main : aside).append(main.firstElementChild!);
      if (i % 4 === 0) await Promise.resolve();
      if (aside.firstElementChild) main.prepend(aside.firstElementChild);
    }
    expect(await faults(page)).to.deep.equal([]);
    expect(charts(page)).to.have.length(6);
    expect(page.performance.getEntriesByType('resource').filter(({ name }) => name.includes('of=order'))).to.have.length(2);
  });

  it('cloned with its contents, imported, or set by innerHTML, each is a chart of its own', async () => {
    put(`<section>${VOLUME}</section>`);
    const section = page.document.querySelector('section')!;
    page.document.body.append(section.cloneNode(true), page.document.importNode(section, true));
    page.document.body.appendChild(page.document.createElement('section')).innerHTML = section.innerHTML;
    expect(await faults(page)).to.deep.equal([]);
    expect(charts(page)).to.have.length(4);
  });

  it('made in another document and adopted, and moved between two frames, it is drawn, with its styles', async () => {
    const other = document.createElement('iframe');
    document.body.append(other);
    put(VOLUME);
    const [chart] = await drawn(page);
    other.contentDocument!.body.append(chart as unknown as HTMLElement);
    await new Promise((resolve) => setTimeout(resolve, 200));
    page.document.body.append(chart as unknown as HTMLElement);
    expect(await faults(page)).to.deep.equal([]);
    expect(page.getComputedStyle(chart!.shadowRoot!.querySelector('.root')!).containerType).to.equal('inline-size');
    other.remove();
  });
});
