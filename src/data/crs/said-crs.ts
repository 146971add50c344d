import type { Crs } from './crs.ts';

const WORDS: [Crs, RegExp][] = [
  ['bd09', /bd[-_ ]?0?9|百度|baidu|bmap/i],
  ['gcj02', /gcj[-_ ]?0?2|高德|火星|腾讯|amap|autonavi|gaode|tencent/i],
  ['wgs84', /wgs[-_ ]?(19)?84|cgcs[-_ ]?2000|国家?2000|天地图|gps|epsg[:_ ]?(4326|4490)|crs84/i],
];

/** What a file says of itself: the words found, and which system they speak of. */
export interface SaidCrs {
  crs: Crs;
  /** Where it stands: a name of a file, of a column, or a note of the file. */
  where: string;
}

/** The coordinate systems that texts of a file (its name, its columns, its notes) name, each once. */
export function saidCrs(texts: readonly string[]): SaidCrs[] {
  const said: SaidCrs[] = [];
  for (const where of texts) {
    for (const [crs, words] of WORDS) {
      if (words.test(where) && !said.some((one) => one.crs === crs)) said.push({ crs, where });
    }
  }
  return said;
}
