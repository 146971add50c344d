import {
  candidatesOf,
  type SitingModel,
  type SitingProblem,
} from '../../src/core/siting/problem.ts';
import { proposeExactly, proposeGreedily } from '../../src/core/siting/solve.ts';
import { readCosts } from '../../src/data/matrix/read-costs.ts';
import { readWeights } from '../../src/data/matrix/read-weights.ts';
import { sitingFaults } from '../../src/engine/siting/siting-faults.ts';
import { cliFaults } from './cli-faults.ts';
import { readBytes } from './load-region.ts';
import { solveInProcess } from './node-solver.ts';
import { needed, numberOption, type Options } from './options.ts';
import { kOption, shareOption } from './siting-options.ts';
import type { ListedSites } from './sites-command.ts';

/** What belongs to a region and not to a matrix. */
const REGION_ONLY = ['region', 'service', 'minutes', 'candidates', 'min-distance', 'profile'];

/** Sites on a matrix of one's own: origins are demand, destinations are the candidates. */
export async function matrixSites(
  options: Options,
  model: SitingModel,
  method: 'exact' | 'greedy',
): Promise<ListedSites> {
  const stray = REGION_ONLY.find((name) => options[name] !== undefined);
  if (stray) {
    throw cliFaults.usage(
      `sites --matrix takes no --${stray}: a matrix has its own costs.`,
      `sites --matrix 不接受 --${stray}：矩阵自带成本。`,
    );
  }
  const demandFile = needed(options, 'demand', 'sites --matrix');
  const demand = readWeights(readBytes(demandFile), 'weight', demandFile);
  const supply = options.supply
    ? readWeights(readBytes(options.supply), 'capacity', options.supply, { absent: 'nan' })
    : null;
  const file = options.matrix!;
  const { matrix, destinations } = readCosts(
    readBytes(file),
    file,
    demand.ids,
    supply?.ids ?? null,
    { origins: demandFile, destinations: options.supply ?? '' },
  );
  const limit = numberOption(options, 'limit', -1e-9, Number.MAX_VALUE);
  if (limit === undefined && model !== 'pmedian') {
    throw cliFaults.missing('--limit', 'sites --matrix');
  }
  const farthest = matrix.cost.reduce((most, cost) => Math.max(most, cost), 0);
  const k = kOption(options);
  if (k === null && model !== 'lscp') throw sitingFaults.noNumber();
  if (supply && supply.values.some(Number.isNaN)) {
    const missing = supply.ids.filter((_, j) => Number.isNaN(supply.values[j]));
    throw sitingFaults.noCapacity(missing.slice(0, 5), missing.length);
  }
  const problem: SitingProblem = {
    model,
    costs: matrix,
    weights: demand.values,
    fixed: new Uint8Array(destinations.length),
    limit: limit ?? Infinity,
    k: k ?? Infinity,
    share: shareOption(options),
    // Who reaches nothing counts as the farthest pair there is.
    farthest: Math.max(farthest, limit ?? 0),
    prices: null,
    budget: Infinity,
    capacities: supply?.values ?? null,
    apart: new Uint32Array(0),
  };
  const count = candidatesOf(problem).length;
  if (!count) throw sitingFaults.noCandidates();
  if (k !== null && k > count) throw sitingFaults.tooMany(k, count);
  const siting =
    method === 'exact' ? await proposeExactly(problem, solveInProcess) : proposeGreedily(problem);
  if (!siting.feasible) throw sitingFaults.infeasible();
  const lost = siting.unreachable.filter((i) => demand.values[i] > 0);
  return {
    model,
    method,
    k,
    chosen: siting.chosen.map((j, n) => ({
      id: destinations[j],
      lon: null,
      lat: null,
      gain: siting.gains[n],
    })),
    covered_before: siting.before.covered,
    covered_after: siting.after.covered,
    optimal: siting.optimal,
    bound: Number.isFinite(siting.bound) ? siting.bound : null,
    people: demand.values.reduce((sum, weight) => sum + weight, 0),
    unreachable: lost.map((i) => demand.ids[i]),
    unreachable_people: lost.reduce((sum, i) => sum + demand.values[i], 0),
    candidates: count,
    limit: limit ?? null,
    ...(model === 'pmedian'
      ? { total_cost: siting.after.cost, unserved_cost: problem.farthest }
      : {}),
    ...(model === 'lscp' ? { target: siting.target } : {}),
  };
}
