import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { prerender } from '../../dist/npm/prerender/index.js';
import { article, element, root, tags } from './page.js';

const at = (html, options) => prerender(html, { root, ...options });
const ROWS = '[{"part":"China","share":60},{"part":"Other","share":40}]';
const DATA = `<script type="application/json">${ROWS}</script>`;
const text = (html) => html.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)).replace(/\s+/g, ' ');
const count = (html, pattern) => [...html.matchAll(pattern)].length;

test('prerender writes one figure into each chart and one style into the head, and nothing else', async () => {
  const before = article();
  const { html, problems } = await at(before);
  assert.deepEqual(problems, []);
  assert.equal(count(html, /<figure data-prerendered/g), tags.length);
  assert.equal(count(html, /<style data-prerendered>/g), 1);
  assert.equal(html.replace(/<style data-prerendered>.*?<\/style>/, '').replace(/\n<figure data-prerendered[\s\S]*?<\/figure>\n/g, ''), before);
});

test('prerender run twice changes nothing', async () => {
  const { html } = await at(article());
  assert.equal((await at(html)).html, html);
});

test('prerender run again after the data changed replaces its figure, and removes a second one', async () => {
  const { html } = await at(`<origin-split-bar>${DATA}</origin-split-bar>`);
  const copied = html.replace('</origin-split-bar>', '<figure data-prerendered>old</figure></origin-split-bar>').replace('"share":60', '"share":61').replace('"share":40', '"share":39');
  const again = (await at(copied)).html;
  assert.equal(count(again, /<figure/g), 1);
  assert.match(text(again), /China 61, Other 39\./);
  assert.doesNotMatch(again, /China 60|old/);
});

test('prerender keeps what stands around a chart byte for byte: broken tags, CRLF, a byte order mark, letters beyond 16 bits', async () => {
  const parts = ['\ufeff<!DOCTYPE html>\r\n<p>😀 a < b &amp &copy <b><i>mixed</b></i>\r\n<table><div>lost</table><img src=x alt=\'"\'>\r\n', '\r\n</p></section><!-- <origin-split-bar> -->\r\n<script>"<origin-split-bar src=x>"</script></html>\r\n\r\n'];
  const { html, problems } = await at(`${parts[0]}<origin-split-bar>${DATA}</origin-split-bar>${parts[1]}`);
  assert.deepEqual(problems, []);
  assert.ok(html.startsWith(`${parts[0]}<origin-split-bar>${DATA}\n<figure`));
  assert.ok(html.endsWith(`</figure>\n</origin-split-bar>${parts[1]}`));
});

test('prerender keeps the children an author wrote, and says slotted words once', async () => {
  const own = '<b slot="heading">Own heading</b><p>Own fallback</p>';
  const { html } = await at(`<origin-split-bar heading="Attribute">${DATA}${own}</origin-split-bar>`);
  assert.ok(html.includes(own));
  assert.equal(count(html, /Attribute/g), 1); // the attribute itself
  assert.match(html, /<title>Own heading<\/title>/);
  const feed = (await at(`<origin-split-bar>${DATA}${own}</origin-split-bar>`, { for: 'feed', base: 'https://example.org/' })).html;
  assert.match(feed, /<strong>Own heading<\/strong>/);
});

test('a figure has heading, what it shows, picture, values, status, base and source with links, in this order', async () => {
  const { html } = await at(element('origin-split-bar'));
  const order = ['Representative open-router model-origin split', '% of usage signal', 'China open 58%, US frontier 28%, Other 14%.', '<svg', '<table', '>58<', '>28<', '>14<', '<figcaption>', 'Representative.', 'Base: ', 'Source: <a href="https://xecon.dev/">', 'What it does not show: '];
  let from = 0;
  for (const part of order) {
    const found = html.indexOf(part, from);
    assert.ok(found >= 0, `${part} is missing after ${html.slice(from - 60, from)}`);
    from = found;
  }
});

