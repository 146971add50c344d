import type { CostMatrix } from './cost-matrix.ts';
import { SharedSites } from './shared-sites.ts';

/** Who is served when sites have only so many places. */
export interface Assignment {
  /** People of each origin who are served; parts of a place may go to several sites. */
  served: Float64Array;
  /** People of each pair of the matrix. */
  flow: Float64Array;
  /** People at each destination. */
  load: Float64Array;
  /** Σ people × cost of those who are served. */
  cost: number;
  /** Sums: they add up to all people. */
  people: { served: number; noPlace: number; outOfReach: number };
}

/**
 * The most people who can be served at the same time, each at a site within the limit and no site
 * beyond its capacity; and of all ways to do that, one with the least sum of people × cost. So nobody
 * who could have a place goes without, and where places are short those nearest to them have them.
 * Who reaches a site but has no place is `noPlace`. `limit` is one cost or each origin's own.
 *
 * A transportation problem (Hitchcock 1941) by successive shortest paths (Busacker & Gowen 1960) over
 * the sites alone, since there are few of them: exact, and people may come in fractions.
 */
export function assign(
  costs: CostMatrix,
  people: Float64Array,
  capacity: Float64Array,
  limit: number | Float64Array,
): Assignment {
  const { origins, start, cost } = costs;
  const nearest = new Float64Array(origins).fill(Infinity);
  for (let i = 0; i < origins; i++) {
    const most = typeof limit === 'number' ? limit : limit[i];
    for (let k = start[i]; k < start[i + 1]; k++) {
      if (cost[k] <= most && cost[k] < nearest[i]) nearest[i] = cost[k];
    }
  }
  const sites = new SharedSites(costs, capacity, limit);
  // Those nearest to a site first: fewer have to give up a place again.
  const order = Array.from(nearest.keys()).filter((i) => nearest[i] < Infinity);
  order.sort((a, b) => nearest[a] - nearest[b] || a - b);
  for (const i of order) sites.add(i, people[i]);

  const served = new Float64Array(origins);
  const load = new Float64Array(costs.destinations);
  const sums = { served: 0, noPlace: 0, outOfReach: 0 };
  let total = 0;
  for (let i = 0; i < origins; i++) {
    for (let k = start[i]; k < start[i + 1]; k++) {
      served[i] += sites.flow[k];
      load[costs.destination[k]] += sites.flow[k];
      total += sites.flow[k] * cost[k];
    }
    sums.served += served[i];
    if (nearest[i] < Infinity) sums.noPlace += Math.max(0, people[i] - served[i]);
    else sums.outOfReach += people[i];
  }
  return { served, flow: sites.flow.subarray(0, cost.length), load, cost: total, people: sums };
}
