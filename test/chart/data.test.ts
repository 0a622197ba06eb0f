import { expect, oneEvent } from '@open-wc/testing';
import { PACKAGE, WEEKS, chart, find, json, painted, root, stubFetch, until } from '../helpers/chart.js';

describe('a chart takes its data', () => {
  let stub: ReturnType<typeof stubFetch> | undefined;
  afterEach(() => {
    stub?.restore();
    stub = undefined;
  });

  it('from src as a Data Package, and fires chart-load with the dataset', async () => {
    stub = stubFetch(() => json(PACKAGE));
    const element = await chart('token-volume-chart', { loading: 'eager' });
    element.src = '/x/package.json';
    const event = await oneEvent<CustomEvent<{ dataset: { title: string } }>>(element, 'chart-load');
    expect(event.detail.dataset.title).to.equal('Sample of weekly volume');
    expect(event.bubbles && event.composed).to.equal(true);
    expect(element.state).to.equal('ready');
    await painted(element);
  });

  it('from src as an array of records', async () => {
    stub = stubFetch(() => json(WEEKS));
    const element = await chart('token-volume-chart', { loading: 'eager', src: '/x/records.json' });
    await painted(element);
    expect(element.dataset.table.length).to.equal(4);
  });

  it('from src as CSV, whose comment lines are no rows', async () => {
    stub = stubFetch(() => new Response('# a note\nweek,tokens,status\n2026-01-05,6.42,reported\n2026-01-12,7.64,derived\n', { headers: { 'content-type': 'text/csv' } }));
    const element = await chart('token-volume-chart', { loading: 'eager', src: '/x/rows.csv' });
    await painted(element);
    expect(element.dataset.table.length).to.equal(2);
    expect(element.active).to.equal(null);
  });

  it('from a JSON script child', async () => {
    const element = await chart('token-volume-chart');
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = JSON.stringify(PACKAGE);
    element.append(script);
    element.requestUpdate();
    await painted(element);
    expect(element.dataset.title).to.equal('Sample of weekly volume');
  });

  it('from the data property, which wins over src and asks for nothing', async () => {
    stub = stubFetch(() => json([]));
    const element = await chart('token-volume-chart', { data: PACKAGE, src: '/x/other.json', loading: 'eager' });
    await painted(element);
    expect(stub.calls).to.deep.equal([]);
    element.data = [{ week: '2026-01-05', tokens: 1 }];
    await element.updateComplete;
    expect(element.dataset.table.length).to.equal(1);
  });

  it('once for two charts of one address', async () => {
    stub = stubFetch(() => json(PACKAGE));
    const [one, two] = await Promise.all([chart('token-volume-chart', { loading: 'eager', src: '/x/shared.json' }), chart('token-volume-chart', { loading: 'eager', src: '/x/shared.json' })]);
    await Promise.all([painted(one), painted(two)]);
    expect(stub.calls).to.have.length(1);
  });

  it('of the newest src, whichever answers last', async () => {
    const answers: Record<string, (response: Response) => void> = {};
    stub = stubFetch((url) => new Promise((resolve) => (answers[url.slice(-6)] = resolve)));
    const element = await chart('token-volume-chart', { loading: 'eager', src: '/x/a.json' });
    element.src = '/x/b.json';
    await element.updateComplete;
    await until(() => Object.keys(answers).length === 2, 'both requests');
    answers['b.json']?.(json({ ...PACKAGE, title: 'B' }));
    await until(() => element.state === 'ready');
    answers['a.json']?.(json({ ...PACKAGE, title: 'A' }));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(element.dataset.title).to.equal('B');
  });

  it('no more once it is removed: the request is aborted', async () => {
    let signal: AbortSignal | null | undefined;
    stub = stubFetch((_, init) => new Promise((_resolve, reject) => {
      signal = init.signal;
      signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    }));
    const element = await chart('token-volume-chart', { loading: 'eager', src: '/x/slow.json' });
    await until(() => signal);
    expect(element.state).to.equal('loading');
    element.remove();
    await until(() => signal?.aborted, 'the abort');
    expect((signal?.reason as Error).name, 'not by the time-out of requests').to.equal('AbortError');
  });

  it('once, though it is moved in the document', async () => {
    stub = stubFetch(() => json(PACKAGE));
    const element = await chart('token-volume-chart', { loading: 'eager', src: '/x/moved.json' });
    await painted(element);
    element.parentElement?.parentElement?.append(element);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(stub.calls).to.have.length(1);
    expect(element.state).to.equal('ready');
    element.remove();
  });

  it('only near the viewport when lazy', async () => {
    stub = stubFetch(() => json(PACKAGE));
    const far = await chart('token-volume-chart', { src: '/x/lazy.json' });
    far.parentElement?.style.setProperty('margin-top', '30000px');
    const second = await chart('token-volume-chart', { src: '/x/lazy2.json' });
    expect(stub.calls.filter((url) => url.endsWith('lazy2.json'))).to.have.length(0);
    expect(second.state).to.equal('loading');
    second.scrollIntoView();
    await until(() => second.state === 'ready', 'the lazy chart');
    scrollTo(0, 0);
  });

  it('anew on reload()', async () => {
    let n = 0;
    stub = stubFetch(() => json({ ...PACKAGE, title: `Edition ${++n}` }));
    const element = await chart('token-volume-chart', { loading: 'eager', src: '/x/again.json' });
    await painted(element);
    await element.reload();
    await element.updateComplete;
    expect(element.dataset.title).to.equal('Edition 2');
  });
});