test('texts of a figure never run together', async () => {
  const { html } = await at(article());
  for (const figure of html.match(/<figure data-prerendered[\s\S]*?<\/figure>/g)) {
    // a tag that ends one text and another that begins the next have white space between them
    assert.doesNotMatch(figure.replace(/<\/?(?:a|strong)\b[^>]*>/g, ''), /[^\s>](?:<[^>]*>)+[^\s<]/);
  }
});

test('a figure brings no style sheet, script, id, class, handler or reference into the page', async () => {
  const { html } = await at(article());
  for (const figure of html.match(/<figure data-prerendered[\s\S]*?<\/figure>/g)) {
    assert.doesNotMatch(figure, /<style|<script|\s(id|class|on\w+|xlink:href)=|url\(|javascript:/);
    // Readability drops what is named like these (its own list)
    assert.doesNotMatch(figure.replace(/>[^<]*</g, '><').replace(/"[^"]*"/g, ''), /legends|footer|related|extra|banner|social|header|popup/);
  }
});

test('an inline picture has its words in the ink of the page, or white on a colour, and colours that keep 3:1 on white and on black', async () => {
  const { html } = await at(article());
  for (const [label] of html.match(/<svg[\s\S]*<\/svg>/)[0].matchAll(/<text[^>]*>/g)) assert.match(label, /fill="(currentColor|#ffffff)"/);
  const luminance = (hex) => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)).reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);
  const colors = new Set(html.match(/(?<=(?:fill|stroke)=")#[0-9a-f]{6}(?=")/g));
  colors.delete('#ffffff');
  assert.ok(colors.size > 2);
  for (const color of colors) {
    assert.ok(1.05 / (luminance(color) + 0.05) >= 3, `${color} on white`);
    assert.ok((luminance(color) + 0.05) / 0.05 >= 3, `${color} on black`);
  }
});

test('words follow the nearest lang, and the direction the nearest dir', async () => {
  const { html } = await at(`<div lang="de"><section>${element('token-volume-chart')}</section></div>`);
  assert.match(html, /<figure data-prerendered="" lang="de"/);
  assert.match(html, /31,81/);
});

test('a long table shows some rows, the first and the last among them, and says so', async () => {
  const rows = Array.from({ length: 1000 }, (_, i) => ({ date: new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10), tokens: i + 1 }));
  const { html } = await at(`<token-volume-chart><script type="application/json">${JSON.stringify(rows)}</script></token-volume-chart>`);
  assert.match(html, /60 of 1,000 rows/);
  assert.equal(count(html, /<tr>/g), 61);
  assert.match(html, />1<\/td>/);
  assert.match(html, />1,000<\/td>/);
});

test('the table holds what the picture shows: a re-cut, another partition, what is laid over', async () => {
  const table = async (tag, file, more) => {
    const { html, problems } = await at(`<${tag} src="/data/${file}.json" ${more}></${tag}>`);
    assert.deepEqual(problems, []);
    return [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) => text(row));
  };
  const origins = await table('lab-bands-chart', 'lab-bands', 'by="origin" from="2026-05-25" to="2026-05-31"');
  assert.equal(origins[0], 'Week starting Model origin Tokens (trillion tokens) Status');
  assert.ok(origins.some((row) => /^May 25, 2026 China 14\.267 Derived$/.test(row)), origins.join('\n'));
  assert.ok((await table('lab-bands-chart', 'lab-bands', 'by="origin"')).length > 50);
  assert.ok((await table('lab-bands-chart', 'lab-bands', 'by="weights"')).some((row) => row.includes('Open weights')));
  const press = await table('origin-trend-chart', 'origin-trend', 'overlay="press" measure="absolute"');
  assert.ok(press.some((row) => /^Feb 9, 2026 China .*4\.12/.test(row)), press.slice(-12).join('\n'));
});

