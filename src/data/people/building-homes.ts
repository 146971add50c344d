import { centroid, polygonsArea, ringArea, type Polygons } from '../../core/geo.ts';
import { objectTags } from '../osm/object-tags.ts';
import { WAY, type OsmData } from '../osm/osm.ts';
import type { Shapes } from '../osm/shapes.ts';
import { homeLevels } from './building-rules.ts';
import { addHome, noHomes, type Homes } from './homes.ts';

/**
 * The buildings people live in, each at the centre of its largest ring; weight: floor space in m²
 * (footprint × storeys). Ids are OSM's: w<way>, r<relation>.
 */
export function buildingHomes(osm: OsmData, shapes: Shapes): Homes {
  const tags = objectTags(osm);
  const homes = noHomes();
  const { ways, relations } = osm;
  const add = (id: string, polygons: Polygons, levels: number) => {
    const area = polygonsArea(polygons);
    if (area <= 0) return;
    const [outer] = polygons.map(([ring]) => ring).sort((a, b) => ringArea(b) - ringArea(a));
    addHome(homes, id, ...centroid(outer), area * levels);
  };
  // The outline of a building with courtyards may bear its tags too: it is one building.
  const taken = new Set<number>();
  for (let r = 0; r < relations.ids.length; r++) {
    const get = tags.relations(r);
    if (!get('building') || get('type') !== 'multipolygon') continue;
    for (let m = relations.memberStart[r]; m < relations.memberStart[r + 1]; m++) {
      if (relations.memberTypes[m] === WAY) taken.add(relations.memberIds[m]);
    }
    const levels = homeLevels(get);
    if (levels) add(`r${relations.ids[r]}`, shapes.polygonsOf(r).polygons, levels);
  }
  for (let w = 0; w < ways.ids.length; w++) {
    const levels = taken.has(ways.ids[w]) ? 0 : homeLevels(tags.ways(w));
    const polygon = levels ? shapes.polygonOf(w) : null;
    if (polygon) add(`w${ways.ids[w]}`, [polygon], levels);
  }
  return homes;
}
