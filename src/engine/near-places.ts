import { within } from '../core/buffer.ts';
import type { Snaps } from '../core/snap.ts';
import type { Prepared, Way } from './prepared.ts';
import { horizonSeconds, queryPace, type Query } from './query.ts';
import type { SiteSeeds } from './site-seeds.ts';

/** Off-street legs lie on a plane, which is off the sphere by far less than this. */
const SLACK_METRES = 10;

/** Some of the places, and where they join the streets. */
export interface NearPlaces {
  which: Int32Array;
  snaps: Snaps;
}

/**
 * The places that could be within `horizon` seconds of any of the seeds, each once, ascending:
 * nothing is faster than the straight line at the best speed there is.
 */
export function nearPlaces(
  prepared: Prepared,
  way: Way,
  query: Query,
  { lon, lat }: SiteSeeds,
  horizon = horizonSeconds(query),
): NearPlaces {
  const pace = queryPace(query);
  const fastest = Math.max(pace.speed / way.network.fastest, pace.offSpeed);
  const metres = Math.max(0, horizon - pace.startSeconds) * fastest + SLACK_METRES;
  const near = new Set<number>();
  for (let k = 0; k < lon.length; k++) {
    for (const i of within(prepared.circles(), lon[k], lat[k], metres)) near.add(i);
  }
  const which = Int32Array.from(near).sort();
  const { edge, along, off } = way.places;
  const snaps = {
    edge: Int32Array.from(which, (i) => edge[i]),
    along: Float64Array.from(which, (i) => along[i]),
    off: Float64Array.from(which, (i) => off[i]),
  };
  return { which, snaps };
}
