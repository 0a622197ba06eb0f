import { expect } from '@open-wc/testing';
import { PACKAGE, chart, find, json, painted, root, stubFetch, until } from '../helpers/chart.js';
import { faultsOf, watch, type Watch } from '../helpers/oracle.js';
import { SAMPLES } from '../helpers/samples.js';
import type { ChartElement } from '../../src/view/chart.js';

const frames = async (): Promise<void> => {
  for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
};

describe('in a long life', () => {
  let page: Watch;
  let stub: ReturnType<typeof stubFetch> | undefined;
  before(() => (page = watch()));
  after(() => page.stop());
  afterEach(() => {
    stub?.restore();
    stub = undefined;
    expect(page.faults.splice(0)).to.deep.equal([]);
  });

  it('2,000 mounts and removals leave no node, listener, observer or timer', async () => {
    let listeners = 0;
    let observers = 0;
    const timers = new Set<unknown>();
    const patched: (() => void)[] = [];
    const patch = <T extends object, K extends keyof T>(object: T, key: K, value: T[K]): void => {
      const own = Object.getOwnPropertyDescriptor(object, key);
      Object.defineProperty(object, key, { value, configurable: true, writable: true });
      patched.push(() => (own ? Object.defineProperty(object, key, own) : Reflect.deleteProperty(object, key)));
    };
    for (const target of [window, document] as const) {
      const { addEventListener: add, removeEventListener: remove } = target;
      patch(target as EventTarget, 'addEventListener', (...args) => {
        listeners++;
        add.apply(target, args as Parameters<typeof add>);
      });
      patch(target as EventTarget, 'removeEventListener', (...args) => {
        listeners--;
        remove.apply(target, args as Parameters<typeof remove>);
      });
    }
    for (const kind of [ResizeObserver, IntersectionObserver]) {
      const { observe, disconnect } = kind.prototype;
      const live = new WeakSet<object>();
      patch(kind.prototype as { observe(this: object, ...args: unknown[]): void }, 'observe', function (this: object, ...args) {
        if (!live.has(this)) observers++;
        live.add(this);
        observe.apply(this as ResizeObserver & IntersectionObserver, args as [Element]);
      });
      patch(kind.prototype as { disconnect(this: object): void }, 'disconnect', function (this: object) {
        if (live.delete(this)) observers--;
        disconnect.call(this as ResizeObserver & IntersectionObserver);
      });
    }
    const { setTimeout: set, clearTimeout: clear } = globalThis;
    patch(globalThis, 'setTimeout', ((call: () => void, ms: number) => {
      const id = set(() => {
        timers.delete(id);
        call();
      }, ms);
      timers.add(id);
      return id;
    }) as typeof setTimeout);
    patch(globalThis, 'clearTimeout', (id) => {
      timers.delete(id);
      clear(id);
    });
    try {
      stub = stubFetch(() => json(PACKAGE));
      const before = document.querySelectorAll('*').length;
      const at = [listeners, observers];
      const made = SAMPLES.map(({ tag, numbers }) => {
        const element = document.createElement(tag) as unknown as ChartElement;
        element.data = numbers([40, 60]);
        return element;
      });
      for (let i = 0; i < 2000; i++) {
        const tag = SAMPLES[i % SAMPLES.length]!.tag;
        // most are mounted again, some are new, of data and of addresses
        const element = i % 10 ? made[i % made.length]! : (document.createElement(tag) as unknown as ChartElement);
        if (i % 20 === 0) Object.assign(element, { src: `/x/life-${i}`, loading: i % 40 ? 'lazy' : 'eager', refresh: 60 });
        document.body.append(element);
        if (i % 7 === 0) await element.updateComplete;
        element.remove();
      }
      await frames();
      await new Promise((resolve) => set(resolve, 100));
      expect(document.querySelectorAll('*').length, 'nodes').to.equal(before);
      expect([listeners, observers], 'listeners, observers').to.deep.equal(at);
      expect(timers.size, 'timers').to.equal(0);
    } finally {
      patched.reverse().forEach((undo) => undo());
    }
  });

  it('an idle chart changes nothing', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    await until(() => root(element).querySelector('.help'), 'the tools');
    await frames();
    let changes = 0;
    const observer = new MutationObserver((list) => (changes += list.length));
    observer.observe(root(element), { subtree: true, childList: true, attributes: true, characterData: true });
    observer.observe(element, { attributes: true });
    await new Promise((resolve) => setTimeout(resolve, 400));
    observer.disconnect();
    expect(changes).to.equal(0);
  });

  it('made by innerHTML, cloneNode or a template it draws, and asks nothing inside the template', async () => {
    stub = stubFetch(() => json(PACKAGE));
    const home = document.createElement('div');
    document.body.append(home);
    const template = document.createElement('template');
    template.innerHTML = '<token-volume-chart src="/x/template.json" loading="eager"></token-volume-chart>';
    await frames();
    expect(stub.calls).to.deep.equal([]);
    home.append(template.content.cloneNode(true));
    home.insertAdjacentHTML('beforeend', '<token-volume-chart src="/x/inner.json" loading="eager"></token-volume-chart>');
    home.append(home.lastElementChild!.cloneNode(true));
    for (const element of home.querySelectorAll('token-volume-chart')) expect(faultsOf(await painted(element))).to.deep.equal([]);
    expect(stub.calls.map((url) => url.slice(url.lastIndexOf('/')))).to.deep.equal(['/template.json', '/inner.json']);
    home.remove();
  });

  it('keeps attributes and properties that were set before it was defined, and is defined once', async () => {
    const { TokenVolumeChart } = await import('../../src/elements/token-volume-chart.js');
    const { register } = await import('../../src/define/register.js');
    const early = document.createElement('early-chart') as HTMLElement & Partial<ChartElement>;
    early.setAttribute('heading', 'Early');
    early.data = PACKAGE;
    document.body.append(early);
    register('early-chart', class extends TokenVolumeChart {});
    register('early-chart', class extends TokenVolumeChart {});
    register('token-volume-chart', class extends HTMLElement {});
    await painted(early as ChartElement);
    expect(root(early as ChartElement).querySelector('[part=heading]')!.textContent).to.contain('Early');
    early.remove();
  });

  it('hidden, in closed details or 0 px wide it draws nothing, and draws when it is shown', async () => {
    for (const [hide, show] of [
      [(box: HTMLElement) => (box.style.display = 'none'), (box: HTMLElement) => (box.style.display = '')],
      [(box: HTMLElement) => (box.style.width = '0'), (box: HTMLElement) => (box.style.width = '')],
      [(box: HTMLElement) => (box.style.cssText = 'width:0;height:0;overflow:hidden'), (box: HTMLElement) => (box.style.cssText = '')],
      [(box: HTMLElement) => box.setAttribute('hidden', ''), (box: HTMLElement) => box.removeAttribute('hidden')],
    ] as const) {
      const element = await chart('token-volume-chart');
      const box = element.parentElement!;
      hide(box);
      element.data = PACKAGE;
      await element.updateComplete;
      await frames();
      expect(element.state).to.equal('ready');
      expect(root(element).querySelectorAll('svg[part=svg] *')).to.have.length(0);
      show(box);
      await painted(element);
      await frames();
      expect(faultsOf(element)).to.deep.equal([]);
    }
    const details = document.createElement('details');
    const element = document.createElement('token-volume-chart');
    element.data = PACKAGE;
    details.append(element);
    document.body.append(details);
    await frames();
    details.open = true;
    await painted(element);
    details.remove();
  });

  it('adopted into another document it still draws, styled, and answers', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const other = frame.contentDocument!;
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    await element.show({ index: 0, series: 0 });
    await until(() => root(element).querySelector('.tooltip'), 'the tooltip');
    other.body.append(element);
    await frames();
    await element.updateComplete;
    element.data = { ...PACKAGE, title: 'Elsewhere' };
    await element.updateComplete;
    expect(element.state).to.equal('ready');
    expect(find(element, '[part=heading]').textContent).to.contain('Elsewhere');
    await until(() => other.defaultView!.getComputedStyle(find(element, '.root')).containerType === 'inline-size', 'the styles');
    document.body.append(element);
    await frames();
    expect(getComputedStyle(find(element, '.root')).containerType).to.equal('inline-size');
    element.remove();
    frame.remove();
  });
});
