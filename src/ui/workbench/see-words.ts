import {
  entry,
  inLanguage,
  type Language,
  many,
  minutesLong,
  persons,
  type Said,
  text,
} from '../shared/phrase.ts';

/** Words of the See tab, Chinese first. Numbers come in already formatted. */
const SEE = {
  computing: text('正在计算…', 'Computing…'),
  broke: text(
    '这一项没有算出来：是软件的错误，不是您的。请重新载入页面。',
    'This was not computed: a fault of the software, not yours. Reload the page.',
  ),
  nothingListed: text(
    '本区域还没有任何设施清单，没有可比的。',
    'No facility is listed in this region yet: there is nothing to compare.',
  ),
  otherWay: entry(
    (way: string) => `走法按当前问题：${way}。`,
    (way: string) => `By the question’s own way of going: ${way}.`,
  ),
  joiner: text('、', ', '),
  comma: text('，', ', '),
  colon: text('：', ': '),

  // One limit or bands.
  bands: text('地图上画分段（5、10、15 分钟）', 'Draw bands on the map (5, 10, 15 minutes)'),

  // Sensitivity.
  interval: entry(
    (low: string, high: string, from: string, to: string) =>
      `${low}–${high}（速度 ${from}–${to} 米/秒时）`,
    (low: string, high: string, from: string, to: string) => `${low}–${high} at ${from}–${to} m/s`,
  ),
  speeds: text('速度不同，结果差多少', 'How much the speed matters'),
  speedsWhy: text(
    '同一个问题，只改步速；0.8–1.4 米/秒大致是老人慢走到成人快走。',
    'The same question at other walking speeds; 0.8 to 1.4 m/s is about an old person strolling to an adult walking fast.',
  ),
  speedsRide: text(
    '同一个问题，只改车速：比所设速度慢两成到快两成。',
    'The same question at other speeds: from a fifth slower than set to a fifth faster.',
  ),
  speedIs: text('速度（米/秒）', 'Speed (m/s)'),
  asked: text('（所问）', '(asked)'),

  // Several services at once.
  together: text('几项服务一起看', 'Several services at once'),
  togetherWhich: text('看哪几项', 'Which services'),
  togetherWho: text('算哪些人', 'People counted'),
  togetherTwo: text('请至少选两项服务。', 'Choose at least two services.'),
  allOf: entry(
    (n: string) => `${n} 项都能到`,
    (n: string) => `Reach all ${n}`,
  ),
  anyOf: text('至少能到一项', 'Reach at least one'),
  noneOf: text('一项也到不了', 'Reach none'),
  ofWhom: entry(
    (part: string, all: string, whose: string) =>
      `${part} / ${all} 位${/^\d/.test(whose) ? ' ' : ''}${whose}`,
    (part: string, all: string, whose: string) => `${part} of ${all} ${whose}`,
  ),
  oneByOne: text('逐项', 'One by one'),
  canReach: text('能到的人', 'Reached'),
  beyond: text('到不了的人', 'Not reached'),
  groups: text('缺什么的各有多少人', 'Who lacks what'),
  groupsWhy: entry(
    (minutes: string) =>
      `点一组，地图上只留这一组。各组相加就是全部人；“缺”指 ${minutes}内到不了。`,
    (minutes: string) =>
      `Choose a group to see it alone on the map. The groups add up to everybody; to lack is to be beyond ${minutes}.`,
  ),
  lacks: entry(
    (which: string) => `缺${which}`,
    (which: string) => `without ${which}`,
  ),
  and: text('和', ' and '),
  lacksNothing: text('一项不缺', 'lack nothing'),
  groupIs: entry(
    (which: string, people: string) => `${which}：${people} 人`,
    (which: string, people: string) => `${which}: ${persons(people)}`,
  ),
  otherGroups: entry(
    (n: string, people: string) => `其余 ${n} 种情况：${people} 人`,
    (n: string, people: string) =>
      `${many(n, 'other combination', 'other combinations')}: ${persons(people)}`,
  ),
  allGroups: text('列出全部', 'List them all'),
  lackingPlaces: text('哪些居住点缺', 'Places that lack something'),
  placesShown: entry(
    (shown: string, all: string) => `${all} 个居住点，列出人最多的 ${shown} 个；地图上全有。`,
    (shown: string, all: string) =>
      `${many(all, 'place', 'places')}; the ${shown} with most people are listed, the map has all.`,
  ),
  placeIs: entry(
    (people: string, which: string) => `${people} 人，缺${which}`,
    (people: string, which: string) => `${persons(people)} without ${which}`,
  ),
  noLacking: text('没有居住点缺这几项。', 'No place lacks any of these.'),
  legendOne: text('缺一项', 'lacks one'),
  legendMore: text('缺两项以上', 'lacks two or more'),

  // Curves.
  curves: text('各项服务的曲线', 'Curves by service'),
  curvesWhy: entry(
    (way: string) => `横轴 0–30 分钟，纵轴 0–100 %，各图同一比例；每项服务算自己的人。${way}`,
    (way: string) =>
      `0 to 30 minutes across, 0 to 100 % up, the same scale in each; every service counts its own people. ${way}`,
  ),
  curveIs: entry(
    (minutes: string, share: string) => `${minutes} 分钟 ${share}`,
    (minutes: string, share: string) => `${minutes} min ${share}`,
  ),
  curveAll: entry(
    (service: string, list: string) => `${service}：${list}`,
    (service: string, list: string) => `${service}: ${list}`,
  ),

  // Areas.
  areas: text('分街道、乡镇细看', 'By area, in full'),
  areasFind: text('按名称筛选', 'Filter by name'),
  areasShown: entry(
    (shown: string, all: string) => `列出 ${all} 个中的 ${shown} 个`,
    (shown: string, all: string) => `${shown} of ${all} areas listed`,
  ),
  areasNone: text('没有名称里含这几个字的街道、乡镇。', 'No area has that in its name.'),
  areasHow: text(
    '点表头排序；点一行到地图上看，点地图上的一处找到它的行。',
    'Choose a heading to sort by. Choose a row to see it on the map, or a spot on the map to find its row.',
  ),
  zone: text('城乡', 'Zone'),
  urban: text('城镇', 'Town'),
  rural: text('农村', 'Country'),
  zoneless: text('未注明', 'Not stated'),
  subtotal: entry(
    (zone: string, n: string) => `${zone}小计（${n} 个）`,
    (zone: string, n: string) => `${zone}, ${many(n, 'area', 'areas')}`,
  ),
  everybody: text('全部', 'Everybody'),

  // Standards.
  standards: text('对照标准', 'Against standards'),
  standardsWhy: text(
    '标准的数字是我们抄录的，没有一条核对过原文，所以每条都写明有多可靠；它们不是法律意见。',
    'The figures were copied by us and none was checked against the rule itself, so each says how sure we are; nothing here is a statement of law.',
  ),
  conf_secondary: text('读自转述，未核对原文', 'read in a secondary source, not checked'),
  conf_partly_memory: text('部分凭记忆，须核对', 'partly from memory: check it'),
  conf_memory: text('凭记忆，须核对', 'from memory: check it'),
  conf_own: text('您自己定的', 'your own'),
  wanted: text('算作达标的比例（%）', 'Share that must be within (%)'),
  metresBy: text('“米”怎么量', 'How metres are measured'),
  metresStreets: text('沿街道', 'Along streets'),
  metresCircle: text('直线半径', 'As a radius'),
  metresNote: text(
    '沿街道的米按一般步速 1.2 米/秒的时间折算，坡路会折得更长；坐车来的服务总用直线半径。',
    'Metres along streets come from the time of a general walker at 1.2 m/s, so slopes count as longer; services that come by vehicle always use the radius.',
  ),
  standardOf: entry(
    (service: string) => `${service}：标准`,
    (service: string) => `${service}: standard`,
  ),
  limitOf: entry(
    (service: string) => `${service}：限值`,
    (service: string) => `${service}: limit`,
  ),
  unitOf: entry(
    (service: string) => `${service}：单位`,
    (service: string) => `${service}: unit`,
  ),
  peopleOf: entry(
    (service: string) => `${service}：算哪些人`,
    (service: string) => `${service}: people counted`,
  ),
  standard: text('标准', 'Standard'),
  limitWord: text('限值', 'Limit'),
  unit: text('单位', 'Unit'),
  who: text('算哪些人', 'People'),
  none: text('没有标准', 'No standard'),
  own: text('自己定', 'My own'),
  ownPeople: text('这项服务自己的人', 'The service’s own'),
  forThis: text('这项服务的', 'For this service'),
  forOthers: text('其他', 'Others'),
  noFigure: entry(
    (name: string) => `${name}（没有数字）`,
    (name: string) => `${name} (no figure)`,
  ),
  minutes: text('分钟', 'minutes'),
  metres: text('米', 'metres'),
  limitMinutes: entry((n: string) => `${n} 分钟`, minutesLong),
  limitMetres: entry(
    (n: string) => `${n} 米`,
    (n: string) => `${n} m`,
  ),
  limitZones: entry(
    (urban: string, rural: string) => `城镇 ${urban}，农村 ${rural}`,
    (urban: string, rural: string) => `town ${urban}, country ${rural}`,
  ),
  verdict_meets: text('达标', 'Meets'),
  verdict_short: text('不达标', 'Falls short'),
  verdict_none: text('没有标准', 'No standard'),
  verdict_unlisted: text('没有设施清单', 'No facility list'),
  verdict_nobody: text('没有这些人', 'Nobody to count'),
  verdict: text('结果', 'Result'),
  verdicts: entry(
    (meets: string, short: string) => `${meets} 项达标，${short} 项不达标`,
    (meets: string, short: string) => `${meets} meet their standard, ${short} fall short`,
  ),
  shortBy: entry(
    (people: string) => `差 ${people} 人`,
    (people: string) => `short by ${persons(people)}`,
  ),
  byCircle: text('直线半径', 'as a radius'),
  byStreets: entry(
    (speed: string) => `沿街道，按 ${speed} 米/秒折算`,
    (speed: string) => `along streets at ${speed} m/s`,
  ),
  byMinutes: entry(
    (profile: string, speed: string) => `${profile}，${speed} 米/秒`,
    (profile: string, speed: string) => `${profile}, ${speed} m/s`,
  ),
  change: text('改标准', 'Change'),
  service: text('服务', 'Service'),
} as const;

export type SeeWords = Said<typeof SEE>;

/** The words of the tab in one language. */
export const seeWordsIn = (language: Language): SeeWords => inLanguage(SEE, language);
