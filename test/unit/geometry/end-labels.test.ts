import { expect } from '@open-wc/testing';
import { endLabels, endRoom, type EndLabel } from '../../../src/geometry/end-labels.js';
import type { Mark, Size, TextMark } from '../../../src/geometry/marks.js';
import { textWidth } from '../../../src/geometry/metrics.js';

// em 16: a font of 13.5 px, a line's pitch of 16.875 px, two lines' of 37.125 px, and 10.125 px between plot and label
const size: Size = { width: 400, height: 300, em: 16 };
const FONT = 13.5;
const label = (name: string, y: number, weight = 1): EndLabel => ({ name, value: `${weight} T`, y, weight, color: 'china' });
const texts = (marks: readonly Mark[]): TextMark[] => marks.filter((mark): mark is TextMark => mark.shape === 'text');
const named = (marks: readonly Mark[]): string[] => texts(marks).map(({ text }) => text);

describe('endLabels(labels, x, top, bottom, size)', () => {
  it('writes name over value where all have room for two lines', () => {
    const { marks, left } = endLabels([label('A', 60), label('B', 160, 2)], 100, 0, 200, size);
    const text = { shape: 'text', part: 'label', x: 110.13, size: FONT };
    expect(marks).to.deep.equal([
      { ...text, y: 56.63, text: 'A', fill: 'china', bold: true },
      { ...text, y: 73.5, text: '1 T', fill: 'muted' },
      { ...text, y: 156.63, text: 'B', fill: 'china', bold: true },
      { ...text, y: 173.5, text: '2 T', fill: 'muted' },
    ]);
    expect(left).to.deep.equal([]);
  });

  it('writes them on one line where two have no room, or would move a label far from its series', () => {
    // 74.25 px for two lines each
    expect(named(endLabels([label('A', 40), label('B', 80)], 100, 30, 105, size).marks)).to.deep.equal(['A', '1 T', 'B', '1 T']);
    expect(named(endLabels([label('A', 40), label('B', 80)], 100, 30, 104, size).marks)).to.deep.equal(['A 1 T', 'B 1 T']);
    const crowd = ['A', 'B', 'C'].map((name) => label(name, 150));
    expect(named(endLabels(crowd, 100, 0, 300, size).marks)).to.deep.equal(['A 1 T', 'B 1 T', 'C 1 T']);
    expect(texts(endLabels([label('A', 60)], 100, 0, 20, size).marks)[0]).to.include({ text: 'A 1 T', bold: true });
  });

  it('leaves out the smallest where not all have room, and keeps the order of those left and of those written', () => {
    const all = [label('A', 30, 1), label('B', 40, 5), label('C', 50, 3), label('D', 60, 4), label('E', 65, 2)];
    const { marks, left } = endLabels(all, 100, 20, 71, size);
    expect(named(marks)).to.deep.equal(['B 5 T', 'C 3 T', 'D 4 T']);
    expect(left.map(({ name }) => name)).to.deep.equal(['A', 'E']);
    expect(endLabels(all, 100, 20, 10, size)).to.deep.equal({ marks: [], left: all });
  });

  it('leaves out what is too wide for the room beside the plot, bold as it is written', () => {
    const long = label('DeepSeek and the others', 60);
    const words = 'DeepSeek and the others 1 T';
    const width = (bold: boolean): number => textWidth(words, FONT, bold);
    const beside = (room: number): number => endLabels([long, label('A', 90)], 100, 0, 200, { ...size, width: 100 + FONT * 0.75 + room }).left.length;
    expect(beside(width(true) + 0.01)).to.equal(0);
    expect(beside((width(true) + width(false)) / 2)).to.equal(1);
  });

  it('ties a label that had to move to its series', () => {
    const { marks } = endLabels([label('A', 60), label('B', 60)], 100, 0, 200, size);
    expect(marks.filter(({ shape }) => shape === 'path')).to.deep.equal([
      { shape: 'path', part: 'label', d: 'M101,60L108.13,41.44', fill: 'none', stroke: 'china', strokeWidth: 1 },
      { shape: 'path', part: 'label', d: 'M101,60L108.13,78.56', fill: 'none', stroke: 'china', strokeWidth: 1 },
    ]);
    expect(endLabels([label('A', 60), label('B', 85)], 100, 0, 200, size).marks.some(({ shape }) => shape === 'path'), 'moved by 6 px').to.equal(false);
  });

  it('mutes the names of what is left over, and writes a name alone where it has no value', () => {
    expect(texts(endLabels([{ ...label('Other', 60), color: 'other' }], 100, 0, 200, size).marks)[0]).to.include({ text: 'Other', fill: 'muted' });
    expect(named(endLabels([{ ...label('A', 10), value: '' }], 100, 0, 20, size).marks)).to.deep.equal(['A']);
  });
});

describe('endRoom(labels, size)', () => {
  const width = (words: string): number => Math.ceil(textWidth(words, FONT, true) + FONT * 0.75 + 4);
  it('is as much as the longest label needs, bold and with its value', () => {
    expect(endRoom([{ name: 'China', value: '4 T' }, { name: 'US', value: '' }], size)).to.equal(width('China 4 T'));
    expect(endRoom([], size)).to.equal(0);
  });
  it('passes over labels of more than a third of the picture', () => {
    expect(endRoom([{ name: 'China', value: '' }, { name: 'A name that is far longer than a third', value: '4 T' }], size)).to.equal(width('China'));
  });
});
