import { expect } from '@open-wc/testing';
import { executeServerCommand, resetMouse, sendMouse } from '@web/test-runner-commands';
import { address, chart, find, painted, root, slider, until } from '../helpers/chart.js';
import { cases } from '../cases/index.js';
import { TAGS, clear, showCases, viewport, type Shown } from '../helpers/cases.js';

/** Flesch–Kincaid grade (J. P. Kincaid et al., 1975). A number counts as one word of one syllable, as readers take it in at a glance. */
export function grade(text: string): number {
  const sentences = text.split(/[.!?]+(?=\s|$)/).filter((part) => /\p{L}/u.test(part)).length || 1;
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}.,’'-]*/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + (/\d/.test(word) ? 1 : Math.max(1, (word.toLowerCase().replace(/(?:[^laeiouy]es|[^laeiouy]ed|[^l]e)$/, '').match(/[aeiouy]+/g) ?? []).length)), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / Math.max(1, words.length)) - 15.59;
}

const english = ({ element, entry }: Shown): boolean => !entry.attributes?.lang && element.state === 'ready';
/** Names that are long on purpose say nothing of our sentences. */
const realWords = (shown: Shown): boolean => english(shown) && Boolean(shown.entry.src);

describe('names and structure, in every case', () => {
  let all: readonly Shown[];
  before(async () => {
    all = await showCases();
  });
  after(clear);

  it('the figure is named by its heading, which everyone sees', () => {
    for (const { element, name } of all) {
      const figure = find(element, 'figure');
      const label = root(element).getElementById(figure.getAttribute('aria-labelledby') ?? '');
      const words = figure.getAttribute('aria-label') ?? label?.textContent?.trim();
      if (element.state === 'ready') expect(words, name).to.match(/\S/);
      if (label?.textContent?.trim()) expect(label.getBoundingClientRect().height, name).to.be.greaterThan(0);
    }
  });

  it('the plot is a native slider with the name of the figure and the help in its description', async () => {
    for (const { element, name } of all.filter((shown) => shown.element.state === 'ready' && shown.element.view !== 'table')) {
      const walk = slider(element);
      expect(walk.type, name).to.equal('range');
      expect(walk.getAttribute('aria-label'), name).to.equal(find(element, '#heading').textContent?.trim() || find(element, '#kind').textContent);
      expect(walk.getAttribute('aria-valuetext'), name).to.not.equal('');
      await until(() => root(element).getElementById('help')?.textContent, `the help of ${name}`);
      expect(root(element).getElementById('help')?.textContent, name).to.match(/\S/);
      expect(find(element, 'svg[part=svg]').getAttribute('aria-hidden'), name).to.equal('true');
    }
  });

  it('every id is there once, and every reference to one finds it', async () => {
    for (const { element, name } of all) {
      // the help is referred to from when it comes
      if (root(element).querySelector('input.walk')) await until(() => root(element).getElementById('help'), `the help of ${name}`, 10_000);
      const ids = [...root(element).querySelectorAll('[id]')].map(({ id }) => id);
      expect(new Set(ids).size, name).to.equal(ids.length);
      for (const node of root(element).querySelectorAll('*')) {
        for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'headers']) {
          for (const id of node.getAttribute(attribute)?.split(/\s+/) ?? []) expect(ids, `${name}: ${attribute} of <${node.localName}>`).to.include(id);
        }
      }
    }
    expect(document.querySelectorAll('#stage [id]').length, 'ids outside the charts').to.equal(0);
  });

  it('heading, summary and plot come in this order', () => {
    for (const { element, name } of all.filter((shown) => shown.element.state === 'ready')) {
      const [heading, summary, plot] = ['#heading', '#summary', '.plot'].map((selector) => find(element, selector)) as [Element, Element, Element];
      expect(heading.compareDocumentPosition(summary) & Node.DOCUMENT_POSITION_FOLLOWING, name).to.not.equal(0);
      expect(summary.compareDocumentPosition(plot) & Node.DOCUMENT_POSITION_FOLLOWING, name).to.not.equal(0);
    }
  });

  it('the summary says what kind of chart it is and what its values are, and shows no raw numbers or times', async () => {
    for (const { element, name } of all.filter(english)) {
      await until(() => root(element).querySelector('#kind, .table'), `the plot or table of ${name}`);
      const [kind, summary] = [find(element, '#kind, .table')?.textContent ?? '', find(element, '#summary').textContent ?? ''];
      expect(kind.length, name).to.be.greaterThan(8);
      expect(summary, name).to.match(/\d|no |none|nothing|every|all/i);
      expect(element.summary, name).to.not.match(/\d{7,}|\dT\d\d:|NaN|undefined|null|Infinity/);
    }
  });

  it('reads at grade 9 or lower', () => {
    const hard = all.filter(realWords).map(({ element, name }) => ({ name, text: find(element, '#summary').textContent ?? '' })).map(({ name, text }) => ({ name, text, grade: grade(text) })).filter((one) => one.grade > 9);
    expect(hard.map(({ name, text, grade: level }) => `${name}: ${level.toFixed(1)}: ${text}`).join('\n')).to.equal('');
  });

  it('targets are 24 px high and wide, or stand alone in their line', () => {
    for (const { element, name } of all) {
      for (const node of root(element).querySelectorAll('button')) {
        const { width, height } = node.getBoundingClientRect();
        expect(Math.min(width, height), `${name}: ${node.textContent}`).to.be.at.least(24);
      }
      expect(root(element).querySelectorAll('figcaption a').length, `${name}: links in one line of text`).to.be.at.most(1);
    }
  });

  it('the source is a link with words of its own, where it has an address', () => {
    for (const { element, name } of all) {
      const path = element.state === 'ready' ? element.dataset.sources[0]?.path : undefined;
      if (!path || element.dataset.provenance.citation.startsWith(element.dataset.sources[0]?.title ?? '-')) continue;
      const link = find<HTMLAnchorElement>(element, 'figcaption a');
      expect(link.getAttribute('href'), name).to.equal(path);
      expect(link.tabIndex, name).to.equal(0);
      expect(link.textContent?.trim(), name).to.match(/\p{L}{3}/u);
    }
  });

  it('a tree for assistive technology has no nameless picture (Chromium: others do not show theirs)', async function () {
    const answer = await executeServerCommand('engine-a11y-tree');
    if (!Array.isArray(answer)) return this.skip();
    const tree: readonly { readonly role: string; readonly name: string }[] = answer as never[];
    expect(tree.filter(({ role, name }) => ['image', 'img', 'graphics-document', 'graphics-symbol', 'SvgRoot'].includes(role) && !name)).to.deep.equal([]);
    expect(tree.filter(({ role, name }) => ['slider', 'figure', 'Figure'].includes(role) && !name).length).to.be.at.most(all.filter(({ element }) => element.state !== 'ready').length);
    expect(tree.filter(({ role }) => role === 'slider').length).to.be.greaterThan(80);
  });
});

