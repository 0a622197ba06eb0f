// Puts the demo together as a static site that works from any sub-path: _site/ with demo/, data/ and dist/ beside
// each other, as they are in the repository, so that the pages' relative addresses hold in both.
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const site = path.join(root, '_site');
const copy = (from) => cpSync(path.join(root, from), path.join(site, from), { recursive: true });

rmSync(site, { recursive: true, force: true });
mkdirSync(site);
copy('demo');
for (const file of readdirSync(path.join(root, 'data')).filter((name) => name.endsWith('.json'))) copy(`data/${file}`);
for (const entry of readdirSync(path.join(root, 'dist')).filter((name) => name !== 'npm')) copy(`dist/${entry}`);
writeFileSync(
  path.join(site, 'index.html'),
  '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Open token charts</title>\n' +
    '<meta http-equiv="refresh" content="0; url=demo/">\n<link rel="canonical" href="demo/">\n<p><a href="demo/">The demo</a>\n',
);
writeFileSync(path.join(site, '.nojekyll'), '');
console.log('The demo is in _site/; serve that folder from anywhere.');
