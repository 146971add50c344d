import { pointTimes, type PointTimes } from '../core/point-times.ts';
import { searchReach, type Reach } from '../core/reach.ts';
import type { Facility } from '../data/tables/facility.ts';
import { sitesOfSeeds, tally, type Assessment } from './assess.ts';
import { circleTimes } from './circles.ts';
import { nearPlaces } from './near-places.ts';
import type { Prepared } from './prepared.ts';
import { horizonSeconds, queryPace } from './query.ts';
import { siteSeeds, sitesOffNetwork } from './site-seeds.ts';

/** An answer with one site more than its base; its own search holds only what that site changes. */
export interface MovedPin extends Omit<Assessment, 'reach' | 'seedSite'> {
  /** Streets that are nearer to the moved site than to all others; null for circles. */
  search: Reach | null;
}

/**
 * The answer for the sites of `base` and one more, as a pin is dragged: figures and times are the
 * same bits as `assess(prepared, [...base.sites, site], base.query)` gives. `base` is the answer of
 * all the other sites; the moved one is site number `base.sites.length` in `times.nearest`, and
 * where it is exactly as near as another, the other is named.
 *
 * The search never enters a street that another site reaches as fast, so its cost is the moved
 * site's own influence. `recycle` may name the search of the pin's place before, no longer needed.
 */
export function movePin(
  prepared: Prepared,
  base: Assessment,
  site: Facility,
  recycle?: Reach | null,
): MovedPin {
  const { query } = base;
  const way = prepared.way(query.profile);
  const moved = base.sites.length;
  const seeds = siteSeeds([site]);
  const snaps = way.snapper.snap(seeds.lon, seeds.lat);
  const horizon = horizonSeconds(query);
  const off = sitesOffNetwork(snaps.edge, seeds, 1);
  const offSites = off.length ? [...base.offNetwork.sites, moved] : base.offNetwork.sites;

  let search: Reach | null = null;
  let times: PointTimes;
  if (base.reach) {
    search = searchReach(way.network, snaps, queryPace(query), horizon, {
      bound: base.reach,
      recycle: recycle ?? undefined,
    });
    const near = nearPlaces(prepared, way, query, seeds);
    const own = pointTimes(search, near.snaps);
    sitesOfSeeds(own, seeds.site);
    times = nearerOf(base.times, own, moved, near.which);
  } else {
    const own = circleTimes(prepared.circles(), [site], query, horizon);
    times = nearerOf(base.times, own, moved, own.seconds.keys());
  }
  return { ...tally(prepared, query, [...base.sites, site], offSites, times), search };
}

/** The base's times, and `site`'s own (in the order of `which` places) where it is nearer. */
function nearerOf(
  base: PointTimes,
  own: PointTimes,
  site: number,
  which: Iterable<number>,
): PointTimes {
  const seconds = base.seconds.slice();
  const nearest = base.nearest.slice();
  let k = 0;
  for (const i of which) {
    const time = own.seconds[k++];
    if (time >= seconds[i]) continue;
    seconds[i] = time;
    nearest[i] = site;
  }
  return { seconds, nearest };
}
