import { E7, METRES_PER_DEGREE, distance, lonScale } from '../../../src/core/geo.ts';
import { FOOT, STEPS, type Graph } from '../../../src/core/graph.ts';
import type { Points } from './town.ts';

/** Where one point joins the streets. */
export interface Foot {
  edge: number;
  along: number;
  off: number;
}

/** Times to the nearest site, by trying everything. */
export interface Answer {
  seconds: number[];
  /** Every site at that time, to 1e-6 s. */
  nearest: number[][];
}

/**
 * The design's section 2 by brute force: Floyd–Warshall over all nodes, every segment tried for
 * every point, every facility for every person. Slow, short, and shares no search with src/core.
 */
export class Oracle {
  readonly #graph: Graph;
  readonly #usable: boolean[];
  readonly #metres: number[][];

  constructor(graph: Graph, steps: boolean) {
    this.#graph = graph;
    this.#usable = Array.from(
      graph.edgeFlags,
      (flags) => (flags & FOOT) !== 0 && (steps || (flags & STEPS) === 0),
    );
    const n = graph.nodeLon.length;
    const d = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => (i === j ? 0 : Infinity)),
    );
    this.#usable.forEach((usable, e) => {
      const [a, b] = [graph.edgeFrom[e], graph.edgeTo[e]];
      if (usable) d[a][b] = d[b][a] = Math.min(d[a][b], graph.edgeMetres[e]);
    });
    for (let k = 0; k < n; k++) {
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) d[i][j] = Math.min(d[i][j], d[i][k] + d[k][j]);
      }
    }
    this.#metres = d;
  }

  /** Metres of usable street that can be reached from this edge. */
  island(edge: number): number {
    const { edgeFrom, edgeMetres } = this.#graph;
    return this.#usable.reduce(
      (sum, usable, e) =>
        usable && this.#metres[edgeFrom[edge]][edgeFrom[e]] < Infinity ? sum + edgeMetres[e] : sum,
      0,
    );
  }

  /** The nearest point on any usable segment at most 300 m away and no island under 1 km; or null. */
  snap(lon: number, lat: number): Foot | null {
    const { vertexStart, vertexLon, vertexLat, edgeMetres } = this.#graph;
    const [kx, ky] = [METRES_PER_DEGREE * lonScale(lat), METRES_PER_DEGREE];
    let best: Foot | null = null;
    this.#usable.forEach((usable, edge) => {
      if (!usable || this.island(edge) < 1000) return;
      let walked = 0;
      for (let v = vertexStart[edge]; v + 1 < vertexStart[edge + 1]; v++) {
        const [x1, y1] = [vertexLon[v] / E7, vertexLat[v] / E7];
        const [x2, y2] = [vertexLon[v + 1] / E7, vertexLat[v + 1] / E7];
        const [dx, dy] = [(x2 - x1) * kx, (y2 - y1) * ky];
        const [px, py] = [(lon - x1) * kx, (lat - y1) * ky];
        const t = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy) || 0));
        const off = Math.hypot(px - t * dx, py - t * dy);
        const length = distance(x1, y1, x2, y2);
        if (off <= 300 && (!best || off < best.off - 1e-7)) {
          best = { edge, along: Math.min(walked + t * length, edgeMetres[edge]), off };
        }
        walked += length;
      }
    });
    return best;
  }

  /** Metres on foot between two points on the streets, off-street legs included. */
  walk(a: Foot, b: Foot): number {
    const { edgeFrom, edgeTo, edgeMetres } = this.#graph;
    const ends = ({ edge, along }: Foot) => [
      [edgeFrom[edge], along],
      [edgeTo[edge], edgeMetres[edge] - along],
    ];
    let metres = a.edge === b.edge ? Math.abs(a.along - b.along) : Infinity;
    for (const [i, x] of ends(a)) {
      for (const [j, y] of ends(b)) metres = Math.min(metres, x + this.#metres[i][j] + y);
    }
    return a.off + metres + b.off;
  }

  answer(people: Points, sites: Points, speed: number, limitSeconds: number): Answer {
    const feet = (points: Points) => Array.from(points.lon, (x, i) => this.snap(x, points.lat[i]));
    const to = feet(sites);
    const answer: Answer = { seconds: [], nearest: [] };
    for (const from of feet(people)) {
      const times = to.map((site) => (from && site ? this.walk(from, site) / speed : Infinity));
      const best = Math.min(Infinity, ...times);
      const within = best <= limitSeconds;
      answer.seconds.push(within ? best : Infinity);
      answer.nearest.push(
        within && best < Infinity ? [...times.keys()].filter((k) => times[k] <= best + 1e-6) : [],
      );
    }
    return answer;
  }
}
