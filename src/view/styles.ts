import { css, unsafeCSS, type CSSResult } from 'lit';
import { SAMPLE } from '../geometry/metrics.js';
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

export const chartStyles: CSSResult = css`
  :host {
    display: block;
    contain: layout inline-size;
    min-inline-size: min(100%, 15rem);
    margin-block: 1.5em;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    all: initial;
    display: block;
    container-type: inline-size;
    direction: inherit;
    font-family: var(--chart-font-family, inherit);
    font-size: inherit;
    font-style: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    line-height: 1.45;
    color: var(--chart-ink, inherit);
    color-scheme: inherit;
    overflow-wrap: anywhere;
    --_ink: var(--chart-ink, currentColor);
    --_more: 0;
    ${unsafeCSS(palette)};
  }
  * {
    box-sizing: border-box;
  }
  .em {
    position: absolute;
    block-size: 1px; /* WebKit observes no box without area */
    /* as labels have it: some engines round letters at small sizes */
    font-size: 0.84375em;
    text-rendering: geometricPrecision;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    white-space: pre;
    visibility: hidden;
  }
  .em::before {
    content: '${unsafeCSS(SAMPLE)}';
  }
  .root {
    --_reserve: calc(var(--_plot-wide) + 10.5em);
    --_plot: var(--_plot-wide);
  }
  figure {
    display: flex;
    flex-direction: column;
    position: relative;
    margin: 0;
    min-block-size: var(--_reserve);
  }
  /* while the page's own fallback stands in for the chart it has the chart's room, so that nothing moves when data comes */
  .aside {
    block-size: var(--_reserve);
    overflow: auto;
  }
  .aside figure {
    min-block-size: 8em;
  }
  .aside .plot {
    min-block-size: 0;
  }
  .plot {
    position: relative;
    flex: 1 1 auto;
    min-block-size: max(var(--_plot) * 0.65, 4em);
    display: grid;
    margin-block-start: 0.625em;
  }
  @container (inline-size < 30em) {
    .box {
      --_plot: var(--_plot-narrow);
      --_reserve: calc(var(--_plot) + 18em);
    }
  }
  @container (inline-size < 18em) {
    .box {
      --_reserve: calc(var(--_plot) + 22em);
    }
  }
  .heading {
    font-size: 1.1875em;
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }
  .subheading {
    margin: 0.2em 0 0;
    font-size: max(12px, 0.9em);
    color: var(--_muted);
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
    overflow: hidden;
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
  a {
    color: inherit;
    text-underline-offset: 0.15em;
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
  button {
    all: unset;
    min-inline-size: 24px;
    min-block-size: 24px;
    line-height: max(24px, 1.6em);
    font-size: max(12px, 0.8125em);
    color: var(--_ink);
    text-decoration: underline;
    text-decoration-color: var(--_muted);
    text-underline-offset: 0.25em;
    cursor: pointer;
  }
  button[aria-pressed='true'] {
    font-weight: 600;
    text-decoration-thickness: 2px;
    text-decoration-color: var(--_ink);
  }
  button:focus-visible,
  a:focus-visible {
    outline: 2px solid var(--_ink);
    outline-offset: 2px;
    border-radius: 2px;
  }
  .state {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.5em;
    padding: 1em;
    text-align: center;
    overflow: auto;
    color: var(--_muted);
    border-block-end: 1px solid var(--_base);
    background: linear-gradient(var(--_grid) 1px, transparent 1px) 0 0 / 100% 25%;
  }
  .state p {
    max-inline-size: 36em;
    margin: 0;
    padding: 0.25em 0.75em;
    background: var(--_surface);
  }
  .state.error p {
    color: var(--_ink);
  }
  .panel {
    margin-block-start: 0.5em;
    font-size: max(12px, 0.8125em);
  }
  /* not moved when the heading comes: what was not seen does not shift */
  .unseen {
    visibility: hidden;
  }
  .unseen > .state {
    visibility: visible;
  }
  .gone {
    display: none;
  }
  .quiet {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-contrast: more) {
    .root {
      --_more: 0.12;
      --_muted: var(--_ink);
    }
  }
  @media (forced-colors: active) {
    .root {
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
