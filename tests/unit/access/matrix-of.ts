import { byOrigin, type CostMatrix } from '../../../src/core/cost-matrix.ts';

/** A table of costs, demand × destinations; Infinity for out of reach. */
export function matrixOf(table: number[][], destinations = table[0]?.length ?? 0): CostMatrix {
  const start = new Uint32Array(destinations + 1);
  const origin: number[] = [];
  const cost: number[] = [];
  for (let j = 0; j < destinations; j++) {
    table.forEach((row, i) => {
      if (row[j] === Infinity) return;
      origin.push(i);
      cost.push(row[j]);
    });
    start[j + 1] = origin.length;
  }
  const columns = { start, origin: Uint32Array.from(origin), cost: Float64Array.from(cost) };
  return byOrigin(columns, table.length);
}
