import type { Counted } from './coverage.ts';
import { lonScale } from './geo.ts';
import { linked, type LinkGrid } from './link-grid.ts';

/** A connected group of populated places beyond the limit. */
export interface Gap {
  people: number;
  /** Indices of its places, cell by cell of the link grid. */
  places: Uint32Array;
  /** The place of the gap nearest to its people's centre of gravity: where a map flies to. */
  centre: number;
}

/**
 * Gaps by people, largest first (then by first cell): single-linkage groups of the counted,
 * populated places whose time is over `limitSeconds` (one limit, or each place's own). Off-network places are in gaps too, so
 * that the people in gaps and the people covered add up to everybody.
 */
export function findGaps(
  grid: LinkGrid,
  seconds: Float64Array,
  who: Counted,
  limitSeconds: number | Float64Array,
): Gap[] {
  const { start, places, linkStart, linkedTo } = grid;
  const cellCount = start.length - 1;
  const { people, counted } = who;
  const each = typeof limitSeconds === 'number' ? null : limitSeconds;
  const all = typeof limitSeconds === 'number' ? limitSeconds : 0;
  // The places of each cell that are beyond the limit come first in their part of `beyond`.
  const beyond = new Uint32Array(places.length);
  const end = new Uint32Array(cellCount);
  for (let k = 0; k < cellCount; k++) {
    let next = start[k];
    for (let j = start[k]; j < start[k + 1]; j++) {
      const i = places[j];
      const limit = each ? each[i] : all;
      if (seconds[i] > limit && people[i] > 0 && counted[i]) beyond[next++] = i;
    }
    end[k] = next;
  }
  const parent = new Int32Array(cellCount);
  for (let k = 0; k < cellCount; k++) parent[k] = k;
  const root = (k: number): number => {
    while (parent[k] !== k) k = parent[k] = parent[parent[k]];
    return k;
  };
  for (let k = 0; k < cellCount; k++) {
    if (end[k] === start[k]) continue;
    let a = root(k);
    for (let o = linkStart[k]; o < linkStart[k + 1]; o++) {
      const other = linkedTo[o];
      if (end[other] === start[other] || parent[other] === a) continue;
      const b = root(other);
      if (a === b) continue;
      // Two whole cells are linked, or they would not be neighbours.
      const whole = end[k] === start[k + 1] && end[other] === start[other + 1];
      if (whole || linked(grid, beyond, start[k], end[k], start[other], end[other])) {
        parent[Math.max(a, b)] = Math.min(a, b);
        a = Math.min(a, b);
      }
    }
  }
  return grouped(parent, beyond, start, end)
    .map((group) => gapOf(grid, group, people))
    .sort((a, b) => b.people - a.people);
}

/** The places beyond the limit by the root of their cell, groups in the order of their first cells. */
function grouped(
  parent: Int32Array,
  beyond: Uint32Array,
  start: Uint32Array,
  end: Uint32Array,
): Uint32Array[] {
  // A root is the first of its cells, so its number is known before it is asked for.
  const group = new Int32Array(parent.length).fill(-1);
  const sizes: number[] = [];
  for (let k = 0; k < parent.length; k++) {
    if (end[k] === start[k]) continue;
    group[k] = parent[k] === k ? sizes.push(0) - 1 : group[parent[k]];
    sizes[group[k]] += end[k] - start[k];
  }
  const groups = sizes.map((size) => new Uint32Array(size));
  const filled = new Uint32Array(sizes.length);
  for (let k = 0; k < parent.length; k++) {
    const g = group[k];
    for (let j = start[k]; j < end[k]; j++) groups[g][filled[g]++] = beyond[j];
  }
  return groups;
}

function gapOf({ lon, lat }: LinkGrid, places: Uint32Array, people: Float64Array): Gap {
  let [sum, x, y] = [0, 0, 0];
  for (const i of places) {
    sum += people[i];
    x += people[i] * lon[i];
    y += people[i] * lat[i];
  }
  [x, y] = [x / sum, y / sum];
  const scale = lonScale(y);
  let centre = -1;
  let best = Infinity;
  for (const i of places) {
    const dx = (lon[i] - x) * scale;
    const dy = lat[i] - y;
    const degrees2 = dx * dx + dy * dy;
    if (degrees2 < best) {
      best = degrees2;
      centre = i;
    }
  }
  return { people: sum, places, centre };
}
