import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { fitText, textWidth } from '../../../src/geometry/metrics.js';

const context = document.createElement('canvas').getContext('2d')!;
function measured(text: string, size: number, bold: boolean): number {
  context.font = `${bold ? '600 ' : ''}${size}px "Liberation Sans", Arial, Helvetica`;
  return context.measureText(text).width;
}
// only where Arial's metrics are: another font would be measured against the wrong table
const metrics = Math.abs(measured('Wi', 1000, false) - 1166) < 2 ? it : it.skip;

const labels = ['0', '12.5', '37.5', '50 trillion tokens', '31.8T', '58%', '100%', '$0.14', '$1,000.25', '1,000,000 quadrillion', 'May ’25', 'Sep', 'Jan ’26', 'May 25, 2026', 'Week of May 25, 2026', 'China open', 'US frontier', 'Other', 'US and Canada', 'Europe', 'DeepSeek', 'Anthropic', 'OpenAI', 'Google', 'Mistral', 'Qwen', 'Moonshot AI', 'MiniMax', 'xAI', 'Z.ai', 'Tencent', 'DeepSeek V4 Flash', 'Claude Haiku 4.5', 'GPT-5.2', 'Grok Code Fast 1', 'gemini-3-flash-preview', 'Kimi K2.6', 'MiMo-V2.5-Pro', 'Nemotron 3 Super (free)', 'Hy3 preview', 'Open weights', 'Closed weights', 'unidentified', 'Positive', 'Negative', 'of 22 comments', 'illicit fill-in list', 'Billions', 'WWW', 'Größe', 'Dépenses', 'États-Unis', '31,81 Billionen', '31,8 Bio.', '+33 %', '−4,5 %', 'Q1 2026', 'under 1%', 'FY2025/26', '3–6', 'Mai', 'août 2025', '~30T', 'A & B', 'C#', 'the “quoted” name'];

describe('textWidth', () => {
  for (const bold of [false, true]) {
    metrics(`is at most 3% under and 25% over what a browser measures, ${bold ? 'bold' : 'regular'}`, () => {
      const off = labels.map((label) => [label, Math.round((textWidth(label, 13, bold) / measured(label, 13, bold) - 1) * 100)] as const).filter(([, percent]) => percent < -3 || percent > 25);
      expect(off).to.deep.equal([]);
    });
  }

  it('counts CJK as full widths and combining marks not at all', () => {
    expect(textWidth('中国', 10)).to.equal(20);
    expect(textWidth('e\u0301', 10)).to.equal(textWidth('e', 10));
  });

  it('grows with the size and with every character', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(textWidth(a + b, 13)).to.be.closeTo(textWidth(a, 13) + textWidth(b, 13), 1e-6);
        expect(textWidth(a, 26)).to.be.closeTo(2 * textWidth(a, 13), 1e-6);
      }),
    );
  });
});

describe('fitText', () => {
  it('leaves text that fits and cuts the rest with an ellipsis, as late as can be', () => {
    expect(fitText('Other', 100, 13)).to.equal('Other');
    expect(fitText('US and Canada', 60, 13)).to.equal('US and…');
    expect(fitText('Other', 5, 13)).to.equal('');
  });

  it('never exceeds the width nor halves a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 200 }), fc.boolean(), (text, width, bold) => {
        const cut = fitText(text, width, 13, bold);
        expect(textWidth(cut, 13, bold)).to.be.at.most(width);
        expect(cut).to.not.match(/[\ud800-\udfff]/u);
        if (cut !== text && cut !== '') expect(text.startsWith(cut.slice(0, -1))).to.be.true;
      }),
    );
  });
});
