import type { Text } from '../../src/data/fault.ts';

/** The language of whoever sits at this terminal. */
export function ownLanguage(): 'zh' | 'en' {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en';
}

/** The sentence in their language. */
export function inOwnLanguage(text: Text): string {
  return text[ownLanguage()];
}
