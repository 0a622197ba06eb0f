import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, sendMouse } from '@web/test-runner-commands';
import type { ChartClaim } from '../../src/elements/chart-claim.js';
import type { ChartElement } from '../../src/view/chart.js';
import { PACKAGE, SPLIT, WEEKS, enter, painted, press, root, until } from '../helpers/chart.js';

/** A page with a chart of weekly volumes (`volume`), one of parts (`split`), and these claims. */
async function page(claims: string): Promise<{ readonly article: HTMLElement; readonly claims: readonly ChartClaim[]; readonly volume: ChartElement; readonly split: ChartElement }> {
  const article = await fixture<HTMLElement>(html`<article></article>`);
  article.innerHTML = `<p>${claims}</p><token-volume-chart id="volume"></token-volume-chart><origin-split-bar id="split"></origin-split-bar>`;
  const [volume, split] = [article.querySelector('token-volume-chart')!, article.querySelector('origin-split-bar')!];
  volume.data = PACKAGE;
  split.data = SPLIT;
  await painted(volume);
  await painted(split);
  const found = [...article.querySelectorAll('chart-claim')];
  return { article, claims: found, volume, split };
}
const claim = (attributes: string, text: string): string => `<chart-claim ${attributes}>${text}</chart-claim>`;
const judged = (element: ChartClaim): Promise<void> => until(() => !element.verdict.waiting, 'a verdict');
const shown = (element: ChartClaim): string => element.renderRoot.querySelector('[part=verdict]')?.textContent ?? '';
const copy = (change: (rows: { week: string; tokens: number }[]) => void): unknown => {
  const rows = WEEKS.map((row) => ({ ...row }));
  change(rows);
  return { ...PACKAGE, resources: [{ ...PACKAGE.resources[0], data: rows }] };
};

