import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { PACKAGE, SPLIT, chart, enter, find, painted, press, root, slider, spoken, until } from '../helpers/chart.js';

const tooltip = (element: Parameters<typeof root>[0]): string | undefined => root(element).querySelector('.tooltip')?.textContent?.replace(/\s+/g, ' ').trim();

describe('keys on a chart over time', () => {
  const walk = [
    { keys: ['Home'], says: /^6\.42 trillion tokens, Week of Jan 5, 2026, Reported, 1 of 4$/ },
    { keys: ['ArrowRight'], says: /^7\.64 trillion tokens, Week of Jan 12, 2026, up 19%, Derived, 2 of 4$/ },
    { keys: ['End'], says: /^8\.25 trillion.*Representative, 4 of 4$/ },
    { keys: ['ArrowRight'], says: /4 of 4$/ },
    { keys: ['ArrowLeft'], says: /^7\.49 trillion.*down 2%, Reported, 3 of 4$/ },
    { keys: ['PageDown'], says: /2 of 4$/ },
    { keys: ['PageUp'], says: /3 of 4$/ },
    { keys: ['['], says: /1 of 4$/ },
    { keys: [']'], says: /4 of 4$/ },
    { keys: ['ArrowDown'], says: /4 of 4$/ },
  ] as const;

  it('walk the points, each said once by the slider and shown by the same tooltip', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    await enter(element);
    for (const { keys, says } of walk) {
      await press(...keys);
      await element.updateComplete;
      expect(spoken(element), keys.join()).to.match(says);
      const value = spoken(element).split(' ')[0] ?? '';
      expect(tooltip(element)).to.contain(value);
      expect(spoken(element).length).to.be.at.most(140);
    }
  });

  it('close the tooltip by Escape, keep focus, and show it again with the next arrow', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    await enter(element);
    await press('ArrowRight', 'Escape');
    await element.updateComplete;
    expect(tooltip(element)).to.equal(undefined);
    expect(root(element).activeElement).to.equal(slider(element));
    await press('ArrowRight');
    await element.updateComplete;
    expect(tooltip(element)).to.contain('7.64');
  });

  it('leave the plot in one Tab, and come back to the last point', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    await enter(element);
    await press('End', 'Tab');
    expect(root(element).activeElement).to.not.equal(slider(element));
    expect(tooltip(element)).to.equal(undefined);
    await press('Shift+Tab');
    await element.updateComplete;
    expect(root(element).activeElement).to.equal(slider(element));
    expect(spoken(element)).to.match(/4 of 4$/);
  });

  it('leave combinations to the browser', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    await enter(element);
    const event = new KeyboardEvent('keydown', { key: 'ArrowRight', ctrlKey: true, bubbles: true, composed: true, cancelable: true });
    slider(element).dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
    expect(spoken(element)).to.match(/1 of 4$/);
  });

  it('fire chart-active with the row, and null when left', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    const rows: unknown[] = [];
    element.addEventListener('chart-active', (event) => rows.push((event as CustomEvent).detail));
    await enter(element);
    await press('ArrowRight', 'Escape');
    expect(rows).to.deep.equal([{ week: '2026-01-05', tokens: 6.42, status: 'reported' }, { week: '2026-01-12', tokens: 7.64, status: 'derived' }, null]);
  });

  it('step with assistive technology through the slider itself', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    await enter(element);
    slider(element).value = '2';
    slider(element).dispatchEvent(new Event('input', { bubbles: true }));
    await element.updateComplete;
    expect(spoken(element)).to.match(/3 of 4$/);
  });

  it('skip a point without a value', async () => {
    const data = [{ week: '2026-01-05', tokens: 1 }, { week: '2026-01-12', tokens: null }, { week: '2026-01-19', tokens: 3 }];
    const element = await painted(await chart('token-volume-chart', { data }));
    await enter(element);
    await press('ArrowRight');
    await element.updateComplete;
    expect(spoken(element)).to.match(/^3,.*3 of 3$/);
  });

  it('switch series up and down', async () => {
    const data = [{ week: '2026-01-05', lab: 'A', tokens: 1 }, { week: '2026-01-05', lab: 'B', tokens: 2 }, { week: '2026-01-12', lab: 'A', tokens: 3 }, { week: '2026-01-12', lab: 'B', tokens: 4 }];
    const element = await painted(await chart('token-volume-chart', { data }));
    await enter(element);
    await press('ArrowDown');
    await element.updateComplete;
    expect(spoken(element)).to.match(/^B, 2/);
    await press('ArrowUp', 'End');
    await element.updateComplete;
    expect(spoken(element)).to.match(/^A, 3/);
  });
});

