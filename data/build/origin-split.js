import { shareField, statusField, textField } from './shared/fields.js';
import { fact } from './shared/inputs.js';
import { dataPackage, SOURCES, table } from './shared/package.js';

/** The three parts as the article prints them, in its order. */
export const ARTICLE_PARTS = ['F0036', 'F0037', 'F0038'];

export function originSplit({ otherFacts }) {
  return dataPackage({
    name: 'origin-split',
    title: 'Representative open-router model-origin split',
    description: '% of usage signal',
    sources: [
      { title: 'xecon reconstruction from OpenRouter leaderboard', path: 'https://xecon.dev' },
      SOURCES.rankings,
    ],
    provenance: {
      asOf: '2026-05-29',
      status: 'representative',
      base: 'not stated by the article, which reconstructed the split from the public leaderboard of late May 2026',
      method: 'The three figures are copied as printed; nothing is recomputed.',
      citation: 'xecon reconstruction from OpenRouter leaderboard (xecon.dev, 29 May 2026)',
      caveats: [
        'No base that was tried gives 58, 28 and 14: not the largest 5 to 20 models, not the weeks of 22 or 25 May 2026, ' +
          'with open US models counted as other or not. The nearest, the largest 11 models of 25–31 May with open US ' +
          'models as other, gives 59.7, 27.9 and 12.5.',
        'The dataset origin-bases holds the split of that week on four bases that can be recomputed.',
        'Only traffic through OpenRouter: use bought from vendors or clouds directly is not in it.',
        'Origin is where a model was made, not where it is served or who calls it.',
      ],
    },
    resources: [
      table(
        'origin-split',
        'Parts',
        [textField('part', 'Model origin'), shareField('share', 'Share of usage signal'), statusField()],
        ['part'],
        articleParts(otherFacts),
      ),
    ],
  });
}

/** @returns {{part: string, share: number, status: string}[]} shares in % */
export function articleParts(otherFacts) {
  return ARTICLE_PARTS.map((id) => {
    const { what, value } = fact(otherFacts, id);
    return { part: what, share: Number(value), status: 'representative' };
  });
}