const DATA = [{ week: '2026-01-05', tokens: 1 }, { week: '2026-01-12', tokens: 2 }, { week: '2026-01-19', tokens: 3 }];

describe('states', () => {
  it('keep an empty live region from the first on, fill it while loading, and set aria-busy', async () => {
    const waiting = await chart('token-volume-chart');
    expect(find(waiting, '[role=status]').textContent).to.equal('');
    waiting.loading = 'eager';
    const original = globalThis.fetch;
    globalThis.fetch = () => new Promise(() => undefined);
    waiting.src = 'https://example.org/never.json';
    await until(() => waiting.state === 'loading');
    await waiting.updateComplete;
    globalThis.fetch = original;
    expect(find(waiting, '[role=status]').textContent).to.match(/\S/);
    expect(find(waiting, 'figure').getAttribute('aria-busy')).to.equal('true');
  });

  it('tell a failure as an alert with a way on', async () => {
    const failing = await chart('token-volume-chart', { src: address('{'), loading: 'eager' });
    await until(() => failing.state === 'error');
    await failing.updateComplete;
    expect(find(failing, '[role=alert]').textContent).to.match(/\S/);
    expect(find(failing, '[role=alert] button').textContent).to.match(/\S/);
    expect(find(failing, 'figure').getAttribute('aria-busy')).to.equal('false');
  });
});

