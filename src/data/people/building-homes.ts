import { ringArea, type LonLat, type Polygons, type Ring } from '../../core/geo.ts';
import type { OsmData } from '../osm/osm.ts';
import type { Shapes } from '../osm/shapes.ts';
import { Tags } from '../osm/tags.ts';
import { homeLevels } from './building-rules.ts';
import { addHome, noHomes, type Homes } from './homes.ts';

/**
 * The buildings people live in, each at the centre of its largest ring; weight: floor space in m²
 * (footprint × storeys). Ids are OSM's: w<way>, r<relation>.
 */
export function buildingHomes(osm: OsmData, shapes: Shapes): Homes {
  const tags = new Tags(osm.strings);
  const homes = noHomes();
  const { ways, relations } = osm;
  const building = tags.key('building');
  if (building < 0) return homes;
  const reader =
    (of: { tags: Uint32Array; tagStart: Uint32Array }, i: number) =>
    (key: string): string | undefined => {
      const k = tags.key(key);
      return k < 0 ? undefined : tags.value(of.tags, of.tagStart[i], of.tagStart[i + 1], k);
    };
  const add = (id: string, polygons: Polygons, levels: number) => {
    const area = polygons.flat().reduce((sum, ring) => sum + ringArea(ring), 0);
    if (area <= 0) return;
    const [outer] = polygons.map(([ring]) => ring).sort((a, b) => ringArea(b) - ringArea(a));
    addHome(homes, id, ...centroid(outer), area * levels);
  };
  // The outline of a building with courtyards may bear its tags too: it is one building.
  const taken = new Set<number>();
  for (let r = 0; r < relations.ids.length; r++) {
    const get = reader(relations, r);
    if (!get('building') || get('type') !== 'multipolygon') continue;
    for (let m = relations.memberStart[r]; m < relations.memberStart[r + 1]; m++) {
      if (relations.memberTypes[m] === 1) taken.add(relations.memberIds[m]);
    }
    const levels = homeLevels(get);
    if (levels) add(`r${relations.ids[r]}`, shapes.polygonsOf(r).polygons, levels);
  }
  for (let w = 0; w < ways.ids.length; w++) {
    if (tags.valueIndex(ways.tags, ways.tagStart[w], ways.tagStart[w + 1], building) < 0) continue;
    const levels = taken.has(ways.ids[w]) ? 0 : homeLevels(reader(ways, w));
    const polygon = levels ? shapes.polygonOf(w) : null;
    if (polygon) add(`w${ways.ids[w]}`, [polygon], levels);
  }
  return homes;
}

/** Centre of gravity of a ring. Taken from its first position, so that small rings keep their digits. */
export function centroid(ring: Ring): LonLat {
  const [x0, y0] = ring[0];
  let [twice, x, y] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = [ring[i - 1][0] - x0, ring[i - 1][1] - y0];
    const [bx, by] = [ring[i][0] - x0, ring[i][1] - y0];
    const cross = ax * by - bx * ay;
    twice += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return twice === 0 ? [x0, y0] : [x0 + x / (3 * twice), y0 + y / (3 * twice)];
}
