import { crossing, distanceAt, nearestShare } from './point.ts';
import type { Point } from './point.ts';
import { contains } from './polygon.ts';

const CELL = 50;

/** A straight piece of something that must keep its distance. */
interface Edge {
  a: Point;
  b: Point;
  metres: number;
}

/** Land that is taken, by streets, shores and houses, each with the strip that it wants free. */
export class ClearGround {
  #edges = new Map<number, Edge[]>();
  #solids = new Map<number, Point[][]>();

  /** Keeps everything `metres` off a line. */
  keepOff(line: Point[], metres: number): void {
    for (let i = 1; i < line.length; i++) {
      const edge = { a: line[i - 1], b: line[i], metres };
      for (const cell of cellsOf([edge.a, edge.b], metres)) put(this.#edges, cell, edge);
    }
  }

  /** Takes the land of a ring and `metres` round it. */
  take(ring: Point[], metres: number): void {
    this.keepOff([...ring, ring[0]], metres);
    for (const cell of cellsOf(ring, 0)) put(this.#solids, cell, ring);
  }

  /** Is the ring clear of all that is taken, with `more` metres to spare? */
  isFree(ring: Point[], more = 0): boolean {
    for (const cell of cellsOf(ring, more)) {
      for (const { a, b, metres } of this.#edges.get(cell) ?? [])
        if (isNear(ring, a, b, metres + more)) return false;
      for (const solid of this.#solids.get(cell) ?? [])
        if (contains(solid, ring[0]) || contains(ring, solid[0])) return false;
    }
    return true;
  }
}

function put<T>(cells: Map<number, T[]>, cell: number, value: T): void {
  const list = cells.get(cell);
  if (list) list.push(value);
  else cells.set(cell, [value]);
}

function cellsOf(points: Point[], margin: number): number[] {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  const cells: number[] = [];
  for (let i = Math.floor((west - margin) / CELL); i <= Math.floor((east + margin) / CELL); i++)
    for (let j = Math.floor((south - margin) / CELL); j <= Math.floor((north + margin) / CELL); j++)
      cells.push(i * 1_000_003 + j);
  return cells;
}

/** Is any part of the ring's edge within `metres` of segment ab? */
function isNear(ring: Point[], a: Point, b: Point, metres: number): boolean {
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [p, q] = [ring[j], ring[i]];
    if (Math.min(p.x, q.x) - metres > Math.max(a.x, b.x)) continue;
    if (Math.max(p.x, q.x) + metres < Math.min(a.x, b.x)) continue;
    if (Math.min(p.y, q.y) - metres > Math.max(a.y, b.y)) continue;
    if (Math.max(p.y, q.y) + metres < Math.min(a.y, b.y)) continue;
    if (distanceAt(p, a, b, nearestShare(p, a, b)) < metres) return true;
    if (distanceAt(a, p, q, nearestShare(a, p, q)) < metres) return true;
    if (distanceAt(b, p, q, nearestShare(b, p, q)) < metres) return true;
    if (crossing(a, b, p, q)) return true;
  }
  return false;
}
