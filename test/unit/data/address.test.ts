import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { addressKey } from '../../../src/data/address-key.js';
import { safeAddress } from '../../../src/data/address.js';

const accepted: Record<string, string> = {
  'https://openrouter.ai/rankings': 'https://openrouter.ai/rankings',
  'http://example.org/a?b=c#d': 'http://example.org/a?b=c#d',
  'HTTPS://Example.org': 'https://example.org/',
  'mailto:someone@example.org': 'mailto:someone@example.org',
  '../method.html': '../method.html',
  '/method.html': '/method.html',
  '#method': '#method',
  'method.html?at=12:30': 'method.html?at=12:30',
  '/a//b.html': '/a//b.html',
  'method.html?of=page:3': 'method.html?of=page:3',
};
const refused = ['', ' ', '\n\t', 'h2:x', 'coap+tcp://x', 'a.b-c:x', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:x', 'file:///etc/passwd', 'blob:https://example.org/1', 'ftp://example.org', '//evil.example', '\\\\evil.example', '/\\evil.example', '\\/evil.example', '\t//evil.example', '/\t/evil.example', '\n/\n/evil.example', 'https://user:pass@example.org', 'https://user@example.org', 'https://', 'http://['];

describe('addressKey(address, base)', () => {
  const base = 'https://page.example/folder/';
  const same: readonly (readonly [string, string])[] = [['https://Example.org', 'https://example.org/'], ['https://example.org/a/', 'https://example.org/a'], ['a.html', 'https://page.example/folder/a.html'], ['../', 'https://page.example']];
  for (const [a, b] of same) it(`is one for ${a} and ${b}`, () => expect(addressKey(a, base)).to.equal(addressKey(b, base)));
  const other: readonly (readonly [string, string])[] = [['https://example.org/a', 'https://example.org/A'], ['https://example.org/a/b', 'https://example.org/ab'], ['https://example.org/a?b', 'https://example.org/a'], ['http://example.org', 'https://example.org']];
  for (const [a, b] of other) it(`is two for ${a} and ${b}`, () => expect(addressKey(a, base)).to.not.equal(addressKey(b, base)));
  it('leaves what is no address as it is', () => expect(addressKey('http://[/', base)).to.equal('http://[/'));
});

describe('safeAddress', () => {
  for (const [path, address] of Object.entries(accepted)) it(`keeps ${path}`, () => expect(safeAddress(path)).to.equal(address));
  for (const path of refused) it(`refuses ${JSON.stringify(path)}`, () => expect(safeAddress(path)).to.equal(''));

  it('never leads to another scheme, or to another host than the one it names', () => {
    const piece = fc.constantFrom('javascript:', 'data:', 'https:', 'http:', '//', '/', '\\', '\t', '\n', ' ', ':', '@', 'evil.example', 'a', '?', '#', '\u0000', '\u00a0');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const address = safeAddress(pieces.join(''));
        if (address === '') return;
        const url = new URL(address, 'https://page.example/folder/');
        expect(url.protocol).to.be.oneOf(['http:', 'https:', 'mailto:']);
        expect(url.username + url.password).to.equal('');
        if (!/^https?:/i.test(address)) expect(url.host).to.equal('page.example');
      }),
      { numRuns: 5000 },
    );
  });
});
