import { gzipSync } from 'fflate';
import { graphColumns } from './encode-region.ts';
import { areaPoints, namedPlaces } from './nearby-names.ts';
import { NEARBY_VERSION } from './nearby-region.ts';
import { packColumns } from './packed-columns.ts';
import type { Region } from './region.ts';
import { writeSections } from './write-sections.ts';

/**
 * The part of a region that a resident's phone needs, packed; the same region always gives the same
 * bytes. `pinyinOf` gives the syllables of a name without tones, split by spaces.
 */
export function encodeNearby(
  region: Region,
  pinyinOf: (name: string) => string,
): Uint8Array<ArrayBuffer> {
  const areas = areaPoints(region);
  const sections = writeSections({
    arrays: packColumns(graphColumns(region.graph)),
    json: {
      nearby: { version: NEARBY_VERSION },
      region: { id: region.id, name: region.name, nameEn: region.nameEn },
      street_names: region.streetNames,
      facilities: region.facilities,
      estates: region.estates ?? [],
      areas,
      pinyin: namedPlaces(region, areas, []).map(({ name }) => pinyinOf(name)),
    },
  });
  // Without a date: the clock is no part of a region.
  return gzipSync(sections, { level: 9, mtime: 0 }) as Uint8Array<ArrayBuffer>;
}
