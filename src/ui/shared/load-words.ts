import type { Language, Words } from './words.ts';

/** The catalogue in one language, without loading the other. */
export async function loadWords(language: Language): Promise<Words> {
  const { wordsIn } =
    language === 'zh' ? await import('./words.ts?only=zh') : await import('./words.ts?only=en');
  return wordsIn(language);
}
