import type { Case } from './case.js';
import { cases as labBands } from './lab-bands-chart.js';
import { cases as modelRank } from './model-rank-chart.js';
import { cases as originSplit } from './origin-split-bar.js';
import { cases as originTrend } from './origin-trend-chart.js';
import { cases as sentimentSplit } from './sentiment-split-bar.js';
import { cases as tokenPrice } from './token-price-chart.js';
import { cases as tokenVolume } from './token-volume-chart.js';

export type { Case } from './case.js';

/** Every case of every element, grouped by tag: gallery, goldens, accessibility and overlap checks take them from here. */
export const cases: readonly Case[] = [...tokenVolume, ...originSplit, ...originTrend, ...labBands, ...modelRank, ...tokenPrice, ...sentimentSplit];
