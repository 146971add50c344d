import type { Text } from '../../src/data/fault.ts';

/** The sentence in the language of whoever sits at this terminal. */
export function inOwnLanguage(text: Text): string {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? text.zh : text.en;
}
