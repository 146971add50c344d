import type { SolveMip } from './mip.ts';
import type { SitingProblem } from './problem.ts';
import { proposeExactly, proposeGreedily, type Siting } from './solve.ts';
import { valueOf } from './value.ts';

/** A p-median in which nobody has a price who reaches no site. */
export interface ServedMedian {
  siting: Siting;
  /** Σ people × cost of those who reach a site, before and after; and what no choice is below. */
  costBefore: number;
  costAfter: number;
  costBound: number;
  /** People who reach a site at all, before and after. */
  servedBefore: number;
  servedAfter: number;
}

/** Times the greatest cost that somebody unserved counts as at first; raised this much in between. */
const [FIRST, RAISED, RAISES] = [2, 32, 5];

/**
 * The p-median where some pairs are out of reach and being out of reach has no price: first as many
 * people as possible are served, then at the least cost. Whoever is unserved is charged so much
 * that the answer serves the most there is; whatever does so at some charge does at every higher
 * one, and among those who serve the most the charge is the same. How many that is, a maximal
 * covering without a limit says, where not everybody who could be is served. `solve` null: greedily,
 * without a claim.
 */
export async function medianServingMost(
  problem: SitingProblem,
  solve: SolveMip | null,
): Promise<ServedMedian> {
  const reached: SitingProblem = { ...problem, limit: Infinity, model: 'mclp' };
  const served = (chosen: number[]) => valueOf(reached, chosen).covered;
  const greatest = problem.costs.cost.reduce((most, cost) => Math.max(most, cost), 1);
  const propose = async (asked: SitingProblem) =>
    solve ? proposeExactly(asked, solve) : proposeGreedily(asked);
  const everything = Array.from(problem.fixed.keys());
  let most = served(everything);
  let farthest = FIRST * greatest;
  let siting = await propose({ ...problem, farthest });
  for (
    let raise = 0;
    solve && served(siting.chosen) < most * (1 - HAIR) && raise < RAISES;
    raise++
  ) {
    if (raise === 0) most = (await propose(reached)).after.covered;
    if (served(siting.chosen) >= most * (1 - HAIR)) break;
    farthest *= RAISED;
    siting = await propose({ ...problem, farthest });
  }
  const all = problem.weights.reduce((sum, weight) => sum + weight, 0);
  const [servedBefore, servedAfter] = [served([]), served(siting.chosen)];
  const charge = (all - servedAfter) * farthest;
  return {
    siting: { ...siting, optimal: siting.optimal && servedAfter >= most * (1 - HAIR) },
    costBefore: siting.before.cost - (all - servedBefore) * farthest,
    costAfter: siting.after.cost - charge,
    costBound: siting.bound - charge,
    servedBefore,
    servedAfter,
  };
}

/** Sums of fractions are not exact. */
const HAIR = 1e-9;
