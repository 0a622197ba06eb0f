import { expect } from '@open-wc/testing';
import 'axe-core/axe.min.js'; // UMD: in a browser it has no export
import type * as Axe from 'axe-core';
import { cases } from '../cases/index.js';
import { until } from '../helpers/chart.js';
import { clear, resetCases, settle, showCases, TAGS, type Shown } from '../helpers/cases.js';

const { axe } = globalThis as unknown as { axe: typeof Axe };

/** Every rule that axe has of WCAG up to AA and of good practice. */
const ALL: Axe.RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

/** A rule's name and the nodes in these charts that break it, a line each. Rules about a whole page (its title, language, landmarks) have no page to look at here. */
async function violations(shown: readonly Shown[]): Promise<string> {
  const { violations: found } = await axe.run(shown.map(({ element }) => element), {
    runOnly: ALL,
    // a page of cases shows the same dataset several times, so that names of tables repeat
    rules: { region: { enabled: false }, 'landmark-unique': { enabled: false } },
    resultTypes: ['violations'],
    preload: false,
  });
  return found.flatMap(({ id, nodes }) => nodes.slice(0, 5).map(({ target, failureSummary }) => `${id}: ${target.flat().slice(-2).join(' >> ')}: ${failureSummary}`)).join('\n');
}

describe('axe finds nothing to object to', () => {
  after(clear);

  for (const tag of TAGS) {
    it(`in any case of ${tag}, light and dark, as chart, as table and with either panel`, async () => {
      const own = cases.filter((entry) => entry.tag === tag);
      // a few at a time: what axe does grows with the square of the page
      for (let i = 0; i < own.length; i += 5) {
        const some = own.slice(i, i + 5);
        const shown = await showCases({}, (entry) => some.includes(entry));
        expect(await violations(shown), 'light').to.equal('');
        await resetCases(shown, { dark: true });
        expect(await violations(shown), 'dark').to.equal('');
      }
      const ready = (await showCases({ dark: true }, (entry) => own.includes(entry))).filter(({ element }) => element.state === 'ready').slice(0, 4);
      for (const button of ready.flatMap(({ element }) => [...element.renderRoot.querySelectorAll<HTMLButtonElement>('button[aria-pressed=false]')].filter(({ textContent }) => textContent === 'Patterns'))) {
        button.click();
        await until(() => button.getAttribute('aria-pressed') === 'true', 'patterns');
      }
      await settle(ready);
      expect(await violations(ready), 'patterns').to.equal('');
      for (const { element } of ready) {
        element.view = 'table';
        element.open = 'about';
      }
      await settle(ready);
      await until(() => ready.every(({ element }) => element.renderRoot.querySelector('table') && element.renderRoot.querySelector('.panel *')), 'tables and panels');
      expect(await violations(ready), 'table and description').to.equal('');
      for (const { element } of ready) element.open = 'download';
      await settle(ready);
      expect(await violations(ready), 'download').to.equal('');
    });
  }
});
