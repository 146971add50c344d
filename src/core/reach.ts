import { BucketQueue } from './bucket-queue.ts';
import type { Network } from './graph.ts';
import type { Snaps } from './snap.ts';

/** Seconds from the nearest seed, for every node of a network. */
export interface Reach {
  network: Network;
  /** Metres per second. */
  speed: number;
  /** Nodes farther than this are Infinity. */
  limitSeconds: number;
  /** n; Infinity where not reached. */
  seconds: Float64Array;
  /** n; index of the nearest seed, -1 where not reached. */
  nearest: Int32Array;
  /** The nodes that have a time, in no promised order; `reached` of them. */
  touched: Uint32Array;
  reached: number;
  /** The snapped seeds and, for the direct piece along one edge, the seeds listed by edge. */
  seeds: Snaps;
  seedsByEdge: SeedsByEdge;
}

/** Seeds sorted by the edge they stand on. */
export interface SeedsByEdge {
  edges: Int32Array;
  seeds: Int32Array;
}

/**
 * Walking time from every node to the nearest of the seeds (or back: streets are undirected on
 * foot), up to `limitSeconds`. Multi-source Dijkstra with a circular bucket queue (Dial 1969);
 * inside a bucket labels are corrected, so the result is exact for real-valued seconds.
 *
 * With `bound`, a node is only entered when that is faster than `bound[node]` (what other
 * seeds already give): the search of one moved pin stays as small as its influence. With
 * `recycle`, the arrays of an earlier answer on the same network, no longer needed, are used again.
 */
export function searchReach(
  network: Network,
  seeds: Snaps,
  speed: number,
  limitSeconds: number,
  { bound, recycle }: { bound?: Float64Array; recycle?: Reach } = {},
): Reach {
  const { graph, arcStart, arcTo, arcMetres } = network;
  const { seconds, nearest } = recycle ? cleared(recycle) : blank(graph.nodeLon.length);
  let touched = recycle ? recycle.touched : new Uint32Array(1024);
  let reached = 0;
  const pace = 1 / speed;

  // The widest jump a relaxation can make bounds the keys waiting at once.
  let span = network.maxArcMetres;
  for (let i = 0; i < seeds.edge.length; i++) {
    if (seeds.edge[i] >= 0) span = Math.max(span, seeds.off[i] + graph.edgeMetres[seeds.edge[i]]);
  }
  const width = Math.max(network.meanArcMetres * ARCS_PER_BUCKET, span / 65536, 1e-3);
  const queue = new BucketQueue(width * pace, span * pace);

  const touch = (node: number): void => {
    if (reached === touched.length) touched = grown(touched, new Uint32Array(reached * 2));
    touched[reached++] = node;
  };
  const offer = (node: number, key: number, seed: number): void => {
    if (key > limitSeconds || key >= seconds[node] || (bound && key >= bound[node])) return;
    if (seconds[node] === Infinity) touch(node);
    seconds[node] = key;
    nearest[node] = seed;
    queue.push(node, key);
  };
  for (let i = 0; i < seeds.edge.length; i++) {
    const e = seeds.edge[i];
    if (e < 0) continue;
    offer(graph.edgeFrom[e], (seeds.off[i] + seeds.along[i]) * pace, i);
    offer(graph.edgeTo[e], (seeds.off[i] + graph.edgeMetres[e] - seeds.along[i]) * pace, i);
  }

  while (queue.pop()) {
    const { node, key } = queue;
    if (key > seconds[node]) continue;
    const seed = nearest[node];
    const end = arcStart[node + 1];
    for (let a = arcStart[node]; a < end; a++) {
      const to = arcTo[a];
      const next = key + arcMetres[a] * pace;
      const before = seconds[to];
      if (next >= before || next > limitSeconds || (bound && next >= bound[to])) continue;
      if (before === Infinity) touch(to);
      seconds[to] = next;
      nearest[to] = seed;
      queue.push(to, next);
    }
  }
  const seedsByEdge = byEdge(seeds);
  return { network, speed, limitSeconds, seconds, nearest, touched, reached, seeds, seedsByEdge };
}

/** Tuned in the bench: buckets much narrower than an arc cost walking, wider ones cost re-scans. */
const ARCS_PER_BUCKET = 0.5;

function blank(n: number) {
  return {
    seconds: new Float64Array(n).fill(Infinity),
    nearest: new Int32Array(n).fill(-1),
  };
}

function cleared({ seconds, nearest, touched, reached }: Reach) {
  for (let i = 0; i < reached; i++) {
    seconds[touched[i]] = Infinity;
    nearest[touched[i]] = -1;
  }
  return { seconds, nearest };
}

function grown<T extends Uint32Array | Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function byEdge(seeds: Snaps): SeedsByEdge {
  const order: number[] = [];
  for (let i = 0; i < seeds.edge.length; i++) if (seeds.edge[i] >= 0) order.push(i);
  order.sort((a, b) => seeds.edge[a] - seeds.edge[b] || a - b);
  return { edges: Int32Array.from(order, (i) => seeds.edge[i]), seeds: Int32Array.from(order) };
}

/** Times of n points, and the seed each of them goes to. */
export interface PointTimes {
  /** n; Infinity where off network or beyond the limit. */
  seconds: Float64Array;
  /** n; index of the nearest seed, -1 where there is none. */
  nearest: Int32Array;
}

/**
 * Seconds of snapped points: off-street leg + the better end of the point's edge, or the direct
 * piece where a seed stands on the same edge + the seed's own off-street leg.
 */
export function pointTimes(reach: Reach, points: Snaps): PointTimes {
  const { network, speed, seeds, seedsByEdge } = reach;
  const { edgeFrom, edgeTo, edgeMetres } = network.graph;
  const n = points.edge.length;
  const pace = 1 / speed;
  const seconds = new Float64Array(n);
  const nearest = new Int32Array(n);
  const seedEdge = new Uint8Array(edgeFrom.length);
  for (const e of seedsByEdge.edges) seedEdge[e] = 1;
  for (let i = 0; i < n; i++) {
    const e = points.edge[i];
    if (e < 0) {
      seconds[i] = Infinity;
      nearest[i] = -1;
      continue;
    }
    const [from, to] = [edgeFrom[e], edgeTo[e]];
    const viaFrom = reach.seconds[from] + points.along[i] * pace;
    const viaTo = reach.seconds[to] + (edgeMetres[e] - points.along[i]) * pace;
    let best = viaFrom <= viaTo ? viaFrom : viaTo;
    let seed = viaFrom <= viaTo ? reach.nearest[from] : reach.nearest[to];
    if (seedEdge[e]) {
      for (let k = firstAtLeast(seedsByEdge.edges, e); seedsByEdge.edges[k] === e; k++) {
        const s = seedsByEdge.seeds[k];
        const direct = (Math.abs(points.along[i] - seeds.along[s]) + seeds.off[s]) * pace;
        if (direct < best) {
          best = direct;
          seed = s;
        }
      }
    }
    best += points.off[i] * pace;
    const within = best <= reach.limitSeconds;
    seconds[i] = within ? best : Infinity;
    nearest[i] = within ? seed : -1;
  }
  return { seconds, nearest };
}

function firstAtLeast(sorted: Int32Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
