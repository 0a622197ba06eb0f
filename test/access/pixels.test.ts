import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { Stop } from '../../src/geometry/marks.js';
import { root, until } from '../helpers/chart.js';
import { cases } from '../cases/index.js';
import { clear, media, resetCases, settle, showCases, viewport, type Setting, type Shown } from '../helpers/cases.js';
import { apart, hexOf, photo, ratio, sized, type Area, type Photo } from '../helpers/pixels.js';
import { VISIONS } from '../helpers/color.js';

const CALM = { 'prefers-reduced-motion': 'reduce' };
const SEEN = new Set(['token-volume-chart: usual', 'origin-split-bar: usual', 'origin-trend-chart: usual', 'origin-trend-chart: lines', 'lab-bands-chart: usual', 'model-rank-chart: latest period', 'token-price-chart: four models', 'sentiment-split-bar: usual', 'token-volume-chart: several series', 'origin-split-bar: many parts']);
const ZOOM = 2;

/** The stage's own ground, as photographed in its corner. */
const groundOf = (picture: Photo, stage: Element): number => {
  const { left, top } = stage.getBoundingClientRect();
  return picture.at(left + 1, top + 1);
};
const stage = (): HTMLElement => document.querySelector<HTMLElement>('#stage') as HTMLElement; // there while cases are shown

/** A photo of the charts in a setting, in a window that holds them all. */
async function seenIn(shown: readonly Shown[], setting: Setting, features: Readonly<Record<string, string>> = {}, scale = ZOOM, kind = ''): Promise<Photo> {
  await executeServerCommand('engine-media', { media: kind, features: { ...CALM, ...features } });
  await sized((setting.width ?? 680) + 40, 800, scale);
  await resetCases(shown, setting);
  await sized((setting.width ?? 680) + 40, Math.ceil(stage().getBoundingClientRect().height) + 60, scale);
  await resetCases(shown, setting);
  return taken();
}

const inkOf = (picture: Photo, area: Area): { readonly behind: number; readonly most: number } => {
  const found = picture.colors(area);
  const behind = found[0]?.[0] ?? 0;
  return { behind, most: Math.max(1, ...found.map(([color]) => ratio(color, behind))) };
};

/** The words of a chart, with the box of their letters: in the picture and around it. */
function written({ element }: Shown): readonly { readonly words: string; readonly area: Area; readonly large: boolean; readonly mark: boolean }[] {
  const texts = [...root(element).querySelectorAll<SVGTextElement>('svg[part=svg] text')].filter((node) => node.textContent?.trim()).map((node) => ({ node: node, words: node.textContent ?? '', area: node.getBoundingClientRect(), mark: true }));
  const lines = [...root(element).querySelectorAll('.root *:not(svg, svg *, style)')].filter((node) => !node.closest('.quiet, .gone, .help, .em')).flatMap((node) =>
    [...node.childNodes].flatMap((child) => {
      if (!(child instanceof Text) || !child.data.trim()) return [];
      const range = document.createRange();
      range.selectNodeContents(child);
      return [...range.getClientRects()].slice(0, 1).map((area): { node: Element; words: string; area: Area; mark: boolean } => ({ node, words: child.data.trim(), area, mark: false }));
    }),
  );
  return [...texts, ...lines].filter(({ area }) => area.right - area.left > 2).map(({ node, words, area, mark }) => {
    const { fontSize, fontWeight } = getComputedStyle(node);
    const size = parseFloat(fontSize);
    return { words, area, mark, large: size >= 24 || (size >= 18.66 && Number(fontWeight) >= 600) };
  });
}

/** Words that stand out too little from what is behind them, a line each. */
const faintWords = (shown: Shown, picture: Photo): readonly string[] =>
  written(shown).flatMap(({ words, area, large }) => {
    const { most } = inkOf(picture, area);
    return most < (large ? 3 : 4.5) ? [`${shown.name}: “${words.slice(0, 30)}” ${most.toFixed(2)}`] : [];
  });

