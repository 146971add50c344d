import { byDestination, type CostColumns, type CostMatrix } from '../cost-matrix.ts';
import type { CoverGroups } from './cover-groups.ts';
import type { SitingProblem } from './problem.ts';
import { fixedCost } from './value.ts';

/**
 * Maximal covering and p-median as one: what a choice is worth is, summed over rows, the greatest
 * saving that any chosen site brings the row, 0 without one. A group that is covered saves its
 * people; a demand of the p-median its people times what it is nearer than before.
 */
export interface Savings {
  /** rows × destinations; `cost` holds savings, all above 0. */
  rows: CostMatrix;
  /** The same by destination. */
  columns: CostColumns;
}

/** People that each candidate would newly cover. */
export function coveringSavings(groups: CoverGroups, destinations: number): Savings {
  const cost = new Float64Array(groups.candidate.length);
  groups.weight.forEach((people, g) => cost.fill(people, groups.start[g], groups.start[g + 1]));
  return savingsOf({
    origins: groups.weight.length,
    destinations,
    start: groups.start,
    destination: groups.candidate,
    cost,
  });
}

/** What each candidate would save of Σ people × cost, where nobody costs more than `farthest`. */
export function medianSavings(problem: SitingProblem, candidates: readonly number[]): Savings {
  const { costs, weights, fixed, farthest } = problem;
  const may = new Uint8Array(costs.destinations);
  for (const j of candidates) may[j] = 1;
  const least = fixedCost(costs, fixed);
  const start = new Uint32Array(costs.origins + 1);
  const destination = new Uint32Array(costs.cost.length);
  const cost = new Float64Array(costs.cost.length);
  let pairs = 0;
  for (let i = 0; i < costs.origins; i++) {
    const base = Math.min(least[i], farthest);
    for (let p = costs.start[i]; p < costs.start[i + 1]; p++) {
      const saving = weights[i] * (base - costs.cost[p]);
      if (!may[costs.destination[p]] || !(saving > 0)) continue;
      destination[pairs] = costs.destination[p];
      cost[pairs++] = saving;
    }
    start[i + 1] = pairs;
  }
  return savingsOf({
    origins: costs.origins,
    destinations: costs.destinations,
    start,
    destination: destination.slice(0, pairs),
    cost: cost.slice(0, pairs),
  });
}

function savingsOf(rows: CostMatrix): Savings {
  return { rows, columns: byDestination(rows) };
}

/**
 * What is left to save once `opened` are open for good and others are gone. Rows and destinations
 * keep their numbers. `base` is what the opened save each row, `already` its sum.
 */
export function remaining(
  { rows }: Savings,
  opened: readonly number[],
  gone: Uint8Array,
): { savings: Savings; already: number; base: Float64Array } {
  const open = new Uint8Array(rows.destinations);
  for (const j of opened) open[j] = 1;
  const base = new Float64Array(rows.origins);
  const start = new Uint32Array(rows.origins + 1);
  const destination = new Uint32Array(rows.cost.length);
  const cost = new Float64Array(rows.cost.length);
  let [already, pairs] = [0, 0];
  for (let i = 0; i < rows.origins; i++) {
    for (let p = rows.start[i]; p < rows.start[i + 1]; p++) {
      if (open[rows.destination[p]] && rows.cost[p] > base[i]) base[i] = rows.cost[p];
    }
    already += base[i];
    for (let p = rows.start[i]; p < rows.start[i + 1]; p++) {
      const j = rows.destination[p];
      if (gone[j] || open[j] || rows.cost[p] <= base[i]) continue;
      destination[pairs] = j;
      cost[pairs++] = rows.cost[p] - base[i];
    }
    start[i + 1] = pairs;
  }
  const left = {
    ...rows,
    start,
    destination: destination.slice(0, pairs),
    cost: cost.slice(0, pairs),
  };
  return { savings: savingsOf(left), already, base };
}

/** What a choice saves, added up from the rows anew. */
export function savedBy({ rows }: Savings, chosen: Iterable<number>): number {
  const open = new Uint8Array(rows.destinations);
  for (const j of chosen) open[j] = 1;
  let sum = 0;
  for (let i = 0; i < rows.origins; i++) {
    let best = 0;
    for (let p = rows.start[i]; p < rows.start[i + 1]; p++) {
      if (open[rows.destination[p]] && rows.cost[p] > best) best = rows.cost[p];
    }
    sum += best;
  }
  return sum;
}
