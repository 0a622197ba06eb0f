import { caveats } from './caveats.js';
import { engagement } from './engagement.js';
import { labBands } from './lab-bands.js';
import { modelRanks } from './model-ranks.js';
import { openClosedMonthly } from './open-closed-monthly.js';
import { originBases } from './origin-bases.js';
import { originPress } from './origin-press.js';
import { originSplit } from './origin-split.js';
import { originTrend } from './origin-trend.js';
import { prices } from './prices.js';
import { sentiment } from './sentiment.js';
import { serialize } from './shared/serialize.js';
import { tokenVolume, tokenVolumeFull } from './token-volume.js';
import { tokensAndMoney } from './tokens-and-money.js';

const DATASETS = [
  tokenVolume,
  tokenVolumeFull,
  originSplit,
  originBases,
  originTrend,
  originPress,
  labBands,
  modelRanks,
  prices,
  sentiment,
  engagement,
  openClosedMonthly,
  tokensAndMoney,
  caveats,
];

/**
 * Every dataset as the text of its file.
 *
 * @param {object} inputs made by `readInputs`
 * @returns {Map<string, string>} file name → JSON
 */
export function buildDatasets(inputs) {
  return new Map(
    DATASETS.map((build) => {
      const dataset = build(inputs);
      return [`${dataset.name}.json`, serialize(dataset)];
    }),
  );
}