/** Places on the ink of every mark that carries a value, px of the viewport. */
function inked({ element }: Shown): readonly { readonly what: string; readonly area: Area }[] {
  const svg = root(element).querySelector<SVGSVGElement>('svg[part=svg]');
  if (!svg) return [];
  const { left, top } = svg.getBoundingClientRect();
  const around = (x: number, y: number, reach: number): Area => ({ left: left + x - reach, right: left + x + reach, top: top + y - reach, bottom: top + y + reach });
  return [...svg.querySelectorAll<SVGGeometryElement>('[part=line], [part=dot], [part=bar], [part=segment]')].flatMap((node): readonly { what: string; area: Area }[] => {
    const what = `${node.getAttribute('part')} ${node.tagName}`;
    const box = node.getBBox();
    // status lines and holes lie on their mark, in the ground's colour
    if (getComputedStyle(node).stroke !== 'none' && getComputedStyle(node).stroke === getComputedStyle(svg).getPropertyValue('--_surface')) return [];
    if (node instanceof SVGPathElement || node instanceof SVGLineElement) {
      const length = node.getTotalLength();
      return length > 4 ? [{ what, area: around(node.getPointAtLength(length / 2).x, node.getPointAtLength(length / 2).y, 5) }] : [];
    }
    return box.width >= 3 && box.height >= 3 ? [{ what, area: { left: left + box.x - 1, right: left + box.x + box.width + 1, top: top + box.y - 1, bottom: top + box.y + box.height + 1 } }] : [];
  });
}

const faintMarks = (shown: Shown, picture: Photo): readonly string[] => {
  const ground = groundOf(picture, stage());
  const marks = inked(shown).flatMap(({ what, area }) => {
    const most = Math.max(1, ...picture.colors(area).map(([color]) => ratio(color, ground)));
    return most < 3 ? [`${shown.name}: ${what} ${most.toFixed(2)}`] : [];
  });
  const fills = spots(shown).flatMap(({ name, fill }) => {
    const contrast = ratio(fill(picture), ground);
    return contrast < 3 ? [`${shown.name}: ${name} ${hexOf(fill(picture))} ${contrast.toFixed(2)}`] : [];
  });
  return [...new Set([...marks, ...fills])];
};

/** Keys of a legend that an eye of some deficiency cannot tell apart, a line each; who sees no colours has their shapes. */
function alike({ element, name }: Shown, picture: Photo): readonly string[] {
  const swatches = [...root(element).querySelectorAll('.legend li')].map((item) => ({ words: item.textContent?.trim() ?? '', symbol: item.querySelector('.swatch path')?.getAttribute('d'), color: inkOf(picture, (item.querySelector('.swatch') as Element).getBoundingClientRect()).behind }));
  return VISIONS.flatMap((vision) =>
    swatches.flatMap((one, i) => swatches.slice(i + 1).flatMap((other) => {
      if (vision === 'achromatopsia' && one.symbol !== other.symbol) return [];
      const far = apart(one.color, other.color, vision);
      return far < 10 ? [`${name}: ${one.words} and ${other.words} are ${far.toFixed(1)} apart for ${vision} vision`] : [];
    })),
  );
}

interface Filled {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** The colour it is filled with, as seen: the commonest around its middle. */
  readonly fill: (picture: Photo) => number;
}

/** Where each band or segment is thickest, as far as it is thick enough to be looked at. */
function spots(shown: Shown): readonly Filled[] {
  return pairs(shown).flatMap((each) => each).filter((each, i, all) => all.findIndex(({ name }) => name === each.name) === i);
}

/** The commonest colour of an area that is not the ground's, which letters and status lines have; the ground's where hardly any other is there. */
function filling(picture: Photo, area: Area): number {
  const ground = groundOf(picture, stage());
  const found = picture.colors(area);
  const all = found.reduce((sum, [, count]) => sum + count, 0);
  return found.find(([color, count]) => count >= all * 0.08 && apart(color, ground, 'full') > 3)?.[0] ?? ground;
}

