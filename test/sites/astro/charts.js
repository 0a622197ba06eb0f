import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { prerender } from 'open-token-charts/prerender';

/** An integration: writes each chart's figure into the built pages, and each page again for feeds and mail, under feed/ and mail/. */
export default function charts() {
  let site;
  const build = async ({ dir, logger }) => {
    const root = fileURLToPath(dir);
    const write = async (file, content) => {
      await mkdir(path.dirname(path.join(root, file)), { recursive: true });
      await writeFile(path.join(root, file), content);
    };
    for (const file of (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.html'))) {
      const html = await readFile(path.join(root, file), 'utf8');
      const base = new URL(file.replace(/index\.html$/, ''), site).href;
      for (const reader of ['feed', 'mail', 'page']) {
        const result = await prerender(html, { root, file: path.join(root, file), for: reader, base, images: reader === 'page' ? undefined : '/img' });
        for (const { tag, src, message } of result.problems) logger.warn(`${file}: <${tag} src="${src}"> ${message}`);
        for (const [name, content] of result.files) await write(`img/${name}`, content);
        await write(reader === 'page' ? file : path.join(reader, file), result.html);
      }
    }
  };
  return {
    name: 'open-token-charts',
    hooks: {
      'astro:config:done': ({ config }) => void ({ site } = config),
      'astro:build:done': build,
    },
  };
}
