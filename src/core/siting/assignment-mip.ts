import { choiceRows } from './choice-rows.ts';
import type { SitingMip } from './covering-mip.ts';
import { MipBuilder } from './mip.ts';
import { limitOf, type SitingProblem } from './problem.ts';

/**
 * The three models with capacities: people of a place may be shared out among sites, none of which
 * takes more than it has room for. Columns: choices, then the share of demand i at site j.
 * `target` is how many people an LSCP must serve.
 */
export function assignmentMip(
  problem: SitingProblem,
  candidates: number[],
  target: number,
): SitingMip {
  const { model, costs, weights, fixed, prices, farthest } = problem;
  const capacities = problem.capacities!;
  const builder = new MipBuilder();
  const fewest = model === 'lscp';
  const median = model === 'pmedian';
  const column = choiceRows(builder, problem, candidates, (j) => (fewest ? (prices?.[j] ?? 1) : 0));
  const shares: { own: number; i: number; j: number }[] = [];
  const at: { own: number; i: number }[][] = Array.from({ length: costs.destinations }, () => []);
  let offset = 0;
  for (let i = 0; i < costs.origins; i++) {
    if (!(weights[i] > 0)) continue;
    if (median) offset += weights[i] * farthest;
    let any = false;
    for (let k = costs.start[i]; k < costs.start[i + 1]; k++) {
      const j = costs.destination[k];
      const useful = median ? costs.cost[k] < farthest : costs.cost[k] <= limitOf(problem, i);
      if (!useful || !(fixed[j] || column[j] >= 0) || !(capacities[j] > 0)) continue;
      const gain = median ? weights[i] * (costs.cost[k] - farthest) : fewest ? 0 : weights[i];
      const own = builder.column(gain, 1);
      builder.term(own, 1);
      shares.push({ own, i, j });
      at[j].push({ own, i });
      any = true;
    }
    if (any) builder.row(-Infinity, 1);
  }
  at.forEach((list, j) => {
    for (const { own, i } of list) builder.term(own, weights[i]);
    if (fixed[j]) {
      if (list.length) builder.row(-Infinity, capacities[j]);
      return;
    }
    if (!list.length) return;
    builder.term(column[j], -capacities[j]);
    builder.row(-Infinity, 0);
    // Nobody at a site that is not there: implied, but it makes the relaxation tight.
    for (const { own, i } of list) {
      builder.term(own, 1);
      builder.term(column[j], -Math.min(1, capacities[j] / weights[i]));
      builder.row(-Infinity, 0);
    }
  });
  if (fewest) {
    for (const { own, i } of shares) builder.term(own, weights[i]);
    builder.row(target, Infinity);
  }
  const mip = builder.build(!fewest && !median, offset);
  const startOf = (chosen: number[]) => {
    const x = new Float64Array(mip.cost.length);
    for (const j of chosen) x[column[j]] = 1;
    return x;
  };
  return { mip, column, startOf };
}
