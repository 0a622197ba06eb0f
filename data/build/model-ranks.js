import { periodInWords } from './shared/calendar.js';
import { numberOrNull } from './shared/csv.js';
import { dateField, numberField, shareField, statusField, textField, TOKENS, wholeNumberField } from './shared/fields.js';
import { originOf } from './shared/labels.js';
import { modelsOfTheWeek } from './shared/models.js';
import { percentOf, round } from './shared/numbers.js';
import {
  AS_OF, CC_BY, citeOpenRouter, CONTRIBUTORS, dataPackage, distinctSources, OPENROUTER_CAVEATS, SOURCES, table,
} from './shared/package.js';
import { weeklyArchive } from './shared/weekly.js';

const WEEK = { period_start: '2026-05-25', period_end: '2026-05-31' };

/** The daily extract was checked to hold every model down to this rank, and no further. */
const LAST_CERTAIN_RANK = 20;

export function modelRanks(inputs) {
  const rows = [...inputs.modelRanks.map(printedRow), ...computedRows(inputs)].sort(
    (a, b) => compare(a.period_start, b.period_start) || b.tokens - a.tokens,
  );
  return dataPackage({
    name: 'model-ranks',
    title: 'Most-used models on OpenRouter',
    description: 'Trillions of tokens a week by model, in four weeks of 2026.',
    licenses: CC_BY,
    sources: [SOURCES.rankings, SOURCES.openRouterDaily, ...distinctSources(inputs.modelRanks)],
    contributors: [CONTRIBUTORS.openRouter, CONTRIBUTORS.openRouterDaily],
    provenance: {
      asOf: AS_OF.daily,
      status: 'derived',
      base: 'single public models; in 4–11 May the free and the paid Hy3 preview are counted apart',
      method:
        '25–31 May: tokens = sum of the seven daily counts of the model, three decimals; share = tokens ÷ 31.81 trillion, ' +
        'the total of the week over all public models. The other weeks: tokens, rank and share as printed.',
      citation: citeOpenRouter(AS_OF.daily),
      caveats: [
        '13–20 April and 4–11 May are trailing weeks read on their last day, not calendar weeks, and hold only the ranks ' +
          'printed (7 and 10). 31 October – 6 November holds the first 7 of 25 and was read on 6 November.',
        '25–31 May holds 28 models. Below rank 20 the archive extract has gaps, so rank is null there.',
        'Free and paid Hy3 preview together carried 3.54 trillion tokens in 4–11 May.',
        'Owl Alpha was an anonymous model; its lab is not known.',
        'Poolside is put with the US and Canada: the archive gives all of Europe fewer tokens than Laguna M.1 alone.',
        ...OPENROUTER_CAVEATS,
      ],
    },
    resources: [
      table(
        'model-ranks',
        'Models by week',
        [
          textField('period', 'Week'),
          dateField('period_start', 'From'),
          dateField('period_end', 'To'),
          textField('model', 'Model'),
          textField('lab', 'Lab'),
          textField('origin', 'Model origin'),
          numberField('tokens', 'Tokens', TOKENS),
          shareField('share', 'Share of all tokens'),
          wholeNumberField('rank', 'Rank', undefined, {
            constraints: { minimum: 1 },
            description: 'Null where models that the source leaves out may rank between.',
          }),
          statusField(),
        ],
        ['period_start', 'model'],
        rows,
      ),
    ],
  });
}

function printedRow({ period_start, period_end, rank, model, lab, tokens, share }) {
  return {
    period: periodInWords(period_start, period_end),
    period_start,
    period_end,
    rank: numberOrNull(rank),
    model,
    lab,
    origin: originOf(lab),
    tokens: numberOrNull(tokens),
    share: numberOrNull(share),
    status: 'reported',
  };
}

function computedRows(inputs) {
  const { total } = weeklyArchive(inputs).find(({ week_start }) => week_start === WEEK.period_start);
  return modelsOfTheWeek(inputs).map(({ model, lab, origin, tokens }, index) => ({
    period: periodInWords(WEEK.period_start, WEEK.period_end),
    ...WEEK,
    rank: index < LAST_CERTAIN_RANK ? index + 1 : null,
    model,
    lab,
    origin,
    tokens: round(tokens, 3),
    share: percentOf(tokens, total),
    status: 'derived',
  }));
}

function compare(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
