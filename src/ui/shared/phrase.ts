export type Language = 'zh' | 'en';

/** A text, or a text with numbers in it; both languages or it does not compile. */
export type Phrase = string | ((...values: never[]) => string);

export interface Entry<T extends Phrase> {
  zh: T;
  en: T;
}

export const entry = <T extends Phrase>(zh: T, en: T): Entry<T> => ({ zh, en });
export const text = (zh: string, en: string): Entry<string> => ({ zh, en });

/** A chapter of the catalogue in one language. */
export type Said<T extends Record<string, Entry<Phrase>>> = { [K in keyof T]: T[K]['zh'] };

export function inLanguage<T extends Record<string, Entry<Phrase>>>(
  chapter: T,
  language: Language,
): Said<T> {
  const entries = Object.entries(chapter).map(([key, both]) => [key, both[language]]);
  return Object.fromEntries(entries) as Said<T>;
}

// English numbers and their nouns.
export const many = (n: string, one: string, more: string) => `${n} ${n === '1' ? one : more}`;
export const persons = (n: string) => many(n, 'person', 'people');
export const minutesLong = (n: string) => many(n, 'minute', 'minutes');
