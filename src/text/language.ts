import { loadMessages } from './messages.js';
import { Words } from './words.js';

const made = new Map<string, Words>();

/** Words for a locale and time zone, shared by all charts that speak them; `onArrival` is called when its sentences come later. */
export function wordsFor(locale: string, timeZone: string, onArrival: () => void): Words {
  const key = `${locale} ${timeZone}`;
  const pending = loadMessages(locale);
  if (pending) void pending.then(() => made.delete(key)).then(onArrival, onArrival);
  let words = made.get(key);
  if (!words) made.set(key, (words = new Words(locale, timeZone)));
  return words;
}

/** A node of a document, as far as the search for a language needs it. */
interface Place {
  readonly parentNode: unknown;
  readonly host?: unknown;
  getAttribute?(name: string): string | null;
}

/** The language of the nearest element that states one, across shadow roots; '' where none does. */
export function nearestLanguage(from: Place): string {
  for (let node: Place | null = from; node; node = (node.parentNode ?? node.host ?? null) as Place | null) {
    const language = node.getAttribute?.('lang');
    if (language) return language;
  }
  return '';
}
