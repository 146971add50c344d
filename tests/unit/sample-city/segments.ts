import type { ReadNode, ReadWay } from './read-back.ts';

/** One straight piece of a way. */
export interface Segment {
  a: ReadNode;
  b: ReadNode;
  way: ReadWay;
}

interface Spot {
  x: number;
  y: number;
}

export function segmentsOf(ways: ReadWay[]): Segment[] {
  return ways.flatMap((way) => way.nodes.slice(1).map((b, i) => ({ a: way.nodes[i], b, way })));
}

export const lengthOf = ({ a, b }: Segment) => Math.hypot(b.x - a.x, b.y - a.y);

/** Do ab and cd have a point in common (touching counts)? */
export function meet(a: Spot, b: Spot, c: Spot, d: Spot): boolean {
  const side = (p: Spot, q: Spot, r: Spot) =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  const apart =
    Math.max(a.x, b.x) < Math.min(c.x, d.x) ||
    Math.max(c.x, d.x) < Math.min(a.x, b.x) ||
    Math.max(a.y, b.y) < Math.min(c.y, d.y) ||
    Math.max(c.y, d.y) < Math.min(a.y, b.y);
  return !apart && side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

/** Pairs of segments from two lists that meet; a grid spares the hopeless comparisons. */
export function meetings(these: Segment[], those: Segment[]): [Segment, Segment][] {
  const grid = gridOf(those);
  return these.flatMap((s) =>
    [...new Set(cellsOf(s).flatMap((cell) => grid.get(cell) ?? []))]
      .filter((t) => t !== s && meet(s.a, s.b, t.a, t.b))
      .map((t): [Segment, Segment] => [s, t]),
  );
}

/** Metres from a spot to the nearest of the segments, looking as far as `reach`. */
export function nearness(segments: Segment[], reach: number): (p: Spot) => number {
  const grid = gridOf(segments);
  const cells = Math.ceil(reach / CELL);
  return (p) => {
    let best = Infinity;
    for (let i = -cells; i <= cells; i++)
      for (let j = -cells; j <= cells; j++)
        for (const { a, b } of grid.get(
          key(Math.floor(p.x / CELL) + i, Math.floor(p.y / CELL) + j),
        ) ?? []) {
          const long = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
          const t = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / (long || 1);
          const s = Math.min(1, Math.max(0, t));
          best = Math.min(
            best,
            Math.hypot(a.x + (b.x - a.x) * s - p.x, a.y + (b.y - a.y) * s - p.y),
          );
        }
    return best;
  };
}

const CELL = 100;
const key = (i: number, j: number) => `${i},${j}`;

function gridOf(segments: Segment[]): Map<string, Segment[]> {
  const grid = new Map<string, Segment[]>();
  for (const segment of segments)
    for (const cell of cellsOf(segment)) {
      const list = grid.get(cell);
      if (list) list.push(segment);
      else grid.set(cell, [segment]);
    }
  return grid;
}

function cellsOf({ a, b }: Segment): string[] {
  const cells: string[] = [];
  for (
    let i = Math.floor(Math.min(a.x, b.x) / CELL);
    i <= Math.floor(Math.max(a.x, b.x) / CELL);
    i++
  )
    for (
      let j = Math.floor(Math.min(a.y, b.y) / CELL);
      j <= Math.floor(Math.max(a.y, b.y) / CELL);
      j++
    )
      cells.push(key(i, j));
  return cells;
}
