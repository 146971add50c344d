import type { ProfileKey } from '../../core/profile.ts';

/** The words of what is printed: both languages, or it does not compile. */
const CATALOGUE = {
  invented: {
    zh: '示例数据：街道、人口和设施都是编造的，不是真实地方。',
    en: 'Sample data: streets, people and places are invented; this is no real place.',
  },
  inventedShort: { zh: '示例数据', en: 'Invented sample data' },
  product: { zh: '惠民圈', en: 'Huimin Circle' },
  minutes: {
    zh: (n: string) => `${n} 分钟`,
    en: (n: string) => (n === '1' ? '1 minute' : `${n} minutes`),
  },
  byZone: {
    zh: (urban: string, rural: string) => `城镇 ${urban} 分钟、农村 ${rural} 分钟`,
    en: (urban: string, rural: string) => `${urban} minutes in town, ${rural} in the country`,
  },
  residents: { zh: '居民', en: 'residents' },
  agedFrom: {
    zh: (from: string) => `${from} 岁及以上居民`,
    en: (from: string) => `residents aged ${from} and over`,
  },
  agedBetween: {
    zh: (from: string, to: string) => `${from}–${to} 岁居民`,
    en: (from: string, to: string) => `residents aged ${from}–${to}`,
  },
  ofPeople: {
    zh: (covered: string, people: string, whose: string) =>
      `${covered} / ${people} 位${/^\d/.test(whose) ? ' ' : ''}${whose}`,
    en: (covered: string, people: string, whose: string) => `${covered} of ${people} ${whose}`,
  },
  circles: {
    zh: (arrival: string) => `圆圈法：${arrival}`,
    en: (arrival: string) => `${arrival}, by circles`,
  },
  rule: { zh: '规则', en: 'Rule' },
  ruleStreets: {
    zh: (profile: string, speed: string) => `${profile}，速度 ${speed} 米/秒，沿街道`,
    en: (profile: string, speed: string) => `${profile}, ${speed} m/s, along streets`,
  },
  ruleCircles: {
    zh: (profile: string, speed: string, detour: string) =>
      `${profile}，速度 ${speed} 米/秒，直线距离 × ${detour}`,
    en: (profile: string, speed: string, detour: string) =>
      `${profile}, ${speed} m/s, straight line × ${detour}`,
  },
  reference: { zh: '（限速 50 公里/时的路上）', en: ' (where 50 km/h is signed)' },
  start: {
    zh: (seconds: string) => `，含出车准备 ${seconds} 秒`,
    en: (seconds: string) => `, ${seconds} s to turn out included`,
  },
  counted: {
    zh: (whose: string) => `计入：研究范围内的${/^\d/.test(whose) ? ' ' : ''}${whose}`,
    en: (whose: string) => `counted: ${whose} of the study area`,
  },
  fallback: {
    zh: '本区域没有这项服务对应的年龄数据，按全部居民计算。',
    en: 'This region has no ages for this service: everybody is counted.',
  },
  sites: {
    zh: (n: string) => `${n} 处开放的设施`,
    en: (n: string) => (n === '1' ? '1 open site' : `${n} open sites`),
  },
  within: {
    zh: (from: string, to: string) => `${from}–${to} 分钟`,
    en: (from: string, to: string) => `${from}–${to} min`,
  },
  gap: { zh: '缺口（编号按人数）', en: 'Gap (numbered by people)' },
  site: { zh: '设施', en: 'Site' },
  coming: { zh: '规划或在建', en: 'Planned or being built' },
  changed: { zh: '方案新增或移动', en: 'Added or moved by the scenario' },
  areaLine: { zh: '街道、乡镇界', en: 'Boundary of areas' },
  schematic: { zh: '示意图', en: 'Schematic map' },
  approved: {
    zh: (number: string) => `审图号：${number}`,
    en: (number: string) => `Map approval ${number}`,
  },
  osm: { zh: '© OpenStreetMap 贡献者（ODbL）', en: '© OpenStreetMap contributors (ODbL)' },
  dataOf: { zh: (date: string) => `街道数据 ${date}`, en: (date: string) => `street data ${date}` },
  dateUnknown: { zh: '日期不详', en: 'of unknown date' },
  made: { zh: (date: string) => `制作日期 ${date}`, en: (date: string) => `made ${date}` },
  north: { zh: '北', en: 'N' },
  km: { zh: (n: string) => `${n} 公里`, en: (n: string) => `${n} km` },
  m: { zh: (n: string) => `${n} 米`, en: (n: string) => `${n} m` },
  question: { zh: '问题', en: 'Question' },
  limits: { zh: '限时', en: 'Limit' },
  people: { zh: '人数', en: 'People' },
  ofWhom: {
    zh: (people: string) => `占 ${people} 人的比例`,
    en: (people: string) => `Share of ${people}`,
  },
  share: { zh: '比例', en: 'Share' },
  gaps: { zh: '缺口', en: 'Gaps' },
  gapsOf: {
    zh: (n: string, people: string) => `共 ${n} 处、${people} 人`,
    en: (n: string, people: string) => `${n} in all, ${people} people`,
  },
  listed: { zh: (n: string) => `，列出前 ${n} 处`, en: (n: string) => `; the first ${n}` },
  nearest: { zh: '最近的设施', en: 'Nearest site' },
  nowhere: { zh: '没有一处沿街道可到', en: 'no site is joined to it by streets' },
  rank: { zh: '编号', en: 'No.' },
  minute: { zh: '分钟', en: 'min' },
  areas: { zh: '分街道、乡镇（比例低的在前）', en: 'By area, lowest share first' },
  area: { zh: '街道、乡镇', en: 'Area' },
  reached: { zh: '限时内', en: 'Within' },
  outside: { zh: '不在任何街道、乡镇内', en: 'Outside every area' },
  others: { zh: (n: string) => `其余 ${n} 个合计`, en: (n: string) => `The other ${n} together` },
  scenario: {
    zh: (name: string) => `方案${name ? `“${name}”` : ''}`,
    en: (name: string) => `Scenario${name ? ` “${name}”` : ''}`,
  },
  onDay: {
    zh: (date: string) => `按 ${date} 已启用的设施`,
    en: (date: string) => `facilities as open on ${date}`,
  },
  difference: {
    zh: (before: string, after: string, gained: string, lost: string) =>
      `限时内由 ${before} 人变为 ${after} 人：增加 ${gained} 人，减少 ${lost} 人。`,
    en: (before: string, after: string, gained: string, lost: string) =>
      `People within the limit: ${before} before, ${after} after; ${gained} gained, ${lost} lost.`,
  },
  edit_add: { zh: '新增', en: 'added' },
  edit_move: { zh: '移动', en: 'moved' },
  edit_status: { zh: '改状态', en: 'status changed' },
  edit_capacity: { zh: '改容量', en: 'capacity changed' },
  edit_opened: { zh: '改启用日期', en: 'opening date changed' },
  andMore: { zh: (n: string) => `等 ${n} 处`, en: (n: string) => `and others, ${n} in all` },
  sources: { zh: '来源', en: 'Sources' },
  source_osm: { zh: '街道', en: 'streets' },
  source_population: { zh: '人口', en: 'people' },
  source_census: { zh: '普查', en: 'census' },
  source_elevation: { zh: '高程', en: 'elevation' },
  source_facilities: { zh: '设施', en: 'facilities' },
  source_areas: { zh: '区划', en: 'areas' },
  source_study_area: { zh: '研究范围', en: 'study area' },
  licence: {
    zh: (name: string) => `街道数据许可：${name}`,
    en: (name: string) => `licence of the street data: ${name}`,
  },
  caveats: { zh: '局限', en: 'Limits' },
  offNetwork: {
    zh: (people: string) => `${people} 人的住处接不上街道：计入总数，不算限时内。`,
    en: (people: string) =>
      `${people} people cannot be joined to the streets: in the total, not within the limit.`,
  },
  spread: {
    zh: '人口由区划总数分摊到各处，每处人数是估计。',
    en: 'People are totals of areas spread over homes: how many live where is an estimate.',
  },
  edge: {
    zh: '街道数据在居住点之外不足 2 公里，边上的结果可能偏低。',
    en: 'Street data ends less than 2 km beyond the people; results near the edge may be too low.',
  },
  sparse: {
    zh: '街道数据稀疏：没画进地图的路不算路，结果可能偏低。',
    en: 'Street data is sparse: streets that are not mapped are not walked, the people reached may be too few.',
  },
  noTraffic: {
    zh: '没有计入拥堵、红绿灯等待和公共交通。',
    en: 'Traffic, waiting at lights and public transport are not in it.',
  },
  circleCaveat: {
    zh: '圆圈法不看街道，只作比较。',
    en: 'Circles know no streets and are for comparison only.',
  },
  again: {
    zh: '用 huimin rerun 加本文件可以重算。方法：',
    en: 'huimin rerun with this file computes it again. Method: ',
  },
  tooLong: {
    zh: '方案改动太多，方法块印不下；需要重算时请用 GeoJSON 或 XLSX 导出。',
    en: 'The scenario has too many edits for its method to be printed; export GeoJSON or XLSX to compute it again.',
  },
  report: { zh: '公共服务可达报告', en: 'Who reaches a public service: report' },
  figure: { zh: '图', en: 'Map' },
} satisfies Record<string, { zh: Phrase; en: Phrase }>;

