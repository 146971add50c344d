import {
  METRES_PER_DEGREE,
  bboxOf,
  centroid,
  distance,
  inPolygons,
  lonScale,
  polygonsArea,
  type Polygons,
} from '../../core/geo.ts';
import { objectTags, type TagOf } from '../osm/object-tags.ts';
import type { OsmData } from '../osm/osm.ts';
import type { Shapes } from '../osm/shapes.ts';
import { addHome, noHomes, type Homes } from './homes.ts';

/** Spots on land and along streets stand this far apart, metres. */
export const LATTICE_METRES = 50;
/** Spots on land, and in one area without anything; more land than that gets a wider lattice. */
const MOST_ON_LAND = 1_000_000;
const MOST_IN_AREA = 10_000;
/** Streets people live along, by `highway`. */
const RESIDENTIAL = new Set(['residential', 'living_street', 'unclassified']);

/**
 * Spots on the residential land of an extract (landuse=residential), on a lattice; land that the
 * lattice misses gets one at its centre of gravity. Ids: land-<row>-<column>, land-w<way>, land-r<relation>.
 */
export function landHomes(osm: OsmData, shapes: Shapes): Homes {
  const tags = objectTags(osm);
  const { ways, relations } = osm;
  const isLand = (get: TagOf) => get('landuse') === 'residential';
  const land: { id: string; polygons: Polygons }[] = [];
  for (let w = 0; w < ways.ids.length; w++) {
    const polygon = isLand(tags.ways(w)) ? shapes.polygonOf(w) : null;
    if (polygon) land.push({ id: `w${ways.ids[w]}`, polygons: [polygon] });
  }
  for (let r = 0; r < relations.ids.length; r++) {
    if (!isLand(tags.relations(r))) continue;
    const { polygons } = shapes.polygonsOf(r);
    if (polygons.length) land.push({ id: `r${relations.ids[r]}`, polygons });
  }
  const area = land.reduce((sum, { polygons }) => sum + polygonsArea(polygons), 0);
  const metres = Math.max(LATTICE_METRES, Math.sqrt(area / MOST_ON_LAND));
  const homes = noHomes();
  const seen = new Set<string>();
  // One lattice for all, so that land drawn twice counts once.
  const lat0 = land.length ? land[0].polygons[0][0][0][1] : 0;
  for (const { id, polygons } of land) {
    let found = 0;
    latticeIn(polygons, metres, lat0, (row, column, lon, lat) => {
      const spot = `land-${row}-${column}`;
      if (!seen.has(spot)) addHome(homes, spot, lon, lat, 1);
      seen.add(spot);
      found++;
    });
    if (!found) addHome(homes, `land-${id}`, ...centroid(polygons[0][0]), 1);
  }
  return homes;
}

/** Spots along residential streets, one for every started LATTICE_METRES of a piece. Ids: street-<way>-<n>. */
export function streetHomes(osm: OsmData, shapes: Shapes): Homes {
  const tags = objectTags(osm);
  const homes = noHomes();
  const { ways } = osm;
  for (let w = 0; w < ways.ids.length; w++) {
    if (!RESIDENTIAL.has(tags.ways(w)('highway') ?? '')) continue;
    let n = 0;
    for (const line of shapes.linesOf(w).lines) {
      for (let k = 1; k < line.length; k++) {
        const [[x0, y0], [x1, y1]] = [line[k - 1], line[k]];
        const metres = distance(x0, y0, x1, y1);
        const count = Math.ceil(metres / LATTICE_METRES);
        for (let i = 0; i < count; i++) {
          const t = (i + 0.5) / count;
          const id = `street-${ways.ids[w]}-${n++}`;
          addHome(homes, id, x0 + t * (x1 - x0), y0 + t * (y1 - y0), metres / count);
        }
      }
    }
  }
  return homes;
}

/**
 * Spots all over the ground of one area (of this index) that is `own` of it (not under an area before it): the
 * last resort. The lattice is as fine as a small area needs and as wide as a large one bears.
 */
export function areaHomes(
  polygons: Polygons,
  index: number,
  own: (lon: number, lat: number) => boolean,
): Homes {
  const homes = noHomes();
  const area = polygonsArea(polygons);
  let metres = Math.max(LATTICE_METRES, Math.sqrt(area / MOST_IN_AREA));
  metres = Math.min(metres, Math.max(1, Math.sqrt(area) / 2));
  const lat0 = polygons[0][0][0][1];
  for (let tries = 0; tries < 8 && !homes.ids.length; tries++, metres /= 2) {
    latticeIn(polygons, metres, lat0, (row, column, lon, lat) => {
      if (own(lon, lat)) addHome(homes, `ground-${index}-${row}-${column}`, lon, lat, 1);
    });
  }
  return homes;
}

/** Calls back for every lattice point inside; rows and columns count from 0°, 0°. */
function latticeIn(
  polygons: Polygons,
  metres: number,
  lat0: number,
  found: (row: number, column: number, lon: number, lat: number) => void,
): void {
  const stepLat = metres / METRES_PER_DEGREE;
  const stepLon = stepLat / Math.max(0.01, lonScale(lat0));
  for (const rings of polygons) {
    const [west, south, east, north] = bboxOf(rings[0])!;
    for (let row = Math.ceil(south / stepLat); row * stepLat <= north; row++) {
      for (let column = Math.ceil(west / stepLon); column * stepLon <= east; column++) {
        const [lon, lat] = [column * stepLon, row * stepLat];
        if (inPolygons([rings], lon, lat)) found(row, column, lon, lat);
      }
    }
  }
}
