import { readFileSync } from 'node:fs';
import { parseCsv } from './csv.js';

/**
 * Reads every input once. Tables of facts come as rows of text, as written in their CSV; see
 * `inputs/ORIGIN_AND_LICENCE.md` for what each holds.
 *
 * @param {URL} folder ends in a slash
 */
export function readInputs(folder) {
  const text = (name) => readFileSync(new URL(name, folder), 'utf8');
  const json = (name) => JSON.parse(text(name));
  const csv = (name) => parseCsv(text(name));
  return {
    weekly: json('openrouter_weekly_modelseason.json'),
    weeklyExtra: json('openrouter_weekly_modelseason_extra.json'),
    daily: json('openrouter_daily_2026-05-25_31_top.json'),
    monthly: csv('openrouter_monthly_facets.csv'),
    models: csv('models.csv'),
    modelRanks: csv('model-ranks.csv'),
    prices: csv('prices.csv'),
    press: csv('press.csv'),
    sentiment: csv('sentiment.csv'),
    engagement: csv('engagement.csv'),
    caveats: csv('caveats.csv'),
    otherFacts: csv('other-facts.csv'),
  };
}

/** The row of a table of facts that holds the fact; throws where it is missing, so that no number is invented. */
export function fact(rows, id) {
  const row = rows.find((candidate) => candidate.fact === id);
  if (!row) throw new Error(`no input holds the fact ${id}`);
  return row;
}
