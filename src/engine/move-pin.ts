import { bufferTimes, within } from '../core/buffer.ts';
import { pointTimes, searchReach, type PointTimes, type Reach } from '../core/reach.ts';
import type { Facility } from '../data/tables/facility.ts';
import { tally, type Assessment } from './assess.ts';
import type { Prepared } from './prepared.ts';
import { horizonSeconds } from './query.ts';

/** An answer with one site more than its base; its own search holds only what that site changes. */
export interface MovedPin extends Omit<Assessment, 'reach'> {
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
  const { speed } = query;
  const { network, snapper, places } = prepared.walk(query.profile);
  const snaps = snapper.snap([site.lon], [site.lat]);
  const horizon = horizonSeconds(query);
  const edges = new Int32Array(base.sites.length + 1);
  for (const k of base.offNetwork.sites) edges[k] = -1;
  edges[base.sites.length] = snaps.edge[0];

  let search: Reach | null = null;
  let times: PointTimes;
  if (base.reach) {
    search = searchReach(network, snaps, speed, horizon, {
      bound: base.reach.seconds,
      recycle: recycle ?? undefined,
    });
    // No walk is shorter than the straight line: only these can be reached at all.
    const near = within(prepared.circles(), site.lon, site.lat, horizon * speed + SLACK_METRES);
    const own = pointTimes(search, {
      edge: Int32Array.from(near, (i) => places.edge[i]),
      along: Float64Array.from(near, (i) => places.along[i]),
      off: Float64Array.from(near, (i) => places.off[i]),
    });
    times = nearerOf(base.times, own, base.sites.length, near);
  } else {
    const at = { lon: [site.lon], lat: [site.lat] };
    const own = bufferTimes(prepared.circles(), at, speed, query.detour, horizon);
    times = nearerOf(base.times, own, base.sites.length, own.seconds.keys());
  }
  return { ...tally(prepared, query, [...base.sites, site], edges, times), search };
}

/** Off-street legs lie on a plane, which is off the sphere by far less than this. */
const SLACK_METRES = 10;

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
