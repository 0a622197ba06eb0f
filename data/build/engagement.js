import { numberOrNull } from './shared/csv.js';
import { statusField, textField, wholeNumberField } from './shared/fields.js';
import { dataPackage, distinctSources, table } from './shared/package.js';

export function engagement({ engagement: posts }) {
  return dataPackage({
    name: 'engagement',
    title: 'Views, likes and bookmarks of the posts on the chart',
    description: 'Counters printed beside each post on a social-news page, 7 June 2026.',
    sources: distinctSources(posts),
    provenance: {
      asOf: '2026-06-07',
      status: 'reported',
      base: 'the original post, and the posts shown before "Load more posts"',
      method: 'Counters as printed; K is a thousand, and such figures are rounded to a hundred. A counter not printed is null, not zero.',
      citation: 'Digg AI cluster, 7 June 2026 (digg.com/ai/slq9mt7p)',
      caveats: [
        'A part of the posts only, and of different ages (2 to 9 hours).',
        'Two posts have no author in what was read.',
        'The post of Rohan Paul also shows 3 retweets and 13 replies; no other post shows these.',
        'The page\'s own counters run together, "2041.3K253486282.1K", and cannot be told apart; they are left out.',
      ],
    },
    resources: [
      table(
        'engagement',
        'Posts',
        [
          textField('author', 'Author'),
          textField('about', 'In reply to, or about'),
          wholeNumberField('views', 'Views', 'views'),
          wholeNumberField('likes', 'Likes', 'likes'),
          wholeNumberField('bookmarks', 'Bookmarks', 'bookmarks'),
          wholeNumberField('age_hours', 'Age', 'hours'),
          textField('views_printed', 'Views as printed'),
          statusField(),
        ],
        ['author'],
        posts.map(({ author, about, age_hours, views, likes, bookmarks }) => ({
          author,
          about,
          views: countFrom(views),
          likes: numberOrNull(likes),
          bookmarks: numberOrNull(bookmarks),
          age_hours: numberOrNull(age_hours),
          views_printed: views,
          status: 'reported',
        })),
      ),
    ],
  });
}

/** A printed counter as a number: "718" is 718, "4.5K" is 4500. */
export function countFrom(printed) {
  const [, digits, thousands] = /^(\d+(?:\.\d)?)(K?)$/.exec(printed);
  return Math.round(Number(digits) * (thousands ? 1000 : 1));
}