describe('keys on a bar of parts', () => {
  it('walk the parts with the left and right arrows', async () => {
    const element = await painted(await chart('origin-split-bar', { data: SPLIT }));
    await enter(element);
    expect(spoken(element)).to.equal('China open 58%, Representative, 1 of 3');
    await press('ArrowRight', 'ArrowRight', 'ArrowRight');
    await element.updateComplete;
    expect(spoken(element)).to.equal('Other 14%, Representative, 3 of 3');
    await press('[');
    await press(']');
    await element.updateComplete;
    expect(spoken(element)).to.contain('China open');
  });

  it('run the other way where words do', async () => {
    const element = await chart('origin-split-bar', { data: SPLIT });
    element.parentElement?.setAttribute('dir', 'rtl');
    await painted(element);
    await enter(element);
    await press('ArrowLeft');
    await element.updateComplete;
    expect(spoken(element)).to.contain('US frontier 28%');
  });
});

describe('a pointer that rests on the plot before the tools for points come', () => {
  it('gets the details of its point without moving', async () => {
    const element = await chart('token-volume-chart', { data: PACKAGE });
    await until(() => root(element).querySelector('.stage'));
    const rest = (type: string, left: number): boolean => find(element, '.stage').dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: left, clientY: 200 }));
    expect(root(element).querySelector('#help'), 'the tools are not here yet').to.equal(null);
    rest('pointermove', find(element, '.stage').getBoundingClientRect().left + 2);
    await until(() => tooltip(element), 'the tooltip');
    expect(tooltip(element)).to.contain('6.42');
    rest('pointerout', 0);
    await until(() => !tooltip(element), 'the tooltip to leave');
  });
});

describe('a pointer over a chart', () => {
  const over = async (element: Parameters<typeof root>[0], part: number): Promise<void> => {
    const box = find(element, '.plot').getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(box.left + box.width * part), Math.round(box.bottom - 60)] });
  };

  it('shows the nearest point, says nothing, and hides it when it leaves', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    await over(element, 0.98);
    await until(() => root(element).querySelector('.tooltip') ?? void over(element, 0.97), 'the tooltip');
    expect(tooltip(element)).to.contain('8.25 trillion');
    expect(root(element).querySelector('[role=status]')?.textContent).to.equal('');
    await over(element, 0.1);
    await element.updateComplete;
    expect(tooltip(element)).to.contain('6.42 trillion');
    await sendMouse({ type: 'move', position: [2, 2] });
    await until(() => tooltip(element) === undefined, 'the tooltip to leave');
  });

  it('repaints no mark and changes nothing while the nearest point stays', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    await over(element, 0.1);
    await until(() => root(element).querySelector('.tooltip') ?? void over(element, 0.11), 'the tooltip');
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(root(element), { subtree: true, childList: true, attributes: true, characterData: true });
    await over(element, 0.12);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(changes).to.have.length(0);
    await over(element, 0.98);
    await new Promise((resolve) => setTimeout(resolve, 30));
    observer.disconnect();
    expect(changes.some(({ target }) => target instanceof Element && target.matches('path, [part=grid], [part=label]'))).to.equal(false);
    expect(changes.length).to.be.greaterThan(0);
    await sendMouse({ type: 'move', position: [2, 2] });
  });
});

