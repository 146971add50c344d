import type { Counted } from './coverage.ts';
import { lonScale } from './geo.ts';
import { linked, type LinkGrid } from './link-grid.ts';

/** A connected group of populated places beyond the limit. */
export interface Gap {
  people: number;
  /** Indices of its places. */
  places: number[];
  /** The place of the gap nearest to its people's centre of gravity: where a map flies to. */
  centre: number;
}

/**
 * Gaps by people, largest first (then by first place): single-linkage groups of the counted,
 * populated places whose time is over `limitSeconds`. Off-network places are in gaps too, so
 * that the people in gaps and the people covered add up to everybody.
 */
export function findGaps(
  grid: LinkGrid,
  seconds: Float64Array,
  who: Counted,
  limitSeconds: number,
): Gap[] {
  const { start, places, cell, linkStart, linkedTo } = grid;
  const cellCount = start.length - 1;
  const { people, counted } = who;
  const isBeyond = new Uint8Array(seconds.length);
  for (let i = 0; i < isBeyond.length; i++) {
    if (seconds[i] > limitSeconds && people[i] > 0 && counted[i]) isBeyond[i] = 1;
  }
  // The places of each cell that are beyond the limit come first in their part of `beyond`.
  const beyond = new Uint32Array(places.length);
  const end = new Uint32Array(cellCount);
  for (let k = 0; k < cellCount; k++) {
    let next = start[k];
    for (let j = start[k]; j < start[k + 1]; j++) {
      if (isBeyond[places[j]]) beyond[next++] = places[j];
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
  // In the order of the places, so that each gap lists its own in that order too.
  const groupOf = new Int32Array(cellCount).fill(-1);
  const groups: number[][] = [];
  for (let i = 0; i < cell.length; i++) {
    if (!isBeyond[i]) continue;
    const r = root(cell[i]);
    if (groupOf[r] < 0) groupOf[r] = groups.push([]) - 1;
    groups[groupOf[r]].push(i);
  }
  return groups
    .map((group) => gapOf(grid, group, who.people))
    .sort((a, b) => b.people - a.people || a.places[0] - b.places[0]);
}

function gapOf({ lon, lat }: LinkGrid, places: number[], people: Float64Array): Gap {
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
