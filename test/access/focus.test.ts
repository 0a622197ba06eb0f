import { expect } from '@open-wc/testing';
import { press, root, slider, spoken, until } from '../helpers/chart.js';
import { TAGS, clear, resetCases, showCases, viewport, type Shown } from '../helpers/cases.js';

const LEAST = navigator.vendor.startsWith('Apple') ? 450 : 0; // px: no window of WebKitGTK is narrower
const HEADER = 64; // px: of the page's own, which stays at the top of the window
const SLACK = 1; // px: rounding

const key = ({ element }: Shown, name: string): boolean => slider(element).dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }));

/** What is wrong with how the focused plot is seen below the page's header, a line each. */
function hidden({ element, name }: Shown): readonly string[] {
  const found: string[] = [];
  const { left, right, top, bottom, height } = slider(element).getBoundingClientRect();
  const say = (what: string): void => void found.push(`${name}, at ${Math.round(top)} to ${Math.round(bottom)} of ${HEADER} to ${innerHeight}: ${what}`);
  if (height <= innerHeight - HEADER) {
    if (top < HEADER - SLACK || bottom > innerHeight + SLACK) say('it reaches out of view');
  } else if (Math.min(bottom, innerHeight) - Math.max(top, HEADER) < (innerHeight - HEADER) / 2) say('it does not even fill half the view');
  const [from, to] = [Math.max(top, HEADER) + 2, Math.min(bottom, innerHeight) - 2];
  for (const x of [left + 2, (left + right) / 2, right - 2]) {
    for (const y of [from, (from + to) / 2, to]) {
      const over = document.elementFromPoint(x, y);
      if (over !== element) say(`${over?.localName ?? 'nothing'}.${over?.className ?? ''} covers it at ${Math.round(x)}, ${Math.round(y)}`);
    }
  }
  return found;
}

/** The same, once the window has come to rest: some engines scroll to what has the focus in a later frame. */
async function hiddenAtRest(shown: Shown): Promise<readonly string[]> {
  await until(() => hidden(shown).length === 0, 'the focused plot in view', 2000).catch(() => undefined); // what is wrong then is told
  return hidden(shown);
}

