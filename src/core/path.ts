import { directSeconds } from './point-times.ts';
import { piece, type Labels, type Reach } from './reach.ts';
import type { Snaps } from './snap.ts';

/** A piece of a way along one edge. */
export interface PathPiece {
  edge: number;
  /** Metres along the edge from its first node, where the piece begins and where it ends. */
  begin: number;
  end: number;
  /** On the clock at its end. */
  seconds: number;
}

/** The way between a seed and a point, in the order of the search: from the seed. */
export interface Path {
  seed: number;
  /** Metres off the streets at the seed and at the point. */
  offSeed: number;
  offPoint: number;
  pieces: PathPiece[];
  /** As pointTimes has them, to the bit. */
  seconds: number;
  metres: number;
}

/**
 * The way that point `i` has its time by; null where it has none. Only of a search that tracked.
 * Goes back from the point by the arcs its nodes were entered by, through the stages of the search:
 * inside, streets, inside.
 */
export function pathTo(reach: Reach, points: Snaps, i: number): Path | null {
  const { network, pace, inside, seeds, seedsByEdge } = reach;
  const { edgeFrom, edgeTo, edgeMetres } = network.graph;
  if (!reach.via) throw new Error('the search kept no ways');
  const e = points.edge[i];
  if (e < 0) return null;
  const within = inside !== null && network.ends![e] === 1;
  const labels: Labels = within ? inside : reach;
  const local = (node: number) => (within ? network.inside!.index[node] : node);
  const [along, rest] = [points.along[i], edgeMetres[e] - points.along[i]];
  const viaFrom =
    labels.seconds[local(edgeFrom[e])] + piece(along, network.forth[e]) * (1 / pace.speed);
  const viaTo = labels.seconds[local(edgeTo[e])] + piece(rest, network.back[e]) * (1 / pace.speed);
  let best = Math.min(viaFrom, viaTo);
  let direct = -1;
  for (let k = 0; k < seedsByEdge.edges.length; k++) {
    if (seedsByEdge.edges[k] !== e) continue;
    const seconds = directSeconds(reach, seedsByEdge.seeds[k], e, along);
    if (seconds < best) [best, direct] = [seconds, seedsByEdge.seeds[k]];
  }
  const seconds = best + points.off[i] * (1 / pace.offSpeed);
  if (!(seconds < Infinity && seconds <= reach.limitSeconds)) return null;
  const ends = { offPoint: points.off[i], seconds };
  if (direct >= 0) {
    const begin = seeds.along[direct];
    const metres = seeds.off[direct] + Math.abs(along - begin) + points.off[i];
    const only = { edge: e, begin, end: along, seconds: best };
    return { ...ends, seed: direct, offSeed: seeds.off[direct], pieces: [only], metres };
  }
  const byFrom = viaFrom <= viaTo;
  const node = byFrom ? edgeFrom[e] : edgeTo[e];
  const last = { edge: e, begin: byFrom ? 0 : edgeMetres[e], end: along, seconds: best };
  const { seed, pieces } = backFrom(reach, labels, node);
  pieces.unshift(last);
  const metres = labels.metres![local(node)];
  // Added up as pointTimes does, or the last bit would differ.
  const behind = byFrom ? metres + along : metres + edgeMetres[e] - along;
  return {
    ...ends,
    seed,
    offSeed: seeds.off[seed],
    pieces: pieces.reverse(),
    metres: behind + points.off[i],
  };
}

/** The pieces from a node of the graph back to its seed, last first. */
function backFrom(reach: Reach, from: Labels, last: number): { seed: number; pieces: PathPiece[] } {
  const { network, inside, gates, seeds } = reach;
  const { edgeFrom, edgeTo, edgeMetres } = network.graph;
  const pieces: PathPiece[] = [];
  let labels = from;
  let node = last;
  for (;;) {
    const onStreets = labels === reach;
    const at = onStreets ? node : network.inside!.index[node];
    const arc = labels.via![at];
    if (arc >= 0) {
      const e = (onStreets ? network.arcs : network.inside!.arcs).edge[arc];
      const forth = edgeTo[e] === node;
      const [begin, end] = forth ? [0, edgeMetres[e]] : [edgeMetres[e], 0];
      pieces.push({ edge: e, begin, end, seconds: labels.seconds[at] });
      node = forth ? edgeFrom[e] : edgeTo[e];
      continue;
    }
    const seed = labels.nearest[at];
    const e = seeds.edge[seed];
    if (labels === inside) labels = reach;
    else if (onStreets && gates && network.ends![e]) labels = gates;
    else {
      pieces.push(firstPiece(reach, labels.seconds[at], seed, node));
      return { seed, pieces };
    }
  }
}

/** From a seed to the end of its edge that the search left it by at `seconds`. */
function firstPiece(
  { network, seeds, pace }: Reach,
  seconds: number,
  seed: number,
  node: number,
): PathPiece {
  const { edgeFrom, edgeTo, edgeMetres } = network.graph;
  const [e, begin] = [seeds.edge[seed], seeds.along[seed]];
  const rest = edgeMetres[e] - begin;
  const start = pace.startSeconds + seeds.off[seed] / pace.offSpeed;
  const toLast = start + piece(rest, network.forth[e]) / pace.speed;
  // An edge that comes back to its own node is left by the end that has this time.
  const forth = edgeTo[e] === node && (edgeFrom[e] !== node || toLast === seconds);
  return { edge: e, begin, end: forth ? edgeMetres[e] : 0, seconds };
}
