// Every snippet of the docs is run: commands by a shell, files of a site as the file itself, datasets by the reader,
// markup in a page, and the recipe for a chart in a copy of the sources, by its own test. Needs a build: npm run build.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { JSDOM } from 'jsdom';
import { openBrowser, repository } from '../helpers/browser.js';

const run = promisify(execFile);
const scratch = mkdtempSync(path.join(tmpdir(), 'snippets-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** {page, name, text}, and for what it is: `run` (a shell), `site` (a file of test/sites), `file` (one of the sources). */
const snippets = readdirSync(`${repository}demo`, { recursive: true })
  .filter((page) => page.endsWith('.html'))
  .flatMap((page) => [...new JSDOM(readFileSync(`${repository}demo/${page}`, 'utf8')).window.document.querySelectorAll('pre[aria-label]')].map((pre) => ({ page, name: pre.getAttribute('aria-label'), text: pre.textContent, ...pre.dataset })))
  .filter(({ text }) => text.trim());
const of = (kind) => snippets.filter((snippet) => snippet[kind] !== undefined);
const plain = snippets.filter(({ run: command, site, file }) => (command ?? site ?? file) === undefined);
const data = plain.filter(({ text }) => /^\s*[[{]/.test(text));
const markup = plain.filter(({ text }) => /^\s*</.test(text));

describe('the snippets of the docs', () => {
  it('are each of a kind that is run', () => {
    assert.deepEqual(plain.filter((each) => !data.includes(each) && !markup.includes(each)).map(({ page, name }) => `${page}: ${name}`), []);
    assert.ok(of('run').length > 3 && of('site').length > 4 && of('file').length > 3 && data.length > 1 && markup.length > 4);
  });

  for (const { page, name, text, site } of of('site')) {
    it(`${name} of ${page} is the file that the site is built with`, () => assert.equal(text.trim(), readFileSync(`${repository}test/sites/${site}`, 'utf8').trim()));
  }

  it('commands do what they say, in a folder with a page and its data', async () => {
    cpSync(`${repository}data`, path.join(scratch, 'data'), { recursive: true });
    const bin = path.join(scratch, 'bin');
    mkdirSync(bin);
    writeFileSync(path.join(bin, 'npx'), `#!/bin/sh\n[ "$1" = open-token-charts ] || exit 9\nshift\nexec "${process.execPath}" "${repository}dist/npm/cli/main.js" "$@"\n`, { mode: 0o755 });
    writeFileSync(path.join(scratch, 'page.html'), '<!doctype html><html lang="en"><head><title>A</title></head><body><origin-split-bar id="split" src="data/origin-split.json"></origin-split-bar><chart-claim for="split" series="Other">14%</chart-claim></body></html>');
    for (const { text, name } of of('run')) {
      const { stderr } = await run('sh', ['-e', '-c', text], { cwd: scratch, env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` } });
      assert.equal(stderr, '', name);
    }
    for (const [file, part] of [['page.html', '<figure data-prerendered'], ['feed.html', 'src="https://example.org/post/img/split.png"'], ['mail.html', '<table']]) assert.ok(readFileSync(path.join(scratch, file), 'utf8').includes(part), file);
    assert.ok(existsSync(path.join(scratch, 'card.png')));
  });

  it('datasets can be read', async () => {
    const { read } = await import('open-token-charts');
    for (const { text, name } of data) assert.ok(read(JSON.parse(text)).table.length > 1, name);
  });

  it('make your own chart: the files fit the sources, and the chart passes its test', { skip: process.platform === 'win32' && 'no links without rights' }, async () => {
    const copy = path.join(scratch, 'copy');
    mkdirSync(copy);
    for (const part of ['src', 'test/helpers', 'test/tools', 'test/cases', 'test/types.d.ts', 'data', 'package.json', 'tsconfig.json', 'web-test-runner.config.js']) cpSync(`${repository}${part}`, path.join(copy, part), { recursive: true });
    symlinkSync(realpathSync(`${repository}node_modules`), path.join(copy, 'node_modules'), 'dir');
    for (const { text, file } of of('file')) {
      mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
      writeFileSync(path.join(copy, file), text);
    }
    const config = JSON.parse(readFileSync(path.join(copy, 'tsconfig.json'), 'utf8'));
    writeFileSync(path.join(copy, 'tsconfig.snippet.json'), JSON.stringify({ extends: './tsconfig.json', compilerOptions: { ...config.compilerOptions, noEmit: true }, include: of('file').map(({ file }) => file).concat('test/types.d.ts') }));
    const failed = (error) => assert.fail(`${error.stdout}${error.stderr}`);
    await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.snippet.json'], { cwd: copy }).catch(failed);
    const { stdout } = await run(process.execPath, ['node_modules/@web/test-runner/dist/bin.js', '--files', 'test/part-dots-chart.test.ts'], { cwd: copy, env: { ...process.env, ENGINES: 'chromium' } }).catch(failed);
    assert.match(stdout, /1 passed, 0 failed/);
  });
});

describe('the markup of the docs', () => {
  let session;
  before(async () => {
    session = await openBrowser();
  });
  after(() => session?.close());

  for (const { page: from, name, text } of markup) {
    it(`${name} of ${from} works in a page`, async () => {
      const { page, faults } = await session.newPage();
      const chart = text.includes('<token-volume-chart') || text.includes('<origin-') ? '' : '<token-volume-chart src="data/token-volume.json" loading="eager"></token-volume-chart><origin-split-bar src="data/origin-split.json"></origin-split-bar>';
      await page.goto(`${session.origin}/test/pages/blank.html`);
      await page.setContent(`<!doctype html><html lang="en"><base href="${session.origin}/"><script type="module" src="dist/open-token-charts.js"></script><body>${text}${chart}</body></html>`);
      await page.waitForFunction(() => [...document.querySelectorAll('token-volume-chart, origin-split-bar')].every(({ state }) => state === 'ready'), { timeout: 10_000 });
      assert.ok(await page.evaluate(() => document.querySelectorAll('token-volume-chart, origin-split-bar').length > 0));
      // a rule that a browser does not understand is left out of the sheet
      const [rules, selectors] = await page.evaluate(() => [[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter(({ style }) => style?.length === 0).length, document.querySelectorAll('style').length]);
      assert.deepEqual({ faults, rules }, { faults: [], rules: 0 }, `${selectors} sheets`);
      await page.close();
    });
  }
});
