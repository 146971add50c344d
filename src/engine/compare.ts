import { coveredOnlyBy } from '../core/coverage.ts';
import { limitSeconds, timesTo, type Assessment } from './assess.ts';
import type { Prepared } from './prepared.ts';
import { horizonSeconds } from './query.ts';

/** Where the two methods disagree about a limit, in people. */
export interface Disagreement {
  minutes: number;
  /** Inside a circle, but not within the limit on streets. */
  circlesOnly: number;
  /** Within the limit on streets, but in no circle. */
  streetsOnly: number;
}

/** Sets streets against circles at the limit of an answer, whichever of the two it used. */
export function streetsAgainstCircles(prepared: Prepared, answer: Assessment): Disagreement {
  const { query, sites, times, who } = answer;
  const streetsAsked = query.method === 'network';
  const method = streetsAsked ? 'buffer' : 'network';
  const other = timesTo(prepared, sites, { ...query, method }, horizonSeconds(query)).times.seconds;
  const [streets, circles] = streetsAsked ? [times.seconds, other] : [other, times.seconds];
  const limit = limitSeconds(prepared, query);
  return {
    minutes: query.minutes[query.minutes.length - 1],
    circlesOnly: coveredOnlyBy(circles, streets, who, limit),
    streetsOnly: coveredOnlyBy(streets, circles, who, limit),
  };
}
