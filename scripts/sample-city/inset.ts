import { distance } from './point.ts';
import type { Point } from './point.ts';
import { areaOf, crossesItself } from './polygon.ts';

/** Vertices nearer to each other than this say nothing about the shape (metres). */
const FINE = 1;

/**
 * The ring moved inwards by `metres` on every side, counter-clockwise; null when nothing sensible
 * is left. Edges that the move turns round are dropped, so acute corners and narrow ends go first.
 */
export function shrunk(ring: Point[], metres: number): Point[] | null {
  let edges = edgesOf(areaOf(ring) > 0 ? ring : [...ring].reverse());
  while (edges.length >= 3) {
    const moved = edges.map((edge, i) =>
      meeting(edges[(i + edges.length - 1) % edges.length], edge, metres),
    );
    let worst = -1;
    let most = 0;
    edges.forEach((edge, i) => {
      const [a, b] = [moved[i], moved[(i + 1) % moved.length]];
      const ahead = (b.x - a.x) * edge.dx + (b.y - a.y) * edge.dy;
      if (ahead < most) [worst, most] = [i, ahead];
    });
    if (worst === -1) return areaOf(moved) > 0 && !crossesItself(moved) ? moved : null;
    edges = edges.filter((_, i) => i !== worst);
  }
  return null;
}

/** The ring moved outwards; good for lumps without deep bays. */
export function grown(ring: Point[], metres: number): Point[] {
  const outer = shrunk(ring, -metres);
  return outer ?? ring;
}

interface Edge {
  a: Point;
  /** Direction of length 1. */
  dx: number;
  dy: number;
}

function edgesOf(ring: Point[]): Edge[] {
  const corners = ring.filter((p, i) => distance(p, ring[(i + 1) % ring.length]) > FINE);
  return corners.map((a, i) => {
    const b = corners[(i + 1) % corners.length];
    const long = distance(a, b);
    return { a, dx: (b.x - a.x) / long, dy: (b.y - a.y) / long };
  });
}

/** Where two edges meet after both moved to their left by `metres`. */
function meeting(before: Edge, after: Edge, metres: number): Point {
  const p = { x: before.a.x - before.dy * metres, y: before.a.y + before.dx * metres };
  const q = { x: after.a.x - after.dy * metres, y: after.a.y + after.dx * metres };
  const turn = before.dx * after.dy - before.dy * after.dx;
  if (Math.abs(turn) < 0.02) return q;
  const t = ((q.x - p.x) * after.dy - (q.y - p.y) * after.dx) / turn;
  return { x: p.x + before.dx * t, y: p.y + before.dy * t };
}
