import { categoryField, dateField, numberField, shareField, statusField, textField, TOKENS } from './shared/fields.js';
import { numberOrNull } from './shared/csv.js';
import { fact } from './shared/inputs.js';
import { percentOf, round, sum } from './shared/numbers.js';
import {
  AS_OF, CC_BY, citeOpenRouter, CONTRIBUTORS, dataPackage, distinctSources, OPENROUTER_CAVEATS, SOURCES, table,
} from './shared/package.js';
import { originRows, weeklyArchive } from './shared/weekly.js';

const SIDES = ['China', 'US and Canada'];

export function originPress(inputs) {
  const press = inputs.press.map(pressRow);
  const printedWeeks = new Set(press.map(({ week_start }) => week_start));
  const weeks = weeklyArchive(inputs).filter(({ week_start }) => printedWeeks.has(week_start));
  const single = fact(inputs.otherFacts, 'F0084');
  return dataPackage({
    name: 'origin-press',
    title: 'China and the US in the press, and over all models',
    description: 'Weekly totals printed in the press, which count nine models, beside the totals of all models in the same weeks.',
    licenses: CC_BY,
    sources: [...distinctSources(inputs.press), SOURCES.rankings, SOURCES.modelseason],
    contributors: [CONTRIBUTORS.openRouter, CONTRIBUTORS.modelseason],
    provenance: {
      asOf: AS_OF.weekly,
      status: 'reported',
      base: "press: the nine models of OpenRouter's public weekly chart; all-models: all public models",
      method:
        'Press figures as printed. Where the press prints an open-ended figure ("nearly", "just over") tokens is null and ' +
        'min or max holds the bound. All models: tokens = archived share × archived total of the week, three decimals.',
      citation: citeOpenRouter(AS_OF.weekly),
      caveats: [
        coverage(press, weeks),
        'The press says US; the archive puts the US and Canada together.',
        'That the press counts the nine models of the chart is shown for the weeks of 30 March and 4 May 2026, and taken ' +
          'over for the two before.',
        `A fifth week is printed for China alone: ${single.value} trillion in 18–24 May 2026 (${single.source_title}).`,
        '"18 against 5.5 trillion", often quoted in June 2026, is left out: no week is stated, and no week fits.',
        ...OPENROUTER_CAVEATS,
      ],
    },
    resources: [
      table(
        'press',
        'Printed in the press',
        [
          dateField('week_start', 'Week starting'),
          dateField('week_end', 'Week ending'),
          categoryField('origin', 'Model origin', SIDES),
          numberField('tokens', 'Tokens of nine models', TOKENS),
          numberField('min', 'At least', TOKENS),
          numberField('max', 'At most', TOKENS),
          textField('printed', 'As printed'),
          textField('source', 'Source', { format: 'uri' }),
          statusField(),
        ],
        ['week_start', 'origin'],
        press,
      ),
      table(
        'all-models',
        'All models in the same weeks',
        [
          dateField('week_start', 'Week starting'),
          dateField('week_end', 'Week ending'),
          categoryField('origin', 'Model origin', SIDES),
          numberField('tokens', 'Tokens of all models', TOKENS),
          shareField('share', 'Share of all tokens'),
          statusField(),
        ],
        ['week_start', 'origin'],
        weeks
          .flatMap(originRows)
          .filter(({ origin }) => SIDES.includes(origin))
          .map((row) => ({ ...row, status: 'derived' })),
      ),
    ],
  });
}

/** The printed pairs as origin-trend lays them over: with the share each side has of the two. */
export function pressPairs(inputs) {
  const rows = inputs.press.map(pressRow);
  return rows.map(({ week_start, origin, tokens, min, max, printed, status }) => {
    const pair = rows.filter((row) => row.week_start === week_start);
    const open = pair.length !== SIDES.length || pair.some((row) => row.tokens === null);
    return { week_start, origin, share: open ? null : round(percentOf(tokens, sum(pair.map((row) => row.tokens))), 2), tokens, min, max, printed, status };
  });
}

/** The sources of the printed pairs. */
export const pressSources = (inputs) => distinctSources(inputs.press);

/** A bound is printed in place of a figure: the figure is then unknown. */
function pressRow({ week_start, week_end, origin, tokens, bound, printed, source_url }) {
  const value = numberOrNull(tokens);
  return {
    week_start,
    week_end,
    origin,
    tokens: bound === '' ? value : null,
    min: bound === 'min' ? value : null,
    max: bound === 'max' ? value : null,
    printed,
    source: source_url,
    status: 'reported',
  };
}

/** What part of all tokens the printed pairs stand for; a pair with an open-ended figure has no sum. */
function coverage(press, weeks) {
  const parts = weeks.flatMap(({ week_start, total }) => {
    const pair = press.filter((row) => row.week_start === week_start).map(({ tokens }) => tokens);
    return pair.includes(null) ? [] : [`${percentOf(sum(pair), total).toFixed(1)}% in the week of ${week_start}`];
  });
  return `The nine models carry only a part of all tokens: ${parts.join(', ')}.`;
}
