import { assign } from '../assignment.ts';
import type { CostMatrix } from '../cost-matrix.ts';
import { limitOf, type SitingProblem, type SitingValue } from './problem.ts';

/** What a choice comes to, counted from the problem itself: nothing of it is taken from a solver. */
export function valueOf(problem: SitingProblem, chosen: Iterable<number>): SitingValue {
  const { costs, weights, fixed, farthest, capacities } = problem;
  const there = new Uint8Array(fixed);
  for (const j of chosen) there[j] = 1;
  let [covered, cost] = [0, 0];
  for (let i = 0; i < costs.origins; i++) {
    let nearest = Infinity;
    for (let k = costs.start[i]; k < costs.start[i + 1]; k++) {
      if (there[costs.destination[k]] && costs.cost[k] < nearest) nearest = costs.cost[k];
    }
    // Without a limit it still takes a site that is reached.
    if (nearest <= limitOf(problem, i) && nearest < Infinity) covered += weights[i];
    if (weights[i] > 0) cost += weights[i] * Math.min(nearest, farthest);
  }
  if (!capacities) return { covered, cost };
  const room = capacities.map((places, j) => (there[j] ? places : 0));
  covered = assign(costs, weights, room, problem.limit).people.served;
  if (problem.model !== 'pmedian') return { covered, cost };
  // Some assignment, not the cheapest: what a solver found may be better.
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const sent = assign(costs, weights, room, farthest);
  return { covered, cost: sent.cost + (all - sent.people.served) * farthest };
}

/** Whether one choice is better than another, for its model. */
export function better(problem: SitingProblem, one: SitingValue, other: SitingValue): boolean {
  return problem.model === 'pmedian'
    ? one.cost < other.cost - 1e-9 * Math.abs(other.cost)
    : one.covered > other.covered + 1e-9 * other.covered;
}

/** Whether a choice keeps to the number, the money and the distances asked for. */
export function allowed(problem: SitingProblem, chosen: readonly number[]): boolean {
  const { k, prices, budget, apart } = problem;
  const there = new Uint8Array(problem.fixed);
  for (const j of chosen) there[j] = 1;
  for (let p = 0; p < apart.length; p += 2) {
    const [a, b] = [apart[p], apart[p + 1]];
    if (there[a] && there[b] && !(problem.fixed[a] && problem.fixed[b])) return false;
  }
  return chosen.length <= k && spent(prices, chosen) <= budget + BUDGET_SLACK;
}

/** Sums of decimal prices are not exact. */
export const BUDGET_SLACK = 1e-9;

export function spent(prices: Float64Array | null, chosen: readonly number[]): number {
  return prices ? chosen.reduce((sum, j) => sum + prices[j], 0) : 0;
}

/** Least cost of each origin to a fixed site; Infinity where there is none. */
export function fixedCost({ start, destination, cost, origins }: CostMatrix, fixed: Uint8Array) {
  const least = new Float64Array(origins).fill(Infinity);
  for (let i = 0; i < origins; i++) {
    for (let k = start[i]; k < start[i + 1]; k++) {
      if (fixed[destination[k]] && cost[k] < least[i]) least[i] = cost[k];
    }
  }
  return least;
}
