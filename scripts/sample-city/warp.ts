import type { Dice } from './random.ts';
import type { Point } from './point.ts';

/** A gentle bending of the whole plan: lines drawn with a ruler come out as land and time would have it. */
export type Warp = (p: Point) => Point;

/** Amplitude and wavelength in metres: long swings for the land, short ones for the surveyor's hand. */
const WAVES = [
  { metres: 55, length: 5200 },
  { metres: 28, length: 2300 },
  { metres: 13, length: 900 },
];

/**
 * One smooth bend for river, railway, streets, villages and boundaries alike. Because it never
 * folds the plane, what crosses on the plan crosses afterwards, and nothing else does.
 */
export function warpFor(dice: Dice): Warp {
  const waves = WAVES.flatMap(({ metres, length }) =>
    [0, 1].map(() => {
      const heading = dice.between(0, Math.PI * 2);
      const push = dice.between(0, Math.PI * 2);
      return {
        kx: (Math.cos(heading) * 2 * Math.PI) / length,
        ky: (Math.sin(heading) * 2 * Math.PI) / length,
        phase: dice.between(0, Math.PI * 2),
        dx: Math.cos(push) * metres,
        dy: Math.sin(push) * metres,
      };
    }),
  );
  return (p) => {
    let { x, y } = p;
    for (const wave of waves) {
      const swing = Math.sin(wave.kx * p.x + wave.ky * p.y + wave.phase);
      x += wave.dx * swing;
      y += wave.dy * swing;
    }
    return { x, y };
  };
}
