import { E7, METRES_PER_DEGREE, distance } from '../../src/core/geo.ts';
import { hilbertOrder } from '../../src/core/hilbert.ts';
import { FOOT, type Graph } from '../../src/core/graph.ts';

export interface County {
  graph: Graph;
  places: { lon: Float64Array; lat: Float64Array; people: Float64Array };
  facilities: { lon: Float64Array; lat: Float64Array };
}

/**
 * A synthetic county for timing: `side` × `side` junctions about 100 m apart, a quarter of the
 * grid's streets missing (so that 600 gives 360,000 nodes and 1.08 million arcs), places and
 * facilities at random spots beside the streets. Seeded: the same county every run.
 */
export function county(side = 600, placeCount = 100_000, facilityCount = 200): County {
  const random = mulberry32(7);
  const step = (100 / METRES_PER_DEGREE) * E7;
  const n = side * side;
  const lon = new Int32Array(n);
  const lat = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    lon[i] = 150 * E7 + ((i % side) + (random() - 0.5) * 0.6) * step;
    lat[i] = (Math.floor(i / side) + (random() - 0.5) * 0.6) * step;
  }
  // In the order of a region build: neighbours on the map are neighbours in memory.
  const order = hilbertOrder(lon, lat);
  const rank = new Uint32Array(n);
  order.forEach((cell, node) => (rank[cell] = node));
  const nodeLon = Int32Array.from(order, (cell) => lon[cell]);
  const nodeLat = Int32Array.from(order, (cell) => lat[cell]);
  const from: number[] = [];
  const to: number[] = [];
  const keep = (n * 1.5) / (2 * side * (side - 1));
  for (const i of order) {
    const [east, north] = [i % side < side - 1, i < n - side];
    for (const next of [...(east ? [i + 1] : []), ...(north ? [i + side] : [])]) {
      if (random() >= keep) continue;
      from.push(rank[i]);
      to.push(rank[next]);
    }
  }
  const m = from.length;
  const graph: Graph = {
    nodeLon,
    nodeLat,
    edgeFrom: Uint32Array.from(from),
    edgeTo: Uint32Array.from(to),
    edgeMetres: new Float32Array(m),
    edgeFlags: new Uint32Array(m).fill(FOOT),
    edgeClass: new Uint8Array(m),
    edgeName: new Uint32Array(m),
    vertexStart: new Uint32Array(m + 1),
    vertexLon: new Int32Array(m * 2),
    vertexLat: new Int32Array(m * 2),
  };
  for (let e = 0; e < m; e++) {
    const [a, b] = [from[e], to[e]];
    graph.vertexStart[e + 1] = (e + 1) * 2;
    graph.vertexLon.set([nodeLon[a], nodeLon[b]], e * 2);
    graph.vertexLat.set([nodeLat[a], nodeLat[b]], e * 2);
    graph.edgeMetres[e] = distance(
      nodeLon[a] / E7,
      nodeLat[a] / E7,
      nodeLon[b] / E7,
      nodeLat[b] / E7,
    );
  }
  const beside = (count: number) => {
    const lon = new Float64Array(count);
    const lat = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      // Places come in the order of the streets, as a region build sorts them.
      const e = Math.floor(((i + random()) / count) * m);
      lon[i] = (nodeLon[from[e]] + random() * step * 0.4) / E7;
      lat[i] = (nodeLat[from[e]] + random() * step * 0.4) / E7;
    }
    return { lon, lat };
  };
  const people = Float64Array.from({ length: placeCount }, () => Math.floor(random() * 60));
  return { graph, places: { ...beside(placeCount), people }, facilities: beside(facilityCount) };
}

function mulberry32(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
