import { E7, METRES_PER_DEGREE, distance, lonScale } from '../../../src/core/geo.ts';
import { FOOT, STEPS, type Graph } from '../../../src/core/graph.ts';
import type { Pace } from '../../../src/core/profile.ts';
import type { Snaps } from '../../../src/core/snap.ts';
import type { TravelKey } from '../../../src/core/travel.ts';
import type { Points } from './town.ts';

/** Where one point joins the streets. */
export interface Foot {
  edge: number;
  along: number;
  off: number;
}

/** The joins that a Snapper found: which of the streets that meet at a junction is its own affair. */
export function feetOf({ edge, along, off }: Snaps): (Foot | null)[] {
  return Array.from(edge, (e, i) => (e < 0 ? null : { edge: e, along: along[i], off: off[i] }));
}

/** Times to the nearest site, by trying everything. */
export interface Answer {
  seconds: number[];
  /** Every site at that time, to 1e-6 s. */
  nearest: number[][];
}

/** What an edge costs in metres of a reference street, along its line and against it, read from its flags. */
function costs(graph: Graph, e: number, travel: TravelKey): [forth: number, back: number] {
  const metres = graph.edgeMetres[e];
  const flags = graph.edgeFlags[e];
  const has = (bit: number) => (flags & bit) !== 0;
  const surface = graph.edgeSurface?.[e] ?? 0;
  if (travel === 'car') {
    const cost = metres * (50 / (graph.edgeKmh?.[e] || 50));
    return [has(4096) ? cost : Infinity, has(8192) ? cost : Infinity];
  }
  if (travel === 'bicycle' || travel === 'ebike') {
    const kmh = travel === 'bicycle' ? 15 : 20;
    const factor = has(2048) ? kmh / 3.6 / 1.2 : [1, 1, 1.15, 1.6, 2.5][surface];
    return [has(256) ? metres * factor : Infinity, has(512) ? metres * factor : Infinity];
  }
  if (!has(FOOT)) return [Infinity, Infinity];
  if (travel === 'step_free' && has(STEPS)) return [Infinity, Infinity];
  let factor = 1;
  if (travel === 'wheelchair') {
    if (has(STEPS) || has(32) || (graph.slopes?.steepest[e] ?? 0) > 8) return [Infinity, Infinity];
    factor = [1, 1, 1.25, 2, Infinity][surface];
  }
  const { forth, back } = graph.slopes ?? { forth: [], back: [] };
  return [
    has(64) ? Infinity : metres * factor * (forth[e] ?? 1),
    has(128) ? Infinity : metres * factor * (back[e] ?? 1),
  ];
}

/** The bits of edgeFlags for "start or end only", and of nodeClosed, by way of moving. */
const ENDS = { foot: 16, step_free: 16, wheelchair: 16, bicycle: 1024, ebike: 1024, car: 16384 };
const CLOSED = { foot: 1, step_free: 1, wheelchair: 3, bicycle: 4, ebike: 4, car: 8 };

/** A journey is at first inside the gates it began in, then on the streets, then inside those it ends in. */
const [BEGINNING, STREETS, ENDING] = [0, 1, 2];

/**
 * The design's section 2 by brute force: Floyd–Warshall over all nodes and stages of a journey,
 * every segment tried for every point, every facility for every person. Slow, short, and shares
 * no search and no rule with src/core.
 */
export class Oracle {
  readonly #graph: Graph;
  readonly #costs: [forth: number, back: number][];
  readonly #usable: boolean[];
  readonly #ends: boolean[];
  readonly #closed: boolean[];
  /** From node a at stage s to node b at stage t: [a * 3 + s][b * 3 + t]. */
  readonly #metres: number[][];

