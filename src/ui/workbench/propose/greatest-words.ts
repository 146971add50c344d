import type { Text } from '../../../data/fault.ts';
import {
  entry,
  inLanguage,
  type Language,
  many,
  persons,
  type Said,
  text,
} from '../../shared/phrase.ts';

/** A number of sites that will not do, and a share. */
export const wrongSites = (got: string): Text => ({
  zh: `“${got}”不行：应为 1 到 1000 的整数。`,
  en: `"${got}" will not do: expected a whole number from 1 to 1000.`,
});
export const wrongShare = (got: string): Text => ({
  zh: `“${got}”不行：应为大于 0、不超过 100 的数，或空着。`,
  en: `"${got}" will not do: expected a number above 0 and at most 100, or nothing.`,
});

/** Words of the greatest possible, Chinese first. Numbers come in already formatted. */
const GREATEST = {
  title: text('最多能覆盖多少', 'The greatest possible'),
  about: text(
    '“建 n 处就覆盖多少人”能不能成立？不需要设施名单：算出任何 n 个点、无论建在哪里，最多能覆盖多少人。一个点是一处出入口。',
    'Can “n sites cover so many people” be true? No list of facilities is needed: this bounds what any n sites could cover, wherever they stand. A site is one entrance.',
  ),
  n: text('几处（n）', 'How many sites (n)'),
  share: text('公布的比例（%，可空）', 'Published share (%, may be empty)'),
  keep: text('现有设施保留', 'Existing sites stay'),
  compute: text('算上界', 'Compute the bound'),
  stop: text('停下，用现在的上界', 'Stop, keep the bound so far'),
  working: entry(
    (n: string, upper: string, found: string, metres: string) =>
      `${n} 处，道路按 ${metres} 米一段：上界 ${upper}，已找到 ${found}`,
    (n: string, upper: string, found: string, metres: string) =>
      `${many(n, 'site', 'sites')}, streets in stretches of ${metres} m: at most ${upper}, found ${found}`,
  ),
  begun: text('正在沿街道计算…', 'Searching the streets…'),
  verdict: entry(
    (n: string, share: string, upper: string, all: string, who: string) =>
      `${who}共 ${all}：最好的 ${n} 处、无论建在哪里，也最多覆盖其中 ${upper}（${share}）。`,
    (n: string, share: string, upper: string, all: string, who: string) =>
      `Of ${all} ${who}, even the best ${many(n, 'site', 'sites')}, wherever they stand, could reach at most ${upper} (${share}).`,
  ),
  found: entry(
    (share: string, found: string) => `已找到的选法覆盖 ${found}（${share}）。`,
    (share: string, found: string) => `Found: a choice that reaches ${found} (${share}).`,
  ),
  kept: entry(
    (before: string) => `其中 ${before} 人已由现有设施覆盖。`,
    (before: string) => `${persons(before)} of these are within reach of existing sites already.`,
  ),
  impossible: entry(
    (n: string, share: string) => `“${n} 处覆盖 ${share}”不可能成立。`,
    (n: string, share: string) =>
      `That ${many(n, 'site covers', 'sites cover')} ${share} cannot be true.`,
  ),
  possible: entry(
    (n: string, share: string) => `“${n} 处覆盖 ${share}”可以做到，见地图。`,
    (n: string, share: string) => `${many(n, 'site', 'sites')} can cover ${share}: see the map.`,
  ),
  open: entry(
    (n: string, share: string) => `“${n} 处覆盖 ${share}”既没有否定，也没有找到。`,
    (n: string, share: string) =>
      `Whether ${many(n, 'site', 'sites')} can cover ${share} is neither ruled out nor found.`,
  ),
  counting: entry(
    (share: string) => `正在算覆盖 ${share} 至少需要几处…`,
    (share: string) => `Counting how many ${share} would take…`,
  ),
  atLeast: entry(
    (share: string, n: string) => `要覆盖 ${share}，至少需要 ${n} 处。`,
    (share: string, n: string) => `${share} takes at least ${many(n, 'site', 'sites')}.`,
  ),
  enough: entry(
    (n: string) => `${n} 处已够（已找到）。`,
    (n: string) => `${many(n, 'site is', 'sites are')} enough (found).`,
  ),
  never: entry(
    (share: string) => `无论多少处，都覆盖不到 ${share}：有人离任何街道都太远。`,
    (share: string) =>
      `No number of sites covers ${share}: some people are too far from every street.`,
  ),
  stopped: text(
    '已提前停下；上界仍然有效，只是不够紧。',
    'Stopped early; the bound holds, it is only less sharp.',
  ),
  how: entry(
    (metres: string) => `道路按 ${metres} 米一段考察，每一段按其中最有利的一点算。`,
    (metres: string) =>
      `Streets are looked at in stretches of ${metres} m, each taken at its most favourable points.`,
  ),
  howCircles: entry(
    (metres: string) => `圆圈法：圆心按 ${metres} 米的方格考察，每格按其中最有利的一点算。`,
    (metres: string) =>
      `Circles: their middles are looked at in squares of ${metres} m, each taken at its most favourable points.`,
  ),
  broke: text('计算出错了，请再试一次。', 'The computation failed. Try again.'),
} as const;

export type GreatestWords = Said<typeof GREATEST>;

/** These words in one language. */
export const greatestWordsIn = (language: Language): GreatestWords =>
  inLanguage(GREATEST, language);
