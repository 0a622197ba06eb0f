import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { PACKAGE, chart, json, painted, root, stubFetch, until } from '../helpers/chart.js';
import { stopClock, type Clock } from '../helpers/clock.js';
import { faultsOf, watch, wordFaults, type Watch } from '../helpers/oracle.js';
import { runs } from '../helpers/runs.js';
import type { ChartElement } from '../../src/view/chart.js';

const sentence = (element: ChartElement): string => root(element).querySelector('[role=alert] p')?.textContent ?? '';
const tick = (): Promise<void> => new Promise((resolve) => realTimeout(resolve, 5));
const realTimeout = globalThis.setTimeout.bind(globalThis);
let address = 0;
const fresh = (): string => `/x/network-${++address}.json`;

describe('a bad network', () => {
  let page: Watch;
  let clock: Clock;
  let stub: ReturnType<typeof stubFetch> | undefined;
  before(() => (page = watch()));
  after(() => page.stop());
  beforeEach(() => (clock = stopClock({ from: 400 })));
  afterEach(() => {
    clock.restore();
    stub?.restore();
    expect(page.faults.splice(0)).to.deep.equal([]);
  });
  const load = (more: object = {}): Promise<ChartElement> => chart('token-volume-chart', { loading: 'eager', src: fresh(), ...more });
  const stall = (signal: AbortSignal | null | undefined): Promise<never> => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));

  it('that refuses (offline, no such host, another origin) is asked three times, then said with a way on', async () => {
    stub = stubFetch(() => Promise.reject(new TypeError('Failed to fetch')));
    const element = await load();
    await tick();
    expect(element.state).to.equal('loading');
    await clock.pass(3000);
    await until(() => element.state === 'error', 'the error');
    await element.updateComplete;
    expect(stub.calls).to.have.length(3);
    expect(sentence(element)).to.match(/does not answer.*offline.*does not let this page/);
    expect(root(element).querySelector('[role=alert] button')).not.to.equal(null);
    expect(root(element).textContent).not.to.contain('Failed to fetch');
    expect(faultsOf(element)).to.deep.equal([]);
  });

  for (const [status, calls] of [[404, 1], [410, 1], [429, 1], [403, 1], [500, 3], [503, 3]] as const) {
    it(`that answers ${status} is asked ${calls === 1 ? 'once' : 'three times'}, and the status is said`, async () => {
      stub = stubFetch(() => new Response('', { status, headers: { 'retry-after': '1' } }));
      const element = await load();
      await tick();
      await clock.pass(5000);
      await until(() => element.state === 'error', 'the error');
      await element.updateComplete;
      expect(stub.calls).to.have.length(calls);
      expect(sentence(element)).to.contain(`answered ${status}`);
    });
  }

  it('that answers 500, then 200 gives the chart', async () => {
    let n = 0;
    stub = stubFetch(() => (++n === 1 ? new Response('', { status: 500 }) : json(PACKAGE)));
    const element = await load();
    await tick();
    await clock.pass(600);
    await painted(element);
    expect(n).to.equal(2);
  });

  it('whose data is larger than the limit is not asked again', async () => {
    stub = stubFetch(() => json(PACKAGE));
    const element = await load({ maxBytes: 700 });
    await until(() => element.state === 'error', 'the error');
    await clock.pass(5000);
    expect(stub.calls).to.have.length(1);
  });

  it('that gives no first byte is given up after 20 s, in words', async () => {
    stub = stubFetch((_, { signal }) => stall(signal));
    const element = await load();
    await tick();
    await clock.pass(19_000);
    expect(element.state).to.equal('loading');
    await clock.pass(2000);
    await until(() => element.state === 'error', 'the error');
    await element.updateComplete;
    expect(sentence(element)).to.contain('within 20 seconds');
  });

  it('that stalls in the middle of the body is given up after 20 s', async () => {
    stub = stubFetch((_, { signal }) => new Response(new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('[{"week":'));
        signal?.addEventListener('abort', () => controller.error(signal.reason));
      },
    })));
    const element = await load();
    await tick();
    await clock.pass(21_000);
    await until(() => element.state === 'error', 'the error');
    await element.updateComplete;
    expect(sentence(element)).to.contain('within 20 seconds');
  });

  it('that sends a page in place of data is said to', async () => {
    stub = stubFetch(() => new Response('<!doctype html><title>Sign in</title>', { headers: { 'content-type': 'text/html' } }));
    const element = await load();
    await until(() => element.state === 'error', 'the error');
    await element.updateComplete;
    expect(sentence(element)).to.contain('<!doctype html>');
    expect(faultsOf(element)).to.deep.equal([]);
  });

  it('says loading, empty, failed and stale each in words of its own', async () => {
    let answer: () => Response | Promise<Response> = () => new Promise<Response>(() => undefined);
    stub = stubFetch(() => answer());
    const words = (element: ChartElement): string => (root(element).querySelector('.state p') ?? root(element).querySelector('[part=note]'))?.textContent?.trim() ?? '';
    const waiting = await load();
    await until(() => waiting.state === 'loading', 'the wait');
    await waiting.updateComplete;
    answer = () => json([]);
    const empty = await load();
    await until(() => empty.state === 'empty', 'emptiness');
    answer = () => new Response('', { status: 404 });
    const failed = await load();
    await until(() => failed.state === 'error', 'the failure');
    answer = () => json(PACKAGE);
    const stale = await painted(await load({ refresh: 60 }));
    const good = words(stale);
    await until(() => clock.waits().includes(60_000), 'the timer');
    answer = () => new Response('', { status: 404 });
    await clock.pass(60_000);
    await until(() => words(stale) !== good, 'the age');
    await failed.updateComplete;
    const said = [waiting, empty, failed, stale].map(words);
    expect(said.every((each) => /\p{L}{3}/u.test(each)), said.join('; ')).to.equal(true);
    expect(new Set(said).size, said.join('; ')).to.equal(4);
    for (const element of [waiting, empty, failed, stale]) element.remove();
  });

  it('of no http address is not asked', async () => {
    stub = stubFetch(() => json(PACKAGE));
    for (const src of ['javascript:canary()', 'data:application/json,[]', 'file:///etc/passwd', 'ftp://example.org/x']) {
      const element = await load({ src });
      await until(() => element.state === 'error', 'the error');
    }
    expect(stub.calls).to.deep.equal([]);
  });

  describe('while a chart refreshes', () => {
    it('keeps the last good data, says its age, waits longer each time and recovers', async () => {
      let fine = true;
      stub = stubFetch(() => (fine ? json(PACKAGE) : new Response('', { status: 404 })));
      const { calls } = stub;
      const element = await load({ refresh: 60 });
      await painted(element);
      await until(() => clock.waits().includes(60_000), 'the timer');
      fine = false;
      await clock.pass(60_000);
      await until(() => /kept|could not|stale|older|as read|of /i.test(root(element).querySelector('[part=note]')?.textContent ?? ''), 'the note');
      await element.updateComplete;
      expect(element.state).to.equal('ready');
      expect(calls).to.have.length(2);
      await clock.pass(119_000);
      expect(calls).to.have.length(2);
      await clock.pass(1000);
      expect(calls).to.have.length(3);
      await clock.pass(239_000);
      expect(calls).to.have.length(3);
      fine = true;
      await clock.pass(1000);
      await tick();
      expect(calls).to.have.length(4);
      await element.updateComplete;
      expect(root(element).querySelector('[part=note]')?.textContent?.trim()).to.equal('');
      await until(() => clock.waits().includes(60_000), 'the first wait again');
      element.remove();
      await tick();
      expect(clock.waits()).not.to.include(60_000);
    });

    for (const [refresh, wait] of [[1e99, 86_400_000], [Infinity, 86_400_000], [2_147_484, 86_400_000], [0.001, 5000], [-5, 0], [NaN, 0]] as const) {
      it(`every ${refresh} seconds ${wait ? `asks again after ${wait / 1000}` : 'asks once'}`, async () => {
        stub = stubFetch(() => json(PACKAGE));
        const element = await load({ refresh });
        await painted(element);
        await new Promise((resolve) => realTimeout(resolve, 60));
        expect(clock.waits().filter((ms) => ms >= 5000 && ms !== 20_000)).to.deep.equal(wait ? [wait] : []);
        expect(stub.calls).to.have.length(1);
        element.remove();
      });
    }

    it('asks nothing while the page is hidden or offline, and what fell due when it is back', async () => {
      stub = stubFetch(() => json(PACKAGE));
      const { calls } = stub;
      const element = await load({ refresh: 60 });
      await painted(element);
      await until(() => clock.waits().includes(60_000), 'the timer');
      for (const [object, key, value, event, target] of [[document, 'hidden', true, 'visibilitychange', document], [navigator, 'onLine', false, 'online', window]] as const) {
        const before = calls.length;
        Object.defineProperty(object, key, { value, configurable: true });
        await clock.pass(600_000);
        expect(calls).to.have.length(before);
        Reflect.deleteProperty(object, key);
        target.dispatchEvent(new Event(event));
        await until(() => calls.length === before + 1, 'the request');
        await until(() => clock.waits().includes(60_000), 'the next timer');
      }
      element.remove();
    });
  });
});

