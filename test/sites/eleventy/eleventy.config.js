import { mkdir, writeFile } from 'node:fs/promises';
import { prerender } from 'open-token-charts/prerender';

const site = 'https://example.org';

/** Prerenders a page or a part of one for `page`, `feed` or `mail`; pictures of feeds and mail go to /img/. */
async function charts(html, reader, url) {
  const { html: written, problems, files } = await prerender(html, {
    root: '.', // /data/… in a src is data/… here
    for: reader,
    base: new URL(url, site).href,
    images: reader === 'page' ? undefined : '/img',
  });
  for (const { tag, src, message } of problems) console.warn(`${url}: <${tag} src="${src}"> ${message}`);
  await mkdir('dist/img', { recursive: true });
  for (const [name, content] of files) await writeFile(`dist/img/${name}`, content);
  return written;
}

export default function (eleventy) {
  eleventy.addPassthroughCopy({ 'node_modules/open-token-charts/dist/*.js': 'charts', 'node_modules/open-token-charts/dist/chunks': 'charts/chunks', data: 'data' });
  eleventy.addTransform('charts', function (html) {
    return this.page.url?.endsWith('/') ? charts(html, 'page', this.page.url) : html;
  });
  eleventy.addAsyncFilter('charts', charts);
  return { dir: { input: 'content', output: 'dist' } };
}
