import KDBush from 'kdbush';
import { METRES_PER_DEGREE, distance, lonScale } from './geo.ts';
import type { PointTimes } from './point-times.ts';

/** Places indexed for circles; build it once per region. */
export interface CircleIndex {
  lon: ArrayLike<number>;
  lat: ArrayLike<number>;
  tree: KDBush;
}

export function indexPoints(lon: ArrayLike<number>, lat: ArrayLike<number>): CircleIndex {
  const tree = new KDBush(lon.length);
  for (let i = 0; i < lon.length; i++) tree.add(lon[i], lat[i]);
  tree.finish();
  return { lon, lat, tree };
}

/** The points in a box that holds the circle of `metres` (and a little more), in no promised order. */
export function within(points: CircleIndex, lon: number, lat: number, metres: number): number[] {
  // Room for the narrowing of the circle's polar side.
  const dLat = (metres / METRES_PER_DEGREE) * 1.001;
  const dLon = dLat / Math.max(0.01, lonScale(Math.abs(lat) + dLat));
  return points.tree.range(lon - dLon, lat - dLat, lon + dLon, lat + dLat);
}

/** Radius in metres of the circle that stands for a walk of so many seconds. */
export function bufferRadius(seconds: number, speed: number, detour: number): number {
  return (seconds * speed) / detour;
}

/**
 * Times by the buffer method: the straight line made longer by the detour factor, walked at
 * `speed`. Covered within t is the same as lying in a circle of bufferRadius(t); Turf's circle of
 * 64 steps is inscribed in it (its sagitta is 0.12 % of the radius).
 */
export function bufferTimes(
  places: CircleIndex,
  facilities: { lon: ArrayLike<number>; lat: ArrayLike<number> },
  speed: number,
  detour: number,
  limitSeconds: number,
): PointTimes {
  const n = places.lon.length;
  const seconds = new Float64Array(n).fill(Infinity);
  const nearest = new Int32Array(n).fill(-1);
  const radius = bufferRadius(limitSeconds, speed, detour);
  const pace = detour / speed;
  for (let f = 0; f < facilities.lon.length; f++) {
    const [lon, lat] = [facilities.lon[f], facilities.lat[f]];
    const found = Number.isFinite(radius) ? within(places, lon, lat, radius) : nearest.keys();
    for (const i of found) {
      const time = distance(lon, lat, places.lon[i], places.lat[i]) * pace;
      if (time <= limitSeconds && time < seconds[i]) {
        seconds[i] = time;
        nearest[i] = f;
      }
    }
  }
  return { seconds, nearest };
}
