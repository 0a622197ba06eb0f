import { css, html, type CSSResult, type TemplateResult } from 'lit';

/** Styles of the readers' own choices under a chart. */
export const pickerStyles: CSSResult = css`
  label {
    display: inline-flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0.25em 0.5em;
    max-inline-size: 100%;
    font-size: max(12px, 0.8125em);
  }
  select {
    min-block-size: 24px;
    max-inline-size: 100%;
    padding: 0.1em 0.3em;
    font: inherit;
    color: var(--_ink);
    background: var(--_surface);
    border: 1px solid var(--_muted);
    border-radius: 4px;
  }
  .range {
    min-block-size: 24px;
    margin: 0;
    flex: 1 1 6em;
    min-inline-size: 0;
    max-inline-size: 10em;
  }
  select:focus-visible,
  .range:focus-visible {
    outline: 2px solid var(--_ink);
    outline-offset: 2px;
  }
  .amount {
    align-self: center;
    font-size: max(12px, 0.8125em);
    font-variant-numeric: tabular-nums;
  }
`;

/** One of several names, by the reader. */
export function pickTemplate(label: string, names: readonly string[], value: string, pick: (name: string) => void): TemplateResult {
  const change = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) pick(event.target.value);
  };
  return html`<div class="controls" part="controls">
    <label>${label} <select @change=${change}>${names.map((name) => html`<option value=${name} .selected=${name === value}>${name}</option>`)}</select></label>
  </div>`;
}

/** A whole number from 0 to 100, by the reader: `move` at each step of the slider, `pick` where it is let go. */
export function rangeTemplate(label: string, value: number, shown: string, move: (value: number) => void, pick: (value: number) => void): TemplateResult {
  const tell = (to: (value: number) => void) => (event: Event): void => {
    if (event.target instanceof HTMLInputElement) to(event.target.valueAsNumber);
  };
  return html`<div class="controls" part="controls">
    <label>${label} <input class="range" type="range" min="0" max="100" step="1" .value=${String(value)} @input=${tell(move)} @change=${tell(pick)} /></label>
    <span class="amount" aria-hidden="true">${shown}</span>
  </div>`;
}