describe('the figure', () => {
  it('is named by its heading, described by its summary, and keeps each id in its own tree', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    const other = await painted(await chart('token-volume-chart', { data: { ...PACKAGE, title: 'Another' } }));
    expect(find(element, 'figure').getAttribute('aria-labelledby')).to.equal('heading');
    expect(find(element, '#heading').textContent?.trim()).to.equal('Sample of weekly volume');
    for (const each of [element, other]) {
      await enter(each);
      for (const id of (slider(each).getAttribute('aria-describedby') ?? '').split(' ')) expect(root(each).getElementById(id), id).to.not.equal(null);
    }
    expect(slider(other).getAttribute('aria-label')).to.equal('Another');
    expect(document.querySelectorAll('#heading')).to.have.length(0);
  });

  it('takes the name a page gives its host', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }, { 'aria-label': 'Named by the page' }));
    expect(find(element, 'figure').getAttribute('aria-label')).to.equal('Named by the page');
    expect(slider(element).getAttribute('aria-label')).to.equal('Named by the page');
  });

  it('shows status, note, source and citation in the caption', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE, note: 'A note.' }));
    const caption = find(element, 'figcaption').textContent?.replace(/\s+/g, ' ').trim();
    expect(caption).to.equal('Reported, 1 of 4 derived, 1 of 4 representative A note. Source: A source. Cited so.');
    expect(find(element, 'figcaption a').getAttribute('href')).to.equal('https://example.org/source');
  });

  it('says in the caption the source and the whole citation, which a licence may ask for, but no title twice', async () => {
    const citation = 'Source: Example (example.org/source), as of 2026-02-01. Licensed under CC BY 4.0.';
    const cite = (words: string): unknown => ({ ...PACKAGE, provenance: { ...PACKAGE.provenance, citation: words } });
    const element = await painted(await chart('token-volume-chart', { data: cite(citation) }));
    const said = (): string | undefined => find(element, 'figcaption').textContent?.replace(/\s+/g, ' ').trim();
    expect(said()).to.equal(`Reported, 1 of 4 derived, 1 of 4 representative Source: A source. ${citation}`);
    expect(await element.toSVG()).to.contain('Source: Example');
    expect(await element.toCSV()).to.contain(`# ${citation}`);
    element.data = cite('A source (example.org), 2026.');
    await element.updateComplete;
    expect(said()).to.match(/Source: A source\.$/);
    element.source = 'Somebody';
    await element.updateComplete;
    expect(said()).to.match(/Source: Somebody\. A source \(example/);
  });

  it('tells method, base and caveats on demand', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    const button = [...root(element).querySelectorAll('button')].find((each) => each.textContent === 'About this data');
    expect(button?.getAttribute('aria-expanded')).to.equal('false');
    button?.click();
    await until(() => root(element).querySelector('.about'), 'the description');
    expect(button?.getAttribute('aria-expanded')).to.equal('true');
    for (const word of ['copied', 'all models', 'Not a census.', '2026-02-02', 'First.']) expect(find(element, '.about').textContent).to.contain(word);
  });

  it('keeps words given by attribute and slot before the dataset’s', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE, heading: 'By attribute', source: 'Somebody' }));
    expect(find(element, '#heading').textContent).to.contain('By attribute');
    expect(find(element, 'figcaption').textContent).to.contain('Somebody');
  });

  it('matches its state in CSS', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    expect((element as unknown as Element).matches(':state(ready)')).to.equal(true);
  });
});