describe('a site that leads in circles', () => {
  it('is given up by the browser, and said with a way on', async () => {
    const page = watch();
    const element = await chart('token-volume-chart', { loading: 'eager', src: '/in-circles' });
    const height = element.getBoundingClientRect().height;
    await until(() => element.state === 'error', 'the error');
    expect(sentence(element)).to.match(/does not answer/);
    expect(root(element).querySelector('[role=alert] button')).to.exist;
    expect([...faultsOf(element, height), ...page.faults]).to.deep.equal([]);
    page.stop();
  });
});

describe('in every order of events', () => {
  type Step = { readonly do: 'src' | 'data' | 'clear' | 'remove' | 'append' | 'move' | 'resize' | 'respond' | 'fail' | 'pause'; readonly n: number };
  const WIDTHS = [0, 240, 480, 1000];
  const steps = fc.array(fc.record<Step>({ do: fc.constantFrom('src', 'src', 'data', 'clear', 'remove', 'append', 'move', 'resize', 'respond', 'respond', 'fail', 'pause'), n: fc.nat(3) }), { maxLength: 14 });

  it('the newest of src and data is shown, or its failure', async () => {
    const page = watch();
    let round = 0;
    let pending: { url: string; resolve(response: Response): void; signal: AbortSignal | null | undefined }[] = [];
    const stub = stubFetch((url, { signal }) => new Promise((resolve, reject) => {
      pending.push({ url, resolve, signal });
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
    }));
    const homes = [document.createElement('div'), document.createElement('div')] as const;
    document.body.append(...homes);
    const title = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
    try {
      await fc.assert(fc.asyncProperty(steps, async (list) => {
        round++;
        pending = [];
        const element = document.createElement('token-volume-chart');
        element.loading = 'eager';
        homes[0].append(element);
        let want = '';
        let failed = new Set<string>();
        let at = '';
        // an address that was given again, or came back before the chart looked, is no change: its failure stands
        const see = (): void => {
          if (element.src !== at) failed = new Set();
          at = element.src;
        };
        const answer = async (n: number, ok: boolean): Promise<void> => {
          const [one] = pending.splice(n % Math.max(1, pending.length), 1);
          if (!one) return;
          if (title(one.url) === title(element.src)) see();
          if (!ok && !one.signal?.aborted) failed.add(title(one.url));
          one.resolve(ok ? json({ ...PACKAGE, title: title(one.url) }) : new Response('', { status: 404 }));
          await new Promise((resolve) => realTimeout(resolve));
          see();
        };
        const settle = async (): Promise<void> => {
          await element.updateComplete;
          await Promise.resolve();
          see();
        };
        for (const step of list) {
          if (step.do === 'src') {
            element.src = `/r${round}/s${step.n}`;
          } else if (step.do === 'data') element.data = { ...PACKAGE, title: `d${step.n}` };
          else if (step.do === 'clear') element.data = undefined;
          else if (step.do === 'remove') element.remove();
          else if (step.do === 'append') homes[0].append(element);
          else if (step.do === 'move') homes[step.n % 2]!.append(element);
          else if (step.do === 'resize') {
            for (const home of homes) home.style.width = `${WIDTHS[step.n]}px`;
          } else if (step.do === 'pause') await settle();
          else await answer(step.n, step.do === 'respond');
          if (step.n % 2) await settle();
        }
        homes[0].append(element);
        for (const home of homes) home.style.width = '680px';
        await settle();
        for (let i = 0; i < 40 && pending.length; i++) await answer(0, true);
        for (let i = 0; i < 50 && element.state === 'loading'; i++) await new Promise((resolve) => realTimeout(resolve, 2));
        await settle();
        const data = element.data as { title: string } | undefined;
        want = data ? data.title : title(element.src);
        const faults = [...page.faults.splice(0)];
        if (want) {
          faults.push(...wordFaults(element));
          if (element.state === 'ready' ? element.dataset.title !== want : !(element.state === 'error' && failed.has(want) && !data)) faults.push(`${element.state} ${element.state === 'ready' ? element.dataset.title : ''}, should be ${want}`);
        } else if (element.state !== 'idle') faults.push(`${element.state} of nothing`);
        element.remove();
        if (faults.length) throw new Error(faults.join('; '));
      }), runs(500));
    } finally {
      stub.restore();
      page.stop();
      homes.forEach((home) => home.remove());
    }
  }).timeout((globalThis as { readonly fuzz?: unknown }).fuzz ? 0 : 60_000);
});
