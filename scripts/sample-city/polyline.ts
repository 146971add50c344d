import { between, crossing, distance, distanceAt, nearestShare } from './point.ts';
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
export function nearestOnLine(
  line: Point[],
  p: Point,
): { at: Point; metres: number; from: number } {
  let [from, share, metres] = [0, 0, Infinity];
  for (let i = 1; i < line.length; i++) {
    const t = nearestShare(p, line[i - 1], line[i]);
    const off = distanceAt(p, line[i - 1], line[i], t);
    if (off < metres) [from, share, metres] = [i - 1, t, off];
  }
  return { at: between(line[from], line[from + 1], share), metres, from };
}

/** The nearest point of any of the lines. */
export function nearestOnLines(lines: Point[][], p: Point): Point {
  let best = { at: p, metres: Infinity };
  for (const line of lines) {
    const near = nearestOnLine(line, p);
    if (near.metres < best.metres) best = near;
  }
  return best.at;
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
        p1 +
        0.5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));
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
  let inside = false;
  const finish = () => {
    if (piece.length > 1) pieces.push(piece);
    piece = [];
  };
  const edges = edgesNear(ring, line);
  for (let i = 0; i + 1 < line.length; i++) {
    const a = line[i];
    const b = line[i + 1];
    const cuts = [0, 1];
    const west = Math.min(a.x, b.x);
    const east = Math.max(a.x, b.x);
    const south = Math.min(a.y, b.y);
    const north = Math.max(a.y, b.y);
    for (const k of edges) {
      const c = ring[k];
      const d = ring[k + 1 < ring.length ? k + 1 : 0];
      if ((c.x < west && d.x < west) || (c.x > east && d.x > east)) continue;
      if ((c.y < south && d.y < south) || (c.y > north && d.y > north)) continue;
      const hit = crossing(a, b, c, d);
      if (hit) cuts.push(hit.t);
    }
    cuts.sort((p, q) => p - q);
    for (let k = 0; k + 1 < cuts.length; k++) {
      if (cuts[k + 1] - cuts[k] < 1e-9) continue;
      // Without a cut the line stays on the side where it was: no need to look again.
      if (i === 0 || cuts.length > 2)
        inside = contains(ring, between(a, b, (cuts[k] + cuts[k + 1]) / 2));
      if (inside !== (keep === 'inside')) {
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

/** What is left of a line outside all the rings. */
export function keptClear(line: Point[], rings: Point[][]): Point[][] {
  return rings.reduce(
    (pieces, ring) => pieces.flatMap((piece) => clipLine(piece, ring, 'outside')),
    [line],
  );
}

/** The ring's edges that could touch the line at all. */
function edgesNear(ring: Point[], line: Point[]): number[] {
  const xs = line.map(({ x }) => x);
  const ys = line.map(({ y }) => y);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  const near: number[] = [];
  ring.forEach((c, k) => {
    const d = ring[k + 1 < ring.length ? k + 1 : 0];
    const beside = (c.x < west && d.x < west) || (c.x > east && d.x > east);
    const past = (c.y < south && d.y < south) || (c.y > north && d.y > north);
    if (!beside && !past) near.push(k);
  });
  return near;
}

/** A closed smooth curve through the control points (an open list, as all rings here). */
export function smoothRing(control: Point[], step: number): Point[] {
  const n = control.length;
  const wrapped = [control[n - 1], ...control, control[0], control[1]];
  const line = smooth(wrapped, step);
  const from = line.indexOf(control[0]);
  const to = line.indexOf(control[0], from + 1);
  return line.slice(from, to);
}
