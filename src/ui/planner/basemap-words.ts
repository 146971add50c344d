import { entry, inLanguage, text, type Language } from '../shared/phrase.ts';

/** Of another basemap, or of none: loaded when one is offered or ours does not come. */
const BASEMAP = {
  basemapAsks: entry(
    (host: string) => `地图图片现在向 ${host} 请求：它会知道您看的是哪里。`,
    (host: string) => `Map pictures now come from ${host}, which learns where you look.`,
  ),
  basemapWould: text(
    '选别家的底图，地图请求就会发往那家网站；不选就不发。',
    'Choosing another basemap sends map requests to its host; nothing is sent before.',
  ),
  basemapNone: entry(
    (id: string) =>
      `这个区域还没有底图，只画结果。生成底图：huimin tiles --region ${id} --osm 街道文件。`,
    (id: string) =>
      `This region has no basemap yet; only results are drawn. Make one: huimin tiles --region ${id} --osm FILE.`,
  ),
  basemapLost: entry(
    (id: string) =>
      `底图没有载入，只画结果。重新载入页面可再试；仍没有，请重新生成：huimin tiles --region ${id} --osm 街道文件。`,
    (id: string) =>
      `The basemap did not load; only results are drawn. Reload to try again, or make it anew: huimin tiles --region ${id} --osm FILE.`,
  ),
  basemapPartly: text(
    '底图有一部分没有载入；移动或放大地图会再试。',
    'A part of the basemap did not load; moving or zooming tries again.',
  ),
  basemapRefused: entry(
    (name: string) => `用不了“${name}”底图，改用本站底图。`,
    (name: string) => `The basemap “${name}” cannot be used; ours is shown.`,
  ),
  basemapOwn: text('本站底图', 'Our own'),
} as const;

export const basemapWords = (language: Language) => inLanguage(BASEMAP, language);
