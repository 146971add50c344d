import { E7, METRES_PER_DEGREE, distance, inPolygons, lonScale } from '../../core/geo.ts';
import type { LonLat, Polygons, Ring } from '../../core/geo.ts';
import type { OsmData } from '../osm/osm.ts';
import { gatePositions, positionKey } from './gates.ts';
import type { Ground } from './object-place.ts';
import { WalkedWays, type WalkedWay } from './walked-ways.ts';

/** A place has so many entrances at most. */
export const MOST_ENTRANCES = 64;
/** How far apart points of an edge are by which a place without entrances is reached. Metres. */
export const EDGE_STEP_METRES = 50;
/** Nearer than this two entrances are one, such as the two pavements of a drive. Metres. */
const SAME_METRES = 5;

/** Where grounds are entered; what it needs of the extract is read once. */
export class Entrances {
  private readonly gates: Set<string>;
  private readonly streets: WalkedWays;

  constructor(osm: OsmData) {
    this.gates = gatePositions(osm);
    this.streets = new WalkedWays(osm);
  }

  /**
   * Points, in degrees, at which a ground is entered: gates and entrances on its outer edge, and
   * where a street on foot goes in or ends at the edge. Where there are none the edge itself, a
   * point at least every EDGE_STEP_METRES. At most MOST_ENTRANCES, or one for each separate piece
   * of a ground that has more pieces; then they are farther apart.
   */
  of({ polygons, box }: Ground): LonLat[] {
    const outer = polygons.map(([ring]) => ring);
    const edge = edgeOf(outer);
    const ways = this.streets.near(box);
    const found = [
      ...outer.flat().filter((position) => this.gates.has(keyOf(position))),
      ...waysIn(polygons, edge, ways),
    ];
    return found.length ? thinned(found) : edgePoints(outer);
  }
}

/** The outer edge: positions of its corners, and its sides by both ends. */
interface Edge {
  corners: Set<string>;
  sides: Set<string>;
  rings: Ring[];
}

const keyOf = ([lon, lat]: LonLat) => positionKey(Math.round(lon * E7), Math.round(lat * E7));
const sideKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

function edgeOf(rings: Ring[]): Edge {
  const corners = new Set<string>();
  const sides = new Set<string>();
  for (const ring of rings) {
    const keys = ring.map(keyOf);
    keys.forEach((key, i) => {
      corners.add(key);
      if (i) sides.add(sideKey(keys[i - 1], key));
    });
  }
  return { corners, sides, rings };
}

/** Where streets cross the edge, go in at a corner of it, or end at one. */
function waysIn(polygons: Polygons, edge: Edge, ways: WalkedWay[]): LonLat[] {
  const found: LonLat[] = [];
  const arms = armsOf(ways);
  for (const { lon, lat, apart } of ways) {
    const keys = lon.map((x, k) => positionKey(x, lat[k]));
    const at = (k: number): LonLat => [lon[k] / E7, lat[k] / E7];
    for (let k = 0; k < keys.length; k++) {
      if (edge.corners.has(keys[k])) {
        const goesIn = [k - 1, k + 1].some((other) => {
          // A street along the edge is not in.
          if (!keys[other] || edge.sides.has(sideKey(keys[k], keys[other]))) return false;
          return inPolygons(polygons, (at(k)[0] + at(other)[0]) / 2, (at(k)[1] + at(other)[1]) / 2);
        });
        if (goesIn || arms.get(keys[k]) === 1) found.push(at(k));
      }
      if (k && !apart) found.push(...crossings(edge.rings, at(k - 1), at(k)));
    }
  }
  return found;
}

/** How many pieces of street meet at each position: one where a street ends. */
function armsOf(ways: WalkedWay[]): Map<string, number> {
  const arms = new Map<string, number>();
  for (const { lon, lat } of ways) {
    lon.forEach((x, k) => {
      const key = positionKey(x, lat[k]);
      const ends = k === 0 || k === lon.length - 1;
      arms.set(key, (arms.get(key) ?? 0) + (ends ? 1 : 2));
    });
  }
  return arms;
}

/** Where the line a–b crosses a side, ends excluded. */
function crossings(rings: Ring[], a: LonLat, b: LonLat): LonLat[] {
  const found: LonLat[] = [];
  const [ux, uy] = [b[0] - a[0], b[1] - a[1]];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [c, d] = [ring[i - 1], ring[i]];
      const [vx, vy] = [d[0] - c[0], d[1] - c[1]];
      const cross = ux * vy - uy * vx;
      if (cross === 0) continue;
      const t = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / cross;
      const s = ((c[0] - a[0]) * uy - (c[1] - a[1]) * ux) / cross;
      if (t > 0 && t < 1 && s > 0 && s < 1) found.push([a[0] + t * ux, a[1] + t * uy]);
    }
  }
  return found;
}

/** The points without those next to one before; farther apart where they are too many. */
function thinned(points: LonLat[]): LonLat[] {
  const kx = METRES_PER_DEGREE * lonScale(points[0][1]);
  for (let metres = SAME_METRES; ; metres *= 2) {
    const kept: LonLat[] = [];
    for (const [lon, lat] of points) {
      const near = kept.some(
        (k) => Math.hypot((k[0] - lon) * kx, (k[1] - lat) * METRES_PER_DEGREE) < metres,
      );
      if (!near) kept.push([lon, lat]);
    }
    if (kept.length <= MOST_ENTRANCES) return kept;
  }
}

/** Points at even distances along each ring. */
function edgePoints(rings: Ring[]): LonLat[] {
  const lengths = rings.map((ring) =>
    ring.reduce((sum, to, i) => (i ? sum + distance(...ring[i - 1], ...to) : 0), 0),
  );
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  // Rounding up gives each ring one more at most.
  const most = Math.max(1, MOST_ENTRANCES - rings.length);
  const step = Math.max(EDGE_STEP_METRES, whole / most);
  return rings.flatMap((ring, r) => pointsAlong(ring, lengths[r], Math.ceil(lengths[r] / step)));
}

function pointsAlong(ring: Ring, length: number, count: number): LonLat[] {
  const points: LonLat[] = [];
  let walked = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]];
    const side = distance(...a, ...b);
    for (; points.length < count && (points.length * length) / count < walked + side;) {
      const t = ((points.length * length) / count - walked) / side;
      points.push([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
    }
    walked += side;
  }
  return points;
}