describe('the table view', () => {
  it('shows every datum with its status in a real table, sorted by any column', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    let change: unknown;
    element.addEventListener('chart-change', (event) => (change = (event as CustomEvent<unknown>).detail));
    [...root(element).querySelectorAll('button')].find((each) => each.textContent === 'Table')?.click();
    await until(() => root(element).querySelector('table'), 'the table');
    expect(change).to.deep.equal({ name: 'view', value: 'table' });
    const cells = (): readonly (string | null)[][] => [...root(element).querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));
    expect(cells()).to.deep.equal([
      ['Jan 5, 2026', '6.42', 'Reported'],
      ['Jan 12, 2026', '7.64', 'Derived'],
      ['Jan 19, 2026', '7.49', 'Reported'],
      ['Jan 26, 2026', '8.25', 'Representative'],
    ]);
    expect([...root(element).querySelectorAll('th[scope=col]')].map((each) => each.textContent?.trim())).to.deep.equal(['Week', 'Tokens (trillion tokens)', 'Status']);
    expect(find(element, 'caption').textContent).to.contain('all models');
    root(element).querySelectorAll<HTMLButtonElement>('th button')[1]?.click();
    await element.updateComplete;
    expect(cells().map((row) => row[1])).to.deep.equal(['8.25', '7.64', '7.49', '6.42']);
    expect(root(element).querySelectorAll('th')[1]?.getAttribute('aria-sort')).to.equal('descending');
  });

  it('comes back to the chart with its marks', async () => {
    const element = await chart('token-volume-chart', { data: PACKAGE, view: 'table' });
    await until(() => root(element).querySelector('table'), 'the table');
    element.view = 'chart';
    await painted(element);
    expect(root(element).querySelectorAll('svg [part=line]').length).to.be.greaterThan(0);
  });

  it('keeps a long table small in the document', async () => {
    const data = Array.from({ length: 5000 }, (_, i) => ({ date: new Date(i * 86_400_000).toISOString().slice(0, 10), tokens: i }));
    const element = await chart('token-volume-chart', { data, view: 'table' });
    await until(() => root(element).querySelector('table'), 'the table');
    expect(root(element).querySelectorAll('tbody tr').length).to.be.below(200);
    expect(find(element, 'table').getAttribute('aria-rowcount')).to.equal('5001');
    const scroller = find(element, '.table');
    scroller.scrollTop = scroller.scrollHeight;
    await until(() => root(element).querySelector('tbody')?.textContent?.includes('4,999'), 'the last row');
  });

  it('scrolled, a long table stays where the reader put it', async () => {
    const data = Array.from({ length: 5000 }, (_, i) => ({ date: new Date(i * 86_400_000).toISOString().slice(0, 10), tokens: i }));
    const element = await chart('token-volume-chart', { data, view: 'table' });
    await until(() => root(element).querySelector('table'), 'the table');
    const scroller = find(element, '.table');
    const first = (): string | null | undefined => root(element).querySelector('tbody tr[aria-rowindex]')?.getAttribute('aria-rowindex');
    scroller.scrollTop = 3000;
    await until(() => first() !== '2', 'other rows');
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    expect(scroller.scrollTop).to.be.closeTo(3000, 1);
  });
});

