import type { TagOf } from '../osm/object-tags.ts';

/** What kind of ground a tag makes: key, kind, values. The first line that fits decides. */
const LAND: [key: string, kind: string, values: string[]][] = [
  ['amenity', 'school', ['school', 'kindergarten', 'college', 'university']],
  ['amenity', 'hospital', ['hospital', 'clinic']],
  ['landuse', 'cemetery', ['cemetery']],
  ['amenity', 'cemetery', ['grave_yard']],
  ['leisure', 'pitch', ['pitch', 'track', 'stadium']],
  ['leisure', 'park', ['park', 'garden', 'playground', 'golf_course', 'nature_reserve']],
  ['natural', 'wetland', ['wetland']],
  ['natural', 'wood', ['wood']],
  ['landuse', 'wood', ['forest']],
  ['natural', 'sand', ['sand', 'beach', 'shingle']],
  ['landuse', 'grass', ['grass', 'meadow', 'village_green', 'recreation_ground', 'greenfield']],
  ['natural', 'grass', ['grassland', 'scrub', 'heath']],
  ['landuse', 'farm', ['farmland', 'farmyard', 'orchard', 'vineyard', 'plant_nursery']],
  ['landuse', 'farm', ['greenhouse_horticulture', 'allotments', 'paddy', 'farm']],
  ['landuse', 'railway', ['railway']],
  ['landuse', 'commercial', ['commercial', 'retail']],
  ['landuse', 'industrial', ['industrial', 'quarry', 'port', 'landfill', 'construction']],
  ['landuse', 'residential', ['residential']],
];

/** Kinds whose names are shown: in the polygon's attributes and as a label. */
export const NAMED_LAND = new Set(['park', 'school', 'hospital', 'residential', 'cemetery']);

const RULES = LAND.map(([key, kind, values]) => ({ key, kind, values: new Set(values) }));

/** Kind of land of an area with these tags; null where none is drawn. */
export function landKind(get: TagOf): string | null {
  for (const { key, kind, values } of RULES) {
    const value = get(key);
    if (value !== undefined && values.has(value)) return kind;
  }
  return null;
}
