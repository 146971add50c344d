import { entry, inLanguage, text, type Language, type Said } from '../shared/phrase.ts';

/** Words of the sheet for the notice board and its sketch. */
const SHEET = {
  preview: text('打印预览', 'Print preview'),
  fromEstate: entry(
    (estate: string) => `写上从${estate}怎么走`,
    (estate: string) => `With the way from ${estate}`,
  ),
  print: text('打印', 'Print'),
  sheetMissing: text(
    '打印页没有载入，请检查网络后再试。',
    'The sheet did not load. Check the connection and try again.',
  ),
  printHow: text('A4 纸，竖放，黑白彩色都行。', 'A4, upright; black and white will do.'),
  walkFrom: entry(
    (estate: string, minutes: string, metres: string, pace: string) =>
      `从${estate}到这里约 ${minutes} 分钟，${metres} 米（${pace}）`,
    (estate: string, minutes: string, metres: string, pace: string) =>
      `About ${minutes} min from ${estate}, ${metres} m (${pace})`,
  ),
  stepsOnWay: text('路上有台阶', 'steps on the way'),
  rule_general: text(
    '分钟按一般步速（1.2 米/秒）沿街道计算',
    'Minutes along streets at a general pace (1.2 m/s)',
  ),
  rule_older: text(
    '分钟按年长步速（0.9 米/秒）沿街道计算',
    'Minutes along streets at the pace of older people (0.9 m/s)',
  ),
  rule_slow: text(
    '分钟按缓行步速（0.7 米/秒）沿街道计算',
    'Minutes along streets at a slow pace (0.7 m/s)',
  ),
  rule_wheelchair: text(
    '分钟按轮椅（0.65 米/秒）沿没有台阶的街道计算',
    'Minutes by wheelchair (0.65 m/s) along streets without steps',
  ),
  printed: entry(
    (date: string) => `打印于 ${date}`,
    (date: string) => `printed ${date}`,
  ),
  scanPlace: text('扫一扫：这里的最新信息和走法', 'Scan: what is known today, and the way there'),
  scanEstate: entry(
    (service: string) => `扫一扫：看离这个小区最近的${service}`,
    (service: string) => `Scan: the nearest places near this estate (${service})`,
  ),
  qr: entry(
    (link: string) => `二维码，内容是 ${link}`,
    (link: string) => `QR code of ${link}`,
  ),
  qrMissing: text(
    '二维码没有载入，请用下面的网址。',
    'The QR code did not load: use the address below.',
  ),
  osm: text('街道 © OpenStreetMap 贡献者，ODbL', 'streets © OpenStreetMap contributors, ODbL'),
  inventedStreets: text('街道和地点都是编造的', 'streets and places are invented'),
  listFrom: entry(
    (source: string) => `地点信息：${source}`,
    (source: string) => `place: ${source}`,
  ),
  schematic: text('示意图', 'schematic map'),
  approved: entry(
    (number: string) => `审图号：${number}`,
    (number: string) => `map approval ${number}`,
  ),
  questions: entry(
    (office: string) => `有问题请找${office}`,
    (office: string) => `Questions: ${office}`,
  ),
  cut: entry(
    (text: string) => `${text}……（扫码看全文）`,
    (text: string) => `${text} … (scan for all of it)`,
  ),
  comma: text('，', ', '),
  semicolon: text('；', '; '),
  stop: text('。', '.'),
  sketchTitle: entry(
    (name: string) => `${name}周围的示意图`,
    (name: string) => `Sketch map around ${name}`,
  ),
  sketchWay: entry(
    (start: string, name: string, direction: string, metres: string) =>
      `从${start}往${direction}走，直线 ${metres} 米到${name}。`,
    (start: string, name: string, direction: string, metres: string) =>
      `From ${start} ${metres} m ${direction} as the crow flies to ${name}.`,
  ),
  sketchStreets: entry(
    (names: string) => `画出的街道：${names}。`,
    (names: string) => `Streets named: ${names}.`,
  ),
  sketchBare: text('周围没有画出的街道。', 'No streets are drawn around it.'),
  listComma: text('、', ', '),
  start: text('出发', 'Start'),
  north: text('北', 'N'),
  metres: entry(
    (n: string) => `${n} 米`,
    (n: string) => `${n} m`,
  ),
  keyWalk: text('走法', 'the way'),
  keyMain: text('大路', 'main road'),
  keyStreet: text('街道', 'street'),
  keyPath: text('小路', 'path'),
  keySteps: text('台阶', 'steps'),
  compass0: text('北', 'north'),
  compass1: text('东北', 'north-east'),
  compass2: text('东', 'east'),
  compass3: text('东南', 'south-east'),
  compass4: text('南', 'south'),
  compass5: text('西南', 'south-west'),
  compass6: text('西', 'west'),
  compass7: text('西北', 'north-west'),
} as const;

export type SheetWords = Said<typeof SHEET>;

const said: Partial<Record<Language, SheetWords>> = {};

export function sheetWords(language: Language): SheetWords {
  return (said[language] ??= inLanguage(SHEET, language));
}
