import { E7, METRES_PER_DEGREE, distance, lonScale, type LonLat } from '../geo.ts';
import type { Graph } from '../graph.ts';
import type { Network } from '../network.ts';

/**
 * The streets in stretches, and the spots they make: one each, or all those of one square. By edge.
 */
export interface Stretches {
  /** Metres along the edge. */
  edge: Uint32Array;
  from: Float64Array;
  to: Float64Array;
  /** edges + 1; the stretches of edge e are first[e] … first[e + 1] - 1. */
  first: Uint32Array;
  /** The spot that a stretch belongs to. */
  spot: Uint32Array;
  spots: number;
  /** spots; the stretch whose middle stands for the spot. */
  middle: Uint32Array;
}

/** Every usable edge from end to end, as one spot each. */
export function wholeEdges({ graph: { edgeMetres }, usable }: Network): Stretches {
  const edges = Array.from(usable.keys()).filter((e) => usable[e]);
  return listed(
    edges.length,
    usable.length,
    Uint32Array.from(edges),
    new Float64Array(edges.length),
    Float64Array.from(edges, (e) => edgeMetres[e]),
  );
}

/**
 * The stretches of the spots that are `alive`, cut so that none is longer than `metres` of a street
 * of factor 1; with `square` metres, all whose middles lie in one square are one spot.
 */
export function finer(
  network: Network,
  { edge, from, to, spot }: Stretches,
  alive: Uint8Array | null,
  metres: number,
  square = 0,
): Stretches {
  const { forth, back, graph } = network;
  const parts = new Uint32Array(edge.length);
  let count = 0;
  for (let k = 0; k < edge.length; k++) {
    if (alive && !alive[spot[k]]) continue;
    const [f, b] = [forth[edge[k]], back[edge[k]]];
    const factor = f === Infinity ? b : b === Infinity ? f : Math.max(f, b);
    parts[k] = Math.max(1, Math.ceil(((to[k] - from[k]) * factor) / metres));
    count += parts[k];
  }
  const cut = {
    edge: new Uint32Array(count),
    from: new Float64Array(count),
    to: new Float64Array(count),
  };
  let at = 0;
  for (let k = 0; k < edge.length; k++) {
    const step = (to[k] - from[k]) / parts[k];
    for (let p = 0; p < parts[k]; p++, at++) {
      cut.edge[at] = edge[k];
      cut.from[at] = from[k] + p * step;
      cut.to[at] = p + 1 < parts[k] ? from[k] + (p + 1) * step : to[k];
    }
  }
  const stretches = listed(count, forth.length, cut.edge, cut.from, cut.to);
  return square ? united(graph, stretches, square) : stretches;
}

function listed(
  count: number,
  edges: number,
  edge: Uint32Array,
  from: Float64Array,
  to: Float64Array,
): Stretches {
  const first = new Uint32Array(edges + 1);
  for (const e of edge) first[e + 1]++;
  for (let e = 0; e < edges; e++) first[e + 1] += first[e];
  const own = Uint32Array.from({ length: count }, (_, k) => k);
  return { edge, from, to, first, spot: own, spots: count, middle: own };
}

/** Puts the stretches of one square together; the one in the middle of the list stands for them. */
function united(graph: Graph, stretches: Stretches, square: number): Stretches {
  const squares = new Map<number, number>();
  const members: number[][] = [];
  const side = square / METRES_PER_DEGREE;
  const scale = lonScale(graph.nodeLat.length ? graph.nodeLat[0] / E7 : 0);
  const spot = new Uint32Array(stretches.edge.length);
  for (let k = 0; k < spot.length; k++) {
    const [lon, lat] = middleOf(graph, stretches, k);
    const key = Math.floor((lat + 90) / side) * 2 ** 26 + Math.floor(((lon + 180) * scale) / side);
    let s = squares.get(key);
    if (s === undefined) squares.set(key, (s = members.push([]) - 1));
    members[s].push(k);
    spot[k] = s;
  }
  const middle = Uint32Array.from(members, (list) => list[list.length >> 1]);
  return { ...stretches, spot, spots: members.length, middle };
}

/** The point half way along stretch k, in degrees. */
export function middleOf(graph: Graph, { edge, from, to }: Stretches, k: number): LonLat {
  const { vertexStart, vertexLon, vertexLat } = graph;
  const e = edge[k];
  let left = (from[k] + to[k]) / 2;
  for (let v = vertexStart[e]; v + 1 < vertexStart[e + 1]; v++) {
    const [x1, y1, x2, y2] = [vertexLon[v], vertexLat[v], vertexLon[v + 1], vertexLat[v + 1]];
    const metres = distance(x1 / E7, y1 / E7, x2 / E7, y2 / E7);
    if (left <= metres && metres > 0) {
      const t = left / metres;
      return [(x1 + t * (x2 - x1)) / E7, (y1 + t * (y2 - y1)) / E7];
    }
    left -= metres;
  }
  const last = vertexStart[e + 1] - 1;
  return [vertexLon[last] / E7, vertexLat[last] / E7];
}

/** The ends of stretch k that are ends of its street too, in degrees. */
export function endsOf(graph: Graph, { edge, from, to }: Stretches, k: number): LonLat[] {
  const { edgeFrom, edgeTo, edgeMetres, nodeLon, nodeLat } = graph;
  const e = edge[k];
  const nodes = [
    ...(from[k] === 0 ? [edgeFrom[e]] : []),
    ...(to[k] === edgeMetres[e] ? [edgeTo[e]] : []),
  ];
  return nodes.map((i) => [nodeLon[i] / E7, nodeLat[i] / E7]);
}
