import path from 'node:path';
import { prerender } from '../prerender/index.js';
import { decode, readBytes } from '../prerender/source.js';
import { UsageError, oneOf, parse, type Command } from './command.js';
import { writeWhole } from './files.js';

const posix = (file: string): string => file.split(path.sep).map(encodeURIComponent).join('/');

export const prerenderPage: Command = {
  help: `open-token-charts prerender IN.html [-o OUT.html] [options]

Writes into each chart element of a page, as its children, a figure: heading, what the chart shows, picture, table,
status and source. Feeds, reader modes, mail and crawlers keep it; a browser shows the chart in its place. A second run
replaces what the first wrote. Without -o the page goes to standard output.

  -o, --output FILE    where to write; may be IN.html itself
  --root DIR           the folder that addresses with a leading slash start from (default: this folder)
  --for page|feed|mail page (default) keeps the elements; feed and mail put figures in their place, with styles and
                       whole addresses, and need --base and --images
  --base URL           the page's own address on the web
  --images DIR         pictures as files in DIR and <img>, in place of inline SVG
  --format svg|png     kind of those files (default: svg for pages, png for feed and mail)
  --font FILE          font for PNG (default: the system's)
  --json               problems as JSON on standard error

Exit code 1 if a chart could not be drawn: its place then names the source of its data.`,
  async run(args, output) {
    const { values, positionals } = parse(args, {
      output: { type: 'string', short: 'o' },
      root: { type: 'string' },
      for: { type: 'string' },
      base: { type: 'string' },
      images: { type: 'string' },
      format: { type: 'string' },
      font: { type: 'string', multiple: true },
      json: { type: 'boolean' },
    });
    const [file, ...more] = positionals;
    if (!file || more.length) throw new UsageError(file ? `One page at a time, not also ${more.join(', ')}.` : 'Which page? Name an HTML file.');
    const reader = oneOf('--for', values.for, ['page', 'feed', 'mail'], 'page');
    const { base, images, output: out } = values;
    if (base !== undefined && !/^https?:\/\//.test(base)) throw new UsageError(`--base takes an address that begins with http or https, not "${base}".`);
    if (reader !== 'page' && (!base || !images)) throw new UsageError(`--for ${reader} needs --base URL and --images DIR: pictures there are files with whole addresses.`);
    const html = decode(await readBytes(file), true);
    const folder = path.dirname(path.resolve(out ?? file));
    const result = await prerender(html, {
      file,
      root: values.root,
      base,
      for: reader,
      images: images === undefined ? undefined : posix(path.relative(folder, path.resolve(images))),
      format: values.format === undefined ? undefined : oneOf('--format', values.format, ['svg', 'png'] as const, 'svg'),
      fonts: values.font,
    });
    for (const [name, content] of result.files) await writeWhole(path.join(images ?? '', name), content);
    if (out) await writeWhole(out, result.html);
    else process.stdout.write(result.html);
    if (values.json) output.warn(JSON.stringify(result.problems.map((problem) => ({ file, ...problem })), null, 2));
    else for (const { tag, line, column, src, message } of result.problems) output.warn(`${file}:${line}:${column} <${tag}${src ? ` src="${src}"` : ''}> ${message}`);
    return result.problems.length ? 1 : 0;
  },
};
