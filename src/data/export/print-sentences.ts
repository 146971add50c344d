import { profileOf } from '../../core/profile.ts';
import type { Service } from '../services.ts';
import { ageRange } from '../tables/age-range.ts';
import type { MethodBlock } from './method.ts';
import type { PrintNumbers } from './print-numbers.ts';
import type { PrintWords } from './print-words.ts';

/** What sentences are made of: a question and its figures, as a method block has them. */
export type Said = Pick<
  MethodBlock,
  'zones' | 'profile' | 'speed_mps' | 'start_seconds' | 'method' | 'detour' | 'people'
> & { figures: Pick<MethodBlock['figures'], 'people' | 'bands' | 'zoned'> };

/** What is said of a method block, in one language. */
export interface Sentences {
  /** Who is counted. */
  whose: string;
  /** "15 分钟内能走到养老服务" */
  headline: string;
  limit: string;
  /** People within the limit, or within their own zone's. */
  covered: number;
  /** "31,204 / 43,765 位 60 岁及以上居民" */
  ofPeople: string;
  share: string;
  /** How it was reckoned: who moves, how fast, by what, who is counted. */
  rule: string;
}

export function sentencesOf(
  block: Said,
  service: Pick<Service, 'zh' | 'en'>,
  language: 'zh' | 'en',
  words: PrintWords,
  numbers: PrintNumbers,
): Sentences {
  const { figures, zones } = block;
  const last = figures.bands[figures.bands.length - 1];
  const limit = zones
    ? words.byZone(numbers.plain(zones.urban), numbers.plain(zones.rural))
    : words.minutes(numbers.plain(last.minutes));
  const arrival = words.arrival(block.profile, limit, service[language]);
  const covered = figures.zoned ?? last.covered;
  const whose = whoseOf(block.people, words);
  return {
    whose,
    limit,
    headline: block.method === 'network' ? arrival : words.circles(arrival),
    covered,
    ofPeople: words.ofPeople(numbers.whole(covered), numbers.whole(figures.people), whose),
    share: numbers.share(covered, figures.people),
    rule: [ruleOf(block, words, numbers), words.counted(whose)].join(
      language === 'zh' ? '；' : '; ',
    ),
  };
}

function ruleOf(block: Said, words: PrintWords, numbers: PrintNumbers): string {
  const profile = words.profiles[block.profile];
  const speed = numbers.plain(block.speed_mps);
  const start = block.start_seconds ? words.start(numbers.whole(block.start_seconds)) : '';
  if (block.method === 'buffer') {
    return words.ruleCircles(profile, speed, numbers.plain(block.detour)) + start;
  }
  const reference = profileOf(block.profile)!.travel === 'car' ? words.reference : '';
  return words.ruleStreets(profile, speed) + reference + start;
}

/** Who is counted, in words: “60 岁及以上居民” for age_60_plus. */
export function whoseOf(columns: string[], words: PrintWords): string {
  const ranges = columns.map((column) => ageRange(column));
  if (ranges.includes(null)) return words.residents;
  const from = Math.min(...ranges.map((range) => range!.from));
  const to = Math.max(...ranges.map((range) => range!.to ?? Infinity));
  return to === Infinity
    ? words.agedFrom(String(from))
    : words.agedBetween(String(from), String(to));
}
