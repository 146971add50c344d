import type { CostMatrix } from './cost-matrix.ts';
import { SiteMoves } from './site-moves.ts';

/** Less than this is nobody: people may come in fractions. */
const TINY = 1e-9;

/**
 * Sites filling up with people, one origin after the other: after each, as many as possible are
 * served, at the least cost. Going without is one more site, with room for everybody and dearer than
 * any detour.
 *
 * Somebody new takes a free place, or takes one from somebody who moves on to another site (or goes
 * without), and so on. What that costs depends on the sites alone. `#price` of a site is a bound
 * below the cost of making room there, 0 while there is room; it only rises, and it leads the search
 * for the cheapest chain of moves (potentials: Edmonds & Karp 1972; A*: Hart, Nilsson & Raphael 1968).
 */
export class SharedSites {
  /** People of each pair of the matrix, then those of each origin who go without. */
  readonly flow: Float64Array;
  readonly #costs: CostMatrix;
  readonly #limit: number | Float64Array;
  /** Going without comes last. */
  readonly #room: Float64Array;
  readonly #price: Float64Array;
  /** What going without costs. */
  readonly #without: number;
  /** By site: where its people could move on to; the cheapest moves are of people still there. */
  readonly #moves: SiteMoves[];
  // Of the search: cost of a chain up to the site, the site before (-1: none), and what is known.
  readonly #chain: Float64Array;
  readonly #before: Int32Array;
  readonly #first: Int32Array;
  readonly #known: Uint8Array;

  constructor(costs: CostMatrix, capacity: Float64Array, limit: number | Float64Array) {
    const { cost, origins, destinations } = costs;
    this.#costs = costs;
    this.#limit = limit;
    this.flow = new Float64Array(cost.length + origins);
    this.#room = new Float64Array(destinations + 1).fill(Infinity);
    this.#room.set(capacity);
    this.#price = new Float64Array(destinations + 1);
    // A chain of moves passes each site once at most, so no chain is dearer than this.
    const most = cost.reduce((max, one) => (one < Infinity ? Math.max(max, one) : max), 0);
    this.#without = 2 * (destinations + 1) * most + 1;
    this.#moves = Array.from({ length: destinations }, () => new SiteMoves());
    this.#chain = new Float64Array(destinations + 1);
    this.#before = new Int32Array(destinations + 1);
    this.#first = new Int32Array(destinations + 1);
    this.#known = new Uint8Array(destinations + 1);
  }

  /** Takes in the people of origin i. */
  add(i: number, people: number): void {
    let left = people;
    while (left > TINY) left -= this.#send(this.#search(i), left);
  }

  /** Whether somebody of origin i may use this pair. */
  usable(i: number, pair: number): boolean {
    const limit = this.#limit;
    return this.#costs.cost[pair] <= (typeof limit === 'number' ? limit : limit[i]);
  }

  /** The site (or going without) where the cheapest chain of moves ends that takes in somebody of i. */
  #search(i: number): number {
    const { start, destination, destinations, cost } = this.#costs;
    const [chain, known, price] = [this.#chain, this.#known, this.#price];
    chain.fill(Infinity);
    known.fill(0);
    const enter = (site: number, sum: number, before: number, pair: number) => {
      if (sum >= chain[site]) return;
      chain[site] = sum;
      this.#before[site] = before;
      this.#first[site] = pair;
    };
    enter(destinations, this.#without, -1, cost.length + i);
    for (let p = start[i]; p < start[i + 1]; p++) {
      if (this.usable(i, p)) enter(destination[p], cost[p], -1, p);
    }
    const seen: number[] = [];
    for (;;) {
      let site = destinations;
      for (let j = 0; j < destinations; j++) {
        if (!known[j] && chain[j] + price[j] < chain[site] + price[site]) site = j;
      }
      if (this.#room[site] > TINY) {
        for (const j of seen) price[j] = Math.max(price[j], chain[site] - chain[j]);
        return site;
      }
      known[site] = 1;
      seen.push(site);
      const { others, least } = this.#moves[site];
      for (let slot = 0; slot < others.length; slot++) {
        if (!known[others[slot]]) enter(others[slot], chain[site] + least[slot], site, -1);
      }
    }
  }

  /** Sends at most so many along the chain that ends at this site; how many went. */
  #send(end: number, people: number): number {
    const moves: { from: number; to: number }[] = [];
    let site = end;
    let amount = Math.min(people, this.#room[end]);
    for (; this.#before[site] >= 0; site = this.#before[site]) {
      const { from, to } = this.#moves[this.#before[site]].cheapest(site);
      moves.push({ from, to });
      amount = Math.min(amount, this.flow[from]);
    }
    this.#room[end] -= amount;
    this.#fill(this.#first[site], amount);
    for (const { from, to } of moves) {
      this.#leave(from, amount);
      this.#fill(to, amount);
    }
    return amount;
  }

  #leave(pair: number, amount: number): void {
    this.flow[pair] -= amount;
    if (this.flow[pair] > TINY) return;
    this.#moves[this.#costs.destination[pair]].drop((from) => this.flow[from] <= TINY);
  }

  #fill(pair: number, amount: number): void {
    const there = this.flow[pair] > TINY;
    this.flow[pair] += amount;
    if (!there && this.flow[pair] > TINY) this.#offer(pair);
  }

  /** The people of this pair could move to any other site they reach, or go without. */
  #offer(pair: number): void {
    const { start, destination, destinations, cost } = this.#costs;
    if (pair >= cost.length) return;
    const moves = this.#moves[destination[pair]];
    const i = this.#originOf(pair);
    for (let p = start[i]; p < start[i + 1]; p++) {
      if (p !== pair && this.usable(i, p)) moves.put(destination[p], cost[p] - cost[pair], pair, p);
    }
    moves.put(destinations, this.#without - cost[pair], pair, cost.length + i);
  }

  #originOf(pair: number): number {
    const { start } = this.#costs;
    let [low, high] = [0, start.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (start[middle] <= pair) low = middle;
      else high = middle;
    }
    return low;
  }
}
