import { BucketQueue } from './bucket-queue.ts';
import type { Arcs, Inside, Network } from './network.ts';
import type { Pace } from './profile.ts';
import type { Snaps } from './snap.ts';

/** Seconds from the nearest seed, for every node of a network. */
export interface Reach {
  network: Network;
  pace: Pace;
  /** Nodes farther than this are Infinity. */
  limitSeconds: number;
  /** n; along streets one may pass; Infinity where not reached. */
  seconds: Float64Array;
  /** n; index of the nearest seed, -1 where not reached. */
  nearest: Int32Array;
  /** n; metres on streets to the nearest seed, off-street leg of the seed included; only where tracked. */
  metres: Float64Array | null;
  /** n; the arc that a node was entered by, -1 where a search began; only where tracked. */
  via: Int32Array | null;
  /** k; where seeds that stand inside come out, the stage before the streets; only where tracked. */
  gates: Labels | null;
  /** The nodes that have a time, in no promised order; `reached` of them. */
  touched: Uint32Array;
  reached: number;
  /** k, the nodes of network.inside: for whoever starts or ends on a way one may not pass through. */
  inside: Labels | null;
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
 * Time from every node to the nearest of the seeds, or from it (as the network was built), up to
 * `limitSeconds`. Multi-source Dijkstra with a circular bucket queue (Dial 1969); inside a bucket
 * labels are corrected, so the result is exact for real-valued seconds.
 *
 * Ways one may not pass through are exact too: a journey is at most a piece inside, streets, and a
 * piece inside. Seeds that stand inside are searched to their gates first, then the streets, then
 * from the streets inwards; no path leaves a way it came in by on the other side.
 *
 * With `bound`, a node is only entered when that is faster than what the earlier search gave it:
 * the search of one moved pin stays as small as its influence. With `recycle`, the arrays of an
 * earlier answer on the same network, no longer needed, are used again. With `track`, metres are
 * kept beside the seconds.
 */
export function searchReach(
  network: Network,
  seeds: Snaps,
  pace: Pace,
  limitSeconds: number,
  { bound, recycle, track = false }: { bound?: Reach; recycle?: Reach; track?: boolean } = {},
): Reach {
  const { graph, inside } = network;
  const labels = recycle && !track ? cleared(recycle) : blank(graph.nodeLon.length, track);
  const touched = { nodes: recycle ? recycle.touched : new Uint32Array(1024), count: 0 };
  const starts = seedStarts(network, seeds, pace, false);
  const gates = inside && gateLabels(network, inside, seeds, pace, limitSeconds, track);
  if (inside && gates) for (const start of gateStarts(inside, gates)) starts.push(start);
  spread(network, network.arcs, pace, labels, starts, limitSeconds, bound?.seconds, touched);
  const within = inside && blank(inside.node.length, track);
  if (inside && within) {
    const entries: Start[] = [];
    for (let i = 0; i < touched.count; i++) {
      const node = touched.nodes[i];
      if (inside.index[node] >= 0) entries.push(startAt(labels, node, inside.index[node]));
    }
    // Only where a way is entered faster than before; a start is never itself its own bound.
    spread(network, inside.arcs, pace, within, entries, limitSeconds, bound?.inside?.seconds);
  }
  return {
    network,
    pace,
    limitSeconds,
    ...labels,
    touched: touched.nodes,
    reached: touched.count,
    inside: within,
    gates: track && gates ? gates.labels : null,
    seeds,
    seedsByEdge: byEdge(seeds),
  };
}

/** A node that a search begins at, with the time on the clock and the metres behind it. */
interface Start {
  node: number;
  seconds: number;
  seed: number;
  metres: number;
}

/** What a search knows of its nodes. */
export type Labels = Pick<Reach, 'seconds' | 'nearest' | 'metres' | 'via'>;

/** Where a search of another part goes on from a node of this one. */
function startAt({ seconds, nearest, metres }: Labels, from: number, node: number): Start {
  return { node, seconds: seconds[from], seed: nearest[from], metres: metres ? metres[from] : 0 };
}

/** The ends of the seeds' edges; of those on ways one may pass, or of the others. */
function seedStarts(network: Network, seeds: Snaps, pace: Pace, within: boolean): Start[] {
  const { graph, forth, back, ends, closed } = network;
  const starts: Start[] = [];
  for (let i = 0; i < seeds.edge.length; i++) {
    const e = seeds.edge[i];
    if (e < 0 || (ends?.[e] === 1) !== within) continue;
    const begin = pace.startSeconds + seeds.off[i] / pace.offSpeed;
    const legs: [number, number, number][] = [
      [graph.edgeFrom[e], seeds.along[i], back[e]],
      [graph.edgeTo[e], graph.edgeMetres[e] - seeds.along[i], forth[e]],
    ];
    for (const [node, metres, factor] of legs) {
      const seconds = begin + piece(metres, factor) / pace.speed;
      if (seconds === Infinity || closed?.[node]) continue;
      starts.push({ node, seconds, seed: i, metres: seeds.off[i] + metres });
    }
  }
  return starts;
}

/** What is known of the nodes of ways inside before anybody has left them. */
interface GateLabels {
  labels: Labels;
  /** The nodes that have a time. */
  touched: Uint32Array;
}

/** Searches from the seeds that stand inside, over their ways alone; null where there are none. */
function gateLabels(
  network: Network,
  inside: Inside,
  seeds: Snaps,
  pace: Pace,
  limitSeconds: number,
  track: boolean,
): GateLabels | null {
  const starts = seedStarts(network, seeds, pace, true);
  if (!starts.length) return null;
  for (const start of starts) start.node = inside.index[start.node];
  const labels = blank(inside.node.length, track);
  const touched = { nodes: new Uint32Array(64), count: 0 };
  spread(network, inside.arcs, pace, labels, starts, limitSeconds, undefined, touched);
  return { labels, touched: touched.nodes.subarray(0, touched.count) };
}

/** Where seeds that stand inside come out: every node of their ways, with the time to it. */
function gateStarts(inside: Inside, { labels, touched }: GateLabels): Start[] {
  return Array.from(touched, (k) => startAt(labels, k, inside.node[k]));
}

/** Dijkstra from `starts` over `arcs` into `labels`, which must be blank. */
function spread(
  { graph: { edgeMetres }, maxArcCost, meanArcCost }: Network,
  arcs: Arcs,
  { speed }: Pace,
  labels: Labels,
  starts: Start[],
  limitSeconds: number,
  bound?: Float64Array,
  touched?: { nodes: Uint32Array; count: number },
): void {
  const { start, to, cost, edge } = arcs;
  const { seconds, nearest, metres, via } = labels;
  // The widest jump a relaxation can make bounds the keys waiting at once.
  let last = 0;
  for (const each of starts) if (each.seconds <= limitSeconds) last = Math.max(last, each.seconds);
  const span = Math.max(maxArcCost / speed, last);
  const width = Math.max((meanArcCost * ARCS_PER_BUCKET) / speed, span / 65536, 1e-3);
  const queue = new BucketQueue(width, span);
  const touch = (node: number): void => {
    if (!touched) return;
    const { nodes, count } = touched;
    if (count === nodes.length) touched.nodes = grown(nodes, new Uint32Array(count * 2));
    touched.nodes[touched.count++] = node;
  };
  for (const { node, seconds: key, seed, metres: behind } of starts) {
    if (key > limitSeconds || key >= seconds[node] || (bound && key >= bound[node])) continue;
    if (seconds[node] === Infinity) touch(node);
    seconds[node] = key;
    nearest[node] = seed;
    if (metres) metres[node] = behind;
    queue.push(node, key);
  }
  const pace = 1 / speed;
  while (queue.pop()) {
    const { node, key } = queue;
    if (key > seconds[node]) continue;
    const seed = nearest[node];
    const end = start[node + 1];
    for (let a = start[node]; a < end; a++) {
      const there = to[a];
      const next = key + cost[a] * pace;
      const before = seconds[there];
      if (next >= before || next > limitSeconds || (bound && next >= bound[there])) continue;
      if (before === Infinity) touch(there);
      seconds[there] = next;
      nearest[there] = seed;
      if (metres) {
        metres[there] = metres[node] + edgeMetres[edge[a]];
        via![there] = a;
      }
      queue.push(there, next);
    }
  }
}

/** A point this near to the end of an edge stands on the junction: a one-way does not hold it there. Metres. */
const AT_JUNCTION = 0.01;

/** What a piece of an edge costs, in metres on a street of factor 1. */
export function piece(metres: number, factor: number): number {
  if (factor === Infinity) return metres < AT_JUNCTION ? 0 : Infinity;
  return metres * factor;
}

/** Tuned in the bench: buckets much narrower than an arc cost walking, wider ones cost re-scans. */
const ARCS_PER_BUCKET = 0.5;

function blank(n: number, track = false): Labels {
  return {
    seconds: new Float64Array(n).fill(Infinity),
    nearest: new Int32Array(n).fill(-1),
    metres: track ? new Float64Array(n) : null,
    via: track ? new Int32Array(n).fill(-1) : null,
  };
}

function cleared({ seconds, nearest, touched, reached }: Reach): Labels {
  for (let i = 0; i < reached; i++) {
    seconds[touched[i]] = Infinity;
    nearest[touched[i]] = -1;
  }
  return { seconds, nearest, metres: null, via: null };
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
