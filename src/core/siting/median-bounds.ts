import { byDestination } from '../cost-matrix.ts';
import { interchange } from './interchange.ts';
import type { SitingProblem } from './problem.ts';
import { allowed, valueOf } from './value.ts';

/** What Lagrange's multipliers prove of a p-median. */
export interface MedianBounds {
  /** No choice costs less. */
  bound: number;
  /** Candidates that are in no choice as good as the known one. */
  out: number[];
  /** Candidates that are in every choice as good as the known one. */
  within: number[];
  /** The best choice known in the end. */
  chosen: number[];
  /** The multipliers of the bound, to go on from. */
  value: Float64Array;
}

/**
 * Lower bounds by relaxing that everybody goes to one site (Narula, Ogbu & Samuelsson 1977), with
 * multipliers improved by the volume algorithm (Barahona & Anbil 2000), and candidates settled by their
 * reduced cost (Beasley 1985). Money and distances between sites are left out, which only lowers the
 * bound. `known` is a choice that is allowed; relaxed choices met on the way are improved by interchange
 * and may replace it. `most` is what each demand pays without any candidate; `from` the multipliers
 * of an earlier call.
 */
export function medianBounds(
  problem: SitingProblem,
  candidates: number[],
  most: Float64Array,
  known: number[],
  rounds = 400,
  from?: Float64Array,
): MedianBounds {
  let chosen = known;
  let least = valueOf(problem, chosen).cost;
  const { costs, weights, k } = problem;
  // Whole people at whole costs: a better choice is better by one.
  const grain = weights.every(Number.isInteger) && costs.cost.every(Number.isInteger) ? 1 : 0;
  const n = costs.origins;
  const columns = byDestination(costs);
  const p = Math.min(k, candidates.length);
  /** What it is worth to demand i to be served; never more than what it pays without. */
  const value = new Float64Array(n);
  if (from) value.set(from);
  else for (let i = 0; i < n; i++) value[i] = weights[i] * startValue(problem, i, most[i]);
  const reduced = new Float64Array(candidates.length);
  const order = Uint32Array.from(candidates.keys());
  const slope = new Float64Array(n);
  /** Smoothed slopes: the way uphill that the last rounds agree on. */
  const uphill = new Float64Array(n);
  const best = {
    bound: -Infinity,
    value: value.slice(),
    reduced: reduced.slice(),
    order: order.slice(),
  };
  let [step, since] = [1, 0];
  for (let round = 0; round < rounds; round++) {
    let bound = 0;
    for (let i = 0; i < n; i++) bound += value[i];
    for (let c = 0; c < candidates.length; c++) {
      const j = candidates[c];
      let sum = 0;
      for (let q = columns.start[j]; q < columns.start[j + 1]; q++) {
        const i = columns.origin[q];
        const less = weights[i] * columns.cost[q] - value[i];
        if (less < 0) sum += less;
      }
      reduced[c] = sum;
    }
    order.sort((a, b) => reduced[a] - reduced[b] || a - b);
    for (let c = 0; c < p; c++) bound += Math.min(0, reduced[order[c]]);
    // How often each demand is served too little (1) or too much.
    slope.fill(1);
    for (let c = 0; c < p; c++) {
      const j = candidates[order[c]];
      for (let q = columns.start[j]; q < columns.start[j + 1]; q++) {
        const i = columns.origin[q];
        if (weights[i] * columns.cost[q] < value[i]) slope[i]--;
      }
    }
    if (bound > best.bound) {
      best.bound = bound;
      best.value.set(value);
      best.reduced.set(reduced);
      best.order.set(order);
      let agree = 0;
      for (let i = 0; i < n; i++) agree += slope[i] * uphill[i];
      if (agree > 0) step = Math.min(2, step * 1.1);
      since = 0;
    } else if (++since >= 15) {
      step *= 0.66;
      since = 0;
    }
    if (best.bound > least - grain + SLACK * Math.max(1, least)) break;
    if (round % EACH === EACH - 1) {
      const relaxed = Array.from(order.subarray(0, p), (c) => candidates[c]);
      if (allowed(problem, relaxed)) {
        const better = interchange(problem, candidates, relaxed);
        const { cost } = valueOf(problem, better);
        if (cost < least) [chosen, least] = [better, cost];
      }
    }
    let norm = 0;
    for (let i = 0; i < n; i++) {
      uphill[i] = round ? SMOOTH * slope[i] + (1 - SMOOTH) * uphill[i] : slope[i];
      norm += uphill[i] * uphill[i];
    }
    if (norm < 1e-9) break;
    const length = (step * (least * 1.0005 - best.bound)) / norm;
    for (let i = 0; i < n; i++) {
      const next = best.value[i] + length * uphill[i];
      value[i] = Math.min(weights[i] * most[i], Math.max(0, next));
    }
  }
  return {
    bound: best.bound,
    chosen,
    value: best.value,
    ...settled(best, candidates, p, least - grain),
  };
}

const SLACK = 1e-9;

/** How much of each round's own slope goes into the smoothed one. */
const SMOOTH = 0.1;

/** Every so many rounds a relaxed choice is tried as a real one. */
const EACH = 40;

function settled(
  best: { bound: number; reduced: Float64Array; order: Uint32Array },
  candidates: number[],
  p: number,
  known: number,
) {
  const at = (place: number) =>
    place < best.order.length ? Math.min(0, best.reduced[best.order[place]]) : 0;
  // A hair of slack: sums of fractions are not exact.
  const limit = known + SLACK * Math.max(1, known);
  const out: number[] = [];
  const within: number[] = [];
  best.order.forEach((c, place) => {
    const own = Math.min(0, best.reduced[c]);
    if (place >= p && best.bound - at(p - 1) + own > limit) out.push(candidates[c]);
    if (place < p && best.bound - own + at(p) > limit) within.push(candidates[c]);
  });
  return { out, within };
}

/** A first guess: the cost of the second nearest candidate or site. */
function startValue({ costs }: SitingProblem, i: number, most: number): number {
  let [one, two] = [most, most];
  for (let k = costs.start[i]; k < costs.start[i + 1]; k++) {
    const cost = costs.cost[k];
    if (cost < one) [one, two] = [cost, one];
    else if (cost < two) two = cost;
  }
  return two;
}
