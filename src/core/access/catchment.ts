import type { CostMatrix } from '../cost-matrix.ts';
import { decayWeights, type Decay } from './decay.ts';

/** Supply per person, where everybody shares with whoever else reaches the same site. */
export interface Access {
  /** By origin: supply per person; 0 where no site with any supply is reached. */
  access: Float64Array;
  /** By destination: people who reach it, weighted by distance. */
  demand: Float64Array;
  /** By destination: supply per weighted person; NaN where it reaches nobody. */
  ratio: Float64Array;
}

/**
 * Two-step floating catchment area: R_j = S_j / Σ_i P_i f(t_ij) of each site, then A_i = Σ_j R_j f(t_ij)
 * of each origin (Luo & Wang 2003; with weights by distance Luo & Qi 2009, Dai 2010). Σ P_i A_i is
 * the supply of the sites that reach anyone. `supply` must be known: no NaN.
 */
export function twoStepAccess(
  costs: CostMatrix,
  people: Float64Array,
  supply: Float64Array,
  decay: Decay,
): Access {
  const { origins, destinations, start, destination, cost } = costs;
  const weight = decayWeights(cost, decay);
  const demand = new Float64Array(destinations);
  for (let i = 0; i < origins; i++) {
    for (let k = start[i]; k < start[i + 1]; k++) demand[destination[k]] += people[i] * weight[k];
  }
  const ratio = demand.map((persons, j) => (persons > 0 ? supply[j] / persons : NaN));
  const access = new Float64Array(origins);
  for (let i = 0; i < origins; i++) {
    for (let k = start[i]; k < start[i + 1]; k++) {
      // Nobody lives where nobody reaches the site: its supply is nobody's.
      if (demand[destination[k]] > 0) access[i] += ratio[destination[k]] * weight[k];
    }
  }
  return { access, demand, ratio };
}
