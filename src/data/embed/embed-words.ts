/** The words of a published view, beside those of everything printed: both languages, or it does not compile. */
const CATALOGUE = {
  beyond: {
    zh: (limit: string) => `超过 ${limit}，或到不了`,
    en: (limit: string) => `Longer than ${limit}, or not at all`,
  },
  withinLimit: { zh: (limit: string) => `${limit}内`, en: (limit: string) => `Within ${limit}` },
  withinOwn: { zh: '在各自限时内', en: 'Within their own limit' },
  tableOf: {
    zh: (whose: string) => `${whose}，按时间`,
    en: (whose: string) => `${capital(whose)}, by time`,
  },
  cumulative: { zh: '时间（累计）', en: 'Time (cumulative)' },
  shareOf: {
    zh: (people: string, whose: string) => `占 ${people} 位${gap(whose)}${whose}的比例`,
    en: (people: string, whose: string) => `Share of ${people} ${whose}`,
  },
  areasHead: {
    zh: (limit: string) => `分区划，${limit}内（比例低的在前）`,
    en: (limit: string) => `By area, within ${limit} (lowest share first)`,
  },
  facilities: {
    zh: (n: string, service: string) => `计入开放的“${service}” ${n} 处`,
    en: (n: string, service: string) => `${service}: ${n} open sites are counted`,
  },
  gaps: {
    zh: (n: string, people: string) => `缺口 ${n} 处，里面有 ${people} 人`,
    en: (n: string, people: string) =>
      n === '1' ? `1 gap, with ${people} people in it` : `${n} gaps, with ${people} people in them`,
  },
  noGaps: { zh: '没有缺口', en: 'No gaps' },
  missing: { zh: '没有算进来的', en: 'What is missing' },
  numbers: { zh: '数字', en: 'The numbers' },
  fullPage: { zh: '在完整页面里查看', en: 'See it on the full page' },
  byItself: { zh: '单独打开这一页', en: 'Open this page by itself' },
  frozen: {
    zh: (date: string, hash: string) =>
      `数字于 ${date} 定格，不随数据更新而变。指纹（SHA-256）${hash}…，可用 huimin verify 重算核对。`,
    en: (date: string, hash: string) =>
      `The figures were frozen on ${date} and do not follow later data. Their SHA-256 begins with ${hash}; huimin verify computes them again.`,
  },
  movedOn: {
    zh: (date: string) => `这张图做于 ${date}，地图数据后来更新过；这里仍是当时的数字。`,
    en: (date: string) =>
      `This was made on ${date}; the map's data has changed since. The figures here are still those of that day.`,
  },
  movedMap: {
    zh: (date: string) => `地图按现在的数据画，可以和文中 ${date} 的数字不同。`,
    en: (date: string) =>
      `The map is drawn from the data of now, which may differ from the figures of ${date}.`,
  },
  gestureCtrl: {
    zh: '按住 Ctrl 键再滚动，可缩放地图',
    en: 'Use Ctrl + scroll to zoom the map',
  },
  gestureMac: { zh: '按住 ⌘ 键再滚动，可缩放地图', en: 'Use ⌘ + scroll to zoom the map' },
  gestureTouch: { zh: '用两根手指移动地图', en: 'Use two fingers to move the map' },
  altMap: { zh: (place: string) => `${place}地图。`, en: (place: string) => `Map of ${place}. ` },
  altLowest: {
    zh: (area: string, share: string, of: string) =>
      `比例最低的是${area}：${share}（共 ${of} 人）。`,
    en: (area: string, share: string, of: string) => `Lowest: ${area}, ${share} of ${of} people. `,
  },
  corrections: { zh: '更正', en: 'Corrections' },
  openLive: { zh: '打开可移动的地图', en: 'Open the map that moves' },
  liveWhy: {
    zh: '按下才下载地图程序和数据。',
    en: 'Its program and data are loaded when you press.',
  },
  liveOpening: { zh: '正在打开地图…', en: 'Opening the map…' },
  liveFailed: {
    zh: '活动地图在这里打不开，图上的数字不受影响。',
    en: 'The map that moves cannot be opened here; the figures stand as they are.',
  },
} satisfies Record<string, { zh: Phrase; en: Phrase }>;

type Phrase = string | ((...values: never[]) => string);
export type EmbedWords = { [K in keyof typeof CATALOGUE]: (typeof CATALOGUE)[K]['zh'] };

/** "60 岁…" begins with a number, which stands off the Chinese before it. */
function gap(whose: string): string {
  return /^\d/.test(whose) ? ' ' : '';
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The whole catalogue in one language. */
export function embedWords(language: 'zh' | 'en'): EmbedWords {
  const entries = Object.entries(CATALOGUE).map(([key, both]) => [key, both[language]]);
  return Object.fromEntries(entries) as EmbedWords;
}
