import english from './messages/en.js';
import type articleEnglish from './messages/en-article.js';
import type bandsEnglish from './messages/en-bands.js';
import type claimEnglish from './messages/en-claim.js';
import type lateEnglish from './messages/en-late.js';
import type partsEnglish from './messages/en-parts.js';
import type priceEnglish from './messages/en-price.js';
import type rankEnglish from './messages/en-rank.js';
import type sentimentEnglish from './messages/en-sentiment.js';
import type timeEnglish from './messages/en-time.js';

type English = typeof english & typeof articleEnglish & typeof bandsEnglish & typeof claimEnglish & typeof lateEnglish & typeof partsEnglish & typeof priceEnglish & typeof rankEnglish & typeof sentimentEnglish & typeof timeEnglish;
export type MessageKey = keyof English;
/** A sentence with `{name}` slots, or one for each plural category of the value `n`. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
/** The sentences of a language; what is missing is said in English. */
export type Messages = Readonly<Partial<Record<MessageKey, Message>>>;

/** Languages shipped, loaded when a page first needs them. */
const SHIPPED: Readonly<Record<string, () => Promise<{ default: Messages }>>> = {};

const base: Partial<Record<MessageKey, Message>> = { ...english };
const known = new Map<string, Messages>([['en', base]]);
const pending = new Map<string, Promise<void>>();

/**
 * Adds or overrides sentences of a language (a BCP 47 tag such as `nl` or `de-AT`) for every chart on the page.
 * Charts drawn before take them up at their next update.
 */
export function addMessages(language: string, messages: Messages): void {
  const key = language.toLowerCase();
  if (key === 'en') Object.assign(base, messages);
  else known.set(key, { ...known.get(key), ...messages });
}

const primary = (locale: string): string => locale.toLowerCase().split('-')[0] ?? '';

/** The sentences for a locale as far as they are here: its own before its language's before English. */
export function messagesFor(locale: string): Messages {
  const exact = locale.toLowerCase() === 'en' ? undefined : known.get(locale.toLowerCase());
  const language = known.get(primary(locale));
  // English by inheritance, so that what a late part brings along is heard too
  return language === base && !exact ? base : Object.assign(Object.create(base) as Messages, language === base ? {} : language, exact);
}

/** Adds English sentences that a part brings along; Words made before speak them too. */
export function addLate(messages: Messages): void {
  for (const [key, message] of Object.entries(messages)) base[key as MessageKey] ??= message;
}

/** Fetches a shipped language. Resolves at once where it is here already or is not shipped. */
export function loadMessages(locale: string): Promise<void> | undefined {
  const language = primary(locale);
  const load = SHIPPED[language];
  if (!load || known.has(`${language}:loaded`)) return undefined;
  let promise = pending.get(language);
  if (!promise) {
    promise = load().then(({ default: messages }) => {
      known.set(language, { ...messages, ...known.get(language) });
      known.set(`${language}:loaded`, {});
    });
    pending.set(language, promise);
  }
  return promise;
}

/** The message with its slots filled; `n` chooses the plural form. */
export function fill(message: Message | undefined, values: Readonly<Record<string, string | number>>, plural: (n: number) => Intl.LDMLPluralRule): string {
  const text = typeof message === 'object' ? (message[plural(Number(values.n))] ?? message.other ?? '') : (message ?? '');
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : slot));
}
