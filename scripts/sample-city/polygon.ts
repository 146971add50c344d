import { between, crossing, distanceAt, nearestShare } from './point.ts';
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
    const a = ring[i];
    const b = ring[j];
    if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x)
      inside = !inside;
  }
  return inside;
}

/** The point of the boundary nearest to p and how far off it is. */
export function nearestOnRing(ring: Point[], p: Point): { at: Point; metres: number } {
  let [best, share, metres] = [0, 0, Infinity];
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i];
    const b = ring[i + 1 < ring.length ? i + 1 : 0];
    const t = nearestShare(p, a, b);
    const off = distanceAt(p, a, b, t);
    if (off < metres) [best, share, metres] = [i, t, off];
  }
  return { at: between(ring[best], ring[(best + 1) % ring.length], share), metres };
}

/** Length and direction (radians) of the longest extent, over the edges' own directions. */
export function longAxis(ring: Point[]): { angle: number; long: number; short: number } {
  let best = { angle: 0, long: 0, short: Infinity };
  // A few dozen edges of a finely drawn ring say enough about its direction.
  const step = Math.max(1, Math.floor(ring.length / 24));
  for (let i = 0; i < ring.length; i += step) {
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

/** The ring without vertices that lie within `metres` of the line between their neighbours. */
export function simplified(ring: Point[], metres: number): Point[] {
  const kept: Point[] = [ring[0]];
  for (let i = 1; i < ring.length; i++) {
    const [before, p, after] = [kept[kept.length - 1], ring[i], ring[(i + 1) % ring.length]];
    if (distanceAt(p, before, after, nearestShare(p, before, after)) > metres) kept.push(p);
  }
  return kept;
}

/** Is any edge crossed by another that is not its neighbour? */
export function crossesItself(ring: Point[]): boolean {
  const n = ring.length;
  for (let i = 0; i < n; i++)
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue;
      if (crossing(ring[i], ring[i + 1], ring[j], ring[(j + 1) % n])) return true;
    }
  return false;
}

/** What of the ring lies in an upright rectangle. */
export function inRectangle(ring: Point[], halfWidth: number, halfHeight: number): Point[] {
  const sides: ((p: Point) => number)[] = [
    (p) => halfWidth - p.x,
    (p) => halfWidth + p.x,
    (p) => halfHeight - p.y,
    (p) => halfHeight + p.y,
  ];
  return sides.reduce((rest, inside) => {
    const out: Point[] = [];
    rest.forEach((a, i) => {
      const b = rest[(i + 1) % rest.length];
      const [da, db] = [inside(a), inside(b)];
      if (da >= 0) out.push(a);
      if (da >= 0 !== db >= 0) out.push(between(a, b, da / (da - db)));
    });
    return out;
  }, ring);
}
