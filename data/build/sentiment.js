import { numberOrNull } from './shared/csv.js';
import { categoryField, shareField, statusField, wholeNumberField } from './shared/fields.js';
import { fact } from './shared/inputs.js';
import { dataPackage, distinctSources, table } from './shared/package.js';

export function sentiment({ sentiment: facts }) {
  const comments = numberOrNull(fact(facts, 'F1752').value);
  const row = (label, id) => {
    const share = numberOrNull(fact(facts, id).value);
    return { label, share, count: countBehind(share, comments), count_status: 'derived', status: 'reported' };
  };
  return dataPackage({
    name: 'sentiment',
    title: 'Tone of the comments on the chart',
    description: `Share of ${comments} comments on a social-news page, 7 June 2026.`,
    sources: distinctSources(facts),
    provenance: {
      asOf: '2026-06-07',
      status: 'reported',
      base: `${comments} comments that the page classified`,
      method:
        'Shares as printed. Counts are derived: for each share exactly one whole number of the 22 comments gives it when ' +
        'rounded to one decimal, 5 of 22 and 17 of 22.',
      citation: 'Digg AI cluster, 7 June 2026 (digg.com/ai/slq9mt7p)',
      caveats: [
        'With 22 comments one comment is 4.5 percentage points.',
        'The page classifies by machine; how is not stated.',
        'It is the tone of the comments, not support for a country or a model.',
      ],
    },
    resources: [
      table(
        'sentiment',
        'Comments',
        [
          categoryField('label', 'Tone', ['Positive', 'Negative']),
          shareField('share', 'Share of comments'),
          wholeNumberField('count', 'Comments', 'comments'),
          statusField('count_status', 'Status of the count'),
          statusField(),
        ],
        ['label'],
        [row('Positive', 'F1750'), row('Negative', 'F1751')],
      ),
    ],
  });
}

/** The only whole number of `total` that is `share` percent to one decimal; throws where there is none or several. */
export function countBehind(share, total) {
  const fits = Array.from({ length: total + 1 }, (_, count) => count).filter(
    (count) => ((100 * count) / total).toFixed(1) === share.toFixed(1),
  );
  if (fits.length !== 1) throw new Error(`${fits.length} counts of ${total} give ${share}%`);
  return fits[0];
}
