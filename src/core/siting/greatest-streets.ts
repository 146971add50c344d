import type { Network } from '../network.ts';
import type { Pace } from '../profile.ts';
import { piece, searchReach, type Reach } from '../reach.ts';
import type { Snaps } from '../snap.ts';
import type { CoverSearch } from './greatest-covers.ts';
import type { Rows } from './greatest-rows.ts';
import type { Stretches } from './greatest-stretches.ts';

/** Sums are rounded another way from people than from sites: nobody may be lost by that. Seconds. */
const ROUNDING = 1e-6;

/**
 * The spots from which each row of demand is reached in time, by one search from its places over
 * the network as people see it (`Prepared.way(profile, true)`). A site off the streets is never
 * better than the point where it joins them, so points of streets are all there are (as the
 * network intersect points of Church & Meadows 1979, without cutting at every one of them).
 */
export class StreetSearch implements CoverSearch {
  readonly spots: number;
  found: Uint32Array;
  readonly #network: Network;
  readonly #pace: Pace;
  readonly #snaps: Snaps;
  readonly #rows: Rows;
  readonly #stretches: Stretches;
  /** Edges that have stretches, by node. */
  readonly #start: Uint32Array;
  readonly #edge: Uint32Array;
  /** The row an edge was looked at for, and the row a spot was found for, and where it is listed. */
  readonly #seen: Int32Array;
  readonly #foundFor: Int32Array;
  readonly #at: Uint32Array;
  #count = 0;
  #stamp = -1;
  #reach: Reach | undefined;

  constructor(network: Network, pace: Pace, snaps: Snaps, rows: Rows, stretches: Stretches) {
    this.#network = network;
    this.#pace = pace;
    this.#snaps = snaps;
    this.#rows = rows;
    this.#stretches = stretches;
    this.spots = stretches.spots;
    this.found = new Uint32Array(stretches.spots);
    this.#seen = new Int32Array(stretches.first.length).fill(-1);
    this.#foundFor = new Int32Array(stretches.spots).fill(-1);
    this.#at = new Uint32Array(stretches.spots);
    [this.#start, this.#edge] = edgesByNode(network, stretches.first);
  }

  search(row: number): number {
    const network = this.#network;
    const { place, start, seconds } = this.#rows;
    const members = place.subarray(start[row], start[row + 1]);
    const { edge, along, off } = this.#snaps;
    const seeds = {
      edge: Int32Array.from(members, (i) => edge[i]),
      along: Float64Array.from(members, (i) => along[i]),
      off: Float64Array.from(members, (i) => off[i]),
    };
    const limit = seconds[row] + ROUNDING;
    const recycle = this.#reach;
    const reach = searchReach(network, seeds, this.#pace, limit, { recycle });
    this.#reach = reach;
    this.#count = 0;
    this.#stamp++;
    for (const e of seeds.edge) if (e >= 0) this.#visit(reach, e, limit);
    for (let t = 0; t < reach.reached; t++) this.#around(reach, reach.touched[t], false, limit);
    if (reach.inside) {
      reach.inside.seconds.forEach((time, k) => {
        if (time < Infinity) this.#around(reach, network.inside!.node[k], true, limit);
      });
    }
    return this.#count;
  }

  #around(reach: Reach, node: number, inside: boolean, limit: number): void {
    const { ends } = this.#network;
    for (let k = this.#start[node]; k < this.#start[node + 1]; k++) {
      const e = this.#edge[k];
      if ((ends?.[e] === 1) === inside) this.#visit(reach, e, limit);
    }
  }

  /** All the stretches of an edge that are reached in time. */
  #visit(reach: Reach, e: number, limit: number): void {
    if (this.#seen[e] === this.#stamp) return;
    this.#seen[e] = this.#stamp;
    const { graph, forth, back, ends, inside } = this.#network;
    let [from, to] = [graph.edgeFrom[e], graph.edgeTo[e]];
    let { seconds } = reach;
    if (ends?.[e]) {
      seconds = reach.inside!.seconds;
      [from, to] = [inside!.index[from], inside!.index[to]];
    }
    const { first, from: begin, to: end, spot, middle } = this.#stretches;
    const length = graph.edgeMetres[e];
    const perMetre = 1 / this.#pace.speed;
    const [atFrom, atTo] = [seconds[from], seconds[to]];
    /** Seconds to the nearest of the points between a and b metres along. */
    const nearest = (a: number, b: number) => {
      const ahead = atFrom + piece(a, forth[e]) * perMetre;
      const behind = atTo + piece(length - b, back[e]) * perMetre;
      let best = ahead < behind ? ahead : behind;
      const { edge, along, off } = reach.seeds;
      for (let s = 0; s < edge.length; s++) {
        if (edge[s] !== e) continue;
        const x = along[s];
        const cost = x < a ? piece(a - x, forth[e]) : x > b ? piece(x - b, back[e]) : 0;
        const { startSeconds, offSpeed } = this.#pace;
        const direct = startSeconds + off[s] / offSpeed + cost * perMetre;
        if (direct < best) best = direct;
      }
      return best;
    };
    for (let k = first[e]; k < first[e + 1]; k++) {
      if (nearest(begin[k], end[k]) > limit) continue;
      const s = spot[k];
      if (this.#foundFor[s] !== this.#stamp) {
        this.#foundFor[s] = this.#stamp;
        this.#at[s] = this.#count;
        this.found[this.#count++] = s << 1;
      }
      const half = (begin[k] + end[k]) / 2;
      if (middle[s] === k && nearest(half, half) <= limit) this.found[this.#at[s]] |= 1;
    }
  }
}

function edgesByNode({ graph }: Network, first: Uint32Array): [Uint32Array, Uint32Array] {
  const { edgeFrom, edgeTo, nodeLon } = graph;
  const start = new Uint32Array(nodeLon.length + 1);
  const each = (visit: (node: number, edge: number) => void) => {
    for (let e = 0; e + 1 < first.length; e++) {
      if (first[e] === first[e + 1]) continue;
      visit(edgeFrom[e], e);
      visit(edgeTo[e], e);
    }
  };
  each((node) => start[node + 1]++);
  for (let i = 0; i < nodeLon.length; i++) start[i + 1] += start[i];
  const next = start.slice(0, -1);
  const edge = new Uint32Array(start[nodeLon.length]);
  each((node, e) => (edge[next[node]++] = e));
  return [start, edge];
}
