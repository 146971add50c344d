import { METRES_PER_DEGREE, lonScale } from '../geo.ts';

/** Demand in rows: places that are looked at together, since a list by place would be too long. */
export interface Rows {
  /** rows + 1; the places of row r are place[start[r]] … place[start[r + 1] - 1]. */
  start: Uint32Array;
  place: Uint32Array;
  /** People of each row, and the seconds within which each of its places must be reached. */
  weight: Float64Array;
  seconds: Float64Array;
}

/**
 * Places with somebody in them as rows: each its own, or those of the same limit in one square of
 * `metres`. Whoever reaches one place of a row is taken to reach all, so a bound stays a bound.
 */
export function rowsOf(
  { lon, lat }: { lon: ArrayLike<number>; lat: ArrayLike<number> },
  weights: Float64Array,
  seconds: Float64Array,
  metres = 0,
): Rows {
  const places = Array.from(weights.keys()).filter((i) => weights[i] > 0);
  const rowOf = new Map<string, number>();
  const members: number[][] = [];
  const side = metres / METRES_PER_DEGREE;
  for (const i of places) {
    const key = metres
      ? `${Math.floor(lat[i] / side)} ${Math.floor((lon[i] * lonScale(lat[places[0]])) / side)} ${seconds[i]}`
      : `${i}`;
    const row = rowOf.get(key);
    if (row !== undefined) members[row].push(i);
    else rowOf.set(key, members.push([i]) - 1);
  }
  const start = new Uint32Array(members.length + 1);
  members.forEach((list, r) => (start[r + 1] = start[r] + list.length));
  return {
    start,
    place: Uint32Array.from(members.flat()),
    weight: Float64Array.from(members, (list) => list.reduce((sum, i) => sum + weights[i], 0)),
    seconds: Float64Array.from(members, ([first]) => seconds[first]),
  };
}
