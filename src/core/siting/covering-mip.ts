import { choiceRows } from './choice-rows.ts';
import type { CoverGroups } from './cover-groups.ts';
import { MipBuilder, type Mip } from './mip.ts';
import type { SitingProblem } from './problem.ts';

/** A model, and how a set of chosen destinations looks in it. */
export interface SitingMip {
  mip: Mip;
  /** The column of each destination, -1 for those that cannot be chosen. */
  column: Int32Array;
  /** The whole solution that a choice means. */
  startOf(chosen: number[]): Float64Array;
}

/**
 * MCLP and LSCP over groups of demand: a group counts where one of its candidates is chosen. The
 * groups' own columns need not be asked to be whole: they are as soon as the choices are.
 * `target` is how many people an LSCP must cover beyond those covered before; null for everybody
 * who can be. Candidates that are `sure` are chosen in any case.
 */
export function coveringMip(
  problem: SitingProblem,
  groups: CoverGroups,
  candidates: number[],
  target: number | null,
  sure: readonly number[],
): SitingMip {
  const builder = new MipBuilder();
  const { model, prices } = problem;
  const fewest = model === 'lscp';
  const column = choiceRows(builder, problem, candidates, (j) => (fewest ? (prices?.[j] ?? 1) : 0));
  const groupCount = groups.weight.length;
  const first = candidates.length;
  const everybody = fewest && target === null;
  if (!everybody) for (const weight of groups.weight) builder.column(fewest ? 0 : weight, 1);
  for (let g = 0; g < groupCount; g++) {
    for (let k = groups.start[g]; k < groups.start[g + 1]; k++) {
      const x = column[groups.candidate[k]];
      if (x >= 0) builder.term(x, 1);
    }
    if (!everybody) builder.term(first + g, -1);
    builder.row(everybody ? 1 : 0, Infinity);
  }
  if (fewest && target !== null) {
    groups.weight.forEach((weight, g) => builder.term(first + g, weight));
    builder.row(target, Infinity);
  }
  const mip = builder.build(!fewest, fewest ? 0 : groups.before);
  for (const j of sure) mip.lower[column[j]] = 1;
  const startOf = (chosen: number[]) => {
    const x = new Float64Array(mip.cost.length);
    for (const j of chosen) x[column[j]] = 1;
    if (everybody) return x;
    for (let g = 0; g < groupCount; g++) {
      for (let k = groups.start[g]; k < groups.start[g + 1]; k++) {
        const own = column[groups.candidate[k]];
        if (own >= 0 && x[own]) x[first + g] = 1;
      }
    }
    return x;
  };
  return { mip, column, startOf };
}
