import type { SourceRole } from '../region/source-roles.ts';
import type { PrintWords } from './print-words.ts';

/** Characters of a file's name that are printed. */
const LONGEST_FILE = 40;

/** Date, licence and files that figures come from, as one sentence; `more` is said after them. */
export function sourcesSentence(
  date: string | null,
  licence: string,
  sources: readonly { role: SourceRole; file: string }[],
  words: PrintWords,
  language: 'zh' | 'en',
  more: string[] = [],
): string {
  const files = sources.map(
    ({ role, file }) =>
      `${words[`source_${role}`]} ${file.length > LONGEST_FILE ? `${file.slice(0, LONGEST_FILE - 1)}…` : file}`,
  );
  return [
    words.dataOf(date ?? words.dateUnknown),
    words.licence(licence),
    files.join(language === 'zh' ? '、' : ', '),
    ...more,
  ]
    .filter(Boolean)
    .join(language === 'zh' ? '；' : '; ');
}
