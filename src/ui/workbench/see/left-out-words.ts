import { entry, inLanguage, type Language, persons, type Said, text } from '../../shared/phrase.ts';

/** Words of who is left out, Chinese first. Numbers come in already formatted. */
const LEFT_OUT = {
  title: text('谁被落下了', 'Who is left out'),
  computing: text('正在计算…', 'Computing…'),
  broke: text(
    '这一项没有算出来：是软件的错误，不是您的。请重新载入页面。',
    'This was not computed: a fault of the software, not yours. Reload the page.',
  ),
  noSites: text('这项服务还没有列出的设施。', 'No facility of this service is listed yet.'),
  ofThese: entry(
    (label: string, missing: string, people: string, whose: string, share: string) =>
      `${label}：${missing} / ${people} 位${/^\d/.test(whose) ? ' ' : ''}${whose}（${share}）`,
    (label: string, missing: string, people: string, whose: string, share: string) =>
      `${label}: ${missing} of ${people} ${whose} (${share})`,
  ),
  byAge: text('按年龄', 'By age'),
  byAgeHow: entry(
    (cannot: string) => `各年龄段的居民中，限时内${cannot}的有多少。`,
    (cannot: string) =>
      `Of the residents of each age, how many are ${cannot.toLowerCase()} in time.`,
  ),
  noAges: text(
    '本区域的人口没有分年龄，无法按年龄看。',
    'The population of this region has no ages, so nothing can be said by age.',
  ),
  aged: entry(
    (from: string, to: string) => `${from}–${to} 岁`,
    (from: string, to: string) => `Aged ${from}–${to}`,
  ),
  agedFrom: entry(
    (from: string) => `${from} 岁及以上`,
    (from: string) => `Aged ${from} and over`,
  ),
  otherAges: text('其他年龄', 'Other ages'),
  asked: text('本服务所计', 'counted for this service'),
  groupIs: entry(
    (missing: string, people: string, share: string) => `${missing} / ${people} 人，${share}`,
    (missing: string, people: string, share: string) =>
      `${missing} of ${persons(people)}, ${share}`,
  ),
  overlapping: entry(
    (fields: string) => `与上面重叠、未另列的年龄列：${fields}。`,
    (fields: string) => `Columns that overlap with these and are not shown: ${fields}.`,
  ),
  minutes: text('分钟数分得匀不匀', 'How evenly minutes are shared out'),
  tenths: entry(
    (best: string, worst: string, times: string | null) =>
      `最近便的一成人平均 ${best} 分钟，最远的四成人平均 ${worst} 分钟${times ? `，是前者的 ${times} 倍` : ''}。`,
    (best: string, worst: string, times: string | null) =>
      `The best-served tenth take ${best} minutes on average, the worst-served four tenths ${worst}${times ? `: ${times} times as long` : ''}.`,
  ),
  middle: entry(
    (mean: string, median: string) => `全体平均 ${mean} 分钟，中位数 ${median} 分钟。`,
    (mean: string, median: string) => `Everybody: ${mean} minutes on average, median ${median}.`,
  ),
  gini: entry(
    (gini: string) => `基尼系数 ${gini}（0 为人人一样，越大越不均）`,
    (gini: string) => `Gini coefficient ${gini} (0: the same for all; the larger, the less equal)`,
  ),
  capped: entry(
    (capped: string, people: string, cap: string) =>
      `${people} 人中有 ${capped} 人超过 ${cap} 分钟或走不通，按 ${cap} 分钟计：他们没有被略去，真实的差距只会更大。`,
    (capped: string, people: string, cap: string) =>
      `Of ${persons(people)}, ${capped} are farther than ${cap} minutes or have no way at all. They are not left out but put at ${cap} minutes, so the true gap can only be wider.`,
  ),
  lorenz: text('洛伦兹曲线', 'Lorenz curve'),
  lorenzIs: entry(
    (half: string, eighty: string) =>
      `洛伦兹曲线：从最近便的算起，一半的人花了全部分钟的 ${half}，八成的人花了 ${eighty}。`,
    (half: string, eighty: string) =>
      `Lorenz curve: counted from the best served, half the people spend ${half} of all minutes, eight tenths spend ${eighty}.`,
  ),
  axisPeople: text('人（从最近便的起）', 'People, best served first'),
  axisMinutes: text('占全部分钟', 'Of all minutes'),
  joiner: text('、', ', '),
} as const;

export type LeftOutWords = Said<typeof LEFT_OUT>;

/** These words in one language. */
export const leftOutWordsIn = (language: Language): LeftOutWords => inLanguage(LEFT_OUT, language);
