/** Bits of Graph.edgeFlags. */
export const FOOT = 1;
export const STEPS = 2;
export const BRIDGE = 4;
export const TUNNEL = 8;

/**
 * The streets as flat arrays: n nodes (junctions and street ends), m edges (the street between
 * two of them), v vertices (the line of an edge, both ends included).
 */
export interface Graph {
  /** n; integers of 1e-7 degree. */
  nodeLon: Int32Array;
  nodeLat: Int32Array;
  /** m; node indices. */
  edgeFrom: Uint32Array;
  edgeTo: Uint32Array;
  /** m; metres along the line. */
  edgeMetres: Float32Array;
  /** m; FOOT, STEPS, … */
  edgeFlags: Uint8Array;
  /** m; index into the street classes, for drawing. */
  edgeClass: Uint8Array;
  /** m; index into the names, 0 for none. */
  edgeName: Uint32Array;
  /** m + 1; the vertices of edge e are vertexStart[e] … vertexStart[e + 1] - 1. */
  vertexStart: Uint32Array;
  /** v; integers of 1e-7 degree. */
  vertexLon: Int32Array;
  vertexLat: Int32Array;
}

/** A graph seen by one profile: which edges it may use, and its arcs in compressed rows. */
export interface Network {
  graph: Graph;
  /** m; 1 where the profile may walk. */
  usable: Uint8Array;
  /** n; component index over usable edges, or -1 for a node without any. */
  component: Int32Array;
  /** Metres of usable street per component. */
  componentMetres: Float64Array;
  /** n + 1; the arcs leaving node i are arcStart[i] … arcStart[i + 1] - 1. */
  arcStart: Uint32Array;
  arcTo: Uint32Array;
  arcMetres: Float32Array;
  maxArcMetres: number;
  meanArcMetres: number;
}

/** Builds the view of `graph` for someone who may or may not use steps. O(n + m). */
export function buildNetwork(graph: Graph, steps: boolean): Network {
  const m = graph.edgeFrom.length;
  const usable = new Uint8Array(m);
  for (let e = 0; e < m; e++) {
    const flags = graph.edgeFlags[e];
    usable[e] = flags & FOOT && (steps || !(flags & STEPS)) ? 1 : 0;
  }
  return { graph, usable, ...components(graph, usable), ...arcs(graph, usable) };
}

function arcs(graph: Graph, usable: Uint8Array) {
  const { edgeFrom, edgeTo, edgeMetres } = graph;
  const n = graph.nodeLon.length;
  const arcStart = new Uint32Array(n + 1);
  for (let e = 0; e < usable.length; e++) {
    if (!usable[e]) continue;
    arcStart[edgeFrom[e] + 1]++;
    arcStart[edgeTo[e] + 1]++;
  }
  for (let i = 0; i < n; i++) arcStart[i + 1] += arcStart[i];
  const next = arcStart.slice(0, n);
  const arcTo = new Uint32Array(arcStart[n]);
  const arcMetres = new Float32Array(arcStart[n]);
  for (let e = 0; e < usable.length; e++) {
    if (!usable[e]) continue;
    const forth = next[edgeFrom[e]]++;
    arcTo[forth] = edgeTo[e];
    arcMetres[forth] = edgeMetres[e];
    const back = next[edgeTo[e]]++;
    arcTo[back] = edgeFrom[e];
    arcMetres[back] = edgeMetres[e];
  }
  let maxArcMetres = 0;
  let total = 0;
  for (let a = 0; a < arcMetres.length; a++) {
    if (arcMetres[a] > maxArcMetres) maxArcMetres = arcMetres[a];
    total += arcMetres[a];
  }
  const meanArcMetres = total / Math.max(1, arcMetres.length);
  return { arcStart, arcTo, arcMetres, maxArcMetres, meanArcMetres };
}

/** Connected components by union-find with path halving. */
function components(graph: Graph, usable: Uint8Array) {
  const { edgeFrom, edgeTo, edgeMetres } = graph;
  const n = graph.nodeLon.length;
  const parent = new Int32Array(n).fill(-1);
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (let e = 0; e < usable.length; e++) {
    if (!usable[e]) continue;
    const [a, b] = [edgeFrom[e], edgeTo[e]];
    if (parent[a] < 0) parent[a] = a;
    if (parent[b] < 0) parent[b] = b;
    const [ra, rb] = [root(a), root(b)];
    // The lower index wins, so that component numbers do not depend on edge order.
    if (ra < rb) parent[rb] = ra;
    else parent[ra] = rb;
  }
  const component = new Int32Array(n).fill(-1);
  let count = 0;
  for (let i = 0; i < n; i++) {
    if (parent[i] < 0) continue;
    const r = root(i);
    component[i] = r === i ? count++ : component[r];
  }
  const componentMetres = new Float64Array(count);
  for (let e = 0; e < usable.length; e++) {
    if (usable[e]) componentMetres[component[edgeFrom[e]]] += edgeMetres[e];
  }
  return { component, componentMetres };
}
