import { loadMessages, onMessages, primary } from './messages.js';
import type { Voice } from './voice.js';

type Speaker<T extends Voice> = new (locale: string, timeZone: string) => T;

const made = new Map<Speaker<Voice>, Map<string, Voice>>();
// held weakly, so that no chart has to say when it is gone
const heard = new WeakSet<() => void>();
const speakers = new Set<WeakRef<() => void>>();

onMessages((language) => {
  for (const voices of made.values()) for (const key of voices.keys()) if (language === 'en' || primary(key.split(' ')[0] ?? '') === primary(language)) voices.delete(key);
  for (const speaker of speakers) {
    const tell = speaker.deref();
    if (tell) tell();
    else speakers.delete(speaker);
  }
});

/**
 * The voice (`Voice` or `Words`) of a locale and time zone, shared by all charts that speak it. `onChange` is called
 * whenever sentences come or change, which makes a new one; it is held weakly, so keep it where it is to be called.
 */
export function voiceFor<T extends Voice>(Speaker: Speaker<T>, locale: string, timeZone: string, onChange: () => void): T {
  if (!heard.has(onChange)) {
    heard.add(onChange);
    speakers.add(new WeakRef(onChange));
  }
  void loadMessages(locale);
  const voices = made.get(Speaker) ?? new Map<string, Voice>();
  made.set(Speaker, voices);
  const key = `${locale} ${timeZone}`;
  const voice = voices.get(key) ?? new Speaker(locale, timeZone);
  voices.set(key, voice);
  return voice as T; // made by this Speaker, under its key
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
