import { pinyin } from 'pinyin-pro';
import { simplified } from '../../src/data/names/fold-name.ts';

/**
 * A name as one types it: syllables without tones split by spaces, ü as v, characters of several
 * readings by the word they stand in (重庆 → chong qing); what is not Chinese stays, in lower case.
 */
export function pinyinOf(name: string): string {
  return pinyin(simplified(name), {
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
  })
    .join(' ')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
