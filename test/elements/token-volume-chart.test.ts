import { expect } from '@open-wc/testing';
import { PACKAGE, WEEKS, chart, settled } from '../helpers/chart.js';
import { loadMessages } from '../../src/text/messages.js';

const NONE = {
  en: 'Tokens has no values yet.',
  de: 'Tokens: noch keine Werte.',
  fr: 'Tokens : pas encore de valeurs.',
  es: 'Tokens: todavía no hay valores.',
  zh: 'Tokens：尚无数值。',
  ar: 'Tokens: لا توجد قيم بعد.',
} as const;
const TAGS = ['token-volume-chart', 'lab-bands-chart', 'model-rank-chart', 'origin-trend-chart'] as const;

describe('a dataset of rows without a value', () => {
  const fields = [{ name: 'week', type: 'date' }, { name: 'lab', type: 'string' }, { name: 'tokens', type: 'number', title: 'Tokens' }];
  const data = { resources: [{ name: 'rows', schema: { fields }, data: WEEKS.map(({ week }) => ({ week, lab: 'Aster', tokens: null })) }] };
  for (const tag of TAGS) {
    for (const [locale, sentence] of Object.entries(NONE)) {
      it(`is said to have none by ${tag} in ${locale}`, async () => {
        await loadMessages(locale);
        const element = await settled(await chart(tag, { data, loading: 'eager' }, { locale, ...(tag === 'origin-trend-chart' && { measure: 'absolute' }) }));
        expect(element.shown?.figure.summary.replace(/[\u2066-\u2069]/g, '')).to.equal(sentence);
      });
    }
  }
});

describe('token-volume-chart', () => {
  const labels = async (rows: readonly object[], part: string): Promise<readonly { readonly text: string; readonly y: number; readonly size: number }[]> => {
    const element = await settled(await chart('token-volume-chart', { data: { ...PACKAGE, resources: [{ ...PACKAGE.resources[0], data: rows }] }, loading: 'eager' }, { locale: 'en', style: 'inline-size: 680px' }));
    return element.shown?.picture.marks.flatMap((mark) => (mark.shape === 'text' && mark.part === part ? [mark] : [])) ?? [];
  };

  it('of one row has one tick, its date with the year', async () => {
    expect((await labels(WEEKS.slice(0, 1), 'axis-x')).map(({ text }) => text)).to.deep.equal(['Jan 5, 2026']);
  });

  it('of two days has a tick a day, and no hours', async () => {
    expect((await labels([{ week: '2026-01-05', tokens: 1 }, { week: '2026-01-06', tokens: 2 }], 'axis-x')).map(({ text }) => text)).to.deep.equal(['Jan 5', 'Jan 6']);
  });

  it('writes the end date above the baseline, with its descenders, where the last value lies on it', async () => {
    const rows = WEEKS.map(({ week }) => ({ week, tokens: 0 }));
    const bottom = Math.max(...(await labels(rows, 'axis-y')).map(({ y, size }) => y + size * 0.4));
    const date = (await labels(rows, 'label')).find(({ text }) => text === 'Jan 26');
    expect(date).to.not.equal(undefined);
    expect((date?.y ?? 0) + (date?.size ?? 0) * 0.22).to.be.below(bottom);
  });
});
