/** Local fonts only: the style has no glyph server, so these are CSS family names. */
const SANS = [
  'PingFang SC',
  'Microsoft YaHei',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'WenQuanYi Micro Hei',
  'system-ui',
];

export const REGULAR = SANS;

/**
 * MapLibre reads the weight off the first family's name and hands the rest to the browser, so the
 * first name here is no font but the weight of those that follow.
 */
export const STRONG = ['Map Bold', ...SANS];
