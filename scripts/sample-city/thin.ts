import { facesOf } from './faces.ts';
import type { Point } from './point.ts';
import { areaOf } from './polygon.ts';
import type { Dice } from './random.ts';
import type { Street } from './street.ts';
import { degreesOf } from './trim.ts';
import type { Woven } from './weave.ts';

/** Two blocks become one only if the result is no larger than this (square metres). */
const LARGEST = 430_000;

/**
 * Leaves out some stretches between two crossroads, so that a grid gets T-junctions and blocks of
 * unlike size, as where a factory or a large estate was there before the street.
 */
export function thinned(net: Woven, share: number, dice: Dice): Street[] {
  const degrees = degreesOf(net);
  const blocks = mergingBlocks(net);
  return net.streets.flatMap((street, s) => {
    if (street.highway !== 'tertiary') return [street];
    const path = net.paths[s];
    const pieces: number[][] = [[]];
    let start = 0;
    for (let i = 1; i < path.length; i++) {
      if (degrees[path[i]] < 3 && i < path.length - 1) continue;
      const stretch = path.slice(start, i + 1);
      start = i;
      const [a, b] = [stretch[0], stretch[stretch.length - 1]];
      const spare = degrees[a] > 3 && degrees[b] > 3;
      if (spare && dice.chance(share) && blocks.merge(stretch[0], stretch[1])) {
        degrees[a]--;
        degrees[b]--;
        pieces.push([]);
      } else {
        const last = pieces[pieces.length - 1];
        last.push(...(last.length ? stretch.slice(1) : stretch));
      }
    }
    return pieces
      .filter((piece) => piece.length > 1)
      .map((piece): Street => ({ ...street, line: piece.map((i) => net.points[i]) }));
  });
}

/** The blocks on both sides of each stretch, and which have become one. */
function mergingBlocks(net: Woven): { merge: (a: number, b: number) => boolean } {
  const index = new Map<Point, number>(net.points.map((p, i) => [p, i]));
  const key = (a: number, b: number) => a * 1_000_003 + b;
  const left = new Map<number, number>();
  const parent: number[] = [];
  const area: number[] = [];
  facesOf(net).forEach((ring, face) => {
    parent.push(face);
    area.push(areaOf(ring));
    ring.forEach((p, i) =>
      left.set(key(index.get(p)!, index.get(ring[(i + 1) % ring.length])!), face),
    );
  });
  const root = (face: number): number => (parent[face] === face ? face : root(parent[face]));
  return {
    merge(a, b) {
      const [one, other] = [left.get(key(a, b)), left.get(key(b, a))];
      if (one === undefined || other === undefined) return false;
      const [p, q] = [root(one), root(other)];
      if (p === q || area[p] + area[q] > LARGEST) return false;
      parent[q] = p;
      area[p] += area[q];
      return true;
    },
  };
}
