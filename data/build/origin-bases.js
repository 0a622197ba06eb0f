import { articleParts } from './origin-split.js';
import { numberField, shareField, statusField, textField, TOKENS } from './shared/fields.js';
import { ORIGINS } from './shared/labels.js';
import { largestModels, modelsOfTheWeek } from './shared/models.js';
import { percentOf, round, sum } from './shared/numbers.js';
import {
  AS_OF, CC_BY, citeOpenRouter, CONTRIBUTORS, dataPackage, OPENROUTER_CAVEATS, SOURCES, table,
} from './shared/package.js';
import { weeklyArchive } from './shared/weekly.js';

const WEEK = '2026-05-25';

export function originBases(inputs) {
  const week = weeklyArchive(inputs).find(({ week_start }) => week_start === WEEK);
  const rows = [
    ...archivedParts('All public models', week.originShares, week.total),
    ...largestParts('Top 9 models', largestModels(inputs, 9)),
    ...largestParts('Top 10 models', largestModels(inputs, 10)),
    ...archivedParts('All models, by weights', week.weightShares, week.total),
    ...articleParts(inputs.otherFacts).map((part) => ({ base: "The article's split", ...part, tokens: null })),
  ];
  const owl = percentOf(modelsOfTheWeek(inputs).find(({ model }) => model.startsWith('Owl Alpha')).tokens, week.total);
  const tail = inputs.weeklyExtra.tail_other_share_pct[inputs.weekly.weeks.indexOf(WEEK)];
  return dataPackage({
    name: 'origin-bases',
    title: 'One week on five bases',
    description: 'How the split of 25–31 May 2026 changes with the models that are counted.',
    licenses: CC_BY,
    sources: [SOURCES.rankings, SOURCES.modelseason, SOURCES.openRouterDaily, SOURCES.article],
    contributors: [CONTRIBUTORS.openRouter, CONTRIBUTORS.modelseason, CONTRIBUTORS.openRouterDaily],
    provenance: {
      asOf: AS_OF.daily,
      status: 'derived',
      base: 'differs by row, as the column Base says',
      method:
        'All public models and by weights: shares as archived on 2026-09-18, tokens = share × total of the week. Top 9 ' +
        'and top 10: the seven daily counts of each model are added, the largest 9 or 10 models kept and their tokens ' +
        "added by the origin of the lab; share = tokens of the origin ÷ tokens of the models kept. The article's split: as printed.",
      citation: citeOpenRouter(AS_OF.daily),
      caveats: [
        'All public models: the daily fifty most used and the row that sums the rest. Other is 0 in this week and left out.',
        'Top 9 models: the named bands of the public weekly chart, which press reports and the chart shared in June 2026 use.',
        'Top 10 models: the leaderboard list, on which the "61%" retold in May and June 2026 rests.',
        'All models, by weights: open-weight and proprietary models wherever they were made.',
        "The article's split: its base is not stated, and no base that was tried gives its figures.",
        'Unidentified among the top 9 and 10 is one anonymous model, Owl Alpha. On all models it is anonymous models and ' +
          `the row outside the daily fifty, ${owl} and ${tail}% of tokens.`,
        ...OPENROUTER_CAVEATS,
      ],
    },
    resources: [
      table(
        'origin-bases',
        'Parts by base',
        [
          textField('base', 'Base'),
          textField('part', 'Part'),
          shareField('share', 'Share'),
          numberField('tokens', 'Tokens', TOKENS, { description: 'Null where the source gives shares only.' }),
          statusField(),
        ],
        ['base', 'part'],
        rows,
      ),
    ],
  });
}

function archivedParts(base, shares, total) {
  return Object.entries(shares)
    .filter(([, share]) => share > 0)
    .map(([part, share]) => ({ base, part, share, tokens: round((share * total) / 100, 3), status: 'reported' }));
}

function largestParts(base, models) {
  const whole = sum(models.map(({ tokens }) => tokens));
  return ORIGINS.map((part) => ({ part, tokens: sum(models.filter(({ origin }) => origin === part).map(({ tokens }) => tokens)) }))
    .filter(({ tokens }) => tokens > 0)
    .map(({ part, tokens }) => ({
      base,
      part,
      share: percentOf(tokens, whole),
      tokens: round(tokens, 3),
      status: 'derived',
    }));
}
