import type { Case } from './case.js';
import { originSplitBarCases } from './origin-split-bar.js';
import { tokenVolumeChartCases } from './token-volume-chart.js';

export type { Case } from './case.js';

/** Every case of every element, grouped by tag. */
export const cases: readonly Case[] = [...tokenVolumeChartCases, ...originSplitBarCases];
