import { between, crossing, distance, nearestShare } from './point.ts';
import type { Point } from './point.ts';
import { contains } from './polygon.ts';

export function lengthOf(line: Point[]): number {
  let metres = 0;
  for (let i = 1; i < line.length; i++) metres += distance(line[i - 1], line[i]);
  return metres;
}

/** The point `metres` along the line (its ends beyond them). */
export function pointAlong(line: Point[], metres: number): Point {
  let left = metres;
  for (let i = 1; i < line.length; i++) {
    const step = distance(line[i - 1], line[i]);
    if (left <= step && step > 0) return between(line[i - 1], line[i], Math.max(0, left / step));
    left -= step;
  }
  return line[line.length - 1];
}

/** The point of the line nearest to p, how far off p is, and the index of the segment's first vertex. */
export function nearestOnLine(line: Point[], p: Point): { at: Point; metres: number; from: number } {
  let best = { at: line[0], metres: Infinity, from: 0 };
  for (let i = 1; i < line.length; i++) {
    const at = between(line[i - 1], line[i], nearestShare(p, line[i - 1], line[i]));
    const metres = distance(at, p);
    if (metres < best.metres) best = { at, metres, from: i - 1 };
  }
  return best;
}

/** A curve through all control points (Catmull–Rom), with a vertex about every `step` metres. */
export function smooth(control: Point[], step: number): Point[] {
  const out: Point[] = [control[0]];
  for (let i = 0; i + 1 < control.length; i++) {
    const [a, b] = [control[i], control[i + 1]];
    const before = control[i - 1] ?? { x: 2 * a.x - b.x, y: 2 * a.y - b.y };
    const after = control[i + 2] ?? { x: 2 * b.x - a.x, y: 2 * b.y - a.y };
    const parts = Math.max(1, Math.round(distance(a, b) / step));
    for (let k = 1; k <= parts; k++) {
      const t = k / parts;
      const mix = (p0: number, p1: number, p2: number, p3: number) =>
        p1 + 0.5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));
      out.push(
        k === parts
          ? b
          : { x: mix(before.x, a.x, b.x, after.x), y: mix(before.y, a.y, b.y, after.y) },
      );
    }
  }
  return out;
}

/** The same line moved `metres` to its left (negative: right). Good for gentle curves only. */
export function offsetLine(line: Point[], metres: number | number[]): Point[] {
  return line.map((p, i) => {
    const a = line[Math.max(0, i - 1)];
    const b = line[Math.min(line.length - 1, i + 1)];
    const long = distance(a, b) || 1;
    const by = typeof metres === 'number' ? metres : metres[i];
    return { x: p.x - ((b.y - a.y) / long) * by, y: p.y + ((b.x - a.x) / long) * by };
  });
}

/** The pieces of a line inside (or outside) a polygon, cut exactly at its boundary. */
export function clipLine(line: Point[], ring: Point[], keep: 'inside' | 'outside'): Point[][] {
  const pieces: Point[][] = [];
  let piece: Point[] = [];
  const finish = () => {
    if (piece.length > 1) pieces.push(piece);
    piece = [];
  };
  for (let i = 0; i + 1 < line.length; i++) {
    const [a, b] = [line[i], line[i + 1]];
    const cuts = [0, 1];
    for (let k = 0; k < ring.length; k++) {
      const hit = crossing(a, b, ring[k], ring[(k + 1) % ring.length]);
      if (hit) cuts.push(hit.t);
    }
    cuts.sort((p, q) => p - q);
    for (let k = 0; k + 1 < cuts.length; k++) {
      if (cuts[k + 1] - cuts[k] < 1e-9) continue;
      const middle = between(a, b, (cuts[k] + cuts[k + 1]) / 2);
      if (contains(ring, middle) !== (keep === 'inside')) {
        finish();
        continue;
      }
      if (piece.length === 0) piece.push(cuts[k] === 0 ? a : between(a, b, cuts[k]));
      piece.push(cuts[k + 1] === 1 ? b : between(a, b, cuts[k + 1]));
    }
  }
  finish();
  return pieces;
}
