import { css, unsafeCSS, type CSSResult } from 'lit';
import { COLORS, PALETTE, type Color } from '../geometry/paint.js';

/** Which CONTRACT property overrides a colour, where it is named otherwise. */
const OVERRIDES: Partial<Record<Color, string>> = { ink: '', unknown: '', base: '--chart-ink' };

/**
 * The palette as relative colours of the page's own ink: dark ink takes the light setting's tones, light ink the dark
 * one's. So the chart keeps its contrast on any page, with or without a color-scheme, and follows it without script.
 */
const palette = COLORS.filter((color) => color !== 'none' && color !== 'ink')
  .map((color) => {
    const { light, dark } = PALETTE[color as Exclude<Color, 'none'>];
    const channels = light.map((value, i) => {
      const step = Math.round(((dark[i] ?? 0) - value) * 1000) / 1000;
      if (i > 0) return step === 0 ? String(value) : `calc(${value} + ${step}*clamp(0,(l - .6)*999,1))`;
      // readers who ask for more contrast get darker tones on light, lighter ones on dark
      return color === 'surface' ? `calc(${value} + ${step}*clamp(0,(l - .6)*999,1))` : `calc(${value} - var(--_more) + (${step} + 2*var(--_more))*clamp(0,(l - .6)*999,1))`;
    });
    // greys for words follow the ink itself, so that a page's softer ink stays the darker of the two
    if (color === 'muted') channels[0] = `calc(min(.51,l + .28)*clamp(0,(.6 - l)*999,1) + max(.71,l - .24)*clamp(0,(l - .6)*999,1))`;
    const custom = OVERRIDES[color] ?? `--chart-${color}`;
    const tone = `oklch(from var(--chart-ink,currentColor) ${channels.join(' ')})`;
    return `--_${color}:${custom ? `var(${custom},${tone})` : tone}`;
  })
  .join(';');

/** Rules for a chart with data, and its colours. */
export const drawnStyles: CSSResult = css`
  .root {
    --_more: 0;
    ${unsafeCSS(palette)};
  }
  .summary {
    margin: 0.35em 0 0;
    font-size: max(12px, 0.875em);
  }
  svg {
    position: absolute;
    inset: 0;
    display: block;
    inline-size: 100%;
    block-size: 100%;
    /* room for what reaches out of its letter or dot: a swash, a ring at the edge */
    overflow: visible;
    clip-path: inset(-8px);
    pointer-events: none;
    direction: ltr;
    font-variant-numeric: tabular-nums;
    stroke-linejoin: round;
  }
  /* labels are placed by their letters' own widths: a spacing forced on the page would push them over one another */
  svg text {
    letter-spacing: normal !important;
    word-spacing: normal !important;
    /* and a label runs as its own letters do, wherever it is anchored */
    unicode-bidi: plaintext;
    /* no letter is rounded to whole pixels */
    text-rendering: geometricPrecision;
  }
  .stage {
    position: absolute;
    inset: 0;
    touch-action: pan-y pinch-zoom;
    -webkit-tap-highlight-color: transparent;
  }
  /* the slider itself is not seen: it brings the keys, the focus and the words */
  .walk {
    appearance: none;
    position: absolute;
    inset: 0;
    margin: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    pointer-events: none;
    direction: ltr;
  }
  .ring {
    position: absolute;
    inset: -3px;
    border-radius: 3px;
    pointer-events: none;
  }
  .walk:focus-visible ~ .ring {
    outline: 2px solid var(--_ink);
  }
  .swatch {
    position: static;
    display: inline-block;
    inline-size: 0.7em;
    block-size: 0.7em;
    margin-inline-end: 0.4em;
    border-radius: 2px;
  }
  .wide {
    inline-size: 22px;
    block-size: 14px;
    vertical-align: -2px;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 1em;
    margin: 0.5em 0 0;
    padding: 0;
    list-style: none;
    font-size: max(12px, 0.84375em);
  }
  figcaption {
    margin-block-start: 0.5em;
    padding-block-start: 0.5em;
    border-block-start: 1px solid var(--_grid);
    font-size: max(12px, 0.8125em);
    color: var(--_muted);
  }
  figcaption p {
    margin: 0;
  }
  .chip {
    display: inline-block;
    margin-inline-end: 0.5em;
    padding: 0 0.7em;
    font-size: max(12px, 0.92em);
    color: var(--_ink);
    border: 1px solid var(--_muted);
    border-radius: 99px;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
    margin-block-start: 0.25em;
  }
  .controls > span {
    font-size: max(12px, 0.8125em);
    line-height: max(24px, 1.6em);
    color: var(--_muted);
  }
  button[aria-pressed='true'] {
    font-weight: 600;
    text-decoration-thickness: 2px;
    text-decoration-color: var(--_ink);
  }
  .panel {
    margin-block-start: 0.5em;
    font-size: max(12px, 0.8125em);
  }
  @media (prefers-contrast: more) {
    .root {
      --_more: 0.12;
      --_muted: var(--_ink);
    }
  }
  @media (forced-colors: active) {
    .root {
      /* what has no system colour below is derived from the reader's ink, not from the page's */
      --chart-ink: CanvasText;
      --_ink: CanvasText;
      --_muted: CanvasText;
      --_grid: GrayText;
      --_base: CanvasText;
      --_surface: Canvas;
      --_accent: LinkText;
      --_china: Highlight;
      --_us: LinkText;
      --_europe: VisitedText;
      --_other: GrayText;
    }
    svg {
      forced-color-adjust: none;
    }
  }
  @media print {
    .controls {
      display: none;
    }
    figure {
      break-inside: avoid;
    }
  }
`;
