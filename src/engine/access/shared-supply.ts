import { assign, type Assignment } from '../../core/assignment.ts';
import { twoStepAccess, type Access } from '../../core/access/catchment.ts';
import type { Decay } from '../../core/access/decay.ts';
import type { CostMatrix } from '../../core/cost-matrix.ts';

/** What somebody has within the limit. */
export const REACHES_NONE = 0;
/** Only sites whose capacity is not known. */
export const REACHES_UNKNOWN = 1;
export const REACHES_SITES = 2;

/** Both ways to share out what sites have room for; origins and destinations as in the matrix. */
export interface SharedSupply extends Access {
  assignment: Assignment;
  /** By destination: people within the limit, whatever else they reach. */
  within: Float64Array;
  /** By origin: one of REACHES_…. */
  reaches: Uint8Array;
}

/**
 * Every pair of the matrix is within the limit; the decay may have a narrower one for its own part.
 * Sites whose capacity is not known (NaN) take no part: neither without end nor full.
 */
export function shareSupply(
  costs: CostMatrix,
  people: Float64Array,
  capacity: Float64Array,
  decay: Decay,
): SharedSupply {
  const { origins, destinations, start, destination } = costs;
  const supply = capacity.map((places) => (places >= 0 ? places : 0));
  const within = new Float64Array(destinations);
  const reaches = new Uint8Array(origins);
  for (let i = 0; i < origins; i++) {
    for (let k = start[i]; k < start[i + 1]; k++) {
      const j = destination[k];
      within[j] += people[i];
      const own = Number.isNaN(capacity[j]) ? REACHES_UNKNOWN : REACHES_SITES;
      reaches[i] = Math.max(reaches[i], own);
    }
  }
  return {
    ...twoStepAccess(costs, people, supply, decay),
    assignment: assign(costs, people, supply, Infinity),
    within,
    reaches,
  };
}
