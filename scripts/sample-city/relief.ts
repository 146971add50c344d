import type { Point } from './point.ts';
import type { Dice } from './random.ts';
import type { Terrain } from './terrain.ts';
import type { Warp } from './warp.ts';

/** Metres above the sea. */
export type Relief = (p: Point) => number;

/** The top of 栖云山 Qiyun Hill, as its summit says on the map. */
export const SUMMIT = { x: 3350, y: 3080, metres: 318 };

/** Its lower shoulder, and how wide both are (metres). */
const SHOULDER = { x: 4350, y: 3450, metres: 110 };
const SPREAD = { summit: 560, shoulder: 520 };

/** Swells of the country: height and length in metres. */
const SWELLS = [
  { metres: 26, length: 4200 },
  { metres: 10, length: 1700 },
];

/**
 * A river plain that falls to the east, flat where the town stands, with low hills far from the
 * river and one steep one at the edge of the town.
 */
export function reliefOf({ river }: Terrain, warp: Warp, dice: Dice): Relief {
  const waves = SWELLS.flatMap(({ metres, length }) =>
    [0, 1].map(() => {
      const heading = dice.between(0, Math.PI * 2);
      return {
        kx: (Math.cos(heading) * 2 * Math.PI) / length,
        ky: (Math.sin(heading) * 2 * Math.PI) / length,
        phase: dice.between(0, Math.PI * 2),
        metres,
      };
    }),
  );
  const country = (p: Point) => {
    const off = Math.abs(p.y - northingOf(river, p.x));
    const bank = 5 * (1 - Math.exp(-off / 160));
    const plain = 12 * (1 - Math.exp(-off / 2600));
    const far = smoothStep((off - 2200) / 5000);
    let swell = 34;
    for (const { kx, ky, phase, metres } of waves)
      swell += (metres / 2) * Math.sin(kx * p.x + ky * p.y + phase);
    return 46 - p.x * 0.0006 + bank + plain + far * swell;
  };
  const [summit, shoulder] = [warp(SUMMIT), warp(SHOULDER)];
  const hills = [{ at: shoulder, metres: SHOULDER.metres, spread: SPREAD.shoulder }];
  const before = country(summit) + bumpAt(summit, hills[0]);
  hills.push({ at: summit, metres: SUMMIT.metres - before, spread: SPREAD.summit });
  return (p) => hills.reduce((sum, hill) => sum + bumpAt(p, hill), country(p));
}

function bumpAt(p: Point, hill: { at: Point; metres: number; spread: number }): number {
  const square = (p.x - hill.at.x) ** 2 + (p.y - hill.at.y) ** 2;
  return hill.metres * Math.exp(-square / (2 * hill.spread ** 2));
}

/** Where the river, which runs from west to east, passes this easting. */
function northingOf(river: Point[], x: number): number {
  let [low, high] = [0, river.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (river[middle].x < x) low = middle;
    else high = middle;
  }
  const [a, b] = [river[low], river[high]];
  const t = Math.min(1, Math.max(0, (x - a.x) / (b.x - a.x)));
  return a.y + (b.y - a.y) * t;
}

function smoothStep(t: number): number {
  const s = Math.min(1, Math.max(0, t));
  return s * s * (3 - 2 * s);
}
