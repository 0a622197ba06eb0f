import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseCSV } from '../../../src/data/csv.js';
import { DataError } from '../../../src/data/errors.js';
import { read } from '../../../src/data/read.js';

const plain = (text: string): Record<string, unknown[]> => ({ ...parseCSV(text) });
const faultOf = (text: string): DataError => {
  try {
    parseCSV(text);
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
  throw new Error('it was read');
};

describe('parseCSV', () => {
  it('makes columns of numbers, truth values, text and missing cells', () => {
    expect(plain('a,b,c,d\n1,true,x,\n-2.5e3,false, y ,.5\n')).to.deep.equal({ a: [1, -2500], b: [true, false], c: ['x', 'y'], d: [null, 0.5] });
  });

  it('keeps text that only looks like a number', () => {
    const cells = ['1,234', '0x10', 'Infinity', 'NaN', '1_000', '12px', '2026-05-25', '٣'];
    expect(plain(`a\n${cells.map((cell) => `"${cell}"`).join('\n')}`)).to.deep.equal({ a: cells });
  });

  it('reads quotes, commas and line breaks in cells, a byte order mark, CRLF and tabs', () => {
    expect(plain('\ufeffa,b\r\n"1,2","say ""x""\r\nand y"\r\n')).to.deep.equal({ a: ['1,2'], b: ['say "x"\r\nand y'] });
    expect(plain('a\tb\n1\t2,5\n')).to.deep.equal({ a: [1], b: ['2,5'] });
  });

  it('passes over notes and empty lines', () => {
    expect(plain('# Source: someone\n\na,b\n# and, more\n1,2\n\n')).to.deep.equal({ a: [1], b: [2] });
    expect(plain('# Source: someone\n# a note\twith a tab\na\tb\n1\t2\n')).to.deep.equal({ a: [1], b: [2] });
    expect(plain('# tabbed\tnote\na,b\n1,2\n')).to.deep.equal({ a: [1], b: [2] });
  });

  it('gives columns without rows for a header alone', () => {
    expect(plain('a,b\n')).to.deep.equal({ a: [], b: [] });
  });

  it('takes __proto__, constructor and toString as column names', () => {
    const columns = parseCSV('__proto__,constructor,toString\n1,2,3\n');
    expect(Object.keys(columns)).to.deep.equal(['__proto__', 'constructor', 'toString']);
    expect(columns.__proto__).to.deep.equal([1]);
  });

  it('allows empty cells past the header, as spreadsheets write them', () => {
    expect(plain('a,b,,\n1,2,,\n3,4\n')).to.deep.equal({ a: [1, 3], b: [2, 4] });
  });

  const faults: readonly (readonly [string, string, string, string])[] = [
    ['two columns of one name', '# note\na,b,a\n1,2,3\n', 'line 2', '"a"'],
    ['a row that is short', '"a",b\n"1\n2",3\n4\n', 'line 4', '1'],
    ['a row that is long', 'a,b\n1,234,5\n', 'line 2', '3'],
    ['no text', '', 'data', '""'],
    ['notes alone', '# a\n', 'data', '"# a"'],
    ['HTML', '<!doctype html>\n<p>No</p>', 'data', '"<!doctype html>'],
  ];
  for (const [name, text, place, found] of faults) {
    it(`throws a DataError at ${place} for ${name}`, () => {
      const fault = faultOf(text);
      expect(fault.place).to.equal(place);
      expect(fault.found).to.contain(found);
    });
  }

  for (const [name, text, place] of [
    ['a cell', 'week,tokens\n2026-01-05,4\n2026-01-12,n/a\n', 'line 3, column 2 (tokens)'],
    ['a cell below notes, empty lines and a cell of two lines', '# a note\n\nweek,lab,tokens\n2026-01-05,"A\nB",4\n# another\n2026-01-12,C,n/a\n', 'line 7, column 3 (tokens)'],
    ['a cell between tabs', 'week\ttokens\r\n2026-01-05\t4\r\n2026-01-12\t4,5\r\n', 'line 3, column 2 (tokens)'],
    ['a status', 'week,tokens,status\n2026-01-05,4,guessed\n', 'line 2, column 3 (status)'],
  ] as const) {
    it(`lets read name the line and column of ${name}`, () => {
      expect(() => read(parseCSV(text))).to.throw(DataError).with.property('place', place);
    });
  }

  it('reads back any cells that were quoted', () => {
    const cell = fc.string().map((text) => text.trim()).filter((text) => text !== '' && text !== 'true' && text !== 'false' && !/^[+-]?[\d.]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const quote = (text: string): string => `"${text.replace(/"/g, '""')}"`;
        const read = plain(`a,b\n${rows.map((row) => row.map(quote).join(',')).join('\n')}\n`);
        const kept = rows.filter(([first]) => !first.startsWith('#'));
        expect(read).to.deep.equal({ a: kept.map(([first]) => first), b: kept.map(([, second]) => second) });
      }),
    );
  });

  it('throws nothing but a DataError, whatever the text', () => {
    const piece = fc.constantFrom('a', '1', ',', '\n', '"', '#', '\t', '\r\n', '{', '\ufeff', '__proto__', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        try {
          parseCSV(pieces.join(''));
        } catch (error) {
          expect(error).to.be.instanceOf(DataError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
