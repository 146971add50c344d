import { byOrigin, type CostMatrix } from '../core/cost-matrix.ts';
import { pointTimes } from '../core/point-times.ts';
import { searchReach, type Reach } from '../core/reach.ts';
import type { Facility } from '../data/tables/facility.ts';
import { circleTimes } from './circles.ts';
import { nearPlaces } from './near-places.ts';
import type { Prepared } from './prepared.ts';
import { queryPace, type Query } from './query.ts';
import { siteSeeds } from './site-seeds.ts';

/** What a destination must say of itself. */
export type Destination = Pick<Facility, 'lon' | 'lat' | 'entrances'>;

/**
 * Seconds between every place (origin) and every site (destination) within `horizon` seconds, by
 * the query's method and in its direction: to the site on foot, from it for an ambulance. One
 * search a site; the least of a row is what `timesTo` gives, to the bit. `step` is called before
 * each site, so that long work can say how far it is, and throw to stop.
 */
export function costsTo(
  prepared: Prepared,
  query: Query,
  sites: Destination[],
  horizon: number,
  step: (site: number) => void = () => {},
): CostMatrix {
  const start = new Uint32Array(sites.length + 1);
  const origin: number[] = [];
  const cost: number[] = [];
  const take = (seconds: Float64Array, place: (k: number) => number) =>
    seconds.forEach((time, k) => {
      if (time === Infinity) return;
      origin.push(place(k));
      cost.push(time);
    });
  const way = prepared.way(query.profile);
  const pace = queryPace(query);
  let recycle: Reach | undefined;
  sites.forEach((site, j) => {
    step(j);
    if (query.method === 'buffer') {
      take(circleTimes(prepared.circles(), [site], query, horizon).seconds, (k) => k);
    } else {
      const seeds = siteSeeds([site]);
      const snaps = way.snapper.snap(seeds.lon, seeds.lat);
      recycle = searchReach(way.network, snaps, pace, horizon, { recycle });
      const near = nearPlaces(prepared, way, query, seeds, horizon);
      take(pointTimes(recycle, near.snaps).seconds, (k) => near.which[k]);
    }
    start[j + 1] = origin.length;
  });
  const columns = { start, origin: Uint32Array.from(origin), cost: Float64Array.from(cost) };
  return byOrigin(columns, prepared.region.places.lon.length);
}
