import { distance, METRES_PER_DEGREE, lonScale } from './geo.ts';
import type { Counted } from './coverage.ts';

/** A connected group of populated places beyond the limit. */
export interface Gap {
  people: number;
  /** Indices of its places. */
  places: number[];
  /** The place of the gap nearest to its people's centre of gravity: where a map flies to. */
  centre: number;
}

/** Places bucketed so that any two in one cell are within the link distance of each other. */
export interface LinkGrid {
  lon: ArrayLike<number>;
  lat: ArrayLike<number>;
  /** Two populated places at most this far apart belong together. Metres. */
  linkMetres: number;
  /** The places of cell k are places[start[k]] … places[start[k + 1] - 1]. Only cells with places. */
  start: Uint32Array;
  places: Uint32Array;
  /** Per cell, the later cells that a link may reach, `around` of them, -1 where there is none. */
  neighbours: Int32Array;
  around: number;
}

export function linkGrid(
  lon: ArrayLike<number>,
  lat: ArrayLike<number>,
  linkMetres: number,
): LinkGrid {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < lon.length; i++) {
    west = Math.min(west, lon[i]);
    east = Math.max(east, lon[i]);
    south = Math.min(south, lat[i]);
    north = Math.max(north, lat[i]);
  }
  const [wide, narrow] = lon.length ? lonScales(south, north) : [1, 1];
  // The diagonal of a cell is a link at most, even where a degree of longitude is widest.
  const side = linkMetres / Math.SQRT2;
  const stepLat = side / METRES_PER_DEGREE;
  const stepLon = stepLat / wide;
  const columns = lon.length ? Math.floor((east - west) / stepLon) + 1 : 1;
  const cellOf = new Float64Array(lon.length);
  for (let i = 0; i < lon.length; i++) {
    const row = Math.floor((lat[i] - south) / stepLat);
    cellOf[i] = row * columns + Math.floor((lon[i] - west) / stepLon);
  }
  const places = Uint32Array.from(cellOf.keys()).sort((a, b) => cellOf[a] - cellOf[b] || a - b);
  const index = new Map<number, number>();
  const start: number[] = [];
  places.forEach((place, k) => {
    if (index.has(cellOf[place])) return;
    index.set(cellOf[place], start.length);
    start.push(k);
  });
  start.push(places.length);

  const across = Math.ceil((Math.SQRT2 * wide) / narrow);
  const offsets: [number, number][] = [];
  for (let row = 0; row <= 2; row++) {
    for (let column = -across; column <= across; column++) {
      if (row > 0 || column > 0) offsets.push([row, column]);
    }
  }
  const neighbours = new Int32Array(index.size * offsets.length).fill(-1);
  for (const [cell, k] of index) {
    offsets.forEach(([row, column], o) => {
      const there = (cell % columns) + column;
      if (there < 0 || there >= columns) return;
      neighbours[k * offsets.length + o] = index.get(cell + row * columns + column) ?? -1;
    });
  }
  return {
    lon,
    lat,
    linkMetres,
    start: Uint32Array.from(start),
    places,
    neighbours,
    around: offsets.length,
  };
}

function lonScales(south: number, north: number): [wide: number, narrow: number] {
  const nearest = south <= 0 && north >= 0 ? 0 : Math.min(Math.abs(south), Math.abs(north));
  const farthest = Math.max(Math.abs(south), Math.abs(north));
  return [Math.max(0.01, lonScale(nearest)), Math.max(0.01, lonScale(farthest))];
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
  const { start, places, neighbours, around } = grid;
  const cellCount = start.length - 1;
  // The places of each cell that are beyond the limit come first in their part of `beyond`.
  const beyond = new Uint32Array(places.length);
  const end = new Uint32Array(cellCount);
  for (let k = 0; k < cellCount; k++) {
    let next = start[k];
    for (let j = start[k]; j < start[k + 1]; j++) {
      const i = places[j];
      if (seconds[i] > limitSeconds && who.counted[i] && who.people[i] > 0) beyond[next++] = i;
    }
    end[k] = next;
  }
  const parent = Int32Array.from({ length: cellCount }, (_, k) => k);
  const root = (k: number): number => {
    while (parent[k] !== k) k = parent[k] = parent[parent[k]];
    return k;
  };
  for (let k = 0; k < cellCount; k++) {
    if (end[k] === start[k]) continue;
    for (let o = 0; o < around; o++) {
      const other = neighbours[k * around + o];
      if (other < 0 || end[other] === start[other]) continue;
      const [a, b] = [root(k), root(other)];
      if (a !== b && linked(grid, beyond, start[k], end[k], start[other], end[other])) {
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }
  const members = new Map<number, number[]>();
  for (let k = 0; k < cellCount; k++) {
    if (end[k] === start[k]) continue;
    const r = root(k);
    let list = members.get(r);
    if (!list) members.set(r, (list = []));
    for (let j = start[k]; j < end[k]; j++) list.push(beyond[j]);
  }
  return [...members.values()]
    .map((list) => gapOf(grid, list, who.people))
    .sort((a, b) => b.people - a.people || a.places[0] - b.places[0]);
}

function linked(
  grid: LinkGrid,
  beyond: Uint32Array,
  a: number,
  aEnd: number,
  b: number,
  bEnd: number,
): boolean {
  const { lon, lat, linkMetres } = grid;
  for (let i = a; i < aEnd; i++) {
    const p = beyond[i];
    for (let j = b; j < bEnd; j++) {
      const q = beyond[j];
      if (distance(lon[p], lat[p], lon[q], lat[q]) <= linkMetres) return true;
    }
  }
  return false;
}

function gapOf({ lon, lat }: LinkGrid, places: number[], people: Float64Array): Gap {
  let [sum, x, y] = [0, 0, 0];
  for (const i of places) {
    sum += people[i];
    x += people[i] * lon[i];
    y += people[i] * lat[i];
  }
  let centre = -1;
  let best = Infinity;
  for (const i of places) {
    const metres = distance(x / sum, y / sum, lon[i], lat[i]);
    if (metres < best) [best, centre] = [metres, i];
  }
  return { people: sum, places: places.sort((p, q) => p - q), centre };
}
