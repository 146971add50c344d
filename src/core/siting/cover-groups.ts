import { limitOf, type SitingProblem } from './problem.ts';

/** Demand by who could cover it: demand with the same candidates is one group. */
export interface CoverGroups {
  /** People of each group. */
  weight: Float64Array;
  /** groups + 1; the candidates of group g are candidate[start[g]] … candidate[start[g + 1]], ascending. */
  start: Uint32Array;
  candidate: Uint32Array;
  /** People whom fixed sites cover, and all people. */
  before: number;
  all: number;
  /** Demand that neither a fixed site nor a candidate covers. */
  unreachable: number[];
}

/**
 * Groups demand for covering. What fixed sites cover is settled, what nobody can cover is listed;
 * the rest is united where its covering candidates are the same, which loses nothing.
 */
export function coverGroups(problem: SitingProblem, candidates: number[]): CoverGroups {
  const { costs, weights, fixed } = problem;
  const may = new Uint8Array(costs.destinations);
  for (const j of candidates) may[j] = 1;
  const groupOf = new Map<string, number>();
  const weight: number[] = [];
  const start = [0];
  const candidate: number[] = [];
  const unreachable: number[] = [];
  let [before, all] = [0, 0];
  for (let i = 0; i < costs.origins; i++) {
    all += weights[i];
    const limit = limitOf(problem, i);
    const own: number[] = [];
    let settled = false;
    for (let k = costs.start[i]; k < costs.start[i + 1] && !settled; k++) {
      if (costs.cost[k] > limit) continue;
      const j = costs.destination[k];
      if (fixed[j]) settled = true;
      else if (may[j]) own.push(j);
    }
    if (settled) before += weights[i];
    else if (!own.length) unreachable.push(i);
    else if (weights[i] > 0) {
      const key = own.join();
      let g = groupOf.get(key);
      if (g === undefined) {
        groupOf.set(key, (g = weight.length));
        weight.push(0);
        candidate.push(...own);
        start.push(candidate.length);
      }
      weight[g] += weights[i];
    }
  }
  return {
    weight: Float64Array.from(weight),
    start: Uint32Array.from(start),
    candidate: Uint32Array.from(candidate),
    before,
    all,
    unreachable,
  };
}
