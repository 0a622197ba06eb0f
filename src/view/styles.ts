import { css, unsafeCSS, type CSSResult } from 'lit';
import { SAMPLE } from '../geometry/metrics.js';

/** Rules for what a chart is before it has data: its room, its heading, what it says of its state. */
export const chartStyles: CSSResult = css`
  :host {
    display: block;
    contain: layout;
    margin-block: 1.5em;
    /* important in here wins over important out there: a page's rules for everything neither crush the chart nor cut it off */
    min-inline-size: min(100%, max(15rem, 240px)) !important;
    block-size: auto !important;
    max-block-size: none !important;
    writing-mode: horizontal-tb;
  }
  /* what a parent that fits its contents takes for the chart's width, with data or without: 15rem, less where there is less */
  .strut {
    display: block;
    position: static;
    inline-size: max(15rem, 240px);
    min-inline-size: 128px;
    max-inline-size: 100%;
    block-size: 0;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    all: initial;
    display: block;
    container-type: inline-size;
    direction: inherit;
    visibility: inherit;
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
    --_plot: var(--_plot-wide);
    --_reserve: calc(var(--_plot) + 10.5em);
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
  .em::before,
  .em::after {
    content: '${unsafeCSS(SAMPLE)}';
    display: block;
  }
  /* bold letters, less what the table adds for bold: the wider line counts */
  .em::after {
    font-weight: 600;
    letter-spacing: -0.0389em !important;
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
    display: flex;
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
  a {
    color: inherit;
    text-underline-offset: 0.15em;
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
  button:focus-visible,
  a:focus-visible {
    outline: 2px solid var(--_ink);
    outline-offset: 2px;
    border-radius: 2px;
  }
  .state {
    flex: 1;
    min-inline-size: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.5em;
    padding: 1em;
    text-align: center;
    overflow: auto;
    color: var(--_muted);
    border-block-end: 1px solid var(--_base, currentColor);
    background: linear-gradient(var(--_grid, #8883) 1px, transparent 1px) 0 0 / 100% 25%;
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
`;
