import { assignmentMip } from './assignment-mip.ts';
import { coverGroups, type CoverGroups } from './cover-groups.ts';
import { coveringMip, type SitingMip } from './covering-mip.ts';
import { greedy } from './greedy.ts';
import { better, interchange } from './interchange.ts';
import { medianBounds } from './median-bounds.ts';
import { medianMip } from './median-mip.ts';
import type { MipProgress, SolveMip } from './mip.ts';
import { candidatesOf, type SitingProblem, type SitingValue } from './problem.ts';
import { allowed, fixedCost, valueOf } from './value.ts';

/** A proposal: which destinations, what each adds, and how good it is proven to be. */
export interface Siting {
  /** Chosen destinations, each time the one that adds most to those before it. */
  chosen: number[];
  /** What each of them adds: people covered, or for p-median the people × cost it saves. */
  gains: number[];
  before: SitingValue;
  after: SitingValue;
  /** Proven: no choice is better. */
  optimal: boolean;
  /** What no choice can be better than: people covered, number or price of sites (lscp), or Σ people × cost. */
  bound: number;
  /** Demand that neither a fixed site nor a candidate covers (mclp, lscp). */
  unreachable: number[];
  /** lscp: people that were to be covered, and whether any choice covers so many. */
  target: number | null;
  feasible: boolean;
}

/** Something worth choosing is at hand at once: the greedy answer, no claim made for it. */
export function proposeGreedily(problem: SitingProblem): Siting {
  return setUp(problem).greedySiting;
}

/**
 * The best choice, proven: the greedy answer, improved by interchange, is where the solver begins.
 * What comes back is recounted from the problem; the better of the two stands. When the solver is
 * stopped the best so far comes back with the bound that was reached.
 */
export async function proposeExactly(
  problem: SitingProblem,
  solve: SolveMip,
  progress: (progress: MipProgress) => void = () => {},
): Promise<Siting> {
  const { candidates, groups, target, greedySiting } = setUp(problem);
  const everybody = target === null || target >= groups.all - groups.lost - SLACK;
  let first = greedySiting.chosen;
  if (problem.model !== 'lscp') first = interchange(problem, candidates, first);
  const program = programOf();
  const start = greedySiting.feasible ? program.startOf(first) : null;
  const result = await solve(program.mip, start, progress);
  if (result.status === 'infeasible') return { ...greedySiting, feasible: false, bound: NaN };
  let chosen = first;
  let value = valueOf(problem, first);
  if (result.x) {
    const found = candidates.filter(
      (j) => program.column[j] >= 0 && result.x![program.column[j]] > 0.5,
    );
    const foundValue = valueOf(problem, found);
    const fewer = () => priceOf(problem, found) < priceOf(problem, first) || !greedySiting.feasible;
    const good = problem.model === 'lscp' ? fewer() : better(problem, foundValue, value);
    if (allowed(problem, found) && good) [chosen, value] = [found, foundValue];
    if (problem.capacities && problem.model === 'pmedian' && result.status === 'optimal') {
      value = { ...value, cost: result.bound };
      chosen = found;
    }
  }
  const objective =
    problem.model === 'lscp'
      ? priceOf(problem, chosen)
      : problem.model === 'mclp'
        ? value.covered
        : value.cost;
  const slack = SLACK * Math.max(1, Math.abs(objective));
  return {
    ...siting(problem, chosen),
    after: value,
    optimal: result.status === 'optimal' && Math.abs(objective - result.bound) <= slack,
    bound: result.bound,
    unreachable: groups.unreachable,
    target,
    feasible: true,
  };

  function programOf(): SitingMip {
    if (problem.capacities) return assignmentMip(problem, candidates, target ?? groups.all);
    if (problem.model === 'lscp') {
      return coveringMip(
        problem,
        groups,
        candidates,
        everybody ? null : target! - groups.before,
        [],
      );
    }
    if (problem.model === 'pmedian') {
      const least = fixedCost(problem.costs, problem.fixed);
      const most = least.map((cost) => Math.min(cost, problem.farthest));
      const { left, sure } = settle(problem, most);
      const near = new Uint8Array(problem.fixed.length);
      for (const j of sure) near[j] = 1;
      const nearest = fixedCost(problem.costs, near);
      const rest = most.map((cost, i) => Math.min(cost, nearest[i]));
      return medianMip(problem, left, rest, sure);
    }
    const { left, sure } = settle(uncovered(problem, groups), ones(groups));
    return coveringMip(problem, groups, left, null, sure);
  }

  /** Candidates still to be decided on, and those that any better choice has; betters `first`. */
  function settle(median: SitingProblem, most: Float64Array) {
    let left = candidates;
    let sure: number[] = [];
    let value: Float64Array | undefined;
    let bound = -Infinity;
    const pairs = Math.max(1, median.costs.cost.length);
    // A small program is solved before its bounds are good.
    const calls = pairs < SMALL ? 1 : Math.min(16, Math.max(4, WORK / (ROUNDS * pairs)));
    for (let call = 0; call < calls; call++) {
      const bounds = medianBounds(median, left, most, first, ROUNDS, value);
      ({ chosen: first, value } = bounds);
      const gone = new Set(bounds.out.filter((j) => !first.includes(j)));
      sure = bounds.within.filter((j) => first.includes(j));
      left = left.filter((j) => !gone.has(j));
      if (left.length <= first.length) break;
      // Where it no longer rises, more rounds settle nothing.
      if (bounds.bound <= bound + 1e-6 * Math.abs(bound)) break;
      bound = bounds.bound;
    }
    return { left, sure };
  }
}

