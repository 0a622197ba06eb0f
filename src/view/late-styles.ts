import { css, type CSSResult } from 'lit';

/** Rules for what comes late: details of a point, table, panels. */
export const lateStyles: CSSResult = css`
  .help {
    position: absolute;
    inset-block-start: 100%;
    margin-block-start: 6px;
    inset-inline: 0;
    z-index: 1;
    padding: 0.35em 0.6em;
    font-size: max(12px, 0.75em);
    border: 1px solid var(--_muted);
    border-radius: 4px;
    background: var(--_surface);
    pointer-events: none;
    display: none;
  }
  .walk:focus-visible ~ .help.shown {
    display: block;
  }
  .tooltip {
    position: absolute;
    z-index: 1;
    inline-size: max-content;
    min-inline-size: 9em;
    max-inline-size: min(20em, 100%);
    padding: 0.5em 0.75em;
    font-size: max(12px, 0.84375em);
    line-height: 1.4;
    color: var(--_ink);
    background: var(--_surface);
    border: 1px solid var(--_muted);
    border-radius: 6px;
    box-shadow: 0 4px 18px #0002;
  }
  .tooltip dl {
    display: grid;
    /* a long value leaves its name a third: words in a narrower column break at every letter */
    grid-template-columns: minmax(33%, 1fr) fit-content(60%);
    gap: 0 0.9em;
    margin: 0.2em 0 0;
  }
  .tooltip dt {
    color: var(--_muted);
  }
  .tooltip dd {
    margin: 0;
    font-weight: 700;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .tooltip p {
    margin: 0.2em 0 0;
    font-size: max(12px, 0.9em);
    font-style: italic;
    color: var(--_muted);
  }
  .table {
    position: absolute;
    inset: 0;
    overflow: auto;
    overflow-anchor: none; /* else the rows left out above move the view that asked for others */
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: max(12px, 0.8125em);
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding-block-end: 0.4em;
    text-align: start;
    color: var(--_muted);
  }
  th,
  td {
    padding: 0.25em 0.9em 0.25em 0;
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
    border-block-end: 1px solid var(--_grid);
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
    border-block-end-color: var(--_base);
  }
  th button {
    font-size: inherit;
    font-weight: 600;
  }
  [aria-sort='ascending'] button::after {
    content: ' ↑';
  }
  [aria-sort='descending'] button::after {
    content: ' ↓';
  }
  td svg {
    position: static;
    inline-size: auto;
    block-size: auto;
  }
  .number {
    text-align: end;
  }
  .about {
    margin: 0;
  }
  .about dt {
    font-weight: 600;
  }
  .about dd {
    margin: 0 0 0.5em;
  }
  .about ul {
    margin: 0;
    padding-inline-start: 1.2em;
  }
  .about a {
    display: inline-block;
    min-block-size: 24px;
  }
  .files a {
    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
  }
  .value {
    margin: 0.5em 0;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  [tabindex]:focus-visible {
    outline: 2px solid var(--_ink);
    outline-offset: 2px;
  }
  @media print {
    .tooltip,
    .help {
      display: none;
    }
  }
`;
