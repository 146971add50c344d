import type { MipBuilder } from './mip.ts';
import type { SitingProblem } from './problem.ts';

/**
 * One binary column for each candidate, and the rows every model has: how many, for how much money,
 * and which may not both be. `price` is the objective of a chosen one. Returns the column of each
 * destination, -1 for those that cannot be chosen.
 */
export function choiceRows(
  builder: MipBuilder,
  { costs, k, prices, budget, apart }: SitingProblem,
  candidates: number[],
  price: (j: number) => number,
): Int32Array {
  const column = new Int32Array(costs.destinations).fill(-1);
  for (const j of candidates) column[j] = builder.column(price(j), 1, true);
  if (k < candidates.length) {
    for (const j of candidates) builder.term(column[j], 1);
    builder.row(-Infinity, k);
  }
  if (prices && budget < Infinity) {
    for (const j of candidates) builder.term(column[j], prices[j]);
    builder.row(-Infinity, budget);
  }
  for (let p = 0; p < apart.length; p += 2) {
    const [a, b] = [column[apart[p]], column[apart[p + 1]]];
    if (a < 0 || b < 0) continue;
    builder.term(a, 1);
    builder.term(b, 1);
    builder.row(-Infinity, 1);
  }
  return column;
}
