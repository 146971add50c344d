import type { Bbox } from '../../src/core/geo.ts';
import { Fault, type Text } from '../../src/data/fault.ts';

const degrees = (box: Bbox) => box.map((side) => side.toFixed(3)).join(', ');

/** What can be wrong with the data a basemap is to be made of. */
export const tilesFaults = {
  noOsm: (id: string, file: string) =>
    new Fault('tiles-no-osm', {
      zh: `缺少 --osm：底图要用街道数据重新绘制，区域文件里没有用地和建筑。区域“${id}”是用 ${file} 建的，请写 --osm ${file} 的路径。`,
      en: `--osm is missing: a basemap is drawn from the street data, and a built region holds no land use or buildings. Region "${id}" was built from ${file}: give its path with --osm.`,
    }),
  otherFile: (got: string, expected: string): Text => ({
    zh: `注意：${got} 不是建这个区域时用的 ${expected}（内容不同），底图会与街道不一致。`,
    en: `note: ${got} is not the file this region was built from (${expected}); basemap and streets will differ`,
  }),
  elsewhere: (file: string, got: Bbox | null, expected: Bbox) =>
    new Fault('tiles-elsewhere', {
      zh: `${file} 的范围是 ${got ? degrees(got) : '空'}，应与区域的范围 ${degrees(expected)} 重叠（西、南、东、北，度）。请换成这个区域的 OSM 文件。`,
      en: `${file} covers ${got ? degrees(got) : 'nothing'}, expected to overlap the region's ${degrees(expected)} (west, south, east, north in degrees). Give the OSM file of this region.`,
    }),
  changed: (id: string) =>
    new Fault('tiles-changed', {
      zh: `绘制底图期间，区域“${id}”被重新生成了。旧的没有动；请再运行一次。`,
      en: `Region "${id}" was built anew while its basemap was drawn. Nothing was written: run it again.`,
    }),
};
