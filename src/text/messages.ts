import type { LoadFault } from '../data/errors.js';
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
/** Failures are listed under the English words of their error: `expected a date`, `fault timeout`. */
type FailureKey = `expected ${string}` | `fault ${LoadFault}`;
/** Words of the data that charts say beside numbers: `unit tokens`. */
type UnitKey = `unit ${string}`;
export type DataKey = FailureKey | UnitKey;
/** The sentences of a language; what is missing is said in English. */
export type Messages = Readonly<Partial<Record<MessageKey | DataKey, Message>>>;
/** A language that lacks no sentence; failures and units may stay in English. */
export type CompleteMessages = Messages & Readonly<Record<MessageKey, Message>>;

/** Languages shipped, by primary subtag, loaded when a page first needs them. */
const SHIPPED: Readonly<Record<string, () => Promise<{ default: Messages }>>> = {
  ar: () => import('./messages/ar.js'),
  de: () => import('./messages/de.js'),
  es: () => import('./messages/es.js'),
  fr: () => import('./messages/fr.js'),
  zh: () => import('./messages/zh.js'),
};

const base: Partial<Record<MessageKey | DataKey, Message>> = { ...english };
const known = new Map<string, Messages>([['en', base]]);
/** Languages on their way; none where one is here, did not come or keeps readers waiting. */
const pending = new Map<string, Promise<void> | undefined>();
/** How long words are waited for, in milliseconds, before the chart speaks English until they come. */
const PATIENCE = 3000;
const listeners = new Set<(language: string) => void>();

/** Calls back with the language, in lower case, whenever sentences of one come, change or are no longer waited for. */
export const onMessages = (listener: (language: string) => void): unknown => listeners.add(listener);

function put(language: string, messages: Messages): void {
  if (language === 'en') Object.assign(base, messages);
  else known.set(language, messages);
  tell(language);
}
const tell = (language: string): void => listeners.forEach((listener) => listener(language));

/**
 * Adds or overrides sentences of a language (a BCP 47 tag such as `nl` or `de-AT`) for every chart on the page, drawn or
 * yet to come. What a site says wins over what is shipped, whichever comes first.
 */
export function addMessages(language: string, messages: Messages): void {
  const key = language.toLowerCase();
  put(key, { ...(key === 'en' ? {} : known.get(key)), ...messages });
}

export const primary = (locale: string): string => locale.toLowerCase().split('-')[0] ?? '';

/** The sentences for a locale as far as they are here: its own before its language's before English, late English too. */
export function messagesFor(locale: string): Messages {
  const exact = locale.toLowerCase();
  const own = [primary(locale), exact].map((key) => (key === 'en' ? undefined : known.get(key)));
  return Object.assign(Object.create(base) as typeof base, ...own) as Messages;
}

/** The language that sentences for a locale are in as far as they are here: its own, or English. */
export const languageOf = (locale: string): string => (known.has(locale.toLowerCase()) || known.has(primary(locale)) ? locale : 'en');

/** Adds English sentences that a part brings along; Words made before speak them too. */
export function addLate(messages: Messages): void {
  for (const [key, message] of Object.entries(messages)) base[key as MessageKey] ??= message;
}

/** Fetches a shipped language; nothing to wait for where it is here, is not shipped or keeps readers waiting. Where it does not arrive, English stays. */
export function loadMessages(locale: string): Promise<void> | undefined {
  const language = primary(locale);
  const load = Object.hasOwn(SHIPPED, language) ? SHIPPED[language] : undefined;
  if (!load || pending.has(language)) return pending.get(language);
  const promise = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    const proceed = (): void => resolve(clearTimeout(timer));
    load().then(({ default: messages }) => put(language, { ...messages, ...known.get(language) })).then(proceed, proceed);
  }).then(() => {
    pending.set(language, undefined);
    tell(language);
  });
  pending.set(language, promise);
  return promise;
}

/** The message with its slots filled; `n` chooses the plural form, `say` writes the values. */
export function fill(message: Message | undefined, values: Readonly<Record<string, string | number>>, plural: (n: number) => Intl.LDMLPluralRule, say: (value: string | number) => string = String): string {
  const text = typeof message === 'object' ? (message[plural(Number(values.n))] ?? message.other ?? '') : (message ?? '');
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => (Object.hasOwn(values, name) ? say(values[name] ?? '') : slot));
}
