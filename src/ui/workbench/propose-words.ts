import {
  entry,
  inLanguage,
  type Language,
  many,
  persons,
  type Said,
  text,
} from '../shared/phrase.ts';

/** Words of the Propose tab, Chinese first. Numbers come in already formatted. */
const PROPOSE = {
  model: text('要找什么', 'What to look for'),
  mclp: text('选 k 处，覆盖最多的人', 'k sites that cover most people'),
  lscp: text('最少几处，覆盖每个人（或一个比例）', 'Fewest sites for everyone, or a share'),
  pmedian: text('选 k 处，大家走的路最少', 'k sites that shorten all ways most'),
  k: text('选几处（k）', 'How many (k)'),
  share: text('至少覆盖（%）', 'Cover at least (%)'),
  candidates: text('候选点', 'Candidates'),
  places: text('居住点', 'Populated places'),
  estates: text('小区', 'Estates'),
  list: text('CSV 表（id,lon,lat,cost,capacity）', 'CSV table (id,lon,lat,cost,capacity)'),
  fromFile: text('自己的 CSV 表', 'A CSV table of my own'),
  conditions: text('更多条件：间距、预算、容量', 'More conditions: distance, budget, capacity'),
  within: text('范围', 'Where'),
  anywhere: text('整个区域', 'The whole region'),
  distance: text(
    '与其他设施至少相距（米，可空）',
    'At least so far from other sites (m, may be empty)',
  ),
  budget: text('总预算（空着为不限）', 'Budget (empty: no limit)'),
  price: text('每处造价（表中没有的）', 'Price of each (where the table has none)'),
  capacity: text('每处容量（表中没有的）', 'Capacity of each (where the table has none)'),
  solve: text('计算', 'Compute'),
  stop: text('停下，用现在最好的', 'Stop, keep the best so far'),
  rows: entry(
    (done: string, of: string) => `正在走街道：${done} / ${of} 个点`,
    (done: string, of: string) => `Walking the streets: ${done} of ${of} points`,
  ),
  proving: entry(
    (gap: string) => `正在证明最优：还差不超过 ${gap}`,
    (gap: string) => `Proving: within ${gap} of the best`,
  ),
  proofBegun: text('已有一个快速答案，正在证明…', 'There is a quick answer; proving it…'),
  optimal: text('已证明最优', 'Proven optimal'),
  within_gap: entry(
    (gap: string) => `未证明；与最优相差不超过 ${gap}`,
    (gap: string) => `Not proven; within ${gap} of the best`,
  ),
  unproven: text('快速答案，未证明', 'A quick answer, not proven'),
  result: entry(
    (n: string, before: string, after: string, people: string, share: string) =>
      `${n} 处新设施：限时内能到的人从 ${before} 增到 ${after}，共 ${people} 人（${share}）`,
    (n: string, before: string, after: string, people: string, share: string) =>
      `${many(n, 'new site', 'new sites')}: people within the limit go from ${before} to ${after} of ${people} (${share})`,
  ),
  saved: entry(
    (hours: string) => `所有人单程合计少走 ${hours} 小时`,
    (hours: string) => `All one-way trips together are ${hours} hours shorter`,
  ),
  gain: entry(
    (people: string) => `多 ${people} 人`,
    (people: string) => `${persons(people)} more`,
  ),
  savedEach: entry(
    (hours: string) => `少走 ${hours} 小时`,
    (hours: string) => `${hours} hours shorter`,
  ),
  unreachable: entry(
    (people: string, places: string) => `${places} 个居住点的 ${people} 人，任何候选点都到不了`,
    (people: string, places: string) =>
      `${persons(people)} at ${many(places, 'place', 'places')} are out of reach of every candidate`,
  ),
  theirIds: text('编号：', 'Their ids:'),
  candidatesUsed: entry(
    (used: string, of: string) => `候选点 ${of} 个，可用 ${used} 个`,
    (used: string, of: string) => `${of} candidates, ${used} of them usable`,
  ),
  adopt: text('放进方案', 'Put into the scenario'),
  adopted: text('已放进方案，见“试改”。', 'Put into the scenario: see “Try”.'),
  siteName: entry(
    (n: string) => `拟建 ${n}`,
    (n: string) => `Proposed ${n}`,
  ),
  scenario: entry(
    (n: string) => `选址 ${n}`,
    (n: string) => `Proposal ${n}`,
  ),
  rejectedTitle: entry(
    (n: string, taken: string) => `${n} 行没有采用，采用 ${taken} 行`,
    (n: string, taken: string) => `${many(n, 'row', 'rows')} not taken, ${taken} taken`,
  ),
  taken: entry(
    (n: string) => `采用 ${n} 个候选点`,
    (n: string) => `${many(n, 'candidate', 'candidates')} taken`,
  ),
  rejectedLine: entry(
    (line: string, why: string) => `第 ${line} 行：${why}`,
    (line: string, why: string) => `Line ${line}: ${why}`,
  ),
  rejectedMore: entry(
    (n: string) => `……另有 ${n} 行。`,
    (n: string) => `… and ${n} more.`,
  ),
  drawnArea: text('自己画的范围', 'An area of my own'),
  draw: text('在地图上画', 'Draw it on the map'),
  drawing: text(
    '请在地图上逐点画，回到第一点结束（再按一次取消）',
    'Click corner by corner, end on the first (press again to cancel)',
  ),
  corners: text('角点（经度,纬度; 经度,纬度; …）', 'Corners (lon,lat; lon,lat; …)'),
  limited: text('按容量算', 'Sites hold only so many'),
  elapsed: entry(
    (seconds: string) => `已用 ${seconds} 秒`,
    (seconds: string) => `${many(seconds, 'second', 'seconds')} so far`,
  ),
  sofarPeople: entry(
    (best: string, bound: string) => `已找到覆盖 ${best} 人的选法；任何选法不超过 ${bound} 人`,
    (best: string, bound: string) =>
      `Found a choice that covers ${persons(best)}; none covers more than ${bound}`,
  ),
  cumulative: entry(
    (share: string) => `累计 ${share}`,
    (share: string) => `${share} in all`,
  ),
  stale: text(
    '问题或方案已经改了：以下是改之前的结果。',
    'The question or the scenario has changed: this is the result from before.',
  ),
  broke: text('计算出错了，请再试一次。', 'The computation failed. Try again.'),
} as const;

export type ProposeWords = Said<typeof PROPOSE>;

/** The words of the tab in one language. */
export const proposeWordsIn = (language: Language): ProposeWords => inLanguage(PROPOSE, language);