describe('chart-claim', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['for="volume" fact="last"', 'more than 8 trillion', ''],
    ['for="volume" fact="last"', 'more than 9 trillion', '[✗ The data says 8.25 trillion.]'],
    ['for="volume" at="2026-01-12"', '7.6 trillion', ''],
    ['for="volume" at="2026-01-13"', '7.6 trillion', '[? Not checked: the data has nothing at “2026-01-13”.]'],
    ['for="split" series="China open"', '58 %', ''],
    ['for="split" series="Mars"', '58 %', '[? Not checked: the data has no “Mars”.]'],
    ['for="split" fact="largest"', 'the largest part is US frontier', '[✗ The data says China open.]'],
    ['for="nowhere"', '58 %', '[? Not checked: no chart with the id “nowhere” is on this page.]'],
    ['', '58 %', '[? Not checked: the claim names no chart.]'],
    ['for="volume" resource="other"', '58 %', '[? Not checked: the data has no such field other.]'],
    ['for="volume" fact="median"', '58 %', '[? Not checked: there is no fact “median”.]'],
  ];
  for (const [attributes, text, expected] of cases)
    it(`<chart-claim ${attributes}> of “${text}” shows “${expected}”, and its words as they are`, async () => {
      const { claims: [first] } = await page(claim(attributes, text));
      await judged(first!);
      await first!.updateComplete;
      expect(shown(first!)).to.equal(expected);
      expect(first!.textContent).to.equal(text);
      expect(first!.matches(':state(holds)')).to.equal(expected === '');
    });

  it('tells each verdict by claim-check, and by claim-fail where the data says otherwise', async () => {
    const told: string[] = [];
    const note = (event: Event): void => void told.push(`${event.type} ${(event.target as Element).id} ${(event as CustomEvent<{ verdict: { outcome: string } }>).detail.verdict.outcome}`);
    for (const type of ['claim-check', 'claim-fail']) addEventListener(type, note);
    const { claims } = await page(claim('id="a" for="volume" fact="first"', '6.42 trillion') + claim('id="b" for="volume" fact="first"', '7 trillion'));
    await until(() => claims.every((each) => !each.verdict.waiting) && told.length > 2);
    for (const type of ['claim-check', 'claim-fail']) removeEventListener(type, note);
    expect(told.sort()).to.deep.equal(['claim-check a holds', 'claim-check b fails', 'claim-fail b fails']);
  });

  it('makes exactly that claim fail whose number is edited in the data', async () => {
    const { claims, volume } = await page(WEEKS.map(({ week, tokens }) => claim(`for="volume" at="${week}"`, `${tokens} trillion`)).join(' '));
    await until(() => claims.every(({ verdict }) => verdict.outcome === 'holds'), 'all hold');
    for (let edited = 0; edited < WEEKS.length; edited++) {
      volume.data = copy((rows) => void (rows[edited]!.tokens += 0.02));
      await until(() => claims[edited]!.verdict.outcome === 'fails', 'the edited one fails');
      expect(claims.map(({ verdict }) => verdict.outcome)).to.deep.equal(WEEKS.map((_, i) => (i === edited ? 'fails' : 'holds')));
      expect(shown(claims[edited]!)).to.contain((WEEKS[edited]!.tokens + 0.02).toFixed(2));
    }
  });

  it('waits for a chart that comes later, and says so when it goes', async () => {
    const article = await fixture<HTMLElement>(html`<article><chart-claim for="late" fact="last">8.25 trillion</chart-claim></article>`);
    const element = article.querySelector('chart-claim')!;
    await judged(element);
    expect(element.verdict.outcome).to.equal('undecided');
    const chart = document.createElement('token-volume-chart');
    chart.id = 'late';
    chart.data = PACKAGE;
    article.append(chart);
    await until(() => element.verdict.outcome === 'holds', 'holding');
    chart.remove();
    await until(() => element.verdict.outcome === 'undecided', 'undecided again');
  });

  it('waits without a word for a chart whose tag is not defined or whose data is not here', async () => {
    const article = await fixture<HTMLElement>(html`<article></article>`);
    article.innerHTML = `<chart-claim for="undefined-one">1</chart-claim><not-yet-defined id="undefined-one"></not-yet-defined><chart-claim for="idle">1</chart-claim><token-volume-chart id="idle"></token-volume-chart>`;
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (const each of article.querySelectorAll('chart-claim')) {
      expect(each.verdict.waiting).to.equal(true);
      expect(shown(each)).to.equal('');
    }
  });

  it('shows nothing, and throws nothing, when focused before its chart has data', async () => {
    const article = await fixture<HTMLElement>(html`<article></article>`);
    article.innerHTML = '<chart-claim for="idle">1</chart-claim><token-volume-chart id="idle"></token-volume-chart>';
    const [first, chart] = [article.querySelector('chart-claim')!, article.querySelector('token-volume-chart')!];
    await first.updateComplete;
    const thrown: string[] = [];
    const note = (event: ErrorEvent): void => {
      event.preventDefault();
      thrown.push(event.message);
    };
    addEventListener('error', note);
    const link = first.renderRoot.querySelector('a')!;
    link.focus();
    expect(link.matches(':focus')).to.equal(true);
    link.blur();
    removeEventListener('error', note);
    expect(thrown).to.deep.equal([]);
    expect(chart.active).to.equal(null);
  });

  it('is judged anew when its words change, or the fields of its chart', async () => {
    const { claims: [first], volume } = await page(claim('for="volume" fact="last"', '8.25 trillion'));
    await until(() => first!.verdict.outcome === 'holds');
    first!.firstChild!.textContent = '8.5 trillion';
    await until(() => first!.verdict.outcome === 'fails');
    first!.firstChild!.textContent = '7.49 trillion';
    await until(() => first!.verdict.outcome === 'fails');
    volume.setAttribute('to', '2026-01-19');
    await until(() => first!.verdict.outcome === 'holds', 'holding within the window');
  });

  it('shows its datum in the chart while it is focused or pointed at', async () => {
    await sendMouse({ type: 'move', position: [795, 595] }); // a pointer left over the chart by the test before would speak too
    const { claims: [first], volume } = await page(claim('for="volume" at="2026-01-12"', '7.64 trillion'));
    await until(() => first!.verdict.outcome === 'holds');
    const link = first!.renderRoot.querySelector('a')!;
    link.focus();
    await until(() => volume.active?.week === '2026-01-12', 'the datum');
    await until(() => root(volume).querySelector('.tooltip')?.textContent?.includes('7.64'), 'the tooltip');
    link.blur();
    await until(() => volume.active === null, 'the datum hidden');
    const { left, top, width, height } = link.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await until(() => volume.active?.week === '2026-01-12', 'the datum by pointer');
    await sendMouse({ type: 'move', position: [795, 595] });
    await until(() => volume.active === null, 'hidden again');
  });

  it('is marked while a reader stands on its datum in the chart', async () => {
    const { claims, volume } = await page(claim('for="volume" at="2026-01-05"', '6.42 trillion') + claim('for="volume" at="2026-01-12"', '7.64 trillion'));
    await until(() => claims.every(({ verdict }) => verdict.outcome === 'holds'));
    await enter(volume);
    const active = (): readonly boolean[] => claims.map((each) => each.matches(':state(active)'));
    expect(active()).to.deep.equal([true, false]);
    await press('ArrowRight');
    expect(active()).to.deep.equal([false, true]);
    await press('Escape');
    expect(active()).to.deep.equal([false, false]);
  });

  it('leads to its chart by Enter, in a document and in a shadow root', async () => {
    const { claims: [first] } = await page(claim('for="split" series="China open"', '58 %'));
    await judged(first!);
    first!.renderRoot.querySelector('a')!.focus();
    await executeServerCommand('engine-keys', 'Enter');
    await until(() => location.hash === '#split', 'the fragment');
    history.replaceState(null, '', location.pathname + location.search);
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<chart-claim for="inner" series="China open">58 %</chart-claim><origin-split-bar id="inner"></origin-split-bar>';
    shadow.querySelector('origin-split-bar')!.data = SPLIT;
    const inner = shadow.querySelector('chart-claim')!;
    await until(() => inner.verdict.outcome === 'holds', 'a verdict in a shadow root');
    inner.renderRoot.querySelector('a')!.click();
    expect(location.hash).to.equal('');
  });

  it('is accessible whatever the verdict', async () => {
    const { article, claims } = await page(claim('for="volume" fact="last"', '8.25 trillion') + claim('for="volume" fact="last"', '9 trillion') + claim('for="none"', '9 trillion'));
    await until(() => claims.every(({ verdict }) => !verdict.waiting));
    await expect(article.querySelector('p')).to.be.accessible();
  });

  it('wraps with its line and changes nothing of its height', async () => {
    const words = 'a long claim with many words that has to wrap over several lines of a narrow column, of 58 % and no more';
    const article = await fixture<HTMLElement>(html`<div style="width: 200px"></div>`);
    article.innerHTML = `<p>Before ${words} after.</p><p>Before <chart-claim for="x">${words}</chart-claim> after.</p>`;
    await customElements.whenDefined('chart-claim');
    await article.querySelector('chart-claim')!.updateComplete;
    const [plain, claimed] = article.querySelectorAll('p');
    expect(claimed!.offsetHeight).to.equal(plain!.offsetHeight);
    expect(getComputedStyle(article.querySelector('chart-claim')!).display).to.equal('inline');
  });
});