describe('focus, in every case', () => {
  let all: readonly Shown[];
  let ready: readonly Shown[];
  let plotted: readonly Shown[];
  before(async () => {
    all = await showCases();
    ready = all.filter(({ element }) => element.state === 'ready');
    plotted = ready.filter(({ element }) => element.view !== 'table' && element.shown && root(element).querySelector('input.walk'));
    expect(plotted.length).to.be.greaterThan(80);
  });
  after(async () => {
    clear();
    await viewport(800, 600);
  });

  it('given to the host goes to the plot, or to the table in its place, and the host itself never has it', async () => {
    for (const { element, name } of ready) {
      const wanted = await until(() => root(element).querySelector('input.walk, .table'), `the plot or table of ${name}`).then(() => root(element).querySelector('input.walk, .table'));
      element.focus();
      expect(document.activeElement === element, `${name} is where the focus is`).to.equal(true);
      // not the elements themselves: a failure would write out all that hangs on them
      expect(root(element).activeElement === wanted, `${name}: focus is on ${root(element).activeElement?.localName}`).to.equal(true);
    }
    for (const { element, name } of all) expect([element.tabIndex, element.hasAttribute('tabindex')], name).to.deep.equal([-1, false]);
  });

  describe('on ten fast keys', () => {
    /** Texts that assistive technology is told without focus being there, as they are now. */
    const live = ({ element }: Shown): string => [...root(element).querySelectorAll('[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off])')].map(({ textContent }) => textContent).join('\n');
    const reached = async (shown: Shown): Promise<string> => {
      await shown.element.updateComplete;
      return spoken(shown.element);
    };

    it('says the last datum last, at most three messages in a live region', async () => {
      for (const shown of plotted) {
        const { element, name } = shown;
        slider(element).focus();
        await until(() => root(element).querySelector('#help'), `the reader's tools of ${name}`);
        // one by one, each told before the next
        key(shown, 'Home');
        const first = await reached(shown);
        let messages = 0;
        let before = live(shown);
        for (let i = 0; i < 10; i++) {
          key(shown, 'ArrowRight');
          await element.updateComplete;
          if (live(shown) !== before) messages += 1;
          before = live(shown);
        }
        expect(messages, name).to.be.at.most(3);
        const slow = spoken(element);
        key(shown, 'Home');
        expect(await reached(shown), name).to.equal(first);
        // all within one frame: no datum between is told, and the last one is
        const told: string[] = [];
        const observer = new MutationObserver((records) => void told.push(...records.map(() => spoken(element))));
        observer.observe(slider(element), { attributes: true, attributeFilter: ['aria-valuetext'] });
        for (let i = 0; i < 10; i++) key(shown, 'ArrowRight');
        const fast = await reached(shown);
        observer.disconnect();
        expect(fast, name).to.equal(slow);
        expect(told.length, name).to.be.at.most(3);
        const stop = element.points?.stop;
        expect(stop && fast, name).to.equal(stop && element.shown?.figure.point(stop).spoken);
      }
    });
  });

  describe('in a small window under a fixed header, with scroll-padding', () => {
    const header = document.createElement('header');
    before(async () => {
      await viewport(Math.max(LEAST, 340), 500);
      await resetCases(all, { width: 320 });
      header.style.cssText = `position:fixed;inset:0 0 auto;block-size:${HEADER}px;background:#fff;z-index:10`;
      document.documentElement.style.scrollPaddingBlockStart = `${HEADER + 8}px`;
      document.body.append(header);
      for (const place of ['beforebegin', 'afterend'] as const) document.querySelector('#stage')?.insertAdjacentHTML(place, '<button class="shore">The page</button>');
    });
    after(() => {
      header.remove();
      document.documentElement.style.scrollPaddingBlockStart = '';
      for (const button of document.querySelectorAll('.shore')) button.remove();
    });

    it('a plot that gets it from above or below is scrolled into view, and nothing covers it', async () => {
      const found: string[] = [];
      for (const shown of plotted) {
        for (const [from, y] of [['above', 0], ['below', document.documentElement.scrollHeight]] as const) {
          slider(shown.element).blur();
          scrollTo(0, y);
          shown.element.focus();
          await shown.element.updateComplete;
          found.push(...(await hiddenAtRest(shown)).map((fault) => `from ${from}, ${fault}`));
        }
      }
      expect(found.join('\n')).to.equal('');
    });

    for (const tag of TAGS) {
      it(`a plot that Tab reaches is so too, downwards and upwards, and the host is no stop: ${tag}`, async () => {
        const shown = plotted.find(({ entry }) => entry.tag === tag);
        if (!shown) throw new Error(`no plot of ${tag}`);
        const { element, name } = shown;
        const own = [...root(element).querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')].filter((node) => node.tabIndex >= 0 && node.checkVisibility());
        const shores = (['beforebegin', 'afterend'] as const).map((place) => {
          element.insertAdjacentHTML(place, '<button class="shore">Beside</button>');
          return (place === 'beforebegin' ? element.previousElementSibling : element.nextElementSibling) as HTMLElement;
        });
        for (const [start, chord, y] of [[shores[0], 'Tab', 0], [shores[1], 'Shift+Tab', document.documentElement.scrollHeight]] as const) {
          const stops: Element[] = [];
          start?.focus({ preventScroll: true });
          scrollTo(0, y);
          for (await press(chord); document.activeElement === element && stops.length <= own.length; await press(chord)) {
            const at = root(element).activeElement;
            expect(at, `${name}: the host is a stop`).to.not.equal(null);
            stops.push(at as Element);
            if (at === slider(element)) expect((await hiddenAtRest(shown)).join('\n'), chord).to.equal('');
          }
          expect(stops.includes(slider(element)), name).to.equal(true);
          expect(new Set(stops).size, `${name}: stops`).to.equal(stops.length);
        }
        for (const shore of shores) shore.remove();
      });
    }
  });
});
