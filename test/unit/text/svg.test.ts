import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Mark, Picture } from '../../../src/geometry/marks.js';
import { textWidth } from '../../../src/geometry/metrics.js';
import { wrap } from '../../../src/geometry/wrap.js';
import { escapeXML, sheet, type SheetText } from '../../../src/text/svg.js';

const marks: readonly Mark[] = [
  { shape: 'line', part: 'grid', x1: 0, x2: 100, y1: 5, y2: 5, stroke: 'grid' },
  { shape: 'rect', part: 'segment', x: 0, y: 0, width: 10.126, height: 5, fill: 'china' },
  { shape: 'circle', part: 'dot', cx: 5, cy: 5, r: 4, fill: 'none', stroke: 'us', strokeWidth: 2 },
  { shape: 'path', part: 'line', d: 'M0,0L10,10', fill: 'none', stroke: 'accent', dash: '6 4' },
];
function picture(width: number, label: string, legend: readonly string[] = [], rtl = false): Picture {
  return {
    size: { width, height: 100, em: 16, rtl },
    marks: [...marks, { shape: 'text', part: 'label', x: 0, y: 50, text: label, size: 13, fill: 'ink', bold: true }],
    plot: { left: 0, right: width, top: 0, bottom: 100 },
    legend: legend.map((name) => ({ name, color: 'us' })),
    crosshair: false,
    spot: () => null,
    nearest: () => null,
  };
}
const words = (text: string): SheetText => ({ heading: text, subheading: text, summary: text, status: text, lines: [text, text], locale: 'en' });
const parse = (text: string): Document => new DOMParser().parseFromString(text, 'image/svg+xml');

const hostile = ['<script>alert(1)</script>', '"><image href="https://evil.example/x"/>', '\' onload=\'alert(1)', '" onclick="alert(1)', ']]>', '<!ENTITY x "y">', '&lt;', '&#x3c;script&#x3e;', '</text></svg><svg onload="alert(1)">', 'url(https://evil.example)', '<?xml version="1.0"?>', '<!--', 'javascript:alert(1)', '\ud800 lone', 'a\u0000b', '\u0008\u001f\ufffe', '\u202eevil'];

