import { coverageCurve } from '../core/coverage.ts';
import type { PointTimes } from '../core/point-times.ts';
import { timesTo, type Assessment } from './assess.ts';
import type { Prepared } from './prepared.ts';

/** The curve of people covered goes this far. Minutes. */
export const CURVE_MINUTES = 30;

/** What lies beyond an answer's own limits. */
export interface Curve {
  /** People covered within 0 … 30 minutes. */
  people: Float64Array;
  /** Times of all places up to 30 minutes. */
  times: PointTimes;
}

/**
 * Searches on to 30 minutes. Apart from the answer, which goes no farther than it is asked: on a
 * large region most of the work lies beyond the limit.
 */
export function curveOf(prepared: Prepared, answer: Assessment): Curve {
  const { query, sites, who } = answer;
  const known = query.minutes[query.minutes.length - 1] >= CURVE_MINUTES;
  const { times } = known ? answer : timesTo(prepared, sites, query, CURVE_MINUTES * 60);
  return { people: coverageCurve(times.seconds, who, CURVE_MINUTES), times };
}