describe('files of a chart', () => {
  it('toCSV gives the rows under lines with source, date, base and caveats', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    expect(await element.toCSV()).to.equal(
      ['# Sample of weekly volume', '# Source: A source https://example.org/source', '# Cited so.', '# As of: 2026-02-01', '# Base: all models', '# Caveat: Not a census.', 'week,tokens,status', '2026-01-05,6.42,reported', '2026-01-12,7.64,derived', '2026-01-19,7.49,reported', '2026-01-26,8.25,representative', ''].join('\n'),
    );
  });

  it('toSVG gives a picture with heading, status and source inside', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    const text = await element.toSVG();
    const document_ = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(document_.querySelector('parsererror')).to.equal(null);
    const words = document_.documentElement.textContent?.replace(/\s+/g, ' ');
    for (const word of ['Sample of weekly volume', 'Reported', 'Base: all models', 'Source: A source', 'Cited so.']) expect(words).to.contain(word);
    expect(text).to.not.match(/<script|<style| on\w+=|var\(/);
  });

  const open = async (element: Awaited<ReturnType<typeof chart>>): Promise<void> => {
    [...root(element).querySelectorAll('button')].find((each) => each.textContent === 'Download')?.click();
    await until(() => root(element).querySelector('.files'), 'the panel');
    await painted(element); // the panel takes some of the plot's room
  };
  /** What a click on a button of that name saves: file name and text. */
  const saved = async (element: Awaited<ReturnType<typeof chart>>, name: string): Promise<readonly [string, Blob]> => {
    const { createObjectURL } = URL;
    const blobs: Blob[] = [];
    let file = '';
    URL.createObjectURL = (blob: Blob) => (blobs.push(blob), createObjectURL(blob));
    const note = (event: Event): void => {
      if (event.composedPath()[0] instanceof HTMLAnchorElement) file = (event.composedPath()[0] as HTMLAnchorElement).download;
      event.preventDefault();
    };
    element.addEventListener('click', note);
    [...root(element).querySelectorAll('.files button')].find((each) => each.textContent === name)?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await until(() => file, `a file of ${name}`);
    element.removeEventListener('click', note);
    URL.createObjectURL = createObjectURL;
    return [file, blobs[0] ?? new Blob()];
  };

  it('Download offers SVG, PNG, CSV and the whole dataset, each the very thing', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    await open(element);
    expect([...root(element).querySelectorAll('.files .controls:first-child > *')].map((each) => each.textContent)).to.deep.equal(['SVG', 'PNG', 'CSV', 'Whole dataset']);
    const [svg, png, csv, whole] = [await saved(element, 'SVG'), await saved(element, 'PNG'), await saved(element, 'CSV'), await saved(element, 'Whole dataset')];
    expect([svg, png, csv, whole].map(([file]) => file)).to.deep.equal(['sample.svg', 'sample.png', 'sample.csv', 'sample.json']);
    expect(await svg[1].text()).to.equal(await element.toSVG());
    expect(await csv[1].text()).to.equal(await element.toCSV());
    expect((await createImageBitmap(png[1])).width).to.be.greaterThan(400);
    expect(JSON.parse(await whole[1].text())).to.deep.equal(PACKAGE);
  });

  it('Download leads to the dataset’s own file where it has an address', async () => {
    const element = await painted(await chart('token-volume-chart', { src: '/data/token-volume.json', loading: 'eager' }));
    await open(element);
    expect(find(element, '.files a').getAttribute('href')).to.equal('/data/token-volume.json');
  });

  it('Copy this value gives number, unit, date, status, source and address of the point looked at', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }, { id: 'v' }));
    await open(element);
    const page = location.href.split('#')[0] ?? '';
    const rest = (status: string): string => `Status: ${status}. As of: 2026-02-01\nSource: A source https://example.org/source\n${page}#v`;
    expect(find(element, '.value').textContent).to.equal(`Sample of weekly volume (trillion tokens)\nWeek of Jan 26, 2026: Tokens 8.25 trillion, vs week before up 10%\n${rest('Representative')}`);
    await enter(element);
    await press('ArrowRight', 'Tab');
    await element.updateComplete;
    const text = `Sample of weekly volume (trillion tokens)\nWeek of Jan 12, 2026: Tokens 7.64 trillion, vs week before up 19%\n${rest('Derived')}`;
    expect(find(element, '.value').textContent).to.equal(text);
    const written: string[] = [];
    const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: (given: string) => Promise.resolve(void written.push(given)) } });
    const copy = [...root(element).querySelectorAll('button')].find((each) => each.textContent === 'Copy this value');
    copy?.click();
    await until(() => find(element, '.files [role=status]').textContent === 'Copied.', 'the word');
    expect(written).to.deep.equal([text]);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    copy?.click();
    await until(() => find(element, '.files [role=status]').textContent?.startsWith('Selected'), 'the other word');
    if (own) Object.defineProperty(navigator, 'clipboard', own);
    else delete (navigator as { clipboard?: unknown }).clipboard;
  });

  it('Copy this value of one of several series leaves the others out, and links to the reader’s view where the chart has deep-link', async () => {
    history.replaceState(null, '', `${location.href.split('#')[0] ?? ''}#t.measure=absolute`);
    const element = await painted(await chart('origin-trend-chart', { src: '/data/origin-trend.json', loading: 'eager' }, { id: 't', 'deep-link': '' }));
    await open(element);
    await until(() => find(element, '.value').textContent?.includes('trillion'), 'the amounts');
    await element.show({ index: 72, series: 4 });
    await element.updateComplete;
    expect(find(element, '.value').textContent).to.match(/^[^\n]+ \(trillion tokens\)\nWeek of May 25, 2026: China 14\.27 trillion, China, Share 44\.9%[^\n]+\nStatus: Derived\. As of: 2026-09-18\nSource: OpenRouter[^\n]+ https:\/\/openrouter\.ai\/rankings\n\S+#t\.measure=absolute&t\.at=2026-05-25\+China$/);
    history.replaceState(null, '', location.href.split('#')[0]);
  });

  it('toPNG gives an image of twice the size', async () => {
    const element = await painted(await chart('token-volume-chart', { data: PACKAGE }));
    const image = await createImageBitmap(await element.toPNG({ width: 400 }));
    expect(image.width).to.equal(864);
  });
});
