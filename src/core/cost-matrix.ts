/**
 * Costs from origins (demand) to destinations (sites, candidates), sparse by origin. A pair that is
 * not there is out of reach. Costs are seconds unless the matrix came from outside.
 */
export interface CostMatrix {
  origins: number;
  destinations: number;
  /** origins + 1; the row of origin i is start[i] … start[i + 1]. */
  start: Uint32Array;
  /** Destination of each pair, ascending within a row. */
  destination: Uint32Array;
  cost: Float64Array;
}

/** Columns of pairs as they are found: by destination, then anyhow. */
export interface CostColumns {
  /** destinations + 1; the column of destination j is start[j] … start[j + 1]. */
  start: Uint32Array;
  origin: Uint32Array;
  cost: Float64Array;
}

/** Turns columns into rows: a counting sort, so destinations ascend within each row. */
export function byOrigin(columns: CostColumns, origins: number): CostMatrix {
  const destinations = columns.start.length - 1;
  const turned = turn(columns.start, columns.origin, columns.cost, origins);
  return {
    origins,
    destinations,
    start: turned.start,
    destination: turned.line,
    cost: turned.cost,
  };
}

/** The same pairs by destination; origins ascend within each column. */
export function byDestination({ start, destination, cost, destinations }: CostMatrix): CostColumns {
  const turned = turn(start, destination, cost, destinations);
  return { start: turned.start, origin: turned.line, cost: turned.cost };
}

/** The pairs within a limit, which is one cost or each origin's own. */
export function pairsWithin(costs: CostMatrix, limit: number | Float64Array): CostMatrix {
  const { start, destination, cost, origins } = costs;
  const kept: number[] = [];
  const own = new Uint32Array(origins + 1);
  for (let i = 0; i < origins; i++) {
    const most = typeof limit === 'number' ? limit : limit[i];
    for (let k = start[i]; k < start[i + 1]; k++) if (cost[k] <= most) kept.push(k);
    own[i + 1] = kept.length;
  }
  return {
    ...costs,
    start: own,
    destination: Uint32Array.from(kept, (k) => destination[k]),
    cost: Float64Array.from(kept, (k) => cost[k]),
  };
}

/** Pairs sorted by line and known by their cross line → sorted by cross line and known by their line. */
function turn(start: Uint32Array, cross: Uint32Array, cost: Float64Array, crossCount: number) {
  const turned = new Uint32Array(crossCount + 1);
  for (const c of cross) turned[c + 1]++;
  for (let c = 0; c < crossCount; c++) turned[c + 1] += turned[c];
  const next = turned.slice(0, crossCount);
  const line = new Uint32Array(cross.length);
  const costs = new Float64Array(cross.length);
  for (let l = 0; l + 1 < start.length; l++) {
    for (let k = start[l]; k < start[l + 1]; k++) {
      const to = next[cross[k]]++;
      line[to] = l;
      costs[to] = cost[k];
    }
  }
  return { start: turned, line, cost: costs };
}
