import { crossing, distanceAt, nearestShare } from './point.ts';
import type { Point } from './point.ts';
import { contains } from './polygon.ts';

const CELL = 50;

/** Land that is taken, by streets, shores and houses, each with the strip that it wants free. */
export class ClearGround {
  // Straight pieces, their strips, and chains of them for each cell, newest first: flat, for there
  // are a hundred thousand.
  readonly #a: Point[] = [];
  readonly #b: Point[] = [];
  readonly #strip: number[] = [];
  readonly #newest = new Map<number, number>();
  readonly #piece: number[] = [];
  readonly #older: number[] = [];
  readonly #solids = new Map<number, Point[][]>();

  /** Keeps everything `metres` off a line. */
  keepOff(line: Point[], metres: number): void {
    for (let i = 1; i < line.length; i++) this.#keepOff(line[i - 1], line[i], metres);
  }

  /** Takes the land of a ring and `metres` round it. */
  take(ring: Point[], metres: number): void {
    this.keepOff(ring, metres);
    this.#keepOff(ring[ring.length - 1], ring[0], metres);
    for (const cell of cellsIn(boxOf(ring))) {
      const list = this.#solids.get(cell);
      if (list) list.push(ring);
      else this.#solids.set(cell, [ring]);
    }
  }

  /** Is the ring clear of all that is taken? */
  isFree(ring: Point[]): boolean {
    const box = boxOf(ring);
    for (const cell of cellsIn(box)) {
      for (let at = this.#newest.get(cell) ?? -1; at >= 0; at = this.#older[at]) {
        const piece = this.#piece[at];
        const [a, b, metres] = [this.#a[piece], this.#b[piece], this.#strip[piece]];
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

  #keepOff(a: Point, b: Point, metres: number): void {
    const piece = this.#a.push(a) - 1;
    this.#b.push(b);
    this.#strip.push(metres);
    const i1 = Math.floor((Math.max(a.x, b.x) + metres) / CELL);
    const j1 = Math.floor((Math.max(a.y, b.y) + metres) / CELL);
    for (let i = Math.floor((Math.min(a.x, b.x) - metres) / CELL); i <= i1; i++)
      for (let j = Math.floor((Math.min(a.y, b.y) - metres) / CELL); j <= j1; j++) {
        const cell = cellKey(i, j);
        const at = this.#piece.push(piece) - 1;
        this.#older.push(this.#newest.get(cell) ?? -1);
        this.#newest.set(cell, at);
      }
  }
}

function cellKey(i: number, j: number): number {
  return i * 1_000_003 + j;
}

interface Box {
  west: number;
  east: number;
  south: number;
  north: number;
}

function boxOf(points: Point[]): Box {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const { x, y } of points) {
    if (x < box.west) box.west = x;
    if (x > box.east) box.east = x;
    if (y < box.south) box.south = y;
    if (y > box.north) box.north = y;
  }
  return box;
}

function cellsIn({ west, east, south, north }: Box): number[] {
  const cells: number[] = [];
  for (let i = Math.floor(west / CELL); i <= Math.floor(east / CELL); i++)
    for (let j = Math.floor(south / CELL); j <= Math.floor(north / CELL); j++)
      cells.push(cellKey(i, j));
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
