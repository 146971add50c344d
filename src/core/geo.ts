/** Mean Earth radius in metres, the one Turf uses, so that circles and streets share a ruler. */
export const EARTH_RADIUS = 6371008.8;

const RAD = Math.PI / 180;

/** Metres per degree of latitude. */
export const METRES_PER_DEGREE = EARTH_RADIUS * RAD;

/** Coordinates are stored as integers of 1e-7 degree (about 1 cm). */
export const E7 = 1e7;

export type LonLat = [lon: number, lat: number];
export type Ring = LonLat[];
/** Polygons with holes: outer ring first. */
export type Polygons = Ring[][];
/** [west, south, east, north] in degrees. */
export type Bbox = [number, number, number, number];

/** Great-circle distance in metres between two points in degrees (haversine). */
export function distance(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const s = Math.sin(((lat2 - lat1) * RAD) / 2);
  const t = Math.sin(((lon2 - lon1) * RAD) / 2);
  const h = s * s + Math.cos(lat1 * RAD) * Math.cos(lat2 * RAD) * t * t;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** How much shorter a degree of longitude is at this latitude, from 0 to 1. */
export function lonScale(lat: number): number {
  return Math.cos(lat * RAD);
}

/** Whether the point lies in any of the polygons (even-odd rule over all rings; edges unspecified). */
export function inPolygons(polygons: Polygons, lon: number, lat: number): boolean {
  let inside = false;
  for (const rings of polygons) {
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [xi, yi] = ring[i];
        const [xj, yj] = ring[j];
        if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) {
          inside = !inside;
        }
      }
    }
  }
  return inside;
}

/** Smallest box around all positions; null where there are none. */
export function bboxOf(positions: Iterable<LonLat>): Bbox | null {
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of positions) {
    if (lon < w) w = lon;
    if (lon > e) e = lon;
    if (lat < s) s = lat;
    if (lat > n) n = lat;
  }
  return w <= e ? [w, s, e, n] : null;
}

/** Area of a ring in square metres on a local plane at the ring's first latitude; positive when counter-clockwise. */
export function ringArea(ring: Ring): number {
  const lat0 = ring[0][1];
  const kx = METRES_PER_DEGREE * lonScale(lat0);
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    twice +=
      (ring[j][0] - ring[0][0]) * (ring[i][1] - lat0) -
      (ring[i][0] - ring[0][0]) * (ring[j][1] - lat0);
  }
  return (twice / 2) * kx * METRES_PER_DEGREE;
}

/** Area of polygons in square metres, holes taken off, whichever way their rings run. */
export function polygonsArea(polygons: Polygons): number {
  let area = 0;
  for (const rings of polygons) {
    rings.forEach((ring, k) => (area += (k ? -1 : 1) * Math.abs(ringArea(ring))));
  }
  return area;
}

/**
 * Centre of gravity of a ring's area, which may lie outside; the first position of a ring without
 * area. Taken from that position, so that small rings keep their digits.
 */
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
