import { pointTimes, searchReach } from '../core/reach.ts';
import type { LonLat } from '../core/geo.ts';
import type { ProfileKey } from '../core/profile.ts';
import type { Facility } from '../data/tables/facility.ts';
import type { Prepared } from './prepared.ts';

export interface NearestSite {
  site: Facility;
  minutes: number;
  /** Metres walked, off-street legs included. */
  metres: number;
}

export interface NearestAnswer {
  /** False where the point is more than 300 m from any usable street: then nothing is listed. */
  onNetwork: boolean;
  sites: NearestSite[];
}

/** Sites by walking time from one point, nearest first (then by id); those out of reach are left out. */
export function nearestSites(
  prepared: Prepared,
  sites: Facility[],
  at: LonLat,
  profile: ProfileKey,
  speed: number,
  limitMinutes = Infinity,
): NearestAnswer {
  const { network, snapper } = prepared.walk(profile);
  const from = snapper.snap([at[0]], [at[1]]);
  if (from.edge[0] < 0) return { onNetwork: false, sites: [] };
  const reach = searchReach(network, from, speed, limitMinutes * 60);
  const snaps = snapper.snap(
    sites.map((site) => site.lon),
    sites.map((site) => site.lat),
  );
  const { seconds } = pointTimes(reach, snaps);
  return {
    onNetwork: true,
    sites: sites
      .map((site, i) => ({ site, minutes: seconds[i] / 60, metres: seconds[i] * speed }))
      .filter(({ minutes }) => minutes < Infinity)
      .sort((a, b) => a.minutes - b.minutes || (a.site.id < b.site.id ? -1 : 1)),
  };
}
