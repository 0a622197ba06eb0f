import { expect } from '@open-wc/testing';
import 'axe-core/axe.min.js'; // UMD: in a browser it has no export
import type * as Axe from 'axe-core';
import { until } from '../helpers/chart.js';
import { clear, resetCases, settle, showCases, TAGS, type Shown } from '../helpers/cases.js';

const { axe } = globalThis as unknown as { axe: typeof Axe };

/** A rule's name and the nodes that break it, a line each. Rules about a whole page (its title, language, landmarks) have no page to look at here. */
async function violations(): Promise<string> {
  const { violations: found } = await axe.run('#stage', {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // a page of cases shows the same dataset several times, so that names of tables repeat
    rules: { region: { enabled: false }, 'landmark-unique': { enabled: false } },
    resultTypes: ['violations'],
    preload: false,
  });
  return found.flatMap(({ id, nodes }) => nodes.slice(0, 5).map(({ target, failureSummary }) => `${id}: ${target.flat().slice(-2).join(' >> ')}: ${failureSummary}`)).join('\n');
}

describe('axe finds nothing to object to', function () {
  this.timeout(60_000);
  let shown: readonly Shown[] = [];
  after(clear);

  // an element at a time: what axe does grows with the square of the page
  for (const tag of TAGS) {
    it(`in any case of ${tag}, light and dark, as chart, as table and with either panel`, async () => {
      shown = await showCases({}, (entry) => entry.tag === tag);
      expect(await violations(), 'light').to.equal('');
      await resetCases(shown, { dark: true });
      expect(await violations(), 'dark').to.equal('');
      const ready = shown.filter(({ element }) => element.state === 'ready').slice(0, 4);
      for (const { element } of ready) {
        element.view = 'table';
        element.open = 'about';
      }
      await settle(shown);
      await until(() => ready.every(({ element }) => element.renderRoot.querySelector('table') && element.renderRoot.querySelector('.panel *')), 'tables and panels', 10_000);
      expect(await violations(), 'table and description').to.equal('');
      for (const { element } of ready) element.open = 'download';
      await settle(shown);
      expect(await violations(), 'download').to.equal('');
    });
  }
});
