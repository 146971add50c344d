import { entry, inLanguage, text, type Language, type Said } from '../shared/phrase.ts';

/** Words of a place's own page, its sheet for the notice board, and reading aloud. */
const FACILITY = {
  invented: text('示例数据', 'Invented sample data'),
  inventedWhy: text(
    '示例数据：这个地方是编造的，请不要去。',
    'Sample data: this place is invented. Do not go there.',
  ),
  status_planned: text('还在规划，没有开放。', 'Planned: not open yet.'),
  status_building: text('正在建设，没有开放。', 'Being built: not open yet.'),
  status_closed: text('已经关闭。', 'Closed for good.'),
  unequipped: text('这个小区没有充电桩。', 'This estate has no charging.'),
  address: text('地址', 'Address'),
  hours: text('开放时间', 'Opening hours'),
  phone: text('电话', 'Phone'),
  price: text('费用', 'Price'),
  note: text('说明', 'Note'),
  steps: text('台阶', 'Steps'),
  stepFree: text('没有台阶，轮椅能进', 'No steps: wheelchairs can enter'),
  stepsThere: text('有台阶，轮椅进不去', 'Steps: wheelchairs cannot enter'),
  stepsUnknown: text('不知道，去前请问一问', 'Not known: ask before you go'),
  capacity: text('容量', 'Capacity'),
  places: entry(
    (n: string) => `${n} 人`,
    (n: string) => `${n} ${n === '1' ? 'place' : 'places'}`,
  ),
  opened: text('启用', 'Opened'),
  source: text('来源', 'Source'),
  accuracy: text('位置精度', 'Position'),
  accuracy_approximate: text('大概位置', 'approximate'),
  accuracy_osm: text('按 OpenStreetMap', 'as in OpenStreetMap'),
  accuracy_invented: text('编造的', 'invented'),
  builtOn: entry(
    (date: string) => `资料整理于 ${date}`,
    (date: string) => `list put together on ${date}`,
  ),
  streetsOf: entry(
    (date: string) => `街道数据 ${date}`,
    (date: string) => `street data ${date}`,
  ),
  dateUnknown: text('日期不详', 'of unknown date'),
  call: text('打电话', 'Call'),
  noPhone: text('没有登记电话', 'No phone is listed'),
  noHours: text('没有登记，去前请问一问', 'Not listed: ask before you go'),
  noAddress: text('没有登记', 'Not listed'),
  walkIs: entry(
    (minutes: string, metres: string, pace: string) =>
      `到那里约 ${minutes} 分钟，${metres} 米（${pace}）`,
    (minutes: string, metres: string, pace: string) =>
      `About ${minutes} min on the way, ${metres} m (${pace})`,
  ),
  pace_general: text('一般步速', 'general pace'),
  pace_older: text('年长步速', 'older pace'),
  pace_slow: text('缓行步速', 'slow pace'),
  pace_wheelchair: text('轮椅', 'wheelchair'),
  showWalk: text('怎么走', 'How to get there'),
  share: text('分享', 'Share'),
  shared: text('已分享。', 'Shared.'),
  copied: text('链接已复制，可以粘贴给别人。', 'The link is copied: paste it to whom you like.'),
  copyByHand: text(
    '这台设备不让复制，请按住下面的文字自己复制：',
    'This device lets nothing be copied. Select the text below yourself:',
  ),
  sheet: text('打印张贴', 'Print a sheet to post'),
  wrong: text('信息不对？', 'Something wrong?'),
  tellBy: entry(
    (office: string) => `写邮件告诉${office}`,
    (office: string) => `Write to ${office}`,
  ),
  tellWhat: text(
    '邮件里会写好名称、编号、区域和日期，没有您的位置。',
    'The mail will hold the name, number, region and date, and not where you are.',
  ),
  tellNobody: text(
    '这个网站没有填写受理单位。可以复制下面的文字，交给社区工作人员。',
    'This site names no office. Copy the text below and hand it to the staff of your community.',
  ),
  tellByHand: entry(
    (office: string) => `受理单位：${office}。可以打电话，或复制下面的文字交给他们。`,
    (office: string) => `Office: ${office}. Ring them, or copy the text below and hand it in.`,
  ),
  copyText: text('复制文字', 'Copy the text'),
  textCopied: text('文字已复制。', 'The text is copied.'),
  mailSubject: entry(
    (name: string, id: string) => `信息有误：${name}（${id}）`,
    (name: string, id: string) => `Wrong information: ${name} (${id})`,
  ),
  mailName: text('名称', 'Name'),
  mailId: text('编号', 'Number'),
  mailService: text('服务', 'Service'),
  mailRegion: text('区域', 'Region'),
  mailDate: text('资料日期', 'Date of the data'),
  mailPage: text('页面', 'Page'),
  mailAsk: text('哪里不对，正确的是什么：', 'What is wrong, and what is right:'),
  colon: text('：', ': '),
  comma: text('，', ', '),
  semicolon: text('；', '; '),
  stop: text('。', '.'),
} as const;

export type FacilityWords = Said<typeof FACILITY>;

const said: Partial<Record<Language, FacilityWords>> = {};

export function facilityWords(language: Language): FacilityWords {
  return (said[language] ??= inLanguage(FACILITY, language));
}
