import { bufferTimes } from '../core/buffer.ts';
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
  const { network, snapper, places } = prepared.walk(query.profile);
  const snaps = snapper.snap([site.lon], [site.lat]);
  const horizon = horizonSeconds(query);
  let search: Reach | null = null;
  let own: PointTimes;
  if (base.reach) {
    search = searchReach(network, snaps, query.speed, horizon, {
      bound: base.reach.seconds,
      recycle: recycle ?? undefined,
    });
    own = pointTimes(search, places);
  } else {
    const at = { lon: [site.lon], lat: [site.lat] };
    own = bufferTimes(prepared.circles(), at, query.speed, query.detour, horizon);
  }
  const edges = new Int32Array(base.sites.length + 1);
  for (const k of base.offNetwork.sites) edges[k] = -1;
  edges[base.sites.length] = snaps.edge[0];
  const times = nearerOf(base.times, own, base.sites.length);
  return { ...tally(prepared, query, [...base.sites, site], edges, times), search };
}

/** The base's times, and `site`'s own where it is nearer. */
function nearerOf(base: PointTimes, own: PointTimes, site: number): PointTimes {
  const seconds = base.seconds.slice();
  const nearest = base.nearest.slice();
  for (let i = 0; i < seconds.length; i++) {
    if (own.seconds[i] >= seconds[i]) continue;
    seconds[i] = own.seconds[i];
    nearest[i] = site;
  }
  return { seconds, nearest };
}
