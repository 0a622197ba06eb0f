import { expect } from '@open-wc/testing';
import { COLORS, PALETTE, colorsFor, hex, variable, type Color } from '../../../src/geometry/paint.js';
import { VISIONS, ciede2000, contrast, difference, parseHex } from '../../helpers/color.js';

const THEMES = ['light', 'dark'] as const;
const series = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `color-${n}` as Color);
const origins = ['china', 'us', 'europe', 'other'] as const;
/** Colours that words are written in; what is `other` is named in `muted`. */
const written: readonly Color[] = ['ink', 'muted', 'accent', 'china', 'us', 'europe', ...series];

describe('the colour helpers', () => {
  it('agree with the published examples', () => {
    // Sharma et al. 2005, table 1, pairs 1, 7, 25 and 34
    for (const [one, other, expected] of [
      [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
      [[50, 0, 0], [50, -1, 2], 2.3669],
      [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
      [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
    ] as const) {
      expect(ciede2000(one, other)).to.be.closeTo(expected, 0.0001);
    }
    expect(contrast(parseHex('#000000'), parseHex('#ffffff'))).to.be.closeTo(21, 1e-9);
    expect(contrast(parseHex('#777777'), parseHex('#ffffff'))).to.be.closeTo(4.48, 0.005);
  });
});

describe('hex', () => {
  it('is a colour in both settings, for every name but none', () => {
    for (const color of COLORS) for (const theme of THEMES) expect(hex(color, theme)).to.match(color === 'none' ? /^none$/ : /^#[\da-f]{6}$/);
  });

  it('is what the browser makes of the same Oklch tone', () => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    for (const [color, tones] of Object.entries(PALETTE)) {
      for (const theme of THEMES) {
        const [lightness, chroma, hue] = tones[theme];
        context.fillStyle = `oklch(${lightness} ${chroma} ${hue})`;
        context.fillRect(0, 0, 1, 1);
        const pixel = [...context.getImageData(0, 0, 1, 1).data];
        parseHex(hex(color as Color, theme)).forEach((channel, i) => expect(Math.abs(channel * 255 - pixel[i]!), `${color} ${theme}`).to.be.at.most(2));
      }
    }
  });
});

for (const theme of THEMES) {
  describe(`the ${theme} palette`, () => {
    const surface = parseHex(hex('surface', theme));

    for (const color of ['base', ...origins, 'accent', ...series] as Color[]) {
      it(`keeps ${color} 3:1 against the surface`, () => expect(contrast(parseHex(hex(color, theme)), surface)).to.be.at.least(3));
    }

    for (const color of written) {
      it(`keeps words in ${color} 4.5:1 against the surface`, () => expect(contrast(parseHex(hex(color, theme)), surface)).to.be.at.least(4.5));
    }

    for (const color of [...origins, ...series]) {
      it(`keeps words in the surface's colour on ${color} 3:1, as they are large`, () => expect(contrast(surface, parseHex(hex(color, theme)))).to.be.at.least(3));
    }

    for (const vision of VISIONS.filter((each) => each !== 'achromatopsia')) {
      it(`keeps origins and the first six series CIEDE2000 10 apart for ${vision} vision`, () => {
        const colors: readonly Color[] = [...origins, ...series.slice(0, 6)];
        const near = colors.flatMap((one, i) => colors.slice(i + 1).map((other) => [one, other, Math.round(difference(hex(one, theme), hex(other, theme), vision) * 10) / 10] as const)).filter(([, , apart]) => apart < 10);
        expect(near).to.deep.equal([]);
      });
    }

    it('keeps neighbours among the series CIEDE2000 10 apart without any colour vision', () => {
      const near = series.slice(1).map((color, i) => [series[i], color, Math.round(difference(hex(series[i]!, theme), hex(color, theme), 'achromatopsia') * 10) / 10] as const).filter(([, , apart]) => apart < 10);
      expect(near).to.deep.equal([]);
    });

    it('stays near the colours the design draws', () => {
      const drawn = theme === 'light' ? { china: '#c2410c', us: '#1d5fd2', other: '#757b85', accent: '#0f766e' } : { china: '#f2854a', us: '#6ea8ff', other: '#8d94a0', accent: '#3fc1b0' };
      for (const [color, given] of Object.entries(drawn)) expect(difference(hex(color as Color, theme), given, 'full'), color).to.be.at.most(5);
    });
  });
}

describe('variable', () => {
  it('names a custom property of the chart\'s own, or none', () => {
    expect([variable('china'), variable('color-1'), variable('none')]).to.deep.equal(['var(--_china)', 'var(--_color-1)', 'none']);
  });
});

describe('colorsFor', () => {
  for (const [names, colors] of [
    [['China open', 'US frontier', 'Other'], ['china', 'us', 'other']],
    [['China', 'US and Canada', 'Europe', 'Other', 'Unidentified'], ['china', 'us', 'europe', 'other', 'color-9']],
    [['Chinese labs', 'American labs', 'U.S. labs', 'the rest'], ['china', 'us', 'us', 'other']],
    [['Tokens'], ['accent']],
    [['China'], ['china']],
    [['DeepSeek', 'Anthropic', 'Other labs', 'Google'], ['color-1', 'color-2', 'other', 'color-3']],
    [['Business', 'Indochina', 'Another', 'Cactus', 'Restaurants'], ['color-1', 'color-2', 'color-3', 'color-4', 'color-5']],
    [[], []],
  ] as const) {
    it(`gives ${JSON.stringify(names)} ${colors.join(', ')}`, () => expect(colorsFor(names)).to.deep.equal(colors));
  }

  it('begins again after nine', () => {
    expect(colorsFor(Array.from({ length: 11 }, (_, i) => `Lab ${i}`)).slice(8)).to.deep.equal(['color-9', 'color-1', 'color-2']);
  });
});
