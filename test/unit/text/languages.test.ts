import { expect } from '@open-wc/testing';
import { DataError, LoadError, FAULTS, type LoadFault } from '../../../src/data/errors.js';
import { digitsOf } from '../../../src/text/voice.js';
import { addMessages, loadMessages, messagesFor, onMessages, type Message, type Messages } from '../../../src/text/messages.js';
import ar from '../../../src/text/messages/ar.js';
import de from '../../../src/text/messages/de.js';
import english from '../../../src/text/messages/en.js';
import englishArticle from '../../../src/text/messages/en-article.js';
import englishBands from '../../../src/text/messages/en-bands.js';
import englishParts from '../../../src/text/messages/en-parts.js';
import englishPrice from '../../../src/text/messages/en-price.js';
import englishRank from '../../../src/text/messages/en-rank.js';
import englishSentiment from '../../../src/text/messages/en-sentiment.js';
import englishTime from '../../../src/text/messages/en-time.js';
import englishClaim from '../../../src/text/messages/en-claim.js';
import englishLate from '../../../src/text/messages/en-late.js';
import es from '../../../src/text/messages/es.js';
import fr from '../../../src/text/messages/fr.js';
import zh from '../../../src/text/messages/zh.js';
import { Words } from '../../../src/text/words.js';

const ENGLISH: Readonly<Record<string, Message>> = { ...english, ...englishLate, ...englishArticle, ...englishClaim, ...englishBands, ...englishParts, ...englishPrice, ...englishRank, ...englishSentiment, ...englishTime };
const LANGUAGES: Readonly<Record<string, Readonly<Record<string, Message>>>> = { ar, de, es, fr, zh };

const forms = (message: Message): Readonly<Record<string, string>> => (typeof message === 'string' ? { other: message } : message);
const slots = (text: string): readonly string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();
/** The plural categories that counts of things fall into; a million and more is not counted one by one. */
const categories = (language: string): readonly string[] => {
  const rules = new Intl.PluralRules(language);
  return [...new Set(Array.from({ length: 1001 }, (_, n) => rules.select(n)))].sort();
};
const isDataKey = (key: string): boolean => /^(expected|fault|unit) /.test(key);

