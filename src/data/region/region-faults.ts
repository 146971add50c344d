import type { Bbox } from '../../core/geo.ts';
import { Fault } from '../fault.ts';

const box = (b: Bbox) => b.map((value) => value.toFixed(4)).join(', ');

/** Why inputs that can be read one by one do not make a region together. */
export const regionFaults = {
  noStreets: (ways: number) =>
    new Fault('no-streets', {
      zh: `街道数据里没有可步行的街道（共 ${ways} 条线）。请换一份含 highway 的 OSM 数据。`,
      en: `The street data holds no walkable street (${ways} ways in all). Use an OSM extract with highways.`,
    }),
  elsewhere: (what: 'facilities' | 'population', first: { lon: number; lat: number }, b: Bbox) => {
    const zh = what === 'facilities' ? '设施' : '人口';
    const at = `${first.lon}, ${first.lat}`;
    return new Fault('elsewhere', {
      zh: `没有一个${zh}点在街道 300 米以内：第一个点在 ${at}，街道数据的范围是 ${box(b)}。请检查经纬度、坐标系，或换对应的街道数据。`,
      en: `Not one ${what} point lies within 300 m of a street: the first is at ${at}, the streets cover ${box(b)}. Check longitude and latitude, the coordinate system, or use the matching extract.`,
    });
  },
  nobodyCounted: () =>
    new Fault('nobody-counted', {
      zh: '研究范围内没有人口点。请检查 --study-area 与 --population 是否同一地方。',
      en: 'No populated place lies inside the study area. Check that --study-area and --population are of one place.',
    }),
};
