// The README is short, and what it shows runs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { openBrowser, repository, settled } from '../helpers/browser.js';

const text = readFileSync(`${repository}README.md`, 'utf8');
const manifest = JSON.parse(readFileSync(`${repository}package.json`, 'utf8'));
const snippets = (language) => [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((found) => found[1]);

describe('the README', () => {
  it('is under 150 lines', () => assert.ok(text.split('\n').length < 150));

  it('shows the two commands first, and only commands that exist', () => {
    const [first] = snippets('sh');
    assert.match(first, /^npm start .*\nnpm test /);
    for (const [, name] of text.matchAll(/`?npm run ([\w:]+)/g)) assert.ok(manifest.scripts[name], name);
  });

  it('imports what the package exports', async () => {
    for (const snippet of snippets('js')) {
      for (const [, names, from] of snippet.matchAll(/import (?:\{ ([^}]+) \} from )?'([^']+)'/g)) {
        if (from.endsWith('/define')) assert.ok(manifest.exports['./define']);
        else {
          const module_ = await import(from);
          for (const name of (names ?? '').split(', ')) assert.equal(typeof module_[name], 'function', name);
        }
      }
    }
  });

  it('names the digest of the file that holds all: npm run build:readme writes it', () => {
    const { files } = JSON.parse(readFileSync(`${repository}dist/integrity.json`, 'utf8'));
    assert.match(text, new RegExp(`dist/open-token-charts\\.alone\\.js"\\s+integrity="${files['open-token-charts.alone.js'].replaceAll('+', '\\+')}"`));
  });

  it('shows a dataset that can be read', async () => {
    const { read } = await import('open-token-charts');
    for (const snippet of snippets('json')) assert.equal(read(JSON.parse(snippet)).table.length, 2);
  });
});

describe('the README’s page', () => {
  let session;
  before(async () => {
    session = await openBrowser();
  });
  after(() => session?.close());

  it('draws both charts', async () => {
    const { page, faults } = await session.newPage();
    const body = `<!doctype html><html lang="en"><base href="${session.origin}/"><style>${snippets('css').join('')}</style>${snippets('html').join('')}</html>`;
    page.once('request', () => {});
    await page.goto(`${session.origin}/test/pages/blank.html`);
    await page.setContent(body);
    await settled(page);
    assert.deepEqual(await page.$$eval('token-volume-chart, origin-split-bar', (charts) => charts.map((chart) => chart.state)), ['ready', 'ready']);
    assert.deepEqual(faults, []);
  });

  it('reserves as much room as the chart takes', async () => {
    const { page } = await session.newPage();
    await page.goto(`${session.origin}/test/pages/strict.html`);
    await settled(page);
    const height = await page.$eval('token-volume-chart', (chart) => chart.getBoundingClientRect().height);
    assert.match(text, new RegExp(`min-height: ${Math.round(height)}px`));
  });
});
