// English numbers and dates without Intl, to the letter as Intl writes them: an engine's first Intl format reads all
// its languages (in Chromium 20 to 35 ms, four times that on a phone), which the first chart of a page would wait for.

/** `text` is what each writes; undefined is what is left to Intl. */
type Said = string | undefined;

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const COMPACT: Readonly<Record<number, readonly [short: string, long: string]>> = { 3: ['K', ' thousand'], 6: ['M', ' million'], 9: ['B', ' billion'], 12: ['T', ' trillion'] };

/** Of the tags that `Intl.getCanonicalLocales` gives, those whose numbers and dates these are. */
export const isEnglish = (locale: string): boolean => locale === 'en' || locale === 'en-US';

/**
 * A number as `Intl.NumberFormat('en', options)` writes it; undefined where it is not finite, from 10²¹ on, minus zero,
 * or an option is not one of these.
 */
export function englishNumber(value: number, options: Intl.NumberFormatOptions): Said {
  const { style = 'decimal', currency = 'USD', notation = 'standard', compactDisplay = 'short', useGrouping = true, minimumFractionDigits: least, maximumFractionDigits: most, maximumSignificantDigits: significant, ...others } = options;
  if (!(Math.abs(value) < 1e21) || Object.is(value, -0) || currency !== 'USD' || Object.keys(others).length > 0) return undefined;
  const isCompact = notation === 'compact';
  if ((!isCompact && notation !== 'standard') || !['decimal', 'percent', 'currency'].includes(style) || (isCompact && style !== 'decimal')) return undefined;
  if (isCompact && most === undefined && significant === undefined) return undefined;
  const usual = style === 'currency' ? 2 : style === 'percent' ? 0 : 3;
  const fewest = significant ? 0 : (least ?? Math.min(most ?? usual, style === 'currency' ? 2 : 0));
  const [mantissa = '', exponent] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const point = value === 0 ? 1 : Number(exponent) + 1 + (style === 'percent' ? 2 : 0);
  const write = (power: number): readonly [whole: string, fraction: string] => rounded(digits, point - power, significant ?? point - power + (most ?? Math.max(usual, fewest)));

  let power = isCompact ? Math.max(0, Math.min(12, Math.floor((point - 1) / 3) * 3)) : 0;
  let [whole, fraction] = write(power);
  if (isCompact && power < 12 && whole.length > 3) [whole, fraction] = write((power += 3)); // 999,999 is 1M
  fraction = fraction.padEnd(fewest, '0');
  const isGrouped = useGrouping === true && (!isCompact || whole.length > 4);
  if (isGrouped) whole = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const unit = isCompact ? (COMPACT[power]?.[compactDisplay === 'long' ? 1 : 0] ?? '') : style === 'percent' ? '%' : '';
  return `${value < 0 ? '-' : ''}${style === 'currency' ? '$' : ''}${whole}${fraction && `.${fraction}`}${unit}`;
}

/** The first `kept` of `digits`, halves away from zero; their decimal point stands after the first `point`. */
function rounded(digits: string, point: number, kept: number): readonly [whole: string, fraction: string] {
  let text = digits;
  let place = point;
  if (kept < digits.length) {
    text = kept < 0 ? '' : digits.slice(0, kept);
    if (kept >= 0 && (digits[kept] ?? '') >= '5') {
      const next = (BigInt(`0${text}`) + 1n).toString().padStart(kept, '0');
      place += next.length - kept; // 9.99 becomes 10
      text = next;
    }
  }
  const fraction = `${'0'.repeat(Math.max(0, -place))}${text.slice(Math.max(0, place))}`.replace(/0+$/, '');
  return [text.slice(0, Math.max(0, place)).padEnd(place, '0') || '0', fraction];
}

/** A date in UTC, in milliseconds since 1970, as `Intl.DateTimeFormat('en', options)` writes it; undefined with a time of day, or outside the years 1000 to 9999. */
export function englishDate(time: number, { year, month, day, ...others }: Intl.DateTimeFormatOptions): Said {
  const date = new Date(time);
  const number = date.getUTCFullYear();
  if (!(number >= 1000 && number <= 9999) || Object.keys(others).length > 0) return undefined;
  const name = MONTHS[date.getUTCMonth()] ?? '';
  const first = [month && (month === 'short' ? name.slice(0, 3) : name), day && String(date.getUTCDate())].filter(Boolean).join(' ');
  const last = year && (year === '2-digit' ? String(number).slice(2) : String(number));
  return [first, last].filter(Boolean).join(day ? ', ' : ' ');
}
