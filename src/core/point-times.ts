import { piece, type Labels, type Reach } from './reach.ts';
import type { Snaps } from './snap.ts';

/** Times of n points, and the seed each of them goes to. */
export interface PointTimes {
  /** n; Infinity where off network or beyond the limit. */
  seconds: Float64Array;
  /** n; index of the nearest seed, -1 where there is none. */
  nearest: Int32Array;
  /** n; metres to it, off-street legs included; only where the search tracked them. */
  metres?: Float64Array;
}

/**
 * Seconds of snapped points: off-street leg + the better end of the point's edge, or the direct
 * piece where a seed stands on the same edge + the seed's own off-street leg.
 */
export function pointTimes(reach: Reach, points: Snaps): PointTimes {
  const { network, pace, seedsByEdge, inside } = reach;
  const { graph, forth, back, ends } = network;
  const { edgeFrom, edgeTo, edgeMetres } = graph;
  const n = points.edge.length;
  const perMetre = 1 / pace.speed;
  const perOffMetre = 1 / pace.offSpeed;
  const seconds = new Float64Array(n);
  const nearest = new Int32Array(n);
  const metres = reach.metres ? new Float64Array(n) : undefined;
  const seedEdge = new Uint8Array(edgeFrom.length);
  for (const e of seedsByEdge.edges) seedEdge[e] = 1;
  for (let i = 0; i < n; i++) {
    const e = points.edge[i];
    if (e < 0) {
      seconds[i] = Infinity;
      nearest[i] = -1;
      continue;
    }
    let [from, to] = [edgeFrom[e], edgeTo[e]];
    let labels: Labels = reach;
    if (inside && ends![e]) {
      labels = inside;
      [from, to] = [network.inside!.index[from], network.inside!.index[to]];
    }
    const along = points.along[i];
    const viaFrom = labels.seconds[from] + piece(along, forth[e]) * perMetre;
    const viaTo = labels.seconds[to] + piece(edgeMetres[e] - along, back[e]) * perMetre;
    let best = viaFrom <= viaTo ? viaFrom : viaTo;
    let seed = viaFrom <= viaTo ? labels.nearest[from] : labels.nearest[to];
    let behind = 0;
    if (labels.metres) {
      behind =
        viaFrom <= viaTo ? labels.metres[from] + along : labels.metres[to] + edgeMetres[e] - along;
    }
    if (seedEdge[e]) {
      for (let k = firstAtLeast(seedsByEdge.edges, e); seedsByEdge.edges[k] === e; k++) {
        const s = seedsByEdge.seeds[k];
        const direct = directSeconds(reach, s, e, along);
        if (direct < best) {
          best = direct;
          seed = s;
          behind = reach.seeds.off[s] + Math.abs(along - reach.seeds.along[s]);
        }
      }
    }
    best += points.off[i] * perOffMetre;
    // A street that leads the wrong way has a node with a time, and no way from it.
    const within = best < Infinity && best <= reach.limitSeconds;
    seconds[i] = within ? best : Infinity;
    nearest[i] = within ? seed : -1;
    if (metres) metres[i] = behind + points.off[i];
  }
  return metres ? { seconds, nearest, metres } : { seconds, nearest };
}

/** Seconds from seed `s` on edge `e` straight along it to the point at `along`, off-street leg of the seed included. */
export function directSeconds(reach: Reach, s: number, e: number, along: number): number {
  const { network, pace, seeds } = reach;
  const ahead = along - seeds.along[s];
  const cost = ahead >= 0 ? piece(ahead, network.forth[e]) : piece(-ahead, network.back[e]);
  return pace.startSeconds + seeds.off[s] / pace.offSpeed + cost / pace.speed;
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
