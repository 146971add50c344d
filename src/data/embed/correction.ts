import * as v from 'valibot';
import { escapeXml } from '../export/escape-xml.ts';
import { seenText } from '../import/half-width.ts';
import { embedWords } from './embed-words.ts';

/** Characters of a note. */
export const NOTE_LIMIT = 1000;

export const CorrectionSchema = v.strictObject({
  /** The day of the note, ISO. */
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  note: v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(NOTE_LIMIT),
    v.check((text) => seenText(text).trim() === text, 'no unseen characters'),
  ),
});

/** What was found wrong or has to be added after publication. The figures stay as they were. */
export type Correction = v.InferOutput<typeof CorrectionSchema>;

const OPEN = '<!--corrections-->';
const CLOSE = '<!--/corrections-->';

/** The notes at the top of a page, oldest first; their place alone where there are none. */
export function correctionsHtml(corrections: readonly Correction[], language: 'zh' | 'en'): string {
  if (!corrections.length) return OPEN + CLOSE;
  const { corrections: title } = embedWords(language);
  const notes = corrections.map(
    ({ date, note }) =>
      `<li><time datetime="${date}">${date}</time> ${escapeXml(note).replace(/\n+/g, '<br>')}</li>`,
  );
  return `${OPEN}<aside class="corrections" aria-label="${title}"><h2>${title}</h2><ul>${notes.join('')}</ul></aside>${CLOSE}`;
}

/** The page with these notes in place of those that stand there; null where it has no place for them. */
export function withCorrections(
  html: string,
  corrections: readonly Correction[],
  language: 'zh' | 'en',
): string | null {
  const from = html.indexOf(OPEN);
  const to = html.indexOf(CLOSE, from);
  if (from < 0 || to < 0) return null;
  return (
    html.slice(0, from) + correctionsHtml(corrections, language) + html.slice(to + CLOSE.length)
  );
}
