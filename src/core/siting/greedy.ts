import { byDestination } from '../cost-matrix.ts';
import { limitOf, type SitingProblem } from './problem.ts';
import { BUDGET_SLACK, fixedCost, spent } from './value.ts';

/**
 * One candidate after the other, each time the one that gains most for its price: for MCLP within
 * 1 − 1/e of the best where only the number is limited (Nemhauser, Wolsey & Fisher 1978). With
 * capacities the gain is the people still without a place, as far as there is room. Stops when k
 * are chosen, the money is spent, nothing gains any more, or `enough` people are covered. Ties go
 * to the candidate that stands first.
 */
export function greedy(problem: SitingProblem, candidates: number[], enough = Infinity): number[] {
  const { costs, weights, fixed, model, k, prices, budget, apart, capacities, farthest } = problem;
  const columns = byDestination(costs);
  const median = model === 'pmedian';
  const barred = new Uint8Array(fixed);
  /** People still to be covered, or each one's cost so far. */
  const left = weights.slice();
  const now = fixedCost(costs, fixed).map((cost) => Math.min(cost, farthest));
  const within = (pair: number) => columns.cost[pair] <= limitOf(problem, columns.origin[pair]);
  let covered = 0;

  const gainOf = (j: number): number => {
    let gain = 0;
    for (let p = columns.start[j]; p < columns.start[j + 1]; p++) {
      const i = columns.origin[p];
      if (median) gain += weights[i] * Math.max(0, now[i] - columns.cost[p]);
      else if (within(p)) gain += left[i];
    }
    return capacities && !median ? Math.min(gain, capacities[j]) : gain;
  };
  const take = (j: number) => {
    let room = capacities && !median ? capacities[j] : Infinity;
    for (let p = columns.start[j]; p < columns.start[j + 1]; p++) {
      const i = columns.origin[p];
      now[i] = Math.min(now[i], columns.cost[p]);
      if (!within(p)) continue;
      const served = Math.min(left[i], room);
      left[i] -= served;
      room -= served;
      covered += served;
    }
  };
  fixed.forEach((stands, j) => {
    if (stands) take(j);
  });

  const chosen: number[] = [];
  // Gains only fall (without capacities), so an old one bounds the new (Minoux 1978).
  const gains = new Map(candidates.map((j) => [j, Infinity]));
  while (chosen.length < k && covered < enough) {
    let [best, bestGain, bestRate] = [-1, 0, 0];
    for (const j of candidates) {
      const price = prices?.[j] ?? 1;
      const old = gains.get(j)!;
      if (barred[j] || old / price <= bestRate) continue;
      if (prices && spent(prices, [...chosen, j]) > budget + BUDGET_SLACK) continue;
      const gain = gainOf(j);
      gains.set(j, gain);
      const rate = price > 0 ? gain / price : gain * Number.MAX_SAFE_INTEGER;
      if (gain > 0 && rate > bestRate) [best, bestGain, bestRate] = [j, gain, rate];
    }
    if (best < 0 || bestGain <= 0) break;
    chosen.push(best);
    barred[best] = 1;
    for (let p = 0; p < apart.length; p += 2) {
      if (apart[p] === best) barred[apart[p + 1]] = 1;
      if (apart[p + 1] === best) barred[apart[p]] = 1;
    }
    take(best);
  }
  return chosen;
}
