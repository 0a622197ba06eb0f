import { statusField, textField } from './shared/fields.js';
import { dataPackage, distinctSources, table } from './shared/package.js';
import { weeklyArchive } from './shared/weekly.js';

/** Printed with a range that the archive does not bear out, and so recomputed. */
const RECOMPUTED = 'F1742';

export function caveats(inputs) {
  return dataPackage({
    name: 'caveats',
    title: 'What the figures cannot show',
    description: 'Limits and objections reported by others, in our words.',
    sources: distinctSources(inputs.caveats),
    provenance: {
      asOf: '2026-11-22',
      status: 'reported',
      base: 'documentation, archives and discussions of OpenRouter figures, 2025-12 to 2026-10',
      method:
        'Paraphrased, one a row. The text on anonymous models is recomputed: smallest and largest share of Unidentified ' +
        'over the weeks of origin-trend.',
      citation: 'The source of each row.',
      caveats: ['Objections are reported, not judged; several come from unnamed commenters.'],
    },
    resources: [
      table(
        'caveats',
        'Caveats',
        [
          textField('short', 'Caveat'),
          textField('text', 'In full'),
          textField('source', 'Source', { format: 'uri' }),
          textField('published', 'Published', { description: 'As printed; not always a full date.' }),
          statusField(),
        ],
        ['short'],
        inputs.caveats.map((row) => ({
          short: capitalise(row.short),
          text: row.fact === RECOMPUTED ? unidentifiedText(inputs) : `${capitalise(row.text)}.`,
          source: row.source_url,
          published: row.published,
          status: row.fact === RECOMPUTED ? 'derived' : 'reported',
        })),
      ),
    ],
  });
}

function unidentifiedText(inputs) {
  const weeks = weeklyArchive(inputs);
  const shares = weeks.map(({ originShares }) => originShares.Unidentified);
  const may = weeks.find(({ week_start }) => week_start === '2026-05-25').originShares.Unidentified;
  const [least, most, then] = [Math.min(...shares), Math.max(...shares), may].map((share) => share.toFixed(1));
  return (
    `Anonymous pre-release models and the models outside the daily fifty together carry ${least} to ${most}% of the tokens ` +
    `of a week (${then}% in the week of 25 May 2026); where they were made is not known at the time.`
  );
}

function capitalise(text) {
  return text[0].toUpperCase() + text.slice(1);
}
