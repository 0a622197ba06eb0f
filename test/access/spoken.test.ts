import { expect } from '@open-wc/testing';
import { virtual } from '@guidepup/virtual-screen-reader/browser.js'; // the main export does not load in a browser
import { executeServerCommand } from '@web/test-runner-commands';
import { root, until } from '../helpers/chart.js';
import { clear, showCases, TAGS } from '../helpers/cases.js';

/** Steps after which a figure that does not end is taken to be a trap. */
const MOST = 120;

describe('a virtual screen reader', () => {
  after(clear);

  for (const tag of TAGS) {
    it(`reads ${tag} from end to end as it did before (UPDATE_GOLDENS=1 writes it anew)`, async () => {
      const [shown] = await showCases({}, (entry) => entry.tag === tag && entry.name === 'usual');
      await until(() => root(shown!.element).querySelector('#help'), 'the reader’s tools');
      await virtual.start({ container: root(shown!.element).querySelector('figure')! }); // it enters no shadow root by itself
      let ended = false;
      for (let i = 0; i < MOST && !ended; i++) {
        await virtual.next();
        ended = /^end of (figure|figura)/.test(await virtual.lastSpokenPhrase());
      }
      const log = `${(await virtual.spokenPhraseLog()).join('\n')}\n`;
      await virtual.stop();
      expect(ended, log).to.equal(true);
      expect(log).to.equal(await executeServerCommand('engine-golden', { name: `spoken/${tag}.txt`, text: log }));
    });
  }
});