for (const [language, messages] of Object.entries(LANGUAGES)) {
  describe(`the sentences of "${language}"`, () => {
    it('are those of English, no more and no fewer', () => {
      expect(Object.keys(messages).filter((key) => !isDataKey(key)).sort()).to.deep.equal(Object.keys(ENGLISH).sort());
    });

    it('are none of them empty, and end as the English ones do', () => {
      for (const [key, message] of Object.entries(messages)) {
        for (const text of Object.values(forms(message))) {
          expect(text.trim(), key).to.not.equal('');
          if (isDataKey(key)) continue;
          const [own, other] = [text, forms(ENGLISH[key] ?? '').other ?? ''].map((each) => /[.。]$/.test(each));
          expect(own, `${key} ends with a full stop`).to.equal(other);
        }
      }
    });

    it('have the slots of the English ones; a form for one or two may leave the number out', () => {
      for (const [key, message] of Object.entries(ENGLISH)) {
        const all = new Set(Object.values(forms(message)).flatMap(slots));
        const own = forms(messages[key] ?? '');
        expect(slots(own.other ?? ''), key).to.deep.equal(slots(forms(message).other ?? ''));
        for (const [category, text] of Object.entries(own)) {
          for (const slot of slots(text)) expect([...all], `${key}, ${category}`).to.contain(slot);
          if (category === 'few' || category === 'many') expect(slots(text), `${key}, ${category}`).to.deep.equal(slots(own.other ?? ''));
        }
      }
    });

    it('have each plural category that its counts need, where English has more than one', () => {
      for (const [key, message] of Object.entries(ENGLISH)) {
        const own = messages[key];
        if (typeof message === 'object') expect(Object.keys(typeof own === 'object' ? own : {}).sort(), key).to.deep.equal(categories(language));
        else expect(typeof own, key).to.equal('string');
      }
    });

    it('have a sentence for each fault, with its detail where English has it', () => {
      for (const [fault, text] of Object.entries(FAULTS)) expect(slots(forms(messages[`fault ${fault}`] ?? '').other ?? ''), fault).to.deep.equal(slots(text));
    });

    it('translate the same expectations and units as every other language', () => {
      expect(Object.keys(messages).filter(isDataKey).sort()).to.deep.equal(Object.keys(de).filter(isDataKey).sort());
    });

    it('carry no control of text direction', () => {
      expect(JSON.stringify(messages)).to.not.match(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    });
  });

  describe(`Words in "${language}"`, () => {
    before(async () => {
      await loadMessages(language);
    });

    it('say a data error in that language', () => {
      const words = new Words(language, 'UTC');
      const said = words.failure(new DataError('week', 'a date', '"n/a"'));
      expect(said).to.contain(messages['expected a date']);
      expect(said).to.contain('week');
      expect(said).to.contain('"n/a"');
      expect(said).to.not.contain('expected');
    });

    it('say a failure to load in that language, with its number', () => {
      const words = new Words(language, 'UTC');
      for (const fault of Object.keys(FAULTS) as LoadFault[]) {
        const error = new LoadError(fault, 1234567);
        expect(words.failure(error), fault).to.not.equal(error.message);
        expect(words.failure(error), fault).to.not.contain('{');
      }
      expect(words.failure(new LoadError('size', 1234567))).to.contain(new Intl.NumberFormat(digitsOf(language)).format(1234567));
    });

    it('leave an error of another kind in its own words', () => {
      expect(new Words(language, 'UTC').failure(new DataError('x', 'something unheard of', '1'))).to.equal('x: expected something unheard of, found 1');
    });

    it('write numbers that a sentence is given as that language does', () => {
      const words = new Words(language, 'UTC');
      expect(words.say('noteMore', { n: 12345 })).to.contain(new Intl.NumberFormat(digitsOf(language)).format(12345));
    });

    it('name the unit', () => {
      const unit = new Words(language, 'UTC').unit('trillion tokens');
      expect(unit).to.deep.equal({ factor: 1e12, noun: messages['unit tokens'], kind: 'plain' });
    });
  });
}

describe('Words between languages', () => {
  it('a region speaks its language: de-AT, zh-Hans-CN', async () => {
    for (const locale of ['de-AT', 'zh-Hans-CN']) await loadMessages(locale);
    expect(new Words('de-AT', 'UTC').say('table')).to.equal(de.table);
    expect(new Words('zh-Hans-CN', 'UTC').say('table')).to.equal(zh.table);
  });

  it('loadMessages of a language that is not shipped has nothing to wait for', () => {
    expect(loadMessages('nl')).to.equal(undefined);
    expect(loadMessages('')).to.equal(undefined);
    expect(loadMessages('constructor')).to.equal(undefined);
  });

  it('Arabic sets names in Latin letters apart, and nothing else', async () => {
    await loadMessages('ar');
    const words = new Words('ar', 'UTC');
    expect(words.say('summary.more', { name: 'DeepSeek V4' })).to.contain('\u2068DeepSeek V4\u2069');
    expect(words.say('summary.more', { name: 'الصين' })).to.not.contain('\u2068');
    expect(new Words('de', 'UTC').say('summary.more', { name: 'DeepSeek V4' })).to.not.contain('\u2068');
  });

  it('Arabic counts by its six plural forms', async () => {
    await loadMessages('ar');
    const words = new Words('ar', 'UTC');
    const said = [0, 1, 2, 3, 11, 100].map((n) => words.say('restAlone', { n }));
    expect(new Set(said).size).to.equal(6);
  });

  it('lists in Chinese have marks between their names', () => {
    expect(new Words('zh', 'UTC').list(['A', 'B', 'C'])).to.equal('A、B和C');
  });

  it('a sentence that a site adds wins over the shipped one, whichever comes first', async () => {
    addMessages('es', { downloadCSV: 'valores CSV' });
    await loadMessages('es');
    expect(messagesFor('es').downloadCSV).to.equal('valores CSV');
    addMessages('es', { downloadCSV: es.downloadCSV });
    expect(messagesFor('es-MX').downloadCSV).to.equal(es.downloadCSV);
  });

  it('English that comes late is spoken by Words made before in a language that has none', () => {
    const words = new Words('qac', 'UTC');
    const added = { caveats: 'late' } as const satisfies Messages;
    const before = messagesFor('en').caveats;
    addMessages('en', added);
    expect(words.say('caveats')).to.equal('late');
    addMessages('en', { caveats: before ?? englishLate.caveats });
  });

  it('onMessages tells which language changed', () => {
    const told: string[] = [];
    onMessages((language) => told.push(language));
    addMessages('QAD-XX', { chart: 'x' });
    expect(told).to.deep.equal(['qad-xx']);
  });
});
