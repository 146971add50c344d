import Flatbush from 'flatbush';
import { METRES_PER_DEGREE, inPolygons, lonScale, type Polygons } from '../../core/geo.ts';
import { areaFinder } from '../../core/area-finder.ts';
import { hilbertOrder } from '../../core/hilbert.ts';
import type { Area } from '../tables/area.ts';
import type { Population } from '../tables/population.ts';
import type { Places } from './region.ts';

/** Orders the populated places for the engine and says of each its area and whether it is counted. */
export function layPlaces(
  population: Population,
  areas: Area[],
  studyArea: Polygons | null,
): Places {
  const order = hilbertOrder(population.lon, population.lat);
  const pick = (column: Float64Array) => Float64Array.from(order, (i) => column[i]);
  const lon = pick(population.lon);
  const lat = pick(population.lat);
  const areaOf = areaFinder(areas);
  const fields: Record<string, Float64Array> = {};
  for (const [field, column] of Object.entries(population.fields)) fields[field] = pick(column);
  return {
    ids: Array.from(order, (i) => population.ids[i]),
    lon,
    lat,
    fields,
    area: Int32Array.from(lon, (x, i) => areaOf(x, lat[i])),
    counted: Uint8Array.from(lon, (x, i) =>
      !studyArea || inPolygons(studyArea, x, lat[i]) ? 1 : 0,
    ),
    linkMetres: linkDistance(lon, lat),
  };
}

const LINK_RANGE = [300, 1000];

/**
 * How far apart two populated places may lie and still be one gap: 1.5 × the median distance to
 * the nearest other place, so that a grid's neighbours count and its next ring does not, but
 * never under 300 m nor over 1 km.
 */
export function linkDistance(lon: Float64Array, lat: Float64Array): number {
  if (lon.length < 2) return LINK_RANGE[0];
  const perLon = METRES_PER_DEGREE * lonScale(lat[lat.length >> 1]);
  const tree = new Flatbush(lon.length);
  for (let i = 0; i < lon.length; i++) tree.add(lon[i] * perLon, lat[i] * METRES_PER_DEGREE);
  tree.finish();
  // A few thousand are enough for a median.
  const stride = Math.max(1, Math.floor(lon.length / 4000));
  const metres: number[] = [];
  for (let i = 0; i < lon.length; i += stride) {
    const [x, y] = [lon[i] * perLon, lat[i] * METRES_PER_DEGREE];
    const other = tree.neighbors(x, y, 1, Infinity, (j) => j !== i)[0];
    metres.push(Math.hypot(x - lon[other] * perLon, y - lat[other] * METRES_PER_DEGREE));
  }
  const median = metres.sort((a, b) => a - b)[metres.length >> 1];
  return Math.min(LINK_RANGE[1], Math.max(LINK_RANGE[0], Math.round(1.5 * median)));
}
