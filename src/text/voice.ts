import { DataError, LoadError } from '../data/errors.js';
import { fill, languageOf, messagesFor, primary, type DataKey, type MessageKey } from './messages.js';

/** Languages written from the right, by primary subtag. */
export const FROM_RIGHT: ReadonlySet<string> = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The sentences of one language: all that is said before there is data. Formats are made when first needed: the first costs a page 12 ms. */
export class Voice {
  readonly locale: string;
  readonly timeZone: string;
  /** What the sentences are in, for whoever reads them aloud: `locale`, or `en` where that has none. Numbers and dates stay the locale's. */
  readonly language: string;
  readonly #messages: ReturnType<typeof messagesFor>;
  /** Names in Latin letters are then set apart (FSI, PDI), or they would turn the order of the sentence around them. */
  protected readonly fromRight: boolean;
  readonly #numbers = new Map<string, Intl.NumberFormat>();
  #plural: Intl.PluralRules | undefined;

  /** `locale` is a BCP 47 tag, `timeZone` an IANA name; what the engine does not know becomes `en` and UTC. */
  constructor(locale: string, timeZone: string) {
    this.locale = supported(locale);
    this.timeZone = timeZone;
    this.language = languageOf(this.locale);
    this.#messages = messagesFor(this.locale);
    this.fromRight = FROM_RIGHT.has(primary(this.locale));
  }

  say(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
    return this.fill(key, values);
  }
  /** A sentence under a key of the data's; '' where the language has none. */
  protected fill(key: MessageKey | DataKey, values: Readonly<Record<string, string | number>>): string {
    return fill(
      this.#messages[key],
      values,
      (n) => (this.#plural ??= new Intl.PluralRules(this.locale)).select(n),
      (value) => (typeof value === 'number' ? this.number(value) : this.fromRight && /[A-Za-z]/.test(value) ? `\u2068${value}\u2069` : value),
    );
  }

  number(value: number, options: Intl.NumberFormatOptions = {}): string {
    const key = Object.entries(options).join();
    let format = this.#numbers.get(key);
    if (!format) this.#numbers.set(key, (format = new Intl.NumberFormat(digitsOf(this.locale), options)));
    return format.format(value);
  }

  /** A failure as a sentence: of this language where it has one, else the error's own English. */
  failure(error: Error): string {
    if (error instanceof DataError) {
      const expected = this.fill(`expected ${error.expected}`, {});
      return expected ? this.say('dataFault', { place: error.place, expected, found: error.found }) : error.message;
    }
    if (error instanceof LoadError) return this.fill(`fault ${error.fault}`, { detail: this.number(error.detail, { useGrouping: error.fault === 'size' }) }) || error.message;
    return error.message;
  }
}

/** The tag for Intl: which digits Arabic without a country has, engines answer by their age; newer ones say Latin. */
export const digitsOf = (locale: string): string => (/^ar(-001)?$/.test(locale) ? `${locale}-u-nu-latn` : locale);

function supported(locale: string): string {
  try {
    return Intl.PluralRules.supportedLocalesOf(locale)[0] ?? 'en'; // a number format's asks an engine to read all its languages
  } catch {
    return 'en'; // not a language tag
  }
}