test('inside a paragraph, which a figure would end, a chart gets words and picture and a problem', async () => {
  const page = `<p>Before ${element('origin-split-bar')} after</p>`;
  const { html, problems } = await at(page);
  assert.equal(problems.length, 1);
  assert.match(problems[0].message, /inside a paragraph/);
  assert.match(html, /<span data-prerendered="" [\s\S]*China open 58%[\s\S]*<svg[\s\S]*<\/span>\n<\/origin-split-bar> after<\/p>/);
  assert.equal((await at(html)).html, html);
  const cut = await at('<p><lab-bands-chart src="/data/lab-bands.json" by="origin" from="2026-05-25" to="2026-05-31"></lab-bands-chart></p>');
  assert.match(text(cut.html), / Derived\. /, 'a re-cut says its own status');
});

test('a chart without an end tag is said to have none, and the page keeps its bytes', async () => {
  for (const start of ['<origin-split-bar src="/data/origin-split.json">', '<origin-split-bar src="/data/origin-split.json"/>']) {
    const { html, problems } = await at(`<body>${start}<p>after</p>`);
    assert.match(problems[0].message, /no end tag/);
    assert.ok(html.startsWith(`<body>${start}\n<figure`));
    assert.ok(html.endsWith('</figure>\n<p>after</p>'));
    assert.equal((await at(html)).html, html);
  }
});

const FAILURES = [
  ['a missing file', '<origin-split-bar src="/data/nowhere.json"></origin-split-bar>', /nowhere\.json: there is no such file/, /Source: <a href="\/data\/nowhere\.json">/],
  ['a broken dataset', '<origin-split-bar heading="Origins"><script type="application/json">{"sources":[{"title":"The Source","path":"https://example.org/s"}],"resources":[{"data":[{"part":"a","share":1},{"part":"b","share":"1"}]}]}</script></origin-split-bar>', /resources\[0\]\.data\[1\]\.share: expected a finite number, found "1"/, /Origins\.[\s\S]*Source: <a href="https:\/\/example\.org\/s">The Source<\/a>/],
  ['text that is no JSON', '<origin-split-bar source="Me"><script type="application/json">{oops</script></origin-split-bar>', /expected JSON text/, /Source: Me\./],
  ['a misspelt tag', '<origin-spilt-bar src="/data/origin-split.json"></origin-spilt-bar>', /perhaps <origin-split-bar> was meant/, /Source: <a href="\/data\/origin-split\.json">/],
  ['an address of another kind', '<origin-split-bar src="file:///etc/hostname"></origin-split-bar>', /not one of http/, /could not be drawn/],
  ['no data at all', '<origin-split-bar></origin-split-bar>', /neither a src nor a dataset/, /could not be drawn/],
  ['a dataset that does not fit the chart', '<token-volume-chart><script type="application/json">[{"a":"x","b":1}]</script></token-volume-chart>', /expected/, /could not be drawn/],
];
for (const [what, page, message, fallback] of FAILURES) {
  test(`${what}: the problem says which chart and why, the fallback names the source`, async () => {
    const { html, problems } = await at(`<body>\n  ${page}\n${element('origin-split-bar')}`);
    assert.equal(problems.length, 1, JSON.stringify(problems));
    assert.match(problems[0].message, message);
    assert.deepEqual([problems[0].line, problems[0].column], [2, 3]);
    assert.match(html, fallback);
    assert.match(html, /China open 58%/); // the next chart is drawn
    assert.equal((await at(html)).html, html);
  });
}

