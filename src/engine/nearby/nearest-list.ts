import type { LonLat } from '../../core/geo.ts';
import { pathTo } from '../../core/path.ts';
import { profileOf, type ProfileKey } from '../../core/profile.ts';
import type { Facility } from '../../data/tables/facility.ts';
import { searchSites } from '../nearest.ts';
import type { Streets } from '../streets.ts';
import { stepMetres, uphillSeconds } from '../walk/hardships.ts';

/** An open place of a service, how far it is, and what the way there asks of one. */
export interface NearSite {
  facility: Facility;
  seconds: number;
  metres: number;
  /** Null beyond the first dozen, whose ways nobody has looked at. */
  way: {
    steps: boolean;
    /** What slopes add. */
    uphillSeconds: number;
  } | null;
}

/** So many ways are followed; a list on a phone is read no further. */
export const FOLLOWED = 12;

/**
 * The nearest of `sites` with the planner's own times, nearest first, at most `most`; null where no
 * street is near.
 */
export function nearestList(
  streets: Streets,
  sites: Facility[],
  at: LonLat,
  pace: ProfileKey,
  most: number,
): NearSite[] | null {
  const { speed } = profileOf(pace)!;
  const search = searchSites(streets, sites, at, pace, speed);
  if (!search) return null;
  const { reach, points } = search;
  return search.sites.slice(0, most).map(({ site, seconds, metres, entrance }, k) => {
    const path = k < FOLLOWED ? pathTo(reach, points, entrance) : null;
    const way = path && {
      steps: stepMetres(path, reach.network) > 0,
      uphillSeconds: uphillSeconds(path, reach.network, speed),
    };
    return { facility: site, seconds, metres, way };
  });
}