type Phrase = string | ((...values: never[]) => string);
export type PrintWords = { [K in keyof typeof CATALOGUE]: (typeof CATALOGUE)[K]['zh'] } & {
  profiles: Record<ProfileKey, string>;
  arrival(profile: ProfileKey, limit: string, service: string): string;
};

/** The page's own names and sentences; a test holds the two together. */
const PROFILES: Record<ProfileKey, { zh: string; en: string; goZh: string; goEn: string }> = {
  general: { zh: '一般', en: 'General', goZh: '能走到', goEn: 'on foot' },
  older: { zh: '年长', en: 'Older', goZh: '能走到', goEn: 'on foot' },
  slow: { zh: '缓行', en: 'Slow', goZh: '能走到', goEn: 'on foot' },
  wheelchair: { zh: '轮椅', en: 'Wheelchair', goZh: '坐轮椅能到', goEn: 'by wheelchair' },
  bicycle: { zh: '自行车', en: 'Bicycle', goZh: '骑自行车能到', goEn: 'by bicycle' },
  ebike: { zh: '电动自行车', en: 'E-bike', goZh: '骑电动自行车能到', goEn: 'by e-bike' },
  car: { zh: '汽车', en: 'Car', goZh: '开车能到', goEn: 'by car' },
  ambulance: { zh: '救护车', en: 'Ambulance', goZh: '', goEn: '' },
};

/** The whole catalogue in one language. */
export function printWords(language: 'zh' | 'en'): PrintWords {
  const entries = Object.entries(CATALOGUE).map(([key, both]) => [key, both[language]]);
  const profiles = Object.entries(PROFILES).map(([key, names]) => [key, names[language]]);
  return {
    ...(Object.fromEntries(entries) as Omit<PrintWords, 'profiles' | 'arrival'>),
    profiles: Object.fromEntries(profiles) as Record<ProfileKey, string>,
    arrival(profile, limit, service) {
      const { goZh, goEn } = PROFILES[profile];
      if (profile === 'ambulance') {
        return language === 'zh'
          ? `救护车从${service}出发，${limit}内能赶到`
          : `${service}: an ambulance is there within ${limit}`;
      }
      return language === 'zh'
        ? `${limit}内${goZh}${service}`
        : `${service}: within ${limit} ${goEn}`;
    },
  };
}
