import path from 'node:path';
import { CHARTS, nearTag } from '../prerender/charts.js';
import { cardSVG, png } from '../prerender/picture.js';
import { datasetAt, locate } from '../prerender/source.js';
import { still } from '../prerender/still.js';
import { UsageError, numberIn, oneOf, parse, type Command } from './command.js';
import { writeWhole } from './files.js';

export const exportChart: Command = {
  help: `open-token-charts export TAG --src FILE [-o OUT.svg|OUT.png] [options] [attribute=value…]

One chart as a picture that carries its heading, status and source. FILE may be an http address. Attributes are the
element's own: highlight=DeepSeek scale=log. Without -o an SVG goes to standard output.

  -o, --output FILE  .svg or .png
  --width N          width of the plot, px (default 680)
  --height N         height of the plot, px (default: the chart's own)
  --theme light|dark (default light)
  --card             1200 × 630 px, heading large, for links in social networks
  --scale N          PNG pixels for each px (default 2; 1 for a card)
  --font FILE        font for PNG (default: the system's; the picture asks for Liberation Sans, Arial, Helvetica)
  --lang TAG         language of the words (default en)

Charts: ${[...CHARTS.keys()].join(', ')}.`,
  async run(args, output) {
    const { values, positionals } = parse(args, {
      src: { type: 'string' },
      output: { type: 'string', short: 'o' },
      width: { type: 'string' },
      height: { type: 'string' },
      theme: { type: 'string' },
      card: { type: 'boolean' },
      scale: { type: 'string' },
      font: { type: 'string', multiple: true },
      lang: { type: 'string' },
    });
    const [tag = '', ...pairs] = positionals;
    const Chart = CHARTS.get(tag);
    if (!Chart) throw new UsageError(tag ? `There is no chart "${tag}"${nearTag(tag) ? `; perhaps ${nearTag(tag)}` : ''}. The charts are ${[...CHARTS.keys()].join(', ')}.` : 'Which chart? Name its tag.');
    if (!values.src) throw new UsageError('Of which data? Name a dataset by --src FILE.');
    const { src, output: out, font } = values;
    const attributes = Object.fromEntries(pairs.map((pair) => attribute(pair, tag, Chart.observedAttributes)));
    const ending = out ? path.extname(out).toLowerCase() : '.svg';
    if (ending !== '.svg' && ending !== '.png') throw new UsageError(`${out}: a picture's name ends in .svg or .png.`);
    const theme = oneOf('--theme', values.theme, ['light', 'dark'], 'light');
    const width = numberIn('--width', values.width, 240, 4000, 680);
    const height = values.height === undefined ? undefined : numberIn('--height', values.height, 60, 4000, 340);
    const scale = numberIn('--scale', values.scale, 0.5, 8, values.card ? 1 : 2);
    // from where the command runs, also with a leading slash: here it is a file's name, not a page's address
    const url = locate(src, { root: path.isAbsolute(src) ? path.parse(src).root : '.' });
    if (!url) throw new UsageError(`--src takes a file or an address that begins with http or https, not "${src}".`);
    const drawn = await still(Chart, attributes, (resource: string) => datasetAt(url, { resource, integrity: '', crossorigin: '' }), values.lang ?? 'en').catch((error: unknown) => {
      throw new Error(`${src}: ${error instanceof Error && error.message ? error.message : 'it has no rows to draw.'}`);
    });
    const svg = values.card ? cardSVG(drawn, theme) : drawn.svg({ width, height, theme });
    if (!out) output.print(svg.trimEnd());
    else await writeWhole(out, ending === '.svg' ? svg : await png(svg, Math.round(Number(/ width="(\d+)"/.exec(svg)?.[1]) * scale), font));
    return 0;
  },
};

function attribute(pair: string, tag: string, known: readonly string[]): [string, string] {
  const at = pair.indexOf('=');
  const name = at < 0 ? pair : pair.slice(0, at);
  if (!known.includes(name)) throw new UsageError(`"${name}" is no attribute of ${tag}; it has ${known.join(', ')}.`);
  return [name, at < 0 ? '' : pair.slice(at + 1)];
}
