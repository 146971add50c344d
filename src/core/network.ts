import type { Graph } from './graph.ts';
import { travelled, type TravelKey } from './travel.ts';

/** A component with less usable street than this is an island nobody is snapped to. Metres. */
export const MIN_COMPONENT_METRES = 1000;

/** Arcs in compressed rows: those leaving node i are start[i] … start[i + 1] - 1. */
export interface Arcs {
  start: Uint32Array;
  to: Uint32Array;
  /** Metres on a street of factor 1 that take as long. */
  cost: Float32Array;
  /** The edge an arc runs along. */
  edge: Uint32Array;
}

/** The ways one may not pass through, by themselves: k nodes that such a way touches. */
export interface Inside {
  /** k; the node of the graph. */
  node: Uint32Array;
  /** n; index into `node`, or -1. */
  index: Int32Array;
  arcs: Arcs;
}

/**
 * A graph as one way of moving sees it from the places it is searched from. Where people go to the
 * facility the search runs against them: `forth` is then what it costs to come from an edge's
 * last node to its first.
 */
export interface Network {
  graph: Graph;
  /** m; 1 where one may be on the edge at all. */
  usable: Uint8Array;
  /** m; seconds per second on a reference street, searching from first node to last and back; Infinity where not allowed. */
  forth: Float32Array;
  back: Float32Array;
  /** m; 1 on ways one may start or end on but not pass through; null where there are none. */
  ends: Uint8Array | null;
  /** n; not 0 where nobody passes; null where everybody does. */
  closed: Uint8Array | null;
  /** m; component index over usable edges, or -1 for an edge that is not. */
  component: Int32Array;
  /** Metres of usable street per component. */
  componentMetres: Float64Array;
  /** The streets one may pass along. */
  arcs: Arcs;
  inside: Inside | null;
  maxArcCost: number;
  meanArcCost: number;
  /** The least factor of any usable edge: nothing is faster than speed ÷ this. */
  fastest: number;
  /** True where every street takes as long one way as the other. */
  symmetric: boolean;
}

/**
 * Builds the view of `graph` for a way of moving. `outward` is the search in the direction of
 * travel (an ambulance from its base, a walker from a point); else people travel to the seeds.
 * O(n + m).
 */
export function buildNetwork(graph: Graph, travel: TravelKey, outward = false): Network {
  const { forth, back, ends, closed: bit } = travelled(graph, travel);
  const m = graph.edgeFrom.length;
  const usable = new Uint8Array(m);
  let fastest = Infinity;
  let symmetric = true;
  for (let e = 0; e < m; e++) {
    const least = Math.min(forth[e], back[e]);
    if (least === Infinity) continue;
    usable[e] = 1;
    fastest = Math.min(fastest, least);
    symmetric &&= forth[e] === back[e];
  }
  const closed = closedNodes(graph, bit);
  const pieces = components(graph, usable, closed);
  const view = {
    graph,
    usable,
    forth: outward ? forth : back,
    back: outward ? back : forth,
    ends: ends && usable.some((able, e) => able && ends[e]) ? ends : null,
    closed,
  };
  if (view.ends) view.ends = withPockets(view, view.ends, pieces);
  const arcs = publicArcs(view);
  const inside = insideOf(view);
  return {
    ...view,
    ...pieces,
    arcs,
    inside,
    ...sizes(inside ? [arcs, inside.arcs] : [arcs]),
    fastest: fastest === Infinity ? 1 : fastest,
    symmetric,
  };
}

/**
 * Ways one may not pass through, and with them the streets that nothing else joins to the rest:
 * where only the gate of an estate is tagged, its lanes belong to it, or its people could not
 * leave. That is streets too short to be a network of their own, beside one that is.
 */
function withPockets(
  { graph, usable, closed }: View,
  ends: Uint8Array,
  whole: Pick<Network, 'component' | 'componentMetres'>,
): Uint8Array {
  const passable = usable.map((able, e) => (able && !ends[e] ? 1 : 0));
  const streets = components(graph, passable, closed);
  const beside = new Uint8Array(whole.componentMetres.length);
  passable.forEach((able, e) => {
    if (able && streets.componentMetres[streets.component[e]] >= MIN_COMPONENT_METRES) {
      beside[whole.component[e]] = 1;
    }
  });
  return ends.map((end, e) => {
    if (!passable[e] || !beside[whole.component[e]]) return end;
    return streets.componentMetres[streets.component[e]] < MIN_COMPONENT_METRES ? 1 : 0;
  });
}

type View = Pick<Network, 'graph' | 'usable' | 'forth' | 'back' | 'ends' | 'closed'>;

function closedNodes({ nodeClosed }: Graph, bit: number): Uint8Array | null {
  if (!nodeClosed?.some((bits) => bits & bit)) return null;
  return nodeClosed.map((bits) => bits & bit);
}

