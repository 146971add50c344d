import highsLoader from 'highs';
import { byOrigin, type CostMatrix } from '../../src/core/cost-matrix.ts';
import type { SitingModel, SitingProblem } from '../../src/core/siting/problem.ts';
import { proposeExactly } from '../../src/core/siting/solve.ts';
import { solveWithHighs } from '../../src/engine/siting/highs-solver.ts';
import { median, type Measured } from './measure.ts';

const [CANDIDATES, DEMAND, K, SIDE, LIMIT] = [200, 2000, 10, 5000, 700];

/** Candidates and demand strewn over a town: proven optima, HiGHS loaded. */
export async function sitingBench(): Promise<Measured[]> {
  const highs = await highsLoader();
  const rows: Measured[] = [];
  for (const [model, name, bound] of [
    ['mclp', 'maximal covering', 2000],
    ['lscp', 'set covering', undefined],
  ] as [SitingModel, string, number | undefined][]) {
    const times: number[] = [];
    for (let seed = 1; seed <= 5; seed++) {
      const problem = strewn(model, seed);
      const start = performance.now();
      const siting = await proposeExactly(problem, async (mip, first, progress) =>
        solveWithHighs(highs, mip, first, progress),
      );
      times.push(performance.now() - start);
      if (!siting.optimal) throw new Error(`${name}, seed ${seed}: not proven`);
    }
    rows.push({
      name: `${CANDIDATES} candidates × ${DEMAND} places${model === 'lscp' ? '' : `, p = ${K}`}: ${name} proven`,
      value: median(times),
      unit: 'ms',
      bound,
    });
  }
  return rows;
}

function strewn(model: SitingModel, seed: number): SitingProblem {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const point = (): [number, number] => [random() * SIDE, random() * SIDE];
  const demand = Array.from({ length: DEMAND }, point);
  const candidates = Array.from({ length: CANDIDATES }, point);
  return {
    model,
    costs: costsOf(demand, candidates),
    weights: Float64Array.from({ length: DEMAND }, () => Math.floor(random() * 200)),
    fixed: new Uint8Array(CANDIDATES),
    limit: LIMIT,
    k: model === 'lscp' ? Infinity : K,
    share: 1,
    farthest: 2 * SIDE,
    prices: null,
    budget: Infinity,
    capacities: null,
    apart: new Uint32Array(0),
  };
}

function costsOf(demand: [number, number][], candidates: [number, number][]): CostMatrix {
  const start = Uint32Array.from({ length: candidates.length + 1 }, (_, j) => j * demand.length);
  const origin = Uint32Array.from(
    { length: start[candidates.length] },
    (_, k) => k % demand.length,
  );
  const cost = Float64Array.from(origin, (i, k) => {
    const [x, y] = candidates[Math.floor(k / demand.length)];
    return Math.hypot(demand[i][0] - x, demand[i][1] - y);
  });
  return byOrigin({ start, origin, cost }, demand.length);
}
