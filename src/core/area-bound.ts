import type { Counted } from './coverage.ts';
import { lonScale, METRES_PER_DEGREE } from './geo.ts';

/** What n circles could hold at most, wherever they lie. */
export interface AreaBound {
  /** The denominator. */
  people: number;
  /** No n circles hold more people. */
  most: number;
  /** n × π × r², square kilometres. */
  circlesKm2: number;
  /** Ground with people on it, by squares of `squareMetres`, square kilometres. */
  populatedKm2: number;
  /** Side of the squares by which the bound is sharpest. Metres. */
  squareMetres: number;
}

/** Squares of a radius divided by these are tried: small ones fit a circle, large ones hold a crowd. */
const PARTS = [1, 2, 4, 8, 16];

/**
 * An upper bound on the people within `radius` metres of any n points, on bare ground: the ground is
 * cut into squares of side s; a circle touches only squares that lie wholly within r + s√2 of its
 * middle, at most π(r + s√2)² ÷ s² of them; so n circles hold no more people than the fullest n times
 * as many squares. Degrees of longitude count as at the latitude where they are shortest, the middles'
 * included, so that no two points seem farther apart than they are.
 */
export function areaBound(
  lon: Float64Array,
  lat: Float64Array,
  { people, counted }: Counted,
  n: number,
  radius: number,
): AreaBound {
  let total = 0;
  let [south, north] = [Infinity, -Infinity];
  for (let i = 0; i < lon.length; i++) {
    if (!counted[i] || people[i] <= 0) continue;
    total += people[i];
    south = Math.min(south, lat[i]);
    north = Math.max(north, lat[i]);
  }
  const circlesKm2 = (n * Math.PI * radius * radius) / 1e6;
  const best = { people: total, most: total, circlesKm2, populatedKm2: 0, squareMetres: radius };
  if (!total || radius <= 0) return best;
  const farthest = Math.max(Math.abs(south), Math.abs(north)) + radius / METRES_PER_DEGREE;
  const scale = lonScale(Math.min(89, farthest));
  for (const part of PARTS) {
    const side = radius / part;
    const touched = Math.floor((Math.PI * (radius + side * Math.SQRT2) ** 2) / (side * side));
    const squares = new Map<number, number>();
    for (let i = 0; i < lon.length; i++) {
      if (!counted[i] || people[i] <= 0) continue;
      const x = Math.floor((lon[i] * METRES_PER_DEGREE * scale) / side);
      const y = Math.floor((lat[i] * METRES_PER_DEGREE) / side);
      const key = x * 0x4000000 + y;
      squares.set(key, (squares.get(key) ?? 0) + people[i]);
    }
    const crowd = Float64Array.from(squares.values()).sort().reverse();
    let most = 0;
    for (let k = 0; k < Math.min(crowd.length, n * touched); k++) most += crowd[k];
    // Where nothing was left out it is everybody, whatever the order of the sum.
    if (crowd.length <= n * touched) most = total;
    const populatedKm2 = (squares.size * side * side) / 1e6;
    if (part === PARTS[0] || most < best.most) {
      Object.assign(best, { most: Math.min(most, total), populatedKm2, squareMetres: side });
    }
  }
  return best;
}
