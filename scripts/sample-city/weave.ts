import { between, crossing, distance, distanceAt, nearestShare } from './point.ts';
import type { Point } from './point.ts';
import type { Street } from './street.ts';

/** Points nearer than this are one junction (metres). */
const SNAP = 1.5;
const CELL = 75;

export interface Woven {
  points: Point[];
  streets: Street[];
  /** Indices into points, one list for each street. */
  paths: number[][];
  /** What a drawn point has become: the junction within SNAP, if there is one. */
  snap: (p: Point) => Point;
}

/**
 * Ties streets together: wherever two meet or cross they get one shared point, and points that
 * all but coincide become one. Each stretch belongs to one street only; what a later street would
 * repeat is cut out of it. Streets may thereby fall into several.
 */
export function woven(streets: Street[]): Woven {
  const points: Point[] = [];
  const pointAt = pointIndex(points);
  let made = streets.map((street) => ({
    street,
    path: withoutRepeats(street.line.map(pointAt)),
  }));
  // Pulling a street onto a junction can create a new crossing: repeat until nothing is split.
  for (let round = 0; round < 5; round++) {
    const [next, splits] = splitAtMeetings(made, points, pointAt);
    made = next;
    if (splits === 0) break;
  }
  const kept = withoutDoubles(made);
  return {
    points,
    streets: kept.map(({ street, path }) => ({ ...street, line: path.map((i) => points[i]) })),
    paths: kept.map(({ path }) => path),
    snap: (p) => points[pointAt(p)],
  };
}

interface Laid {
  street: Street;
  path: number[];
}

/** Index of the point at p: an existing one within SNAP, or a new one. */
function pointIndex(points: Point[]): (p: Point) => number {
  // Cells hold chains of points, newest first: no list for each of ten thousand cells.
  const newest = new Map<number, number>();
  const older: number[] = [];
  const cell = 8 * SNAP;
  return (p) => {
    const i1 = Math.floor((p.x + SNAP) / cell);
    const j1 = Math.floor((p.y + SNAP) / cell);
    for (let i = Math.floor((p.x - SNAP) / cell); i <= i1; i++)
      for (let j = Math.floor((p.y - SNAP) / cell); j <= j1; j++)
        for (let at = newest.get(cellKey(i, j)) ?? -1; at >= 0; at = older[at])
          if (distance(points[at], p) < SNAP) return at;
    const key = cellKey(Math.floor(p.x / cell), Math.floor(p.y / cell));
    const at = points.push({ x: p.x, y: p.y }) - 1;
    older[at] = newest.get(key) ?? -1;
    newest.set(key, at);
    return at;
  };
}

function cellKey(i: number, j: number): number {
  return i * 1_000_003 + j;
}

function splitAtMeetings(
  laid: Laid[],
  points: Point[],
  pointAt: (p: Point) => number,
): [Laid[], number] {
  const from: number[] = [];
  const to: number[] = [];
  for (const { path } of laid)
    for (let i = 1; i < path.length; i++) {
      from.push(path[i - 1]);
      to.push(path[i]);
    }
  const cuts: (number[] | undefined)[] = new Array(from.length);
  let splits = 0;
  const cut = (segment: number, at: number) => {
    if (at === from[segment] || at === to[segment]) return;
    const list = (cuts[segment] ??= []);
    if (!list.includes(at)) {
      list.push(at);
      splits++;
    }
  };
  forPairsNear(from, to, points, (s, t) => {
    const [a, b, c, d] = [points[from[s]], points[to[s]], points[from[t]], points[to[t]]];
    if (apart(a.x, b.x, c.x, d.x) || apart(a.y, b.y, c.y, d.y)) return;
    if (touches(c, a, b)) cut(s, from[t]);
    if (touches(d, a, b)) cut(s, to[t]);
    if (touches(a, c, d)) cut(t, from[s]);
    if (touches(b, c, d)) cut(t, to[s]);
    if (from[s] === from[t] || from[s] === to[t] || to[s] === from[t] || to[s] === to[t]) return;
    const hit = crossing(a, b, c, d);
    if (!hit) return;
    const at = pointAt(between(a, b, hit.t));
    cut(s, at);
    cut(t, at);
  });
  let segment = 0;
  const next = laid.map(({ street, path }) => {
    const out = [path[0]];
    for (let i = 1; i < path.length; i++, segment++) {
      const a = points[path[i - 1]];
      const list = cuts[segment] ?? [];
      list.sort((p, q) => distance(a, points[p]) - distance(a, points[q]));
      out.push(...list, path[i]);
    }
    return { street, path: withoutRepeats(out) };
  });
  return [next, splits];
}

/** Do the spans ab and cd of one axis keep more than SNAP between them? */
function apart(a: number, b: number, c: number, d: number): boolean {
  return Math.max(a, b) + SNAP < Math.min(c, d) || Math.max(c, d) + SNAP < Math.min(a, b);
}

function touches(p: Point, a: Point, b: Point): boolean {
  return distanceAt(p, a, b, nearestShare(p, a, b)) < SNAP;
}

/** Visits pairs of segments that share a grid cell, each pair once for each cell they share. */
function forPairsNear(
  from: number[],
  to: number[],
  points: Point[],
  visit: (s: number, t: number) => void,
): void {
  // Each entry of a cell's chain is a segment and the entry before it.
  const newest = new Map<number, number>();
  const segment: number[] = [];
  const older: number[] = [];
  for (let s = 0; s < from.length; s++) {
    const [a, b] = [points[from[s]], points[to[s]]];
    const i1 = Math.floor((Math.max(a.x, b.x) + SNAP) / CELL);
    const j1 = Math.floor((Math.max(a.y, b.y) + SNAP) / CELL);
    for (let i = Math.floor((Math.min(a.x, b.x) - SNAP) / CELL); i <= i1; i++)
      for (let j = Math.floor((Math.min(a.y, b.y) - SNAP) / CELL); j <= j1; j++) {
        const key = cellKey(i, j);
        const last = newest.get(key) ?? -1;
        for (let entry = last; entry >= 0; entry = older[entry]) visit(segment[entry], s);
        older[segment.length] = last;
        newest.set(key, segment.length);
        segment.push(s);
      }
  }
}

function withoutRepeats(path: number[]): number[] {
  return path.filter((at, i) => i === 0 || at !== path[i - 1]);
}

/** Cuts out of each street the stretches that an earlier one already covers. */
function withoutDoubles(laid: Laid[]): Laid[] {
  const seen = new Set<number>();
  const kept: Laid[] = [];
  for (const { street, path } of laid) {
    let piece = [path[0]];
    for (let i = 1; i < path.length; i++) {
      const key = Math.min(path[i - 1], path[i]) * 1_000_003 + Math.max(path[i - 1], path[i]);
      if (seen.has(key)) {
        if (piece.length > 1) kept.push({ street, path: piece });
        piece = [path[i]];
      } else {
        seen.add(key);
        piece.push(path[i]);
      }
    }
    if (piece.length > 1) kept.push({ street, path: piece });
  }
  return kept;
}
