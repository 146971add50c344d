import { pointTimes } from '../core/point-times.ts';
import { searchReach } from '../core/reach.ts';
import type { LonLat } from '../core/geo.ts';
import { paceOf, profileOf, type ProfileKey } from '../core/profile.ts';
import type { Facility } from '../data/tables/facility.ts';
import type { Prepared } from './prepared.ts';
import { siteSeeds } from './site-seeds.ts';

export interface NearestSite {
  site: Facility;
  minutes: number;
  /** Metres of the way, off-street legs included. */
  metres: number;
}

export interface NearestAnswer {
  /** False where the point is more than 300 m from any usable street: then nothing is listed. */
  onNetwork: boolean;
  sites: NearestSite[];
}

/**
 * Sites by time from one point, nearest first (then by id); those out of reach are left out. For an
 * ambulance the time is the one from the site to the point.
 */
export function nearestSites(
  prepared: Prepared,
  sites: Facility[],
  at: LonLat,
  profile: ProfileKey,
  speed: number,
  limitMinutes = Infinity,
): NearestAnswer {
  const { network, snapper } = prepared.way(profile, true);
  const pace = paceOf(profileOf(profile)!, speed);
  const from = snapper.snap([at[0]], [at[1]]);
  if (from.edge[0] < 0) return { onNetwork: false, sites: [] };
  const reach = searchReach(network, from, pace, limitMinutes * 60, { track: true });
  const seeds = siteSeeds(sites);
  const { seconds, metres } = pointTimes(reach, snapper.snap(seeds.lon, seeds.lat));
  /** The entrance of each site that is reached first. */
  const best = new Int32Array(sites.length).fill(-1);
  seeds.site.forEach((site, k) => {
    if (best[site] < 0 || seconds[k] < seconds[best[site]]) best[site] = k;
  });
  return {
    onNetwork: true,
    sites: sites
      .map((site, i) => ({ site, minutes: seconds[best[i]] / 60, metres: metres![best[i]] }))
      .filter(({ minutes }) => minutes < Infinity)
      .sort((a, b) => a.minutes - b.minutes || (a.site.id < b.site.id ? -1 : 1)),
  };
}
