import { pairsWithin } from '../../src/core/cost-matrix.ts';
import { readCosts } from '../../src/data/matrix/read-costs.ts';
import { readWeights } from '../../src/data/matrix/read-weights.ts';
import { shareSupply } from '../../src/engine/access/shared-supply.ts';
import type { ListedAccess } from './access-command.ts';
import { accessFaults } from './access-faults.ts';
import { decayKeys, decayOption } from './decay-option.ts';
import { readBytes } from './load-region.ts';
import { needed, type Options } from './options.ts';

/** Access on costs of one's own, whatever their unit. Throws Fault. */
export function matrixAccess(options: Options): ListedAccess {
  const decay = decayOption(options);
  const demandFile = needed(options, 'demand', 'access --matrix');
  const supplyFile = needed(options, 'supply', 'access --matrix');
  const demand = readWeights(readBytes(demandFile), 'weight', demandFile);
  const supply = readWeights(readBytes(supplyFile), 'capacity', supplyFile, { absent: 'nan' });
  const missing = supply.ids.filter((_, j) => Number.isNaN(supply.values[j]));
  if (missing.length) throw accessFaults.noCapacity(supplyFile, missing);
  const { matrix } = readCosts(
    readBytes(options.matrix!),
    options.matrix!,
    demand.ids,
    supply.ids,
    { origins: demandFile, destinations: supplyFile },
  );
  const costs = pairsWithin(matrix, decay.limit);
  const shared = shareSupply(costs, demand.values, supply.values, decay);
  const { served, noPlace, outOfReach } = shared.assignment.people;
  const people = served + noPlace + outOfReach;
  const given = shared.access.reduce((sum, access, i) => sum + access * demand.values[i], 0);
  return {
    ...decayKeys(decay),
    people,
    served,
    no_place: noPlace,
    unknown_capacity: 0,
    out_of_reach: outOfReach,
    mean_access: people > 0 ? given / people : 0,
    places: demand.ids.map((id, i) => ({ id, access: shared.access[i] })),
    supplies: supply.ids.map((id, j) => ({
      id,
      capacity: supply.values[j],
      ratio: Number.isNaN(shared.ratio[j]) ? null : shared.ratio[j],
      within: shared.within[j],
      load: shared.assignment.load[j],
    })),
  };
}
