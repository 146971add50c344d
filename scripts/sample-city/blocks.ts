import { facesOf } from './faces.ts';
import type { Point } from './point.ts';
import { areaOf, centroidOf, contains } from './polygon.ts';
import { distance } from './point.ts';
import type { Dice } from './random.ts';
import type { Street } from './street.ts';
import { subdivided } from './subdivide.ts';
import type { Terrain } from './terrain.ts';
import { QUARTERS, onGrid } from './town-plan.ts';
import type { Woven } from './weave.ts';

/** Land between streets, from kerb to kerb (the ring runs along the middle of the streets). */
export interface Block {
  ring: Point[];
  use: 'old-town' | 'town' | 'low-houses' | 'industry';
  /** 0 next to the old town … 1 at the edge of the newest parts. */
  era: number;
}

/** Larger faces between streets are open country. */
const LARGEST = 700_000;

/** The blocks of the town between its main streets. */
export function blocksOf(net: Woven, terrain: Terrain, oldTown: Point[], dice: Dice): Block[] {
  const heart = centroidOf(oldTown);
  return facesOf(net)
    .filter((ring) => areaOf(ring) < LARGEST && areaOf(ring) > 2500)
    .filter((ring) => ![...terrain.river, ...terrain.railway].some((p) => contains(ring, p)))
    .map((ring): Block => {
      const middle = centroidOf(ring);
      const way = (distance(middle, heart) - 800) / 2300 + dice.between(-0.2, 0.2);
      const quarter = QUARTERS.find(({ bank, u, v }) =>
        contains(
          [
            [u[0], v[0]],
            [u[1], v[0]],
            [u[1], v[1]],
            [u[0], v[1]],
          ].map(([a, b]) => onGrid(bank, a, b)),
          middle,
        ),
      );
      const use = contains(oldTown, middle) ? 'old-town' : (quarter?.use ?? 'town');
      return { ring, use, era: Math.min(1, Math.max(0, way)) };
    });
}

/** Local streets that cut large blocks, and the smaller blocks between them. */
export function localStreets(blocks: Block[], dice: Dice): { streets: Street[]; blocks: Block[] } {
  const streets: Street[] = [];
  const smaller = blocks.flatMap((block) => {
    const area = block.use === 'industry' ? 110_000 : 72_000 + 50_000 * block.era;
    const { leaves, cuts } = subdivided(
      block.ring,
      { area, width: 130, skew: 0.09, drift: 0.12, bow: 0.015 },
      dice,
    );
    for (const { line } of cuts) streets.push({ line, highway: 'residential' });
    return leaves.map((ring): Block => ({ ...block, ring }));
  });
  return { streets, blocks: smaller };
}
