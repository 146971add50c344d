import { coverGroups } from './cover-groups.ts';
import type { SitingProblem } from './problem.ts';
import { coveringSavings, medianSavings, type Savings } from './savings.ts';
import { allowed, better, valueOf } from './value.ts';

/**
 * Vertex interchange (Teitz & Bart 1968): swaps one chosen site for a candidate that is not, the
 * best swap each time, until none is better or `rounds` times as many swaps as sites are made; what
 * may be added and helps is added. Capacities are not looked at in choosing the swaps, only in
 * whether all of them together are better.
 */
export function interchange(
  problem: SitingProblem,
  candidates: number[],
  chosen: number[],
  rounds = 20,
): number[] {
  const savings =
    problem.model === 'pmedian'
      ? medianSavings(problem, candidates)
      : coveringSavings(coverGroups(problem, candidates), problem.costs.destinations);
  const swapped = swap(savings, problem, candidates, chosen, rounds * Math.max(1, chosen.length));
  const good = better(problem, valueOf(problem, swapped), valueOf(problem, chosen));
  return good ? swapped : chosen.slice();
}

/**
 * The swaps. Each row knows its best and second best chosen site, so that a look at every pair of
 * row and candidate prices all swaps at once (Whitaker 1983).
 */
export function swap(
  savings: Savings,
  problem: SitingProblem,
  candidates: readonly number[],
  from: readonly number[],
  most = Infinity,
): number[] {
  const chosen = [...from];
  // Each swap saves strictly more, yet floats may circle among equals: less than this is nothing.
  const least = 1e-12 * savings.rows.cost.reduce((sum, saving) => sum + saving, 0);
  for (let swaps = 0; swaps < most; swaps++) {
    const top = topTwo(savings, chosen);
    const extra = new Float64Array(chosen.length);
    let [gained, comes, goes] = [least, -1, -1];
    for (const j of candidates) {
      if (chosen.includes(j)) continue;
      const gain = gainsOf(savings, top, j, extra);
      if (gain > gained && allowed(problem, [...chosen, j])) [gained, comes, goes] = [gain, j, -1];
      for (let c = 0; c < chosen.length; c++) {
        const net = gain + extra[c] - top.loss[c];
        if (net > gained && allowed(problem, chosen.with(c, j)))
          [gained, comes, goes] = [net, j, c];
      }
    }
    if (comes < 0) break;
    if (goes < 0) chosen.push(comes);
    else chosen[goes] = comes;
  }
  return chosen;
}

interface TopTwo {
  /** Position in `chosen` of each row's best, or -1; what it saves; and what the second best does. */
  first: Int32Array;
  firstSaving: Float64Array;
  secondSaving: Float64Array;
  /** What is lost when each chosen goes and nobody comes. */
  loss: Float64Array;
}

function topTwo({ rows, columns }: Savings, chosen: readonly number[]): TopTwo {
  const first = new Int32Array(rows.origins).fill(-1);
  const firstSaving = new Float64Array(rows.origins);
  const secondSaving = new Float64Array(rows.origins);
  chosen.forEach((j, c) => {
    for (let p = columns.start[j]; p < columns.start[j + 1]; p++) {
      const i = columns.origin[p];
      const saving = columns.cost[p];
      if (saving > firstSaving[i]) {
        secondSaving[i] = firstSaving[i];
        firstSaving[i] = saving;
        first[i] = c;
      } else if (saving > secondSaving[i]) secondSaving[i] = saving;
    }
  });
  const loss = new Float64Array(chosen.length);
  first.forEach((c, i) => {
    if (c >= 0) loss[c] += firstSaving[i] - secondSaving[i];
  });
  return { first, firstSaving, secondSaving, loss };
}

/** What j saves where it becomes the best; `extra[c]`: what it makes good of the loss of chosen c. */
function gainsOf({ columns }: Savings, top: TopTwo, j: number, extra: Float64Array): number {
  const { first, firstSaving, secondSaving } = top;
  extra.fill(0);
  let gain = 0;
  for (let p = columns.start[j]; p < columns.start[j + 1]; p++) {
    const i = columns.origin[p];
    const saving = columns.cost[p];
    const best = firstSaving[i];
    if (saving > best) gain += saving - best;
    if (first[i] >= 0 && saving > secondSaving[i]) {
      extra[first[i]] += Math.min(saving, best) - secondSaving[i];
    }
  }
  return gain;
}
