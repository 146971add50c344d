import type { NamedPlace } from '../../data/region/nearby-names.ts';
import type { NextBest } from './next-best.ts';
import { entry, inLanguage, text, type Language, type Said } from '../shared/phrase.ts';

type Kind = NamedPlace['kind'];

const NEARBY = {
  title: text('找最近的服务', 'Find what is near'),
  what: text('您要找什么？', 'What are you looking for?'),
  where: text('您从哪里出发？', 'Where do you set out from?'),
  elder: text('长者模式', 'Large print'),
  elderOff: text('普通模式', 'Ordinary print'),
  language: text('English', '中文'),
  planner: text('规划地图', 'Planning map'),
  back: text('返回', 'Back'),
  change: text('换一个', 'Change'),
  invented: text(
    '示例数据：街道和地点都是编造的，不是真实地方。',
    'Sample data: streets and places are invented; this is no real place.',
  ),
  dataDate: entry(
    (date: string) => `街道数据：${date}`,
    (date: string) => `Street data of ${date}`,
  ),
  dateUnknown: text('日期不详', 'an unknown date'),
  refused: entry(
    (parts: string) => `网址里这些没看懂，按默认显示：${parts}`,
    (parts: string) => `Not understood in the address, shown as usual: ${parts}`,
  ),
  opening: text('正在打开……', 'Opening …'),
  noServices: text(
    '这个区域还没有载入任何地点的清单。请向发布这个网页的单位询问。',
    'No places are listed for this region yet. Ask the office that publishes this page.',
  ),
  noneHere: entry(
    (service: string) => `这个区域没有登记开放的${service}。请选别的服务。`,
    (service: string) =>
      `No open place of “${service}” is listed in this region. Choose another service.`,
  ),
  why: text(
    '位置只留在这部手机上，不会发给任何人。',
    'Your position stays on this device and is sent to nobody.',
  ),
  useLocation: text('用我现在的位置', 'Use my position'),
  locating: text('正在找您的位置……', 'Finding your position …'),
  byName: text('或者输入小区、地点的名字', 'Or type the name of an estate or place'),
  byNameHint: entry(
    (name: string) => `例如：${name}`,
    (name: string) => `for example: ${name}`,
  ),
  found: entry(
    (n: string) => `找到 ${n} 个`,
    (n: string) => `${n} found`,
  ),
  kindOf: entry(
    (kind: Kind) => ({ estate: '小区', area: '社区、街道', street: '路', facility: '场所' })[kind],
    (kind: Kind) =>
      ({ estate: 'estate', area: 'district', street: 'street', facility: 'place' })[kind],
  ),
  notFound: text(
    '没有找到。请少输入几个字，或换一个附近的小区。',
    'Nothing found. Type fewer letters, or another estate nearby.',
  ),
  whereRefused: text(
    '没有得到位置的许可。请在下面输入小区的名字；或在浏览器设置里允许本页使用位置，再按一次按钮。',
    'The position was not allowed. Type the name of an estate below, or allow it in the browser’s settings and press the button again.',
  ),
  whereUnavailable: text(
    '这部手机现在说不出位置。请到开阔的地方再试，或在下面输入小区的名字。',
    'This device cannot tell its position now. Try again in the open, or type the name of an estate below.',
  ),
  whereInaccurate: text(
    '位置的误差超过 500 米，按它找会找错。请稍等再试，或在下面输入小区的名字。',
    'The position may be more than 500 m out, and the nearest place would be wrong. Try again in a moment, or type the name of an estate below.',
  ),
  whereOutside: entry(
    (region: string) =>
      `这个位置不在${region}的街道附近（300 米以内没有路）。请在下面输入${region}里一个小区的名字。`,
    (region: string) =>
      `That is not near the streets of ${region} (no street within 300 m). Type the name of an estate in ${region} below.`,
  ),
  elsewhere: text(
    '这个网站还有这些区域，近的在前：',
    'Other regions of this site, the nearest first:',
  ),
  whereUnknown: entry(
    (id: string) => `链接里的小区“${id}”这里没有。请在下面输入小区的名字。`,
    (id: string) => `The estate “${id}” of the link is not known here. Type its name below.`,
  ),
  pickOnMap: text('或者在地图上点', 'Or point at the map'),
  showMap: text('看地图', 'Show the map'),
  mapMissing: text(
    '地图没有载入；列表和走法照样可用。重新载入页面可再试。',
    'The map did not load. The list and the way work as usual; reload the page to try again.',
  ),
  mapTold: text(
    '这里的底图太大，只能一块一块地取：看地图时，本网站会知道您看的是哪一带。列表和走法不用地图。',
    'The basemap here is too large to fetch whole: while you look at the map, this site learns which part you look at. The list and the way need no map.',
  ),
  fromPoint: text('从地图上的一点出发', 'From a point on the map'),
  fromHere: text('从我的位置出发', 'From my position'),
  from: entry(
    (place: string) => `从${place}出发`,
    (place: string) => `From ${place}`,
  ),
  pace: text('怎么走', 'Your pace'),
  paceGeneral: text('一般', 'Ordinary'),
  paceOlder: text('较慢', 'Slower'),
  paceSlow: text('很慢', 'Very slow'),
  paceWheelchair: text('轮椅', 'Wheelchair'),
  paceNote: entry(
    (speed: string) => `按每秒 ${speed} 米、沿真实街道计算；等红灯、上楼没有算进去。`,
    (speed: string) =>
      `At ${speed} m per second along real streets; waiting at lights and stairs in buildings not counted.`,
  ),
  nearest: entry(
    (service: string) => `最近的${service}`,
    (service: string) => `Nearest: ${service}`,
  ),
  minutes: entry(
    (n: string) => `${n} 分钟`,
    (n: string) => `${n} min`,
  ),
  metres: entry(
    (n: string) => `${n} 米`,
    (n: string) => `${n} m`,
  ),
  searching: text('正在找最近的……', 'Looking for the nearest …'),
  far: entry(
    (n: string) => `最近的一处也要走 ${n} 分钟。去之前可以先打电话，问问能不能上门或送来。`,
    (n: string) =>
      `Even the nearest is ${n} minutes away. Call first and ask whether they can come to you or deliver.`,
  ),
  nextBest: entry(
    (why: NextBest['why'], name: string, n: string) =>
      ({
        'no-steps': `路上没有台阶的最近一处：${name}，${n} 分钟。`,
        'less-uphill': `上坡少的最近一处：${name}，${n} 分钟。`,
        comes: `说明里写着可以上门或送来：${name}。`,
      })[why],
    (why: NextBest['why'], name: string, n: string) =>
      ({
        'no-steps': `The nearest without steps on the way: ${name}, ${n} min.`,
        'less-uphill': `The nearest with less uphill: ${name}, ${n} min.`,
        comes: `Says that it comes or delivers: ${name}.`,
      })[why],
  ),
  openOnly: text('只看现在开门的', 'Open now only'),
  noneOpen: entry(
    (n: string) => `最近的 ${n} 处里，没有一处知道现在开着门。再按一次“只看现在开门的”就看全部。`,
    (n: string) =>
      `Of the nearest ${n} none is known to be open now. Press “Open now only” again to see them all.`,
  ),
  stepsThere: text('路上有台阶', 'Steps on the way'),
  noStepsThere: text('路上没有台阶', 'No steps on the way'),
  uphillThere: entry(
    (n: string) => `有上坡，多用 ${n} 分钟`,
    (n: string) => `uphill, which takes ${n} min more`,
  ),
  cannot: text(
    '现在打不开。请检查网络，再按下面的按钮。',
    'This cannot be opened now. Check the network, then press the button below.',
  ),
  startAgain: text('从头开始', 'Start again'),
  address: text('地址', 'Address'),
  hours: text('开放时间', 'Hours'),
  hoursUnknown: text('不详，去之前请打电话', 'not known; call before you go'),
  stepFree: text('门口没有台阶', 'Step-free entrance'),
  notStepFree: text('门口有台阶', 'Steps at the entrance'),
  stepFreeUnknown: text('门口有没有台阶：不详', 'Whether the entrance has steps is not known'),
  call: text('打电话', 'Call'),
  phone: entry(
    (number: string) => `电话：${number}`,
    (number: string) => `Phone: ${number}`,
  ),
  way: entry(
    (place: string) => `怎么去${place}`,
    (place: string) => `The way to ${place}`,
  ),
  noWay: text(
    '从这里走不到，请打电话问一问，或者换一个出发的地方。',
    'There is no way there on foot from here. Call and ask, or set out from elsewhere.',
  ),
  price: text('费用', 'Price'),
  note: text('说明', 'Note'),
  details: text('详细信息', 'Details'),
  partMissing: text(
    '这一页没有载入，请检查网络后再试。',
    'This page did not load. Check the connection and try again.',
  ),
  placeUnknown: entry(
    (id: string) => `链接里的地点“${id}”这里没有，可能已经撤销。请在下面重新找。`,
    (id: string) =>
      `The place “${id}” of the link is not known here; it may be gone. Look for another below.`,
  ),
  showWay: text('怎么走', 'Show the way'),
  more: text('再看几处', 'Show more'),
  total: entry(
    (minutes: string, metres: string) => `走 ${minutes} 分钟，${metres} 米`,
    (minutes: string, metres: string) => `${minutes} minutes on foot, ${metres} m`,
  ),
  stepsOnWay: entry(
    (metres: string) => `路上有台阶，约 ${metres} 米。`,
    (metres: string) => `There are steps on the way, about ${metres} m.`,
  ),
  noOtherWay: text('没有不走台阶的路。', 'There is no way without steps.'),
  withoutSteps: entry(
    (extra: string, minutes: string) => `不走台阶的路：多走 ${extra} 分钟，共 ${minutes} 分钟`,
    (extra: string, minutes: string) => `Without steps: ${extra} minutes more, ${minutes} in all`,
  ),
};

export type NearbyWords = Said<typeof NEARBY>;

export const nearbyWords = (language: Language): NearbyWords => inLanguage(NEARBY, language);
