import { entry, minutesLong, text } from './phrase.ts';

/** Words of the map, its ground and its legend. */
export const MAP = {
  showEvidence: text('居住点按街道疏密', 'Places by street data'),
  evidence: text('街道数据', 'Street data'),
  evidence_good: text('良好', 'good'),
  evidence_fair: text('尚可', 'fair'),
  evidence_sparse: text('稀疏', 'sparse'),
  evidenceIs: entry(
    (grade: string, metres: string, far: string) =>
      `街道数据：${grade}。一半的人周围 250 米内有 ${metres} 米以上街道；${far} 的人离街道超过 150 米。`,
    (grade: string, metres: string, far: string) =>
      `Street data: ${grade}. Half the people have ${metres} m of street or more within 250 m; ${far} live farther than 150 m from any.`,
  ),
  evidenceSparse: text(
    '没画进地图的路不算路，所以结果可能偏低。',
    'Streets that are not mapped are not walked here: the people reached may be too few.',
  ),
  showPlaces: text('居住点按分钟', 'Places by minutes'),
  dataDate: entry(
    (date: string) => `街道数据 ${date}`,
    (date: string) => `street data ${date}`,
  ),
  dateUnknown: text('日期不详', 'of unknown date'),
  // Before the licence's name, which is a link.
  osm: text('© OpenStreetMap 贡献者，', '© OpenStreetMap contributors, '),
  schematic: text('示意图', 'Schematic map'),
  approved: entry(
    (number: string) => `审图号：${number}`,
    (number: string) => `Map approval ${number}`,
  ),
  detail: text('底图更详细', 'Fuller basemap'),
  basemap: text('底图', 'Basemap'),
  legend: text('图例', 'Legend'),
  within: entry(
    (from: string, to: string) => `${from}–${to} 分钟`,
    (from: string, to: string) => `${from}–${to} min`,
  ),
  gapLegend: text('缺口', 'Gap'),
  planned: text('规划或在建', 'Planned or being built'),
  unequipped: text('未配充电', 'No charging'),
  mapOf: entry(
    (region: string, service: string, minutes: string) =>
      `地图：${region}，${service} ${minutes} 分钟的范围、缺口和设施`,
    (region: string, service: string, minutes: string) =>
      `Map of ${region}: ground within ${minutesLong(minutes)} of ${service}, gaps and sites`,
  ),
  mapOff: text(
    '这台设备画不了地图（没有 WebGL）。数字和列表照样可用。',
    'This device cannot draw the map (no WebGL). The numbers and lists work as usual.',
  ),
  zoomIn: text('放大', 'Zoom in'),
  zoomOut: text('缩小', 'Zoom out'),
  whole: text('看全区', 'Show the whole region'),
  mapMissing: text(
    '地图没有载入。数字和列表照样可用；重新载入页面可再试。',
    'The map did not load. The numbers and lists work as usual; reload the page to try again.',
  ),
} as const;
