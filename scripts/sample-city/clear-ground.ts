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
      for (const cell of cellsIn(boxOf([edge.a, edge.b], metres))) put(this.#edges, cell, edge);
    }
  }

  /** Takes the land of a ring and `metres` round it. */
  take(ring: Point[], metres: number): void {
    this.keepOff([...ring, ring[0]], metres);
    for (const cell of cellsIn(boxOf(ring, 0))) put(this.#solids, cell, ring);
  }

  /** Is the ring clear of all that is taken? */
  isFree(ring: Point[]): boolean {
    const box = boxOf(ring, 0);
    for (const cell of cellsIn(box)) {
      for (const { a, b, metres } of this.#edges.get(cell) ?? []) {
        if (a.x > box.east + metres && b.x > box.east + metres) continue;
        if (a.x < box.west - metres && b.x < box.west - metres) continue;
        if (a.y > box.north + metres && b.y > box.north + metres) continue;
        if (a.y < box.south - metres && b.y < box.south - metres) continue;
        if (isNear(ring, a, b, metres)) return false;
      }
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

interface Box {
  west: number;
  east: number;
  south: number;
  north: number;
}

function boxOf(points: Point[], margin: number): Box {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const { x, y } of points) {
    if (x - margin < box.west) box.west = x - margin;
    if (x + margin > box.east) box.east = x + margin;
    if (y - margin < box.south) box.south = y - margin;
    if (y + margin > box.north) box.north = y + margin;
  }
  return box;
}

function cellsIn({ west, east, south, north }: Box): number[] {
  const cells: number[] = [];
  for (let i = Math.floor(west / CELL); i <= Math.floor(east / CELL); i++)
    for (let j = Math.floor(south / CELL); j <= Math.floor(north / CELL); j++)
      cells.push(i * 1_000_003 + j);
  return cells;
}

/** Is any part of the ring's edge within `metres` of segment ab? */
function isNear(ring: Point[], a: Point, b: Point, metres: number): boolean {
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [p, q] = [ring[j], ring[i]];
    if (distanceAt(p, a, b, nearestShare(p, a, b)) < metres) return true;
    if (distanceAt(a, p, q, nearestShare(a, p, q)) < metres) return true;
    if (distanceAt(b, p, q, nearestShare(b, p, q)) < metres) return true;
    if (crossing(a, b, p, q)) return true;
  }
  return false;
}
