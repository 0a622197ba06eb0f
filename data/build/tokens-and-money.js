import { fact } from './shared/inputs.js';
import { categoryField, PERCENT, numberField, shareField, statusField, textField } from './shared/fields.js';
import { ARCHIVE_LABS } from './shared/labels.js';
import { modelsOfTheWeek } from './shared/models.js';
import { percentOf, round, sum } from './shared/numbers.js';
import {
  AS_OF, CC_BY, citeOpenRouter, CONTRIBUTORS, dataPackage, OPENROUTER_CAVEATS, SOURCES, table,
} from './shared/package.js';
import { weeklyArchive } from './shared/weekly.js';

const WEEK = '2026-05-25';

/** Names of the estimate that the weekly archive does not use for a lab. */
const ESTIMATE_LABS = new Map([
  ['moonshotai', 'Moonshot'],
  ['other labs', 'Other labs'],
  ...Object.entries(ARCHIVE_LABS).map(([lab, name]) => [name, lab]),
]);

export function tokensAndMoney(inputs) {
  const estimate = inputs.weeklyExtra['spend_week_2026-05-25'];
  const [, inputPercent] = /([\d.]+)\/[\d.]+ prompt\/completion/.exec(fact(inputs.otherFacts, 'F0110').base);
  const rows = labRows(inputs, estimate);
  return dataPackage({
    name: 'tokens-and-money',
    title: 'Share of tokens and share of estimated spend',
    description: 'By lab, 25–31 May 2026.',
    licenses: CC_BY,
    sources: [SOURCES.rankings, SOURCES.modelseason, SOURCES.openRouterDaily],
    contributors: [CONTRIBUTORS.openRouter, CONTRIBUTORS.modelseason],
    provenance: {
      asOf: AS_OF.weekly,
      status: 'representative',
      base: 'tokens: all public models; spend: the models of the daily fifty that have a price',
      method:
        'Token share = archived tokens of the lab ÷ 31.81 trillion, the total of the week. Spend share as archived: tokens × ' +
        'list price of September 2026 with three input tokens to one output token. Moonshot: min is the share of Kimi K2.6 ' +
        'alone. Both shares: the rest is 100 − the seven labs that have both figures.',
      citation: citeOpenRouter(AS_OF.weekly),
      caveats: [
        `Spend is an estimate of ${estimate.total_musd} million US dollars for the week, between ${estimate.floor_musd} and ` +
          `${estimate.ceiling_musd} by the split of input and output assumed. It is not revenue.`,
        `The split matters: with ${inputPercent}% input, as another estimate assumes, the total is ` +
          `${totalAt(estimate, inputPercent / 100)} million. All input gives the floor, all output the ceiling.`,
        'Caching, discounts and free endpoints are not taken off.',
        'Other labs differ between the two: in tokens they hold anonymous models and the models outside the daily fifty as well.',
        ...OPENROUTER_CAVEATS,
      ],
    },
    resources: [
      table(
        'labs',
        'Labs',
        [
          textField('lab', 'Lab'),
          shareField('token_share', 'Share of tokens'),
          shareField('spend_share', 'Share of estimated spend'),
          numberField('min', 'Share of tokens, at least', PERCENT),
          statusField(),
        ],
        ['lab'],
        rows,
      ),
      table(
        'both-shares',
        'Tokens and spend as two wholes',
        [
          categoryField('measure', 'Measure', ['Tokens', 'Estimated spend']),
          textField('lab', 'Lab'),
          shareField('share', 'Share'),
          statusField(),
        ],
        ['measure', 'lab'],
        bothShares(rows),
      ),
    ],
  });
}

function labRows(inputs, estimate) {
  const { labTokens, total } = weeklyArchive(inputs).find(({ week_start }) => week_start === WEEK);
  const kimi = modelsOfTheWeek(inputs).filter(({ lab }) => lab === 'Moonshot');
  return Object.entries(estimate.share_pct).map(([name, spend_share]) => {
    const lab = ESTIMATE_LABS.get(name);
    const tokens = labTokens[lab];
    return {
      lab,
      token_share: tokens === undefined ? null : percentOf(tokens, total),
      spend_share,
      min: lab === 'Moonshot' ? percentOf(sum(kimi.map((model) => model.tokens)), total) : null,
      status: 'representative',
    };
  });
}

/** Million US dollars if `input` of the tokens (0 to 1) were input: linear between floor and ceiling. */
function totalAt({ floor_musd, ceiling_musd }, input) {
  return round(floor_musd * input + ceiling_musd * (1 - input), 1);
}

/** Each measure as parts of 100, with the labs that have both figures named. */
function bothShares(rows) {
  const named = rows.filter(({ token_share }) => token_share !== null);
  const parts = (measure, field, status) => {
    const rest = round(100 - sum(named.map((row) => row[field])), 2);
    return [...named.map((row) => ({ measure, lab: row.lab, share: row[field], status })), { measure, lab: 'All others', share: rest, status }];
  };
  return [...parts('Tokens', 'token_share', 'derived'), ...parts('Estimated spend', 'spend_share', 'representative')];
}
