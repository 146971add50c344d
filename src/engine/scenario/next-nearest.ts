import type { PointTimes } from '../../core/point-times.ts';
import type { Facility } from '../../data/tables/facility.ts';
import { timesTo } from '../assess.ts';
import type { Prepared } from '../prepared.ts';
import { horizonSeconds, type Query } from '../query.ts';

/**
 * Seconds of every place to the nearest site other than its own nearest, up to the horizon; Infinity
 * where there is none, and where there is not even a first. `times` are those to all the sites.
 *
 * Two different sites differ in at least one bit of their numbers. So the sites are searched in
 * halves, those whose bit is 0 and those whose bit is 1, for every bit; whatever the nearest site
 * of a place is, the halves it is not in hold all the others between them. That is 2 log₂(sites)
 * ordinary searches instead of one a site, exact in every way of moving and by circles.
 */
export function nextNearest(
  prepared: Prepared,
  sites: Facility[],
  query: Query,
  { nearest }: PointTimes,
): Float64Array {
  const next = new Float64Array(nearest.length).fill(Infinity);
  const horizon = horizonSeconds(query);
  let recycle: Parameters<typeof timesTo>[4];
  for (let bit = 1; bit < sites.length; bit *= 2) {
    for (const half of [0, bit]) {
      const others = sites.filter((_, k) => (k & bit) === half);
      const found = timesTo(prepared, others, query, horizon, recycle);
      recycle = found.reach ?? undefined;
      const { seconds } = found.times;
      for (let i = 0; i < next.length; i++) {
        if (nearest[i] < 0 || (nearest[i] & bit) === half) continue;
        if (seconds[i] < next[i]) next[i] = seconds[i];
      }
    }
  }
  return next;
}
