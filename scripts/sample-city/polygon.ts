import { Clipper, EndType, FillRule, JoinType } from 'clipper2-ts';
import { between, distance, nearestShare } from './point.ts';
import type { Point } from './point.ts';

/** Rings are open lists here (the last vertex is not the first again); counter-clockwise is positive. */
export function areaOf(ring: Point[]): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
    twice += a.x * b.y - b.x * a.y;
  }
  return twice / 2;
}

export function centroidOf(ring: Point[]): Point {
  let [twice, x, y] = [0, 0, 0];
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
    const turn = a.x * b.y - b.x * a.y;
    twice += turn;
    x += (a.x + b.x) * turn;
    y += (a.y + b.y) * turn;
  }
  return { x: x / (3 * twice), y: y / (3 * twice) };
}

export function contains(ring: Point[], p: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i], ring[j]];
    if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x)
      inside = !inside;
  }
  return inside;
}

/** The point of the boundary nearest to p and how far off it is. */
export function nearestOnRing(ring: Point[], p: Point): { at: Point; metres: number } {
  let best = { at: ring[0], metres: Infinity };
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
    const at = between(a, b, nearestShare(p, a, b));
    const metres = distance(at, p);
    if (metres < best.metres) best = { at, metres };
  }
  return best;
}

/** Length and direction (radians) of the longest extent, over the edges' own directions. */
export function longAxis(ring: Point[]): { angle: number; long: number; short: number } {
  let best = { angle: 0, long: 0, short: Infinity };
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
    const angle = Math.atan2(b.y - a.y, b.x - a.x);
    const [width, height] = extent(ring, angle);
    if (Math.min(width, height) * Math.max(width, height) >= best.long * best.short) continue;
    best =
      width >= height
        ? { angle, long: width, short: height }
        : { angle: angle + Math.PI / 2, long: height, short: width };
  }
  return best;
}

/** Width along `angle` and height across it. */
export function extent(ring: Point[], angle: number): [number, number] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [u0, u1, v0, v1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const p of ring) {
    const u = p.x * cos + p.y * sin;
    const v = p.y * cos - p.x * sin;
    [u0, u1] = [Math.min(u0, u), Math.max(u1, u)];
    [v0, v1] = [Math.min(v0, v), Math.max(v1, v)];
  }
  return [u1 - u0, v1 - v0];
}

/** Ring grown (metres > 0) or shrunk; may fall into several rings or none. */
export function inflated(ring: Point[], metres: number, round = false): Point[][] {
  const join = round ? JoinType.Round : JoinType.Miter;
  return Clipper.inflatePathsD([plain(ring)], metres, join, EndType.Polygon, 2, 2, 2);
}

/** The largest piece of a ring shrunk by `metres`; null when nothing is left. */
export function shrunk(ring: Point[], metres: number): Point[] | null {
  const pieces = inflated(areaOf(ring) > 0 ? ring : [...ring].reverse(), -metres);
  let best: Point[] | null = null;
  for (const piece of pieces) if (!best || areaOf(piece) > areaOf(best)) best = piece;
  return best;
}

/** Rings minus other rings; outer rings are counter-clockwise, holes clockwise. */
export function difference(rings: Point[][], minus: Point[][]): Point[][] {
  return Clipper.differenceD(rings.map(plain), minus.map(plain), FillRule.NonZero);
}

export function intersection(rings: Point[][], others: Point[][]): Point[][] {
  return Clipper.intersectD(rings.map(plain), others.map(plain), FillRule.NonZero);
}

/** A band of half-width `metres` around a line. */
export function corridor(line: Point[], metres: number): Point[] {
  const bands = Clipper.inflatePathsD([plain(line)], metres, JoinType.Round, EndType.Butt, 2, 2, 3);
  return bands.reduce((a, b) => (areaOf(a) > areaOf(b) ? a : b));
}

function plain(ring: Point[]): Point[] {
  return ring.map((p) => ({ x: p.x, y: p.y }));
}
