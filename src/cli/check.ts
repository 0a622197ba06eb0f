import type { Still } from '../prerender/still.js';
import { CHARTS } from '../prerender/charts.js';
import { findElements, readPage, type Found } from '../prerender/page.js';
import { datasetAt, decode, locate, readBytes } from '../prerender/source.js';
import { check as judgeClaim } from '../text/claim.js';
import { fieldsOf } from '../view/linked.js';
import { parseJSON } from '../data/text.js';
import { read } from '../data/read.js';
import { still } from '../prerender/still.js';
import { UsageError, parse, type Command } from './command.js';

/** Whether a claim's text agrees with its datum; `message` says what differs, or why that cannot be said, `remedy` what to change. */
export interface Verdict {
  readonly ok: boolean;
  readonly message: string;
  /** '' where nothing is wrong. */
  readonly remedy: string;
}

/** How a claim is held against the chart it names. */
export type ClaimCheck = (text: string, attributes: Readonly<Record<string, string>>, chart: Still) => Verdict;

/** One claim of a page, checked. */
export interface Checked extends Verdict {
  readonly line: number;
  /** The claim as a selector: `chart-claim[for="volume"]`. */
  readonly place: string;
  readonly text: string;
  /** Id of the chart it names. */
  readonly for: string;
}

/** Every `<chart-claim>` of a page against the chart that its `for` names. */
export async function checkPage(html: string, site: { readonly file: string; readonly root?: string }, checkClaim: ClaimCheck): Promise<readonly Checked[]> {
  const page = readPage(html);
  const drawn = new Map<string, Promise<Still>>();
  const chartOf = (id: string): Promise<Still> => {
    let chart = drawn.get(id);
    if (!chart) drawn.set(id, (chart = draw(id)));
    return chart;
  };
  const draw = async (id: string): Promise<Still> => {
    const place = page.charts.find(({ attributes }) => attributes.id === id);
    const Chart = place && CHARTS.get(place.tag);
    if (!place || !Chart) throw new Error(id ? `no chart of the page has the id "${id}".` : 'it names no chart: give it for="the chart’s id".');
    const { src = '', integrity = '', crossorigin = '' } = place.attributes;
    return still(Chart, place.attributes, (resource: string) => {
      if (place.script !== null) return read(parseJSON(place.script), resource);
      const url = src ? locate(src, site, page.base) : undefined;
      if (!url) throw new Error(`the chart "${id}" has no dataset that can be read here.`);
      return datasetAt(url, { resource, integrity, crossorigin });
    }, place.language || 'en');
  };
  const check = async ({ text, attributes, line }: Found): Promise<Checked> => {
    const id = attributes.for ?? '';
    const claim = { line, place: `chart-claim[for=${JSON.stringify(id)}]`, text, for: id };
    try {
      return { ...claim, ...checkClaim(text, attributes, await chartOf(id)) };
    } catch (error) {
      return { ...claim, ok: false, message: error instanceof Error ? error.message : String(error), remedy: 'Give the claim the id of a chart on this page, and that chart data that can be read.' };
    }
  };
  return Promise.all(findElements(html, ['chart-claim']).map(check));
}

/** As the element itself judges, with the attributes it has. */
const judge: ClaimCheck = (text, attributes, { chart, figure, dataset, words }) => {
  const { x, y, by, resource, fact = 'value', at = '', since = '', series = '', over = '', n = '1', expects = '', tolerance = 'NaN' } = attributes;
  const table = resource ? dataset.tables.get(resource) : dataset.table;
  if (!table) return { ok: false, message: `the dataset has no resource "${resource}".`, remedy: `Name one of ${[...dataset.tables.keys()].join(', ')}.` };
  const own = Object.fromEntries(Object.entries({ x, y, by }).filter(([, name]) => name));
  const { outcome, text: said } = judgeClaim({ text, fact, at, since, series, over, n: Number(n), expects, tolerance: Number(tolerance) }, table, { ...(resource ? {} : fieldsOf(chart, figure)), ...own }, words);
  return { ok: outcome === 'holds', message: said, remedy: REMEDIES[outcome] };
};

const REMEDIES = {
  holds: '',
  fails: 'Write what the data says; or name another datum by at, series or fact.',
  undecided: 'Name the datum by at, series or fact, or write the number that the text means into expects.',
} as const;

export const check: Command = {
  help: `open-token-charts check IN.html [--root DIR] [--json]

Holds every <chart-claim> of a page against the dataset of the chart it names. Exit code 1 where one fails.

  --root DIR  the folder that addresses with a leading slash start from (default: this folder)
  --json      an array of {file, line, place, for, text, ok, message, remedy} on standard output`,
  async run(args, output) {
    const { values, positionals } = parse(args, { root: { type: 'string' }, json: { type: 'boolean' } });
    const [file, ...more] = positionals;
    if (!file || more.length) throw new UsageError(file ? `One page at a time, not also ${more.join(', ')}.` : 'Which page? Name an HTML file.');
    const claims = await checkPage(decode(await readBytes(file)), { file, root: values.root }, judge);
    const wrong = claims.filter(({ ok }) => !ok);
    if (values.json) output.print(JSON.stringify(claims.map((claim) => ({ file, ...claim })), null, 2));
    else {
      for (const { line, text, message, remedy } of wrong) output.print(`${file}:${line}: “${text}”: ${message} ${remedy}`);
      output.print(`${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}, ${wrong.length} wrong.`);
    }
    return wrong.length ? 1 : 0;
  },
};
