import { mondays, weekEnd, weeksBetween } from './calendar.js';
import { ARCHIVE_LABS, ARCHIVE_ORIGINS, ORIGINS, WEIGHTS } from './labels.js';
import { monotoneCubic } from './monotone.js';
import { apportion, round, sum } from './numbers.js';

/** Said in `provenance.method` of every dataset that uses these weeks. */
export const WEEKLY_METHOD =
  'Weeks run from Monday to Sunday, UTC. 86 weeks are as archived. Two weeks, of 9 June and 14 July 2025, lack a day at ' +
  'the source; they are interpolated: a Fritsch–Carlson monotone cubic over the week number through the archived ' +
  'weeks, series by series, and shares are then scaled to add up to 100.';

/**
 * The archive as 88 weeks without a gap.
 *
 * @returns {{
 *   week_start: string, week_end: string,
 *   interpolated: boolean,
 *   total: number,                        trillion tokens, two decimals
 *   originShares: Record<string, number>, %, two decimals
 *   weightShares: Record<string, number>, %, two decimals
 *   labTokens: Record<string, number>,    trillion tokens, three decimals; xAI is not among them
 *   xaiShare: number,                     %, two decimals
 * }[]}
 */
export function weeklyArchive({ weekly, weeklyExtra }) {
  const first = weekly.weeks[0];
  const numbers = weekly.weeks.map((week) => weeksBetween(first, week));
  const at = (values, digits) => seriesAt(numbers, values, digits);

  const total = at(weekly.weekly_total_T, 2);
  const xai = at(weekly.vendor_share_pct['x-ai'], 2);
  const origins = ORIGINS.map((origin) => at(addColumns(weekly.origin_share_pct, ARCHIVE_ORIGINS[origin]), 2));
  const weights = [
    weeklyExtra.open_weights_share_v2_pct,
    weeklyExtra.proprietary_share_v2_pct,
    weekly.weights_share_pct['Nao identificado'],
  ].map((values) => at(values, 2));
  const labs = Object.entries(ARCHIVE_LABS).map(([lab, name]) => [lab, at(weekly.vendor_abs_T[name], 3)]);

  return mondays(first, weekly.weeks.at(-1)).map((week_start, number) => {
    const interpolated = !weekly.weeks.includes(week_start);
    const shares = (names, series) => {
      const values = series.map((read) => read(number));
      return Object.fromEntries(zip(names, interpolated ? apportion(100, values, 2) : values));
    };
    return {
      week_start,
      week_end: weekEnd(week_start),
      interpolated,
      total: total(number),
      originShares: shares(ORIGINS, origins),
      weightShares: shares(WEIGHTS, weights),
      labTokens: Object.fromEntries(labs.map(([lab, read]) => [lab, read(number)])),
      xaiShare: xai(number),
    };
  });
}

/** `reported` for a figure the archive holds, `derived` for one that is interpolated. */
export function weekStatus(week) {
  return week.interpolated ? 'derived' : 'reported';
}

/** A series as a function of the week number: the archived value, or the interpolated one rounded like its kind. */
function seriesAt(numbers, values, digits) {
  const curve = monotoneCubic(numbers, values);
  return (number) => {
    const known = numbers.indexOf(number);
    return known < 0 ? round(curve(number), digits) : values[known];
  };
}

function addColumns(table, columns) {
  const [first] = columns;
  return table[first].map((_, row) => round(sum(columns.map((column) => table[column][row])), 2));
}

function zip(names, values) {
  return names.map((name, index) => [name, values[index]]);
}

/** The five rows of one week. */
export function originRows(week) {
  return ORIGINS.map((origin) => {
    const share = week.originShares[origin];
    return {
      week_start: week.week_start,
      week_end: week.week_end,
      origin,
      share,
      tokens: round((share * week.total) / 100, 3),
      status: weekStatus(week),
    };
  });
}
