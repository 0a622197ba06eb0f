import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { article, cli, element, root, scratch, tags } from './page.js';

const folder = scratch();
const inFolder = (...parts) => path.join(folder, ...parts);
mkdirSync(inFolder('data'));
for (const file of readdirSync(path.join(root, 'data')).filter((name) => name.endsWith('.json'))) copyFileSync(path.join(root, 'data', file), inFolder('data', file));

/** Runs the command in the folder: {code, out, error}. */
const run = (...args) =>
  new Promise((resolve) => execFile(process.execPath, [cli, ...args], { cwd: folder, maxBuffer: 1e8 }, (failure, out, error) => resolve({ code: failure ? failure.code : 0, out, error })));
const write = (name, text) => writeFileSync(inFolder(name), text);
const read = (name) => readFileSync(inFolder(name), 'utf8');

test('without a command, or with an unknown one or option, it says what there is and exits 2', async () => {
  const none = await run();
  assert.equal(none.code, 2);
  assert.match(none.out, /validate FILE[\s\S]*prerender IN\.html[\s\S]*export TAG[\s\S]*check IN\.html/);
  for (const [args, sentence] of [
    [['draw'], /no command "draw": it is one of validate, prerender, export, check/],
    [['validate', '--fast'], /Unknown option '--fast'\.\nRun open-token-charts validate --help/],
    [['validate'], /Which dataset\?/],
    [['prerender'], /Which page\?/],
    [['prerender', 'a.html', 'b.html'], /One page at a time/],
    [['prerender', 'a.html', '--for', 'fax'], /--for takes page or feed or mail, not "fax"/],
    [['prerender', 'a.html', '--for', 'feed'], /needs --base URL and --images DIR/],
    [['prerender', 'a.html', '--base', 'example.org'], /begins with http or https/],
    [['export'], /Which chart\?/],
    [['export', 'token-volum-chart', '--src', 'data/token-volume.json'], /no chart "token-volum-chart"; perhaps token-volume-chart\. The charts are /],
    [['export', 'token-volume-chart'], /Of which data\?/],
    [['export', 'token-volume-chart', '--src', 'data/token-volume.json', 'hieght=3'], /"hieght" is no attribute of token-volume-chart; it has .*height/],
    [['export', 'token-volume-chart', '--src', 'data/token-volume.json', '-o', 'a.gif'], /a\.gif: a picture's name ends in \.svg or \.png/],
    [['export', 'token-volume-chart', '--src', 'data/token-volume.json', '--width', 'wide'], /--width takes a number from 240 to 4000, not "wide"/],
  ]) {
    const { code, error, out } = await run(...args);
    assert.match(error, sentence);
    assert.deepEqual([code, out], [2, ''], args.join(' '));
  }
});

test('each command has its help', async () => {
  for (const command of ['validate', 'prerender', 'export', 'check']) {
    const { code, out } = await run(command, '--help');
    assert.equal(code, 0);
    assert.ok(out.startsWith(`open-token-charts ${command} `));
  }
});

test('prerender writes the page, also over itself, and to standard output', async () => {
  write('page.html', article({ data: 'data/' }));
  const { code, out, error } = await run('prerender', 'page.html', '-o', 'sub/out.html');
  assert.deepEqual([code, out, error], [0, '', '']);
  const written = read('sub/out.html');
  assert.equal(written.match(/<figure data-prerendered/g).length, tags.length);
  assert.equal((await run('prerender', 'page.html')).out, written);
  assert.equal((await run('prerender', 'page.html', '-o', 'page.html')).code, 0);
  assert.equal(read('page.html'), written);
});

test('prerender keeps a byte order mark and the line ends of a file', async () => {
  write('mark.html', `\ufeff<!doctype html>\r\n${element('origin-split-bar', 'data/')}\r\n`);
  await run('prerender', 'mark.html', '-o', 'mark.html');
  assert.ok(read('mark.html').startsWith('\ufeff<!doctype html>\r\n<origin'));
  assert.ok(read('mark.html').endsWith('</origin-split-bar>\r\n'));
});

test('prerender --root gives addresses with a leading slash their folder', async () => {
  mkdirSync(inFolder('site/data'), { recursive: true });
  copyFileSync(inFolder('data/origin-split.json'), inFolder('site/data/mine.json'));
  write('site/page.html', '<origin-split-bar src="/data/mine.json"></origin-split-bar>');
  assert.equal((await run('prerender', 'site/page.html')).code, 1);
  assert.equal((await run('prerender', 'site/page.html', '--root', 'site')).code, 0);
});

test('prerender --images writes the pictures and names them from where the page is written', async () => {
  write('images.html', element('origin-split-bar', 'data/'));
  assert.equal((await run('prerender', 'images.html', '-o', 'posts/images.html', '--images', 'my pictures')).code, 0);
  assert.match(read('posts/images.html'), /<img src="\.\.\/my%20pictures\/origin-split-bar-one\.svg"/);
  assert.match(read('my pictures/origin-split-bar-one.svg'), /^<svg/);
  assert.equal((await run('prerender', 'images.html', '-o', 'feed.html', '--for', 'feed', '--base', 'https://example.org/', '--images', 'img')).code, 0);
  assert.match(read('feed.html'), /<img src="https:\/\/example\.org\/img\/origin-split-bar-one\.png"/);
  assert.ok(PNG.sync.read(readFileSync(inFolder('img/origin-split-bar-one.png'))).width > 1000);
});

test('prerender --json gives each problem with its file, line, column, chart and address', async () => {
  write('bad.html', `<p>x</p>\n<origin-split-bar src="data/none.json"></origin-split-bar>\n${element('origin-split-bar', 'data/')}`);
  const { code, error } = await run('prerender', 'bad.html', '--json');
  assert.equal(code, 1);
  assert.deepEqual(JSON.parse(error), [{ file: 'bad.html', tag: 'origin-split-bar', line: 2, column: 1, src: 'data/none.json', message: `${path.join('data', 'none.json')}: there is no such file.` }]);
});

/** Pages with one bad chart before a good one: what is wrong, the chart, where and why the command says it is, the fallback. */
const BAD_PAGES = [
  { what: 'a broken dataset', chart: '<origin-split-bar src="broken.json"></origin-split-bar>', said: /^\S+:2:3 <origin-split-bar src="broken\.json"> resources\[0\]\.data\[1\]\.share: expected a finite number, found "many"$/, fallback: /<strong>Broken\.<\/strong> This chart could not be drawn\. Source: <a href="https:\/\/example\.org\/s">The Source<\/a>/ },
  { what: 'a dataset that is not JSON', chart: '<origin-split-bar src="half.json"></origin-split-bar>', said: /^\S+:2:3 <origin-split-bar src="half\.json"> .*expected JSON text/, fallback: /could not be drawn\. Source: <a href="half\.json">/ },
  { what: 'a missing file', chart: '<origin-split-bar src="data/none.json"></origin-split-bar>', said: /^\S+:2:3 <origin-split-bar src="data\/none\.json"> data.none\.json: there is no such file\.$/, fallback: /could not be drawn\. Source: <a href="data\/none\.json">/ },
  { what: 'a misspelt tag', chart: '<origin-splti-bar src="data/origin-split.json"></origin-splti-bar>', said: /^\S+:2:3 <origin-splti-bar src="data\/origin-split\.json"> is no chart of this package; perhaps <origin-split-bar> was meant\.$/, fallback: /could not be drawn\. Source: <a href="data\/origin-split\.json">/ },
  { what: 'a tag cut short', chart: '<origin-split src="data/origin-split.json"></origin-split>', said: /^\S+:2:3 <origin-split src="data\/origin-split\.json"> .*perhaps <origin-split-bar> was meant\.$/, fallback: /could not be drawn\. Source: <a href="data\/origin-split\.json">/ },
  { what: 'an answer of 404', chart: '<origin-split-bar src="ORIGIN/gone.json"></origin-split-bar>', said: /^\S+:2:3 <origin-split-bar src="http:\/\/127\.0\.0\.1:\d+\/gone\.json"> The data did not arrive: the site answered 404\.$/, fallback: /could not be drawn\. Source: <a href="http:\/\/127\.0\.0\.1:\d+\/gone\.json">/ },
  { what: 'a start tag whose quote is not closed', chart: '<origin-split-bar src="data/none.json\n  heading="One"></origin-split-bar>', said: /^\S+:2:3 <origin-split-bar src="data\/none\.json"> has a line break in its src: a quote is missing\.$/, fallback: /could not be drawn\. Source: <a href="data\/none\.json">/ },
];
for (const { what, chart, said, fallback } of BAD_PAGES) {
  test(`prerender of a page with ${what} says which chart and why, names its source in its place, draws the others, exits 1`, async (t) => {
    const server = createServer((request, response) => response.writeHead(404).end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    t.after(() => server.close());
    write('broken.json', '{"title":"Broken","sources":[{"title":"The Source","path":"https://example.org/s"}],"resources":[{"data":[{"part":"a","share":1},{"part":"b","share":"many"}]}]}');
    write('half.json', '{"title":"Ha');
    const [before, after] = ['<h1>Kept</h1>\n  ', '\n<p>Kept too</p>\n'];
    write('one-bad.html', `${before}${chart.replace('ORIGIN', `http://127.0.0.1:${server.address().port}`)}${after}${element('origin-split-bar', 'data/')}`);
    const { code, out, error } = await run('prerender', 'one-bad.html', '-o', 'one-bad-out.html');
    assert.match(error.trimEnd(), said);
    assert.deepEqual([code, out], [1, '']);
    const written = read('one-bad-out.html');
    assert.match(written, fallback);
    assert.ok(written.startsWith(before) && written.includes(after), 'what stands around is kept');
    assert.match(written, /China open 58%/, 'the other chart is drawn');
    assert.deepEqual(readdirSync(folder).filter((name) => name.endsWith('.part')), []);
  });
}

test('prerender of a page that ends inside a tag, a comment or a title says which chart is lost, keeps the page, exits 1', async () => {
  for (const [page, place] of [
    ['<p>x</p>\n<origin-split-bar src="data/origin-split.json', '2:1'],
    ['<p>x</p>\n<origin-split-bar src="data/origin-split.json></origin-split-bar>\n<p>y</p>', '2:1'],
    ['<!-- a note\n\n  <origin-split-bar src="data/origin-split.json"></origin-split-bar>', '3:3'],
    ['<title>Charts\n<origin-split-bar src="data/origin-split.json"></origin-split-bar>', '2:1'],
  ]) {
    write('cut.html', page);
    const { code, error } = await run('prerender', 'cut.html', '-o', 'cut-out.html');
    assert.equal(error, `cut.html:${place} <origin-split-bar> is not read as an element: the page ends inside a tag, a comment or a text that is not closed.\n`);
    assert.equal(code, 1);
    assert.equal(read('cut-out.html'), page);
  }
  write('cut.html', '<p>A page may speak of <code>&lt;origin-split-bar></code>.</p>\n<!-- <origin-split-bar> -->\n<p');
  assert.equal((await run('prerender', 'cut.html', '-o', 'cut-out.html')).code, 0);
});

test('prerender stopped half way, or without room for its pictures, leaves the page that was there', async (t) => {
  write('slow-out.html', 'the page of yesterday');
  const server = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  write('slow.html', `${element('origin-split-bar', 'data/')}<origin-split-bar src="http://127.0.0.1:${server.address().port}/never.json"></origin-split-bar>`);
  const child = spawn(process.execPath, [cli, 'prerender', 'slow.html', '-o', 'slow-out.html'], { cwd: folder });
  await once(server, 'request');
  child.kill('SIGKILL');
  await once(child, 'close');
  assert.equal(read('slow-out.html'), 'the page of yesterday');

  write('no folder', '');
  write('pictured.html', element('origin-split-bar', 'data/'));
  const { code, error } = await run('prerender', 'pictured.html', '-o', 'slow-out.html', '--images', 'no folder');
  assert.equal(code, 1);
  assert.match(error, /no folder/);
  assert.equal(read('slow-out.html'), 'the page of yesterday');
  assert.deepEqual(readdirSync(folder).filter((name) => name.endsWith('.part')), []);
});

test('a page that is not there, or not text, or cannot be written, leaves no file behind', async () => {
  assert.match((await run('prerender', 'nowhere.html', '-o', 'never.html')).error, /nowhere\.html: there is no such file/);
  writeFileSync(inFolder('binary.html'), Buffer.from([0x3c, 0xff, 0xfe, 0x80]));
  assert.match((await run('prerender', 'binary.html', '-o', 'never.html')).error, /not text in UTF-8/);
  assert.ok(!readdirSync(folder).includes('never.html'));
  mkdirSync(inFolder('taken.html'));
  write('sound.html', article({ data: 'data/' }));
  const { code, error } = await run('prerender', 'sound.html', '-o', 'taken.html');
  assert.equal(code, 1);
  assert.match(error, /taken\.html could not be written/);
  assert.deepEqual(readdirSync(folder).filter((name) => name.endsWith('.part')), []);
  if (process.getuid?.() !== 0) chmodSync(inFolder('taken.html'), 0o755);
});

test('export writes an SVG that carries heading, status and source', async () => {
  const { code, out } = await run('export', 'origin-split-bar', '--src', 'data/origin-split.json');
  assert.equal(code, 0);
  for (const part of ['Representative open-router model-origin split', 'Representative ·', 'Source: xecon reconstruction', '>58%<']) assert.ok(out.includes(part), part);
  const dark = (await run('export', 'origin-split-bar', '--src', inFolder('data/origin-split.json'), '--theme', 'dark', '--width', '400', 'heading=Mine & yours')).out;
  assert.match(dark, /width="432"/);
  assert.match(dark, /Mine &#38; yours/);
  assert.notEqual(dark.match(/<rect width="100%" height="100%" fill="(#\w+)"/)[1], '#ffffff');
});

test('export writes a PNG of the asked scale, with words in it', async () => {
  assert.equal((await run('export', 'token-volume-chart', '--src', 'data/token-volume.json', '-o', 'a.png', '--width', '400', '--scale', '1')).code, 0);
  const { width, data } = PNG.sync.read(readFileSync(inFolder('a.png')));
  assert.equal(width, 432);
  // the heading's rows: dark pixels
  let dark = 0;
  for (let i = 0; i < width * 40 * 4; i += 4) if (data[i] < 100) dark++;
  assert.ok(dark > 300, `${dark} dark pixels where the heading is`);
});

test('export --card is 1200 × 630 px', async () => {
  for (const tag of tags) {
    const src = /src="([^"]*)"/.exec(element(tag, 'data/'))[1];
    assert.equal((await run('export', tag, '--src', src, '-o', 'card.png', '--card')).code, 0, tag);
    const { width, height } = PNG.sync.read(readFileSync(inFolder('card.png')));
    assert.deepEqual([width, height], [1200, 630]);
  }
});

test('export of what cannot be drawn says why, and exits 1 without a file', async () => {
  for (const [src, sentence] of [['nope.json', /nope\.json: there is no such file/], ['data/prices.json', /expected/]]) {
    const { code, error } = await run('export', 'token-volume-chart', '--src', src, 'y=nothing', '-o', 'never.svg');
    assert.equal(code, 1);
    assert.match(error, sentence);
  }
  assert.ok(!readdirSync(folder).includes('never.svg'));
});

const bad = JSON.parse(readFileSync(path.join(root, 'test/data/bad/index.json'), 'utf8'));
for (const [file, { place, about }] of Object.entries(bad).filter(([name]) => name !== 'csv-header-only.csv')) {
  test(`validate bad/${file} finds ${place || 'the whole'} at fault and nothing else: ${about}`, async () => {
    const { code, out } = await run('validate', '--json', path.join(root, 'test/data/bad', file));
    const findings = JSON.parse(out);
    assert.equal(code, 1);
    assert.equal(findings.length, 1, out);
    const [finding] = findings;
    if (place.startsWith('line ')) assert.equal(`line ${finding.line}`, place);
    else if (place) assert.equal(finding.place, place);
    assert.ok(finding.line >= 1 || !place);
  });
}

test('validate finds no fault in the shipped datasets and the good examples', async () => {
  const good = Object.keys(JSON.parse(readFileSync(path.join(root, 'test/data/good/index.json'), 'utf8'))).map((file) => path.join(root, 'test/data/good', file));
  const shipped = readdirSync(path.join(root, 'data')).filter((file) => file.endsWith('.json') && file !== 'schema.json').map((file) => path.join(root, 'data', file));
  const { code, out } = await run('validate', ...good, ...shipped);
  assert.equal(out, `No error in ${good.length + shipped.length} files.\n`);
  assert.equal(code, 0);
});

test('validate names every error of a file, each with its line, place and remedy', async () => {
  write('many.json', `{"title": "T", "resources": [{"name": "a", "schema": {"fields": [
{"name": "d", "type": "date"}, {"name": "v", "type": "number", "constraints": {"required": true, "minimum": 0}}]},
"data": [
{"d": "2026-01-01", "v": "1"},
{"d": "2026-13-01", "v": -2},
{"d": "2026-01-03", "v": null},
{"d": "2026-01-03", "v": 3, "status": "x"}
]}], "provenance": {"asof": "2026", "caveats": "x"}}`);
  const { out } = await run('validate', 'many.json', '--json');
  const found = JSON.parse(out).map(({ line, place, remedy }) => `${line} ${place}${remedy ? ' !' : ''}`);
  assert.deepEqual(found.sort(), [
    '4 resources[0].data[0].v !',
    '5 resources[0].data[1].d !',
    '5 resources[0].data[1].v !',
    '6 resources[0].data[2].v !',
    '7 resources[0].data[3].d !',
    '7 resources[0].data[3].status !',
    '8 provenance.asof !',
    '8 provenance.caveats',
  ]);
  const { out: plain } = await run('validate', 'many.json', 'data/prices.json');
  assert.match(plain, /^many\.json:5: resources\[0\]\.data\[1\]\.d: expected a calendar date such as 2026-05-25, found "2026-13-01"\. Write dates as year-month-day\.$/m);
  assert.match(plain, /8 errors in 1 of 2 files\.\n$/);
});

test('validate of CSV names the line of the file, past notes, empty lines and quoted line breaks', async () => {
  write('a.csv', '# a note\nname,tokens\n\n"a\nb",1\nc,x\nd,2,3\n');
  const { out } = await run('validate', 'a.csv');
  assert.match(out, /a\.csv:6: data\.tokens\[1\]: expected a finite number, found "x"/);
  assert.match(out, /a\.csv:7: expected 2 cells, as in the header, found 3/);
});

test('validate says where a text stops being JSON', async () => {
  for (const [text, sentence] of [
    ['{\n"a": 1,\n}', /:3: it is not JSON: expected a key in quotes, found "}"/],
    ['[1,\n2', /:2: it is not JSON: expected a comma or \], found the end of the file/],
    ['{"a": NaN}', /:1: it is not JSON: expected a value, found "NaN"\. JSON has no NaN/],
    ['{"a": 1} x', /:1: it is not JSON: expected the end of the file, found "x"/],
    ["{'a': 1}", /:1: it is not JSON: expected a key in quotes or }/],
    ['', /the file is empty/],
  ]) {
    write('broken.json', text);
    const { code, out } = await run('validate', 'broken.json');
    assert.match(out, sentence);
    assert.equal(code, 1);
  }
});

