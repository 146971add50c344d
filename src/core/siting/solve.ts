import { assignmentMip } from './assignment-mip.ts';
import { coverGroups } from './cover-groups.ts';
import { coveringMip, type SitingMip } from './covering-mip.ts';
import { greedy } from './greedy.ts';
import { search, type Searched } from './branch-and-bound.ts';
import { interchange } from './interchange.ts';
import { medianMip } from './median-mip.ts';
import type { MipProgress, MipResult, SolveMip } from './mip.ts';
import { candidatesOf, type SitingProblem, type SitingValue } from './problem.ts';
import { coveringSavings, medianSavings } from './savings.ts';
import { allowed, better, fixedCost, valueOf } from './value.ts';

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

/** How far a proof is, in the unit of the objective. */
export type SitingProgress = Pick<MipProgress, 'best' | 'bound'>;

/**
 * The best choice, proven. Where only the number of sites matters, branch and bound goes as far as
 * it can; the rest is the solver's, beginning with the greedy answer or the best there is by then.
 * What comes back is recounted from the problem; the better of the two stands. `pause` is awaited
 * every few milliseconds of our own search, and ends it by false; when it is ended, or the solver
 * is, the best so far comes back with the bound that was reached.
 */
export async function proposeExactly(
  problem: SitingProblem,
  solve: SolveMip,
  progress: (progress: SitingProgress) => void = () => {},
  pause: () => Promise<boolean> = async () => true,
): Promise<Siting> {
  const { candidates, groups, target, greedySiting } = setUp(problem);
  const { model } = problem;
  const everybody = target === null || target >= groups.all - groups.lost - SLACK;
  let first = greedySiting.chosen;
  if (model !== 'lscp' && problem.capacities) first = interchange(problem, candidates, first);
  const program =
    model === 'lscp' || problem.capacities ? directProgram() : await searchedProgram();
  if (!('mip' in program)) return finished(first, valueOf(problem, first), program);

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
    const good = model === 'lscp' ? fewer() : better(problem, foundValue, value);
    if (allowed(problem, found) && good) [chosen, value] = [found, foundValue];
    if (problem.capacities && model === 'pmedian' && result.status === 'optimal') {
      value = { ...value, cost: result.bound };
      chosen = found;
    }
  }
  return finished(chosen, value, result);

  function finished(
    chosen: number[],
    value: SitingValue,
    { status, bound }: Pick<MipResult, 'status' | 'bound'>,
  ): Siting {
    const objective =
      model === 'lscp' ? priceOf(problem, chosen) : model === 'mclp' ? value.covered : value.cost;
    const slack = SLACK * Math.max(1, Math.abs(objective));
    const optimal = status === 'optimal' && Math.abs(objective - bound) <= slack;
    return {
      ...(chosen === greedySiting.chosen ? greedySiting : siting(problem, chosen)),
      after: value,
      optimal,
      // What is recounted is the optimum; the solver's own sum may be off by rounding.
      bound: optimal ? objective : bound,
      unreachable: groups.unreachable,
      target,
      feasible: true,
    };
  }

  function directProgram(): SitingMip {
    if (problem.capacities) return assignmentMip(problem, candidates, target ?? groups.all);
    return coveringMip(problem, groups, candidates, everybody ? null : target! - groups.before, []);
  }

  /** The answer where the search came to its end; else the program of what it left over. */
  async function searchedProgram(): Promise<SitingMip | Pick<MipResult, 'status' | 'bound'>> {
    const median = model === 'pmedian';
    const savings = median
      ? medianSavings(problem, candidates)
      : coveringSavings(groups, problem.costs.destinations);
    const none = valueOf(problem, []);
    const objectiveOf = (saved: number) => (median ? none.cost - saved : none.covered + saved);
    const parts = problem.prices ? 0 : MOST_PARTS;
    const searching = search(savings, problem, candidates, first, parts);
    let found: Searched;
    for (;;) {
      const { done, value } = searching.next();
      if (done) {
        found = value;
        break;
      }
      const bound = objectiveOf(value.bound);
      progress({ best: objectiveOf(value.saved), bound });
      if (await pause()) continue;
      first = value.chosen;
      return { status: 'stopped', bound };
    }
    first = found.chosen;
    const bound = objectiveOf(found.bound);
    if (found.bound <= found.saved) return { status: 'optimal', bound };
    progress({ best: objectiveOf(found.saved), bound });
    // The choice that is known stays possible, since what is left has to beat it.
    const sure = found.sure.filter((j) => first.includes(j));
    const left = [...new Set([...found.left, ...found.sure, ...first])].sort((a, b) => a - b);
    if (!median) return coveringMip(problem, groups, left, null, sure);
    const there = problem.fixed.slice();
    for (const j of sure) there[j] = 1;
    const nearest = fixedCost(problem.costs, there);
    const most = nearest.map((cost) => Math.min(cost, problem.farthest));
    return medianMip(problem, left, most, sure);
  }
}

/** Parts that branch and bound looks at before the solver takes over. */
const MOST_PARTS = 10_000;

/** Solvers and sums of fractions are not exact. */
const SLACK = 1e-6;

/** The quick answer is also where the proof begins, and dear with capacities: it is worked out once. */
const known = new WeakMap<SitingProblem, ReturnType<typeof workOut>>();

function setUp(problem: SitingProblem) {
  const made = known.get(problem) ?? workOut(problem);
  known.set(problem, made);
  return made;
}

function workOut(problem: SitingProblem) {
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
