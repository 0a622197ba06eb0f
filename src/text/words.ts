import { englishDate, englishNumber, isEnglish } from './english.js';
import { primary } from './messages.js';
import { Voice, digitsOf } from './voice.js';

/** What a field's unit says: `trillion tokens` is 10¹² times `tokens`, `US dollars per million tokens` a price. */
export interface Unit {
  /** What one unit of the data stands for, as a power the language has a word for; 1 where there is none. */
  readonly factor: number;
  /** The rest of the unit, as written in the data. */
  readonly noun: string;
  readonly kind: 'percent' | 'money' | 'plain';
}

const FACTORS = new Map([['thousand', 1e3], ['million', 1e6], ['billion', 1e9], ['trillion', 1e12], ['quadrillion', 1e15]]);

export function unitOf(unit: string): Unit {
  const text = unit.trim();
  if (text.startsWith('%')) return { factor: 1, noun: text.slice(1).trim(), kind: 'percent' };
  const money = /^(US dollars?|USD|\$)\s*/i.exec(text);
  if (money) return { factor: 1, noun: text.slice(money[0].length), kind: 'money' };
  const [first = '', ...rest] = text.split(' ');
  const factor = FACTORS.get(first.toLowerCase());
  return factor ? { factor, noun: rest.join(' '), kind: 'plain' } : { factor: 1, noun: text, kind: 'plain' };
}

/** How much time lies between neighbouring points; '' where it is not regular. */
export type Period = 'day' | 'week' | 'month' | 'year' | '';

const DAY = 86_400_000;

/** The period that most neighbouring dates are apart. */
export function periodOf(x: Float64Array): Period {
  if (x.length < 2) return '';
  // gaps of a few points are common; the smallest of the first fifty steps is the rhythm
  let step = Infinity;
  for (let i = 1; i < Math.min(x.length, 50); i++) step = Math.min(step, (x[i] ?? 0) - (x[i - 1] ?? 0));
  const days = step / DAY;
  return days === 1 ? 'day' : days === 7 ? 'week' : days >= 28 && days <= 31 ? 'month' : days >= 365 && days <= 366 ? 'year' : '';
}

export type DateStyle = 'full' | 'long' | 'month' | 'monthShort' | 'year' | 'monthYear' | 'dayShort' | 'time';

const DATE_STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  full: { year: 'numeric', month: 'short', day: 'numeric' },
  long: { year: 'numeric', month: 'long', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  monthShort: { month: 'short' },
  year: { year: 'numeric' },
  monthYear: { month: 'short', year: '2-digit' },
  dayShort: { month: 'short', day: 'numeric' },
  time: { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
};

/** Numbers, dates and sentences in one language and time zone. */
export class Words extends Voice {
  readonly #dates = new Map<DateStyle, Intl.DateTimeFormat>();
  readonly #isEnglish = isEnglish(this.locale);
  #list: Intl.ListFormat | undefined;

  override number(value: number, options: Intl.NumberFormatOptions = {}): string {
    return (this.#isEnglish && englishNumber(value, options)) || super.number(value, options);
  }

  /** A time in milliseconds since 1970-01-01T00:00Z. */
  date(time: number, style: DateStyle): string {
    const options = DATE_STYLES[style];
    const english = this.#isEnglish && this.timeZone === 'UTC' && englishDate(time, options);
    if (english) return english;
    let format = this.#dates.get(style);
    if (!format) {
      try {
        format = new Intl.DateTimeFormat(digitsOf(this.locale), { ...options, timeZone: this.timeZone });
      } catch {
        format = new Intl.DateTimeFormat(digitsOf(this.locale), { ...options, timeZone: 'UTC' }); // a zone this engine does not know
      }
      this.#dates.set(style, format);
    }
    return format.format(time);
  }

  /** A point in time, said as its period: `Week of May 25, 2026`, `May 2026`, `2026`. */
  moment(time: number, period: Period): string {
    if (period === 'week') return this.say('weekOf', { date: this.date(time, 'full') });
    return this.date(time, period === 'month' ? 'month' : period === 'year' ? 'year' : time % DAY === 0 ? 'full' : 'time');
  }

  /** A value with its unit's word but not its noun: `31.81 trillion`, `58%`, `$0.14`. */
  value(value: number, unit: Unit): string {
    if (unit.kind === 'percent') return this.percent(value);
    if (unit.kind === 'money') return this.number(value, { style: 'currency', currency: 'USD', minimumFractionDigits: value % 1 === 0 ? 0 : 2, maximumFractionDigits: 3 });
    if (unit.factor === 1) return this.number(value, { maximumFractionDigits: Math.abs(value) < 1 ? 4 : 2 });
    return this.number(value * unit.factor, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 });
  }

  /** The same, as short as the language has it, for labels on the plot: `31.8T`, `58%`. */
  short(value: number, unit: Unit): string {
    if (unit.kind === 'percent') return this.percent(value, 0);
    if (unit.kind === 'money') return this.value(value, unit);
    return this.number(value * unit.factor, { notation: 'compact', maximumSignificantDigits: 3 });
  }

  /** A share given in percent: `44.9%`. */
  percent(value: number, digits = 1): string {
    return this.number(value / 100, { style: 'percent', maximumFractionDigits: digits });
  }

  /** A ratio's change: `up 33%`, `down 4.5%`, `unchanged`; '' where there is nothing to compare with. */
  change(value: number, before: number): string {
    const ratio = value / before - 1;
    if (!Number.isFinite(ratio)) return '';
    const digits = Math.abs(ratio) < 0.1 ? 1 : 0;
    const percent = this.number(Math.abs(ratio), { style: 'percent', maximumFractionDigits: digits });
    if (Math.abs(ratio) < 0.0005) return this.say('same');
    return this.say(ratio > 0 ? 'up' : 'down', { percent });
  }

  /** What is not '' in one line, with this language's commas. */
  line(parts: readonly (string | undefined)[]): string {
    return parts.filter(Boolean).join(this.say('comma'));
  }

  /** A field's unit, its noun in this language where that has a word for it. */
  unit(text: string): Unit {
    const unit = unitOf(text);
    return { ...unit, noun: this.fill(`unit ${unit.noun}`, {}) || unit.noun };
  }

  /** Names and values as one list: `China 58%, Other 14%`. Of more than nine, eight and how many more there are. */
  list(items: readonly string[]): string {
    if (items.length > 9) return this.line([this.list(items.slice(0, 8)), this.say('rest', { n: items.length - 8 })]);
    if (this.#isEnglish) return items.join(', ');
    // Chinese has no units in a row without a mark between them, but it has them with 、 and 和
    this.#list ??= new Intl.ListFormat(this.locale, primary(this.locale) === 'zh' ? { type: 'conjunction' } : { style: 'short', type: 'unit' });
    return this.#list.format(this.fromRight ? items.map((item) => `\u2068${item}\u2069`) : items);
  }


}

/** A spoken line kept to 140 characters, the most that is heard at a step: these names give way, the longest first, numbers never. */
export function brief(line: string, ...names: readonly string[]): string {
  return [...names].sort((a, b) => b.length - a.length).reduce((text, name) => {
    const over = text.length - 140;
    return over > 0 && name.length > 12 ? text.replace(name, () => `${name.slice(0, Math.max(11, name.length - over - 1)).trimEnd()}…`) : text;
  }, line);
}