describe('a chart whose data fails', () => {
  let stub: ReturnType<typeof stubFetch> | undefined;
  afterEach(() => stub?.restore());

  const BAD: readonly { readonly name: string; readonly data: unknown; readonly says: RegExp }[] = [
    { name: 'a wrong type', data: { resources: [{ name: 'r', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'tokens', type: 'number' }] }, data: [{ week: '2026-01-05', tokens: 'n/a' }] }] }, says: /resources\[0\]\.data\[0\]\.tokens: expected a finite number, found "n\/a"/ },
    { name: 'a missing field', data: [{ week: '2026-01-05' }], says: /y: expected a number field, found only week \(date\)/ },
    { name: 'NaN', data: [{ week: '2026-01-05', tokens: NaN }], says: /data\[0\]\.tokens: expected a finite number, found NaN/ },
    { name: 'two rows of one date', data: [{ week: '2026-01-05', tokens: 1 }, { week: '2026-01-05', tokens: 2 }], says: /data\[1\]\.week: expected one row for each date and series, found a second row for 2026-01-05/ },
    { name: 'a date that is none', data: { resources: [{ name: 'r', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'tokens', type: 'number' }] }, data: [{ week: '2026-02-30', tokens: 1 }] }] }, says: /data\[0\]\.week: expected a calendar date/ },
    { name: 'a number', data: 5, says: /dataset: expected a Data Package/ },
  ];
  for (const { name, data, says } of BAD) {
    it(`by ${name} says so in the figure, in place, and throws nothing`, async () => {
      const errors: unknown[] = [];
      const onError = (event: ErrorEvent | PromiseRejectionEvent): void => void errors.push(event);
      addEventListener('error', onError);
      addEventListener('unhandledrejection', onError);
      const element = await chart('token-volume-chart');
      const before = element.getBoundingClientRect().height;
      setTimeout(() => (element.data = data));
      const event = await oneEvent<CustomEvent<{ error: Error }>>(element, 'chart-error');
      expect(event.detail.error.message).to.match(says);
      expect(element.state).to.equal('error');
      expect(find(element, '[role=alert]').textContent).to.match(says);
      expect(element.getBoundingClientRect().height).to.equal(before);
      removeEventListener('error', onError);
      removeEventListener('unhandledrejection', onError);
      expect(errors).to.deep.equal([]);
    });
  }

  it('by a 404 says the status, offers to try again, and recovers', async () => {
    let fine = false;
    stub = stubFetch(() => (fine ? json(PACKAGE) : new Response('', { status: 404 })));
    const element = await chart('token-volume-chart', { loading: 'eager', src: '/x/gone.json' });
    await until(() => element.state === 'error');
    await element.updateComplete;
    expect(stub.calls).to.have.length(1);
    expect(find(element, '[role=alert]').textContent).to.contain('the site answered 404');
    fine = true;
    find<HTMLButtonElement>(element, '[role=alert] button').click();
    await painted(element);
    expect(element.state).to.equal('ready');
  });

  it('keeps its fallback in sight, which leaves when data comes', async () => {
    const element = await chart('token-volume-chart');
    element.innerHTML = '<p>From 2 to 31 trillion.</p>';
    element.data = [{ week: '2026-01-05', tokens: 'x' }, { week: 'x', tokens: 'x' }];
    await element.updateComplete;
    element.requestUpdate();
    await element.updateComplete;
    const paragraph = element.firstElementChild as HTMLElement;
    expect(element.state).to.equal('error');
    expect(paragraph.getBoundingClientRect().height).to.be.greaterThan(0);
    element.data = PACKAGE;
    await painted(element);
    expect(paragraph.getBoundingClientRect().height).to.equal(0);
  });

  it('says that an empty table is empty, in a figure of the same size', async () => {
    const element = await chart('token-volume-chart');
    const before = element.getBoundingClientRect().height;
    element.data = { title: 'T', resources: [{ name: 'r', schema: { fields: [{ name: 'week', type: 'date' }, { name: 'tokens', type: 'number' }] }, data: [] }] };
    await element.updateComplete;
    expect(element.state).to.equal('empty');
    expect(root(element).textContent).to.contain('no rows yet');
    expect(element.getBoundingClientRect().height).to.equal(before);
  });

  it('sorts unsorted dates', async () => {
    const element = await chart('token-volume-chart', { data: [...WEEKS].reverse() });
    await painted(element);
    expect(element.summary).to.match(/From 6\.42.*to 8\.25/);
  });
});