/** Neighbours that touch: bands at the date where the thinner of the two is thickest, segments of a bar. */
function pairs({ element }: Shown): readonly (readonly [Filled, Filled])[] {
  const svg = root(element).querySelector<SVGSVGElement>('svg[part=svg]');
  const { figure, picture } = element.shown ?? {};
  if (!svg || !figure || !picture || !picture.marks.some(({ part, shape, stroke }) => part === 'band' || (part === 'segment' && shape === 'rect' && !stroke && figure.length === 1))) return [];
  const { left, top } = svg.getBoundingClientRect();
  const place = (stop: Stop, name: string): Filled | null => {
    const spot = picture.spot(stop);
    if (!spot) return null;
    const [x, y] = [left + spot.x, top + spot.y];
    return { name, x, y, fill: (seen) => filling(seen, spot.box ? { left: x - 3, right: x + 3, top: y - spot.box.height / 2 + 4, bottom: y + spot.box.height / 2 - 4 } : { left: x - 12, right: x + 12, top: y - 2, bottom: y + 2 }) };
  };
  const found: (readonly [Filled, Filled])[] = [];
  const stops = Array.from({ length: figure.series }, (_, series) => series);
  for (const [one, other] of stops.slice(1).map((series) => [series - 1, series] as const)) {
    let best: readonly [Filled, Filled] | null = null;
    let most = 0;
    for (let index = figure.length > 1 ? 1 : 0; index < Math.max(1, figure.length - 1); index++) {
      const values = [figure.value({ index, series: one }), figure.value({ index, series: other })];
      const least = Math.min(...values.map((value) => value || 0));
      const [a, b] = [place({ index, series: one }, String(one)), place({ index, series: other }, String(other))];
      if (least > most && a && b) [best, most] = [[a, b], least];
    }
    // thinner than 5 px nothing can be sampled between its own edges
    if (best && Math.hypot(best[0].x - best[1].x, best[0].y - best[1].y) >= 8) found.push(best);
  }
  return found;
}

/** Whether two neighbours can be told apart in grey: by their greys, or by a line of the ground's colour between them, 1.5 px or more. */
function toldApart([one, other]: readonly [Filled, Filled], picture: Photo, ground: number): string {
  const [a, b] = [one.fill(picture), other.fill(picture)];
  const grey = apart(a, b, 'achromatopsia');
  const length = Math.hypot(other.x - one.x, other.y - one.y);
  const step = 1 / picture.scale;
  // how much of each pixel on the way is covered by ground
  const cover: number[] = [];
  for (let at = 0; at <= length; at += step) {
    const color = picture.at(one.x + ((other.x - one.x) * at) / length, one.y + ((other.y - one.y) * at) / length);
    const far = (from: number): number => apart(color, from, 'achromatopsia') / Math.max(1e-9, apart(ground, from, 'achromatopsia'));
    cover.push(Math.min(1, far(a), far(b)));
  }
  const middle = cover.indexOf(Math.max(...cover));
  const wide = cover.slice(Math.max(0, middle - 2 * picture.scale), middle + 2 * picture.scale + 1).reduce((sum, each) => sum + each, 0) * step;
  return grey >= 6 || (wide >= 1.5 && Math.min(ratio(ground, a), ratio(ground, b)) >= 3) ? '' : `${hexOf(a)} and ${hexOf(b)}: greys ${grey.toFixed(1)} apart, ${wide.toFixed(2)} px between`;
}

/** The case of each element whose rows are given a status in turn. */
const STATED: readonly (readonly [tag: string, name: string, overTime: boolean])[] = [
  ['token-volume-chart', 'derived and representative', true],
  ['origin-trend-chart', 'shares computed, statuses, last month unfinished', true],
  ['lab-bands-chart', 'all zero', true],
  ['origin-split-bar', 'derived and representative', false],
  ['model-rank-chart', 'derived and representative', false],
  ['token-price-chart', 'derived and representative', false],
  ['sentiment-split-bar', 'derived and representative', false],
];

interface Package {
  readonly resources: readonly { readonly data: readonly Readonly<Record<string, unknown>>[]; readonly schema?: { readonly fields: readonly { readonly name: string; readonly type: string }[] } }[];
}

/** The data with all rows of one status; `unfinished`: reported, but the last date is not over. */
function stated(data: unknown, status: string): unknown {
  const packaged = (Array.isArray(data) ? { resources: [{ data }] } : data) as Package;
  const resource = packaged.resources[0];
  const rows = resource?.data ?? [];
  const when = (row: Readonly<Record<string, unknown>> | undefined): unknown => row?.week ?? row?.month;
  const fields = resource?.schema?.fields.filter(({ name }) => name !== 'status' && name !== 'complete');
  return {
    ...packaged,
    resources: [
      {
        name: 'rows',
        ...(fields && { schema: { fields: [...fields, { name: 'status', type: 'string' }, { name: 'complete', type: 'boolean' }] } }),
        // every amount above zero, so that something is drawn
        data: rows.map((row, i) => ({ ...row, ...(typeof row.tokens === 'number' && { tokens: Math.max(row.tokens, 2 + (i % 3)) }), status: status === 'unfinished' ? 'reported' : status, complete: status !== 'unfinished' || when(row) !== when(rows.at(-1)) })),
      },
    ],
  };
}

