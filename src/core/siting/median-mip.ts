import { choiceRows } from './choice-rows.ts';
import type { SitingMip } from './covering-mip.ts';
import { MipBuilder } from './mip.ts';
import type { SitingProblem } from './problem.ts';

/**
 * The p-median by radii (Cornuéjols, Nemhauser & Wolsey 1980; Elloumi 2010): somebody's cost is the
 * least there is, plus each step to the next radius within which nothing is chosen. A fixed site
 * ends the steps, and so does `most`, a cost that demand i need not exceed in any best solution.
 * Demand with the same steps is one. Candidates that are `sure` are chosen in any case.
 */
export function medianMip(
  problem: SitingProblem,
  candidates: number[],
  most: Float64Array,
  sure: readonly number[],
): SitingMip {
  const builder = new MipBuilder();
  const column = choiceRows(builder, problem, candidates, () => 0);
  const ladders = laddersOf(problem, column, most);
  let offset = 0;
  /** Columns of the steps, demand after demand. */
  const steps: { column: number; members: number[]; below: number }[] = [];
  for (const { radii, members, weight } of ladders) {
    offset += weight * radii[0];
    let below = -1;
    for (let r = 0; r + 1 < radii.length; r++) {
      const own = builder.column(weight * (radii[r + 1] - radii[r]), 1);
      steps.push({ column: own, members: members[r], below });
      below = own;
    }
  }
  for (const { column: own, members, below } of steps) {
    builder.term(own, 1);
    for (const x of members) builder.term(x, 1);
    // Nothing within this radius: nothing within the one before, and nothing chosen between.
    if (below >= 0) builder.term(below, -1);
    builder.row(below >= 0 ? 0 : 1, Infinity);
  }
  const mip = builder.build(false, offset);
  for (const j of sure) mip.lower[column[j]] = 1;
  const startOf = (chosen: number[]) => {
    const x = new Float64Array(mip.cost.length);
    for (const j of chosen) x[column[j]] = 1;
    for (const { column: own, members, below } of steps) {
      const open = below < 0 ? 1 : x[below];
      x[own] = members.some((member) => x[member]) ? 0 : open;
    }
    return x;
  };
  return { mip, column, startOf };
}

interface Ladder {
  weight: number;
  /** Ascending; the last is what is paid where no candidate within the others is chosen. */
  radii: number[];
  /** Columns of the candidates at each radius but the last. */
  members: number[][];
}

function laddersOf({ costs, weights }: SitingProblem, column: Int32Array, most: Float64Array) {
  const known = new Map<string, Ladder>();
  for (let i = 0; i < costs.origins; i++) {
    if (!(weights[i] > 0)) continue;
    const near: [cost: number, column: number][] = [];
    for (let k = costs.start[i]; k < costs.start[i + 1]; k++) {
      const x = column[costs.destination[k]];
      if (x >= 0 && costs.cost[k] < most[i]) near.push([costs.cost[k], x]);
    }
    near.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const radii: number[] = [];
    const members: number[][] = [];
    for (const [cost, x] of near) {
      if (radii[radii.length - 1] !== cost) {
        radii.push(cost);
        members.push([]);
      }
      members[members.length - 1].push(x);
    }
    radii.push(most[i]);
    const key = `${radii.join()}|${members.join(';')}`;
    const ladder = known.get(key);
    if (ladder) ladder.weight += weights[i];
    else known.set(key, { weight: weights[i], radii, members });
  }
  return known.values();
}
