import type { Point } from './point.ts';
import { distance } from './point.ts';
import type { Street } from './street.ts';
import type { Woven } from './weave.ts';

/**
 * Drops stray pieces: lanes that ended up joined to nothing. The largest piece stays, and any
 * other that passes within a metre or two of a point in `spared`.
 */
export function withoutStrays({ points, streets, paths }: Woven, spared: Point[]): Street[] {
  const parent = points.map((_, i) => i);
  const root = (i: number) => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (const path of paths) for (const at of path) parent[root(at)] = root(path[0]);
  const size = new Map<number, number>();
  for (const path of paths) size.set(root(path[0]), (size.get(root(path[0])) ?? 0) + path.length);
  const kept = new Set<number>();
  let most = 0;
  let largest = -1;
  for (const [piece, count] of size) if (count > most) [largest, most] = [piece, count];
  kept.add(largest);
  points.forEach((p, i) => {
    if (spared.some((q) => distance(p, q) < 2)) kept.add(root(i));
  });
  return streets.filter((_, s) => kept.has(root(paths[s][0])));
}
