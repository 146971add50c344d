import type { CostMatrix } from './cost-matrix.ts';

/** Who is served when sites have only so many places. */
export interface Assignment {
  /** People of each origin who are served; parts of a place may go to several sites. */
  served: Float64Array;
  /** People at each destination. */
  load: Float64Array;
  /** Σ people × cost of those who are served. */
  cost: number;
  /** Sums: they add up to all people. */
  people: { served: number; noPlace: number; outOfReach: number };
}

/**
 * The most people who can be served at the same time, each at a site within the limit and no site
 * beyond its capacity: a maximum flow (Dinic 1970), begun by sending everybody to their nearest site
 * with a free place, nearest pairs first. Who reaches a site but finds no free place is `noPlace`.
 * `limit` is one cost or each origin's own.
 */
export function assign(
  costs: CostMatrix,
  people: Float64Array,
  capacity: Float64Array,
  limit: number | Float64Array,
): Assignment {
  const { origins, destinations, start, destination, cost } = costs;
  const within = (k: number, i: number) =>
    cost[k] <= (typeof limit === 'number' ? limit : limit[i]);
  const flow = new Float64Array(cost.length);
  const left = people.slice();
  const room = capacity.slice();
  const origin = new Uint32Array(cost.length);
  for (let i = 0; i < origins; i++) origin.fill(i, start[i], start[i + 1]);
  const order = Array.from(cost.keys()).filter((k) => within(k, origin[k]));
  order.sort((a, b) => cost[a] - cost[b] || a - b);
  const send = (k: number, amount: number) => {
    flow[k] += amount;
    left[origin[k]] -= amount;
    room[destination[k]] -= amount;
  };
  for (const k of order) send(k, Math.min(left[origin[k]], room[destination[k]]));

  const usable = new Uint8Array(cost.length);
  for (const k of order) usable[k] = 1;
  const reaching = pairsByDestination(order, destination, destinations);
  // Breadth-first from people without a place over pairs that could take more or give back.
  const fromPair = new Int32Array(destinations);
  const backPair = new Int32Array(origins);
  for (;;) {
    fromPair.fill(-1);
    backPair.fill(-2);
    const queue: number[] = [];
    for (let i = 0; i < origins; i++) {
      if (left[i] <= TINY) continue;
      backPair[i] = -1;
      queue.push(i);
    }
    let free = -1;
    for (let head = 0; head < queue.length && free < 0; head++) {
      const i = queue[head];
      for (let k = start[i]; k < start[i + 1] && free < 0; k++) {
        const j = destination[k];
        if (!usable[k] || fromPair[j] >= 0) continue;
        fromPair[j] = k;
        if (room[j] > TINY) free = j;
        for (const other of reaching[j]) {
          const o = origin[other];
          if (flow[other] <= TINY || backPair[o] !== -2) continue;
          backPair[o] = other;
          queue.push(o);
        }
      }
    }
    if (free < 0) break;
    augment(free);
  }

  /** Moves people along the path that ends at a site with room. */
  function augment(free: number): void {
    const path: { k: number; sign: 1 | -1 }[] = [];
    let amount = room[free];
    let j = free;
    for (;;) {
      const k = fromPair[j];
      path.push({ k, sign: 1 });
      const i = origin[k];
      const back = backPair[i];
      if (back < 0) {
        amount = Math.min(amount, left[i]);
        left[i] -= amount;
        break;
      }
      amount = Math.min(amount, flow[back]);
      path.push({ k: back, sign: -1 });
      j = destination[back];
    }
    room[free] -= amount;
    for (const { k, sign } of path) flow[k] += sign * amount;
  }

  const served = people.map((all, i) => all - left[i]);
  const sums = { served: 0, noPlace: 0, outOfReach: 0 };
  for (let i = 0; i < origins; i++) {
    let reaches = false;
    for (let k = start[i]; k < start[i + 1] && !reaches; k++) reaches = usable[k] === 1;
    sums.served += served[i];
    if (reaches) sums.noPlace += left[i];
    else sums.outOfReach += left[i];
  }
  return {
    served,
    load: capacity.map((all, j) => all - room[j]),
    cost: flow.reduce((sum, amount, k) => sum + amount * cost[k], 0),
    people: sums,
  };
}

/** Less than this is nobody: people may come in fractions. */
const TINY = 1e-9;

function pairsByDestination(pairs: number[], destination: Uint32Array, destinations: number) {
  const lists: number[][] = Array.from({ length: destinations }, () => []);
  for (const k of pairs) lists[destination[k]].push(k);
  return lists;
}
