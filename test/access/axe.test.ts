import { expect } from '@open-wc/testing';
import 'axe-core/axe.min.js'; // UMD: in a browser it has no export
import type * as Axe from 'axe-core';
import { until } from '../helpers/chart.js';
import { clear, resetCases, settle, showCases, type Shown } from '../helpers/cases.js';

const { axe } = globalThis as unknown as { axe: typeof Axe };

/** A rule's name and the nodes that break it, a line each. Rules about a whole page (its title, language, landmarks) have no page to look at here. */
async function violations(): Promise<string> {
  const { violations: found } = await axe.run('#stage', {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } },
    resultTypes: ['violations'],
  });
  return found.flatMap(({ id, nodes }) => nodes.slice(0, 5).map(({ target, failureSummary }) => `${id}: ${target.flat().slice(-2).join(' >> ')}: ${failureSummary}`)).join('\n');
}

describe('axe finds nothing to object to', function () {
  this.timeout(60_000);
  let shown: readonly Shown[];
  before(async () => {
    shown = await showCases();
  });
  after(clear);

  for (const dark of [false, true]) {
    it(`in any case, ${dark ? 'dark' : 'light'}`, async () => {
      await resetCases(shown, { dark });
      expect(await violations()).to.equal('');
    });
  }

  it('in any case with its table, and with either panel', async () => {
    const ready = shown.filter(({ element }) => element.state === 'ready');
    for (const { element } of ready) {
      element.view = 'table';
      element.open = 'about';
    }
    await settle(shown);
    await until(() => ready.every(({ element }) => element.renderRoot.querySelector('table') && element.renderRoot.querySelector('.panel *')), 'tables and panels', 10_000);
    expect(await violations()).to.equal('');
    for (const { element } of ready) element.open = 'download';
    await settle(shown);
    expect(await violations()).to.equal('');
  });
});
