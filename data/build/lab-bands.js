import { categoryField, dateField, numberField, shareField, statusField, TOKENS } from './shared/fields.js';
import { ARCHIVE_LABS, ORIGINS, originOf, WEIGHTS } from './shared/labels.js';
import { apportion, sum } from './shared/numbers.js';
import {
  ALL_MODELS, AS_OF, CC_BY, citeOpenRouter, CONTRIBUTORS, dataPackage, OPENROUTER_CAVEATS, SOURCES, table,
} from './shared/package.js';
import { WEEKLY_METHOD, weekStatus, weeklyArchive } from './shared/weekly.js';

const NAMED = Object.keys(ARCHIVE_LABS);

/** Bands and the origin each belongs to, in the order of stacking. */
const BANDS = [
  ...NAMED.filter((lab) => originOf(lab) === 'China').map((lab) => [lab, 'China']),
  ['Other Chinese labs', 'China'],
  ...NAMED.filter((lab) => originOf(lab) === 'US and Canada').map((lab) => [lab, 'US and Canada']),
  ['xAI', 'US and Canada'],
  ['Other US and Canadian labs', 'US and Canada'],
  ['Europe', 'Europe'],
  ['Korea and others', 'Other'],
  ['Unidentified', 'Unidentified'],
];

export function labBands(inputs) {
  const weeks = weeklyArchive(inputs);
  return dataPackage({
    name: 'lab-bands',
    title: 'Tokens through OpenRouter by lab, origin and weights',
    description: 'Trillions of tokens a week, January 2025 to September 2026. The same tokens cut by lab, by origin or by weights.',
    licenses: CC_BY,
    sources: [SOURCES.rankings, SOURCES.modelseason],
    contributors: [CONTRIBUTORS.openRouter, CONTRIBUTORS.modelseason],
    provenance: {
      asOf: AS_OF.weekly,
      status: 'reported',
      base: ALL_MODELS,
      method:
        'Tokens of eight labs as archived. xAI = archived share × total of the week. Other Chinese labs, and other US and ' +
        "Canadian labs = origin's share ÷ sum of the five shares × total − the labs named. Europe, Korea and others, " +
        'Unidentified = share ÷ sum of shares × total. By weights: share ÷ sum of the three shares × total, with the ' +
        "archive's second set of labels. Derived tokens are rounded to three decimals by largest remainder, so that each " +
        `cut of a week adds up to the week's total exactly. ${WEEKLY_METHOD}`,
      citation: citeOpenRouter(AS_OF.weekly),
      caveats: [
        'Moonshot (Kimi), Qwen and StepFun are in Other Chinese labs, NVIDIA and Meta in Other US and Canadian labs: the ' +
          'archive does not give them by week.',
        'No remainder is negative in any week, so none had to be cut to zero.',
        "The archive's two sets of labels for weights differ by up to 20 points in summer 2026 (Xiaomi's models); the " +
          'second, corrected set is used.',
        'Unidentified is anonymous models and the models outside the daily fifty.',
        ...OPENROUTER_CAVEATS,
      ],
    },
    resources: [
      table(
        'labs',
        'Weeks by lab and origin',
        [
          dateField('week_start', 'Week starting'),
          categoryField('lab', 'Lab', BANDS.map(([lab]) => lab)),
          categoryField('origin', 'Model origin', ORIGINS),
          numberField('tokens', 'Tokens', TOKENS),
          statusField(),
        ],
        ['week_start', 'lab'],
        weeks.flatMap(labRows),
      ),
      table(
        'weights',
        'Weeks by weights',
        [
          dateField('week_start', 'Week starting'),
          categoryField('weights', 'Weights', WEIGHTS),
          numberField('tokens', 'Tokens', TOKENS),
          shareField('share', 'Share of tokens'),
          statusField(),
        ],
        ['week_start', 'weights'],
        weeks.flatMap(weightRows),
      ),
    ],
  });
}

function labRows(week) {
  const derived = derivedBands(week);
  return BANDS.map(([lab, origin]) => {
    const archived = week.labTokens[lab];
    return {
      week_start: week.week_start,
      lab,
      origin,
      tokens: archived ?? derived.get(lab),
      status: archived === undefined ? 'derived' : weekStatus(week),
    };
  });
}

/** @returns {Map<string, number>} trillion tokens of the bands the archive does not hold */
function derivedBands({ week_start, total, originShares, labTokens, xaiShare }) {
  const shares = sum(Object.values(originShares));
  const ofOrigin = (origin) => (originShares[origin] / shares) * total;
  const named = (origin) => sum(NAMED.filter((lab) => originOf(lab) === origin).map((lab) => labTokens[lab]));
  const xai = (xaiShare / 100) * total;
  const bands = [
    ['Other Chinese labs', ofOrigin('China') - named('China')],
    ['xAI', xai],
    ['Other US and Canadian labs', ofOrigin('US and Canada') - named('US and Canada') - xai],
    ['Europe', ofOrigin('Europe')],
    ['Korea and others', ofOrigin('Other')],
    ['Unidentified', ofOrigin('Unidentified')],
  ];
  const negative = bands.find(([, tokens]) => tokens < 0);
  if (negative) throw new Error(`"${negative[0]}" is negative in the week of ${week_start}: ${negative[1]}`);
  const rest = total - sum(NAMED.map((lab) => labTokens[lab]));
  const parts = apportion(rest, bands.map(([, tokens]) => tokens), 3);
  return new Map(bands.map(([lab], index) => [lab, parts[index]]));
}

function weightRows({ week_start, total, weightShares }) {
  const parts = apportion(total, WEIGHTS.map((weights) => weightShares[weights]), 3);
  return WEIGHTS.map((weights, index) => ({
    week_start,
    weights,
    tokens: parts[index],
    share: weightShares[weights],
    status: 'derived',
  }));
}
