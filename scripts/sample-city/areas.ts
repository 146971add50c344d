import { ARCS, CORNERS, OUTLINE, PLANNED_AREAS } from './frontier-plan.ts';
import type { Corner } from './frontier-plan.ts';
import { distance } from './point.ts';
import type { Point } from './point.ts';
import { areaOf } from './polygon.ts';
import { smooth } from './polyline.ts';
import type { Name } from './street.ts';
import type { Terrain } from './terrain.ts';
import type { Warp } from './warp.ts';

export interface Area {
  id: string;
  name: Name;
  zone: 'urban' | 'rural';
  /** Counter-clockwise. */
  ring: Point[];
  /** Keys of the arcs it is joined from. */
  arcs: string[];
}

export interface Frontiers {
  areas: Area[];
  /** The study area: the union of the areas. */
  outline: Point[];
  /** The lines between neighbours, by key. */
  arcs: Map<string, Point[]>;
}

/** The administrative areas, joined from shared arcs. */
export function frontiersOf(terrain: Terrain, warp: Warp): Frontiers {
  const corners = new Map(
    Object.entries(CORNERS).map(([key, { at, on }]) => {
      const p = warp(pointOf(at));
      return [key, on ? terrain[on][nearestVertex(terrain[on], p)] : p];
    }),
  );
  const arcs = new Map<string, Point[]>(
    Object.entries(ARCS).map(([key, { from, to, by }]) => {
      const [a, b] = [corners.get(from)!, corners.get(to)!];
      if (typeof by === 'string') return [key, along(terrain[by], a, b)];
      const [first, last] = [CORNERS[from].at, CORNERS[to].at];
      const line = smooth([first, ...by, last].map(pointOf), 160).map(warp);
      return [key, [a, ...line.slice(1, -1), b]];
    }),
  );
  const walked = (walk: string[]) => {
    const ring = walk.flatMap((step) => {
      const arc = arcs.get(keyOf(step))!;
      return (step.startsWith('-') ? [...arc].reverse() : arc).slice(0, -1);
    });
    return areaOf(ring) > 0 ? ring : ring.reverse();
  };
  return {
    areas: PLANNED_AREAS.map(({ name, zone, walk }, i) => ({
      id: `sc-${String(i + 1).padStart(2, '0')}`,
      name,
      zone,
      ring: walked(walk),
      arcs: walk.map(keyOf),
    })),
    outline: walked(OUTLINE),
    arcs,
  };
}

/** The arc of a step of a walk, forwards or backwards. */
function keyOf(step: string): string {
  return step.replace(/^-/, '');
}

/** The part of a line between two of its own vertices. */
function along(line: Point[], a: Point, b: Point): Point[] {
  const [from, to] = [line.indexOf(a), line.indexOf(b)];
  return from < to ? line.slice(from, to + 1) : line.slice(to, from + 1).reverse();
}

function nearestVertex(line: Point[], p: Point): number {
  let best = 0;
  line.forEach((q, i) => {
    if (distance(p, q) < distance(p, line[best])) best = i;
  });
  return best;
}

function pointOf([x, y]: Corner): Point {
  return { x, y };
}
