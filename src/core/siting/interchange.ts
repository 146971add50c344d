import { byDestination } from '../cost-matrix.ts';
import { limitOf, type SitingProblem, type SitingValue } from './problem.ts';
import { allowed, fixedCost, valueOf } from './value.ts';

/** Whether one choice is better than another, for its model. */
export function better(problem: SitingProblem, one: SitingValue, other: SitingValue): boolean {
  return problem.model === 'pmedian'
    ? one.cost < other.cost - 1e-9 * Math.abs(other.cost)
    : one.covered > other.covered + 1e-9 * other.covered;
}

/**
 * Vertex interchange (Teitz & Bart 1968): each chosen site in turn gives way to the candidate that
 * is best in its place, until a whole round changes nothing or `rounds` are over. Capacities are
 * not looked at in choosing the exchange, only in whether it is better.
 */
export function interchange(
  problem: SitingProblem,
  candidates: number[],
  chosen: number[],
  rounds = 20,
): number[] {
  const { costs, weights, fixed, farthest, model } = problem;
  const columns = byDestination(costs);
  const median = model === 'pmedian';
  const without = fixedCost(costs, fixed);
  const now = new Float64Array(costs.origins);
  let best = chosen.slice();
  let value = valueOf(problem, best);
  /** What j adds to the sites that `now` is the cost to. */
  const gainOf = (j: number): number => {
    let gain = 0;
    for (let p = columns.start[j]; p < columns.start[j + 1]; p++) {
      const i = columns.origin[p];
      const cost = columns.cost[p];
      if (cost >= now[i]) continue;
      if (median) gain += weights[i] * (Math.min(now[i], farthest) - Math.min(cost, farthest));
      else if (now[i] > limitOf(problem, i) && cost <= limitOf(problem, i)) gain += weights[i];
    }
    return gain;
  };
  for (let round = 0, again = true; again && round < rounds; round++) {
    again = false;
    for (let s = 0; s < best.length; s++) {
      now.set(without);
      best.forEach((j, other) => {
        if (other === s) return;
        for (let p = columns.start[j]; p < columns.start[j + 1]; p++) {
          const i = columns.origin[p];
          if (columns.cost[p] < now[i]) now[i] = columns.cost[p];
        }
      });
      const own = gainOf(best[s]);
      let [to, toGain] = [-1, own * (1 + 1e-9)];
      for (const j of candidates) {
        if (best.includes(j)) continue;
        const gain = gainOf(j);
        if (gain > toGain && allowed(problem, best.with(s, j))) [to, toGain] = [j, gain];
      }
      if (to < 0) continue;
      const other = best.with(s, to);
      const otherValue = valueOf(problem, other);
      if (better(problem, otherValue, value)) [best, value, again] = [other, otherValue, true];
    }
  }
  return best;
}
