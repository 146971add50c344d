import { bufferTimes } from '../core/buffer.ts';
import { coveredOnlyBy } from '../core/coverage.ts';
import { pointTimes, searchReach } from '../core/reach.ts';
import type { Assessment } from './assess.ts';
import type { Prepared } from './prepared.ts';

/** Where the two methods disagree about a limit, in people. */
export interface Disagreement {
  minutes: number;
  /** Inside a circle, but not within the limit on streets. */
  circlesOnly: number;
  /** Within the limit on streets, but in no circle. */
  streetsOnly: number;
}

/** Sets streets against circles at the last limit of an answer, whichever of the two it used. */
export function streetsAgainstCircles(prepared: Prepared, answer: Assessment): Disagreement {
  const { query, sites, times, who } = answer;
  const minutes = query.minutes[query.minutes.length - 1];
  const limit = minutes * 60;
  const lon = sites.map((site) => site.lon);
  const lat = sites.map((site) => site.lat);
  const other = () => {
    if (query.method === 'network') {
      const { speed, detour } = query;
      return bufferTimes(prepared.circles(), { lon, lat }, speed, detour, limit).seconds;
    }
    const walk = prepared.walk(query.profile);
    const reach = searchReach(walk.network, walk.snapper.snap(lon, lat), query.speed, limit);
    return pointTimes(reach, walk.places).seconds;
  };
  const [streets, circles] =
    query.method === 'network' ? [times.seconds, other()] : [other(), times.seconds];
  return {
    minutes,
    circlesOnly: coveredOnlyBy(circles, streets, who, limit),
    streetsOnly: coveredOnlyBy(streets, circles, who, limit),
  };
}
