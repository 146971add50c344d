import type { Point } from './point.ts';
import { areaOf } from './polygon.ts';
import { degreesOf } from './trim.ts';
import type { Woven } from './weave.ts';

/**
 * The blocks between woven lines: every bounded face as a counter-clockwise ring. Loose ends are
 * ignored; the outside of each connected piece is not a face.
 */
export function facesOf(net: Pick<Woven, 'points' | 'paths'>): Point[][] {
  const neighbours = withoutLooseEnds(net);
  const { points } = net;
  neighbours.forEach((list, at) => {
    const heading = (to: number) =>
      Math.atan2(points[to].y - points[at].y, points[to].x - points[at].x);
    list.sort((a, b) => heading(a) - heading(b));
  });
  const used = new Set<number>();
  const key = (a: number, b: number) => a * 1_000_003 + b;
  const faces: Point[][] = [];
  for (const [start, list] of neighbours.entries())
    for (const first of list) {
      if (used.has(key(start, first))) continue;
      const ring: Point[] = [];
      let [a, b] = [start, first];
      while (!used.has(key(a, b))) {
        used.add(key(a, b));
        ring.push(points[a]);
        // The next edge clockwise from the way back keeps the face on the left.
        const around = neighbours[b];
        const back = around.indexOf(a);
        [a, b] = [b, around[(back + around.length - 1) % around.length]];
      }
      if (areaOf(ring) > 0) faces.push(ring);
    }
  return faces;
}

function withoutLooseEnds({ points, paths }: Pick<Woven, 'points' | 'paths'>): number[][] {
  const neighbours: number[][] = points.map(() => []);
  for (const path of paths)
    for (let i = 1; i < path.length; i++) {
      neighbours[path[i - 1]].push(path[i]);
      neighbours[path[i]].push(path[i - 1]);
    }
  const degrees = degreesOf({ points, paths });
  const loose = points.map((_, i) => i).filter((i) => degrees[i] === 1);
  while (loose.length) {
    const at = loose.pop()!;
    const [next] = neighbours[at];
    if (next === undefined) continue;
    neighbours[at] = [];
    neighbours[next] = neighbours[next].filter((other) => other !== at);
    if (neighbours[next].length === 1) loose.push(next);
  }
  return neighbours;
}
