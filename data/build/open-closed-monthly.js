import { categoryField, completeField, monthField, numberField, PERCENT, shareField, statusField, TOKENS } from './shared/fields.js';
import { percentOf, round, sum } from './shared/numbers.js';
import {
  ALL_MODELS, AS_OF, CC_BY, citeOpenRouter, CONTRIBUTORS, dataPackage, OPENROUTER_CAVEATS, SOURCES, table,
} from './shared/package.js';

/** Label → column of the archive, in the order of stacking. */
const COLUMNS = new Map([
  ['Open weights', 'open_tokens'],
  ['Proprietary', 'frontier_tokens'],
  ['Unlabelled', 'unknown_tokens'],
  ['Outside the daily fifty', 'other_tokens'],
]);

/** The archive ends on 9 October 2026. */
const UNFINISHED = '2026-10';

export function openClosedMonthly({ monthly }) {
  return dataPackage({
    name: 'open-closed-monthly',
    title: 'Open-weight and proprietary models by month',
    description: 'Trillions of tokens a month through OpenRouter, and the share of open-weight models as a range.',
    licenses: CC_BY,
    sources: [SOURCES.rankings, SOURCES.facets],
    contributors: [CONTRIBUTORS.openRouter, CONTRIBUTORS.facets],
    provenance: {
      asOf: AS_OF.monthly,
      status: 'reported',
      base: ALL_MODELS,
      method:
        'Months: tokens as archived, in trillions, three decimals; share = tokens ÷ tokens of the month. Open share: min = ' +
        'open weights ÷ all tokens, max = open weights ÷ (open weights + proprietary), as archived; share is the lower end.',
      citation: citeOpenRouter(AS_OF.monthly),
      caveats: [
        'October 2026 is not complete: it holds the first days of the month only.',
        'The true open share lies between min and max, as unlabelled models and those outside the daily fifty may be either.',
        ...OPENROUTER_CAVEATS,
      ],
    },
    resources: [
      table(
        'months',
        'Months by weights',
        [
          monthField('month', 'Month'),
          categoryField('weights', 'Weights', [...COLUMNS.keys()]),
          numberField('tokens', 'Tokens', TOKENS),
          shareField('share', 'Share of tokens'),
          statusField(),
          completeField(),
        ],
        ['month', 'weights'],
        monthly.flatMap(weightRows),
      ),
      table(
        'open-share',
        'Share of open-weight models',
        [
          monthField('month', 'Month'),
          shareField('share', 'Open-weight share, lower end'),
          numberField('min', 'At least', PERCENT),
          numberField('max', 'At most', PERCENT),
          statusField(),
          completeField(),
        ],
        ['month'],
        monthly.map(openShareRow),
      ),
    ],
  });
}

function weightRows(archived) {
  const total = sum([...COLUMNS.values()].map((column) => Number(archived[column])));
  return [...COLUMNS].map(([weights, column]) => ({
    month: archived.date,
    weights,
    tokens: round(Number(archived[column]) / 1e12, 3),
    share: percentOf(Number(archived[column]), total),
    status: 'reported',
    complete: archived.date !== UNFINISHED,
  }));
}

function openShareRow({ date, open_share_low, open_share_high }) {
  const min = round(100 * Number(open_share_low), 2);
  const max = round(100 * Number(open_share_high), 2);
  return { month: date, share: min, min, max, status: 'reported', complete: date !== UNFINISHED };
}