const ORIGINS = ['China', 'US', 'Europe', 'Other', 'Unidentified', 'India', 'Brazil'];

/** A dataset in which every origin has a row, and the last row the origin that is asked for. */
const ofOrigin = (tag: string, origin: string): unknown => {
  const values = (i: number): object => (tag === 'model-rank-chart' ? { period: 'One week', tokens: 20 - i } : { input: 0.5 + i / 10, output: 20 - i });
  return [...ORIGINS, origin].map((each, i) => ({ model: `Model ${i}`, lab: 'Acme', origin: each, ...values(i) }));
};

const OVERLAPPING = new CSSStyleSheet();
// all words half transparent, on nothing: where two lie over one another it is darker than either
OVERLAPPING.replaceSync('.root *{background:none!important;border-color:transparent!important;text-decoration:none!important;color:rgb(0 0 0/.5)!important;box-shadow:none!important}svg :not(text){visibility:hidden!important}svg text{fill:rgb(0 0 0/.5)!important;stroke:none!important}.tooltip{display:none!important}');
const UNCUT = new CSSStyleSheet();
UNCUT.replaceSync('.root :not(.quiet,.quiet *,.em,.swatch){overflow:visible!important;clip-path:none!important}');

async function styled<T>(shown: readonly Shown[], sheet: CSSStyleSheet, look: () => Promise<T>): Promise<T> {
  for (const { element } of shown) root(element).adoptedStyleSheets = [...root(element).adoptedStyleSheets, sheet];
  try {
    return await look();
  } finally {
    for (const { element } of shown) root(element).adoptedStyleSheets = root(element).adoptedStyleSheets.filter((each) => each !== sheet);
  }
}

async function taken(): Promise<Photo> {
  const picture = await photo(stage());
  if (!picture) throw new Error('This engine took no photo.');
  return picture;
}

/** For a suite of photos: passed over where the engine takes none, and the page as it was when it ends. */
function photographed(): void {
  before(async function () {
    if ((await executeServerCommand('engine-pixels', { x: 0, y: 0, width: 1, height: 1 })) === 'unsupported') return this.skip();
  });
  after(async () => {
    clear();
    await media({});
    await sized(800, 600);
    await viewport(800, 600);
  });
}