  constructor(graph: Graph, travel: TravelKey) {
    this.#graph = graph;
    const edges = [...graph.edgeFlags.keys()];
    this.#costs = edges.map((e) => costs(graph, e, travel));
    this.#usable = this.#costs.map(([forth, back]) => Math.min(forth, back) < Infinity);
    const n = graph.nodeLon.length;
    this.#closed = Array.from(
      { length: n },
      (_, i) => ((graph.nodeClosed?.[i] ?? 0) & CLOSED[travel]) !== 0,
    );
    const tagged = edges.map((e) => (graph.edgeFlags[e] & ENDS[travel]) !== 0);
    const streets = edges.filter((e) => this.#usable[e] && !tagged[e]);
    // Under 1 km of street that only such ways join to a street of 1 km is inside as well.
    const short = (e: number) => this.#joined(e, streets).metres < 1000;
    this.#ends = edges.map(
      (e) =>
        tagged[e] ||
        (streets.includes(e) &&
          short(e) &&
          this.#joined(e).edges.some((other) => streets.includes(other) && !short(other))),
    );
    const d = Array.from({ length: n * 3 }, (_, i) =>
      Array.from({ length: n * 3 }, (_, j) => (i === j ? 0 : Infinity)),
    );
    const go = (a: number, s: number, b: number, t: number, metres: number) => {
      const [i, j] = [a * 3 + s, b * 3 + t];
      d[i][j] = Math.min(d[i][j], metres);
    };
    edges.forEach((e) => {
      const [from, to] = [graph.edgeFrom[e], graph.edgeTo[e]];
      if (this.#closed[from] || this.#closed[to]) return;
      const both: [number, number, number][] = [
        [from, to, this.#costs[e][0]],
        [to, from, this.#costs[e][1]],
      ];
      for (const [a, b, metres] of both) {
        if (this.#ends[e]) {
          go(a, BEGINNING, b, BEGINNING, metres);
          go(a, STREETS, b, ENDING, metres);
          go(a, ENDING, b, ENDING, metres);
        } else {
          go(a, BEGINNING, b, STREETS, metres);
          go(a, STREETS, b, STREETS, metres);
        }
      }
    });
    for (let k = 0; k < n * 3; k++) {
      for (let i = 0; i < n * 3; i++) {
        if (d[i][k] === Infinity) continue;
        for (let j = 0; j < n * 3; j++) d[i][j] = Math.min(d[i][j], d[i][k] + d[k][j]);
      }
    }
    this.#metres = d;
  }

  /** The usable edges joined to this one, whichever way they may be used, of those in `among`. */
  #joined(edge: number, among = [...this.#usable.keys()].filter((e) => this.#usable[e])) {
    const { edgeFrom, edgeTo, edgeMetres } = this.#graph;
    const edges = [edge];
    // An edge with a closed end joins others at its open end only.
    const joins = (e: number) => [edgeFrom[e], edgeTo[e]].filter((i) => !this.#closed[i]);
    const meet = (a: number, b: number) => joins(a).some((i) => joins(b).includes(i));
    for (let k = 0; k < edges.length; k++) {
      for (const e of among) if (!edges.includes(e) && meet(edges[k], e)) edges.push(e);
    }
    return { edges, metres: edges.reduce((sum, e) => sum + edgeMetres[e], 0) };
  }

  /** Metres of usable street joined to this edge. */
  island(edge: number): number {
    return this.#joined(edge).metres;
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

  /** Metres of a reference street from one point on the streets to another, off-street legs apart. */
  walk(a: Foot, b: Foot): number {
    const { edgeFrom, edgeTo, edgeMetres } = this.#graph;
    const rest = ({ edge, along }: Foot) => edgeMetres[edge] - along;
    const part = (metres: number, edge: number, way: 0 | 1) => {
      const cost = this.#costs[edge][way];
      if (cost === Infinity) return metres < 0.01 ? 0 : Infinity;
      return edgeMetres[edge] ? (metres / edgeMetres[edge]) * cost : 0;
    };
    // Leaving: against the line to its first node, along it to its last. Arriving: the reverse.
    const out: [number, number][] = [
      [edgeFrom[a.edge], part(a.along, a.edge, 1)],
      [edgeTo[a.edge], part(rest(a), a.edge, 0)],
    ];
    const into: [number, number][] = [
      [edgeFrom[b.edge], part(b.along, b.edge, 0)],
      [edgeTo[b.edge], part(rest(b), b.edge, 1)],
    ];
    const first = this.#ends[a.edge] ? [BEGINNING] : [STREETS];
    const last = this.#ends[b.edge] ? [BEGINNING, STREETS, ENDING] : [BEGINNING, STREETS];
    let metres = Infinity;
    if (a.edge === b.edge) {
      metres = part(Math.abs(a.along - b.along), a.edge, a.along <= b.along ? 0 : 1);
    }
    for (const [i, x] of out) {
      for (const [j, y] of into) {
        if (this.#closed[i] || this.#closed[j]) continue;
        for (const s of first) {
          for (const t of last) {
            metres = Math.min(metres, x + this.#metres[i * 3 + s][j * 3 + t] + y);
          }
        }
      }
    }
    return metres;
  }

  /** Where the points join the streets. */
  feet({ lon, lat }: Points): (Foot | null)[] {
    return Array.from(lon, (x, i) => this.snap(x, lat[i]));
  }

  /** Times of people to the nearest site, or (`outward`) of the nearest site to them. */
  answer(
    people: (Foot | null)[],
    to: (Foot | null)[],
    pace: Pace,
    limitSeconds: number,
    outward = false,
  ): Answer {
    const answer: Answer = { seconds: [], nearest: [] };
    for (const from of people) {
      const times = to.map((site) => {
        if (!from || !site) return Infinity;
        const metres = outward ? this.walk(site, from) : this.walk(from, site);
        return pace.startSeconds + metres / pace.speed + (from.off + site.off) / pace.offSpeed;
      });
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
