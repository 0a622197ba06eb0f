import { html, type TemplateResult } from 'lit';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** A reader's choice of one of several: a labelled group of buttons, the chosen one pressed. */
export function choiceTemplate(label: string, choices: readonly Choice[], chosen: string, choose: (value: string) => void): TemplateResult {
  return html`<div class="controls" part="controls" role="group" aria-label=${label}>
    <span aria-hidden="true">${label}</span>
    ${choices.map(({ value, text }) => html`<button type="button" aria-pressed=${value === chosen} @click=${() => value !== chosen && choose(value)}>${text}</button>`)}
  </div>`;
}
