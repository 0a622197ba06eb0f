import { dateField, numberField, statusField, TOKENS } from './shared/fields.js';
import { round, sum } from './shared/numbers.js';
import {
  ALL_MODELS, AS_OF, CC_BY, citeOpenRouter, CONTRIBUTORS, dataPackage, OPENROUTER_CAVEATS, SOURCES, table,
} from './shared/package.js';
import { WEEKLY_METHOD, weekStatus, weeklyArchive } from './shared/weekly.js';

/** The weeks of the article's chart: a year of growth, from about 2 to more than 30 trillion (fact F0008). */
const FIRST = '2025-05-05';
const LAST = '2026-05-25';

const STATUS_CAVEAT =
  'The weeks of 9 June and 14 July 2025 are derived; every other week is reported.';

/** The article's chart from the archived weeks. */
export function tokenVolume(inputs) {
  const weeks = weeklyArchive(inputs).filter(({ week_start }) => week_start >= FIRST && week_start <= LAST);
  return dataPackage({
    name: 'token-volume',
    title: 'OpenRouter weekly token volume, representative trend',
    description: 'trillions of tokens',
    licenses: CC_BY,
    sources: [
      { title: 'OpenRouter public rankings, late May 2026', path: 'https://openrouter.ai/rankings' },
      SOURCES.modelseason,
      SOURCES.article,
    ],
    contributors: [CONTRIBUTORS.openRouter, CONTRIBUTORS.modelseason],
    provenance: {
      ...volumeProvenance(),
      caveats: [
        STATUS_CAVEAT,
        'The article this follows printed its line as a representative trend and gave no weekly figures; title and unit ' +
          'are its words, the figures are the archived weeks.',
        `The mean of May 2026 is ${meanWeekOfMay(inputs)} trillion a week; of the weeks shown only the last passes 30 trillion.`,
        ...OPENROUTER_CAVEATS,
      ],
    },
    resources: [volumeTable('token-volume', weeks)],
  });
}

/** The same series, every archived week. */
export function tokenVolumeFull(inputs) {
  return dataPackage({
    name: 'token-volume-full',
    title: 'Tokens through OpenRouter each week, January 2025 to September 2026',
    description: 'Trillions of tokens a week, over all public models.',
    licenses: CC_BY,
    sources: [SOURCES.rankings, SOURCES.modelseason],
    contributors: [CONTRIBUTORS.openRouter, CONTRIBUTORS.modelseason],
    provenance: {
      ...volumeProvenance(),
      caveats: [
        STATUS_CAVEAT,
        'The last week is the last complete one of the archive, which ends on Thursday 17 September 2026.',
        ...OPENROUTER_CAVEATS,
      ],
    },
    annotations: [{ from: FIRST, to: LAST, label: "Weeks of the article's chart" }],
    resources: [volumeTable('token-volume-full', weeklyArchive(inputs))],
  });
}

/** Trillion tokens a week, from the monthly archive: tokens of the 31 days × 7 ÷ 31. */
function meanWeekOfMay({ monthly }) {
  const may = monthly.find(({ date }) => date === '2026-05');
  const tokens = sum([may.open_tokens, may.frontier_tokens, may.unknown_tokens, may.other_tokens].map(Number));
  return round((tokens * 7) / 31 / 1e12, 1);
}

function volumeProvenance() {
  return {
    asOf: AS_OF.weekly,
    status: 'reported',
    base: ALL_MODELS,
    method: `Weekly totals are rounded to 0.01 trillion in the archive. ${WEEKLY_METHOD}`,
    citation: citeOpenRouter(AS_OF.weekly),
  };
}

function volumeTable(name, weeks) {
  return table(
    name,
    'Weeks',
    [
      dateField('week_start', 'Week starting'),
      dateField('week_end', 'Week ending'),
      numberField('tokens', 'Tokens', TOKENS),
      statusField(),
    ],
    ['week_start'],
    weeks.map((week) => ({ ...week, tokens: week.total, status: weekStatus(week) })),
  );
}
