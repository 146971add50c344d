import type { Block } from './blocks.ts';
import { shrunk } from './inset.ts';
import type { Point } from './point.ts';
import { areaOf, longAxis } from './polygon.ts';
import type { Dice } from './random.ts';
import { subdivided } from './subdivide.ts';

/** Land inside one wall, with at least one side on a street. */
export interface Lot {
  /** The wall. */
  ring: Point[];
  block: Block;
  area: number;
}

/** From the middle of the street to the wall, and half the gap between two walls (metres). */
export const SETBACK = 13;
const GAP = 3;

/** Parcels the blocks out into lots of about the given size (square metres). */
export function lotsOf(blocks: Block[], size: (block: Block) => number, dice: Dice): Lot[] {
  return blocks.flatMap((block) => {
    const land = shrunk(block.ring, SETBACK - GAP);
    if (!land) return [];
    const shape = { area: size(block), width: 62, skew: 0.04, drift: 0.1, bow: 0 };
    return subdivided(land, shape, dice).leaves.flatMap((leaf): Lot[] => {
      const ring = shrunk(leaf, GAP);
      if (!ring || longAxis(ring).short < 34) return [];
      return [{ ring, block, area: areaOf(ring) }];
    });
  });
}
