// npm run frame: writes into each page of demo/ the head, the navigation and the foot, which stand here once. A page keeps
// its title, description, where it may fetch from, its scripts, and all from <main> to </main>.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const demo = fileURLToPath(new URL('../../demo/', import.meta.url));
export const pages = readdirSync(demo, { recursive: true })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.html'))
  .sort();

const NAVIGATION = { 'index.html': 'Article', 'gallery.html': 'Gallery', 'embed.html': 'Embed', 'accessibility.html': 'Accessibility', 'docs/index.html': 'Docs' };

/** A page's text in the frame of all pages; `file` is its path under demo/. */
export function framed(text, file) {
  const part = (pattern) => pattern.exec(text)?.[1] ?? fail(`demo/${file}: expected ${pattern}`);
  const home = '../'.repeat(file.split('/').length - 1);
  const current = (page) => (page === file ? ' aria-current="page"' : page.includes('/') && path.posix.dirname(page) === path.posix.dirname(file) ? ' aria-current="true"' : '');
  const scripts = [...text.matchAll(/<script type="module" src="([^"]*)"/g)].map(([, src]) => `    <script type="module" src="${src}"></script>\n`);
  const links = Object.entries(NAVIGATION).map(([page, name]) => `          <li><a href="${home}${page}"${current(page)}>${name}</a></li>\n`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src ${part(/connect-src ([^;]*)/)}; img-src 'self' data: blob:; frame-src 'self'; require-trusted-types-for 'script'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${part(/<title>(.*)<\/title>/)}</title>
    <meta name="description" content="${part(/name="description" content="([^"]*)"/)}">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="${home}icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${home}site.css">
${scripts.join('')}  </head>
  <body>
    <a class="skip" href="#main">Skip to the text</a>
    <header class="masthead">
      <a class="wordmark" href="${home}index.html">Open token charts</a>
      <nav aria-label="Site">
        <ul>
${links.join('')}        </ul>
      </nav>
    </header>
    ${part(/(<main[^]*<\/main>)/)}
    <footer class="foot">
      <p>Made by the open-token-charts contributors. Code under the MIT licence; data of OpenRouter (<a href="https://openrouter.ai/rankings">openrouter.ai/rankings</a>) under <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>.</p>
      <p>These pages show a software package. They are not affiliated with OpenRouter or with any lab or newspaper named.</p>
    </footer>
  </body>
</html>
`;
}

function fail(message) {
  throw new Error(message);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of pages) {
    const place = path.join(demo, file);
    const text = readFileSync(place, 'utf8');
    const written = framed(text, file);
    if (written !== text) writeFileSync(place, written);
  }
}
