import { byOrigin } from '../../../src/core/cost-matrix.ts';
import type { SitingProblem } from '../../../src/core/siting/problem.ts';

/** A problem on a table of costs, demand × destinations; Infinity for out of reach. */
export function problemOf(table: number[][], parts: Partial<SitingProblem> = {}): SitingProblem {
  const destinations = table[0].length;
  const start = [0];
  const origin: number[] = [];
  const cost: number[] = [];
  for (let j = 0; j < destinations; j++) {
    table.forEach((row, i) => {
      if (row[j] === Infinity) return;
      origin.push(i);
      cost.push(row[j]);
    });
    start.push(origin.length);
  }
  const columns = {
    start: Uint32Array.from(start),
    origin: Uint32Array.from(origin),
    cost: Float64Array.from(cost),
  };
  return {
    model: 'mclp',
    costs: byOrigin(columns, table.length),
    weights: new Float64Array(table.length).fill(1),
    fixed: new Uint8Array(destinations),
    limit: 10,
    k: 1,
    share: 1,
    farthest: 30,
    prices: null,
    budget: Infinity,
    capacities: null,
    apart: new Uint32Array(0),
    ...parts,
  };
}

/** Every choice there is. */
export function* choices(candidates: number[]): Generator<number[]> {
  for (let bits = 0; bits < 1 << candidates.length; bits++) {
    yield candidates.filter((_, b) => bits & (1 << b));
  }
}