/** Rounds of bounds between two looks at what they settle, and pairs looked at in all of them. */
const [ROUNDS, WORK, SMALL] = [250, 4e8, 2000];

/** Solvers and sums of fractions are not exact. */
const SLACK = 1e-6;

function setUp(problem: SitingProblem) {
  const candidates = candidatesOf(problem);
  const plain = coverGroups(problem, candidates);
  const lost = plain.unreachable.reduce((sum, i) => sum + problem.weights[i], 0);
  const groups = { ...plain, lost };
  let target: number | null = null;
  let chosen: number[];
  let feasible = true;
  if (problem.model === 'lscp') {
    const all = valueOf(problem, candidates).covered;
    target = Math.min(problem.share * groups.all, all);
    chosen = withoutSpare(problem, greedy(problem, candidates, target - SLACK), target);
    feasible = valueOf(problem, chosen).covered >= target - SLACK * Math.max(1, target);
  } else chosen = greedy(problem, candidates);
  const greedySiting: Siting = {
    ...siting(problem, chosen),
    optimal: false,
    bound: NaN,
    unreachable: plain.unreachable,
    target,
    feasible,
  };
  return { candidates, groups, target, greedySiting };
}

/** Takes out again what the later ones made superfluous, the dearest and latest first. */
function withoutSpare(problem: SitingProblem, chosen: number[], target: number): number[] {
  let now = chosen;
  for (const j of chosen.toReversed()) {
    const less = now.filter((other) => other !== j);
    if (valueOf(problem, less).covered >= target - SLACK) now = less;
  }
  return now;
}

/** Covering as a median: whoever is not covered costs 1, whoever is costs nothing. */
function uncovered(problem: SitingProblem, groups: CoverGroups): SitingProblem {
  const { weight, start, candidate } = groups;
  return {
    ...problem,
    model: 'pmedian',
    costs: {
      origins: weight.length,
      destinations: problem.costs.destinations,
      start,
      destination: candidate,
      cost: new Float64Array(candidate.length),
    },
    weights: weight,
    fixed: new Uint8Array(problem.fixed.length),
    limit: 0,
    farthest: 1,
  };
}

function ones({ weight }: CoverGroups): Float64Array {
  return new Float64Array(weight.length).fill(1);
}

function priceOf({ prices }: SitingProblem, chosen: number[]): number {
  return prices ? chosen.reduce((sum, j) => sum + prices[j], 0) : chosen.length;
}

/** A choice in the order in which its members add most, with what each adds. */
function siting(problem: SitingProblem, choice: number[]) {
  const free = { ...problem, k: Infinity, budget: Infinity, apart: new Uint32Array(0) };
  const order = greedy(
    free,
    choice.toSorted((a, b) => a - b),
  );
  const chosen = [...order, ...choice.filter((j) => !order.includes(j))];
  const gains: number[] = [];
  const before = valueOf(problem, []);
  let now = before;
  chosen.forEach((_, n) => {
    const next = valueOf(problem, chosen.slice(0, n + 1));
    gains.push(problem.model === 'pmedian' ? now.cost - next.cost : next.covered - now.covered);
    now = next;
  });
  return { chosen, gains, before, after: now };
}
