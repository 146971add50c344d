import { inLanguage, text, type Language, type Said } from '../shared/phrase.ts';

/** Words of reading aloud, apart from those of a place's page: every walk has them. */
const READ_ALOUD = {
  read: text('读给我听', 'Read it to me'),
  stop: text('停下，不读了', 'Stop reading'),
  silent: text(
    '这台设备读不出声，文字放大在下面。',
    'This device cannot read aloud; the text stands here in large letters.',
  ),
} as const;

export const readAloudWords = (language: Language): Said<typeof READ_ALOUD> =>
  inLanguage(READ_ALOUD, language);
