import type { OsmData } from '../osm/osm.ts';
import { facilityDetails } from './facility-details.ts';
import type { ObjectPlaces } from './object-place.ts';
import { tagSet, withKeys } from './tag-set.ts';

/** A housing estate by name, as OSM has it. */
export interface Estate {
  /** osm-w… or osm-r… */
  id: string;
  name: string;
  nameEn?: string;
  /** Degrees; a point inside. */
  lon: number;
  lat: number;
}

/** The named residential grounds (landuse=residential) of an extract. */
export function findEstates(osm: OsmData, places: ObjectPlaces): Estate[] {
  const estates: Estate[] = [];
  const types = [
    ['w', osm.ways, (i: number) => places.way(i)],
    ['r', osm.relations, (i: number) => places.relation(i)],
  ] as const;
  for (const [letter, objects, placeOf] of types) {
    for (const i of withKeys(osm.strings, objects, new Set(['landuse']))) {
      const tags = tagSet(osm.strings, objects, i);
      if (tags.get('landuse') !== 'residential') continue;
      const { name, nameEn } = facilityDetails(tags);
      const place = name ? placeOf(i) : null;
      if (!name || !place) continue;
      const [lon, lat] = place.point;
      estates.push({
        id: `osm-${letter}${objects.ids[i]}`,
        name,
        ...(nameEn && { nameEn }),
        lon,
        lat,
      });
    }
  }
  return estates;
}