test('data at an address: fetched once for two charts; an answer of 404 is said', async (t) => {
  let asked = 0;
  const server = createServer((request, response) => {
    asked++;
    response.statusCode = request.url === '/gone.json' ? 404 : 200;
    response.end(ROWS);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const address = `http://127.0.0.1:${server.address().port}`;
  const good = `<origin-split-bar src="${address}/a.json"></origin-split-bar>`;
  const { html, problems } = await at(`${good}${good}<origin-split-bar src="${address}/gone.json"></origin-split-bar>`);
  assert.equal(asked, 2);
  assert.equal(count(html, /<p>China 60, Other 40\./g), 2);
  assert.deepEqual(problems.map(({ message }) => message), ['The data did not arrive: the site answered 404.']);
  assert.match(html, new RegExp(`Source: <a href="${address}/gone.json">`));
});

test('a dataset without rows gets its sentence and its source, and is no problem', async () => {
  const { html, problems } = await at('<origin-split-bar source="Me"><script type="application/json">{"resources":[{"schema":{"fields":[{"name":"part"},{"name":"share","type":"number"}]},"data":[]}]}</script></origin-split-bar>');
  assert.deepEqual(problems, []);
  assert.match(text(html), /This dataset has no rows yet\. Source: Me\./);
});

test('for feeds and mail: figures in place of the elements, pictures as files, every address whole', async () => {
  for (const reader of ['feed', 'mail']) {
    const { html, files, problems } = await at(`<p><a href="../other">x</a> <a href="#here">y</a></p><img src='p.png' alt="">${article()}`, { for: reader, base: 'https://example.org/posts/one/', images: 'pictures' });
    assert.deepEqual(problems, []);
    for (const tag of tags) assert.doesNotMatch(html, new RegExp(`<${tag}`));
    assert.doesNotMatch(html, /<svg|<style|--wide/);
    assert.match(html, /<a href="https:\/\/example\.org\/posts\/other">x<\/a> <a href="#here">/);
    assert.match(html, /<img src="https:\/\/example\.org\/posts\/one\/p\.png" alt="">/);
    assert.match(html, /<img src="https:\/\/example\.org\/posts\/one\/pictures\/origin-split-bar-one\.png" alt="Parts of a whole: [^"]+" width="\d+" height="\d+"/);
    assert.equal(files.size, tags.length);
    for (const [name, content] of files) {
      assert.match(name, /\.png$/);
      assert.deepEqual([...content.subarray(0, 4)], [137, 80, 78, 71]);
    }
  }
});

test('images: the page names files that prerender returns, each once', async () => {
  const chart = `<origin-split-bar>${DATA}</origin-split-bar>`;
  const { html, files } = await at(chart + chart + chart, { images: 'img' });
  assert.deepEqual([...files.keys()], ['origin-split-bar.svg', 'origin-split-bar-2.svg', 'origin-split-bar-3.svg']);
  for (const [name, content] of files) {
    assert.ok(html.includes(`<img src="img/${name}" alt="Parts of a whole: China, Other. China 60, Other 40.`));
    assert.match(content, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+"/);
  }
});

test('chart-sources gets what only charts name, and ways back to marks and charts that have an id; run twice nothing changes', async () => {
  const page = `<p>One<sup><a id="m" href="#s">1</a></sup> and<a href="#s">1</a></p>\n${element('origin-split-bar')}\n<chart-sources>\n<ol><li id="s"><a href="https://XECON.dev">Essay</a>.</li>\n<li>A book.</ol>\n</chart-sources>`;
  const { html, problems } = await at(page);
  assert.deepEqual(problems, []);
  const list = /<chart-sources>[^]*<\/chart-sources>/.exec(html)[0];
  assert.equal(text(list), ' Essay. ↩ 1, 2 A book. OpenRouter rankings-daily (Data API) ↩ 1 ');
  assert.deepEqual([...list.matchAll(/href="(#[^"]*)"/g)].map(([, href]) => href), ['#m', '#origin-split-bar-one', '#origin-split-bar-one']);
  assert.match(list, /aria-label="Back to where source 1 is used, place 2"/);
  assert.equal((await at(html)).html, html);
  const feed = await at(html, { for: 'feed', base: 'https://example.org/a/', images: 'i' });
  assert.doesNotMatch(feed.html, /↩|source-uses/);
  assert.match(feed.html, /<li data-prerendered><a href="https:\/\/openrouter\.ai\/rankings"/);
  const bare = await at(`${element('origin-split-bar')}<chart-sources></chart-sources>`);
  assert.match(bare.html, /<chart-sources>\n<ol data-prerendered>\n<li data-prerendered><a href="https:\/\/xecon\.dev[^]*<\/ol>\n<\/chart-sources>/);
  assert.equal((await at(bare.html)).html, bare.html);
});
