import { circle } from '@turf/turf';
import type { Polygons, Ring } from '../core/geo.ts';
import { isochrones } from '../core/isochrone.ts';
import { surface } from '../core/surface.ts';
import type { Assessment } from './assess.ts';
import { circleRadius } from './circles.ts';
import type { Prepared } from './prepared.ts';

/** The ground reached within each limit, widest first, so that narrower bands are drawn over it. */
export interface Band {
  minutes: number;
  polygons: Polygons;
}

/** Steps of a buffer's circle, as everybody draws them. */
const CIRCLE_STEPS = 64;

/** The picture of an answer: isochrones from the same search, or Turf circles. Display only. */
export function bandsOf(prepared: Prepared, { query, reach, sites }: Assessment): Band[] {
  const limits = query.minutes.toSorted((a, b) => b - a);
  if (!reach) {
    return limits.map((minutes) => {
      const metres = circleRadius(minutes, query);
      return {
        minutes,
        polygons: metres > 0 ? sites.map(({ lon, lat }) => circleAt(lon, lat, metres)) : [],
      };
    });
  }
  const { grid, snaps } = prepared.way(query.profile).picture();
  const seconds = surface(reach, snaps);
  const polygons = isochrones(
    grid,
    seconds,
    limits.map((minutes) => minutes * 60),
  );
  return limits.map((minutes, k) => ({ minutes, polygons: polygons[k] }));
}

function circleAt(lon: number, lat: number, metres: number): Ring[] {
  const { geometry } = circle([lon, lat], metres / 1000, { steps: CIRCLE_STEPS });
  return geometry.coordinates as Ring[];
}
