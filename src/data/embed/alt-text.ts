import { PrintNumbers } from '../export/print-numbers.ts';
import { embedSentences } from './embed-sentences.ts';
import { embedWords } from './embed-words.ts';
import type { FrozenView } from './frozen-view.ts';

/**
 * What the picture says, for whoever does not see it: the answer with its denominator, each limit,
 * the gaps, where it is least, and of when the data is.
 */
export function altText(view: FrozenView, language: 'zh' | 'en'): string {
  const said = embedSentences(view, language);
  const words = embedWords(language);
  const numbers = new PrintNumbers(language);
  const [comma, open, close, stop] =
    language === 'zh' ? ['，', '（', '）', '。'] : [', ', ' (', ')', '. '];
  const limits = said.rows.slice(0, view.rule.minutes.length).map(({ label, people, share }, k) => {
    const limit = k ? label.charAt(0).toLowerCase() + label.slice(1) : label;
    return `${limit} ${people}${open}${share}${close}`;
  });
  const [lowest] = view.areas;
  return [
    words.altMap(said.place),
    ...(said.invented ? [`${said.invented}${language === 'zh' ? '' : ' '}`] : []),
    `${said.headline}${language === 'zh' ? '：' : ': '}${said.share}${open}${said.ofPeople}${close}${stop}`,
    limits.length > 1 ? `${limits.join(comma)}${stop}` : '',
    `${said.gaps}${stop}`,
    lowest && view.areas.length > 1
      ? words.altLowest(
          (language === 'en' && lowest.nameEn) || lowest.name,
          numbers.share(lowest.covered, lowest.people),
          numbers.whole(lowest.people),
        )
      : '',
    `${said.sources}${stop}`,
  ]
    .join('')
    .trim();
}
