import { entry, inLanguage, text, type Language, type Said } from '../shared/phrase.ts';

const NEAR_MAP = {
  mapOf: entry(
    (region: string) => `${region}的地图：出发的地方、列出的地点、走的路`,
    (region: string) => `Map of ${region}: where you set out, the places listed, the way`,
  ),
  zoomIn: text('放大', 'Zoom in'),
  zoomOut: text('缩小', 'Zoom out'),
  whole: text('看全部', 'Show it all'),
  noMap: text(
    '这台设备画不了地图（没有 WebGL）。列表和走法照样可用。',
    'This device cannot draw the map (no WebGL). The list and the way work as usual.',
  ),
  ground: text(
    '底图没有载入；列表和走法照样可用。',
    'The basemap did not load. The list and the way work as usual.',
  ),
  windows: text('按住 Ctrl 键滚动，可放大缩小地图', 'Use Ctrl + scroll to zoom the map'),
  mac: text('按住 ⌘ 键滚动，可放大缩小地图', 'Use ⌘ + scroll to zoom the map'),
  touch: text('用两根手指移动地图，或点一下要看的地方', 'Use two fingers to move the map, or tap'),
  pick: text(
    '点一下地图，把十字放到您出发的地方；用键盘的方向键也可以。',
    'Tap the map to put the cross where you set out; the arrow keys move it too.',
  ),
  pickHere: text('就从十字这里出发', 'Set out from the cross'),
  schematic: text('示意图', 'Schematic map'),
  approved: entry(
    (number: string) => `审图号：${number}`,
    (number: string) => `Map approval ${number}`,
  ),
  osm: text('© OpenStreetMap 贡献者，ODbL', '© OpenStreetMap contributors, ODbL'),
} as const;

export const nearMapWords = (language: Language): NearMapWords => inLanguage(NEAR_MAP, language);
export type NearMapWords = Said<typeof NEAR_MAP>;
