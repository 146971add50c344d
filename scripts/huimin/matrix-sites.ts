import {
  candidatesOf,
  type SitingModel,
  type SitingProblem,
} from '../../src/core/siting/problem.ts';
import { medianServingMost, type ServedMedian } from '../../src/core/siting/serve-most.ts';
import { proposeExactly, proposeGreedily, type Siting } from '../../src/core/siting/solve.ts';
import { readCosts } from '../../src/data/matrix/read-costs.ts';
import { readWeights } from '../../src/data/matrix/read-weights.ts';
import { sitingFaults } from '../../src/engine/siting/siting-faults.ts';
import { cliFaults } from './cli-faults.ts';
import { readBytes } from './load-region.ts';
import { solveInProcess } from './node-solver.ts';
import { needed, numberOption, type Options } from './options.ts';
import { kOption, shareOption } from './siting-options.ts';
import type { ListedSites } from './sites-command.ts';

/** What says something of a matrix; the rest belongs to regions. */
const OF_MATRIX = [
  ...['matrix', 'demand', 'supply', 'limit', 'existing'],
  ...['k', 'model', 'method', 'share', 'format'],
];

/** Sites on a matrix of one's own: origins are demand, destinations are the candidates. */
export async function matrixSites(
  options: Options,
  model: SitingModel,
  method: 'exact' | 'greedy',
): Promise<ListedSites> {
  const stray = Object.keys(options).find(
    (name) => options[name] !== undefined && !OF_MATRIX.includes(name),
  );
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
  const fixed = existingOption(options, destinations, file);
  const limit = numberOption(options, 'limit', -1e-9, Number.MAX_VALUE);
  if (limit === undefined && model !== 'pmedian') {
    throw cliFaults.missing('--limit', 'sites --matrix');
  }
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
    fixed,
    limit: limit ?? Infinity,
    k: k ?? Infinity,
    share: shareOption(options),
    farthest: 0,
    prices: null,
    budget: Infinity,
    capacities: supply?.values ?? null,
    apart: new Uint32Array(0),
  };
  const count = candidatesOf(problem).length;
  if (!count) throw sitingFaults.noCandidates();
  if (k !== null && k > count) throw sitingFaults.tooMany(k, count);
  const solve = method === 'exact' ? solveInProcess : null;
  let siting: Siting;
  let median: ServedMedian | null = null;
  if (model === 'pmedian') ({ siting } = median = await medianServingMost(problem, solve));
  else siting = solve ? await proposeExactly(problem, solve) : proposeGreedily(problem);
  if (!siting.feasible) throw sitingFaults.infeasible();
  const bound = median ? median.costBound : siting.bound;
  const people = demand.values.reduce((sum, weight) => sum + weight, 0);
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
    bound: Number.isFinite(bound) ? bound : null,
    people,
    unreachable: lost.map((i) => demand.ids[i]),
    unreachable_people: lost.reduce((sum, i) => sum + demand.values[i], 0),
    candidates: count,
    limit: limit ?? null,
    existing: fixed.reduce((sum, there) => sum + there, 0),
    ...(median
      ? { total_cost: median.costAfter, unserved_people: people - median.servedAfter }
      : {}),
    ...(model === 'lscp' ? { target: siting.target } : {}),
  };
}

/** `--existing a,b`: destinations that are there already, and stay. */
function existingOption({ existing }: Options, destinations: string[], file: string): Uint8Array {
  const fixed = new Uint8Array(destinations.length);
  for (const id of existing?.split(',').map((part) => part.trim()) ?? []) {
    const j = destinations.indexOf(id);
    if (j < 0) {
      const expected = [`a destination of ${file}`, `${file} 里的一个终点`] as const;
      throw cliFaults.value('--existing', id, ...expected);
    }
    fixed[j] = 1;
  }
  return fixed;
}
