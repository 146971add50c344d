import { byOrigin, type CostMatrix } from '../cost-matrix.ts';
import type { CoverBound } from './greatest-bound.ts';
import type { Covers } from './greatest-covers.ts';
import { greedy } from './greedy.ts';
import { interchange } from './interchange.ts';
import type { SitingProblem } from './problem.ts';

/** So many spots, the worthiest, are tried as sites; more only cost time. */
const TRIED = 800;
const ROUNDS = 6;

/**
 * Spots whose middles make good sites: those that a greedy choice takes of all, and the worthiest
 * by the multipliers, improved by interchange. What they cover for sure is counted, nothing relaxed.
 */
export function findSites(
  covers: Covers,
  weight: Float64Array,
  n: number,
  { worth, best }: Pick<CoverBound, 'worth' | 'best'>,
): number[] {
  const { start, pair, rows } = covers;
  const order = Uint32Array.from(worth.keys()).sort((a, b) => worth[b] - worth[a] || a - b);
  const tried = [
    ...new Set([...greedyOfAll(covers, weight, n), ...best, ...order.subarray(0, TRIED)]),
  ];
  const columns = { start: new Uint32Array(tried.length + 1), origin: [] as number[] };
  tried.forEach((s, j) => {
    for (let k = start[s]; k < start[s + 1]; k++) {
      if (pair[k] & 1) columns.origin.push(pair[k] >> 1);
    }
    columns.start[j + 1] = columns.origin.length;
  });
  const origin = Uint32Array.from(columns.origin);
  const cost = new Float64Array(origin.length);
  const costs = byOrigin({ start: columns.start, origin, cost }, rows);
  const problem = coverProblem(costs, weight, 0, n);
  const candidates = [...tried.keys()];
  const chosen = interchange(problem, candidates, greedy(problem, candidates), ROUNDS);
  return chosen.map((j) => tried[j]);
}

/** The n spots that a greedy choice takes; a gain that is out of date still bounds the new one. */
function greedyOfAll({ start, pair, rows }: Covers, weight: Float64Array, n: number): number[] {
  const spots = start.length - 1;
  const left = weight.slice(0, rows);
  const gain = new Float64Array(spots);
  const gainOf = (s: number) => {
    let sum = 0;
    for (let k = start[s]; k < start[s + 1]; k++) if (pair[k] & 1) sum += left[pair[k] >> 1];
    return sum;
  };
  for (let s = 0; s < spots; s++) gain[s] = gainOf(s);
  const chosen: number[] = [];
  while (chosen.length < n) {
    let [pick, most] = [-1, 0];
    for (let s = 0; s < spots; s++) {
      if (gain[s] <= most) continue;
      gain[s] = gainOf(s);
      if (gain[s] > most) [pick, most] = [s, gain[s]];
    }
    if (pick < 0) break;
    chosen.push(pick);
    for (let k = start[pick]; k < start[pick + 1]; k++) if (pair[k] & 1) left[pair[k] >> 1] = 0;
  }
  return chosen;
}

/** Maximal covering with nothing there and no rule but the number. */
export function coverProblem(
  costs: CostMatrix,
  weights: Float64Array,
  limit: number | Float64Array,
  k: number,
): SitingProblem {
  return {
    model: 'mclp',
    costs,
    weights,
    fixed: new Uint8Array(costs.destinations),
    limit,
    k,
    share: 1,
    farthest: Infinity,
    prices: null,
    budget: Infinity,
    capacities: null,
    apart: new Uint32Array(0),
  };
}
