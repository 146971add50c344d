import {
  byDestination,
  byOrigin,
  type CostColumns,
  type CostMatrix,
} from '../../core/cost-matrix.ts';
import { costsTo, type Destination } from '../cost-rows.ts';
import type { Prepared } from '../prepared.ts';
import type { Query } from '../query.ts';

/** Sites searched in one turn: on a county some fifty milliseconds. */
const A_TURN = 4;

/**
 * What costsTo gives, a few sites at a time, so that whoever else asks is not kept waiting:
 * `pause` is awaited between, with the number of sites done; null where it says to stop.
 */
export async function rowsInTurns(
  prepared: Prepared,
  query: Query,
  sites: Destination[],
  horizonSeconds: number,
  pause: (done: number) => Promise<boolean>,
): Promise<CostMatrix | null> {
  const parts: CostColumns[] = [];
  for (let from = 0; from < sites.length; from += A_TURN) {
    if (!(await pause(from))) return null;
    const some = sites.slice(from, from + A_TURN);
    parts.push(byDestination(costsTo(prepared, query, some, horizonSeconds)));
  }
  return byOrigin(joined(parts, sites.length), prepared.region.places.lon.length);
}

function joined(parts: CostColumns[], destinations: number): CostColumns {
  const pairs = parts.reduce((sum, { cost }) => sum + cost.length, 0);
  const start = new Uint32Array(destinations + 1);
  const origin = new Uint32Array(pairs);
  const cost = new Float64Array(pairs);
  let [j, at] = [0, 0];
  for (const part of parts) {
    for (let k = 1; k < part.start.length; k++) start[++j] = at + part.start[k];
    origin.set(part.origin, at);
    cost.set(part.cost, at);
    at += part.cost.length;
  }
  return { start, origin, cost };
}
