import { pressPairs, pressSources } from './origin-press.js';
import { categoryField, dateField, numberField, shareField, statusField, textField, TOKENS } from './shared/fields.js';
import { ORIGINS } from './shared/labels.js';
import {
  ALL_MODELS, AS_OF, CC_BY, citeOpenRouter, CONTRIBUTORS, dataPackage, OPENROUTER_CAVEATS, SOURCES, table,
} from './shared/package.js';
import { originRows, WEEKLY_METHOD, weeklyArchive } from './shared/weekly.js';

export function originTrend(inputs) {
  return dataPackage({
    name: 'origin-trend',
    title: 'Tokens through OpenRouter by where the model was made',
    description: 'Share of the tokens of each week, January 2025 to September 2026.',
    licenses: CC_BY,
    sources: [SOURCES.rankings, SOURCES.modelseason, ...pressSources(inputs)],
    contributors: [CONTRIBUTORS.openRouter, CONTRIBUTORS.modelseason],
    provenance: {
      asOf: AS_OF.weekly,
      status: 'reported',
      base: ALL_MODELS,
      method:
        `Shares as archived, two decimals; Other = Korea + authors the archive does not place. Tokens = share × total of ` +
        `the week, three decimals, and so derived in every row. Press: figures as printed, share = part of the two printed ` +
        `figures, none where one is open-ended; the status is that of the printed figure. ${WEEKLY_METHOD}`,
      citation: citeOpenRouter(AS_OF.weekly),
      caveats: [
        'Shares of a week add up to 100 within 0.06, as in the archive.',
        'On this base China first has the largest part in the week of 23 March 2026, loses it in the week of 6 April and ' +
          'has it in every week from 27 April on. Press reports of a crossing in 9–15 February 2026 count the nine ' +
          'models of the public chart: see origin-press.',
        'Unidentified is anonymous models and the models outside the daily fifty. Several anonymous models were later ' +
          'named as Chinese (Hunter Alpha was MiMo V2 Pro).',
        'US and Canada includes Cohere and labs that fine-tune models of others.',
        ...OPENROUTER_CAVEATS,
      ],
    },
    resources: [
      table(
        'origin-trend',
        'Weeks by origin',
        [
          dateField('week_start', 'Week starting'),
          categoryField('origin', 'Model origin', ORIGINS),
          shareField('share', 'Share of tokens'),
          numberField('tokens', 'Tokens', TOKENS, { description: 'Share × total of the week.' }),
          statusField(),
        ],
        ['week_start', 'origin'],
        weeklyArchive(inputs).flatMap(originRows),
      ),
      table(
        'press',
        "Printed in the press, over the nine models of OpenRouter's public chart",
        [
          dateField('week_start', 'Week starting'),
          categoryField('origin', 'Model origin', ['China', 'US and Canada']),
          shareField('share', 'Share of the two figures printed'),
          numberField('tokens', 'Tokens of nine models', TOKENS),
          numberField('min', 'At least', TOKENS),
          numberField('max', 'At most', TOKENS),
          textField('printed', 'As printed'),
          statusField(),
        ],
        ['week_start', 'origin'],
        pressPairs(inputs),
      ),
    ],
  });
}
