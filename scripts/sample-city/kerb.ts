import { between, distance, nearestShare } from './point.ts';
import type { Point } from './point.ts';
import type { Street } from './street.ts';

const CELL = 150;

/** A place at the side of a street. */
export interface Site {
  at: Point;
  street: Street;
}

/** Finds places beside streets: never in a gated lane, on a bridge or in an underpass. */
export class Kerb {
  #cells = new Map<number, { street: Street; a: Point; b: Point }[]>();

  constructor(streets: Street[]) {
    for (const street of streets) {
      if (street.tags?.access || street.tags?.bridge || street.tags?.tunnel) continue;
      for (let i = 1; i < street.line.length; i++)
        this.#add(street, street.line[i - 1], street.line[i]);
    }
  }

  /** The site nearest to `wish` on one of these kinds of street, `metres` off towards the wish. */
  beside(wish: Point, kinds: readonly string[], metres: number): Site {
    for (let reach = 1; reach < 40; reach += reach < 3 ? 1 : 4) {
      let best: (Site & { metres: number }) | null = null;
      for (const { street, a, b } of this.#around(wish, reach)) {
        if (!kinds.includes(street.highway)) continue;
        const at = between(a, b, nearestShare(wish, a, b));
        const off = distance(at, wish);
        if (!best || off < best.metres) best = { at, street, metres: off };
      }
      if (best && best.metres < reach * CELL)
        return { street: best.street, at: off(best.at, wish, metres) };
    }
    throw new Error(`no street of kind ${kinds.join()} near ${wish.x},${wish.y}`);
  }

  #add(street: Street, a: Point, b: Point): void {
    const i1 = Math.floor(Math.max(a.x, b.x) / CELL);
    const j1 = Math.floor(Math.max(a.y, b.y) / CELL);
    for (let i = Math.floor(Math.min(a.x, b.x) / CELL); i <= i1; i++)
      for (let j = Math.floor(Math.min(a.y, b.y) / CELL); j <= j1; j++) {
        const cell = this.#cells.get(i * 1_000_003 + j);
        if (cell) cell.push({ street, a, b });
        else this.#cells.set(i * 1_000_003 + j, [{ street, a, b }]);
      }
  }

  *#around({ x, y }: Point, reach: number) {
    const [i, j] = [Math.floor(x / CELL), Math.floor(y / CELL)];
    for (let di = -reach; di <= reach; di++)
      for (let dj = -reach; dj <= reach; dj++)
        yield* this.#cells.get((i + di) * 1_000_003 + j + dj) ?? [];
  }
}

/** From a point on the street `metres` towards the wish, or as far as the wish itself. */
function off(at: Point, wish: Point, metres: number): Point {
  const way = distance(at, wish);
  if (way < 1) return { x: at.x + metres, y: at.y };
  return between(at, wish, Math.min(1, metres / way));
}