describe('sheet', () => {
  for (const text of [...hostile, 'plain', '']) {
    for (const theme of ['light', 'dark'] as const) {
      it(`is well-formed and holds only its own elements with ${JSON.stringify(text)}, ${theme}`, () => {
        const document = parse(sheet(picture(600, text, [text, 'Other']), words(text), theme));
        expect(document.querySelector('parsererror')?.textContent).to.equal(undefined);
        for (const element of document.querySelectorAll('*')) {
          expect(element.localName).to.be.oneOf(['svg', 'title', 'desc', 'g', 'rect', 'text', 'line', 'circle', 'path']);
          expect(element.namespaceURI).to.equal('http://www.w3.org/2000/svg');
          for (const { name, value } of element.attributes) {
            expect(name).to.not.match(/^on|href|^style$/i);
            if (name !== 'aria-label') expect(value).to.not.match(/url\(|javascript:|evil/i);
          }
        }
      });
    }
  }

  it('is well-formed with any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 240, max: 1200 }), (text, width) => {
        expect(parse(sheet(picture(width, text, [text]), words(text), 'light')).querySelector('parsererror')).to.equal(null);
      }),
      { numRuns: 300 },
    );
  });

  it('carries the words it is given, readable as text', () => {
    const document = parse(sheet(picture(600, 'A & B'), { ...words('x'), heading: 'Heads <up>', summary: 'It rose.', lines: ['Source: "us"'] }, 'light'));
    expect(document.querySelector('title')?.textContent).to.equal('Heads <up>');
    expect(document.querySelector('desc')?.textContent).to.equal('It rose.');
    const text = [...document.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(text).to.include.members(['Heads <up>', 'It rose.', 'A & B', 'x · Source: "us"']);
  });

  it('writes numbers with two decimals at most and leaves out what a mark lacks', () => {
    const text = sheet(picture(600, 'x'), words('x'), 'light');
    expect(text).to.contain('width="10.13"').and.to.not.match(/undefined|NaN|\d\.\d{3}/);
  });

  it('has its own background only where it is wanted', () => {
    expect(sheet(picture(600, 'x'), words('x'), 'dark')).to.contain('width="100%"');
    expect(sheet(picture(600, 'x'), words('x'), 'dark', false)).to.not.contain('width="100%"');
  });

  it('lays words from right to left out by attributes, without control characters, and leaves others in their order', () => {
    const arabic = 'ارتفع OpenRouter (2026).';
    const text = sheet(picture(600, arabic, ['الصين', 'US'], true), { ...words(arabic), subheading: 'In English.', locale: 'ar' }, 'light');
    expect(text).to.not.match(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    const document = parse(text);
    expect(document.documentElement.getAttribute('direction')).to.equal('ltr');
    const said = (of: string): readonly (string | null)[] => [...document.querySelectorAll('text')].filter(({ textContent }) => textContent === of).map((line) => ['x', 'direction', 'unicode-bidi', 'text-anchor'].map((name) => line.getAttribute(name)).join(' '));
    const heading = ['600 rtl embed ', '600 rtl embed '];
    expect(said(arabic)).to.deep.equal([...heading, '0  plaintext ']); // heading, summary, label
    expect(said('In English.')).to.deep.equal(['600   end']);
    expect(said('الصين')).to.deep.equal(['585.15 rtl embed ']);
    const [swatch] = document.querySelectorAll('rect[height="10.13"]');
    expect(swatch?.getAttribute('x')).to.equal('589.88');
  });

  it('has none of these attributes where all is from left to right', () => {
    expect(sheet(picture(600, 'x', ['China']), words('It rose.'), 'light')).to.not.match(/direction|bidi/);
  });

  for (const rtl of [false, true]) {
    it(`keeps every line of its words inside, at any width and length, ${rtl ? 'right to left' : 'left to right'}`, () => {
      const prose = fc.array(fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b', 'W', 'i'), minLength: 1, maxLength: 12 }), fc.constantFrom('ارتفع', 'https://openrouter.ai/rankings/with/a/very/long/path/that/no/line/can/hold/because/it/has/no/spaces?and=a&long=query', '中文没有空格所以必须在任何地方断行否则会超出图片的边缘这是一个很长的句子为了测试这一点我们写得更长')), { minLength: 1, maxLength: 30 }).map((parts) => parts.join(' '));
      fc.assert(
        fc.property(prose, fc.array(fc.string({ unit: fc.constantFrom('a', 'W', ' '), maxLength: 60 }), { maxLength: 5 }), fc.integer({ min: 240, max: 1200 }), (text, legend, width) => {
          const document = parse(sheet(picture(width, '', legend, rtl), words(text), 'light'));
          const root = document.documentElement;
          const height = Number(root.getAttribute('height'));
          for (const element of root.querySelectorAll('text')) {
            const [x, y, size] = ['x', 'y', 'font-size'].map((name) => Number(element.getAttribute(name))) as [number, number, number];
            const length = textWidth(element.textContent ?? '', size, element.hasAttribute('font-weight'));
            const start = element.getAttribute('text-anchor') === 'end' || element.getAttribute('direction') === 'rtl' ? x - length : x;
            expect(start).to.be.at.least(-1);
            expect(start + length).to.be.at.most(width + 1);
            if (element.parentElement?.getAttribute('transform') === 'translate(16 0)') expect(y).to.be.within(size, height - 4);
          }
        }),
        { numRuns: 300 },
      );
    });
  }
});

describe('wrap', () => {
  it('breaks between words and loses none', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 }), { minLength: 1 }), fc.integer({ min: 100, max: 400 }), (given, width) => {
        const lines = wrap(given.join(' '), width, 13);
        expect(lines.join(' ')).to.equal(given.join(' '));
        for (const line of lines) expect(textWidth(line, 13)).to.be.at.most(width);
      }),
    );
  });
});

describe('escapeXML', () => {
  it('leaves nothing that ends a text or an attribute', () => {
    expect(escapeXML(`<a b="c" d='e'>&`)).to.equal('&#60;a b=&#34;c&#34; d=&#39;e&#39;&#62;&#38;');
  });
});