function publicArcs(view: View): Arcs {
  const { usable, ends } = view;
  return rows(view.graph.nodeLon.length, view, (e) => usable[e] === 1 && !ends?.[e]);
}

function insideOf(view: View): Inside | null {
  const { graph, usable, ends } = view;
  if (!ends) return null;
  const index = new Int32Array(graph.nodeLon.length).fill(-1);
  const node: number[] = [];
  const touch = (i: number) => {
    if (index[i] < 0) index[i] = node.push(i) - 1;
  };
  for (let e = 0; e < usable.length; e++) {
    if (!usable[e] || !ends[e]) continue;
    touch(graph.edgeFrom[e]);
    touch(graph.edgeTo[e]);
  }
  const arcs = rows(node.length, view, (e) => usable[e] === 1 && ends[e] === 1, index);
  return { node: Uint32Array.from(node), index, arcs };
}

/** The arcs of the edges that are `wanted`, both ways where allowed; never into or out of a closed node. */
function rows(
  n: number,
  { graph, forth, back, closed }: View,
  wanted: (e: number) => boolean,
  index?: Int32Array,
): Arcs {
  const { edgeFrom, edgeTo, edgeMetres } = graph;
  const m = edgeFrom.length;
  const start = new Uint32Array(n + 1);
  const open = new Uint8Array(m);
  for (let e = 0; e < m; e++) {
    const [from, to] = [edgeFrom[e], edgeTo[e]];
    if (!wanted(e) || (closed && (closed[from] || closed[to]))) continue;
    open[e] = (forth[e] < Infinity ? 1 : 0) + (back[e] < Infinity ? 2 : 0);
    if (open[e] & 1) start[(index ? index[from] : from) + 1]++;
    if (open[e] & 2) start[(index ? index[to] : to) + 1]++;
  }
  for (let i = 0; i < n; i++) start[i + 1] += start[i];
  const next = start.slice(0, n);
  const arcs = {
    start,
    to: new Uint32Array(start[n]),
    cost: new Float32Array(start[n]),
    edge: new Uint32Array(start[n]),
  };
  for (let e = 0; e < m; e++) {
    if (!open[e]) continue;
    const from = index ? index[edgeFrom[e]] : edgeFrom[e];
    const to = index ? index[edgeTo[e]] : edgeTo[e];
    if (open[e] & 1) {
      const arc = next[from]++;
      arcs.to[arc] = to;
      arcs.cost[arc] = edgeMetres[e] * forth[e];
      arcs.edge[arc] = e;
    }
    if (open[e] & 2) {
      const arc = next[to]++;
      arcs.to[arc] = from;
      arcs.cost[arc] = edgeMetres[e] * back[e];
      arcs.edge[arc] = e;
    }
  }
  return arcs;
}

function sizes(all: Arcs[]): { maxArcCost: number; meanArcCost: number } {
  let [maxArcCost, total, count] = [0, 0, 0];
  for (const { cost } of all) {
    for (let a = 0; a < cost.length; a++) {
      if (cost[a] > maxArcCost) maxArcCost = cost[a];
      total += cost[a];
    }
    count += cost.length;
  }
  return { maxArcCost, meanArcCost: total / Math.max(1, count) };
}

/** Connected components by union-find with path halving; a closed node joins nothing. */
function components(graph: Graph, usable: Uint8Array, closed: Uint8Array | null) {
  const { edgeFrom, edgeTo, edgeMetres } = graph;
  const m = edgeFrom.length;
  const parent = new Int32Array(graph.nodeLon.length).fill(-1);
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (let e = 0; e < m; e++) {
    if (!usable[e]) continue;
    const [a, b] = [edgeFrom[e], edgeTo[e]];
    if (parent[a] < 0) parent[a] = a;
    if (parent[b] < 0) parent[b] = b;
    if (closed && (closed[a] || closed[b])) continue;
    const [ra, rb] = [root(a), root(b)];
    // The lower index wins, so that component numbers do not depend on edge order.
    if (ra < rb) parent[rb] = ra;
    else parent[ra] = rb;
  }
  const ofRoot = new Int32Array(parent.length).fill(-1);
  const component = new Int32Array(m).fill(-1);
  const metres: number[] = [];
  for (let e = 0; e < m; e++) {
    if (!usable[e]) continue;
    // An edge belongs to its open end; between two closed ones it is an island.
    const end = closed?.[edgeFrom[e]] ? edgeTo[e] : edgeFrom[e];
    if (closed?.[end]) {
      component[e] = metres.push(0) - 1;
    } else {
      const r = root(end);
      if (ofRoot[r] < 0) ofRoot[r] = metres.push(0) - 1;
      component[e] = ofRoot[r];
    }
    metres[component[e]] += edgeMetres[e];
  }
  return { component, componentMetres: Float64Array.from(metres) };
}
