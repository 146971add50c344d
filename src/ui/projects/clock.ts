import type { Language } from '../shared/words.ts';

const locale = (language: Language) => (language === 'zh' ? 'zh-Hans' : 'en-GB');

/** 14:03 */
export function clock(milliseconds: number, language: Language): string {
  const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Date(milliseconds).toLocaleTimeString(locale(language), parts);
}

/** 14:03 where it was today, else 11-24 14:03. */
export function when(milliseconds: number, language: Language, now = new Date()): string {
  const then = new Date(milliseconds);
  const time = clock(milliseconds, language);
  if (then.toDateString() === now.toDateString()) return time;
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${two(then.getMonth() + 1)}-${two(then.getDate())}`;
  const year = then.getFullYear() === now.getFullYear() ? '' : `${then.getFullYear()}-`;
  return `${year}${day} ${time}`;
}
