import { loadMessages, onMessages, primary } from './messages.js';
import { Words } from './words.js';

const made = new Map<string, Words>();
// held weakly, so that no chart has to say when it is gone
const heard = new WeakSet<() => void>();
const speakers = new Set<WeakRef<() => void>>();

onMessages((language) => {
  for (const key of made.keys()) if (language === 'en' || primary(key.split(' ')[0] ?? '') === primary(language)) made.delete(key);
  for (const speaker of speakers) {
    const tell = speaker.deref();
    if (tell) tell();
    else speakers.delete(speaker);
  }
});

/**
 * Words for a locale and time zone, shared by all charts that speak them. `onChange` is called whenever sentences come
 * or change, which makes new Words; it is held weakly, so keep it where it is to be called.
 */
export function wordsFor(locale: string, timeZone: string, onChange: () => void): Words {
  if (!heard.has(onChange)) {
    heard.add(onChange);
    speakers.add(new WeakRef(onChange));
  }
  void loadMessages(locale);
  const key = `${locale} ${timeZone}`;
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
