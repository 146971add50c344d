import { entry, inLanguage, type Language, type Said, text } from '../../shared/phrase.ts';

/** Words of the capacity study, Chinese first. Numbers come in already formatted. */
const CAPACITY = {
  title: text('容量够不够', 'Is there room enough'),
  computing: text('正在计算…', 'Computing…'),
  broke: text(
    '这一项没有算出来：是软件的错误，不是您的。请重新载入页面。',
    'This was not computed: a fault of the software, not yours. Reload the page.',
  ),
  noSites: text('这项服务还没有列出的设施。', 'No facility of this service is listed yet.'),
  noneKnown: entry(
    (sites: string) =>
      `${sites} 处设施都没有填容量，无法分配。请在设施表里填 capacity 一列，或在“试改”里给出容量。`,
    (sites: string) =>
      `None of the ${sites} sites says its capacity, so nothing can be shared out. Fill in the column capacity of the facilities, or give capacities under Try.`,
  ),
  assigned: text('按容量分配', 'Shared out by capacity'),
  assignedHow: text(
    '每人在限时内去一处，谁也不超员，让尽可能多的人有位；人数相同时，总时间最短的分法。位子不够时，离得近的人先有。',
    'Everybody goes to one site within the limit, no site takes more than it has room for, and as many as possible have a place; of the ways to do that, the one with the least time in all. Where places are short, those nearest have them.',
  ),
  served: text('有位', 'Have a place'),
  noPlace: text('能到，但没有空位', 'Within reach, but no free place'),
  unknown: text('只能到没填容量的', 'Reach only sites of unknown capacity'),
  outOfReach: text('限时内到不了', 'Out of reach'),
  all: entry(
    (whose: string) => `合计（${whose}）`,
    (whose: string) => `All ${whose}`,
  ),
  people: text('人', 'People'),
  share: text('占比', 'Share'),
  servedMinutes: entry(
    (minutes: string, places: string) =>
      `有位的人平均 ${minutes} 分钟；已知容量共 ${places} 个位子。`,
    (minutes: string, places: string) =>
      `Those with a place take ${minutes} minutes on average; ${places} places are known in all.`,
  ),
  outside: entry(
    (people: string) => `其中 ${people} 个位子由研究范围外的人占用，他们不计入上表。`,
    (people: string) =>
      `${people} of them go to people from outside the study area, who are not counted above.`,
  ),
  rule: text('人均位子（两步移动搜索法）', 'Places a person (two-step floating catchment)'),
  decay: text('远近怎么算', 'Weight by distance'),
  gaussian: text('高斯：越远越轻', 'Gaussian: less and less'),
  steps: text('分三段', 'In three steps'),
  binary: text('限时内都一样', 'All alike within the limit'),
  gaussianHow: entry(
    (sigma: string, limit: string) =>
      `权重 exp(−t²/2σ²)，σ = ${sigma} 分钟，到 ${limit} 分钟时为 0.01。`,
    (sigma: string, limit: string) =>
      `Weight exp(−t²/2σ²), σ = ${sigma} minutes, which is 0.01 at ${limit} minutes.`,
  ),
  stepsHow: entry(
    (steps: string) => `权重：${steps}（Luo 与 Qi 2009 的三段权重）。`,
    (steps: string) => `Weights: ${steps} (the three of Luo & Qi 2009).`,
  ),
  step: entry(
    (upTo: string, weight: string) => `${upTo} 分钟内 ${weight}`,
    (upTo: string, weight: string) => `up to ${upTo} minutes ${weight}`,
  ),
  binaryHow: entry(
    (limit: string) => `${limit} 分钟内权重都是 1（Luo 与 Wang 2003）。`,
    (limit: string) => `Weight 1 within ${limit} minutes (Luo & Wang 2003).`,
  ),
  mean: entry(
    (access: string, whose: string) =>
      `平均每千位${/^\d/.test(whose) ? ' ' : ''}${whose}分到 ${access} 个位子。`,
    (access: string, whose: string) => `On average ${access} places for 1,000 ${whose}.`,
  ),
  byArea: text('各区划', 'By area'),
  area: text('区划', 'Area'),
  perThousand: text('每千人位子', 'Places per 1,000'),
  noArea: text('不在任何区划内', 'In no area'),
  sites: text('各处设施', 'By site'),
  site: text('设施', 'Site'),
  capacity: text('容量', 'Capacity'),
  load: text('分到的人', 'Given a place'),
  reach: text('限时内的人', 'People in reach'),
  lacking: entry(
    (count: string, names: string) => `${count} 处没有填容量，不参与分配：${names}。`,
    (count: string, names: string) => `${count} without a capacity take no part: ${names}.`,
  ),
  andMore: entry(
    (names: string, more: string) => `${names}等，另有 ${more} 处`,
    (names: string, more: string) => `${names} and ${more} more`,
  ),
  notKnown: text('未填', 'not known'),
  joiner: text('、', ', '),
} as const;

export type CapacityWords = Said<typeof CAPACITY>;

/** These words in one language. */
export const capacityWordsIn = (language: Language): CapacityWords =>
  inLanguage(CAPACITY, language);
