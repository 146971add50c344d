import type { Polygons } from '../core/geo.ts';
import { isochrones } from '../core/isochrone.ts';
import type { Reach } from '../core/reach.ts';
import { surface } from '../core/surface.ts';
import type { Prepared } from './prepared.ts';
import type { Query } from './query.ts';

/** The ground reached within each limit, widest first, so that narrower bands are drawn over it. */
export interface Band {
  minutes: number;
  polygons: Polygons;
}

/** The limits of a query in minutes, widest first. */
export const widestFirst = ({ minutes }: Query) => minutes.toSorted((a, b) => b - a);

/** Isochrones from the search that the figures come from. Display only. */
export function isochroneBands(prepared: Prepared, query: Query, reach: Reach): Band[] {
  const limits = widestFirst(query);
  const { grid, snaps } = prepared.way(query.profile).picture();
  const seconds = surface(reach, snaps);
  const polygons = isochrones(
    grid,
    seconds,
    limits.map((minutes) => minutes * 60),
  );
  return limits.map((minutes, k) => ({ minutes, polygons: polygons[k] }));
}
