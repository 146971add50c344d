import { pointTimes } from '../core/point-times.ts';
import { searchReach, type Reach } from '../core/reach.ts';
import type { Snaps } from '../core/snap.ts';
import type { LonLat } from '../core/geo.ts';
import { paceOf, profileOf, type ProfileKey } from '../core/profile.ts';
import type { Facility } from '../data/tables/facility.ts';
import { siteSeeds } from './site-seeds.ts';
import type { Streets } from './streets.ts';

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

/** A site as a search from one point found it. */
export interface FoundSite extends NearestSite {
  seconds: number;
  /** Index into the search's points: the entrance that is reached first. */
  entrance: number;
}

/** A search from one point, which its ways can be followed back through. */
export interface SiteSearch {
  reach: Reach;
  /** All entrances of all sites. */
  points: Snaps;
  sites: FoundSite[];
}

/**
 * Sites by time from one point, nearest first (then by id); those out of reach are left out. For an
 * ambulance the time is the one from the site to the point.
 */
export function nearestSites(
  streets: Streets,
  sites: Facility[],
  at: LonLat,
  profile: ProfileKey,
  speed: number,
  limitMinutes = Infinity,
): NearestAnswer {
  const search = searchSites(streets, sites, at, profile, speed, limitMinutes);
  if (!search) return { onNetwork: false, sites: [] };
  return {
    onNetwork: true,
    sites: search.sites.map(({ site, minutes, metres }) => ({ site, minutes, metres })),
  };
}

/** The search behind `nearestSites`; null where the point is more than 300 m from any usable street. */
export function searchSites(
  streets: Streets,
  sites: Facility[],
  at: LonLat,
  profile: ProfileKey,
  speed: number,
  limitMinutes = Infinity,
): SiteSearch | null {
  const who = profileOf(profile)!;
  // The search begins at the person: with the travel where people go, against it where they are come to.
  const { network, snapper } = streets.travelled(who.travel, who.towards !== 'people');
  const from = snapper.snap([at[0]], [at[1]]);
  if (from.edge[0] < 0) return null;
  const pace = paceOf(who, speed);
  const reach = searchReach(network, from, pace, limitMinutes * 60, { track: true });
  const seeds = siteSeeds(sites);
  const points = snapper.snap(seeds.lon, seeds.lat);
  const { seconds, metres } = pointTimes(reach, points);
  /** The entrance of each site that is reached first. */
  const best = new Int32Array(sites.length).fill(-1);
  seeds.site.forEach((site, k) => {
    if (best[site] < 0 || seconds[k] < seconds[best[site]]) best[site] = k;
  });
  return {
    reach,
    points,
    sites: sites
      .map((site, i): FoundSite => {
        const entrance = best[i];
        const time = seconds[entrance];
        return { site, entrance, seconds: time, minutes: time / 60, metres: metres![entrance] };
      })
      .filter(({ minutes }) => minutes < Infinity)
      .sort((a, b) => a.minutes - b.minutes || (a.site.id < b.site.id ? -1 : 1)),
  };
}
