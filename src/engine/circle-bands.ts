import { circle } from '@turf/turf';
import type { Ring } from '../core/geo.ts';
import type { Facility } from '../data/tables/facility.ts';
import { circleRadius } from './circles.ts';
import { widestFirst, type Band } from './isochrone-bands.ts';
import type { Query } from './query.ts';

/** Steps of a buffer's circle, as everybody draws them. */
const CIRCLE_STEPS = 64;

/** Turf circles round the sites: the picture of the buffer method. Display only. */
export function circleBands(sites: readonly Pick<Facility, 'lon' | 'lat'>[], query: Query): Band[] {
  return widestFirst(query).map((minutes) => {
    const metres = circleRadius(minutes, query);
    return {
      minutes,
      polygons: metres > 0 ? sites.map(({ lon, lat }) => circleAt(lon, lat, metres)) : [],
    };
  });
}

function circleAt(lon: number, lat: number, metres: number): Ring[] {
  const { geometry } = circle([lon, lat], metres / 1000, { steps: CIRCLE_STEPS });
  return geometry.coordinates as Ring[];
}