describe('by pixels (Chromium: others take no photos of a part)', () => {
  let shown: readonly Shown[] = [];
  photographed();
  before(async () => {
    shown = await showCases({}, ({ tag, name }) => SEEN.has(`${tag}: ${name}`));
    expect(shown.length).to.equal(SEEN.size);
  });

  /** Neighbours that a grey eye cannot tell apart, a line each; every element with bands or segments is asked. */
  const merged = (picture: Photo): readonly string[] => {
    const ground = groundOf(picture, stage());
    const found = shown.map((one) => ({ one, neighbours: pairs(one) }));
    for (const tag of ['origin-split-bar', 'origin-trend-chart', 'lab-bands-chart', 'sentiment-split-bar']) expect(found.some(({ one, neighbours }) => one.entry.tag === tag && neighbours.length > 0), tag).to.equal(true);
    return found.flatMap(({ one, neighbours }) => neighbours.map((pair) => [one.name, toldApart(pair, picture, ground)] as const)).filter(([, fault]) => fault).map((each) => each.join(': '));
  };

  for (const dark of [false, true]) {
    const theme = dark ? 'dark' : 'light';

    it(`neighbours are told apart in grey, words keep 4.5:1 and marks 3:1, and unlabelled colours stay apart to every eye, ${theme}`, async () => {
      const picture = await seenIn(shown, { dark });
      expect(merged(picture).join('\n')).to.equal('');
      expect(shown.flatMap((one) => [...faintWords(one, picture), ...faintMarks(one, picture)]).join('\n')).to.equal('');
      expect(shown.flatMap((one) => alike(one, picture)).join('\n')).to.equal('');
    });

    it(`forced colours keep words 4.5:1, marks 3:1 and neighbours apart, ${theme} palette`, async () => {
      // the page's own colours are the other ones: a reader's palette wins over them
      const picture = await seenIn(shown, { dark: !dark }, { 'forced-colors': 'active', 'prefers-color-scheme': theme });
      expect(ratio(groundOf(picture, stage()), dark ? 0 : 0xffffff)).to.be.below(1.5);
      expect(shown.flatMap((one) => [...faintWords(one, picture), ...faintMarks(one, picture)]).join('\n')).to.equal('');
      expect(merged(picture).join('\n')).to.equal('');
    });
  }

  for (const [theme, dark, features] of [['light', false, {}], ['dark', true, {}], ['forced colours', false, { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' }]] as readonly (readonly [string, boolean, Readonly<Record<string, string>>])[]) {
    it(`patterns keep words 4.5:1 and marks 3:1, ${theme}`, async () => {
      const asked = (): readonly HTMLButtonElement[] => shown.flatMap(({ element }) => [...root(element).querySelectorAll<HTMLButtonElement>('.controls button')].filter(({ textContent }) => textContent === 'Patterns'));
      expect(asked().length).to.equal(6);
      const press = async (state: string): Promise<void> => {
        for (const button of asked()) button.click();
        await until(() => asked().every((button) => button.getAttribute('aria-pressed') === state), state);
        await settle(shown);
      };
      await seenIn(shown, { dark }, features);
      await press('true');
      try {
        const patterned = await taken();
        expect(shown.flatMap((one) => [...faintWords(one, patterned), ...faintMarks(one, patterned)]).join('\n')).to.equal('');
      } finally {
        await press('false');
      }
    });
  }

  for (const { name, ...setting } of [{ name: 'at 320 px', width: 320 }, { name: 'with text at 200 %', width: 680, fontSize: 32 }, { name: 'with the text spacing of WCAG 1.4.12', width: 680, spaced: true }] as readonly (Setting & { readonly name: string })[]) {
    for (const dark of [false, true]) it(`${name}, ${dark ? 'dark' : 'light'}, no word lies on another or is cut, and nothing reaches beside the chart`, async () => {
      const whole = await seenIn(shown, { ...setting, dark }, {}, 1);
      expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
      const cut = (await styled(shown, UNCUT, taken)).changes(whole);
      for (const one of shown) {
        const { left, top, bottom } = one.element.getBoundingClientRect();
        const own = cut.filter(([, y]) => y >= top && y < bottom).map(([x, y]) => `${Math.round(x - left)},${Math.round(y - top)}`);
        expect(own.slice(0, 9).join(' '), `${one.name}: ${own.length} pixels that are cut`).to.equal('');
      }
      if (dark) return; // words stand where they do in light, and what lies over another is measured on white
      const words = await styled(shown, OVERLAPPING, taken);
      for (const one of shown) {
        const { left, top, right, bottom } = one.element.getBoundingClientRect();
        const twice = words.colors({ left, top, right, bottom }).reduce((sum, [color, count]) => sum + (ratio(color, 0xffffff) > 5.5 ? count : 0), 0);
        expect(twice, `${one.name}: pixels of words over words`).to.be.at.most(3);
      }
    });
  }

  it('printed, marks and words keep their contrast, status and source are there, and no control is', async () => {
    const picture = await seenIn(shown, {}, {}, ZOOM, 'print');
    expect(matchMedia('print').matches).to.equal(true);
    expect(shown.flatMap((one) => [...faintWords(one, picture), ...faintMarks(one, picture)]).join('\n')).to.equal('');
    for (const { element, name } of shown) {
      const seen = (selector: string): boolean => [...root(element).querySelectorAll(selector)].some((node) => node.checkVisibility() && node.getBoundingClientRect().height > 0);
      for (const part of ['[part=status]', '[part=source]', '#heading', 'svg[part=svg]']) expect(seen(part), `${name}: ${part}`).to.equal(true);
      for (const control of ['button', 'select', '.tooltip', '.help', 'input:not(.walk)']) expect(seen(control), `${name}: ${control}`).to.equal(false);
    }
  });
});

describe('origins, in grey (Chromium: others take no photos of a part)', () => {
  photographed();

  /** How many px of two areas of one size are another grey. */
  const differing = (picture: Photo, one: Area, other: Area): number => {
    const step = 1 / picture.scale;
    let count = 0;
    for (let y = step / 2; y < one.bottom - one.top; y += step) for (let x = step / 2; x < one.right - one.left; x += step) if (apart(picture.at(one.left + x, one.top + y), picture.at(other.left + x, other.top + y), 'achromatopsia') >= 6) count++;
    return count * step * step;
  };

  for (const features of [{}, { 'forced-colors': 'active' }] as readonly Readonly<Record<string, string>>[]) {
    for (const dark of [false, true]) {
      it(`each two differ in the drawing of ranks and prices and in their keys, ${dark ? 'dark' : 'light'}${features['forced-colors'] ? ', colours forced' : ''}`, async () => {
        const shown = await showCases({ dark }, ({ tag, name }) => (tag === 'model-rank-chart' || tag === 'token-price-chart') && name === 'derived and representative');
        expect(shown.length).to.equal(2);
        await executeServerCommand('engine-media', { media: '', features: { ...CALM, ...features, ...(features['forced-colors'] && { 'prefers-color-scheme': dark ? 'dark' : 'light' }) } });
        await sized(720, 1300, ZOOM);
        const photos = new Map<string, Photo>();
        for (const origin of ORIGINS) {
          for (const { element, entry } of shown) element.data = ofOrigin(entry.tag, origin);
          await settle(shown);
          photos.set(origin, await taken());
        }
        const alike: string[] = [];
        for (const { element, name } of shown) {
          const keys = [...root(element).querySelectorAll('.legend li')];
          expect(keys.map((key) => key.textContent?.trim()), name).to.deep.equal(ORIGINS);
          const plot = (root(element).querySelector('svg[part=svg]') as Element).getBoundingClientRect();
          for (const [i, first] of ORIGINS.entries()) {
            for (const [j, second] of ORIGINS.entries()) {
              if (j <= i) continue;
              const changed = (photos.get(first) as Photo).greysChanged(photos.get(second) as Photo, plot, 6) / ZOOM ** 2;
              if (changed < 10) alike.push(`${name}: ${first} and ${second} differ in ${changed} px of the drawing`);
              const [one, other] = [i, j].map((at) => (keys[at]?.querySelector('.swatch') as Element).getBoundingClientRect()) as [DOMRect, DOMRect];
              const key = differing(photos.get(first) as Photo, one, other);
              if (key < 10) alike.push(`${name}: the keys of ${first} and ${second} differ in ${key} px`);
            }
          }
        }
        expect(alike.join('\n')).to.equal('');
      });
    }
  }
});

describe('statuses, in grey (Chromium: others take no photos of a part)', () => {
  photographed();

  for (const dark of [false, true]) {
    it(`each two change the drawing of every element, ${dark ? 'dark' : 'light'}`, async () => {
      const shown = await showCases({ dark }, (entry) => STATED.some(([tag, name]) => tag === entry.tag && name === entry.name));
      expect(shown.length).to.equal(STATED.length);
      stage().style.display = 'grid';
      stage().style.gridAutoRows = '560px';
      await media(CALM);
      await sized(720, STATED.length * 560 + 40);
      const photos = new Map<string, Photo>();
      const plots = new Map<string, string>();
      const box = ({ element }: Shown): DOMRect => (root(element).querySelector('svg[part=svg]') as Element).getBoundingClientRect();
      for (const status of ['reported', 'derived', 'representative', 'unfinished']) {
        for (const { element, entry } of shown) element.data = stated(cases.find(({ tag, name }) => tag === entry.tag && name === entry.name)?.data, status);
        await settle(shown);
        photos.set(status, await taken());
        for (const one of shown) plots.set(`${one.name} ${status}`, JSON.stringify(box(one)));
      }
      const alike: string[] = [];
      for (const one of shown) {
        const overTime = STATED.find(([tag]) => tag === one.entry.tag)?.[2];
        const statuses = ['reported', 'derived', 'representative', ...(overTime ? ['unfinished'] : [])];
        expect(new Set(statuses.map((status) => plots.get(`${one.name} ${status}`))).size, `${one.name} keeps its place`).to.equal(1);
        for (const [i, first] of statuses.entries()) {
          for (const second of statuses.slice(i + 1)) {
            const changed = (photos.get(first) as Photo).greysChanged(photos.get(second) as Photo, box(one), 6);
            if (changed < 40) alike.push(`${one.name}: ${first} and ${second} differ in ${changed} pixels`);
          }
        }
      }
      expect(alike.join('\n')).to.equal('');
    });
  }
});
