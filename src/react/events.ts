import type { EventName } from '@lit/react';
import type { Dataset } from '../data/table.js';
import type { Verdict } from '../text/claim.js';
import type { Row } from '../data/row.js';

/** Events of a chart, by the name of their prop. */
export const chartEvents = {
  onChartLoad: 'chart-load' as EventName<CustomEvent<{ readonly dataset: Dataset }>>,
  onChartError: 'chart-error' as EventName<CustomEvent<{ readonly error: Error }>>,
  /** A reader's point made active; its row, or null. */
  onChartActive: 'chart-active' as EventName<CustomEvent<Row | null>>,
  /** A reader's choice of view, measure, cut or period. */
  onChartChange: 'chart-change' as EventName<CustomEvent<{ readonly name: string; readonly value: string }>>,
};
export type ChartEvents = typeof chartEvents;

/** Events of a claim, by the name of their prop. */
export const claimEvents = {
  onClaimCheck: 'claim-check' as EventName<CustomEvent<{ readonly verdict: Verdict }>>,
  onClaimFail: 'claim-fail' as EventName<CustomEvent<{ readonly verdict: Verdict }>>,
};
export type ClaimEvents = typeof claimEvents;
