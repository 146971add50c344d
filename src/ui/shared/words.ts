import type { ProfileKey } from '../../core/profile.ts';
import { MAP } from './map-words.ts';
import { ARRIVALS, CAN, CANNOT, MOVING, PROFILE_NAMES } from './moving-words.ts';
import {
  entry,
  inLanguage,
  many,
  minutesLong,
  persons,
  text,
  type Language,
  type Said,
} from './phrase.ts';

export type { Language } from './phrase.ts';

/** Every word the pages say, Chinese first. Numbers come in already formatted. */
const CATALOGUE = {
  title: text('惠民圈', 'Huimin Circle'),
  tagline: text('谁能走到，谁走不到', 'who can reach it, and who cannot'),
  skip: text('跳到结果', 'Skip to the result'),
  region: text('区域', 'Region'),
  project: text('项目', 'Project'),
  nearby: text('找离我最近的', 'Find the nearest to me'),
  service: text('服务', 'Service'),
  servicesAll: text('全部服务', 'All services'),
  servicesListed: text('只看本区域有的', 'Only those listed here'),
  limit: text('限时', 'Time limit'),
  minutesOf: entry((n: string) => `${n} 分钟`, minutesLong),
  limitSlider: text('限时（1 到 30 分钟）', 'Time limit (1 to 30 minutes)'),
  who: text('怎么去', 'Way of going'),
  speed: text('速度（米/秒）', 'Speed (m/s)'),
  method: text('方法', 'Method'),
  streets: text('街道', 'Streets'),
  circles: text('圆圈', 'Circles'),
  detour: text('绕行系数', 'Detour factor'),
  language: text('English', '中文'),
  theme: text('外观', 'Appearance'),
  themeAuto: text('随系统', 'System'),
  themeLight: text('浅色', 'Light'),
  themeDark: text('深色', 'Dark'),
  themeContrast: text('高对比', 'High contrast'),
  invented: text('示例数据', 'Invented sample data'),
  inventedWhy: text(
    '示例数据：街道、人口和设施都是编造的，不是真实地方。',
    'Sample data: streets, people and places are invented; this is no real place.',
  ),
  headlineCircles: entry(
    (arrival: string) => `圆圈法：${arrival}`,
    (arrival: string) => `${arrival}, by circles`,
  ),
  ofPeople: entry(
    (covered: string, people: string, whose: string) =>
      `${covered} / ${people} 位${/^\d/.test(whose) ? ' ' : ''}${whose}`,
    (covered: string, people: string, whose: string) => `${covered} of ${people} ${whose}`,
  ),
  residents: text('居民', 'residents'),
  agedFrom: entry(
    (from: string) => `${from} 岁及以上居民`,
    (from: string) => `residents aged ${from} and over`,
  ),
  agedBetween: entry(
    (from: string, to: string) => `${from}–${to} 岁居民`,
    (from: string, to: string) => `residents aged ${from}–${to}`,
  ),
  fallback: text(
    '本区域没有这项服务对应的年龄数据，按全部居民计算。',
    'This region has no ages for this service: everybody is counted.',
  ),
  rule: entry(
    (profile: string, speed: string) => `${profile}，步速 ${speed} 米/秒，沿街道`,
    (profile: string, speed: string) => `${profile}, ${speed} m/s, along streets`,
  ),
  ruleCircles: entry(
    (profile: string, speed: string, detour: string) =>
      `${profile}，速度 ${speed} 米/秒，直线距离 × ${detour}`,
    (profile: string, speed: string, detour: string) =>
      `${profile}, ${speed} m/s, straight line × ${detour}`,
  ),
  circlesOnly: entry(
    (people: string, cannot: string) => `圆圈法多算了 ${people} 人：沿街道其实${cannot}。`,
    (people: string) => `Circles count ${persons(people)} whom streets do not reach.`,
  ),
  circlesNone: text(
    '在这个限时下，圆圈法没有多算的人。',
    'At this limit circles count nobody whom streets do not reach.',
  ),
  streetsOnly: entry(
    (people: string, can: string) => `另有 ${people} 人沿街道${can}，却在圆圈之外。`,
    (people: string) => `Reached on streets yet outside every circle: ${persons(people)}.`,
  ),
  dataNotes: text('数据说明', 'About the data'),
  populationIs: entry(
    (rule: string) => `人口：${rule}`,
    (rule: string) => `People: ${rule}`,
  ),
  equipped: entry(
    (sites: string, of: string, share: string) => `${of} 个小区中 ${sites} 个已配（${share}）`,
    (sites: string, of: string, share: string) =>
      `${sites} of ${of} estates are equipped (${share})`,
  ),
  equippedWhy: text(
    '这是“小区配建比例”，与上面按人、按时间算的比例不同。',
    'This is the share of estates, not the share of people by time above.',
  ),
  sites: entry(
    (n: string) => `${n} 处开放的设施`,
    (n: string) => many(n, 'open site', 'open sites'),
  ),
  missing: entry(
    (service: string) => `“${service}”的设施清单未载入：请导入一份`,
    (service: string) => `${service}: facility list not loaded: import one`,
  ),
  missingPeople: entry(
    (people: string, whose: string) =>
      `研究范围内有 ${people} 位${/^\d/.test(whose) ? ' ' : ''}${whose}。没有清单就算不出结果，这里不编数字。`,
    (people: string, whose: string) =>
      `${people} ${whose} live in the study area. Without a list nobody can say who reaches one, so no figure is made up.`,
  ),
  toldOf: text(
    '公开报道提到（没有位置，不能上图）：',
    'Publicly told (without positions, so not on the map):',
  ),
  template: text('下载样表（CSV）', 'Download a template sheet (CSV)'),
  templateHow: text(
    '用表格软件填好，删去示例行，再用 huimin region fetch 或 region build 的 --facilities 载入。',
    'Fill it in with a spreadsheet, delete the example row, and load it with --facilities of huimin region fetch or region build.',
  ),
  noSites: entry(
    (service: string, can: string) => `本区域没有登记开放的“${service}”，所以没有人算作${can}。`,
    (service: string) =>
      `No open site is listed here for ${service}, so nobody is counted as reached.`,
  ),
  offNetwork: entry(
    (people: string, can: string) =>
      `${people} 人的住处接不上街道（300 米内没有，或只有不足 1 公里的孤立小路）：计入总数，不算${can}。`,
    (people: string) =>
      `${persons(people)} cannot be joined to the streets (none within 300 m, or only an island of under 1 km): in the total, not reached.`,
  ),
  offSites: entry(
    (sites: string, names: string) => `${sites} 处设施接不上街道，没有计入：${names}。`,
    (sites: string, names: string) =>
      `${many(sites, 'site', 'sites')} cannot be joined to the streets and count for nothing: ${names}.`,
  ),
  edge: entry(
    (sides: string) => `街道数据在居住点之外不足 2 公里（${sides}），边上的结果可能偏低。`,
    (sides: string) =>
      `Street data ends less than 2 km beyond the people (${sides}); results near the edge may be too low.`,
  ),
  edgeShort: entry(
    (side: string) => `${side}侧到不了居住点`,
    (side: string) => `${side} ends before the people`,
  ),
  west: text('西', 'west'),
  south: text('南', 'south'),
  east: text('东', 'east'),
  north: text('北', 'north'),
  metres: entry(
    (n: string) => `${n} 米`,
    (n: string) => `${n} m`,
  ),
  gaps: text('缺口', 'Gaps'),
  gapsWhy: entry(
    (n: string, minutes: string, cannot: string) => `${n} 处，${minutes} 分钟内${cannot}，按人数排`,
    (n: string, minutes: string) =>
      `${many(n, 'gap', 'gaps')} beyond ${minutesLong(minutes)}, most people first`,
  ),
  gapsNone: entry(
    (can: string) => `没有缺口：计入的人都${can}。`,
    () => 'No gap: everybody counted is reached.',
  ),
  gapsShown: entry(
    (n: string) => `列出前 ${n} 处。`,
    (n: string) => `The first ${n} are listed.`,
  ),
  gapPeople: entry((people: string) => `${people} 人`, persons),
  gapNearest: entry(
    (name: string, minutes: string) => `最近：${name}，${minutes} 分钟`,
    (name: string, minutes: string) => `nearest: ${name}, ${minutes} min`,
  ),
  gapNowhere: entry(
    (can: string) => `没有一处沿街道${can}`,
    () => 'no site is joined to it by streets',
  ),
  curve: entry(
    (can: string) => `几分钟内${can}的人`,
    () => 'People reached, by minute',
  ),
  curveAt: entry(
    (minutes: string, share: string) => `${minutes} 分钟 ${share}`,
    (minutes: string, share: string) => `${minutes} min ${share}`,
  ),
  minute: text('分钟', 'min'),
  share: text('比例', 'Share'),
  areas: text('分街道、乡镇', 'By area'),
  area: text('街道、乡镇', 'Area'),
  people: text('人数', 'People'),
  outside: text('不在任何街道乡镇内', 'Outside every area'),
  noAreas: text('本区域没有分街道、乡镇的边界。', 'This region has no areas to list by.'),
  opening: entry(
    (name: string) => `正在打开${name}…`,
    (name: string) => `Opening ${name}…`,
  ),
  computing: text('正在计算…', 'Computing…'),
  brokenTitle: text('打不开这个区域', 'This region cannot be opened'),
  brokenListTitle: text('没有可看的区域', 'There is no region to show'),
  brokenEngineTitle: text('计算中断了', 'The computation stopped'),
  reload: text('重新载入', 'Reload'),
  tryOther: entry(
    (name: string) => `改看${name}`,
    (name: string) => `Open ${name} instead`,
  ),
  refused: entry(
    (list: string) => `网址里有不认识的内容，已按默认值处理：${list}`,
    (list: string) => `Parts of the address were not understood and fell back to defaults: ${list}`,
  ),
  siteList: entry(
    (n: string) => `全部设施（${n}）`,
    (n: string) => `All sites (${n})`,
  ),
  gapNoSites: text('这里没有登记这项设施', 'no such site is listed here'),
  closed: text('已关闭', 'Closed'),
  close: text('关闭', 'Close'),
  panel: text('问题与结果', 'Question and result'),
  tabs: text('工作台', 'Workbench'),
  tab_ask: text('提问', 'Ask'),
  tab_see: text('细看', 'See'),
  tab_try: text('试改', 'Try'),
  tab_propose: text('选址', 'Propose'),
  tab_handin: text('交付', 'Hand in'),
  tab_claims: text('说法', 'Claims'),
  // The page shows what is not there: it says so beside the figure.
  scenario: entry(
    (name: string, day: string) =>
      [name && `在看：${name}`, day && `到 ${day}`].filter(Boolean).join('，'),
    (name: string, day: string) =>
      [name && `Shown: ${name}`, day && `by ${day}`].filter(Boolean).join(', '),
  ),
  toBaseline: text('回到现状', 'Back to the baseline'),
  bring: text('导入自己的数据', 'Bring your own data'),
  tabLoading: text('正在打开…', 'Opening…'),
  tabMissing: text(
    '这一页没有载入，请检查网络后再点一次。',
    'This page did not load. Check the connection and try again.',
  ),
  status_open: text('开放', 'Open'),
  status_planned: text('规划中', 'Planned'),
  status_building: text('在建', 'Being built'),
  status_closed: text('已关闭', 'Closed'),
  address: text('地址', 'Address'),
  phone: text('电话', 'Phone'),
  hours: text('开放时间', 'Hours'),
  source: text('来源', 'Source'),
  approximate: text('大致位置', 'Approximate position'),
} as const;

const ALL = { ...CATALOGUE, ...MAP, ...MOVING };

export type Words = Said<typeof ALL> & {
  profiles: Record<ProfileKey, string>;
  arrivals: Record<ProfileKey, (limit: string, service: string) => string>;
  can: Record<ProfileKey, string>;
  cannot: Record<ProfileKey, string>;
};

/** The whole catalogue in one language. */
export const wordsIn = (language: Language): Words => ({
  ...inLanguage(ALL, language),
  profiles: inLanguage(PROFILE_NAMES, language),
  arrivals: inLanguage(ARRIVALS, language),
  can: inLanguage(CAN, language),
  cannot: inLanguage(CANNOT, language),
});
