import type { Block } from './blocks.ts';
import type { Point } from './point.ts';
import { lengthOf, pointAlong } from './polyline.ts';
import type { Dice } from './random.ts';
import type { Street } from './street.ts';
import { subdivided } from './subdivide.ts';

export interface Lanes {
  streets: Street[];
  /** Yards between the lanes. */
  yards: Point[][];
}

/** The crooked lanes of the old town: streets first, lanes between them, alleys that end in yards. */
export function oldTownLanes(blocks: Block[], dice: Dice): Lanes {
  const streets: Street[] = [];
  const yards: Point[][] = [];
  for (const { ring } of blocks) {
    const shape = { area: 6400, width: 48, skew: 0.24, drift: 0.17, bow: 0.07 };
    const { leaves, cuts } = subdivided(ring, shape, dice);
    yards.push(...leaves);
    for (const { line, depth, last } of cuts) {
      const highway = laneKind(depth, dice);
      const blind = last && dice.chance(0.28);
      const oneWay = depth < 2 && !blind && dice.chance(0.3);
      const tags = oneWay ? { tags: { oneway: 'yes' } } : {};
      streets.push({ line: blind ? shortened(line, dice) : line, highway, ...tags });
    }
  }
  return { streets, yards };
}

function laneKind(depth: number, dice: Dice): string {
  if (depth < 2) return 'residential';
  if (depth < 4) return dice.pick(['residential', 'living_street', 'living_street']);
  return dice.pick(['living_street', 'living_street', 'pedestrian', 'footway']);
}

/** A blind alley: the line up to somewhere past its middle, from either end. */
function shortened(line: Point[], dice: Dice): Point[] {
  const way = dice.chance(0.5) ? line : [...line].reverse();
  const metres = lengthOf(way) * dice.between(0.5, 0.75);
  const kept = [way[0]];
  let run = 0;
  for (let i = 1; i < way.length; i++) {
    run += Math.hypot(way[i].x - way[i - 1].x, way[i].y - way[i - 1].y);
    if (run >= metres) break;
    kept.push(way[i]);
  }
  return [...kept, pointAlong(way, metres)];
}