describe('two charts of one kind', () => {
  it('answer each for itself, and share no id', async () => {
    const one = await painted(await chart('token-volume-chart', { data: DATA, heading: 'One' }));
    const two = await painted(await chart('token-volume-chart', { data: DATA.slice(0, 2), heading: 'Two' }));
    await one.show({ index: 2, series: 0 });
    await one.updateComplete;
    await two.updateComplete;
    expect(root(one).querySelector('.tooltip')).to.not.equal(null);
    expect(root(two).querySelector('.tooltip')).to.equal(null);
    expect([slider(one).getAttribute('aria-label'), slider(two).getAttribute('aria-label')]).to.deep.equal(['One', 'Two']);
    for (const node of [one, two]) expect(document.getElementById(find(node, 'figure').getAttribute('aria-labelledby') ?? '')).to.equal(null);
  });
});

const firstOf = (tag: string): unknown => cases.find((entry) => entry.tag === tag);

describe('a tooltip that a pointer brought', () => {
  const middle = (node: Element): [number, number] => {
    const { left, top, width, height } = node.getBoundingClientRect();
    return [Math.round(left + width / 2), Math.round(top + height / 2)];
  };
  const brought = async (): Promise<ReturnType<typeof chart>> => {
    const element = await painted(await chart('token-volume-chart', { data: DATA }));
    element.scrollIntoView({ block: 'center' });
    await until(() => root(element).querySelector('#help'), 'the tools');
    await sendMouse({ type: 'move', position: middle(find(element, '.stage')) });
    await until(() => root(element).querySelector('.tooltip'), 'the tooltip');
    await element.updateComplete;
    return element;
  };
  afterEach(() => resetMouse());

  it('closes by Escape while the pointer rests and nothing in the chart has focus', async () => {
    const element = await brought();
    expect(root(element).activeElement).to.equal(null);
    await executeServerCommand('engine-keys', 'Escape');
    await element.updateComplete;
    expect(root(element).querySelector('.tooltip')).to.equal(null);
  });

  it('leaves Escape to the page when it is closed', async () => {
    const element = await brought();
    await sendMouse({ type: 'move', position: [1, 1] });
    await until(() => !root(element).querySelector('.tooltip'));
    const active: unknown[] = [];
    element.addEventListener('chart-active', (event) => active.push(event));
    await executeServerCommand('engine-keys', 'Escape');
    expect(active).to.deep.equal([]);
  });

  for (const tag of TAGS) {
    it(`of a ${tag} stays while the pointer is on it, and closes by Escape there`, async () => {
      const [{ element } = { element: null }] = await showCases({}, (entry) => entry.tag === tag && entry === firstOf(tag));
      if (!element) throw new Error(`no case of ${tag}`);
      await until(() => root(element).querySelector('#help'), 'the tools');
      await viewport(800, 1200); // room for a chart of rows and its tooltip
      await sendMouse({ type: 'move', position: middle(find(element, '.stage')) });
      await until(() => root(element).querySelector('.tooltip'), 'the tooltip');
      await element.updateComplete;
      const tooltip = find(element, '.tooltip');
      const said = tooltip.textContent;
      await sendMouse({ type: 'move', position: middle(tooltip) });
      for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
      expect(root(element).querySelector('.tooltip')?.textContent).to.equal(said);
      await executeServerCommand('engine-keys', 'Escape');
      await until(() => !root(element).querySelector('.tooltip'), 'the tooltip to close');
      clear();
      await viewport(800, 600);
    });
  }
});
