import type { Bbox } from '../../core/geo.ts';
import { Fault } from '../fault.ts';

const box = (b: Bbox) => b.map((degree) => degree.toFixed(4)).join(', ');

/** Why a box cannot be cut out of OSM data. */
export const cutFaults = {
  elsewhere: (wanted: Bbox, there: Bbox | null) =>
    new Fault('cut-elsewhere', {
      zh: `OSM 数据里没有所要的范围：要 ${box(wanted)}（西，南，东，北），数据是 ${there ? box(there) : '空的，没有一个点'}。请换一份覆盖该地的数据，或改正配方的 bbox。`,
      en: `The OSM data does not hold the place: wanted ${box(wanted)} (west, south, east, north), the data ${there ? `covers ${box(there)}` : 'has no node at all'}. Use an extract that covers the place, or mend the recipe's bbox.`,
    }),
};
