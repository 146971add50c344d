import { distance } from './point.ts';
import type { Street } from './street.ts';
import type { Woven } from './weave.ts';

/** How many stretches of street end at each point. */
export function degreesOf({ points, paths }: Pick<Woven, 'points' | 'paths'>): Uint16Array {
  const degrees = new Uint16Array(points.length);
  for (const path of paths)
    for (let i = 1; i < path.length; i++) {
      degrees[path[i - 1]]++;
      degrees[path[i]]++;
    }
  return degrees;
}

/** Cuts loose ends that are shorter than their street's `tail` back to the last junction. */
export function trimmed({ points, streets, paths, snap }: Woven): Woven {
  const degrees = degreesOf({ points, paths });
  const kept: { street: Street; path: number[] }[] = [];
  streets.forEach((street, s) => {
    let path = paths[s];
    for (let end = 0; end < 2; end++) {
      path = [...path].reverse();
      path = path.slice(looseEnd(path, street.tail ?? 0));
    }
    if (path.length > 1) kept.push({ street, path });
  });
  return {
    points,
    streets: kept.map(({ street, path }) => ({ ...street, line: path.map((i) => points[i]) })),
    paths: kept.map(({ path }) => path),
    snap,
  };

  /** How many vertices to drop at the start of the path. */
  function looseEnd(path: number[], tail: number): number {
    if (tail === 0 || degrees[path[0]] > 1) return 0;
    let metres = 0;
    for (let i = 1; i < path.length; i++) {
      metres += distance(points[path[i - 1]], points[path[i]]);
      if (metres > tail) return 0;
      if (degrees[path[i]] > 2) return i;
    }
    return path.length;
  }
}
