import type { Estate } from './estates.ts';
import { distance } from './point.ts';
import type { Point } from './point.ts';
import { contains } from './polygon.ts';
import { lengthOf, pointAlong } from './polyline.ts';
import type { Dice } from './random.ts';

/** Doors stand this far off the lane (metres). */
const OFF_LANE = 11;

/** Doors nearer to each other than this want more lanes to stand on (metres). */
const APART = 48;

/** Evenly spread places beside the lanes of an estate, inside its wall. */
export function doorsOf({ lot, lanes, gates }: Estate, count: number, dice: Dice): Point[] {
  const inner = lanes
    .map(({ line }) => line)
    .filter((line) => !gates.some(({ at }) => line.some((p) => distance(p, at) < 3)));
  // The rows between the houses, where there are any; the ring lane only if it is all there is.
  const rows = inner.length > 1 ? inner.slice(1) : inner;
  const rowed = rows.reduce((sum, line) => sum + lengthOf(line), 0);
  const lines = rowed > count * APART ? rows : inner;
  const lengths = lines.map(lengthOf);
  const whole = lengths.reduce((a, b) => a + b, 0);
  return Array.from({ length: count }, (_, i) => {
    let metres = ((i + dice.between(0.25, 0.75)) / count) * whole;
    let k = 0;
    while (k < lines.length - 1 && metres > lengths[k]) metres -= lengths[k++];
    return besideLane(lines[k], metres, dice.chance(0.5) ? 1 : -1, lot.ring);
  });
}

function besideLane(line: Point[], metres: number, side: number, wall: Point[]): Point {
  const at = pointAlong(line, metres);
  const ahead = pointAlong(line, metres + 2);
  const back = pointAlong(line, Math.max(0, metres - 2));
  const long = distance(back, ahead) || 1;
  for (const turn of [side, -side]) {
    const p = {
      x: at.x - ((ahead.y - back.y) / long) * OFF_LANE * turn,
      y: at.y + ((ahead.x - back.x) / long) * OFF_LANE * turn,
    };
    if (contains(wall, p)) return p;
  }
  return at;
}