test('check holds each claim against its chart, says what the data says instead, and exits 1 where one fails', async () => {
  const claim = (text, more = 'series="China open"') => `<chart-claim for="origin-split-bar-one" ${more}>${text}</chart-claim>`;
  write('claims.html', `${element('origin-split-bar', 'data/')}\n<p>${claim('58%')}\n${claim('61%')}\n<chart-claim for="nothing">1</chart-claim></p>`);
  const { code, out } = await run('check', 'claims.html', '--json');
  const claims = JSON.parse(out);
  assert.equal(code, 1);
  assert.deepEqual(claims.map(({ line, text, ok }) => [line, text, ok]), [[2, '58%', true], [3, '61%', false], [4, '1', false]]);
  assert.match(claims[1].message, /58%/);
  assert.match(claims[2].message, /no chart of the page has the id "nothing"/);
  assert.deepEqual(claims.map(({ file, place, remedy }) => [file, place, Boolean(remedy)]), [['claims.html', 'chart-claim[for="origin-split-bar-one"]', false], ['claims.html', 'chart-claim[for="origin-split-bar-one"]', true], ['claims.html', 'chart-claim[for="nothing"]', true]]);
  assert.match((await run('check', 'claims.html')).out, /claims\.html:3: “61%”: .*58%.* Write what the data says/);
  write('claims.html', `${element('origin-split-bar', 'data/')}\n<p>${claim('58%')}</p>`);
  assert.deepEqual(await run('check', 'claims.html'), { code: 0, out: '1 claim, 0 wrong.\n', error: '' });
});
