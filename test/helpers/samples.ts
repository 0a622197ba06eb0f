/** What a dataset can hold, for every chart: a text of the caller's in each place where a text can stand. */
export interface Sample {
  readonly tag: string;
  /** A whole package; `text` stands in every slot of words, and names one series or part. */
  readonly data: (text: string) => Record<string, unknown>;
  /** The same with these numbers, one a row. */
  readonly numbers: (values: readonly unknown[]) => Record<string, unknown>;
  readonly attributes?: Readonly<Record<string, string>>;
}

const field = (name: string, type: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({ name, type, ...more });
const around = (text: string, fields: readonly object[], data: readonly object[]): Record<string, unknown> => ({
  name: text,
  title: text,
  description: text,
  version: text,
  sources: [{ title: text, path: text }, { title: 'A source', path: 'https://example.org/a' }, text],
  licenses: [{ name: text, title: text, path: text }],
  provenance: { asOf: text, status: 'reported', base: text, method: text, citation: text, caveats: [text, text] },
  revisions: [{ date: text, note: text }],
  resources: [{ name: text, title: text, schema: { fields }, data }],
});

const week = (i: number): string => new Date(Date.UTC(2026, 0, 5) + i * 604_800_000).toISOString().slice(0, 10);
/** A record whose keys may be `__proto__`. */
const row = (...cells: readonly (readonly [string, unknown])[]): object => Object.fromEntries(cells);

export const SAMPLES: readonly Sample[] = [
  {
    tag: 'token-volume-chart',
    data: (text) => ({
      ...around(text, [field('week', 'date', { title: text }), field(text, 'string', { title: text }), field('tokens', 'number', { title: text, unit: text })], [0, 1, 2].flatMap((i) => [row(['week', week(i)], [text, text], ['tokens', 3 + i]), row(['week', week(i)], [text, 'Second'], ['tokens', 9 - i])])),
      annotations: [{ label: text, x: week(1) }, { label: text, y: 5 }],
    }),
    numbers: (values) => around('N', [field('week', 'date'), field('tokens', 'number', { unit: 'trillion tokens' })], values.map((tokens, i) => ({ week: week(i), tokens }))),
  },
  {
    tag: 'origin-split-bar',
    data: (text) => around(text, [field('part', 'string', { title: text }), field('share', 'number', { title: text, unit: '%' }), field(text, 'string', { title: text })], [row(['part', text], ['share', 60], [text, text]), row(['part', 'Second'], ['share', 40], [text, text])]),
    numbers: (values) => around('N', [field('part', 'string'), field('share', 'number', { unit: '%' })], values.map((share, i) => ({ part: `Part ${i}`, share }))),
  },
  {
    tag: 'origin-trend-chart',
    data: (text) => around(text, [field('month', 'yearmonth', { title: text }), field(text, 'string', { title: text }), field('tokens', 'number', { title: text, unit: text })], ['2026-01', '2026-02', '2026-03'].flatMap((month, i) => [row(['month', month], [text, text], ['tokens', 3 + i]), row(['month', month], [text, 'Second'], ['tokens', 9 - i])])),
    numbers: (values) => around('N', [field('month', 'date'), field('origin', 'string'), field('tokens', 'number', { unit: 'trillion tokens' })], values.flatMap((tokens, i) => [{ month: week(i), origin: 'China', tokens }, { month: week(i), origin: 'US', tokens: 2 }])),
  },
  {
    tag: 'lab-bands-chart',
    data: (text) => around(text, [field('week', 'date', { title: text }), field(text, 'string', { title: text }), field('origin', 'string', { title: text }), field('tokens', 'number', { title: text, unit: text })], [0, 1, 2].flatMap((i) => [row(['week', week(i)], [text, text], ['origin', text], ['tokens', 3 + i]), row(['week', week(i)], [text, 'Second'], ['origin', 'US'], ['tokens', 9 - i])])),
    numbers: (values) => around('N', [field('week', 'date'), field('lab', 'string'), field('origin', 'string'), field('tokens', 'number', { unit: 'trillion tokens' })], values.flatMap((tokens, i) => [{ week: week(i), lab: 'A', origin: 'China', tokens }, { week: week(i), lab: 'B', origin: 'US', tokens: 2 }])),
  },
  {
    tag: 'model-rank-chart',
    data: (text) => around(text, [field('period', 'string', { title: text }), field('model', 'string', { title: text }), field('lab', 'string', { title: text }), field('origin', 'string', { title: text }), field('tokens', 'number', { title: text, unit: text })], [{ period: text, model: text, lab: text, origin: text, tokens: 3 }, { period: text, model: 'Second', lab: text, origin: 'US', tokens: 2 }, { period: 'Later', model: text, lab: text, origin: 'US', tokens: 2 }]),
    numbers: (values) => around('N', [field('period', 'string'), field('model', 'string'), field('lab', 'string'), field('origin', 'string'), field('tokens', 'number', { unit: 'trillion tokens' })], values.map((tokens, i) => ({ period: 'Week', model: `Model ${i}`, lab: 'Lab', origin: 'China', tokens }))),
  },
  {
    tag: 'token-price-chart',
    data: (text) => around(text, [field('model', 'string', { title: text }), field('lab', 'string', { title: text }), field('origin', 'string', { title: text }), field('input', 'number', { title: text, unit: 'US dollars per million tokens' }), field('output', 'number', { title: text, unit: 'US dollars per million tokens' }), field('date', 'string', { title: text })], [{ model: text, lab: text, origin: text, input: 1, output: 4, date: text }, { model: 'Second', lab: text, origin: 'US', input: 2, output: 3, date: text }]),
    numbers: (values) => around('N', [field('model', 'string'), field('input', 'number', { unit: 'US dollars per million tokens' }), field('output', 'number', { unit: 'US dollars per million tokens' })], values.map((input, i) => ({ model: `Model ${i}`, input, output: 4 }))),
  },
  {
    tag: 'sentiment-split-bar',
    data: (text) => around(text, [field('label', 'string', { title: text }), field('share', 'number', { title: text, unit: '%' })], [{ label: text, share: 60 }, { label: 'Second', share: 40 }]),
    numbers: (values) => around('N', [field('label', 'string'), field('share', 'number', { unit: '%' })], values.map((share, i) => ({ label: `Side ${i}`, share }))),
  },
];

/** Texts that broke others: markup, links, characters that turn or hide others, names that objects have. */
export const HOSTILE: Readonly<Record<string, string>> = {
  markup: '<img src=x onerror="canary()"><script>canary()</script><style>*{display:none}</style>',
  'markup out of quotes': `"><svg onload=canary()><a href='javascript:canary()' style="color:red">x</a>'\`\${canary()}`,
  'a script end': '</script></svg></style><!--<![CDATA[ ]]>--><script>canary()</script>',
  'a template': '{name} {n} ${canary()} {{constructor.constructor("canary()")()}} $& $1 lit$123$',
  'a script address': 'javascript:canary()//https://example.org',
  'a hidden script address': ' \u0001java\nscript:canary()',
  'a data address': 'data:text/html,<script>parent.canary()</script>',
  'an address of another host': '//evil.invalid/x',
  'bidi overrides': 'abc\u202egnp.exe\u2066in\u2069\u202d\u200f out',
  'control characters': 'a\u0000b\u0008c\u001bd\u007fe\u0085f\ufeffg\u000bh\r\ni',
  'a lone surrogate': '\ud800 high and low \udc00',
  '10,000 letters': 'x'.repeat(10_000),
  '10,000 characters in words': 'long label '.repeat(910),
  emoji: '👩‍👩‍👧‍👦🇳🇱🏳️‍🌈'.repeat(30),
  'combining marks': `e${'\u0301\u0327'.repeat(300)}`,
  'right to left': 'شركة <b>النماذج</b> (١٢) ABC',
  formula: '=HYPERLINK("http://evil.invalid","x")',
  ['__proto__']: '__proto__',
  constructor: 'constructor',
  toString: 'toString',
  hasOwnProperty: 'hasOwnProperty',
};
